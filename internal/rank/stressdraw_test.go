package rank

import (
	"math"
	"math/big"
	"math/bits"
	"testing"
)

// volume is the content of a piece of the stress set, up to a factor that all
// pieces of a table share: some criteria gain, the others lose, each at most its
// weight, and the amount is at most e. It is the integral over the amount t of
// t^(k-1)/(k-1)! for the gains times that for the losses, in which inclusion and
// exclusion take out what exceeds a weight: sum over sets S of losers of
// (-1)^|S| (t - w_S)^(m-1)/(m-1)!. Exact, and nothing is drawn. Everything is in
// parts, e a fraction.
func volume(weights []int, gain uint, e *big.Rat) *big.Rat {
	n := len(weights)
	k := bits.OnesCount(gain)
	m := n - k
	total := new(big.Rat)
	lost := uint(1<<n-1) &^ gain
	for s := lost; ; s = (s - 1) & lost {
		c := new(big.Rat)
		for j := range n {
			if s>>j&1 == 1 {
				c.Add(c, big.NewRat(int64(weights[j]), 1))
			}
		}
		if c.Cmp(e) < 0 {
			term := integral(k, m, c, e)
			if bits.OnesCount(s)%2 == 1 {
				term.Neg(term)
			}
			total.Add(total, term)
		}
		if s == 0 {
			break
		}
	}
	f := new(big.Int).Mul(factorial(k-1), factorial(m-1))
	return total.Quo(total, new(big.Rat).SetInt(f))
}

// integral is that of t^(k-1) (t-c)^(m-1) from c to e, with t = u + c.
func integral(k, m int, c, e *big.Rat) *big.Rat {
	sum := new(big.Rat)
	u := new(big.Rat).Sub(e, c)
	for i := range k {
		term := new(big.Rat).SetInt(new(big.Int).Binomial(int64(k-1), int64(i)))
		term.Mul(term, power(c, k-1-i)).Mul(term, power(u, i+m)).Quo(term, big.NewRat(int64(i+m), 1))
		sum.Add(sum, term)
	}
	return sum
}

func power(x *big.Rat, n int) *big.Rat {
	out := big.NewRat(1, 1)
	for range n {
		out.Mul(out, x)
	}
	return out
}

func factorial(n int) *big.Int { return new(big.Int).MulRange(1, int64(max(n, 1))) }

