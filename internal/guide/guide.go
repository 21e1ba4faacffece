// Package guide is the model: what a publication says, as plain, valid values.
//
// A [Library] holds everything that was loaded. Package content makes it and
// has checked it, so that whoever reads it need not: slugs are safe in URLs,
// weights sum to 100, every reference points at something. Values that an
// author wrote carry an [Origin], their place in the file, so that a later
// stage can still report a mistake at its own line.
//
// Figures are integers in fixed units ([Weight], [Score], [Figure]); there is
// no floating point, no clock and no time zone in here.
package guide

import (
	"slices"
	"strings"
)

// Origin is the place where something was written. Lines and columns count
// from 1 and columns count code points; the zero Origin means that nobody
// wrote it.
type Origin struct {
	File   string // slash-separated, from the site's folder: content/guides/x/guide.md
	Line   int
	Column int
}

// Library is a whole publication. Its slices are sorted by slug.
type Library struct {
	Site      Publication
	Guides    []*Guide
	Providers []*Provider
	Authors   []*Author
	Articles  []*Article
	Pages     []*StaticPage

	Relationships []Relationship // commercial ties, in the order of their file

	Addresses []Address // every web address of the front matter of what is published

	Recorded []Address // the paths that were published, which lead somewhere for good
	Gone     []Gone    // the paths where nothing is published any more

	Held     []Held
	Drafts   []Held     // what is shown although it is not published: drafts, what is to come or has expired
	Accepted []Accepted // in the order of files and lines
	Turns    []Turn     // what time will change, the earliest first
}

// Turn is an instant that lies ahead of the load and at which the same content
// makes another site.
type Turn struct {
	Seconds int64  // since 1970 in UTC
	Path    string // of the page concerned
	What    string // "is published", "expires", "review becomes overdue"
	Origin  Origin
}

// Address is a web address that an author wrote in front matter. It may be one of
// this site, and then leads to a page that is there or is not.
type Address struct {
	URL    string
	Origin Origin
}

// Gone is a path where something was published and is no longer.
type Gone struct {
	Path   string
	Date   Date
	Reason Inline
	Origin Origin
}

// Accepted is a warning or an advice that the author of a file has considered:
// findings of that rule in that file are not shown.
type Accepted struct {
	Rule   string // "stale-year"
	Reason string
	Count  int    // how many findings it has silenced so far
	Origin Origin // its File is the file that it holds for
}

// Held names a guide, article or page that is not published, and why; or a
// provider or an author that nothing else uses.
type Held struct {
	Path   string // the URL path it would have: /guides/custody-insurance/
	Title  string // the title it would be shown under
	Reason string // "draft", "publishes 2026-01-01", "expired 2025-12-31"
	Named  bool   // a provider or an author: its name may stand in any text, and its page may not
	Origin Origin
}

// Guide is one ranked comparison.
type Guide struct {
	Slug        string
	Title       string
	Year        string
	Description Inline
	Basis       Inline // how the scores came about, in one sentence; zero where nothing is said
	Category    string
	Topics      []string
	Authors     []*Author
	Dates       Dates
	Noun        Noun
	Labels      Labels // in which it differs from the site
	Stress      Weight
	Unknown     Unknown
	Grain       Score       // by how much a point score may be off, either way
	MinKnown    Weight      // an entry of which less is known is provisional
	Criteria    []Criterion // in the order of the file
	Attributes  []Attribute
	Lenses      []Lens
	UseCases    []UseCase
	Related     []Related
	Aliases     []Alias // with the addresses of its former slugs, as of all that has some
	Former      []Former
	Corrections []Correction
	Sources     []*Source
	Diagrams    []Diagram
	Entries     []*Entry    // those that are ranked, by provider slug; ranking decides the order readers see
	Apart       []*Entry    // those that take no place, by provider slug
	Compared    [][2]string // pairs of slugs, each in order, that are compared wherever they stand: pinned, or published before
	Editions    []*Edition  // frozen rankings, the oldest first
	Body        Body
	Extra       map[string]any
	Draft       string // why it is not published, if it is shown all the same; empty for what is published
	Origin      Origin
}

// FullTitle is the title with its year, as it is printed: "Best Custody
// Insurance Providers (2025)".
func (g *Guide) FullTitle() string {
	if g.Year == "" {
		return g.Title
	}
	return g.Title + " (" + g.Year + ")"
}

// Entry returns the guide's ranked entry for a provider, or nil.
func (g *Guide) Entry(provider string) *Entry {
	at, found := slices.BinarySearchFunc(g.Entries, provider, func(e *Entry, slug string) int { return strings.Compare(e.Provider.Slug, slug) })
	if found {
		return g.Entries[at]
	}
	for _, e := range g.Entries {
		if e.Provider.Slug == provider {
			return e
		}
	}
	return nil
}

// Criterion returns the index of a criterion, or -1.
func (g *Guide) Criterion(id string) int {
	for i := range g.Criteria {
		if g.Criteria[i].ID == id {
			return i
		}
	}
	return -1
}

// Noun is what a guide calls its providers: "custody insurance provider" and
// "custody insurance providers".
type Noun struct{ One, Many string }

// Dates are a guide's or an article's, each with the precision it was given.
type Dates struct {
	Published   Date
	Updated     Date   // the text changed
	Reviewed    Date   // the facts were checked; zero for an article
	ReviewEvery Period // the promise; zero when none is made
	Overdue     bool   // the promise is not kept, on the day of the build
	PublishAt   Date   // from when on it can be read; zero where that is when it was published
}

// Public is the day from which it can be read: the later of what it says and of
// when it was to appear.
func (d Dates) Public() Date { return later(d.Published, d.PublishAt) }

// Latest is when something of it was news for the last time: its text changed, or
// it appeared.
func (d Dates) Latest() Date { return later(d.Updated, d.Public()) }

func later(a, b Date) Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}

// NextReview is when the facts are to be checked again: as exact as the date on
// which they were, so that a month is answered by a month, and zero where nothing
// is promised. A month is due on its first day.
func (d Dates) NextReview() Date {
	if d.Reviewed.IsZero() || d.ReviewEvery.IsZero() {
		return Date{}
	}
	due := d.Reviewed.Plus(d.ReviewEvery)
	if d.Reviewed.Day == 0 {
		due.Day = 0
	}
	return due
}

// Unknown says what a range counts as in the published order.
type Unknown int

const (
	Midpoint Unknown = iota
	Low
)

// Alias is an old path that leads to this page.
type Alias struct {
	Path   string // as browsers ask for it: "/old/path/", "/old/caf%C3%A9.html"
	Origin Origin
}

// Slug is the slug that the alias has in a section, such as "/guides/"; empty where
// it is the address of something else.
func (a Alias) Slug(section string) string {
	slug, ok := strings.CutPrefix(strings.TrimSuffix(a.Path, "/"), section)
	if !ok || strings.Contains(slug, "/") {
		return ""
	}
	return slug
}

// Related names a guide or an article, or one that is yet to come. Exactly one of
// Guide, Article and Title is set; what is held back is not named. It holds no
// pointers: a guide that was loaded once stands beside newer ones of others.
type Related struct {
	Guide   string // a slug
	Article string // a slug
	Title   string
	Origin  Origin
}
