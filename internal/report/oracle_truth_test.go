package report_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"

	"shortlist/internal/guide"
)

// truth is a guide in exact fractions, computed from its plain scores and weights
// and from nothing that the program computes.
type truth struct {
	g                 *guide.Guide
	weights           []*big.Rat   // that sum to 1
	low, high, counts [][]*big.Rat // by entry and criterion, in points
	reach             [][2]*big.Rat
	totals            []*big.Rat
	stress, grain     *big.Rat

	ranged map[[2]bool][][2]int // what is costly is computed once
	chance []float64
	cheaps map[[2]int]*big.Rat
}

func rat(n, d int64) *big.Rat         { return big.NewRat(n, d) }
func add(a, b *big.Rat) *big.Rat      { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat      { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat      { return new(big.Rat).Mul(a, b) }
func quo(a, b *big.Rat) *big.Rat      { return new(big.Rat).Quo(a, b) }
func least(a, b *big.Rat) *big.Rat    { return map[bool]*big.Rat{true: a, false: b}[a.Cmp(b) < 0] }
func greatest(a, b *big.Rat) *big.Rat { return map[bool]*big.Rat{true: a, false: b}[a.Cmp(b) > 0] }

func dot(v, s []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for k := range v {
		sum.Add(sum, mul(v[k], s[k]))
	}
	return sum
}

// newTruth weighs by some weights; nil are the guide's own.
func newTruth(g *guide.Guide, own []guide.Weight) *truth {
	t := &truth{g: g, ranged: map[[2]bool][][2]int{}, cheaps: map[[2]int]*big.Rat{}, stress: rat(int64(g.Stress), 10_000), grain: rat(int64(g.Grain), 100)}
	whole := int64(0)
	parts := make([]int64, len(g.Criteria))
	for k, c := range g.Criteria {
		switch {
		case own != nil:
			parts[k] = int64(own[k])
		case c.Parts > 0:
			parts[k] = int64(c.Parts)
		default:
			parts[k] = int64(c.Weight)
		}
		whole += parts[k]
		reach := [2]*big.Rat{rat(0, 1), rat(10, 1)}
		if len(c.Curve) > 0 {
			reach = [2]*big.Rat{rat(1000, 100), rat(0, 100)}
			for _, p := range c.Curve {
				reach[0], reach[1] = least(reach[0], rat(int64(p.Score), 100)), greatest(reach[1], rat(int64(p.Score), 100))
			}
		}
		t.reach = append(t.reach, reach)
	}
	for _, p := range parts {
		t.weights = append(t.weights, rat(p, whole))
	}
	for _, e := range g.Entries {
		var low, high, counts []*big.Rat
		for k, a := range e.Scores {
			l, h := rat(int64(a.Low), 100), rat(int64(a.High), 100)
			if a.State == guide.NotCovered {
				l, h = t.reach[k][0], t.reach[k][1]
			}
			middle := mul(add(l, h), rat(1, 2))
			if g.Unknown == guide.Low {
				middle = l
			}
			low, high, counts = append(low, l), append(high, h), append(counts, middle)
		}
		t.low, t.high, t.counts = append(t.low, low), append(t.high, high), append(t.counts, counts)
		t.totals = append(t.totals, dot(t.weights, counts))
	}
	return t
}

func (t *truth) open(i, k int) bool { return t.low[i][k].Cmp(t.high[i][k]) != 0 }

func (t *truth) pairOpen(i, j int) bool {
	return slices.ContainsFunc(t.criteria(), func(k int) bool { return t.open(i, k) || t.open(j, k) })
}

func (t *truth) anyOpen() bool {
	return slices.ContainsFunc(t.entries(), func(i int) bool { return t.pairOpen(i, i) })
}

func (t *truth) criteria() []int { return upTo(len(t.weights)) }
func (t *truth) entries() []int  { return upTo(len(t.totals)) }

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// rank is 1 and the number of greater totals.
func rankIn(totals []*big.Rat, i int) int {
	n := 1
	for _, x := range totals {
		if x.Cmp(totals[i]) > 0 {
			n++
		}
	}
	return n
}

func (t *truth) rank(i int) int { return rankIn(t.totals, i) }

// withRank is the entries of a rank.
func (t *truth) withRank(n int) []int {
	return slices.DeleteFunc(t.entries(), func(i int) bool { return t.rank(i) != n })
}

// second is the entries that follow those of the first rank.
func (t *truth) second() []int { return t.withRank(1 + len(t.withRank(1))) }

// gap is what i is ahead of j on a criterion, as weighed.
func (t *truth) gap(i, j, k int) *big.Rat {
	return mul(t.weights[k], sub(t.counts[i][k], t.counts[j][k]))
}

// most is the criteria on which a figure is greatest.
func (t *truth) most(figure func(k int) *big.Rat) (on []int, value *big.Rat) {
	for k := range t.weights {
		switch x := figure(k); {
		case value == nil || x.Cmp(value) > 0:
			on, value = []int{k}, x
		case x.Cmp(value) == 0:
			on = append(on, k)
		}
	}
	return on, value
}

// needed is the fewest missing scores that put j before i, by trying all of them
// in their best case, the greatest swings first; 0 where all cannot.
func (t *truth) needed(i, j int) int {
	var swings []*big.Rat
	for k, w := range t.weights {
		swings = append(swings, mul(w, sub(t.counts[i][k], t.low[i][k])), mul(w, sub(t.high[j][k], t.counts[j][k])))
	}
	slices.SortFunc(swings, func(a, b *big.Rat) int { return b.Cmp(a) })
	gap := sub(t.totals[i], t.totals[j])
	for n, s := range swings {
		if gap = sub(gap, s); gap.Sign() < 0 {
			return n + 1
		}
	}
	return 0
}

// leastGap is the least lead of scores a over scores b when so much weight is
// moved: over every receiver and every order in which the others give.
func (t *truth) leastGap(a, b []*big.Rat, stress *big.Rat) *big.Rat {
	d := make([]*big.Rat, len(a))
	for k := range d {
		d[k] = sub(a[k], b[k])
	}
	start := dot(t.weights, d)
	best := start
	for to := range d {
		permute(upTo(len(d)), func(order []int) {
			gap, left := start, stress
			for _, k := range order {
				if k == to || d[k].Cmp(d[to]) <= 0 {
					continue
				}
				gives := least(left, t.weights[k])
				gap, left = sub(gap, mul(gives, sub(d[k], d[to]))), sub(left, gives)
			}
			best = least(best, gap)
		})
	}
	return best
}

// cheapest is the least weight that brings two entries level: over every receiver
// and every order in which the others give. It is nil where none does.
func (t *truth) cheapest(i, j int) *big.Rat {
	if known, ok := t.cheaps[[2]int{i, j}]; ok {
		return known
	}
	var best *big.Rat
	for to := range t.weights {
		permute(t.criteria(), func(order []int) {
			gap, moved := sub(t.totals[i], t.totals[j]), new(big.Rat)
			dTo := sub(t.counts[i][to], t.counts[j][to])
			if dTo.Sign() >= 0 {
				return
			}
			for _, k := range order {
				drop := sub(sub(t.counts[i][k], t.counts[j][k]), dTo)
				if k == to || drop.Sign() <= 0 || gap.Sign() == 0 {
					continue
				}
				gives := least(t.weights[k], quo(gap, drop))
				gap, moved = sub(gap, mul(gives, drop)), add(moved, gives)
			}
			if gap.Sign() == 0 && (best == nil || moved.Cmp(best) < 0) {
				best = moved
			}
		})
	}
	t.cheaps[[2]int{i, j}] = best
	return best
}

func permute(items []int, visit func([]int)) {
	if len(items) > 5 {
		visit(items) // too many to try
		return
	}
	var at func(n int)
	at = func(n int) {
		if n == len(items) {
			visit(items)
		}
		for i := n; i < len(items); i++ {
			items[n], items[i] = items[i], items[n]
			at(n + 1)
			items[n], items[i] = items[i], items[n]
		}
	}
	at(0)
}

// few reports whether the criteria are so few that every order can be tried.
func (t *truth) few() bool { return len(t.weights) <= 5 }

// ranges are the ranks that each entry keeps to: who is surely ahead of it, and
// who may be. Scores are off by the grain where rough is said, and are as they
// count where scored is said.
func (t *truth) ranges(rough, scored bool) [][2]int {
	if known, ok := t.ranged[[2]bool{rough, scored}]; ok {
		return known
	}
	low, high := t.ends(rough, scored)
	out := make([][2]int, len(t.totals))
	for i := range out {
		out[i] = [2]int{1, 1}
	}
	for i := range out {
		for j := range out {
			if i == j {
				continue
			}
			switch t.leastGap(low[i], high[j], t.stress).Sign() {
			case 1:
				out[j][0]++
			case -1:
				out[i][1]++
			}
		}
	}
	t.ranged[[2]bool{rough, scored}] = out
	return out
}

// ends are the least and the greatest that scores may be.
func (t *truth) ends(rough, scored bool) (low, high [][]*big.Rat) {
	if scored {
		return t.counts, t.counts
	}
	if !rough {
		return t.low, t.high
	}
	low, high = make([][]*big.Rat, len(t.low)), make([][]*big.Rat, len(t.low))
	for i := range t.low {
		for k := range t.weights {
			l, h := t.low[i][k], t.high[i][k]
			if !t.open(i, k) {
				l, h = greatest(sub(l, t.grain), t.reach[k][0]), least(add(h, t.grain), t.reach[k][1])
			}
			low[i], high[i] = append(low[i], l), append(high[i], h)
		}
	}
	return low, high
}

// surely reports whether i stays ahead of j.
func (t *truth) surely(i, j int, scored bool) bool {
	low, high := t.ends(false, scored)
	return t.leastGap(low[i], high[j], t.stress).Sign() > 0
}

// drawn is that of enough draws for the tolerance of the claims.
func (t *truth) drawn() []float64 {
	if t.chance == nil {
		t.chance = t.shares(10_000)
	}
	return t.chance
}

// shares is how often each comes first, in percent, by drawing weights by
// rejection from the box around them: another way than the program's, with
// another generator.
func (t *truth) shares(draws int) []float64 {
	random := rand.New(rand.NewPCG(7, 11))
	low, high := t.ends(true, false)
	n := len(t.weights)
	out, made := make([]float64, len(t.totals)), 0
	v, w, stress := make([]float64, n), make([]float64, n), f64(t.stress)
	from, wide := make([]float64, 0, n*len(t.totals)), make([]float64, 0, n*len(t.totals))
	for k := range n {
		w[k] = f64(t.weights[k])
	}
	for i := range t.totals {
		for k := range n {
			l := f64(low[i][k])
			from, wide = append(from, l), append(wide, f64(high[i][k])-l)
		}
	}
	for made < draws {
		sum, moved := 0.0, 0.0
		for k := range n - 1 {
			v[k] = w[k] + stress*(2*random.Float64()-1)
			sum += v[k]
			moved += math.Abs(v[k] - w[k])
		}
		v[n-1] = 1 - sum
		moved += math.Abs(v[n-1] - w[n-1])
		const rounding = 1e-12
		if moved > 2*stress+rounding || slices.Min(v) < -rounding {
			continue
		}
		made++
		best, first := -1.0, []int(nil)
		for i := range t.totals {
			total := 0.0
			for k := range n {
				total += v[k] * (from[i*n+k] + wide[i*n+k]*random.Float64())
			}
			switch {
			case total > best:
				best, first = total, append(first[:0], i)
			case total == best:
				first = append(first, i)
			}
		}
		for _, i := range first {
			out[i] += 100 / float64(draws) / float64(len(first))
		}
	}
	return out
}

func f64(r *big.Rat) float64 {
	f, _ := r.Float64()
	return f
}
