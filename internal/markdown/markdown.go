// Package markdown is the one place where goldmark is configured. It reads a
// body once, reports what its author must fix, says what is in it (headings,
// questions, citations, computed blocks, links), and turns it into plain data
// that prints as HTML, as Markdown and as plain text.
//
// The dialect is CommonMark with tables, footnotes, ~~struck~~ words, tasks and
// typographic quotes and dashes, and five things of our own: citations [@id], computed blocks
// ::name[Words], what is set apart between :::name[Title] and :::, heading attributes
// {#id .faq .checklist}, and a paragraph "Table: words" as the caption of the table
// below it. Raw HTML is off.
//
// The types of what was read are those of package guide, the model, which knows
// nothing of Markdown: so a text is parsed once, when it is loaded, and travels as
// plain data from there.
//
// Goldmark's tree is read once, right after parsing, and dropped: see [guide.Prose].
//
// Offsets are bytes into the source that was given. Everything here is pure:
// the same source and options make the same bytes, and a Document may be
// printed by several goroutines at once.
package markdown

import "shortlist/internal/guide"

// Document is a parsed body.
type Document struct {
	guide.Document
	Mistakes []Mistake // in order of their place
}

// Mistake is something that an author must fix, at a byte range of the source.
type Mistake struct {
	Rule       string // one of [Rules]: "citation-in-link"
	Start, End int
	Message    string
	Hint       string

	Name  string   // a name that is none of those that are known, to suggest the one that was meant
	Known []string //
}

// Line is one line of inline Markdown.
type Line struct {
	Mistakes  []Mistake
	Citations []guide.Citation
	Prose     guide.Prose
}
