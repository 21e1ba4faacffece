// Package report computes a guide once, into one plain value that every surface
// prints: pages, the Markdown twin, JSON, CSV, JSON-LD, feeds, search, share pictures and
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
	"reflect"
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
	Basis       guide.Inline // how the scores came about; zero where nothing is said
	Category    string
	Topics      []string // ids
	Authors     []Author
	Noun        guide.Noun
	Labels      guide.Labels // all of them
	Says        Says
	Dates       guide.Dates
	Review      guide.Date // when the facts are to be checked again; zero when nothing is promised
	Words       int        // that a reader of its page reads, for the time that takes
	Draft       string     // why it is not published, if it is shown all the same
	File        string     // guide.md, to name in an error
	Body        guide.Body
	Sources     []guide.Source // the guide's own
	Corrections []Correction   // of the guide and its entries, the newest first
	Diagrams    []guide.Diagram

	Criteria   []Criterion // in the order of the file
	Order      []int       // of the criteria, the heaviest first
	Counts     guide.Unknown
	Stress     guide.Weight
	Attributes []guide.Attribute

	View       View          // how the order that follows differs from the published one
	Ranking    rank.Analysis // plain: see [rank.Analysis.Plain]
	Entries    []Entry       // in order of rank, as Ranking.Places
	Apart      []Apart       // those that take no place
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
	Allows   sentence.Text // what the guarantees allow for
	Traits   sentence.Text // what computed strengths and drawbacks are; empty where there are none
	Marks    sentence.Text // what the marks of each entry's rank allow for
	Decides  sentence.Text // titles of charts; empty when there is nothing to find
	Widest   sentence.Text
	Heaviest sentence.Text

	// How firm first place is: in one sentence, then what stands behind it. Each
	// is empty where there is nothing to say, as of one entry alone.
	First  sentence.Text
	Lead   sentence.Text // out of 10
	Edge   sentence.Text // the largest over the runner-up, with both scores
	Likely sentence.Text // the likely range of the first
	Loss   sentence.Text // what takes first place away most cheaply, whoever takes it
	Worst  sentence.Text // what is left at worst
	Draws  sentence.Text // explains the draws, or says why there are none
}

// Inputs are what a report is made of beside the guide's own folder and the
// providers and authors that it names.
type Inputs struct {
	Regions []*guide.Region      // of the site, in its order
	Ties    []guide.Relationship // with providers of the guide
	Labels  guide.Labels         // of the site
}

// Compile computes a guide. The outline is that of [Sketch].
func Compile(g *guide.Guide, o Outline, in Inputs) Guide {
	c := compiler{g: g, in: in, names: sentence.NamesOf(g), ranking: o.Ranking.Analyse(), published: o.Published, ranked: []rank.Ranking{o.Published}, at: map[string]int{}}
	out := Guide{
		Slug: g.Slug, Title: g.FullTitle(), Year: g.Year, Description: g.Description, Basis: g.Basis, Category: g.Category,
		Topics: g.Topics, Authors: Authors(g.Authors), Noun: g.Noun, Labels: g.Labels.Over(in.Labels.Over(guide.Usual)), Dates: g.Dates, Review: g.Dates.NextReview(),
		Draft: g.Draft, File: g.Origin.File, Body: g.Body, Sources: Values(g.Sources), Diagrams: g.Diagrams, Corrections: CorrectionsOf(g),
		Criteria: c.criteria(), Order: byWeight(g), Counts: g.Unknown, Stress: g.Stress, Attributes: g.Attributes,
		View: o.View, Known: c.known(), Ranking: c.ranking.Plain(), Findings: c.findings(), Neighbours: c.neighbours(), Queue: c.queue(),
	}
	compared := o.compared()
	c.standing = c.fields()
	for i, p := range c.ranking.Places {
		c.at[p.ID] = i
		out.Entries = append(out.Entries, c.entry(i, compared))
	}
	out.Says, out.Findings.Traits = says(out.Entries), explains(out.Entries)
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
	out.Apart = c.apart()
	c.editions(&out)
	out.Words = out.reading()
	return out
}

// compiler holds what the parts of a report share while it is made.
type compiler struct {
	g       *guide.Guide
	in      Inputs
	names   sentence.Names
	ranking rank.Analysis // the order that is reported

	published rank.Ranking // the published one
	ranked    []rank.Ranking

	at map[string]int // of each provider, its place

	standing []field // by criterion
}

// other ranks another table of the guide's, printed as the guide prints.
func (c *compiler) other(t rank.Table) rank.Ranking {
	return c.rank(t).WithDecimals(c.published.Decimals)
}

// rank ranks each table once: two regions with the same entries have one table.
func (c *compiler) rank(t rank.Table) rank.Ranking {
	for _, r := range c.ranked {
		if reflect.DeepEqual(r.Table, t) {
			return r
		}
	}
	r := rank.Rank(t)
	c.ranked = append(c.ranked, r)
	return r
}

func (c *compiler) findings() Findings {
	f := Findings{
		Verdict:  sentence.Leads(c.ranking.Ranking, c.names),
		Firmness: sentence.Firmness(c.ranking, c.names),
		Allows:   sentence.Allows(c.ranking.Ranking),
		Marks:    sentence.Marks(c.ranking),
		Decides:  sentence.Decides(c.ranking, c.names),
		Widest:   sentence.Widest(c.ranking.Ranking, c.ranking.Outer, c.names),
		Heaviest: sentence.Heaviest(c.ranking.Ranking, c.names),
		First:    sentence.First(c.ranking, c.names),
		Lead:     sentence.LeadOver(c.ranking.Ranking, c.names),
		Edge:     sentence.Edge(c.ranking.Ranking, c.names),
		Loss:     sentence.Loss(c.ranking, c.names),
		Likely:   sentence.LikelyFirst(c.ranking),
		Draws:    sentence.Draws(c.ranking),
	}
	if len(c.ranking.Outer) > 0 {
		f.Worst = sentence.Worst(c.ranking.Ranking, c.ranking.Outer[0])
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
