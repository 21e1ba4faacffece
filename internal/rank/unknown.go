package rank

// Interval is a score in hundredths, 0 to 1000; a point score has Low == High,
// one that nothing is known of runs from 0 to 1000.
type Interval struct{ Low, High int }

// Unknown says what a range counts as in the published order.
type Unknown int

const (
	Midpoint Unknown = iota // the floor of the middle
	Low                     // its low end
)

// Known reports whether the score is a point.
func (s Interval) Known() bool { return s.Low == s.High }

// Published is what the score counts as in the published order.
func (s Interval) Published(u Unknown) int {
	if u == Low {
		return s.Low
	}
	return (s.Low + s.High) / 2
}

func (s Interval) mended() Interval {
	low, high := min(s.Low, s.High), max(s.Low, s.High)
	return Interval{min(max(low, 0), MaxScore), min(max(high, 0), MaxScore)}
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
