package site

import (
	"html/template"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
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
	RuledOut []RuledOut
	Unclear  []RuledOut // a requirement is not established, so they do not qualify
}

// PickView is a provider that qualifies.
type PickView struct {
	Link
	Score string
}

// RuledOut is a provider that does not qualify, and the requirements at fault.
type RuledOut struct {
	Link
	By string
}

// RuledGroup is those that do not qualify for one reason.
type RuledGroup struct {
	By    string
	Links []Link
}

// byReason gathers those that do not qualify for the same reason, in the order
// of the first of each.
func byReason(out []RuledOut) []RuledGroup {
	var groups []RuledGroup
	at := map[string]int{}
	for _, x := range out {
		i, seen := at[x.By]
		if !seen {
			i = len(groups)
			at[x.By] = i
			groups = append(groups, RuledGroup{By: sentence.Capital(x.By)})
		}
		groups[i].Links = append(groups[i].Links, x.Link)
	}
	return groups
}

func (r *guideRendering) useCases() ([]UseCaseView, error) {
	var out []UseCaseView
	for i := range r.guide.UseCases {
		v, err := r.useCase(&r.guide.UseCases[i], r.prose, func(provider string) string { return "#" + provider })
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// useCase computes the pick; entryURL is how the page links to an entry.
func (r *guideRendering) useCase(u *guide.UseCase, in prose, entryURL func(provider string) string) (UseCaseView, error) {
	about, err := in.line(u.About)
	v := UseCaseView{ID: u.ID, Name: u.Name, URL: r.below(useCasePath(r.guide.Slug, u.ID)), About: about}
	if err != nil {
		return v, err
	}
	for _, region := range u.Regions {
		v.Requires = append(v.Requires, "serves "+region.Name)
	}
	for i := range u.Requires {
		v.Requires = append(v.Requires, u.Requires[i].String())
	}
	ranking := r.other(table.UseCase(r.guide, u))
	v.Reason = sentence.Pick(ranking, r.names)
	link := func(provider string) Link { return Link{Label: r.names.Provider(provider), URL: entryURL(provider)} }
	pick := func(i int) *PickView {
		if i >= len(ranking.Places) {
			return nil
		}
		p := ranking.Places[i]
		return &PickView{Link: link(p.ID), Score: ranking.Print(p.Total)}
	}
	v.Pick, v.RunnerUp = pick(0), pick(1)
	for _, p := range r.ranking.Places {
		unmet := u.Unmet(r.guide.Entry(p.ID))
		if len(unmet) == 0 {
			continue
		}
		out := RuledOut{Link: link(p.ID)}
		clear := false
		var by []string
		for _, m := range unmet {
			by = append(by, sentence.Unmet(m))
			clear = clear || !m.NotEstablished
		}
		out.By = sentence.List(by)
		if clear {
			v.RuledOut = append(v.RuledOut, out)
		} else {
			v.Unclear = append(v.Unclear, out)
		}
	}
	return v, nil
}
