package rank

import "strings"

// Interval is a score in hundredths, 0 to 1000; a point score has Low == High,
// one that nothing is known of runs over what its criterion can reach.
type Interval struct{ Low, High int }

// Unknown says what a range counts as in the published order.
type Unknown int

const (
	Midpoint Unknown = iota // the middle, which may be half a hundredth
	Low                     // its low end
)

// Known reports whether the score is a point.
func (s Interval) Known() bool { return s.Low == s.High }

// Counts is what the score counts as in the published order.
func (s Interval) Counts(u Unknown) Half {
	if u == Low {
		return Half(2 * s.Low)
	}
	return Half(s.Low + s.High)
}

// Half is a score in half-hundredths of a point, from 0 to 2000: what lies in the
// middle of two scores is one of them, and is never rounded to decide an order.
type Half int

// String prints it with as many decimals as it needs: "8", "8.5", "8.125".
func (h Half) String() string {
	return strings.TrimSuffix(Ranking{Unit: MaxScore / 10 * 2}.Exact(int(h)), ".0")
}

// span is a score while it is computed with, in steps of a hundredth or half of
// one; counts is what it counts as in the published order.
type span struct{ low, high, counts int }

// Whole is the sum of the weights: what they are parts of.
func (t Table) Whole() int {
	sum := 0
	for _, c := range t.Criteria {
		sum += c.Weight
	}
	return sum
}

// fine is how many steps a hundredth needs: 2 where something counts as half of
// one, also on a criterion without weight, to which weight may be moved.
func (t Table) fine() int {
	for _, e := range t.Entries {
		for _, s := range e.Scores {
			if s.Counts(t.Unknown)%2 != 0 {
				return 2
			}
		}
	}
	return 1
}

// spans is the scores in such steps.
func (t Table) spans(fine int) [][]span {
	n := len(t.Criteria)
	all, rows := make([]span, n*len(t.Entries)), make([][]span, len(t.Entries))
	for i, e := range t.Entries {
		rows[i] = all[i*n : (i+1)*n : (i+1)*n]
		for k, s := range e.Scores {
			x := span{fine * s.Low, fine * s.High, fine * int(s.Counts(t.Unknown)) / 2}
			if t.Settled {
				x.low, x.high = x.counts, x.counts
			}
			rows[i][k] = x
		}
	}
	return rows
}

// within is the interval, low before high, cut to what lies in another.
func (s Interval) within(t Interval) Interval {
	low, high := min(s.Low, s.High), max(s.Low, s.High)
	return Interval{min(max(low, t.Low), t.High), min(max(high, t.Low), t.High)}
}

// reach is what a score on the criterion can be.
func (c Criterion) reach() Interval {
	if c.Reach == (Interval{}) {
		return Interval{0, MaxScore}
	}
	return c.Reach
}

// unknownRange is the best and the worst rank that the missing scores allow at
// the table's own weights: best = 1 + #{j : low_j > high_i}, worst = 1 +
// #{j != i : high_j > low_i}. Both are attained, since the missing scores of
// different entries do not hang together.
func (r Ranking) unknownRange(place int) (best, worst int) {
	best, worst = 1, 1
	p := r.Places[place]
	for j, other := range r.Places {
		if j == place {
			continue
		}
		if other.Low > p.High {
			best++
		}
		if other.High > p.Low {
			worst++
		}
	}
	return best, worst
}
