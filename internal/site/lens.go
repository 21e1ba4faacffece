package site

import (
	"html/template"
	"io"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// LensPage is the view of a guide under other weights.
type LensPage struct {
	Frame
	Name      string
	Guide     Link
	About     template.HTML
	Leader    string
	Moves     string  // who moves, in a sentence
	Chart     *Figure // nil where nobody moves
	Weights   []WeightRow
	Standings Standings
	Others    []Link // the guide's other lenses
}

func (r *guideRendering) lensPage(w io.Writer, l *guide.Lens) error {
	table := table.Lens(r.guide, l)
	ranking := r.other(table)
	about, err := r.fromOutside().line(l.About)
	if err != nil {
		return err
	}
	page := LensPage{
		Frame: r.subframe(lensPath(r.guide.Slug, l.ID), l.Name, l.Name+": "+r.guide.FullTitle(),
			"The ranking of "+r.guide.FullTitle()+" under other weights: "+l.Name+". What moves, and why."),
		Name: l.Name, Guide: r.guideLink(), About: about,
		Leader:    sentence.Leader(ranking, r.ranking, r.names),
		Moves:     sentence.Shifts(r.ranking, ranking, r.names),
		Weights:   r.weightRows(table),
		Standings: r.standings(r.guide.FullTitle()+" under “"+l.Name+"”", ranking, true),
	}
	if page.Chart, err = r.shiftFigure(ranking); err != nil {
		return err
	}
	for i := range r.guide.Lenses {
		if other := &r.guide.Lenses[i]; other != l {
			page.Others = append(page.Others, Link{Label: other.Name, URL: r.site.url(lensPath(r.guide.Slug, other.ID))})
		}
	}
	return r.site.show(w, "lens", page)
}

func (r *guideRendering) guideLink() Link {
	return Link{Label: r.guide.FullTitle(), URL: r.site.url(guidePath(r.guide.Slug))}
}

// LensView is a lens as its guide lists it.
type LensView struct {
	Link
	About  template.HTML
	Leader string
}

func (r *guideRendering) lenses() ([]LensView, error) {
	var out []LensView
	for i := range r.guide.Lenses {
		l := &r.guide.Lenses[i]
		about, err := r.prose.line(l.About)
		if err != nil {
			return nil, err
		}
		ranking := r.other(table.Lens(r.guide, l))
		out = append(out, LensView{
			Link:  Link{Label: l.Name, URL: r.below(lensPath(r.guide.Slug, l.ID))},
			About: about, Leader: sentence.Leader(ranking, r.ranking, r.names),
		})
	}
	return out, nil
}
