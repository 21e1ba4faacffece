package report

import (
	"slices"

	"shortlist/internal/guide"
)

// Says tells which lines a guide has: whatever none of its entries says has no line,
// and where one says it, the others say that it is not covered.
type Says struct{ Fees, ConsiderIf, Alternatives, Features bool }

// Priced reports whether a measured figure of the entry has the very name of the
// line of fees, and that line would only say that it is not covered.
func (e *Entry) Priced(g *Guide) bool {
	for k := range e.Scores {
		if e.Scores[k].Measured && g.Criteria[k].Name == g.Labels.Fees {
			return e.Fees.IsZero()
		}
	}
	return false
}

func says(entries []Entry) Says {
	has := slices.ContainsFunc[[]Entry]
	return Says{
		Fees:         has(entries, func(e Entry) bool { return !e.Fees.IsZero() }),
		ConsiderIf:   has(entries, func(e Entry) bool { return !e.ConsiderIf.IsZero() }),
		Alternatives: has(entries, func(e Entry) bool { return len(e.Alternatives) > 0 }),
		Features: has(entries, func(e Entry) bool {
			return slices.ContainsFunc(e.Body.Parts, func(p guide.Part) bool { return p.Heading != nil })
		}),
	}
}
