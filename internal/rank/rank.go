// Package rank orders a table of scores and proves the order. It is pure: no
// clock, no files, no randomness, and no floating point in anything that
// decides an order, a bound or a printed figure, so every machine gets the
// same figures.
//
// # Notation
//
// Criterion k has the weight w_k, a whole number of parts of the sum D that the
// weights of the table have, at most 10 000: basis points where D is 10 000, but
// three criteria of one part each are three equal thirds. Entry i has on criterion
// k a score s_ik in hundredths of a point, 0 to 1000, which may be an interval. An
// interval counts in the published order as its middle, which may be half a
// hundredth, or as its low end. A total is T_i = sum_k w_k s_ik, an integer of
// which [Ranking].Unit is one point. e is the stress in basis points: how much of
// the weight may be moved.
//
// Two totals that differ do so by at least 1/2 000 000 of a point, so that seven
// decimals tell any two apart: a ranking prints all of its totals with the fewest,
// from one to seven, that do.
//
// # Figures
//
//   - [Rank]: totals, competition ranks, ranges from unknown scores. A weighted
//     sum on anchored scales, as OECD and JRC (2008), step 6, describe it.
//   - [Ranking.Ranges]: the ranks that an entry keeps to for every weighting in
//     the stress set W_e = {v : v >= 0, sum v = 1, sum_k |v_k - w_k| / 2 <= e}
//     and every value of the missing scores. It is a guarantee, not a forecast:
//     the ends need not be attained, because each opponent is judged by itself.
//     [Ranking.Outer] is the same with each point score anywhere within its grain.
//   - [Ranking.Flip]: the least weight whose moving levels two entries, and
//     [Ranking.Loss]: the least that costs the first its place, whoever takes it.
//   - [Ranking.ToPass]: what score on one criterion would pass another entry.
//   - [Ranking.Needed]: how many missing scores it takes to reverse a pair.
//   - [Ranking.Draws]: how often an entry comes first, and between which ranks it
//     likely stands, over weights drawn evenly from the stress set, missing
//     scores from their ranges and point scores within their grain; the rank
//     acceptability indexes of Lahdelma and Salminen (2001).
//   - [Ranking.ActingWeights]: what each criterion contributes to the spread of
//     the totals, beside its nominal weight.
//   - [Ranking.Over], [Ranking.Tiers], [Ranking.ResearchQueue], [Compare]:
//     why one entry stands above another, whom the figures separate, which
//     missing score matters most, and why a rank moved.
//
// # Where this departs from its sources
//
// The main effect of Paruolo, Saisana and Saltelli (2013) is a correlation
// ratio, which does not add up over the criteria. The acting weight here is
// w_k cov(s_k, T) / var(T), the covariance share of a sum's variance (Shorrocks
// 1982): it asks their question, "what does this criterion do in this field?",
// needs no smoothing, sums to 1 and is exact in integers.
//
// design.md has a range count as the floor of its midpoint, which let the rounding
// decide an order; here it is the midpoint, and totals may take seven decimals where
// there it is six. The rank range holds for the scores as
// given, while the draws move those within their grain, too: so a likely range may
// leave the rank range, and lies within [Ranking.Outer] always. A measured
// criterion's grain ends where its curve does, as its missing scores do.
//
// A flip needs one entry to be strictly ahead somewhere. Where the upper entry
// is nowhere behind, but level on some criterion, all the weight on that
// criterion makes a tie and never a flip; that is "no weighting can flip this".
// The verdict is about the published scores; [Flip] says apart from it whether
// it holds whatever the missing scores turn out to be. Where the criteria that give
// are left with nothing when the pair is level, it takes weight from one more to
// flip it: see [Flip].Then.
//
// # Order among equals
//
// Permuting entries or criteria changes nothing but indexes. So where criteria
// stand equal the one with the smaller id comes first (in flips, after the one
// with the greater weight), and what is drawn is given to entries and criteria in
// the order of their ids. Only [Redistribute], which knows no ids, goes by the
// order it is given.
//
// # The draws
//
// Anyone can repeat them. Numbers come from one generator, SplitMix64 (Steele, Lea
// and Flood 2014), whose state is 20250912 at the beginning of every table:
//
//	state += 0x9e3779b97f4a7c15
//	z = (state ^ state>>30) * 0xbf58476d1ce4e5b9
//	z = (z ^ z>>27) * 0x94d049bb133111eb
//	number = z ^ z>>31
//
// all modulo 2^64. A whole number below n is the upper half of the product of n
// and a number, again while the lower half is less than 2^64 mod n (Lemire 2019).
// Only the count of the pieces below may exceed 64 bits: a number below it is made
// of as many numbers as it has words of 64 bits, the most significant first and
// cut to as many bits as its own first word has, all again while it is not below.
//
// Criteria and entries are taken in the order of their ids; there are n criteria,
// z of them without weight, and their weights are whole parts of a sum D. A unit
// is 1/M of a part, M the greatest multiple of 10 000 with D M <= 2^31. Of the
// 16 384 draws each goes like this:
//
//  1. The number k of criteria that gain: a number below C(2n-2-z,n-1) is taken,
//     and k is the first, from the greater of z and 1 up, at which the sum of
//     C(n-z,k-z) C(n-2,k-1) exceeds it.
//  2. Which gain: those without weight; and of each other, one after another, a
//     number below those that are left, this one with them, is taken, and it
//     gains if that is less than how many have still to gain.
//  3. The amount t that is moved: the greatest of n-1 numbers from 0 to E, which is
//     the stress in units.
//  4. What each gains: k-1 cuts from 0 to t are taken and sorted, and the gaps
//     between 0, the cuts and t go to the gainers. Then the same for the losses,
//     with n-k-1 cuts.
//  5. If a weight falls below 0 all this is thrown away and begins again, the
//     generator going on; a table of which a draw is thrown away 64 times has no
//     draws.
//  6. The scores, entry after entry, criterion after criterion, in units of 2^-20
//     hundredth: a number from the low to the high end of what the score may be.
//     Nothing is taken where that is a point.
//
// Without stress, with one criterion or with no weight at all the weights stay as
// they are and nothing is taken for them.
//
// # Sources
//
//   - OECD and JRC, Handbook on Constructing Composite Indicators (2008).
//   - R. Lahdelma and P. Salminen, SMAA-2: Stochastic multicriteria
//     acceptability analysis for group decision making, Operations Research 49
//     (2001) 444-454.
//   - P. Paruolo, M. Saisana and A. Saltelli, Ratings and rankings: voodoo or
//     science?, Journal of the Royal Statistical Society A 176 (2013) 609-634.
//   - A. F. Shorrocks, Inequality decomposition by factor components,
//     Econometrica 50 (1982) 193-211.
//   - G. Varsi, The multidimensional content of the frustum of the simplex,
//     Pacific Journal of Mathematics 46 (1973) 303-314: the exact probability
//     against which the tests hold the shares.
//   - G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number
//     generators, OOPSLA (2014) 453-472.
//   - D. Lemire, Fast random integer generation in an interval, ACM Transactions
//     on Modeling and Computer Simulation 29 (2019) 3.
//   - C. T. Fan, M. E. Muller and I. Rezucha, Development of sampling plans by
//     using sequential (item by item) selection techniques, Journal of the
//     American Statistical Association 57 (1962) 387-402.
package rank

