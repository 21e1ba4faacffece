package rank

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
)

// Flip is what it takes to reverse a pair of entries, of which A stands
// before B. The flip itself is judged on published scores.
type Flip struct {
	A, B int // places
	Gap  int // A's total less B's; 0 when they tie

	// Unsettled: at the table's own weights the missing scores can still put B
	// ahead. To be said before anything else is said of the pair.
	Unsettled bool

	// Possible: B is ahead of A on some criterion, so that some weighting puts
	// it ahead. If not, no weighting can flip the pair.
	Possible bool

	// Dominates: A is level or ahead on every criterion, whatever the missing
	// scores turn out to be, so that no weighting and no finding can flip the
	// pair.
	Dominates bool

	// Of a possible flip: moving Weight, as From says, to the criterion To
	// brings the gap to 0; moving any more puts B ahead. No smaller move does.
	Weight Points
	From   []Gift
	To     int

	// Then is the criterion that gives what it takes beyond that to put B ahead:
	// the last of From, or the next one where From gives all that it has. Then
	// moving all of that weight leaves the pair level, and is no flip.
	Then int
}

// Gift is the weight that a criterion gives away.
type Gift struct {
	Criterion int
	Weight    Points
}

// Points is an exact amount of weight: Num / Den basis points, Den > 0. A
// hundred basis points are one point of the hundred.
type Points struct{ Num, Den int64 }

// String prints the amount up to the next tenth of a point: "7.2". Moving more
// than that always flips the pair.
func (p Points) String() string {
	if p.Den == 0 { // of a flip that is not possible
		return "0.0"
	}
	tenths := (p.Num + 10*p.Den - 1) / (10 * p.Den)
	return strconv.FormatInt(tenths/10, 10) + "." + strconv.FormatInt(tenths%10, 10)
}

// Compare orders amounts, the lesser first.
func (p Points) Compare(q Points) int {
	high, low := bits.Mul64(uint64(p.Num), uint64(q.Den))
	otherHigh, otherLow := bits.Mul64(uint64(q.Num), uint64(p.Den))
	return cmp.Or(cmp.Compare(high, otherHigh), cmp.Compare(low, otherLow))
}

// Within reports whether the amount is less than so many basis points: whether
// a flip lies inside a stress.
func (p Points) Within(basisPoints int) bool { return p.Num < int64(basisPoints)*p.Den }

// Flips returns the flip of each neighbouring pair, from the top down.
func (r Ranking) Flips() []Flip {
	if len(r.Places) < 2 {
		return nil
	}
	out := make([]Flip, len(r.Places)-1)
	for i := range out {
		out[i] = r.Flip(i, i+1)
	}
	return out
}

// Flip returns the cheapest flip of two entries, given by place in either
// order: the least v of moved weight at which sum_k v_k d_k = 0, d_k being A's
// published score less B's. Weight goes from the criteria with the largest d_k
// to one with the smallest, as in the least gap, until the gap is used up; the
// last criterion gives a fraction, which stays a fraction.
func (r Ranking) Flip(a, b int) Flip {
	a, b = min(a, b), max(a, b)
	f := Flip{A: a, B: b, To: -1, Then: -1}
	f.Gap = r.Places[a].Total - r.Places[b].Total
	f.Unsettled = r.Places[a].Low < r.Places[b].High

	rows := r.work().rows
	rowA, rowB := rows[a], rows[b]
	gains := make([]int, len(r.Table.Criteria))
	f.Dominates = true
	for k := range gains {
		gains[k] = rowA[k].counts - rowB[k].counts
		f.Dominates = f.Dominates && rowA[k].low >= rowB[k].high
	}
	order := r.byGain(gains)
	if len(order) == 0 || gains[order[len(order)-1]] >= 0 || r.Table.Whole() == 0 {
		return f // B is nowhere ahead, or there is no weight to move
	}
	f.Possible = true
	f.To = r.receiver(order, gains)
	left, given, full := int64(f.Gap), int64(0), false
	for _, k := range order {
		weight, drop := int64(r.Table.Criteria[k].Weight), int64(gains[k]-gains[f.To])
		switch {
		case weight == 0 || drop == 0:
			continue
		case full: // level, with nothing left of what gave
			f.Then = k
			return f
		case weight*drop < left:
			f.From = append(f.From, Gift{k, r.points(weight, 1)})
			given += weight
			left -= weight * drop
			continue
		}
		f.From = append(f.From, Gift{k, r.points(left, drop)})
		f.Weight = r.points(given*drop+left, drop)
		if full = weight*drop == left; !full {
			f.Then = k
			return f
		}
	}
	return f
}

// byGain is the criteria from A's greatest lead down; equal ones by weight,
// the greater first, then by id.
func (r Ranking) byGain(gains []int) []int {
	order := make([]int, len(gains))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(gains[y], gains[x]), r.before(x, y))
	})
	return order
}

// receiver is the criterion that the weight goes to: of those where A is
// furthest behind, the first.
func (r Ranking) receiver(order, gains []int) int {
	to := order[len(order)-1]
	for _, k := range order {
		if gains[k] == gains[to] {
			return k
		}
	}
	return to
}

// before orders criteria that stand equal: by weight, the greater first, then
// by id.
func (r Ranking) before(x, y int) int {
	a, b := r.Table.Criteria[x], r.Table.Criteria[y]
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.ID, b.ID), cmp.Compare(x, y))
}

// points is an amount of weight in parts as one in basis points.
func (r Ranking) points(num, den int64) Points {
	if whole := int64(r.Table.Whole()); whole != FullWeight {
		return Points{num * FullWeight, den * whole}
	}
	return Points{num, den}
}
