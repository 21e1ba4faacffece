package guide

// Complete returns one weight per criterion from a partial choice: own holds
// the chosen weights, with -1 where none was named, and the criteria that are
// not named share the rest in proportion to their weights, by largest
// remainder, ties in the order of the criteria. Both slices are in the guide's
// order, the weights are positive and what is named is at most FullWeight; the
// result then sums to FullWeight, unless every criterion is named and the names
// do not.
//
// Package rank has the same definition over plain integers, for weights that a
// reader chooses; both are tested against the same vectors.
func Complete(weights, own []Weight) []Weight {
	out := make([]Weight, len(weights))
	rest, base := FullWeight, Weight(0)
	for i, w := range own {
		if w >= 0 {
			out[i] = w
			rest -= w
		} else {
			base += weights[i]
		}
	}
	if base <= 0 || rest <= 0 {
		return out
	}
	left := rest
	for i, w := range own {
		if w < 0 {
			out[i] = rest * weights[i] / base
			left -= out[i]
		}
	}
	given := make([]bool, len(weights))
	for ; left > 0; left-- {
		next := -1
		for i, w := range own {
			if w < 0 && !given[i] && (next < 0 || rest*weights[i]%base > rest*weights[next]%base) {
				next = i
			}
		}
		given[next] = true
		out[next]++
	}
	return out
}
