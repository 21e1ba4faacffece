package page

import (
	"fmt"
	"html/template"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// Comparison is the tables of a guide: a row per provider in each. The first have a
// column per criterion, the others one per fact.
type Comparison struct {
	Grids     []Grid
	Criteria  []Column // the heaviest first
	Estimates []string // which criteria are estimates
	Meanings  []Meaning
	Counts    string // what a range counts as
	Low       bool   // that is its low end
	Doubts    bool   // some places are provisional
	MinKnown  string // how much must be known that a place is not
	Regional  bool   // it says where some of them serve
	Labels    Labels
	Regions   []Link // the guide's pages by region
	JSON, CSV string // the data
}

// Grid is one table. What does not fit the width of a page is another one.
type Grid struct {
	ID      string
	Caption string
	Scores  bool
	Fixed   bool // its columns cannot be chosen
	Labels  Labels
	Columns []Column // behind those that each table of the kind has
	Rows    []Row
}

// Column heads a column of a table. Its ID is what the address of a page calls it
// that was sorted by it.
type Column struct {
	ID, Name, Weight string
	Number           bool
	Share            int  // of the width, in twentieths; 0 where columns are equally wide
	Estimate         bool // most of its scores are not known to the point
}

// Meaning is what a further column holds, in the words of the guide: they stand
// under the table, because the prose that explains a term may come after it.
type Meaning struct {
	Name  string
	About template.HTML
}

// Row is a provider in a table.
type Row struct {
	Numbered
	Name   string
	Logo   *MarkView
	Anchor string // of its entry
	Score  string
	Span   string // the interval that the score lies in
	Bar    Bar
	Cells  []GridCell // one per column
}

// GridCell is a score or a fact. Its Sorts is the number, as a script sorts by it;
// empty for what is no number or is not established.
type GridCell struct {
	report.Cell
	Label  string // its column, where a narrow screen has no room for heads
	Number bool   // it is a number, and stands to the right
}

func (r *guidePrinter) comparison() (*Comparison, error) {
	g := r.g
	c := &Comparison{Regional: g.Regional(), Labels: labelsOf(g.Labels), Regions: r.regions(), Estimates: g.Estimates(), Counts: counts(g), Low: g.Counts == guide.Low, MinKnown: sentence.Percent(g.Ranking.Table.MinKnown),
		JSON: r.below(address.Dataset(g.Slug)), CSV: r.below(address.Table(g.Slug))}
	for _, k := range g.Order {
		c.Criteria = append(c.Criteria, Column{ID: g.Criteria[k].ID, Name: g.Criteria[k].Name, Weight: g.Criteria[k].Weighs, Number: true, Estimate: !g.Criteria[k].Estimate.Empty()})
	}
	for _, a := range g.Attributes {
		if a.About.IsZero() {
			continue
		}
		about, err := r.prose.line(a.About)
		if err != nil {
			return nil, err
		}
		c.Meanings = append(c.Meanings, Meaning{Name: a.Name, About: about})
	}
	for i := range g.Entries {
		c.Doubts = c.Doubts || g.Entries[i].Provisional
	}
	c.Grids = append(r.scoreGrids(c.Criteria), r.factGrids()...)
	return c, nil
}

// scoresAcross is how many criteria a table has at most: more would leave a figure
// too little room at the width of a page.
const scoresAcross = 9

// scoreGrids are the tables of scores, of about one width each.
func (r *guidePrinter) scoreGrids(columns []Column) []Grid {
	n := len(columns)
	tables := max(1, (n+scoresAcross-1)/scoresAcross)
	var out []Grid
	for t := range tables {
		from, to := t*n/tables, (t+1)*n/tables
		grid := Grid{ID: part("table_scores", t), Scores: true, Labels: labelsOf(r.g.Labels), Columns: columns[from:to], Caption: "Scores out of 10, with the weight of each criterion"}
		if tables > 1 {
			grid.Caption += fmt.Sprintf(": %d to %d of %d", from+1, to, n)
		}
		for i := range r.g.Entries {
			e := &r.g.Entries[i]
			row := r.rowOf(e)
			for j, k := range r.g.Order[from:to] {
				row.Cells = append(row.Cells, GridCell{Cell: e.Scores[k].Cell, Label: grid.Columns[j].Name})
			}
			grid.Rows = append(grid.Rows, row)
		}
		out = append(out, grid)
	}
	return out
}

func (r *guidePrinter) rowOf(e *report.Entry) Row {
	return Row{Numbered: numbered(e.Place), Name: e.Name, Logo: r.site.small(e.Logo), Anchor: e.Provider, Score: e.Score, Span: e.Span, Bar: bar(e.Place)}
}

// part names the parts of what had to be divided: "table_facts", "table_facts_2".
func part(name string, at int) string {
	if at == 0 {
		return name
	}
	return fmt.Sprintf("%s_%d", name, at+1)
}

// counts says what a range counts as.
func counts(g *report.Guide) string {
	if g.Counts == guide.Low {
		return "its low end"
	}
	return "its midpoint"
}
