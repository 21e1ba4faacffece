package rank

import (
	"cmp"
	"math/bits"
	"slices"
)

// Shares returns, by place, in about how many of 100 weightings the entry
// comes first: whole percents by largest remainder, ties in the order of the
// places, that sum to 100. The weightings are (1-e) w + e u for 4096 points u
// spread evenly over all weightings, so all lie in the stress set; entries that
// tie for first share it. Scores count as published.
//
// It is the rank acceptability index for rank 1 of Lahdelma and Salminen
// (2001). The points are given to the criteria in the order of their ids.
func (r Ranking) Shares() []int {
	firsts, all := r.firsts()
	if all == 0 {
		return make([]int, len(r.Places))
	}
	out := make([]int, len(firsts))
	remainders := make([]int, len(firsts))
	left := 100
	for i, f := range firsts {
		out[i], remainders[i] = int(100*f/all), int(100*f%all)
		left -= out[i]
	}
	for _, i := range largest(remainders)[:left] {
		out[i]++
	}
	return out
}

// whole is what one weighting has to give. Any number of entries up to 16
// divides it, so that a tie is shared without a rest.
const whole = 720_720

// firsts counts first places, by place, in units of 1/whole of a weighting,
// and all that were given.
func (r Ranking) firsts() (counts []int64, all int64) {
	counts = make([]int64, len(r.Places))
	n := len(r.Table.Criteria)
	if len(r.Places) == 0 {
		return counts, 0
	}
	e, points, rounds := uint64(r.Table.Stress), []uint32(nil), samples
	if n < 2 {
		e, rounds = 0, 1 // there is no other weighting
	} else {
		points = simplexPoints(n)
	}
	full := 0
	for _, c := range r.Table.Criteria {
		full += c.Weight
	}
	// With W the sum of the weights, an entry's total at a point, times
	// W 10 000 2^32, is (10 000 - e) T_i 2^32 + e W sum_k u_k s_ik. That passes
	// 64 bits, so it is kept in two words, exactly.
	scale := e * uint64(full)

	// Whoever is surely beaten on published scores comes first nowhere, so only
	// the first tier is counted.
	contenders := Rank(r.Settled()).Tiers()[0]
	scores := r.columns(contenders)
	fixed := make([]sum128, len(contenders))
	for i, place := range contenders {
		fixed[i] = product(FullWeight-e, uint64(r.Places[place].Total)).shifted()
	}
	ties := make([]int, 0, len(contenders))
	for round := range rounds {
		var best sum128
		ties = ties[:0]
		for i := range fixed {
			total := fixed[i]
			if n >= 2 {
				u := points[round*n : (round+1)*n]
				moved := uint64(0)
				for k, s := range scores[i*n : (i+1)*n] {
					moved += uint64(u[k]) * uint64(s)
				}
				total = total.plus(product(scale, moved))
			}
			order := 1
			if len(ties) > 0 {
				order = total.compare(best)
			}
			if order > 0 {
				best, ties = total, ties[:0]
			}
			if order >= 0 {
				ties = append(ties, i)
			}
		}
		share := int64(whole / len(ties))
		for _, i := range ties {
			counts[contenders[i]] += share
			all += share
		}
	}
	return counts, all
}

// columns is the published scores, place after place, criteria by id.
func (r Ranking) columns(places []int) []uint32 {
	order := make([]int, len(r.Table.Criteria))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(r.Table.Criteria[x].ID, r.Table.Criteria[y].ID), cmp.Compare(x, y))
	})
	out := make([]uint32, 0, len(places)*len(order))
	for _, i := range places {
		for _, k := range order {
			out = append(out, uint32(r.Score(i, k)))
		}
	}
	return out
}

// sum128 is a whole number of up to 128 bits.
type sum128 struct{ high, low uint64 }

func product(a, b uint64) sum128 {
	high, low := bits.Mul64(a, b)
	return sum128{high, low}
}

// shifted is the number times 2^32.
func (s sum128) shifted() sum128 { return sum128{s.high<<32 | s.low>>32, s.low << 32} }

func (s sum128) plus(t sum128) sum128 {
	low, carry := bits.Add64(s.low, t.low, 0)
	return sum128{s.high + t.high + carry, low}
}

func (s sum128) compare(t sum128) int {
	return cmp.Or(cmp.Compare(s.high, t.high), cmp.Compare(s.low, t.low))
}
