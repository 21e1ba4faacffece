package sentence

import (
	"fmt"

	"shortlist/internal/rank"
)

// Verdict says who of two places is ahead, by how much, and what does most for
// it: "Evertas leads by 0.68. Security adds most to the lead." Where that is a
// score that is not known exactly, it says so. Places are given in order.
func Verdict(r rank.Ranking, a, b int, names Names) string {
	pa, pb := r.Places[a], r.Places[b]
	if pa.Total == pb.Total {
		return fmt.Sprintf("%s and %s are level, both %s of %d.", names.Provider(pa.ID), names.Provider(pb.ID), Ordinal(pa.Rank), len(r.Places))
	}
	k := lead(pa, pb)
	criterion := names.Criterion(r.Table.Criteria[k].ID)
	s := fmt.Sprintf("%s leads by %s. %s adds most to the lead", names.Provider(pa.ID), printGap(r, pa.Total-pb.Total), criterion)
	if open := unknown(r, k, pa, pb, names); open != "" {
		s += ", and is not known exactly for " + open
	}
	return s + "."
}

// unknown names those of two places whose score on a criterion is a range or
// not known.
func unknown(r rank.Ranking, k int, a, b rank.Place, names Names) string {
	var open []string
	for _, p := range []rank.Place{a, b} {
		if !r.Table.Entries[p.Row].Scores[k].Known() {
			open = append(open, names.Provider(p.ID))
		}
	}
	return List(open)
}

// Turn says in a sentence whether the order of a pair can turn round.
func Turn(r rank.Ranking, f rank.Flip, names Names) string {
	nameA, nameB := names.Provider(r.Places[f.A].ID), names.Provider(r.Places[f.B].ID)
	switch {
	case f.Gap == 0:
		return "Nothing separates the two as published."
	case f.Dominates:
		s := fmt.Sprintf("The order cannot turn: %s is ahead on nothing", nameB)
		if hasMissing(r) {
			s += ", whatever the missing scores turn out to be"
		}
		return s + "."
	case f.Unsettled:
		return fmt.Sprintf("The order is open: the missing scores could put %s ahead.", nameB)
	case r.SurelyBeats(f.A, f.B):
		return fmt.Sprintf("The order is firm: %s stays ahead%s.", nameA, conditions(r))
	case f.Possible && f.Weight.Within(r.Table.Stress):
		return fmt.Sprintf("The order is close: moving more than %s of the 100 points of weight turns it.", f.Weight)
	case r.Places[f.A].Completeness == rank.FullWeight && r.Places[f.B].Completeness == rank.FullWeight:
		// Nothing is missing of the two, and as much as may be moved levels them.
		return fmt.Sprintf("The order holds, but only just: moving %s of the 100 points of weight brings %s level.", f.Weight, nameB)
	}
	return fmt.Sprintf("The order holds at the published weights, but missing scores and moved weight together could bring %s level or ahead.", nameB)
}

// Tips says how much weight turns a pair round, on the scores as published:
// "18.8 points, from Support (5.0) and Scale (13.8) to UX".
func Tips(r rank.Ranking, f rank.Flip, names Names) string {
	switch {
	case !f.Possible:
		return "no weighting turns it"
	case f.Gap == 0:
		return "any, to " + names.Criterion(r.Table.Criteria[f.To].ID)
	}
	return fmt.Sprintf("%s points, from %s to %s", f.Weight, from(r, f, names), names.Criterion(r.Table.Criteria[f.To].ID))
}
