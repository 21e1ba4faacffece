package report

import (
	"slices"

	"shortlist/internal/guide"
)

// Says tells which lines a guide has: whatever none of its entries says has no line,
// and where one says it, the others say that it is not checked.
type Says struct{ Fees, ConsiderIf, Alternatives, Features bool }

func says(entries []Entry) Says {
	has := slices.ContainsFunc[[]Entry]
	return Says{
		Fees:         has(entries, func(e Entry) bool { return !e.Fees.IsZero() || len(e.Prices) > 0 }),
		ConsiderIf:   has(entries, func(e Entry) bool { return !e.ConsiderIf.IsZero() }),
		Alternatives: has(entries, func(e Entry) bool { return len(e.Alternatives) > 0 }),
		Features: has(entries, func(e Entry) bool {
			return slices.ContainsFunc(e.Body.Parts, func(p guide.Part) bool { return p.Heading != nil })
		}),
	}
}
