package rank

import (
	"math/rand"
	"testing"
)

// The tests in this file know nothing of how a figure is computed. They go
// through all weightings of a grid, or draw them, and count.

// smallTable draws a table of three criteria whose weights and stress are
// multiples of 5 %, with one or two entries that have an unknown score.
func smallTable(random *rand.Rand) Table {
	const step = 500
	first := 1 + random.Intn(18)
	second := 1 + random.Intn(19-first)
	in := table(step*random.Intn(5), []int{step * first, step * second, FullWeight - step*(first+second)})
	for _, id := range []string{"a", "b", "c", "d"} {
		row := make([]Interval, 3)
		for k := range row {
			row[k] = at(10 * random.Intn(101))
			if random.Intn(6) == 0 {
				row[k].High = min(row[k].Low+10*random.Intn(40), MaxScore)
			}
		}
		in.Entries = append(in.Entries, Entry{id, row})
	}
	return in
}

// TestRangesByEnumeration: over all weightings of a grid that holds every corner
// of the stress set, best is 1 + the number of entries that are ahead at each of
// them even at their worst, and worst is 1 + the number that are ahead somewhere
// at their best. And no rank that is seen on the way lies outside.
func TestRangesByEnumeration(t *testing.T) {
	random := rand.New(rand.NewSource(3))
	for range 60 {
		r := Rank(smallTable(random))
		n := len(r.Places)
		always, somewhere := make([][]bool, n), make([][]bool, n) // [i][j]: i is ahead of j
		for i := range n {
			always[i], somewhere[i] = make([]bool, n), make([]bool, n)
			for j := range n {
				always[i][j] = i != j
			}
		}
		ranges := r.Ranges()
		const step = 250
		for x := 0; x <= FullWeight; x += step {
			for y := 0; x+y <= FullWeight; y += step {
				v := [3]int{x, y, FullWeight - x - y}
				moved := 0
				for k, c := range r.Table.Criteria {
					moved += max(v[k]-c.Weight, c.Weight-v[k])
				}
				if moved > 2*r.Table.Stress {
					continue
				}
				low, high := make([]int, n), make([]int, n)
				for i := range n {
					for k, s := range scoresOf(r, i) {
						low[i] += v[k] * s.Low
						high[i] += v[k] * s.High
					}
				}
				for i := range n {
					best, worst := 1, 1
					for j := range n {
						if i == j {
							continue
						}
						always[i][j] = always[i][j] && low[i] > high[j]
						somewhere[i][j] = somewhere[i][j] || high[i] > low[j]
						if low[j] > high[i] {
							best++
						}
						if high[j] > low[i] {
							worst++
						}
					}
					if best < ranges[i].Best || worst > ranges[i].Worst {
						t.Fatalf("at %v %s ranks from %d to %d, outside %v: %+v", v, r.Places[i].ID, best, worst, ranges[i], r.Table)
					}
				}
			}
		}
		for i := range n {
			want := Range{1, 1}
			for j := range n {
				if always[j][i] {
					want.Best++
				}
				if somewhere[j][i] {
					want.Worst++
				}
			}
			if ranges[i] != want {
				t.Fatalf("%s has the range %v, counted %v: %+v", r.Places[i].ID, ranges[i], want, r.Table)
			}
		}
	}
}
