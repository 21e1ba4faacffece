package rank

import "math/bits"

// generator is SplitMix64 of Steele, Lea and Flood (2014): a state of 64 bits, to
// which a constant is added for each number, and whose bits are then mixed. It is
// written out here and not taken from the standard library, so that whoever
// repeats the draws, in any language, needs nothing but these lines.
type generator uint64

// seed is the state at the beginning of the draws of every table, so that two
// tables get the same random numbers.
const seed generator = 20250912

func (g *generator) next() uint64 {
	*g += 0x9e3779b97f4a7c15
	z := uint64(*g)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below draws a whole number from 0 to n-1, each as often as the others: the
// upper half of the product of n and the next number, again while the lower half
// is less than 2^64 mod n (Lemire 2019). n must be above 0.
func (g *generator) below(n uint64) uint64 {
	high, low := bits.Mul64(g.next(), n)
	if low < n { // the remainder is below n, and to divide is slow
		return g.again(high, low, n)
	}
	return high
}

// again is the rest of below, for a product whose lower half may be too small.
func (g *generator) again(high, low, n uint64) uint64 {
	for rest := -n % n; low < rest; {
		high, low = bits.Mul64(g.next(), n)
	}
	return high
}

// belowWide draws a whole number below a limit of any size, both as words of 64
// bits with the most significant first: as many numbers as the limit has words,
// the first cut to as many bits as the limit's has, all again while they are not
// below the limit. The limit's first word must not be 0. The number stands in out.
func (g *generator) belowWide(limit, out []uint64) {
	cut := uint(bits.LeadingZeros64(limit[0]))
	for {
		for i := range out {
			out[i] = g.next()
		}
		out[0] = out[0] << cut >> cut
		if lessWide(out, limit) {
			return
		}
	}
}

// lessWide compares two numbers of as many words.
func lessWide(a, b []uint64) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}
