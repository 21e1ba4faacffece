package rank

import (
	"cmp"
	"slices"
)

// Finding is a missing score and how much it can do for the lower of two entries.
type Finding struct {
	Place     int
	Criterion int
	Swing     int // what the gap loses, at most, when the score is found
}

// Needed returns the fewest missing scores that together can put the lower of
// two entries, given by place in either order, ahead of the other at the table's
// weights, all others staying at what they count as: those of the greatest swing,
// equal ones by place and by the criterion's weight and id. It is nil where all of
// them cannot. One means "a missing score can", two that it takes both.
func (r Ranking) Needed(a, b int) []Finding {
	a, b = min(a, b), max(a, b)
	gap := r.Places[a].Total - r.Places[b].Total
	var all []Finding
	rows := r.work().rows
	for k, c := range r.Table.Criteria {
		falls, rises := rows[a][k].counts-rows[a][k].low, rows[b][k].high-rows[b][k].counts
		for _, f := range []Finding{{a, k, c.Weight * falls}, {b, k, c.Weight * rises}} {
			if f.Swing > 0 {
				all = append(all, f)
			}
		}
	}
	slices.SortFunc(all, func(x, y Finding) int {
		return cmp.Or(cmp.Compare(y.Swing, x.Swing), cmp.Compare(x.Place, y.Place), r.before(x.Criterion, y.Criterion))
	})
	for i, f := range all {
		if gap -= f.Swing; gap < 0 {
			return all[:i+1]
		}
	}
	return nil
}
