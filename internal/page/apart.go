package page

import (
	"html/template"

	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// StatusView is what has become of a provider.
type StatusView struct {
	Said string // "Closed in March 2026"
	Note template.HTML
}

// status is nil for a provider that goes on.
func (p prose) status(from report.Status) (*StatusView, error) {
	if from.Kind == "" {
		return nil, nil
	}
	note, err := p.line(from.Note)
	return &StatusView{Said: from.Said.String(), Note: note}, err
}

// ApartView is an entry that takes no place, as its guide shows it.
type ApartView struct {
	ID         string   // its anchor, the provider's slug
	Was        []string // anchors that it had
	Name       string
	URL        string // of the provider's page
	State      string
	Said       string // "Left the ranking in March 2026"
	Note       template.HTML
	Last       string // the place that it had; empty for none
	Status     *StatusView
	Disclosure *Disclosure
	Why        template.HTML
	Sections   []Prose
	Traits     *TraitsView
	Sources    *SourceGroup
}

// apart shows the entries that take no place.
func (r *guidePrinter) apart() ([]ApartView, error) {
	var out []ApartView
	for i := range r.g.Apart {
		a := &r.g.Apart[i]
		in := prose{site: r.site, sources: a.Cited, shift: 2, prefix: a.Provider + "-", labels: &r.g.Labels}
		v := ApartView{ID: a.Provider, Was: a.Was, Name: a.Name, URL: r.site.URL(address.Provider(a.Provider)), State: a.State, Said: a.Said.String(), Last: a.Last.String()}
		var err error
		if v.Note, err = in.line(a.Note); err != nil {
			return nil, err
		}
		if v.Status, err = in.status(a.Status); err != nil {
			return nil, err
		}
		if v.Disclosure, err = r.site.disclosure(a.Tie); err != nil {
			return nil, err
		}
		if v.Why, v.Sections, err = in.entryBody(&a.Body); err != nil {
			return nil, err
		}
		if v.Traits, err = in.traits(written(a.Strengths), written(a.Drawbacks), ""); err != nil {
			return nil, err
		}
		v.Sources = sourceGroup(a.AllSources(), a.Was)
		out = append(out, v)
	}
	return out, nil
}

// ApartLine is a guide in which a provider takes no place.
type ApartLine struct {
	Entry Link // "Left Best Vaults in March 2026"
	Note  string
}

// apart lists the guides in which a provider takes no place.
func (s *Printer) apart(provider string) []ApartLine {
	var out []ApartLine
	for _, b := range s.Directory.Apart(provider) {
		out = append(out, ApartLine{
			Entry: Link{Label: b.Apart.Elsewhere.Capital().String(), URL: s.URL(address.Guide(b.Guide.Slug)) + "#" + provider},
			Note:  report.Plain(b.Apart.Note),
		})
	}
	return out
}

// withState is a name with what a reader should know beside it, where a link has room
// for no more than words.
func withState(name, state string) string {
	if state == "" {
		return name
	}
	return name + " (" + state + ")"
}
