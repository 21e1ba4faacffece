package rank

import (
	"math/rand"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestRanges(t *testing.T) {
	weights := []int{5000, 3000, 2000}
	tests := []struct {
		name  string
		table Table
		want  []Range // by place
	}{
		{"nobody", table(1000, weights), []Range{}},
		{"one", table(1000, weights, points(1, 2, 3)), []Range{{1, 1}}},
		{"a lead that a tenth of the weight cannot take", table(1000, weights, points(800, 600, 500), points(500, 500, 500)),
			[]Range{{1, 1}, {2, 2}}},
		// Gap 5000*100 - 3000*100 - 2000*50 = 100 000; a tenth moved from k0 to
		// k1 costs 1000 * 200 = 200 000.
		{"a lead that it can", table(1000, weights, points(600, 500, 500), points(500, 600, 550)),
			[]Range{{1, 2}, {1, 2}}},
		{"moving exactly the gap makes a tie, and a tie takes no rank", table(500, weights, points(600, 500, 500), points(500, 600, 550)),
			[]Range{{1, 1}, {1, 2}}},
		{"ties without stress", table(0, weights, points(500, 500, 500), points(500, 500, 500), points(100, 100, 100)),
			[]Range{{1, 1}, {1, 1}, {3, 3}}},
		{"a missing score that can tie", table(0, weights, points(600, 600, 600), []Interval{at(500), at(500), {0, 1000}}, points(100, 100, 100)),
			[]Range{{1, 1}, {1, 2}, {3, 3}}},
		{"a missing score under stress", table(1000, weights, points(600, 600, 600), []Interval{at(500), at(500), {0, 1000}}, points(100, 100, 100)),
			[]Range{{1, 2}, {1, 2}, {3, 3}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Rank(test.table).Ranges(); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestLeastGap(t *testing.T) {
	weights := []int{5000, 500, 4500}
	a, b := points(500, 900, 300), points(500, 300, 500)
	// d = 0, 600, -200: the gap is 300 000 - 900 000. Of the tenth that moves,
	// 5 points come from k1 (all it has) and 5 from k0.
	r := Rank(table(1000, weights, a, b))
	lower, upper := r.Find("e0"), r.Find("e1")
	if got, want := r.LeastGap(lower, upper), -600_000-500*800-500*200; got != want {
		t.Errorf("least gap %d, want %d", got, want)
	}
	if got, want := r.GreatestGap(lower, upper), -600_000+1000*800; got != want {
		t.Errorf("greatest gap %d, want %d", got, want)
	}
	if r.SurelyBeats(upper, lower) {
		t.Error("a lead that can be turned is called sure")
	}
}

// bruteLeastGap tries every vertex of the set: any criteria give all they have,
// one more gives a part, and one receives.
func bruteLeastGap(weights, d []int, e int) int {
	gap := 0
	for k := range d {
		gap += weights[k] * d[k]
	}
	least := gap
	for to := range d {
		for given := range 1 << len(d) {
			moved, got := 0, gap
			for k := range d {
				if given>>k&1 == 1 {
					moved += weights[k]
					got -= weights[k] * (d[k] - d[to])
				}
			}
			if moved > e {
				continue
			}
			least = min(least, got)
			for part := range d {
				if given>>part&1 == 0 {
					least = min(least, got-min(weights[part], e-moved)*(d[part]-d[to]))
				}
			}
		}
	}
	return least
}

func TestLeastGapIsTheOptimum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 2, 5, true)
		if len(in.Entries) < 2 || len(in.Criteria) == 0 {
			t.Skip("no pair")
		}
		r := Rank(in)
		weights, d := make([]int, len(in.Criteria)), make([]int, len(in.Criteria))
		for k := range d {
			weights[k] = r.Table.Criteria[k].Weight
			d[k] = scoresOf(r, 0)[k].Low - scoresOf(r, 1)[k].High
		}
		if got, want := r.LeastGap(0, 1), bruteLeastGap(weights, d, in.Stress); got != want {
			t.Fatalf("greedy %d, brute force %d: weights %v, d %v, e %d", got, want, weights, d, in.Stress)
		}
	})
}

// moveWeight draws a weighting of the stress set in whole basis points: it
// takes up to e away from criteria and gives as much to others.
func moveWeight(random *rand.Rand, weights []int, e int) []int {
	out := append([]int(nil), weights...)
	left := e
	if random.Intn(2) == 0 {
		left = random.Intn(e + 1)
	}
	taken := 0
	for _, k := range random.Perm(len(out)) {
		x := min(left, out[k])
		if random.Intn(2) == 0 {
			x = random.Intn(x + 1)
		}
		out[k] -= x
		left -= x
		taken += x
	}
	for taken > 0 {
		x := taken
		if random.Intn(3) == 0 {
			x = 1 + random.Intn(taken)
		}
		out[random.Intn(len(out))] += x
		taken -= x
	}
	return out
}

func TestRangesHoldEverySampledRank(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	rounds := 100_000
	if testing.Short() {
		rounds = 5_000
	}
	const fields = 20
	attained := 0
	for seed := range int64(fields) {
		in := field(seed, 10, 6)
		r := Rank(in)
		ranges := r.Ranges()
		weights := make([]int, len(in.Criteria))
		for k, c := range in.Criteria {
			weights[k] = c.Weight
		}
		seen := make([]Range, len(ranges))
		for i, p := range r.Places {
			seen[i] = Range{p.Rank, p.Rank}
		}
		totals := make([]int, len(ranges))
		for range rounds / fields {
			v := moveWeight(random, weights, in.Stress)
			for i := range totals {
				totals[i] = 0
				for k, s := range scoresOf(r, i) {
					found := s.Low
					if random.Intn(2) == 0 {
						found += random.Intn(s.High - s.Low + 1)
					}
					totals[i] += v[k] * found
				}
			}
			for i := range totals {
				rank := 1
				for j := range totals {
					if totals[j] > totals[i] {
						rank++
					}
				}
				if !ranges[i].Holds(rank) {
					t.Fatalf("field %d: %s is ranked %d, outside %v, under %v", seed, r.Places[i].ID, rank, ranges[i], v)
				}
				seen[i] = Range{min(seen[i].Best, rank), max(seen[i].Worst, rank)}
			}
		}
		for i := range seen {
			if seen[i] == ranges[i] {
				attained++
			}
		}
	}
	// A range from 1 to 10 for everyone would pass what stands above.
	if !testing.Short() && attained < fields*10/2 {
		t.Errorf("only %d of %d ranges were seen to their ends: the bounds are too wide", attained, fields*10)
	}
}
