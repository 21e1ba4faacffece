package page

import (
	"html/template"
	"io"

	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// UseCaseView is a reader's situation with the pick that was computed for it.
type UseCaseView struct {
	ID       string
	Name     string
	URL      string // of its page
	About    template.HTML
	Requires []string
	Pick     *PickView // nil when nobody qualifies
	RunnerUp *PickView
	Reason   string
	Lead     string     // its first sentence
	Sure     string     // how sure the pick is, and who else could take it
	AddOns   []PickView // what may be added to the pick
	Asks     []string   // what is asked of an add-on; nil where nothing is
	RuledOut []RuledOut
	Unclear  []RuledOut // a requirement is not established, so they do not qualify
}

// PickView is a provider that qualifies.
type PickView struct {
	Link
	Provisional bool
	State       string
	Score       string
}

// UseCases is the table of a guide's use cases; nil where it has none.
type UseCases struct {
	Rows []UseCaseView
	Adds bool // something is asked of an add-on, or may be one, somewhere
}

func (r *guidePrinter) useCases() (*UseCases, error) {
	if len(r.g.UseCases) == 0 {
		return nil, nil
	}
	out := &UseCases{}
	for i := range r.g.UseCases {
		v, err := r.useCase(&r.g.UseCases[i], r.prose, func(provider string) string { return "#" + provider })
		if err != nil {
			return nil, err
		}
		out.Rows = append(out.Rows, v)
		out.Adds = out.Adds || len(v.AddOns) > 0 || len(v.Asks) > 0
	}
	return out, nil
}

// useCase shows the pick; entryURL is how the page links to an entry.
func (r *guidePrinter) useCase(u *report.UseCase, in prose, entryURL func(provider string) string) (UseCaseView, error) {
	about, err := in.line(u.About)
	v := UseCaseView{
		ID: u.ID, Name: u.Name, URL: r.below(address.UseCase(r.g.Slug, u.ID)), About: about, Requires: u.Requires, Reason: u.Reason.String(),
		Sure: u.Sure.String(), Lead: u.Lead.String(),
		RuledOut: ruledOut(u.RuledOut, entryURL), Unclear: ruledOut(u.Unclear, entryURL),
	}
	pick := func(i int) *PickView {
		if i >= len(u.Standings.Rows) {
			return nil
		}
		p := u.Standings.Rows[i]
		return &PickView{Link: Link{Label: p.Name, URL: entryURL(p.Provider)}, Score: p.Score, Provisional: p.Provisional, State: p.State}
	}
	v.Pick, v.RunnerUp = pick(0), pick(1)
	if u.AddOn != nil {
		v.Asks = u.AddOn.Words
	}
	for _, p := range u.AddOns.Rows {
		v.AddOns = append(v.AddOns, PickView{Link: Link{Label: p.Name, URL: entryURL(p.Provider)}, Score: p.Score, Provisional: p.Provisional, State: p.State})
	}
	return v, err
}

// UseCasePage is the view of the pick for a reader's situation.
type UseCasePage struct {
	Frame
	Guide      Link
	UseCase    UseCaseView
	Award      template.HTML // the pick's, as are the next two
	Why        template.HTML // what the guide says of it
	Sections   []Prose
	Disclosure *Disclosure // of a tie with the pick
	Weights    []WeightRow // nil where the use case weighs as the guide does
	Standings  Standings
	RuledOut   []RuledGroup
	Unclear    []RuledGroup // a requirement is not established
	Others     []Link
}

// UseCase prints a guide's use case at an index.
func (s *Printer) UseCase(w io.Writer, g *report.Guide, at int) error {
	r, u := s.of(g), &g.UseCases[at]
	view, err := r.useCase(u, r.fromOutside(), r.entryURL)
	if err != nil {
		return r.failing(err)
	}
	page := UseCasePage{
		Frame: r.subframe(address.UseCase(g.Slug, u.ID), u.Name, u.Name+": "+g.Title,
			"The pick of "+g.Title+" for this case: "+u.Name+". Who qualifies, and who is ruled out by what."),
		Guide: r.guideLink(), UseCase: view,
		Standings: r.standings("Those that qualify, in order", u.Standings),
		RuledOut:  byReason(u.RuledOut, r.entryURL), Unclear: byReason(u.Unclear, r.entryURL),
	}
	if u.Weights != nil {
		page.Weights = r.weightRows(u.Weighs)
	}
	if len(u.Standings.Rows) > 0 {
		e := g.Entry(u.Standings.Rows[0].Provider)
		if page.Award, err = r.fromOutsideOf(e).line(e.Award); err != nil {
			return r.failing(err)
		}
		if page.Why, page.Sections, err = r.fromOutsideOf(e).entryBody(&e.Body); err != nil {
			return r.failing(err)
		}
		if page.Disclosure, err = s.disclosure(e.Tie); err != nil {
			return r.failing(err)
		}
	}
	for i := range g.UseCases {
		if other := &g.UseCases[i]; i != at {
			page.Others = append(page.Others, Link{Label: other.Name, URL: s.URL(address.UseCase(g.Slug, other.ID))})
		}
	}
	return s.show(w, "usecase", page)
}
