package report

import (
	"slices"

	"shortlist/internal/guide"
)

// Criterion is what is scored.
type Criterion struct {
	guide.Criterion
	Acting string // what it contributes to the spread of the totals: "24.5 %"; empty where all totals are equal
}

func (c *compiler) criteria() []Criterion {
	out := make([]Criterion, len(c.g.Criteria))
	for k := range c.g.Criteria {
		out[k].Criterion = c.g.Criteria[k]
		if c.ranking.Acting != nil {
			out[k].Acting = spread(c.ranking.Acting[k])
		}
	}
	return out
}

// byWeight is the order in which a guide's criteria are shown.
func byWeight(g *guide.Guide) []int {
	return HeaviestFirst(len(g.Criteria), func(k int) guide.Weight { return g.Criteria[k].Weight })
}

// HeaviestFirst orders n criteria by weight, equals as they stand.
func HeaviestFirst(n int, weight func(k int) guide.Weight) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(weight(b) - weight(a)) })
	return order
}
