package rank

import (
	"cmp"
	"slices"
)

// Lead is what one criterion adds to the gap between two entries.
type Lead struct {
	Criterion int
	Gap       int // weight times the difference of the published scores; negative where the other leads
}

// Over returns why the entry in place a stands where it does against the one
// in place b: w_k (s_ak - s_bk) for each criterion, from the greatest lead down
// to the greatest loss, equal ones by weight and then by id. They sum to the
// difference of the two totals.
func (r Ranking) Over(a, b int) []Lead {
	out := make([]Lead, len(r.Table.Criteria))
	for k := range out {
		out[k] = Lead{k, r.Places[a].Contributions[k] - r.Places[b].Contributions[k]}
	}
	slices.SortFunc(out, func(x, y Lead) int {
		return cmp.Or(cmp.Compare(y.Gap, x.Gap), r.before(x.Criterion, y.Criterion))
	})
	return out
}
