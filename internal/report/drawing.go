package report

import (
	"cmp"
	"slices"
	"strconv"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// Drawing is what a body calls for, ::chart or ::diagram, as plain values: what it
// finds, what is drawn, and the same as a table.
type Drawing struct {
	ID     string // unique on its page: "chart_lollipop_fee"
	Title  string
	About  string
	Header []string
	Rows   [][]string

	Matrix   *Reached
	Stems    []Stem
	Lens     *Lens    // of a slope
	History  *History // of a timeline
	Diagram  *guide.Diagram
	Editions []guide.Date
}

// Reached is who serves which region: in step with the rows of its drawing.
type Reached struct {
	Regions []Served
	More    bool    // more regions are named than these
	Counts  []int   // of each region, how many name it
	Cells   [][]int // of each entry: 3 names the region, 2 a wider one, 1 the whole world, 0 none of these
}

// Stem is an entry's figure on a measured criterion, in millionths of its unit.
type Stem struct {
	At      int // of the entry
	Value   int
	Figure  string
	Unknown bool
}

// mostColumns is how many regions a matrix has: those that the most name.
const mostColumns = 8

// Diagram is the drawing of a diagram.
func Diagram(all []guide.Diagram, id string) *Drawing {
	d := guide.DiagramOf(all, id)
	if d == nil {
		return nil
	}
	out := &Drawing{ID: "diagram_" + d.ID, Title: d.Title, About: d.About, Diagram: d}
	if len(d.Layers) > 0 {
		out.Header = []string{"Layer, from the top", "What it does"}
		for _, l := range d.Layers {
			out.Rows = append(out.Rows, []string{l.Name, l.Text})
		}
		return out
	}
	out.Header = []string{"Step"}
	for _, s := range d.Spans {
		out.Header = append(out.Header, s.Name)
	}
	for i, step := range d.Steps {
		row := []string{strconv.Itoa(i+1) + ". " + step}
		for _, s := range d.Spans {
			lasts := "no"
			if s.From <= i+1 && i+1 <= s.To {
				lasts = "yes"
			}
			row = append(row, lasts)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// Drawing is what a call in the guide's body draws; nil for what there is not, which
// content has reported.
func (g *Guide) Drawing(name string, words []string) *Drawing {
	if len(words) == 0 {
		return nil
	}
	if name == "diagram" {
		return Diagram(g.Diagrams, words[0])
	}
	switch id := words[len(words)-1]; words[0] {
	case "matrix":
		return g.WhoServes()
	case "timeline":
		return g.timeline()
	case "lollipop":
		if k := slices.IndexFunc(g.Criteria, func(c Criterion) bool { return c.ID == id }); k >= 0 {
			return g.lollipop(k)
		}
	case "slope":
		if i := slices.IndexFunc(g.Lenses, func(l Lens) bool { return l.ID == id }); i >= 0 {
			return g.slope(&g.Lenses[i])
		}
	}
	return nil
}

// WhoServes shows who serves where: the regions that the most name, and of each entry
// how what it lists bears on them.
func (g *Guide) WhoServes() *Drawing {
	within := map[string]string{}
	for _, r := range g.Known {
		within[r.ID] = r.Within
	}
	named := func(e *Entry, id string) bool {
		return slices.ContainsFunc(e.Regions, func(s Served) bool { return s.ID == id })
	}
	inside := func(id, outer string) bool {
		for id = within[id]; id != ""; id = within[id] {
			if id == outer {
				return true
			}
		}
		return false
	}
	m := &Reached{}
	type column struct {
		Served
		count int
	}
	var columns []column
	for _, r := range g.Known {
		c := column{Served: Served{r.ID, r.Name}}
		for i := range g.Entries {
			if named(&g.Entries[i], r.ID) {
				c.count++
			}
		}
		if c.count > 0 && r.ID != guide.Everywhere {
			columns = append(columns, c)
		}
	}
	slices.SortStableFunc(columns, func(a, b column) int { return cmp.Compare(b.count, a.count) })
	m.More = len(columns) > mostColumns
	columns = columns[:min(len(columns), mostColumns)]
	d := &Drawing{ID: "chart_matrix", Header: []string{sentence.Capital(g.Labels.Provider.One)}, Matrix: m,
		About: "A row for each " + g.Labels.Provider.One + " in order of rank and a column for each region, the one that most name first: full where it names the region, " +
			"paler where it names a wider one, an outline where it lists the whole world."}
	for _, c := range columns {
		m.Regions, m.Counts = append(m.Regions, c.Served), append(m.Counts, c.count)
		d.Header = append(d.Header, c.Name)
	}
	most := column{}
	if len(columns) > 0 {
		most = columns[0]
	}
	d.Title = sentence.MostNamed(most.Name, most.count, len(g.Entries)).String()
	for i := range g.Entries {
		e, row := &g.Entries[i], []string{g.Entries[i].Marked()}
		cells := make([]int, len(columns))
		for k, c := range columns {
			if named(e, guide.Everywhere) {
				cells[k] = 1
			}
			for outer := within[c.ID]; outer != ""; outer = within[outer] {
				if named(e, outer) && outer != guide.Everywhere {
					cells[k] = 2
				}
			}
			if named(e, c.ID) {
				cells[k] = 3
			}
			said := [...]string{"not stated", "worldwide", "a wider region", "names it"}[cells[k]]
			if cells[k] == 0 && slices.ContainsFunc(e.Regions, func(s Served) bool { return inside(s.ID, c.ID) }) {
				said = "only a part"
			}
			row = append(row, said)
		}
		m.Cells, d.Rows = append(m.Cells, cells), append(d.Rows, row)
	}
	return d
}

// lollipop shows the figures of one measured criterion, the best score first.
func (g *Guide) lollipop(k int) *Drawing {
	c := &g.Criteria[k]
	d := &Drawing{ID: "chart_lollipop_" + c.ID, Header: []string{sentence.Capital(g.Labels.Provider.One), c.Name},
		About: "A stem for each " + g.Labels.Provider.One + ", as long as its figure; the best score stands first. One without a figure has no stem."}
	var best []string
	figure, top := "", guide.Score(-1)
	for i := range g.Entries {
		x := &g.Entries[i].Scores[k]
		s := Stem{At: i, Figure: x.Figure, Unknown: !x.Measured || x.State != guide.Exact}
		if s.Unknown {
			s.Figure = cmp.Or(x.Figure, x.Cell.Text)
		} else {
			s.Value = int(x.Figures[0])
			if x.Low > top {
				best, figure, top = nil, x.Figure, x.Low
			}
			if x.Low == top {
				best = append(best, g.Entries[i].Name)
			}
		}
		d.Stems = append(d.Stems, s)
	}
	slices.SortStableFunc(d.Stems, func(a, b Stem) int {
		x, y := &g.Entries[a.At].Scores[k], &g.Entries[b.At].Scores[k]
		if a.Unknown != b.Unknown {
			if a.Unknown {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(y.Low, x.Low), cmp.Compare(a.At, b.At))
	})
	d.Title = sentence.BestFigure(c.Name, best, figure).String()
	for _, s := range d.Stems {
		d.Rows = append(d.Rows, []string{g.Entries[s.At].Marked(), s.Figure})
	}
	return d
}

// slope leads from the editors' order to that of a lens.
func (g *Guide) slope(l *Lens) *Drawing {
	d := &Drawing{ID: "chart_slope_" + l.ID, Lens: l, Title: l.Farthest.String(), Header: []string{sentence.Capital(g.Labels.Provider.One), "In the guide", l.Name},
		About: "One line for each " + g.Labels.Provider.One + ", from its rank as published to its rank under other weights: " + l.Name + "."}
	if d.Title == "" {
		d.Title = sentence.Unmoved(l.Name).String()
	} else {
		d.Title = l.Name + ": " + d.Title
	}
	now := map[string]string{}
	for i := range l.Standings.Rows {
		now[l.Standings.Rows[i].Provider] = l.Standings.Rows[i].Numeral
	}
	for i := range g.Entries {
		e := &g.Entries[i]
		d.Rows = append(d.Rows, []string{e.Marked(), e.Numeral, now[e.Provider]})
	}
	return d
}

// timeline shows the ranks of all editions.
func (g *Guide) timeline() *Drawing {
	if g.History == nil {
		return nil
	}
	d := &Drawing{ID: "chart_timeline", History: g.History, Title: g.History.Caption.String(), Header: []string{sentence.Capital(g.Labels.Provider.One)},
		About: "One line for each " + g.Labels.Provider.One + " through the editions, at its rank in each."}
	for i := range g.Editions {
		d.Editions = append(d.Editions, g.Editions[i].Date)
		d.Header = append(d.Header, g.Editions[i].Date.Words())
	}
	for _, h := range g.History.Rows {
		d.Rows = append(d.Rows, append([]string{h.Name}, h.Printed()...))
	}
	return d
}
