package content

import (
	"fmt"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

var editionDrift = diag.Define(diag.Error, "edition-drift",
	"A frozen ranking's totals, ranks or order are not what its own scores and weights come to.")

const driftHint = "`shortlist snapshot` writes editions and nobody edits them: take the file back from git"

// checkDrift compares an edition's totals, ranks and order with what its scores
// and weights come to. Only the first kind of mistake is reported: a wrong total
// makes the ranks wrong, too.
func (r *reader) checkDrift(f *fields, e *guide.Edition) {
	entries := f.t.Get("entries").Value.Items
	report := func(i int, key, format string, args ...any) {
		r.report(editionDrift, entries[i].Table.Get(key).Value.Span, fmt.Sprintf(format, args...), driftHint)
	}
	before := len(r.list)
	ranked := rank.Rank(table.Edition(e))
	if !hasTotals(e, ranked) {
		if old := rank.Rank(roundedDown(table.Edition(e))); hasTotals(e, old) {
			ranked = old
		}
	}
	for i, x := range e.Entries {
		if total := table.EditionTotal(ranked, ranked.Find(x.Provider)); total != x.Total {
			report(i, "total", "total %s is not what the scores of %s come to, %s", totalText(x.Total), x.Provider, totalText(total))
		}
	}
	if len(r.list) > before {
		return
	}
	for i, x := range e.Entries {
		if p := ranked.Places[ranked.Find(x.Provider)]; p.Rank != x.Rank {
			report(i, "rank", "rank %d is not that of %s, which is %d", x.Rank, x.Provider, p.Rank)
		}
	}
	for i := 1; i < len(e.Entries) && len(r.list) == before; i++ {
		a, b := e.Entries[i-1].Provider, e.Entries[i].Provider
		if ranked.Find(a) > ranked.Find(b) {
			report(i, "provider", "%s stands after %s, which it precedes", b, a)
		}
	}
}

// roundedDown is the table with each score at what it counts as, rounded down to
// a hundredth: so totals were computed before half-hundredths counted, and old
// editions have them.
func roundedDown(t rank.Table) rank.Table {
	for _, entry := range t.Entries {
		for k, s := range entry.Scores {
			hundredths := int(s.Counts(t.Unknown)) / 2
			entry.Scores[k] = rank.Interval{Low: hundredths, High: hundredths}
		}
	}
	return t
}

func hasTotals(e *guide.Edition, r rank.Ranking) bool {
	for _, x := range e.Entries {
		if table.EditionTotal(r, r.Find(x.Provider)) != x.Total {
			return false
		}
	}
	return true
}