import (
	"cmp"
	"slices"
	"sync"
)

// Table is all that a ranking is made of. The ids of its entries differ, and
// so do those of its criteria.
type Table struct {
	Criteria []Criterion
	Entries  []Entry
	Stress   int     // basis points of the total weight that may be moved anywhere
	Unknown  Unknown // what a range counts as in the published order
	Grain    int     // hundredths by which a point score may be off, in the draws; 0 for not at all

	MinKnown int // basis points of the weight that must have point scores, or the entry is provisional

	Settled bool // each missing score is what it counts as: see [Ranking.Settled]
}

// Criterion is a column: its id and its weight, in parts of the sum that the
// weights of the table have: basis points where they sum to 10 000, but three
// ones are three equal thirds. The sum is at most 10 000.
type Criterion struct {
	ID     string
	Weight int
	Reach  Interval // what a score on it can be; the zero value is the whole scale
}

// Entry is a row: its id and one score per criterion.
type Entry struct {
	ID     string
	Scores []Interval
}

// Ranking is a table put in order; [Rank] makes it. Its methods name
// entries by their place, an index into Places, and of criteria by their index
// in the table.
type Ranking struct {
	Table    Table
	Places   []Place // in order: by rank, then by id
	Decimals int     // 1 to 7: the fewest at which unequal totals print unequal

	// Unit is one point in a total, a contribution or a gap, so that a ten is 10
	// units: 100 times the sum of the weights, or 200 times where some score
	// counts as half a hundredth. Weights in basis points make it 1 000 000 or
	// 2 000 000. Totals of rankings with unlike units do not compare.
	Unit int

	kept *working // nil in a plain ranking: see [Ranking.Plain]
}

