// Package feed writes what is new on the site for feed readers: Atom (RFC 4287)
// and JSON Feed 1.1, both from the same values.
//
// # What the caller gives
//
// Ids are the caller's and stay what they are when a slug changes: tag URIs
// (RFC 4151), made of something that does not move. A reader that sees an id
// again takes the entry for an update, one that sees a new id for news. All
// URLs are absolute, those inside of an entry's HTML too, since a reader shows
// it on a page of its own.
//
// # Dates
//
// There is no clock here. A date is what the author wrote; the formats want a
// moment, so it is the first one of the day, in UTC, and a month counts as its
// first day. An entry is never updated before it was published, nor a feed
// before its newest entry: where the dates given say so, the later one holds.
//
// # Why no library
//
// github.com/gorilla/feeds, the one that is widely used, does not fit (v1.2.0 of
// June 2024, its latest). Its Atom has the feed's URL for an id, no link to
// itself, one author and one category to an entry, no language, leaves
// published out, and makes up an id at random for an entry that has neither id
// nor date. The two formats are a screenful of structs for the standard
// encoders, which escape what must be escaped and put the replacement character
// for what XML cannot hold.
package feed

import (
	"cmp"
	"fmt"

	"shortlist/internal/guide"
)

// Feed is a list of what is new, newest first.
type Feed struct {
	ID       string
	Title    string
	Subtitle string
	Self     string // URL of this very document
	Home     string // URL of the page that it is the feed of
	Language string // "en"
	Updated  guide.Date
	Authors  []Author // of the entries that name none; the title stands in
	Entries  []Entry
}

// Entry is one thing that is new, or has changed.
type Entry struct {
	ID         string
	Title      string
	URL        string
	Published  guide.Date // may be zero
	Updated    guide.Date // may be zero, if published is not
	Summary    string     // plain text
	HTML       string     // the content; without it the summary is all there is
	Authors    []Author
	Categories []string
}

// Author is a person or an organisation.
type Author struct{ Name, URL string }

// epoch is the date of a feed that nobody has dated.
var epoch = guide.Date{Year: 1970, Month: 1, Day: 1}

// later returns the later date; one that is not given counts for nothing.
func later(a, b guide.Date) guide.Date {
	if a.IsZero() || a.Compare(b) < 0 {
		return b
	}
	return a
}

// updated is the date of the newest thing in the feed.
func (f Feed) updated() guide.Date {
	newest := f.Updated
	for _, e := range f.Entries {
		newest = later(newest, e.updated())
	}
	return cmp.Or(newest, epoch)
}

func (e Entry) updated() guide.Date { return later(e.Updated, e.Published) }

// authors are those of the feed, or its title: Atom wants somebody.
func (f Feed) authors() []Author {
	if len(f.Authors) > 0 {
		return f.Authors
	}
	return []Author{{Name: f.Title, URL: f.Home}}
}

// moment prints a date as RFC 3339, and nothing for none.
func moment(d guide.Date) string {
	if d.IsZero() {
		return ""
	}
	d = d.First()
	return fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", d.Year, d.Month, d.Day)
}
