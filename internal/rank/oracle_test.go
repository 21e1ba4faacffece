package rank_test

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"shortlist/internal/rank"
)

// This file computes the figures once more in exact fractions, from their
// definitions, by other ways: the least gap by the dual of its linear program,
// flips by what that gap is at and around them, the scores that are needed by
// trying all subsets. It asks package rank for what it claims and for nothing else.

// question is a table as the oracle sees it: weights as fractions of the whole,
// scores as fractions of ten.
type question struct {
	weights []*big.Rat
	stress  *big.Rat
	rows    []row
}

type row struct {
	id                string
	low, high, counts []*big.Rat
}

func rat(a, b int) *big.Rat           { return big.NewRat(int64(a), int64(b)) }
func plus(a, b *big.Rat) *big.Rat     { return new(big.Rat).Add(a, b) }
func minus(a, b *big.Rat) *big.Rat    { return new(big.Rat).Sub(a, b) }
func times(a, b *big.Rat) *big.Rat    { return new(big.Rat).Mul(a, b) }
func least(a, b *big.Rat) *big.Rat    { return pick(a, b, a.Cmp(b) < 0) }
func greatest(a, b *big.Rat) *big.Rat { return pick(a, b, a.Cmp(b) > 0) }

func pick(a, b *big.Rat, first bool) *big.Rat {
	if first {
		return a
	}
	return b
}

func ask(t rank.Table) question {
	sum := 0
	for _, c := range t.Criteria {
		sum += c.Weight
	}
	q := question{stress: rat(t.Stress, 10_000)}
	for _, c := range t.Criteria {
		q.weights = append(q.weights, rat(c.Weight, max(sum, 1)))
	}
	for _, e := range t.Entries {
		r := row{id: e.ID}
		for _, s := range e.Scores {
			low, high := rat(s.Low, 100), rat(s.High, 100)
			r.low, r.high = append(r.low, low), append(r.high, high)
			if t.Unknown == rank.Low {
				r.counts = append(r.counts, low)
			} else {
				r.counts = append(r.counts, times(plus(low, high), rat(1, 2)))
			}
		}
		q.rows = append(q.rows, r)
	}
	return q
}

func (q question) total(scores []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for k, w := range q.weights {
		sum.Add(sum, times(w, scores[k]))
	}
	return sum
}

// gap is the least of sum v_k d_k when up to e of the weight may be moved: the
// gap at the weights, less the least over lambda >= 0 of
// e lambda + sum_k w_k max(0, d_k - min d - lambda), which lies at a kink.
func (q question) gap(a, b []*big.Rat, e *big.Rat) *big.Rat {
	if len(q.weights) == 0 {
		return new(big.Rat)
	}
	d := make([]*big.Rat, len(a))
	for k := range a {
		d[k] = minus(a[k], b[k])
	}
	lowest := d[0]
	for _, x := range d {
		lowest = least(lowest, x)
	}
	var drop *big.Rat
	for _, kink := range d {
		lambda := minus(kink, lowest)
		value := times(e, lambda)
		for k, w := range q.weights {
			value = plus(value, times(w, greatest(new(big.Rat), minus(minus(d[k], lowest), lambda))))
		}
		if drop == nil || value.Cmp(drop) < 0 {
			drop = value
		}
	}
	return minus(q.total(d), drop)
}

// ranges counts who is surely ahead and who may be.
func (q question) ranges(low, high func(row) []*big.Rat) map[string]rank.Range {
	out := map[string]rank.Range{}
	for i, x := range q.rows {
		r := rank.Range{Best: 1, Worst: 1}
		for j, y := range q.rows {
			if i != j && q.gap(low(y), high(x), q.stress).Sign() > 0 {
				r.Best++
			}
			if i != j && q.gap(low(x), high(y), q.stress).Sign() < 0 {
				r.Worst++
			}
		}
		out[x.id] = r
	}
	return out
}

func lows(r row) []*big.Rat  { return r.low }
func highs(r row) []*big.Rat { return r.high }
func made(r row) []*big.Rat  { return r.counts }

