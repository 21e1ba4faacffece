package rank

import (
	"cmp"
	"math"
)

// Range is the ranks that an entry keeps to.
type Range struct{ Best, Worst int }

// Holds reports whether a rank lies in the range.
func (x Range) Holds(rank int) bool { return x.Best <= rank && rank <= x.Worst }

// Ranges returns, by place, the ranks that each entry keeps to while up to the
// table's stress of the weight is moved anywhere, whatever the missing scores
// turn out to be: best = 1 + the number of entries that surely beat it, worst =
// 1 + the number that get ahead of it somewhere. It is a guarantee; the ends
// need not be attained. Without stress it is the range from unknowns.
func (r Ranking) Ranges() []Range { return r.ranges(r.work().rows) }

// Outer returns, by place, the ranks that no draw is ever outside of: those of
// [Ranking.Ranges], with each point score anywhere within the table's grain, too.
// Every likely range lies within.
func (r Ranking) Outer() []Range {
	if r.Table.Grain == 0 {
		return r.Ranges()
	}
	rows := make([][]span, len(r.Places))
	for i, row := range r.work().rows {
		rows[i] = make([]span, len(row))
		for k, x := range row {
			rows[i][k].low, rows[i][k].high = r.within(k, x)
		}
	}
	return r.ranges(rows)
}

func (r Ranking) ranges(rows [][]span) []Range {
	out := make([]Range, len(rows))
	for i := range out {
		out[i] = Range{1, 1}
	}
	w := r.work()
	for i := range out {
		for j := range out {
			if i == j {
				continue
			}
			switch least := w.leastGap(r.Table.Criteria, rows[i], rows[j]); {
			case least > 0: // i surely beats j
				out[j].Best++
			case least < 0: // j gets ahead of i somewhere
				out[i].Worst++
			}
		}
	}
	return out
}

// LeastGap returns the least lead of the entry in place a over the one in
// place b, as a difference of totals, over every weighting of the stress set
// and every value of the missing scores. It is negative where b can be ahead.
// Where the stress is no whole number of parts it is rounded away from 0.
func (r Ranking) LeastGap(a, b int) int {
	w := r.work()
	gap, split := w.leastGap(r.Table.Criteria, w.rows[a], w.rows[b]), w.split
	return (gap + cmp.Compare(gap, 0)*(split-1)) / split
}

// GreatestGap returns the greatest lead of a over b: see [Ranking.LeastGap].
func (r Ranking) GreatestGap(a, b int) int { return -r.LeastGap(b, a) }

// SurelyBeats reports whether the entry in place a stays ahead of the one in
// place b for every weighting of the stress set and every value of the missing
// scores. It is a strict partial order, and agrees with the published one.
func (r Ranking) SurelyBeats(a, b int) bool {
	w := r.work()
	return w.leastGap(r.Table.Criteria, w.rows[a], w.rows[b]) > 0
}

// leastGap, in 1/split of a unit's steps, minimises sum_k v_k d_k over the stress set, d_k = low_ak - high_bk:
// as v >= 0, the worst case for a has its own scores low and b's high. It moves
// weight from the criteria with the largest d_k, at most w_k from each and at
// most e in all, to one with the smallest. A unit that is moved from k lowers
// the gap by d_k - min d, wherever other units come from, so the greedy choice
// is exact. Parts are split so that e is a whole number of them.
func (w *working) leastGap(criteria []Criterion, a, b []span) int {
	split, e := w.split, w.stress
	if len(criteria) == 0 {
		return 0
	}
	gap, smallest := 0, a[0].low-b[0].high
	for k := range criteria {
		d := a[k].low - b[k].high
		gap += criteria[k].Weight * split * d
		smallest = min(smallest, d)
	}
	// Criteria with equal d may be taken together: which of them gives the
	// weight does not change the gap. So it is enough to go down the values,
	// which few weights of this size ever make more than two steps.
	for below := math.MaxInt; e > 0; {
		largest, weight := smallest, 0
		for k := range criteria {
			switch d := a[k].low - b[k].high; {
			case d >= below || d < largest || d == smallest:
			case d > largest:
				largest, weight = d, criteria[k].Weight*split
			default:
				weight += criteria[k].Weight * split
			}
		}
		if largest == smallest {
			break
		}
		moved := min(weight, e)
		gap -= moved * (largest - smallest)
		e -= moved
		below = largest
	}
	return gap
}

// splitting is into how many pieces a part is split so that the stress is a whole
// number of them, and that number: 1 and the stress itself where the weights are
// basis points.
func (t Table) splitting() (split, stress int) {
	moved := t.Whole() * t.Stress
	a, b := FullWeight, moved
	for b != 0 {
		a, b = b, a%b
	}
	return FullWeight / a, moved / a
}
