package rank

import (
	"math"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// varsi is the probability that sum u_k d_k > 0 for u uniform on the simplex:
// the recursion of Varsi (1973) for the content of the part of a simplex that
// a plane cuts off. d must not hold a 0.
func varsi(d []float64) float64 {
	var above, below []float64
	for _, x := range d {
		if x > 0 {
			above = append(above, x)
		} else {
			below = append(below, x)
		}
	}
	a := make([]float64, len(below)+1)
	a[0] = 1
	for _, x := range above {
		for k, y := range below {
			a[k+1] = (y*a[k+1] - x*a[k]) / (y - x)
		}
	}
	return a[len(below)]
}

func TestVarsi(t *testing.T) {
	for _, test := range []struct {
		d    []float64
		want float64
	}{
		{[]float64{1, -1, 1}, 0.75}, // 1 - P(u_2 > 1/2) = 1 - (1/2)^2
		{[]float64{-1, 1, -1}, 0.25},
		{[]float64{1, -1}, 0.5},
		{[]float64{1, -3}, 0.25}, // u_1 < 3 u_2 unless u_1 > 3/4
		{[]float64{1, 2, 3}, 1},
		{[]float64{-1, -2}, 0},
		{[]float64{3, -1, -1, -1}, math.Pow(0.75, 3)}, // u_1 > 1/4
	} {
		if got := varsi(test.d); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%v: %v, want %v", test.d, got, test.want)
		}
	}
}

func TestDraws(t *testing.T) {
	half := []int{5000, 5000}
	grainy := table(0, half, points(500, 500), points(520, 500))
	grainy.Grain = 25
	tests := []struct {
		name   string
		table  Table
		want   []int
		likely []Range
	}{
		{"nobody", table(1000, half), []int{}, []Range{}},
		{"one", table(1000, half, points(100, 100)), []int{100}, []Range{{1, 1}}},
		{"a sure winner", table(1000, half, points(100, 100), points(900, 900)), []int{100, 0}, []Range{{1, 1}, {2, 2}}},
		{"a tie everywhere is shared", table(1000, half, points(500, 500), points(500, 500), points(500, 500)), []int{34, 33, 33}, []Range{{1, 1}, {1, 1}, {1, 1}}},
		{"a tie without stress is shared", table(0, half, points(600, 400), points(400, 600)), []int{50, 50}, []Range{{1, 1}, {1, 1}}},
		{"two that always tie share their half", table(5000, half, points(600, 400), points(600, 400), points(400, 600)), []int{25, 25, 50}, []Range{{1, 2}, {1, 2}, {1, 3}}},
		{"one criterion", table(10_000, []int{10_000}, points(400), points(600)), []int{100, 0}, []Range{{1, 1}, {2, 2}}},
		{"no criteria", table(1000, nil, nil, nil), []int{50, 50}, []Range{{1, 1}, {1, 1}}},
		// The weight of the first runs from 0.8 to 1 evenly, and at 0.8974
		// they change places.
		{"around the published weights", table(1000, []int{9000, 1000}, points(700, 500), points(688, 605)), []int{51, 49}, []Range{{1, 2}, {1, 2}}},
		// The sum of four numbers that are even in (-1, 1) is less than -0.8 with
		// the chance (1.6^4 - 4 0.6^4) / 24 = 0.2515.
		{"grain alone", grainy, []int{75, 25}, []Range{{1, 2}, {1, 2}}},
		// A range of 0 to 10 against a 7.5: three quarters.
		{"a missing score alone", table(0, []int{10_000}, []Interval{{0, 1000}}, points(750)), []int{75, 25}, []Range{{1, 2}, {1, 2}}},
		// 3 of 100 is no likely rank.
		{"a rare lead is not likely", table(0, []int{10_000}, []Interval{{0, 1000}}, points(970)), []int{97, 3}, []Range{{1, 1}, {2, 2}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := Rank(test.table).Draws()
			if !got.Made || !slices.Equal(got.Shares, test.want) || !slices.Equal(got.Likely, test.likely) {
				t.Errorf("got %v %v, want %v %v", got.Shares, got.Likely, test.want, test.likely)
			}
		})
	}
}

func TestNoDraws(t *testing.T) {
	weights, row := make([]int, 40), make([]int, 40)
	for k := range weights {
		weights[k], row[k] = 250, 500
	}
	r := Rank(table(8000, weights, points(row...), points(row...)))
	if got := r.Draws(); !reflect.DeepEqual(got, Draws{}) {
		t.Errorf("got %+v", got)
	}
}

func equalWeights(criteria int) []int {
	out := make([]int, criteria)
	for k := range out {
		out[k] = FullWeight / criteria
	}
	out[0] += FullWeight % criteria
	return out
}

