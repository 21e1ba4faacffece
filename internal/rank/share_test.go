package rank

import (
	"fmt"
	"math"
	"math/big"
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

func TestShares(t *testing.T) {
	half := []int{5000, 5000}
	tests := []struct {
		name  string
		table Table
		want  []int
	}{
		{"nobody", table(1000, half), []int{}},
		{"one", table(1000, half, points(100, 100)), []int{100}},
		{"a sure winner", table(1000, half, points(100, 100), points(900, 900)), []int{100, 0}},
		{"a tie everywhere is shared", table(1000, half, points(500, 500), points(500, 500), points(500, 500)), []int{34, 33, 33}},
		{"a tie without stress is shared", table(0, half, points(600, 400), points(400, 600)), []int{50, 50}},
		{"two that always tie share their half", table(10_000, half, points(600, 400), points(600, 400), points(400, 600)), []int{25, 25, 50}},
		{"one criterion", table(10_000, []int{10_000}, points(400), points(600)), []int{100, 0}},
		{"no criteria", table(1000, nil, nil, nil), []int{50, 50}},
		{"the whole simplex, halves", table(10_000, half, points(600, 400), points(400, 600)), []int{50, 50}},
		// d = (1, -1, 1) over the whole simplex is exactly 3/4.
		{"the whole simplex, three quarters", table(10_000, []int{4000, 2000, 4000}, points(600, 500, 600), points(500, 600, 500)), []int{75, 25}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Rank(test.table).Shares(); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// The share of a pair is the probability that one is ahead of the other.
func TestSharesAgreeWithVarsi(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	worst := map[int]float64{}
	for criteria := 2; criteria <= 9; criteria++ {
		for range 100 {
			weights := moveWeight(random, equalWeights(criteria), 5000)
			rows := [2][]Interval{make([]Interval, criteria), make([]Interval, criteria)}
			for k := range criteria {
				rows[0][k], rows[1][k] = at(random.Intn(1001)), at(random.Intn(1001))
			}
			stress := []int{1000, 2000, 5000, 10_000, 1234}[random.Intn(5)]
			r := Rank(table(stress, weights, rows[0], rows[1]))
			d, gap, zero := make([]float64, criteria), 0.0, false
			for k := range d {
				d[k] = float64(r.Score(0, k) - r.Score(1, k))
				gap += d[k] * float64(weights[k]) / FullWeight
			}
			e := float64(stress) / FullWeight
			for k := range d {
				d[k] = (1-e)*gap + e*d[k]
				zero = zero || math.Abs(d[k]) < 1e-9
			}
			if zero {
				continue
			}
			counts, all := r.firsts()
			off := math.Abs(float64(counts[0])/float64(all) - varsi(d))
			worst[criteria] = max(worst[criteria], off)
			if off > 0.01 {
				t.Errorf("%d criteria, stress %d: counted %.4f, exact %.4f", criteria, stress,
					float64(counts[0])/float64(all), varsi(d))
			}
		}
	}
	for criteria := 2; criteria <= 9; criteria++ {
		t.Logf("%d criteria: off by at most %.4f", criteria, worst[criteria])
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

func TestSharesProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rank(drawTable(t, 6, 5, true))
		if len(r.Places) == 0 {
			t.Skip("nobody")
		}
		// Shares are about published scores, ranges about all: so compare them
		// where nothing is missing.
		r = Rank(r.Settled())
		ranges, shares, sum := r.Ranges(), r.Shares(), 0
		for i, share := range shares {
			sum += share
			if share < 0 || share > 0 && ranges[i].Best > 1 {
				t.Fatalf("place %d comes first in %d of 100 and ranges over %v", i, share, ranges[i])
			}
		}
		if first := r.Tiers()[0]; len(first) == 1 && shares[first[0]] != 100 {
			t.Fatalf("who surely beats all others comes first in %d of 100", shares[first[0]])
		}
		if sum != 100 {
			t.Fatalf("the shares sum to %d", sum)
		}
	})
}

// Counted once more, for everybody and in big integers.
func TestFirstsAreCounted(t *testing.T) {
	for seed := range int64(6) {
		in := field(seed, 10, 2+int(seed))
		in.Stress = int(seed) * 1111
		weights := moveWeight(rand.New(rand.NewSource(seed)), equalWeights(len(in.Criteria)), 3000)
		for k := range weights {
			in.Criteria[k].Weight = weights[k]
		}
		in.Entries = append(in.Entries, Entry{"twin", in.Entries[0].Scores})
		r := Rank(in)
		n := len(in.Criteria)
		points := simplexPoints(n)
		want := make([]int64, len(r.Places))
		for i := range samples {
			var best *big.Int
			var first []int
			for place := range r.Places {
				total := new(big.Int)
				for k := range n { // ids run with the index
					v := big.NewInt(int64(FullWeight-in.Stress) * int64(weights[k]))
					v.Mul(v, big.NewInt(one))
					v.Add(v, big.NewInt(int64(in.Stress)*FullWeight*int64(points[i*n+k])))
					total.Add(total, v.Mul(v, big.NewInt(int64(r.Score(place, k)))))
				}
				if best == nil || total.Cmp(best) > 0 {
					best, first = total, nil
				}
				if total.Cmp(best) == 0 {
					first = append(first, place)
				}
			}
			for _, place := range first {
				want[place] += int64(whole / len(first))
			}
		}
		got, all := r.firsts()
		if !slices.Equal(got, want) || all != samples*whole {
			t.Errorf("field %d: got %v of %d, want %v", seed, got, all, want)
		}
	}
}

func TestSimplexPoints(t *testing.T) {
	for n := 2; n <= 12; n++ {
		points := simplexPoints(n)
		if len(points) != samples*n {
			t.Fatalf("%d criteria: %d coordinates", n, len(points))
		}
		means := make([]float64, n)
		for i := range samples {
			sum := uint64(0)
			for k, u := range points[i*n : (i+1)*n] {
				sum += uint64(u)
				means[k] += float64(u) / one / samples
			}
			if sum != one {
				t.Fatalf("%d criteria: point %d sums to %d", n, i, sum)
			}
		}
		for k, mean := range means {
			if math.Abs(mean-1/float64(n)) > 0.005 {
				t.Errorf("%d criteria: the mean of coordinate %d is %.4f, want %.4f", n, k, mean, 1/float64(n))
			}
		}
	}
}

func TestRoot(t *testing.T) {
	for _, m := range []int{1, 2, 3, 5, 11} {
		for _, x := range []uint64{1, 2, 1000, one / 3, one / 2, one - 1} {
			want := math.Pow(float64(x)/one, 1/float64(m))
			// A product is rounded down by less than one unit, and near 0 the
			// root is steep: what counts is that its power comes back.
			back := math.Pow(float64(root(x, m))/one, float64(m))
			if got := float64(root(x, m)) / one; math.Abs(got-want) > 1e-8 && math.Abs(back-float64(x)/one) > 1e-8 {
				t.Errorf("root %d of %d: %v, want %v", m, x, got, want)
			}
			if root(x, m) == 0 || root(x, m) >= one {
				t.Errorf("root %d of %d is %d", m, x, root(x, m))
			}
		}
	}
}

func TestRadicalInverse(t *testing.T) {
	for _, test := range []struct {
		i, base uint64
		want    string
	}{
		{1, 2, "0.5000000"}, {3, 2, "0.7500000"}, {6, 2, "0.3750000"},
		{1, 3, "0.3333333"}, {5, 3, "0.7777778"}, {4096, 2, "0.0001221"},
	} {
		if got := fmt.Sprintf("%.7f", float64(radicalInverse(test.i, test.base))/one); got != test.want {
			t.Errorf("%d in base %d: %s, want %s", test.i, test.base, got, test.want)
		}
	}
	if got := primes(8); !reflect.DeepEqual(got, []uint64{2, 3, 5, 7, 11, 13, 17, 19}) {
		t.Errorf("primes %v", got)
	}
}
