package page

import (
	"html/template"
	"io"

	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// LensPage is the view of a guide under other weights.
type LensPage struct {
	Frame
	Name      string
	Guide     Link
	About     template.HTML
	Rests     string // on which estimates it rests
	Leader    string
	Moves     string  // who moves, in a sentence
	Chart     *Figure // nil where nobody moves
	Weights   []WeightRow
	Standings Standings
	Others    []Link // the guide's other lenses
}

// Lens prints a guide under its lens at an index.
func (s *Printer) Lens(w io.Writer, g *report.Guide, at int) error {
	r, l := s.of(g), &g.Lenses[at]
	about, err := r.fromOutside().line(l.About)
	if err != nil {
		return r.failing(err)
	}
	page := LensPage{
		Frame: r.subframe(address.Lens(g.Slug, l.ID), l.Name, l.Name+": "+g.Title,
			"The ranking of "+g.Title+" under other weights: "+l.Name+". What moves, and why."),
		Name: l.Name, Guide: r.guideLink(), About: about,
		Rests:     l.Rests.String(),
		Leader:    l.Leader.String(),
		Moves:     l.Moves.String(),
		Weights:   r.weightRows(l.Weighs),
		Standings: r.standings(g.Title+" under “"+l.Name+"”", l.Standings),
	}
	if page.Chart, err = r.shiftFigure(l); err != nil {
		return r.failing(err)
	}
	for i := range g.Lenses {
		if other := &g.Lenses[i]; i != at {
			page.Others = append(page.Others, Link{Label: other.Name, URL: s.URL(address.Lens(g.Slug, other.ID))})
		}
	}
	return s.show(w, "lens", page)
}

// LensView is a lens as its guide lists it.
type LensView struct {
	Link
	About  template.HTML
	Leader string
}

func (r *guidePrinter) lenses() ([]LensView, error) {
	var out []LensView
	for i := range r.g.Lenses {
		l := &r.g.Lenses[i]
		about, err := r.prose.line(l.About)
		if err != nil {
			return nil, err
		}
		out = append(out, LensView{
			Link:  Link{Label: l.Name, URL: r.below(address.Lens(r.g.Slug, l.ID))},
			About: about, Leader: l.Rests.Then(l.Leader).String(),
		})
	}
	return out, nil
}
