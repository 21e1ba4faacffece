package rank

import (
	"math/big"
	"math/bits"
	"slices"
)

// maxTries is how often a draw of weights may be thrown away before the table
// goes without draws.
const maxTries = 64

// weighing draws weights evenly from the stress set of a table. If v = w + d,
// then d lies in {sum d = 0, sum |d| <= 2e}, which falls apart by which criteria
// gain and which lose. Given k gainers of n, a piece is a simplex of gains and
// one of losses of the same size t, so that its content is proportional to
// 1 / ((k-1)! (n-k-1)!) and t is the greatest of n-1 uniform numbers below e.
// There are C(n,k) such pieces, so k comes with the probability
// C(n,k) C(n-2,k-1) / C(2n-2,n-1). Where z criteria have no weight they can only
// gain: C(n-z,k-z) pieces are left, and the counts sum to C(2n-2-z,n-1).
//
// What is left to throw away is a loss that exceeds the criterion's weight.
type weighing struct {
	weights []uint64 // in units, of which all weights together have up to 2^31
	most    uint64   // the greatest amount that is moved, in units
	open    int      // the number of criteria that have weight
	fewest  int      // the least number of gainers
	counts  [][]uint64
	drawn   []uint64 // the weights of the latest draw
	gains   []bool
	cuts    []uint64
	number  []uint64
	tries   int
}

// newWeighing makes the weighing of weights in any whole parts, e in basis
// points. A unit is 1/M of a part, where M is the greatest multiple of 10 000 at
// which the weights together have at most 2^31 units: so e is whole units, too.
func newWeighing(weights []int, e int) *weighing {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	parts := uint64(max(sum, 1))
	units := max((1<<31)/(FullWeight*parts), 1) * FullWeight
	n := len(weights)
	d := &weighing{most: parts * units / FullWeight * uint64(e), weights: make([]uint64, n), drawn: make([]uint64, n)}
	for k, w := range weights {
		d.weights[k] = uint64(w) * units
		if w > 0 {
			d.open++
		}
	}
	copy(d.drawn, d.weights)
	if n < 2 || d.open == 0 || e == 0 {
		d.most = 0 // there is no other weighting
		return d
	}
	d.gains, d.cuts = make([]bool, n), make([]uint64, n)
	without := n - d.open
	d.fewest = max(without, 1)
	words := 0
	var cumulated []*big.Int
	sumOf := new(big.Int)
	for k := d.fewest; k < n; k++ {
		count := new(big.Int).Binomial(int64(d.open), int64(k-without))
		count.Mul(count, new(big.Int).Binomial(int64(n-2), int64(k-1)))
		sumOf = new(big.Int).Add(sumOf, count)
		cumulated = append(cumulated, sumOf)
		words = (sumOf.BitLen() + 63) / 64
	}
	for _, c := range cumulated {
		d.counts = append(d.counts, wordsOf(c, words))
	}
	d.number = make([]uint64, words)
	return d
}

// wordsOf is a number in words of 64 bits, the most significant first.
func wordsOf(x *big.Int, count int) []uint64 {
	bytes := x.FillBytes(make([]byte, 8*count))
	out := make([]uint64, count)
	for i, b := range bytes {
		out[i/8] = out[i/8]<<8 | uint64(b)
	}
	return out
}

// draw puts the next weights into drawn. It is false when the draw was thrown
// away as often as it may be.
func (d *weighing) draw(g *generator) bool {
	if d.most == 0 {
		return true
	}
	for range maxTries {
		d.tries++
		if d.try(g) {
			return true
		}
	}
	return false
}

func (d *weighing) try(g *generator) bool {
	n := len(d.weights)
	g.belowWide(d.counts[len(d.counts)-1], d.number)
	gainers := d.fewest
	for !lessWide(d.number, d.counts[gainers-d.fewest]) {
		gainers++
	}
	// Which gain: those without weight, and of the others each with the chance
	// that fills the number (Fan, Muller and Rezucha 1962).
	wanted, left := uint64(gainers-(n-d.open)), uint64(d.open)
	for k, w := range d.weights {
		d.gains[k] = w == 0
		if w > 0 {
			if g.below(left) < wanted {
				d.gains[k] = true
				wanted--
			}
			left--
		}
	}
	amount := uint64(0)
	for range n - 1 {
		amount = max(amount, g.below(d.most+1))
	}
	// The gaps between sorted cuts are even on the simplex, and sum to the
	// amount exactly.
	up, down := d.cuts[:gainers], d.cuts[gainers:]
	cut(g, up, amount)
	cut(g, down, amount)
	for k, w := range d.weights {
		if d.gains[k] {
			d.drawn[k] = w + up[0]
			up = up[1:]
			continue
		}
		rest, short := bits.Sub64(w, down[0], 0)
		if short != 0 {
			return false
		}
		d.drawn[k] = rest
		down = down[1:]
	}
	return true
}

// cut divides an amount into as many parts as there is room for, evenly: the
// gaps of cuts, one fewer, that are drawn from 0 to the amount.
func cut(g *generator, parts []uint64, amount uint64) {
	last := len(parts) - 1
	for i := range last {
		at, x := i, g.below(amount+1)
		if last > 24 {
			parts[i] = x
			continue
		}
		for ; at > 0 && parts[at-1] > x; at-- {
			parts[at] = parts[at-1]
		}
		parts[at] = x
	}
	if last > 24 {
		slices.Sort(parts[:last])
	}
	parts[last] = amount
	for i := last; i > 0; i-- {
		parts[i] -= parts[i-1]
	}
}