// working is what the methods of a ranking compute from. All of it follows from
// the table and the places.
type working struct {
	rows [][]span // by place, criterion after criterion
	fine int      // steps to a hundredth: 1, or 2 where something counts as half of one

	split, stress int // pieces of a part, and how many of them may be moved

	// The draws cost more than all else: they are made when they are first asked for.
	once  sync.Once
	drawn Draws
}

// Plain is the ranking without what its methods keep between calls: plain data,
// equal to every other ranking of an equal table, and the same again when it has
// been encoded and decoded. Its methods still work, but compute from the table
// each time.
func (r Ranking) Plain() Ranking {
	r.kept = nil
	return r
}

// work is what is kept, or that anew.
func (r Ranking) work() *working {
	if r.kept != nil {
		return r.kept
	}
	w := &working{fine: r.Table.fine(), rows: make([][]span, len(r.Places))}
	w.split, w.stress = r.Table.splitting()
	rows := r.Table.spans(w.fine)
	for i := range r.Places {
		w.rows[i] = rows[r.Places[i].Row]
	}
	return w
}

// Place is one entry in the order.
type Place struct {
	ID            string
	Row           int   // index into Table.Entries
	Rank          int   // 1 + the number of greater totals, so equal totals share a rank: 1, 2, 2, 4
	Total         int   // sum of weight times published score, in the ranking's unit: up to 10 units
	Low, High     int   // totals of the low and the high ends
	Best, Worst   int   // the ranks that the missing scores allow at the table's weights
	Completeness  int   // basis points of weight with a point score, rounded down
	Provisional   bool  // less of the weight has a point score than the table wants
	Contributions []int // per criterion: weight times published score
}

// Rank orders the table. It never fails: scores, weights and a stress out of range
// are brought into range first, in a copy (see [Ranking].Table). Equal totals stand in the
// order of their ids.
func Rank(t Table) Ranking {
	r := Ranking{Table: t.normalized(), Places: make([]Place, len(t.Entries))}
	n := len(t.Criteria)
	whole := max(r.Table.Whole(), 1)
	fine := r.Table.fine()
	r.Unit = MaxScore / 10 * whole * fine
	contributions := make([]int, n*len(t.Entries))
	rows := r.Table.spans(fine)
	for i, entry := range r.Table.Entries {
		p := &r.Places[i]
		p.ID, p.Row = entry.ID, i
		p.Contributions = contributions[i*n : (i+1)*n : (i+1)*n]
		known := 0
		for k, x := range rows[i] {
			w := r.Table.Criteria[k].Weight
			p.Contributions[k] = w * x.counts
			p.Total += p.Contributions[k]
			p.Low += w * x.low
			p.High += w * x.high
			if x.low == x.high {
				known += w
			}
		}
		p.Completeness = FullWeight * known / whole
		p.Provisional = FullWeight*known < r.Table.MinKnown*whole
	}
	slices.SortFunc(r.Places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Row, b.Row))
	})
	for i := range r.Places {
		p := &r.Places[i]
		p.Rank = i + 1
		if i > 0 && r.Places[i-1].Total == p.Total {
			p.Rank = r.Places[i-1].Rank
		}
		p.Best, p.Worst = r.unknownRange(i)
	}
	r.kept = r.work()
	r.Decimals = decimals(r.Places, 1, r.Unit)
	return r
}

// Find returns the place of an entry, or -1.
func (r Ranking) Find(id string) int {
	return slices.IndexFunc(r.Places, func(p Place) bool { return p.ID == id })
}

// Counts returns what the score of the entry in a place on a criterion counts as
// in the published order.
func (r Ranking) Counts(place, criterion int) Half {
	return r.Table.Entries[r.Places[place].Row].Scores[criterion].Counts(r.Table.Unknown)
}
