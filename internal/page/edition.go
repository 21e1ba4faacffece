package page

import (
	"io"
	"shortlist/internal/report"

	"shortlist/internal/report/address"
)

// EditionPage is the view of a frozen ranking. It is made from the edition's
// own file, so that it stays what it was when the guide has moved on.
type EditionPage struct {
	Frame
	Guide    Link
	Date     Day
	Criteria []Column
	Rows     []EditionRow
	Since    *report.Changes // what has changed since; nil when nothing has
	Same     string          // says that nothing has
	Facts    bool            // facts were frozen
	Others   []Link
}

// EditionRow is a place of the time.
type EditionRow struct {
	Numbered
	Name  string
	Now   string // what it is called today, where that is another name
	URL   string // of the provider's page; empty when the site no longer knows it
	Score string
	Bar   Bar
	Cells []report.Cell
	Award string
	Facts []report.Line // the facts of the time; nil where none were frozen
}

// Edition prints a guide's frozen edition at an index.
func (s *Printer) Edition(w io.Writer, g *report.Guide, at int) error {
	r, e := s.of(g), &g.Editions[at]
	page := EditionPage{
		Frame: r.subframe(address.Edition(g.Slug, e.Date), e.Date.Words()+" edition", e.Title+", "+e.Date.Words()+" edition",
			"The ranking of "+e.Title+" as it stood in "+e.Date.Words()+", and what has changed since."),
		Guide: r.guideLink(), Date: *day(e.Date), Since: e.Since, Same: e.Same.String(), Others: r.editionLinks(at),
	}
	page.Canonical = s.Absolute(address.Guide(g.Slug))
	for _, k := range e.Order {
		page.Criteria = append(page.Criteria, Column{Name: e.Criteria[k].Name, Weight: e.Weighs[k]})
	}
	for _, x := range e.Rows {
		row := EditionRow{Numbered: numbered(x.Place), Name: x.Name, Now: x.Now, Score: x.Score, Bar: bar(x.Place), Award: x.Award, Facts: x.Facts}
		page.Facts = page.Facts || len(x.Facts) > 0
		if s.Providers[x.Provider] {
			row.URL = s.URL(address.Provider(x.Provider))
		}
		for _, k := range e.Order {
			row.Cells = append(row.Cells, x.Cells[k])
		}
		page.Rows = append(page.Rows, row)
	}
	return s.show(w, "edition", page)
}

// editionLinks lists the guide's editions but one, the latest first.
func (r *guidePrinter) editionLinks(but int) []Link {
	var out []Link
	for i := len(r.g.Editions) - 1; i >= 0; i-- {
		if e := &r.g.Editions[i]; i != but {
			out = append(out, Link{Label: e.Date.Words(), URL: r.site.URL(address.Edition(r.g.Slug, e.Date))})
		}
	}
	return out
}
