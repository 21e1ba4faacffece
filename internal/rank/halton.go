package rank

import (
	"slices"
	"sync"
)

const (
	samples = 4096
	one     = 1 << 32 // 1 in 32-bit fixed point
)

// simplexSets keeps the point sets that were made, by number of criteria; they
// depend on nothing else.
var simplexSets sync.Map // int -> []uint32

// simplexPoints returns the 4096 points at which first places are counted, one
// after another, n coordinates each, in 32-bit fixed point: each sums to 2^32.
// They lie evenly on the simplex. If u is uniform on it, the part that the
// first coordinate leaves is distributed as the (n-1)th root of a uniform
// number, what the second leaves of that as the (n-2)th root, and so on; the
// uniform numbers are the coordinates of a Halton point, the mth root taken of
// the one in the base of the mth prime. n must be at least 2.
func simplexPoints(n int) []uint32 {
	if points, ok := simplexSets.Load(n); ok {
		return points.([]uint32)
	}
	bases := primes(n - 1)
	points := make([]uint32, 0, samples*n)
	// Point 0 has every coordinate 0, so counting starts at 1.
	for i := uint64(1); i <= samples; i++ {
		rest := uint64(one)
		for m := n - 1; m > 0; m-- {
			left := rest * root(radicalInverse(i, bases[m-1]), m) >> 32
			points = append(points, uint32(rest-left))
			rest = left
		}
		points = append(points, uint32(rest))
	}
	kept, _ := simplexSets.LoadOrStore(n, points)
	return kept.([]uint32)
}

// radicalInverse writes i in a base and mirrors its digits at the point, in
// 32-bit fixed point: Halton (1960). It is above 0 and below 1 for the bases
// and indexes in use.
func radicalInverse(i, base uint64) uint64 {
	mirrored, power := uint64(0), uint64(1)
	for ; i > 0; i /= base {
		mirrored = mirrored*base + i%base
		power *= base
	}
	return mirrored * one / power
}

// root is the greatest number below 1 whose mth power is at most x, both in
// 32-bit fixed point. It is above 0 if x is.
func root(x uint64, m int) uint64 {
	q := uint64(0)
	for bit := uint64(one / 2); bit > 0; bit /= 2 {
		if power(q|bit, m) <= x {
			q |= bit
		}
	}
	return q
}

// power is the mth power, each product rounded down, by squaring: it never
// falls as x rises.
func power(x uint64, m int) uint64 {
	result := uint64(one)
	for ; m > 0; m /= 2 {
		if m%2 == 1 {
			result = result * x >> 32
		}
		x = x * x >> 32
	}
	return result
}

// primes returns the first primes.
func primes(count int) []uint64 {
	out := make([]uint64, 0, count)
	for p := uint64(2); len(out) < count; p++ {
		if !slices.ContainsFunc(out, func(q uint64) bool { return p%q == 0 }) {
			out = append(out, p)
		}
	}
	return out
}
