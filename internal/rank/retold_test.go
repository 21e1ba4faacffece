package rank

import (
	"fmt"
	"math/big"
	"shortlist/internal/testrun"
	"slices"
	"testing"
)

// retold is the draws once more, from the description in the package comment and
// in big integers.
func retold(in Table) (firsts []*big.Rat, ranks [][]int, ok bool) {
	criteria, entries := slices.Clone(in.Criteria), slices.Clone(in.Entries)
	order := make([]int, len(criteria))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return compareText(criteria[a].ID, criteria[b].ID) })
	slices.SortFunc(entries, func(a, b Entry) int { return compareText(a.ID, b.ID) })
	n := len(order)
	parts, open := int64(0), 0
	for _, c := range criteria {
		parts += int64(c.Weight)
		if c.Weight > 0 {
			open++
		}
	}
	unit := (1 << 31) / (10_000 * parts) * 10_000
	e := new(big.Int).Mul(big.NewInt(parts*unit/10_000), big.NewInt(int64(in.Stress)))
	state := uint64(20250912)
	number := func() *big.Int {
		state += 0x9e3779b97f4a7c15
		z := state
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return new(big.Int).SetUint64(z ^ z>>31)
	}
	word := new(big.Int).Lsh(big.NewInt(1), 64)
	below := func(n *big.Int) *big.Int {
		rest := new(big.Int).Mod(word, n)
		for {
			high, low := new(big.Int).DivMod(new(big.Int).Mul(number(), n), word, new(big.Int))
			if low.Cmp(rest) >= 0 {
				return high
			}
		}
	}
	upTo := func(n *big.Int) *big.Int { return below(new(big.Int).Add(n, big.NewInt(1))) }
	belowPieces := func(n *big.Int) *big.Int {
		words := (n.BitLen() + 63) / 64
		for {
			x := new(big.Int)
			for range words {
				x.Lsh(x, 64).Or(x, number())
			}
			x.Mod(x, new(big.Int).Lsh(big.NewInt(1), uint(n.BitLen())))
			if x.Cmp(n) < 0 {
				return x
			}
		}
	}
	cuts := func(count int, amount *big.Int) []*big.Int {
		at := []*big.Int{new(big.Int), amount}
		for range count - 1 {
			at = append(at, upTo(amount))
		}
		slices.SortFunc(at, (*big.Int).Cmp)
		for i := count; i > 0; i-- {
			at[i] = new(big.Int).Sub(at[i], at[i-1])
		}
		return at[1:]
	}
	weigh := func() []*big.Int {
		v := make([]*big.Int, n)
		for i, k := range order {
			v[i] = big.NewInt(int64(criteria[k].Weight) * unit)
		}
		if n < 2 || e.Sign() == 0 {
			return v
		}
		u := belowPieces(new(big.Int).Binomial(int64(n-2+open), int64(n-1)))
		k := max(n-open, 1)
		for ; ; k++ {
			count := new(big.Int).Binomial(int64(open), int64(k-n+open))
			if u.Sub(u, count.Mul(count, new(big.Int).Binomial(int64(n-2), int64(k-1)))).Sign() < 0 {
				break
			}
		}
		gains, wanted, left := make([]bool, n), int64(k-n+open), int64(open)
		for i := range order {
			if v[i].Sign() == 0 {
				gains[i] = true
				continue
			}
			if below(big.NewInt(left)).Int64() < wanted {
				gains[i] = true
				wanted--
			}
			left--
		}
		amount := new(big.Int)
		for range n - 1 {
			if x := upTo(e); x.Cmp(amount) > 0 {
				amount = x
			}
		}
		up, down := cuts(k, amount), cuts(n-k, amount)
		for i := range order {
			if gains[i] {
				v[i].Add(v[i], up[0])
				up = up[1:]
			} else {
				if v[i].Sub(v[i], down[0]).Sign() < 0 {
					return nil
				}
				down = down[1:]
			}
		}
		return v
	}
	firsts, ranks = make([]*big.Rat, len(entries)), make([][]int, len(entries))
	for i := range entries {
		firsts[i], ranks[i] = new(big.Rat), make([]int, len(entries))
	}
	for range 16_384 {
		var v []*big.Int
		for tries := 0; v == nil; tries++ {
			if tries == 64 {
				return nil, nil, false
			}
			v = weigh()
		}
		totals := make([]*big.Int, len(entries))
		for i, x := range entries {
			totals[i] = new(big.Int)
			for j, k := range order {
				low, high := x.Scores[k].Low, x.Scores[k].High
				if low == high {
					low, high = max(low-in.Grain, 0), min(high+in.Grain, 1000)
				}
				score := big.NewInt(int64(low) << 20)
				if high > low {
					score.Add(score, upTo(big.NewInt(int64(high-low)<<20)))
				}
				totals[i].Add(totals[i], score.Mul(score, v[j]))
			}
		}
		var first []int
		for i := range totals {
			rank := 0
			for j := range totals {
				if totals[j].Cmp(totals[i]) > 0 {
					rank++
				}
			}
			ranks[i][rank]++
			if rank == 0 {
				first = append(first, i)
			}
		}
		for _, i := range first {
			firsts[i].Add(firsts[i], big.NewRat(1, int64(len(first))))
		}
	}
	return firsts, ranks, true
}

func compareText(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}

func TestDrawsAreRetold(t *testing.T) {
	tables := map[string]Table{}
	for _, size := range [][2]int{{2, 1}, {3, 2}, {4, 6}, {3, 40}, {34, 3}} {
		in := field(int64(size[0]), size[0], size[1])
		in.Grain = size[1] % 2 * 25
		if size[1] == 6 {
			in.Criteria[1].Weight, in.Criteria[0].Weight = 0, 5500
			in.Entries = append(in.Entries, Entry{"twin", in.Entries[0].Scores})
		}
		tables[fmt.Sprint(size)] = in
	}
	thirds := field(9, 3, 3)
	for k := range thirds.Criteria {
		thirds.Criteria[k].Weight = 1
	}
	tables["parts"] = thirds
	for name, in := range tables {
		if large := len(in.Criteria)*len(in.Entries) > 60; large && !testrun.Thorough() {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := Rank(in)
			got := r.Draws()
			firsts, ranks, ok := retold(in)
			if ok != got.Made {
				t.Fatalf("made is %v", got.Made)
			}
			ids := byID(len(in.Entries), func(i int) string { return in.Entries[i].ID })
			for i, row := range ids {
				place := r.Find(in.Entries[row].ID)
				if want := firsts[i]; big.NewRat(got.firsts[place], whole).Cmp(want) != 0 {
					t.Errorf("%s is first in %d/%d draws, retold %v", in.Entries[row].ID, got.firsts[place], whole, want)
				}
				best, worst, sum := 0, 0, 0
				for rank, c := range ranks[i] {
					sum += c
					if best == 0 && 20*sum >= 16_384 {
						best = rank + 1
					}
					if worst == 0 && 20*sum >= 19*16_384 {
						worst = rank + 1
					}
				}
				if got.Likely[place] != (Range{best, worst}) {
					t.Errorf("%s is likely %v, retold %d to %d", in.Entries[row].ID, got.Likely[place], best, worst)
				}
			}
		})
	}
}
