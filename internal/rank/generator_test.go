package rank

import (
	"math"
	"math/big"
	"testing"
)

// The first numbers from the state 1234567, as the authors' C program
// splitmix64.c gives them.
func TestGenerator(t *testing.T) {
	g := generator(1234567)
	for i, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821} {
		if got := g.next(); got != want {
			t.Errorf("number %d is %d, want %d", i, got, want)
		}
	}
}

func TestBelowIsEven(t *testing.T) {
	g := seed
	const rounds = 60_000
	for _, n := range []uint64{1, 2, 3, 7, 1<<63 + 1} {
		var counts [7]int
		for range rounds {
			x := g.below(n)
			if x >= n {
				t.Fatalf("%d is not below %d", x, n)
			}
			if n > 7 { // halves of a range of which nearly half must be thrown away
				x /= n/2 + 1
			}
			counts[x]++
		}
		boxes := min(n, 7)
		if n > 7 {
			boxes = 2
		}
		for x := range boxes {
			if off := math.Abs(float64(counts[x])*float64(boxes)/rounds - 1); off > 0.03 {
				t.Errorf("below %d: %d came %d times in %d", n, x, counts[x], rounds)
			}
		}
	}
}

func TestBelowWideIsEven(t *testing.T) {
	g := seed
	limit, _ := new(big.Int).SetString("700000000000000000000000000000000000000001", 10) // 139 bits: three words
	words := wordsOf(limit, 3)
	seventh := new(big.Int).Quo(limit, big.NewInt(7))
	var counts [8]int
	out := make([]uint64, 3)
	const rounds = 70_000
	for range rounds {
		g.belowWide(words, out)
		x := new(big.Int)
		for _, w := range out {
			x.Lsh(x, 64).Or(x, new(big.Int).SetUint64(w))
		}
		if x.Cmp(limit) >= 0 {
			t.Fatalf("%v is not below %v", x, limit)
		}
		counts[x.Quo(x, seventh).Int64()]++
	}
	for box, count := range counts[:7] {
		if off := math.Abs(float64(count)*7/rounds - 1); off > 0.04 {
			t.Errorf("box %d has %d of %d", box, count, rounds)
		}
	}
}
