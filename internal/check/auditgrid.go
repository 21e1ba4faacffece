package check

import (
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// grid is a table as its headers explain it.
type grid struct {
	under       string // the id of the heading or section that it stands below
	heads       []head
	rows        []line
	rank, total int // the columns of ranks and of totals, -1 if it has none
}

// head is a column, with the weight if it is a criterion.
type head struct{ name, weight string }

// line is a row. Its own header is one of the cells.
type line struct {
	id     string // of the provider that it leads to
	name   string
	weight string // of the criterion that it stands for
	cells  []string
}

// gridOf reads a table. A rank and a total are known by the class of their
// cells or by the words above them.
func gridOf(table *html.Node, under string) *grid {
	g := &grid{under: under, rank: -1, total: -1}
	if table == nil {
		return g
	}
	for row := range table.Descendants() {
		if row.Type != html.ElementNode || row.Data != "tr" {
			continue
		}
		var l line
		var heads []head
		top := true // nothing but headers of columns
		for c := range row.ChildNodes() {
			if c.Data != "th" && c.Data != "td" {
				continue
			}
			name, weight := captioned(c)
			heads = append(heads, head{name, weight})
			top = top && c.Data == "th" && attr(c, "scope") == "col"
			if c.Data == "th" {
				l.name, l.weight = name, weight
				if link := first(c, tagged("a")); link != nil {
					l.id, l.name = providerOf(attr(link, "href")), plain(link)
				}
			}
			if classed(c, "rank") {
				g.rank = len(l.cells)
			} else if classed(c, "total") {
				g.total = len(l.cells)
			}
			l.cells = append(l.cells, plain(c))
		}
		if top && g.heads == nil {
			g.heads = heads
		} else {
			g.rows = append(g.rows, l)
		}
	}
	if g.rank < 0 {
		g.rank = g.column("Rank")
	}
	if g.total < 0 {
		g.total = g.column("Score")
	}
	return g
}

var (
	percent  = regexp.MustCompile(`^([\d.]+) ?%$`)
	weighted = regexp.MustCompile(`^(.+) ([\d.]+) ?%$`) // "Costs 15 %"
)

// captioned is the text of a header cell without its small print, and the
// weight, if that is what the small print says.
func captioned(cell *html.Node) (name, weight string) {
	small := plain(first(cell, tagged("small")))
	name = strings.TrimSpace(strings.TrimSuffix(plain(cell), small))
	if m := percent.FindStringSubmatch(small); m != nil {
		weight = m[1]
	}
	return name, weight
}

// providerOf is the provider that an address stands for: an entry of a guide,
// or the provider's own page.
func providerOf(href string) string {
	if id := fragmentOf(href); id != "" {
		return id
	}
	if strings.Contains(href, "providers/") {
		return path.Base(href)
	}
	return ""
}

// column is the place of the column with a name, -1 if there is none.
func (g *grid) column(name string) int {
	for i, h := range g.heads {
		if h.name == name {
			return i
		}
	}
	return -1
}

// like reports whether the first columns have these names.
func (g *grid) like(names ...string) bool {
	if len(g.heads) < len(names) {
		return false
	}
	for i, name := range names {
		if g.heads[i].name != name {
			return false
		}
	}
	return true
}

// at is a cell of a row, "" where the row is too short.
func (l *line) at(column int) string {
	if column < 0 || column >= len(l.cells) {
		return ""
	}
	return l.cells[column]
}

// ranking takes the table for a ranking: a provider in each row.
func (g *grid) ranking(file, label string, has extent) surface {
	s := surface{file: file, label: label, extent: has, weights: g.weights()}
	for _, l := range g.rows {
		if l.id == "" {
			continue
		}
		p := place{id: l.id, name: l.name, rank: l.at(g.rank), score: l.at(g.total), marks: map[string]string{}}
		for i, h := range g.heads {
			if i != g.rank && i != g.total && l.at(i) != l.name {
				p.marks[h.name] = l.at(i)
			}
		}
		s.places = append(s.places, p)
	}
	return s
}

// weights are those of the criteria that head columns or rows, or that stand
// in a column of their own.
func (g *grid) weights() map[string]string {
	out := map[string]string{}
	for _, h := range g.heads {
		if h.weight != "" {
			out[h.name] = h.weight
		}
	}
	column := -1
	if g.like("Criterion") {
		column = g.column("Weight")
	}
	for _, l := range g.rows {
		if l.weight != "" && l.id == "" {
			out[l.name] = l.weight
		}
		if m := percent.FindStringSubmatch(l.at(column)); m != nil {
			out[l.name] = m[1]
		}
	}
	return out
}
