package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// known is a column of facts with what it says of each entry.
type known struct {
	Column
	cells []GridCell
}

// factGrids are the tables of facts: what each entry is, where it serves, what it
// costs, and the guide's attributes.
func (r *guidePrinter) factGrids() []Grid {
	columns := r.facts()
	needs := make([]int, len(columns))
	for i, c := range columns {
		needs[i] = c.need()
	}
	var out []Grid
	starts := across(needs, factsAcross)
	for t, from := range starts {
		to := len(columns)
		if t+1 < len(starts) {
			to = starts[t+1]
		}
		grid := Grid{ID: part("table_facts", t), Labels: labelsOf(r.g.Labels), Caption: "Facts"}
		if t > 0 {
			grid.Caption = "Further facts"
		}
		for i, share := range shares(columns[from:to], needs[from:to]) {
			c := columns[from+i].Column
			c.Share = share
			grid.Columns = append(grid.Columns, c)
		}
		for i := range r.g.Entries {
			row := r.rowOf(&r.g.Entries[i])
			for _, c := range columns[from:to] {
				row.Cells = append(row.Cells, c.cells[i])
			}
			grid.Rows = append(grid.Rows, row)
		}
		out = append(out, grid)
	}
	if r.g.Regional() {
		out = append(out, r.regionGrid()...)
	}
	return out
}

// regionGrid is who serves where, in words; nothing where all that anyone lists is
// the whole world.
func (r *guidePrinter) regionGrid() []Grid {
	d := r.g.WhoServes()
	if len(d.Matrix.Regions) == 0 {
		return nil
	}
	grid := Grid{ID: "table_regions", Fixed: true, Labels: labelsOf(r.g.Labels), Caption: r.g.Labels.Regions + ": " + d.Title}
	if d.Matrix.More {
		grid.Caption += "; further regions stand among the facts above"
	}
	for _, region := range d.Matrix.Regions {
		grid.Columns = append(grid.Columns, Column{ID: "in-" + region.ID, Name: region.Name})
	}
	for i := range r.g.Entries {
		row := r.rowOf(&r.g.Entries[i])
		for k, region := range d.Matrix.Regions {
			// The stronger what it lists, the darker; what is not stated is dashed as everywhere.
			cell := GridCell{Cell: report.Cell{Text: d.Rows[i][k+1], Shade: [...]int{-1, 0, 1, 3}[d.Matrix.Cells[i][k]]}, Label: region.Name}
			row.Cells = append(row.Cells, cell)
		}
		grid.Rows = append(grid.Rows, row)
	}
	return []Grid{grid}
}

// facts are all columns of facts. One that says nothing of anybody is left out.
func (r *guidePrinter) facts() []known {
	g := r.g
	words := func(id, name string, of func(e *report.Entry) string) known {
		out := known{Column: Column{ID: id, Name: name}}
		for i := range g.Entries {
			cell := GridCell{Cell: report.Cell{Text: of(&g.Entries[i]), Shade: 0}, Label: name}
			if cell.Text == "" {
				cell.Cell = report.Cell{Text: report.NotCovered, Shade: -1}
			}
			out.cells = append(out.cells, cell)
		}
		return out
	}
	var out []known
	if !r.alike() {
		out = append(out, words("kind", "Kind", func(e *report.Entry) string { return e.Kind }))
	}
	if g.Regional() {
		out = append(out, words("regions", g.Labels.Regions, func(e *report.Entry) string {
			if len(e.Regions) == 0 && e.RegionsNote.IsZero() {
				return ""
			}
			return e.RegionWords()
		}))
	}
	if g.Says.Fees {
		out = append(out, r.costs(words("fees", g.Labels.Fees, func(e *report.Entry) string { return e.Cost(g) })))
	}
	for a := range g.Attributes {
		of := &g.Attributes[a]
		column := known{Column: Column{ID: of.ID, Name: of.Name, Number: of.Type == guide.Number}}
		for i := range g.Entries {
			f := &g.Entries[i].Facts[a]
			cell := GridCell{Cell: report.Cell{Text: f.Words}, Label: of.Name}
			switch {
			case !f.Given:
				cell.Shade = -1
			case column.Number:
				cell.Sorts, cell.Number = f.Number.String(), true
			}
			column.cells = append(column.cells, cell)
		}
		out = append(out, column)
	}
	return out
}

