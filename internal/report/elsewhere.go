package report

import (
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// Then is the place that a provider had in an edition of a guide.
type Then struct {
	Date guide.Date
	Rank int
	Of   int
}

// then lists a provider's places over the editions, the latest first.
func then(editions []*guide.Edition, provider string) []Then {
	var out []Then
	for i := len(editions) - 1; i >= 0; i-- {
		for _, x := range editions[i].Entries {
			if x.Provider == provider {
				out = append(out, Then{editions[i].Date, x.Rank, len(editions[i].Entries)})
			}
		}
	}
	return out
}

// told is what a guide tells of a provider beside its place and its prices, for the
// provider's own page: where and for whom, in plain text, then what is established of
// the guide's attributes.
func told(g *guide.Guide, e *guide.Entry, labels guide.Labels) []Line {
	var out []Line
	add := func(name, words string) {
		if words != "" {
			out = append(out, Line{name, words})
		}
	}
	add(labels.Audience, strings.Join(e.Audience, "; "))
	add(labels.ConsiderIf, Plain(e.ConsiderIf))
	if len(e.Regions) > 0 || !e.RegionsNote.IsZero() {
		add(labels.Regions, regionWords(e.Regions, e.RegionsNote))
	}
	add(labels.Fees, Plain(e.Fees))
	for i := range g.Attributes {
		if v, given := e.Attributes[g.Attributes[i].ID]; given {
			add(g.Attributes[i].Name, g.Attributes[i].Words(v))
		}
	}
	if !e.AsOf.IsZero() {
		add("As of", e.AsOf.Words())
	}
	return out
}

// untold names what a guide asks of a provider and does not know: criteria of which
// nothing is known, attributes that are not established, and where it serves.
func untold(g *guide.Guide, e *guide.Entry, order []int, labels guide.Labels) sentence.Text {
	var names []string
	for _, k := range order {
		if e.Scores[k].State == guide.NotCovered {
			names = append(names, g.Criteria[k].Name)
		}
	}
	for i := range g.Attributes {
		if _, given := e.Attributes[g.Attributes[i].ID]; !given {
			names = append(names, g.Attributes[i].Name)
		}
	}
	for _, other := range g.Entries {
		if len(other.Regions) > 0 && len(e.Regions) == 0 {
			names = append(names, labels.Regions)
			break
		}
	}
	return sentence.Untold(names)
}
