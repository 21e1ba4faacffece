package rank_test

import (
	"math/big"
	"slices"

	"pgregory.net/rapid"

	"shortlist/internal/rank"
)

func (q question) checkPair(t *rapid.T, r rank.Ranking, a, b int, x, y row) {
	gap := minus(q.total(x.counts), q.total(y.counts))
	f := r.Flip(a, b)
	behind, dominates := false, true
	for k := range q.weights {
		behind = behind || x.counts[k].Cmp(y.counts[k]) < 0
		dominates = dominates && x.low[k].Cmp(y.high[k]) >= 0
	}
	if f.Possible != behind || f.Dominates != dominates || f.Unsettled != (q.total(x.low).Cmp(q.total(y.high)) < 0) {
		t.Fatalf("%+v: behind somewhere %v, level or ahead everywhere %v", f, behind, dominates)
	}
	if f.Possible {
		moved := times(big.NewRat(f.Weight.Num, f.Weight.Den), rat(1, 10_000))
		slight := rat(1, 1_000_000_000)
		if q.gap(x.counts, y.counts, moved).Sign() != 0 || q.gap(x.counts, y.counts, plus(moved, slight)).Sign() >= 0 ||
			moved.Sign() > 0 && q.gap(x.counts, y.counts, minus(moved, least(slight, moved))).Sign() <= 0 {
			t.Fatalf("moving %v does not level %+v", moved, f)
		}
		// The gifts are no more than there is and level the pair; a little more from
		// Then, which has it, puts the lower one ahead.
		v, left := slices.Clone(q.weights), moved
		for _, g := range f.From {
			given := times(big.NewRat(g.Weight.Num, g.Weight.Den), rat(1, 10_000))
			v[g.Criterion], left = minus(v[g.Criterion], given), minus(left, given)
		}
		v[f.To] = plus(v[f.To], moved)
		level, then := new(big.Rat), minus(x.counts[f.Then], y.counts[f.Then])
		for k, w := range v {
			if w.Sign() < 0 {
				t.Fatalf("criterion %d gives more than it has: %+v", k, f)
			}
			level = plus(level, times(w, minus(x.counts[k], y.counts[k])))
		}
		if left.Sign() != 0 || level.Sign() != 0 || v[f.Then].Sign() <= 0 || then.Cmp(minus(x.counts[f.To], y.counts[f.To])) <= 0 {
			t.Fatalf("%v is left over, the gap is %v, %v is left to give: %+v", left, level, v[f.Then], f)
		}
	}
	if len(q.weights) <= 6 {
		if got, want := len(r.Needed(a, b)), q.needed(x, y, gap); got != want {
			t.Fatalf("%d scores are needed; it is %d", got, want)
		}
	}
	for _, rise := range r.ToPass(b, a) {
		q.checkRise(t, r, rise, x, y)
	}
}

// needed tries every set of missing scores.
func (q question) needed(x, y row, gap *big.Rat) int {
	var swings []*big.Rat
	for k, w := range q.weights {
		for _, s := range []*big.Rat{times(w, minus(x.counts[k], x.low[k])), times(w, minus(y.high[k], y.counts[k]))} {
			if s.Sign() > 0 {
				swings = append(swings, s)
			}
		}
	}
	fewest := 0
	for set := 1; set < 1<<len(swings); set++ {
		left, size := gap, 0
		for i, s := range swings {
			if set>>i&1 == 1 {
				left, size = minus(left, s), size+1
			}
		}
		if left.Sign() < 0 && (fewest == 0 || size < fewest) {
			fewest = size
		}
	}
	return fewest
}

// checkRise: with the score that it needs the lower one is ahead, with a
// hundredth less it is not.
func (q question) checkRise(t *rapid.T, r rank.Ranking, rise rank.Rise, x, y row) {
	k := rise.Criterion
	w := q.weights[k]
	if w.Sign() == 0 {
		if rise.Possible || rise.Needs != 0 {
			t.Fatalf("no weight can be passed on: %+v", rise)
		}
		return
	}
	ahead := func(score *big.Rat) bool {
		changed := slices.Clone(y.counts)
		changed[k] = score
		return q.total(changed).Cmp(q.total(x.counts)) > 0
	}
	reach := 1000
	if c := r.Table.Criteria[k].Reach; c.High > 0 {
		reach = c.High
	}
	if !ahead(rat(rise.Needs, 100)) || ahead(rat(rise.Needs-1, 100)) || rise.Possible != (rise.Needs <= reach) ||
		rat(int(rise.More), 200).Cmp(minus(rat(rise.Needs, 100), y.counts[k])) != 0 {
		t.Fatalf("%+v, of at most %d", rise, reach)
	}
}

func (q question) checkLoss(t *rapid.T, r rank.Ranking, byID map[string]int) {
	loss, possible := r.Loss()
	if len(r.Places) < 2 {
		if possible {
			t.Fatalf("who is alone loses: %+v", loss)
		}
		return
	}
	first := q.rows[byID[r.Places[0].ID]]
	for b := 1; b < len(r.Places); b++ {
		other := q.rows[byID[r.Places[b].ID]]
		all := q.gap(first.counts, other.counts, rat(1, 1))
		if all.Sign() < 0 && !possible {
			t.Fatalf("%s can get ahead", other.id)
		}
		if !possible {
			continue
		}
		moved := times(big.NewRat(loss.Weight.Num, loss.Weight.Den), rat(1, 10_000))
		if got := q.gap(first.counts, other.counts, moved); got.Sign() < 0 || loss.B == b && got.Sign() != 0 {
			t.Fatalf("moving %v costs the first place to %s, but %+v", moved, other.id, loss)
		}
	}
}
