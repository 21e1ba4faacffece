// Package content turns a folder of Markdown and TOML into a valid
// [guide.Library], or into problems.
//
// # The folder
//
//	content/
//	  site.toml                             the publication
//	  relationships.toml                    commercial ties, if there are any
//	  authors/<author>.md
//	  providers/<provider>.md               facts, no judgement
//	  guides/<guide>/guide.md
//	  guides/<guide>/entries/<provider>.md  one provider ranked in one guide
//	  guides/<guide>/editions/<date>.toml   a frozen ranking, never written by hand
//	  articles/<article>.md
//	  pages/<page>.md
//
// README.md and hidden files are left alone; whatever else lies there is a
// problem, so that a misplaced file is never silently missing from the site.
// Nothing is followed out of the folder: a symbolic link is a problem.
//
// # Two passes
//
// The first pass takes each file by itself, in parallel: package front reads
// the front matter as a tree in which every key knows its place, [reader] and
// [fields] read that tree key by key, and package markdown outlines the body.
// One file of this package per kind of content holds its schema (guide.go,
// entry.go, provider.go ...). What a file says about another file is kept as a
// [ref], a name with its place.
//
// The second pass (resolve.go) looks at the whole site: names become pointers,
// scores meet their criteria, citations meet their sources. Then what is held
// back is taken out (hold.go), and accepted warnings are dropped (accept.go).
//
// # Schemas are closed
//
// A key is known because somebody asked for it. When all files are read, the
// keys that nobody asked for are problems, with the nearest known name or, when
// a table further up knows the name, with the advice to move it there: TOML
// gives everything below a [header] to that table.
//
// One mistake gives one problem. A name that cannot be resolved because the file
// that should define it is itself broken is therefore not reported, a value
// that is wrong counts as given, a misspelt key that is required is not missing
// too, and whether every source is cited is only asked of a site without
// errors.
//
// # Choices that the design leaves open
//
// A name under related means the guide of that slug, else the article. updated
// is the date of publication when it is not given, for the text has not
// changed since. A month is compared as a month: an update in 2025-09 does not
// precede a publication on 2025-09-12. What was done cannot be dated in the
// future, but for a page that is held back until then; tomorrow may pass, since
// the day of a build is that of its time zone and not of the author's. A page that
// expires on a day is gone on that day. Days begin in UTC; publish_at and expire_at may be a time with its own offset. stale-year compares the year in a title
// with the dates of the same file and not with the clock, so that a build does not
// begin to warn by itself; what the clock brings is advice (review-overdue). A
// description is checked as inline Markdown, but kept as the text that its author
// wrote.
package content

import (
	"io/fs"
	"time"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// Options are what a loaded library depends on beside the files.
type Options struct {
	Now     time.Time // of the load: decides what is due, expired, overdue or in the future
	Drafts  bool      // include drafts and what is to be published later
	Expired bool      // include what has expired
}

// Load reads the content folder of the site at the root of tree. The list holds
// every problem, warning and advice of every file, sorted. The library is nil
// when there is an error among them, for a library is always valid.
//
// Load keeps nothing of the tree and may be called again; the same files give
// the same result. A [Loader] gives it with less work.
func Load(tree fs.FS, o Options) (*guide.Library, diag.List) {
	return new(Loader).Load(tree, o, nil)
}

// dateOf is the day of a moment in the moment's own zone; cmd chooses the zone.
func dateOf(t time.Time) guide.Date {
	year, month, day := t.Date()
	return guide.Date{Year: year, Month: int(month), Day: day}
}
