package site

import (
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Comparison is the table of a guide: a row per provider, a column per criterion.
type Comparison struct {
	Caption    string
	Criteria   []Column // the heaviest first
	Attributes []Column
	Rows       []Row
	Counts     string // what a range counts as
	Low        bool   // that is its low end
	Regions    []Link // the guide's pages by region
	JSON, CSV  string // the data
}

// Column heads a column of the table.
type Column struct{ ID, Name, Weight string }

// Row is a provider in the table.
type Row struct {
	Rank    int
	Name    string
	Anchor  string // of its entry
	Score   string
	Bar     Bar
	Cells   []Cell
	Award   string
	Regions string
	Facts   []string // one per attribute
}

// Bar is the length of a bar in thousandths of its full length.
type Bar int

// Wide is the length as SVG takes it: "79.3%".
func (b Bar) Wide() string { return tenths(int(b)) }

// Cell is a score in the table. Shade is 0 to 6 and says no more than Text; it
// is -1 where no figure is known.
type Cell struct {
	Text  string
	Shade int
}

func (r *guideRendering) comparison() *Comparison {
	g := r.guide
	c := &Comparison{Caption: "Scores out of 10, with the weight of each criterion", Regions: r.regions(),
		Counts: counts(g), Low: g.Unknown == guide.Low, JSON: r.below(datasetPath(g.Slug)), CSV: r.below(tablePath(g.Slug))}
	order := byWeight(g)
	for _, k := range order {
		c.Criteria = append(c.Criteria, Column{ID: g.Criteria[k].ID, Name: g.Criteria[k].Name, Weight: g.Criteria[k].Weight.String()})
	}
	for _, a := range g.Attributes {
		c.Attributes = append(c.Attributes, Column{ID: a.ID, Name: a.Name})
	}
	for _, p := range r.ranking.Places {
		e := g.Entry(p.ID)
		row := Row{
			Rank: p.Rank, Name: e.Provider.Name, Anchor: p.ID, Score: r.ranking.Print(p.Total), Bar: bar(r.ranking, p),
			Award: plain(e.Award), Regions: regionNames(e),
		}
		for _, k := range order {
			row.Cells = append(row.Cells, cell(e.Scores[k]))
		}
		for i := range g.Attributes {
			row.Facts = append(row.Facts, fact(e, &g.Attributes[i]))
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// counts says what a range counts as.
func counts(g *guide.Guide) string {
	if g.Unknown == guide.Low {
		return "its low end"
	}
	return "its midpoint"
}

// bar draws a total against the full 10.
func bar(r rank.Ranking, p rank.Place) Bar { return Bar(r.Millionths(p.Total) / 10_000) }

const (
	notCovered   = "not covered"
	notPublished = "not published"
)

// cell says a score: a number, a range, or why there is none.
func cell(a guide.Assessment) Cell {
	switch {
	case a.State == guide.Exact:
		return Cell{Text: a.Low.String(), Shade: shade(a.Low)}
	case a.State == guide.Ranged:
		return Cell{Text: a.Low.String() + "–" + a.High.String(), Shade: shade((a.Low + a.High) / 2)}
	case !a.Published:
		return Cell{Text: notPublished, Shade: -1}
	}
	return Cell{Text: notCovered, Shade: -1}
}

// shade is the step of the ramp, 0 to 6, that a score gets.
func shade(s guide.Score) int { return min(int(s)*7/int(guide.MaxScore), 6) }

func regionNames(e *guide.Entry) string {
	names := make([]string, len(e.Regions))
	for i, r := range e.Regions {
		names[i] = r.Name
	}
	if len(names) == 0 {
		return notCovered
	}
	return strings.Join(names, ", ")
}

// fact says an attribute's value in words.
func fact(e *guide.Entry, a *guide.Attribute) string {
	v, given := e.Attributes[a.ID]
	if !given {
		return "not established"
	}
	switch a.Type {
	case guide.YesNo:
		if v.YesNo {
			return "yes"
		}
		return "no"
	case guide.Number:
		return strings.TrimSpace(v.Number.String() + " " + a.Unit)
	case guide.Items:
		return strings.Join(v.Items, ", ")
	}
	return v.Text
}
