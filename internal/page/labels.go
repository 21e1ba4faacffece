package page

import (
	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// Labels are the words of the publication's field, as pages need them.
type Labels struct {
	Provider     string // in a sentence: "provider"
	Providers    string
	Column       string // in the head of a column: "Provider"
	Audience     string
	ConsiderIf   string
	Alternatives string
	Fees         string
	Regions      string
	Serves       string
	Features     string
}

func labelsOf(l guide.Labels) Labels {
	return Labels{
		Provider: l.Provider.One, Providers: l.Provider.Many, Column: sentence.Capital(l.Provider.One),
		Audience: l.Audience, ConsiderIf: l.ConsiderIf, Alternatives: l.Alternatives, Fees: l.Fees,
		Regions: l.Regions, Serves: l.Serves, Features: l.Features,
	}
}

// labels are the words of the site.
func (s *Printer) labels() Labels { return labelsOf(s.Publication.Labels) }

func statedViews(facts []guide.Stated) []StatedView {
	var out []StatedView
	for _, f := range facts {
		out = append(out, StatedView{f.Name, f.Words, f.URL})
	}
	return out
}

// StatedView is a fact that a provider states.
type StatedView struct{ Name, Words, URL string }