// TestStressSetVolumes holds what is drawn against exact contents: how often each
// criterion gains, how often no more than half of the stress is moved, and how
// often a draw is thrown away.
func TestStressSetVolumes(t *testing.T) {
	const rounds = 60_000
	for _, test := range []struct {
		name    string
		weights []int
		stress  int
	}{
		{"two", []int{9000, 1000}, 1000},
		{"two, and one may run out", []int{9500, 500}, 1000},
		{"two thirds of one part", []int{1, 2}, 2500},
		{"three parts", []int{1, 1, 1}, 1000},
		{"three, a large stress", []int{5000, 3000, 2000}, 6000},
		{"three, one without weight", []int{5000, 0, 5000}, 1500},
		{"four", []int{4000, 3000, 2000, 1000}, 2000},
		{"four, two without weight", []int{0, 3000, 0, 7000}, 1000},
		{"four, all on one", []int{0, 10_000, 0, 0}, 3000},
		{"five", []int{3, 3, 2, 1, 1}, 1500},
		{"six", []int{3000, 2500, 2000, 1500, 500, 500}, 1000},
		{"six, one without weight", []int{3000, 3000, 2000, 1500, 0, 500}, 1000},
	} {
		t.Run(test.name, func(t *testing.T) {
			n, parts := len(test.weights), 0
			var without uint
			for j, w := range test.weights {
				parts += w
				if w == 0 {
					without |= 1 << j
				}
			}
			e := big.NewRat(int64(parts*test.stress), FullWeight)
			half := new(big.Rat).Mul(e, big.NewRat(1, 2))
			whole, uncut, near := new(big.Rat), new(big.Rat), new(big.Rat)
			gains := make([]*big.Rat, n)
			for j := range gains {
				gains[j] = new(big.Rat)
			}
			endless := make([]int, n)
			for j := range endless {
				endless[j] = 1_000_000_000
			}
			for gain := uint(1); gain < 1<<n-1; gain++ {
				if gain&without != without {
					continue
				}
				v := volume(test.weights, gain, e)
				whole.Add(whole, v)
				near.Add(near, volume(test.weights, gain, half))
				uncut.Add(uncut, volume(endless, gain, e))
				for j := range n {
					if gain>>j&1 == 1 {
						gains[j].Add(gains[j], v)
					}
				}
			}
			d, g := newWeighing(test.weights, test.stress), seed
			counts, nearby := make([]int, n), 0
			for range rounds {
				if !d.draw(&g) {
					t.Fatal("thrown away too often")
				}
				sum, moved, full := uint64(0), uint64(0), uint64(0)
				for j, v := range d.drawn {
					sum += v
					full += d.weights[j]
					if v > d.weights[j] {
						moved += v - d.weights[j]
					}
					if d.gains[j] {
						counts[j]++
					}
				}
				if sum != full || moved > d.most {
					t.Fatalf("the weights sum to %d of %d, %d was moved of %d", sum, full, moved, d.most)
				}
				if 2*moved <= d.most {
					nearby++
				}
			}
			check := func(what string, got, of int, part, whole *big.Rat) {
				want, _ := new(big.Rat).Quo(part, whole).Float64()
				sigma := math.Sqrt(want*(1-want)/float64(of)) + 1e-6
				if is := float64(got) / float64(of); math.Abs(is-want) > 4*sigma {
					t.Errorf("%s: %.4f, exact %.4f, standard error %.4f", what, is, want, sigma)
				}
			}
			for j := range n {
				check("gains of "+string(rune('a'+j)), counts[j], rounds, gains[j], whole)
			}
			check("at most half of the stress", nearby, rounds, near, whole)
			check("accepted", rounds, d.tries, whole, uncut)
		})
	}
}

// The counts of the pieces sum to what Vandermonde says, at sizes of several
// words.
func TestPiecesAreCounted(t *testing.T) {
	for n := 2; n <= 100; n += 7 {
		for without := 0; without < n; without += 5 {
			weights := make([]int, n)
			for k := without; k < n; k++ {
				weights[k] = 100
			}
			d := newWeighing(weights, 1000)
			got := new(big.Int)
			for _, w := range d.counts[len(d.counts)-1] {
				got.Lsh(got, 64).Or(got, new(big.Int).SetUint64(w))
			}
			if want := new(big.Int).Binomial(int64(2*n-2-without), int64(n-1)); got.Cmp(want) != 0 {
				t.Errorf("%d criteria, %d without weight: %v pieces, want %v", n, without, got, want)
			}
		}
	}
}

func TestNoOtherWeighting(t *testing.T) {
	for _, test := range []struct {
		weights []int
		stress  int
	}{{nil, 1000}, {[]int{10_000}, 1000}, {[]int{6, 4}, 0}, {[]int{0, 0}, 1000}} {
		d, g := newWeighing(test.weights, test.stress), seed
		if !d.draw(&g) || g != seed {
			t.Errorf("%v: something was drawn", test.weights)
		}
		for k, v := range d.drawn {
			if v != d.weights[k] {
				t.Errorf("%v: %d instead of %d", test.weights, v, d.weights[k])
			}
		}
	}
}

func TestGivesUp(t *testing.T) {
	weights := make([]int, 100)
	for k := range weights {
		weights[k] = 100
	}
	d, g := newWeighing(weights, 9000), seed
	if d.draw(&g) || d.tries != maxTries {
		t.Errorf("a draw of nine tenths of the weight of a hundred criteria was accepted after %d tries", d.tries)
	}
	if d := newWeighing(weights, 1000); !d.draw(&g) {
		t.Error("a draw of a tenth was not accepted")
	}
}
