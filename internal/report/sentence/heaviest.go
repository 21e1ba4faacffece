package sentence

import (
	"cmp"
	"slices"

	"shortlist/internal/rank"
)

const (
	heavyOne  = "{criteria} alone carries {share} of the weight"
	heavySome = "{criteria} carry {share} of the weight"
	heavyMany = "{count} of {all} criteria carry {share} of the weight"
)

// Heaviest says which criteria make more than half of the weight: "Scale and
// Security carry 55 % of the weight".
func Heaviest(r rank.Ranking, names Names) Text {
	whole, sum := r.Table.Whole(), 0
	var order, heavy []int
	for k := range r.Table.Criteria {
		order = append(order, k)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(r.Table.Criteria[b].Weight, r.Table.Criteria[a].Weight)
	})
	for _, k := range order {
		if 2*sum > whole {
			break
		}
		heavy, sum = append(heavy, k), sum+r.Table.Criteria[k].Weight
	}
	template := heavySome
	switch {
	case sum == 0:
		return Text{}
	case len(heavy) == 1:
		template = heavyOne
	case len(heavy) > 3:
		template = heavyMany
	}
	return say("heaviest", template, names.criteria("criteria", r, heavy), portion("share", sum, whole),
		count("count", len(heavy)), count("all", len(order))).Capital()
}
