package sentence

import (
	"cmp"
	"fmt"
	"slices"

	"shortlist/internal/rank"
)

// Heaviest says which criteria make more than half of the weight: "Scale and
// Security carry 55 % of the weight".
func Heaviest(criteria []rank.Criterion, names Names) string {
	order := slices.Clone(criteria)
	slices.SortStableFunc(order, func(a, b rank.Criterion) int { return cmp.Compare(b.Weight, a.Weight) })
	var heavy []string
	sum := 0
	for _, c := range order {
		if sum > rank.FullWeight/2 {
			break
		}
		heavy, sum = append(heavy, names.Criterion(c.ID)), sum+c.Weight
	}
	switch {
	case len(heavy) == 0:
		return ""
	case len(heavy) == 1:
		return fmt.Sprintf("%s alone carries %s of the weight", heavy[0], Percent(sum))
	case len(heavy) > 3:
		return fmt.Sprintf("%s of %s criteria carry %s of the weight", Capital(Number(len(heavy))), Number(len(criteria)), Percent(sum))
	}
	return fmt.Sprintf("%s carry %s of the weight", List(heavy), Percent(sum))
}
