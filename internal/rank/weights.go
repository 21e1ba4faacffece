package rank

import (
	"cmp"
	"slices"
)

// Redistribute returns full weights from own weights for some criteria, in
// basis points, all of them whole steps of so many: 100 for whole percents. own is -1 where a criterion is not named. Those share what is
// left in proportion to their weights, which may be parts of any sum, by largest
// remainder, ties in the order of the criteria. Where none is named what comes out
// are basis points all the same, of which equal parts may get unequal ones: then
// take the weights themselves. It reports false when there are no such weights: the named
// ones exceed the whole, or fall short of it with no weight left to share the
// rest, or lie outside 0 to 10 000, or leave a rest that is no whole number of
// steps, or the two lists differ in length.
func Redistribute(weights []int, own []int, step int) ([]int, bool) {
	if len(weights) != len(own) || step < 1 {
		return nil, false
	}
	rest := FullWeight
	shares := make([]int, len(own))
	for k, o := range own {
		if weights[k] < 0 || weights[k] > FullWeight || o < -1 || o > FullWeight {
			return nil, false
		}
		if o == -1 {
			shares[k] = weights[k]
			continue
		}
		rest -= o
		if rest < 0 {
			return nil, false
		}
	}
	out, ok := apportion(rest/step, shares)
	if !ok || rest%step != 0 {
		return nil, false
	}
	for k, o := range own {
		if out[k] *= step; o >= 0 {
			out[k] = o
		}
	}
	return out, true
}

// apportion divides a whole number in proportion to shares by largest
// remainder (Hamilton's method), ties in the order given. Nothing can be
// divided among any shares, but something only where a share is above 0.
func apportion(whole int, shares []int) ([]int, bool) {
	sum := 0
	for _, s := range shares {
		sum += s
	}
	out := make([]int, len(shares))
	if sum == 0 {
		return out, whole == 0
	}
	left := whole
	remainders := make([]int, len(shares))
	for k, s := range shares {
		out[k], remainders[k] = whole*s/sum, whole*s%sum
		left -= out[k]
	}
	for _, k := range largest(remainders)[:left] {
		out[k]++
	}
	return out, true
}

// largest is the indexes of the values from the largest down, equal ones in
// the order given.
func largest(values []int) []int {
	order := make([]int, len(values))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[b], values[a]) })
	return order
}

// BasisPoints is the table's weights as shares of the whole, for people: by
// largest remainder, equal ones in the order of the criteria, so that they sum to
// 10 000. The arithmetic takes the parts themselves.
func (t Table) BasisPoints() []int {
	parts := make([]int, len(t.Criteria))
	for k, c := range t.Criteria {
		parts[k] = c.Weight
	}
	out, _ := apportion(FullWeight, parts)
	return out
}
