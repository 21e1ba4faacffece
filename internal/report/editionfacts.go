package report

import (
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// Line is a fact of the time with its name.
type Line struct{ Name, Words string }

// frozenFacts are the facts that an edition froze of an entry, as readers were told them;
// nil for one of before facts were frozen.
func frozenFacts(e *guide.Edition, x *guide.EditionEntry) []Line {
	f := x.Facts
	if f == nil {
		return nil
	}
	var out []Line
	add := func(name, words string) {
		if words != "" {
			out = append(out, Line{name, words})
		}
	}
	add("Status", sentence.Status(guide.Status{Kind: guide.StatusKind(f.Status.Kind), Date: f.Status.Date}).String())
	add("Kind", f.Kind)
	add("Home", f.Home)
	add("Best for", strings.Join(f.Audience, "; "))
	add("Consider if", f.ConsiderIf)
	add("Strengths", strings.Join(f.Strengths, "; "))
	add("Drawbacks", strings.Join(f.Drawbacks, "; "))
	add("Alternatives", strings.Join(f.Alternatives, "; "))
	add("Regions", strings.Join(f.Regions, ", "))
	add("Regions, note", f.RegionsNote)
	add("Fees", f.Fees)
	for _, p := range f.Prices {
		if len(f.Prices) == 1 && slices.ContainsFunc(x.Scores, func(s guide.EditionScore) bool { return s.Figure == p.Price }) {
			continue // it stands below as a figure
		}
		words := p.Price
		if p.Note != "" {
			words += ". " + p.Note
		}
		add(strings.TrimSpace("Price "+p.Name), words)
	}
	for k, c := range e.Criteria {
		add(c.Name, x.Scores[k].Figure)
	}
	for i, a := range e.Attributes {
		add(a.Name, f.Attributes[i])
	}
	for _, said := range f.Stated {
		name, words, _ := strings.Cut(said, ": ")
		add(name, words)
	}
	if !f.AsOf.IsZero() {
		add("As of", f.AsOf.Words())
	}
	return out
}
