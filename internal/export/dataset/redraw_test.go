package dataset

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestAnotherProgramDraws counts shares and likely ranges again from ranking.json
// alone, by another way of drawing: a walk through the weights within the stress,
// which moves some from one criterion to another and stays where that leads out. It
// visits all of them evenly. Floating point is good enough for counting.
func TestAnotherProgramDraws(t *testing.T) {
	for _, g := range append(repository(t), vaults()) {
		var f file
		if err := json.Unmarshal(encode(t, published{g: g}), &f); err != nil {
			t.Fatal(err)
		}
		if !f.Method.Draws.Made {
			t.Fatalf("%s has no draws", g.Slug)
		}
		shares, ranks := redraw(f)
		for i, p := range f.Places {
			if math.Abs(shares[i]-float64(*p.Share)) > 2 {
				t.Errorf("%s: %s is first in %.1f of 100 draws, the file says %d", g.Slug, p.Provider, shares[i], *p.Share)
			}
			slices.Sort(ranks[i])
			best, worst := ranks[i][len(ranks[i])/20], ranks[i][len(ranks[i])*19/20]
			if l := p.RangeLikely; max(best-l.Best, l.Best-best, worst-l.Worst, l.Worst-worst) > 1 {
				t.Errorf("%s: %s is likely %d to %d, the file says %v", g.Slug, p.Provider, best, worst, *l)
			}
		}
	}
}

// redraw returns, by place, how many of 100 draws it leads and its rank in each.
func redraw(f file) (shares []float64, ranks [][]int) {
	const draws, steps = 12_000, 25
	random := rand.New(rand.NewPCG(7, 11))
	weights, now := make([]float64, len(f.Criteria)), make([]float64, len(f.Criteria))
	for k, c := range f.Criteria {
		weights[k] = float64(c.Weight) / float64(f.Method.Sum)
	}
	copy(now, weights)
	stress := float64(f.Method.Stress) / 10_000
	scores := map[string][]scored{}
	for _, e := range f.Entries {
		scores[e.Provider] = e.Scores
	}
	shares, ranks = make([]float64, len(f.Places)), make([][]int, len(f.Places))
	for range draws {
		for range steps {
			from, to, by := random.IntN(len(now)), random.IntN(len(now)), random.Float64()*stress
			if from == to {
				continue
			}
			now[from], now[to] = now[from]-by, now[to]+by
			away := 0.0
			for k := range now {
				away += math.Abs(now[k]-weights[k]) / 2
			}
			if now[from] < 0 || away > stress {
				now[from], now[to] = now[from]+by, now[to]-by
			}
		}
		totals := make([]float64, len(f.Places))
		for i, p := range f.Places {
			for k, s := range scores[p.Provider] {
				low, high := float64(s.Low), float64(s.High)
				if s.Low == s.High {
					least, greatest := 0.0, 1000.0
					if fixed := f.Criteria[k].Points; len(fixed) > 0 {
						least, greatest = math.Inf(1), math.Inf(-1)
						for _, x := range fixed {
							least, greatest = min(least, float64(x.Score)), max(greatest, float64(x.Score))
						}
					}
					low, high = max(low-float64(f.Method.Grain), least), min(high+float64(f.Method.Grain), greatest)
				}
				totals[i] += now[k] * (low + random.Float64()*(high-low))
			}
		}
		for i, total := range totals {
			rank := 1
			for _, other := range totals {
				if other > total {
					rank++
				}
			}
			if ranks[i] = append(ranks[i], rank); rank == 1 {
				shares[i] += 100.0 / draws
			}
		}
	}
	return shares, ranks
}
