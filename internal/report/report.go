// Package report computes a guide once, into one plain value that every surface
// prints: pages, the Markdown twin, JSON, CSV, JSON-LD, feeds, search, cards and
// the terminal.
//
// Whatever two surfaces say about a guide they read from that value, so they
// cannot disagree. It holds the ranking with all its figures, every computed
// sentence, and what the author wrote, parsed. It has no functions and no
// pointers back into the library; two guides with equal inputs have equal
// reports.
//
// There are two steps. [Sketch] ranks the guide and says which pages it needs,
// which is cheap; [Compile] computes the rest for the pages that show it. The
// rest of the site sees a guide only through its [Summary].
package report

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// Guide is all that is said of a guide.
type Guide struct {
	Slug        string
	Title       string // with its year
	Year        string
	Description guide.Inline
	Category    string
	Topics      []string // ids
	Authors     []Author
	Noun        guide.Noun
	Dates       guide.Dates
	Review      guide.Date // when the facts are to be checked again; zero when nothing is promised
	Words       int        // of the guide's prose and its entries'
	Draft       string     // why it is not published, if it is shown all the same
	File        string     // guide.md, to name in an error
	Body        guide.Body
	Sources     []guide.Source // the guide's own

	Criteria   []Criterion // in the order of the file
	Order      []int       // of the criteria, the heaviest first
	Counts     guide.Unknown
	Stress     guide.Weight
	Attributes []guide.Attribute

	View       View // how the order that follows differs from the published one
	Ranking    rank.Analysis
	Entries    []Entry // in order of rank, as Ranking.Places
	Findings   Findings
	Neighbours []Neighbours
	Queue      []Missing // what is worth finding out, the most first

	Lenses   []Lens
	UseCases []UseCase
	Known    []KnownRegion // that entries and use cases name and those around them, by id
	Regions  []Region      // those that leave out some of the entries, but not all
	Pairs    []Pair        // in the order of Outline.Pairs
	Editions []Edition
	Latest   *Changes // between the two latest editions; nil for fewer, or when nothing changed
	History  *History // from two editions on
}

// Author is who signs a guide.
type Author struct {
	Slug string
	Name string
	Kind guide.AuthorKind
	URL  string // the author's own
}

// Findings are what the ranking says as a whole.
type Findings struct {
	Verdict  sentence.Text // who leads and by what
	Firmness sentence.Text // what the figures settle about the top
	Allows   string        // what the guarantees allow for
	Decides  string        // titles of charts; empty when there is nothing to find
	Widest   string
	Heaviest string
}

// Inputs are what a report is made of beside the guide's own folder and the
// providers and authors that it names.
type Inputs struct {
	Regions []*guide.Region      // of the site, in its order
	Ties    []guide.Relationship // with providers of the guide
}

// Compile computes a guide. The outline is that of [Sketch].
func Compile(g *guide.Guide, o Outline, in Inputs) Guide {
	c := compiler{g: g, in: in, names: sentence.NamesOf(g), ranking: o.Ranking.Analyse(), published: o.Published, at: map[string]int{}}
	out := Guide{
		Slug: g.Slug, Title: g.FullTitle(), Year: g.Year, Description: g.Description, Category: g.Category,
		Topics: g.Topics, Authors: Authors(g.Authors), Noun: g.Noun, Dates: g.Dates, Review: g.Dates.NextReview(),
		Words: words(g), Draft: g.Draft, File: g.Origin.File, Body: g.Body, Sources: Values(g.Sources),
		Criteria: c.criteria(), Order: byWeight(g), Counts: g.Unknown, Stress: g.Stress, Attributes: g.Attributes,
		View: o.View, Known: c.known(), Ranking: c.ranking, Findings: c.findings(), Neighbours: c.neighbours(), Queue: c.queue(),
	}
	compared := o.compared()
	for i, p := range c.ranking.Places {
		c.at[p.ID] = i
		out.Entries = append(out.Entries, c.entry(i, compared))
	}
	for i := range g.Lenses {
		out.Lenses = append(out.Lenses, c.lens(&g.Lenses[i]))
	}
	for i := range g.UseCases {
		out.UseCases = append(out.UseCases, c.useCase(&g.UseCases[i]))
	}
	for _, region := range o.Regions {
		out.Regions = append(out.Regions, c.region(region))
	}
	for _, pair := range o.Pairs {
		out.Pairs = append(out.Pairs, c.pair(pair[0], pair[1]))
	}
	c.editions(&out)
	return out
}

// compiler holds what the parts of a report share while it is made.
type compiler struct {
	g       *guide.Guide
	in      Inputs
	names   sentence.Names
	ranking rank.Analysis // the order that is reported

	published rank.Ranking // the published one

	at map[string]int // of each provider, its place
}

// other ranks another table of the guide's, printed as the guide prints.
func (c *compiler) other(t rank.Table) rank.Ranking {
	return rank.Rank(t).WithDecimals(c.published.Decimals)
}

func (c *compiler) findings() Findings {
	f := Findings{
		Firmness: sentence.Said("firmness", sentence.Firmness(c.ranking, c.names)),
		Allows:   sentence.Allows(c.ranking.Ranking),
		Decides:  sentence.Decides(c.ranking, c.names),
		Widest:   sentence.Widest(c.ranking, c.names),
		Heaviest: sentence.Heaviest(c.ranking.Table.Criteria, c.names),
	}
	if len(c.ranking.Places) > 1 {
		f.Verdict = sentence.Said("verdict", sentence.Verdict(c.ranking.Ranking, 0, 1, c.names))
	}
	return f
}

// Outline is a guide's order and the pages that it needs.
type Outline struct {
	View      View
	Ranking   rank.Ranking
	Published rank.Ranking    // the same, but for another view
	Pairs     [][2]string     // of providers that are compared, each in alphabetical order
	Regions   []*guide.Region // those that leave out some of the entries, but not all
}

// Sketch ranks a guide as it is published. The regions are the site's.
func Sketch(g *guide.Guide, regions []*guide.Region) Outline {
	r := rank.Rank(table.Published(g))
	return Outline{View: View{Weights: "published"}, Ranking: r, Published: r, Pairs: pairs(g, r), Regions: dividing(g, regions)}
}

// Authors are those that sign, as plain values.
func Authors(authors []*guide.Author) []Author {
	out := make([]Author, len(authors))
	for i, a := range authors {
		out[i] = Author{Slug: a.Slug, Name: a.Name, Kind: a.Kind, URL: a.URL}
	}
	return out
}

// Values are what pointers point to.
func Values[T any](pointers []*T) []T {
	out := make([]T, len(pointers))
	for i, p := range pointers {
		out[i] = *p
	}
	return out
}