// alike reports whether all are of one kind, which then tells nobody apart.
func (r *guidePrinter) alike() bool {
	return len(r.g.Entries) > 1 && !slices.ContainsFunc(r.g.Entries, func(e report.Entry) bool { return e.Kind != r.g.Entries[0].Kind })
}

// costs lets a column of costs sort by its figures where all that it says are prices
// in one unit. What has no figure then comes last.
func (r *guidePrinter) costs(column known) known {
	var unit guide.Unit
	some := false
	for i := range r.g.Entries {
		e := &r.g.Entries[i]
		p := e.Counts()
		switch {
		case p == nil && len(e.Prices) == 0 && e.Cost(r.g) != "", p != nil && some && p.Unit != unit:
			return column
		case p != nil:
			unit, some = p.Unit, true
		}
	}
	for i := range r.g.Entries {
		e := &r.g.Entries[i]
		if p := e.Counts(); p != nil {
			column.cells[i].Sorts = p.Figures[0].String()
		} else if len(e.Prices) > 0 {
			column.cells[i].Sorts = "none"
		}
	}
	return column
}

// share is the width of a column in twentieths of what the columns of facts have,
// at least one.
// shares parts the width among columns by what they need, in twentieths. None is
// narrower than its longest word, as far as there is room.
func shares(columns []known, needs []int) []int {
	all, sum := 0, 0
	for _, need := range needs {
		all += need
	}
	out, floor := make([]int, len(columns)), make([]int, len(columns))
	for i := range columns {
		floor[i] = least(columns[i].longest())
		out[i] = max(1, (20*needs[i]+all/2)/all, floor[i])
		sum += out[i]
	}
	for ; sum > 20; sum-- { // who has most of what it needs gives way
		at := -1
		for i := range out {
			if out[i] > floor[i] && (at < 0 || out[i]*needs[at] > out[at]*needs[i]) {
				at = i
			}
		}
		if at < 0 {
			break
		}
		out[at]--
	}
	return out
}

// least is how many twentieths a word of so many letters takes: one is 38 pixels of
// a page of 1280, a letter some 7.3, and the padding of a cell 14.
func least(letters int) int { return (73*letters + 140 + 379) / 380 }

func (k *known) longest() int {
	most := longestWord(k.Name)
	for _, c := range k.cells {
		most = max(most, longestWord(c.Text))
	}
	return min(most, 20)
}

// factsAcross is how many letters of facts stand beside one another in two lines at
// the width of a page.
const factsAcross = 210

// need is how many letters wide a column wants to be, if what it says is to stand in
// two lines, of which the first seldom is full: twice its longest word at least.
func (k *known) need() int {
	most := 2 * longestWord(k.Name)
	for _, c := range k.cells {
		most = max(most, utf8.RuneCountInString(c.Text)+2, 2*longestWord(c.Text))
	}
	return most + 4
}

func longestWord(s string) int {
	most := 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) { // a line may end at either
		most = max(most, utf8.RuneCountInString(word))
	}
	return most
}

// across divides columns among as few tables as have room for them, in their order
// and so that the widest is as narrow as it can be. It returns where each table
// begins. One column that is wider than a table gets one alone.
func across(needs []int, room int) []int {
	tables := len(tablesOf(needs, room))
	for narrower := room; tables > 1 && narrower > 0 && len(tablesOf(needs, narrower)) == tables; narrower-- {
		room = narrower
	}
	return tablesOf(needs, room)
}

func tablesOf(needs []int, room int) []int {
	var starts []int
	taken := 0
	for i, need := range needs {
		if i == 0 || taken+need > room {
			starts, taken = append(starts, i), 0
		}
		taken += need
	}
	return starts
}
