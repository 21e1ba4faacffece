package site

import (
	"html/template"
	"io"

	"shortlist/internal/guide"
	"shortlist/internal/report/table"
)

// UseCasePage is the view of the pick for a reader's situation.
type UseCasePage struct {
	Frame
	Guide      Link
	UseCase    UseCaseView
	Award      template.HTML // the pick's
	Disclosure *Disclosure   // of a tie with the pick
	Weights    []WeightRow   // nil where the use case weighs as the guide does
	Standings  Standings
	RuledOut   []RuledGroup
	Unclear    []RuledGroup // a requirement is not established
	Others     []Link
}

func (r *guideRendering) useCasePage(w io.Writer, u *guide.UseCase) error {
	table := table.UseCase(r.guide, u)
	ranking := r.other(table)
	view, err := r.useCase(u, r.fromOutside(), r.entryURL)
	if err != nil {
		return err
	}
	page := UseCasePage{
		Frame: r.subframe(useCasePath(r.guide.Slug, u.ID), u.Name, u.Name+": "+r.guide.FullTitle(),
			"The pick of "+r.guide.FullTitle()+" for this case: "+u.Name+". Who qualifies, and who is ruled out by what."),
		Guide: r.guideLink(), UseCase: view,
		Standings: r.standings("Those that qualify, in order", ranking, u.Weights != nil),
	}
	page.RuledOut, page.Unclear = byReason(view.RuledOut), byReason(view.Unclear)
	if u.Weights != nil {
		page.Weights = r.weightRows(table)
	}
	if len(ranking.Places) > 0 {
		e := r.guide.Entry(ranking.Places[0].ID)
		in := r.fromOutside()
		in.sources = e.Source
		if page.Award, err = in.line(e.Award); err != nil {
			return err
		}
		if page.Disclosure, err = r.site.disclosure(e.Provider); err != nil {
			return err
		}
	}
	for i := range r.guide.UseCases {
		if other := &r.guide.UseCases[i]; other != u {
			page.Others = append(page.Others, Link{Label: other.Name, URL: r.site.url(useCasePath(r.guide.Slug, other.ID))})
		}
	}
	return r.site.show(w, "usecase", page)
}
