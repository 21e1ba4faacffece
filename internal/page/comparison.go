package page

import (
	"html/template"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// Comparison is the table of a guide: a row per provider, a column per criterion.
type Comparison struct {
	Caption    string
	Criteria   []Column // the heaviest first
	Attributes []Column
	Rows       []Row
	Estimates  []string // which criteria are estimates
	Meanings   []Meaning
	Counts     string // what a range counts as
	Low        bool   // that is its low end
	Doubts     bool   // some places are provisional
	MinKnown   string // how much must be known that a place is not
	Regional   bool   // it says where some of them serve
	Labels     Labels
	Regions    []Link // the guide's pages by region
	JSON, CSV  string // the data
}

// Column heads a column of the table.
type Column struct {
	ID, Name, Weight string
	Estimate         bool // most of its scores are not known to the point
}

// Meaning is what a further column holds, in the words of the guide: they stand
// under the table, because the prose that explains a term may come after it.
type Meaning struct {
	Name  string
	About template.HTML
}

// Row is a provider in the table.
type Row struct {
	Numbered
	Name    string
	Logo    *MarkView
	Anchor  string // of its entry
	Score   string
	Bar     Bar
	Cells   []report.Cell
	Award   string
	Regions string
	Facts   []FactView // one per attribute
}

// FactView is what an entry says of an attribute. Figure is the number, as a
// script sorts by it; empty for what is no number or is not established.
type FactView struct{ Words, Figure string }

// Bar is the length of a bar in thousandths of its full length.
type Bar int

// Wide is the length as SVG takes it: "79.3%".
func (b Bar) Wide() string { return tenths(int(b)) }

func (r *guidePrinter) comparison() (*Comparison, error) {
	g := r.g
	c := &Comparison{Caption: "Scores out of 10, with the weight of each criterion", Regional: g.Regional(), Labels: labelsOf(g.Labels), Regions: r.regions(),
		Counts: counts(g), Low: g.Counts == guide.Low, JSON: r.below(address.Dataset(g.Slug)), CSV: r.below(address.Table(g.Slug))}
	for _, k := range g.Order {
		c.Criteria = append(c.Criteria, Column{ID: g.Criteria[k].ID, Name: g.Criteria[k].Name, Weight: g.Criteria[k].Weighs, Estimate: !g.Criteria[k].Estimate.Empty()})
		if said := g.Criteria[k].Estimate.String(); said != "" {
			c.Estimates = append(c.Estimates, said)
		}
	}
	for _, a := range g.Attributes {
		c.Attributes = append(c.Attributes, Column{ID: a.ID, Name: a.Name})
		if a.About.IsZero() {
			continue
		}
		about, err := r.prose.line(a.About)
		if err != nil {
			return nil, err
		}
		c.Meanings = append(c.Meanings, Meaning{Name: a.Name, About: about})
	}
	c.MinKnown = sentence.Percent(g.Ranking.Table.MinKnown)
	for i := range g.Entries {
		e := &g.Entries[i]
		c.Doubts = c.Doubts || e.Provisional
		row := Row{
			Numbered: numbered(e.Place), Name: e.Name, Logo: r.site.small(e.Logo), Anchor: e.Provider, Score: e.Score, Bar: bar(e.Place),
			Award: report.Plain(e.Award), Regions: e.RegionWords(),
		}
		for _, k := range g.Order {
			row.Cells = append(row.Cells, e.Scores[k].Cell)
		}
		for i := range e.Facts {
			f := FactView{Words: e.Facts[i].Words}
			if e.Facts[i].Given && g.Attributes[i].Type == guide.Number {
				f.Figure = e.Facts[i].Number.String()
			}
			row.Facts = append(row.Facts, f)
		}
		c.Rows = append(c.Rows, row)
	}
	return c, nil
}

// counts says what a range counts as.
func counts(g *report.Guide) string {
	if g.Counts == guide.Low {
		return "its low end"
	}
	return "its midpoint"
}

// bar draws a total against the full 10.
func bar(p report.Place) Bar { return Bar(p.Total / 10_000) }
