package lint

import (
	"fmt"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

var idleCriterion = diag.Define(diag.Advice, "idle-criterion",
	"A criterion decides nothing: all score alike on it, or the order is the same without it and it hardly moves a total.")

// idle is the acting weight, in basis points, up to which a criterion does next
// to nothing to the totals.
const idle = 100

// findIdleCriteria reports a criterion on which all entries have one published
// score, and one that may be dropped, its weight going to the others in
// proportion, with every entry keeping its rank, while its acting weight is within
// 1 % of 0. The second alone would be too little: where the gaps are wide
// many a criterion can go without a change of rank.
func findIdleCriteria(list *diag.List, f figures) {
	criteria := f.guide.Criteria
	if len(f.ranking.Places) < 2 || len(criteria) < 2 {
		return
	}
	acting := f.ranking.ActingWeights()
	for k := range criteria {
		c := &criteria[k]
		at := spanOf(c.Origin, len("[[criteria]]"))
		switch score, same := f.sameScore(k); {
		case same && f.allUnknown(k):
			list.Add(idleCriterion, at, fmt.Sprintf("%s decides nothing: nobody's score on it is known", c.Name),
				"find the scores, or give its weight to the other criteria")
		case same:
			list.Add(idleCriterion, at, fmt.Sprintf("%s decides nothing: all %d entries score %s on it", c.Name, len(f.guide.Entries), score),
				"tell the entries apart on it, or give its weight to the other criteria")
		case acting != nil && -idle <= acting[k] && acting[k] <= idle && f.sameWithout(k):
			list.Add(idleCriterion, at, fmt.Sprintf("%s decides nothing: it weighs %s %%, but every rank is the same without it", c.Name, c.Weight),
				"tell the entries apart on it, or give its weight to the other criteria")
		}
	}
}

func (f figures) sameScore(criterion int) (rank.Half, bool) {
	first := f.ranking.Counts(0, criterion)
	for place := range f.ranking.Places {
		if f.ranking.Counts(place, criterion) != first {
			return 0, false
		}
	}
	return first, true
}

func (f figures) allUnknown(criterion int) bool {
	for _, e := range f.guide.Entries {
		if e.Scores[criterion].State != guide.NotCovered {
			return false
		}
	}
	return true
}

// sameWithout reports whether every entry keeps its rank without a criterion.
func (f figures) sameWithout(criterion int) bool {
	own := make([]guide.Weight, len(f.guide.Criteria))
	for k := range own {
		own[k] = -1
	}
	own[criterion] = 0
	t, ok := table.Weights(f.guide, own)
	return ok && len(rank.Moves(f.ranking.Standings(), rank.Rank(t).Standings())) == 0
}