// Where the stress is the whole, the share of a pair is the probability over all
// weightings, which Varsi has exactly.
func TestDrawsAgreeWithVarsi(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	for criteria := 2; criteria <= 5; criteria++ {
		for range 12 {
			weights := moveWeight(random, equalWeights(criteria), 1000)
			rows := [2][]Interval{make([]Interval, criteria), make([]Interval, criteria)}
			d, zero := make([]float64, criteria), false
			for k := range criteria {
				rows[0][k], rows[1][k] = at(random.Intn(1001)), at(random.Intn(1001))
			}
			r := Rank(table(FullWeight, weights, rows[0], rows[1]))
			for k := range d {
				d[k] = float64(r.Counts(0, k) - r.Counts(1, k))
				zero = zero || d[k] == 0
			}
			drawn := r.Draws()
			if zero || !drawn.Made {
				continue
			}
			want := varsi(d)
			sigma := math.Sqrt(want*(1-want)/DrawCount) + 1e-6
			if got := float64(drawn.firsts[0]) / float64(drawn.all); math.Abs(got-want) > 4*sigma {
				t.Errorf("weights %v, d %v: %.4f, exact %.4f", weights, d, got, want)
			}
		}
	}
}

// TestDrawsByRejection draws in another way: weights evenly from a box around the
// published ones, all those outside the stress set thrown away; scores as real
// numbers.
func TestDrawsByRejection(t *testing.T) {
	random := rand.New(rand.NewSource(5))
	const rounds = 20_000
	for criteria := 2; criteria <= 6; criteria++ {
		for range 3 {
			in := field(random.Int63(), 4, criteria)
			in.Stress, in.Grain = 500+random.Intn(1000), 25*random.Intn(3)
			in.Entries[2].Scores[0] = Interval{0, MaxScore}
			r := Rank(in)
			drawn := r.Draws()
			if !drawn.Made {
				t.Fatalf("no draws of %+v", in)
			}
			n := len(r.Places)
			firsts, counts := make([]float64, n), make([][]int, n)
			for i := range counts {
				counts[i] = make([]int, n)
			}
			for range rounds {
				v := boxed(random, in)
				totals := make([]float64, n)
				for i := range totals {
					for k, s := range in.Entries[r.Places[i].Row].Scores {
						low, high := float64(s.Low), float64(s.High)
						if s.Known() {
							low, high = math.Max(low-float64(in.Grain), 0), math.Min(high+float64(in.Grain), MaxScore)
						}
						totals[i] += v[k] * (low + random.Float64()*(high-low))
					}
				}
				for i := range totals {
					rank := 0
					for j := range totals {
						if totals[j] > totals[i] {
							rank++
						}
					}
					counts[i][rank]++
					if rank == 0 {
						firsts[i]++
					}
				}
			}
			for i := range firsts {
				counted := float64(drawn.firsts[i]) / float64(drawn.all)
				if math.Abs(firsts[i]/rounds-counted) > 0.02 || math.Abs(float64(drawn.Shares[i])-100*counted) > 1 {
					t.Errorf("%s: by rejection %.4f, counted %.4f, printed %d: %+v", r.Places[i].ID, firsts[i]/rounds, counted, drawn.Shares[i], in)
				}
				// A likely range may differ only where a percentile is near a rank's edge.
				for _, end := range []struct{ rank, percent int }{{drawn.Likely[i].Best, 5}, {drawn.Likely[i].Worst, 95}} {
					before, upTo := 0, 0
					for rank, c := range counts[i][:end.rank] {
						upTo += c
						if rank < end.rank-1 {
							before += c
						}
					}
					if before > (end.percent+1)*rounds/100 || upTo < (end.percent-1)*rounds/100 {
						t.Errorf("%s is likely %v: by rejection %v", r.Places[i].ID, drawn.Likely[i], counts[i])
					}
				}
			}
		}
	}
}

func boxed(random *rand.Rand, in Table) []float64 {
	n := len(in.Criteria)
	e := float64(in.Stress) / FullWeight
	v := make([]float64, n)
	for {
		rest, moved, inside := 0.0, 0.0, true
		for k := range v {
			d := -rest
			if k < n-1 {
				d = (2*random.Float64() - 1) * e
				rest += d
			}
			v[k] = float64(in.Criteria[k].Weight)/FullWeight + d
			moved += math.Abs(d)
			inside = inside && v[k] >= 0
		}
		if inside && moved <= 2*e {
			return v
		}
	}
}

func TestDrawsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 6, 5, true)
		in.Grain = rapid.SampledFrom([]int{0, 25, 200}).Draw(t, "grain")
		r := Rank(in)
		if len(r.Places) == 0 {
			t.Skip("nobody")
		}
		drawn := r.Draws()
		if !drawn.Made {
			t.Skip("no draws")
		}
		// All that is drawn lies in what the outer ranges are about.
		sum := 0
		for i, x := range r.Outer() {
			sum += drawn.Shares[i]
			if likely := drawn.Likely[i]; likely.Best > likely.Worst || likely.Best < x.Best || likely.Worst > x.Worst {
				t.Fatalf("place %d is likely %v and never outside %v", i, likely, x)
			}
			if drawn.Shares[i] < 0 || drawn.firsts[i] > 0 && x.Best > 1 {
				t.Fatalf("place %d comes first in %d of 100 and ranges over %v", i, drawn.Shares[i], x)
			}
		}
		if sum != 100 {
			t.Fatalf("the shares sum to %d", sum)
		}
	})
}
