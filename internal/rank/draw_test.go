package rank

import (
	"fmt"
	"math/rand"
	"slices"

	"pgregory.net/rapid"
)

// drawWeights draws weights that sum to the whole; some are 0.
func drawWeights(t *rapid.T, n int) []int {
	if n == 0 {
		return nil
	}
	cuts := make([]int, n-1)
	for i := range cuts {
		// Steps of a half per cent as people write them, and none at all.
		cuts[i] = rapid.IntRange(0, 200).Draw(t, "cut") * 50
		if rapid.IntRange(0, 3).Draw(t, "odd") == 0 {
			cuts[i] = rapid.IntRange(0, FullWeight).Draw(t, "fine cut")
		}
	}
	slices.Sort(cuts)
	weights, last := make([]int, n), 0
	for i, cut := range cuts {
		weights[i], last = cut-last, cut
	}
	weights[n-1] = FullWeight - last
	return weights
}

// drawScore draws a score in half points, so that ties happen, or a fine one,
// or an interval.
func drawScore(t *rapid.T, unknowns bool) Interval {
	coarse := rapid.IntRange(0, 20)
	switch kind := rapid.IntRange(0, 7).Draw(t, "kind"); {
	case kind == 0 && unknowns:
		a, b := coarse.Draw(t, "low")*50, coarse.Draw(t, "high")*50
		return Interval{min(a, b), max(a, b)}
	case kind == 1:
		return at(rapid.IntRange(0, MaxScore).Draw(t, "fine score"))
	default:
		return at(coarse.Draw(t, "score") * 50)
	}
}

// drawTable draws a table whose ids do not follow its order.
func drawTable(t *rapid.T, maxEntries, maxCriteria int, unknowns bool) Table {
	n := rapid.IntRange(0, maxCriteria).Draw(t, "criteria")
	out := Table{
		Stress:  rapid.IntRange(0, 30).Draw(t, "stress") * 100,
		Unknown: Unknown(rapid.IntRange(0, 1).Draw(t, "unknown")),
	}
	for k, w := range drawWeights(t, n) {
		out.Criteria = append(out.Criteria, Criterion{ID: fmt.Sprintf("k%d", (k*5+3)%7), Weight: w})
	}
	for i := range rapid.IntRange(0, maxEntries).Draw(t, "entries") {
		row := make([]Interval, n)
		for k := range row {
			row[k] = drawScore(t, unknowns)
		}
		out.Entries = append(out.Entries, Entry{fmt.Sprintf("e%d", (i*5+2)%11), row})
	}
	return out
}

// field is ten entries on six criteria, as a guide has them, with some scores
// missing; the same for each seed.
func field(seed int64, entries, criteria int) Table {
	random := rand.New(rand.NewSource(seed))
	out := Table{Stress: 1000}
	weights := []int{3000, 2500, 2000, 1500, 500, 500}
	for k := range criteria {
		w := FullWeight / criteria
		if criteria == len(weights) {
			w = weights[k]
		}
		out.Criteria = append(out.Criteria, Criterion{ID: fmt.Sprintf("criterion-%d", k), Weight: w})
	}
	for i := range entries {
		row := make([]Interval, criteria)
		for k := range row {
			row[k] = at(300 + 50*random.Intn(14))
			if random.Intn(8) == 0 {
				row[k] = Interval{max(row[k].Low-150, 0), min(row[k].Low+150, MaxScore)}
			}
		}
		out.Entries = append(out.Entries, Entry{fmt.Sprintf("entry-%02d", i), row})
	}
	return out
}
