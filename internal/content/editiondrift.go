package content

import (
	"cmp"
	"fmt"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var editionDrift = diag.Define(diag.Error, "edition-drift",
	"A frozen ranking's totals, ranks or order are not what its own scores and weights come to.")

const driftHint = "`shortlist snapshot` writes editions and nobody edits them: take the file back from git"

// checkDrift holds an edition's totals, ranks and order against its scores and
// weights. Only what is wrong first is reported: a total that is off puts the
// ranks out, too.
//
// The arithmetic is that of package rank, which this package may not import: a
// library must be valid before anything is computed from it, and a weighted sum
// is short. The tests of package history freeze rankings that package rank
// made, and read them here.
func (r *reader) checkDrift(f *fields, e *guide.Edition) {
	entries := f.t.Get("entries").Value.Items
	before := len(r.list)
	report := func(i int, key, format string, args ...any) {
		r.report(editionDrift, entries[i].Table.Get(key).Value.Span, fmt.Sprintf(format, args...), driftHint)
	}
	for i, x := range e.Entries {
		if total := totalOf(e, x, false); total != x.Total && x.Total != totalOf(e, x, true) {
			report(i, "total", "total %s is not what the scores of %s come to, %s", totalText(x.Total), x.Provider, totalText(total))
		}
	}
	if len(r.list) > before {
		return
	}
	for i, x := range e.Entries {
		rank := 1
		for _, y := range e.Entries {
			if y.Total > x.Total {
				rank++
			}
		}
		if rank != x.Rank {
			report(i, "rank", "rank %d is not that of %s, which is %d", x.Rank, x.Provider, rank)
		}
	}
	for i := 1; i < len(e.Entries) && len(r.list) == before; i++ {
		a, b := e.Entries[i-1], e.Entries[i]
		if cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Provider, b.Provider)) > 0 {
			report(i, "provider", "%s stands after %s, which it precedes", b.Provider, a.Provider)
		}
	}
}

// totalOf is the sum of weight times half-hundredths, a range counting as the
// edition says; rounded down to a hundredth, if need be, as it was in editions of
// before half-hundredths counted.
func totalOf(e *guide.Edition, x guide.EditionEntry, rounded bool) int {
	total := 0
	for k, c := range e.Criteria {
		halves := 2 * x.Scores[k].Low
		if e.Unknown == guide.Midpoint {
			halves = x.Scores[k].Low + x.Scores[k].High
		}
		if rounded {
			halves -= halves % 2
		}
		weight := int(c.Weight)
		if c.Parts > 0 {
			weight = c.Parts
		}
		total += weight * int(halves)
	}
	return total
}
