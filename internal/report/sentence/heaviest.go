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
	sum, whole := 0, rank.Table{Criteria: criteria}.Whole()
	for _, c := range order {
		if 2*sum > whole {
			break
		}
		heavy, sum = append(heavy, names.Criterion(c.ID)), sum+c.Weight
	}
	share := (2*rank.FullWeight*sum + whole) / (2 * max(whole, 1))
	switch {
	case len(heavy) == 0:
		return ""
	case len(heavy) == 1:
		return fmt.Sprintf("%s alone carries %s of the weight", heavy[0], Percent(share))
	case len(heavy) > 3:
		return fmt.Sprintf("%s of %s criteria carry %s of the weight", Capital(Number(len(heavy))), Number(len(criteria)), Percent(share))
	}
	return fmt.Sprintf("%s carry %s of the weight", List(heavy), Percent(share))
}
