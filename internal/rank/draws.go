package rank

import (
	"cmp"
	"math/bits"
	"slices"
)

// DrawCount is how many draws a table has, where it has any.
const DrawCount = 16_384

// Tail is how many percent of the draws a likely range leaves out at either end.
const Tail = 5

// Draws is what comes of drawing weights, missing scores and the rounding of the
// scores 16,384 times. It is about chances and decides no order.
type Draws struct {
	// Made is false, and there is nothing else, where weights were thrown away
	// 64 times in a row: then nearly every way to move that much weight takes
	// more from some criterion than it has, and what could be counted would be
	// about few.
	Made bool

	// Shares says, by place, in about how many of 100 draws the entry comes
	// first: whole percents by largest remainder, ties in the order of the
	// places, that sum to 100. Entries that tie for first share it.
	Shares []int

	// Likely has, by place, the ranks from the 5th to the 95th percentile: the
	// least rank that 5 % of the draws keep to or better, and the least that 95 %
	// do.
	Likely []Range

	firsts []int64 // by place, in units of 1/whole of a draw
	all    int64   // that were given
}

// whole is what one draw has to give. Any number of entries up to 16 divides it,
// so that a tie is shared without a rest.
const whole = 720_720

// Draws counts the draws of the table: weights evenly from the stress set, each
// missing score evenly from its range, each point score evenly within the table's
// grain. The package comment says how, so that anyone can repeat it. They are
// drawn once for a ranking and its copies.
func (r Ranking) Draws() Draws {
	w := r.work()
	w.once.Do(func() { w.drawn = r.draw() })
	return w.drawn
}

// Shares is that of [Draws], or all 0 where there are no draws.
func (r Ranking) Shares() []int {
	if d := r.Draws(); d.Made {
		return d.Shares
	}
	return make([]int, len(r.Places))
}

func (r Ranking) draw() Draws {
	s := r.newSampler()
	for range DrawCount {
		if !s.draw() {
			return Draws{}
		}
		s.count()
	}
	return s.sum()
}

// sampler draws tables and counts who stands where. Its entries and criteria
// stand in the order of their ids, so that the order in which a table has them
// changes nothing.
type sampler struct {
	random  generator
	weights *weighing
	places  []int    // of the entries
	scores  []uint64 // the low ends or the points, criterion after criterion of an entry, in units of 1/2^20 hundredth
	widths  []uint64 // 0 for what is not drawn, else one more than the width
	totals  []uint64
	ranks   []int
	order   []int
	counts  []int32 // [entry][rank-1]
	firsts  []int64 // by entry
}

const scoreBits = 20

func (r Ranking) newSampler() *sampler {
	t := r.Table
	n, criteria := len(r.Places), byID(len(t.Criteria), func(k int) string { return t.Criteria[k].ID })
	rows := byID(n, func(i int) string { return t.Entries[i].ID })
	parts := make([]int, len(criteria))
	for i, k := range criteria {
		parts[i] = t.Criteria[k].Weight
	}
	s := &sampler{random: seed, weights: newWeighing(parts, t.Stress), places: make([]int, n), totals: make([]uint64, n),
		ranks: make([]int, n), order: make([]int, n), counts: make([]int32, n*n), firsts: make([]int64, n)}
	placeOf := make([]int, n)
	for place, p := range r.Places {
		placeOf[p.Row] = place
	}
	work := r.work()
	for i, row := range rows {
		s.places[i], s.order[i] = placeOf[row], i
		for _, k := range criteria {
			low, high := r.within(k, work.rows[placeOf[row]][k])
			width := uint64(high-low) << scoreBits / uint64(work.fine)
			if width > 0 {
				width++
			}
			s.scores, s.widths = append(s.scores, uint64(low)<<scoreBits/uint64(work.fine)), append(s.widths, width)
		}
	}
	return s
}

// within is what a score on a criterion may be before rounding: a range itself, a
// point so much lower or higher, as far as the criterion's reach goes.
func (r Ranking) within(criterion int, x span) (low, high int) {
	if x.low < x.high {
		return x.low, x.high
	}
	fine := r.work().fine
	grain, reach := r.Table.Grain*fine, r.Table.Criteria[criterion].reach()
	return max(x.low-grain, reach.Low*fine), min(x.high+grain, reach.High*fine)
}

// byID is the indexes in the order of their ids, equal ones as they come.
func byID(n int, id func(int) string) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(id(a), id(b)) })
	return order
}

// draw draws weights and scores and adds up the totals. The weights have at most
// 2^31 units and a score has less than 2^30, so that a total stays within 64 bits.
func (s *sampler) draw() bool {
	if !s.weights.draw(&s.random) {
		return false
	}
	v, g := s.weights.drawn, s.random
	for i := range s.totals {
		scores := s.scores[i*len(v):][:len(v)]
		widths := s.widths[i*len(v):][:len(v)]
		total := uint64(0)
		for k, w := range v {
			x := scores[k]
			if n := widths[k]; n > 0 {
				high, low := bits.Mul64(g.next(), n) // g.below(n), which is too long for the compiler to inline
				if low < n {
					high = g.again(high, low, n)
				}
				x += high
			}
			total += w * x
		}
		s.totals[i] = total
	}
	s.random = g
	return true
}

// count ranks the totals and counts.
func (s *sampler) count() {
	n := len(s.totals)
	if n <= 32 {
		s.rankFew()
	} else {
		s.rankMany()
	}
	ties := 0
	for _, rank := range s.ranks {
		if rank == 0 {
			ties++
		}
	}
	for i, rank := range s.ranks {
		s.counts[i*n+rank]++
		if rank == 0 {
			s.firsts[i] += int64(whole / ties)
		}
	}
}

// rankFew counts for each entry how many totals are greater, without a branch
// that depends on the draw.
func (s *sampler) rankFew() {
	clear(s.ranks)
	for i, a := range s.totals {
		above := 0
		for j, b := range s.totals[:i] {
			_, behind := bits.Sub64(a, b, 0)
			_, ahead := bits.Sub64(b, a, 0)
			above += int(behind)
			s.ranks[j] += int(ahead)
		}
		s.ranks[i] += above
	}
}

func (s *sampler) rankMany() {
	slices.SortFunc(s.order, func(a, b int) int { return cmp.Compare(s.totals[b], s.totals[a]) })
	for at, i := range s.order {
		s.ranks[i] = at
		if at > 0 && s.totals[s.order[at-1]] == s.totals[i] {
			s.ranks[i] = s.ranks[s.order[at-1]]
		}
	}
}

// sum turns the counts into figures.
func (s *sampler) sum() Draws {
	n := len(s.places)
	d := Draws{Made: true, Shares: make([]int, n), Likely: make([]Range, n), firsts: make([]int64, n)}
	for i, place := range s.places {
		d.firsts[place] = s.firsts[i]
		d.all += s.firsts[i]
		counts := s.counts[i*n : (i+1)*n]
		d.Likely[place] = Range{percentile(counts, Tail), percentile(counts, 100-Tail)}
	}
	if n == 0 {
		return d
	}
	remainders := make([]int, n)
	left := 100
	for i, f := range d.firsts {
		d.Shares[i], remainders[i] = int(100*f/d.all), int(100*f%d.all)
		left -= d.Shares[i]
	}
	for _, i := range largest(remainders)[:left] {
		d.Shares[i]++
	}
	return d
}

// percentile is the least rank that so many percent of the draws keep to or
// better.
func percentile(counts []int32, percent int) int {
	sum := 0
	for i, c := range counts {
		sum += int(c)
		if 100*sum >= percent*DrawCount {
			return i + 1
		}
	}
	return len(counts)
}
