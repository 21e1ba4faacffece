package report

import (
	"fmt"
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// Criterion is what is scored.
type Criterion struct {
	guide.Criterion
	Weighs   string        // its weight in words: "25 %", "2 of 7"
	Estimate sentence.Text // that most of its scores are ranges or not known; empty where they are
	Acting   string        // what it contributes to the spread of the totals: "24.5 %"; empty where all totals are equal
}

func (c *compiler) criteria() []Criterion {
	out := make([]Criterion, len(c.g.Criteria))
	weighs := Weighs(c.g.Exact())
	for k := range c.g.Criteria {
		out[k].Criterion, out[k].Weighs = c.g.Criteria[k], weighs[k]
		if c.g.Estimated(k) {
			out[k].Estimate = sentence.Estimate(c.g.Criteria[k].Name, c.g.Estimates(k), len(c.g.Entries))
		}
		if c.ranking.Acting != nil {
			out[k].Acting = spread(c.ranking.Acting[k])
		}
	}
	return out
}

// Weighs says weights as their author wrote them, so that unequal ones never print
// equal and what is printed adds up: "25 %" where they are percentages, "2 of 7"
// where they are parts of any other sum.
func Weighs(exact []guide.Weight) []string {
	sum := guide.Weight(0)
	for _, w := range exact {
		sum += w
	}
	if exact == nil {
		return nil
	}
	out := make([]string, len(exact))
	for k, w := range exact {
		if out[k] = sentence.Percent(int(w)); sum != guide.FullWeight {
			out[k] = fmt.Sprintf("%d of %d", w, sum)
		}
	}
	return out
}

// byWeight is the order in which a guide's criteria are shown.
func byWeight(g *guide.Guide) []int {
	exact := g.Exact()
	return HeaviestFirst(len(exact), func(k int) guide.Weight { return exact[k] })
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

// Estimates say which criteria are estimates, the heaviest first.
func (g *Guide) Estimates() []string {
	var out []string
	for _, k := range g.Order {
		if e := g.Criteria[k].Estimate; !e.Empty() {
			out = append(out, e.String())
		}
	}
	return out
}