// drawn draws a table: few entries or none, few criteria or forty, parts of any
// sum, scores that often tie, all known, some known or nothing.
func drawn(t *rapid.T) rank.Table {
	n := rapid.SampledFrom([]int{0, 1, 2, 3, 4, 6, 40}).Draw(t, "criteria")
	kind := rapid.IntRange(0, 3).Draw(t, "kind") // 0: all known, 1: nothing
	out := rank.Table{
		Stress:   rapid.SampledFrom([]int{0, 1, 333, 1000, 2500, 10_000}).Draw(t, "stress"),
		Unknown:  rank.Unknown(rapid.IntRange(0, 1).Draw(t, "unknown")),
		MinKnown: rapid.SampledFrom([]int{0, 3000, 3334, 10_000}).Draw(t, "least known"),
	}
	for k := range n {
		c := rank.Criterion{ID: fmt.Sprintf("k%02d", (k*7+3)%41), Weight: rapid.SampledFrom([]int{0, 1, 1, 2, 3, 50, 167, 200}).Draw(t, "parts")}
		if k == 0 {
			c.Weight = max(c.Weight, 1)
		}
		if rapid.IntRange(0, 4).Draw(t, "measured") == 0 {
			c.Reach = rank.Interval{Low: 100, High: 701}
		}
		out.Criteria = append(out.Criteria, c)
	}
	for i := range rapid.SampledFrom([]int{0, 1, 2, 2, 3, 5}).Draw(t, "entries") {
		e := rank.Entry{ID: fmt.Sprintf("e%d", (i*5+2)%11)}
		for k := range n {
			reach := out.Criteria[k].Reach
			if reach == (rank.Interval{}) {
				reach.High = 1000
			}
			score := func() int {
				s := rapid.SampledFrom([]int{0, 100, 499, 500, 500, 500, 501, 502, 700, 1000}).Draw(t, "score")
				return min(max(s, reach.Low), reach.High)
			}
			s := rank.Interval{Low: score()}
			s.High = s.Low
			if kind == 1 {
				s = reach
			} else if kind > 1 && rapid.IntRange(0, 5).Draw(t, "missing") == 0 {
				other := score()
				s = rank.Interval{Low: min(s.Low, other), High: max(s.Low, other)}
			}
			e.Scores = append(e.Scores, s)
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

func TestOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawn(t)
		q, r := ask(in), rank.Rank(in)
		points := func(total int) *big.Rat { return rat(total, r.Unit) }
		byID := map[string]int{}
		for i, x := range q.rows {
			byID[x.id] = i
		}
		ranges, settled := q.ranges(lows, highs), q.ranges(made, made)
		scored := rank.Rank(r.Settled()).Ranges()
		for i, p := range r.Places {
			x := q.rows[byID[p.ID]]
			total, low, high := q.total(x.counts), q.total(x.low), q.total(x.high)
			if points(p.Total).Cmp(total) != 0 || points(p.Low).Cmp(low) != 0 || points(p.High).Cmp(high) != 0 {
				t.Fatalf("%s: %d, %d to %d of %d; it is %v, %v to %v", p.ID, p.Total, p.Low, p.High, r.Unit, total, low, high)
			}
			place, best, worst := 1, 1, 1
			for _, y := range q.rows {
				if q.total(y.counts).Cmp(total) > 0 {
					place++
				}
				if y.id != x.id && q.total(y.low).Cmp(high) > 0 {
					best++
				}
				if y.id != x.id && q.total(y.high).Cmp(low) > 0 {
					worst++
				}
			}
			if p.Rank != place || p.Best != best || p.Worst != worst {
				t.Fatalf("%+v; it is ranked %d, %d to %d", p, place, best, worst)
			}
			known, sum := new(big.Rat), new(big.Rat)
			for k, w := range q.weights {
				if x.low[k].Cmp(x.high[k]) == 0 {
					known = plus(known, w)
				}
				sum = plus(sum, points(p.Contributions[k]))
				if points(p.Contributions[k]).Cmp(times(w, x.counts[k])) != 0 {
					t.Fatalf("%s: criterion %d adds %d", p.ID, k, p.Contributions[k])
				}
			}
			if sum.Cmp(total) != 0 || p.Provisional != (known.Cmp(rat(in.MinKnown, 10_000)) < 0) {
				t.Fatalf("%+v: the parts come to %v; %v is known", p, sum, known)
			}
			if got := r.Ranges()[i]; got != ranges[p.ID] {
				t.Fatalf("%s ranges over %v; it is %v", p.ID, got, ranges[p.ID])
			}
			if scored[i] != settled[p.ID] {
				t.Fatalf("%s, as scored, ranges over %v; it is %v", p.ID, scored[i], settled[p.ID])
			}
			if got, want := r.Print(p.Total), total.FloatString(r.Decimals); got != want {
				t.Fatalf("%v prints as %s; it is %s", total, got, want)
			}
		}
		checkPrinting(t, r, q)
		for a := range r.Places {
			for b := a + 1; b < len(r.Places); b++ {
				x, y := q.rows[byID[r.Places[a].ID]], q.rows[byID[r.Places[b].ID]]
				q.checkPair(t, r, a, b, x, y)
			}
		}
		q.checkLoss(t, r, byID)
	})
}

// checkPrinting: unequal totals print unequal and equal ones equal, and with fewer
// decimals they would not.
func checkPrinting(t *rapid.T, r rank.Ranking, q question) {
	separates := func(decimals int) bool {
		seen := map[string]string{}
		for _, x := range q.rows {
			total := q.total(x.counts)
			// Half up, by hand.
			power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
			n := plus(times(total, new(big.Rat).SetInt(power)), rat(1, 2))
			printed := new(big.Int).Quo(n.Num(), n.Denom()).String()
			if other, there := seen[printed]; there && other != total.String() {
				return false
			}
			seen[printed] = total.String()
		}
		return true
	}
	if !separates(r.Decimals) || r.Decimals > 7 {
		t.Fatalf("%d decimals do not tell the totals apart", r.Decimals)
	}
	for d := 1; d < r.Decimals; d++ {
		if separates(d) {
			t.Fatalf("%d decimals would do, not %d", d, r.Decimals)
		}
	}
}
