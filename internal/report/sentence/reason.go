package sentence

import (
	"cmp"
	"slices"

	"shortlist/internal/rank"
)

const (
	reasonHighest = "scores highest on {criteria}"
	reasonNone    = "nobody scores higher on {criteria}"
	reasonMore    = "scores highest on {criteria} and {more} more"
	reasonNoneNor = "nobody scores higher on {criteria} and {more} more"
	reasonLifts   = "{criteria} lifts it most{rests}"
	reasonLift    = "{criteria} lift it most{rests}"
	reasonRests   = ", estimates included"
)

// Reason says in a few words what a place owes to its scores: on which criteria it
// surely scores highest, or else at least as high as anybody, whatever the missing
// scores turn out to be; the two that lift its total most above the average of all
// totals are named. Where there is no such criterion it is the one that lifts it
// most above that, or else the one that adds most. It is empty for a total of nothing.
func Reason(r rank.Ranking, place int, names Names) Text {
	var alone, level, over []int
	for k := range r.Table.Criteria {
		if r.Table.Criteria[k].Weight == 0 || len(r.Places) < 2 {
			continue
		}
		if above := aboveAll(r, place, k); above > 0 {
			alone = append(alone, k)
		} else if above == 0 {
			level = append(level, k)
		}
		over = append(over, k)
	}
	lift := make([]int, len(r.Table.Criteria)) // above the average, times the number of places
	for k := range lift {
		for _, p := range r.Places {
			lift[k] += r.Places[place].Contributions[k] - p.Contributions[k]
		}
	}
	for _, some := range [][]int{alone, level, over} {
		slices.SortStableFunc(some, func(a, b int) int { return cmp.Compare(lift[b], lift[a]) })
	}
	level = slices.DeleteFunc(level, func(k int) bool { return lift[k] <= 0 }) // all score the same, or may
	switch {
	case len(alone) > 0:
		return few(r, names, alone, reasonHighest, reasonMore)
	case len(level) > 0:
		return few(r, names, level, reasonNone, reasonNoneNor)
	case len(over) == 0 || lift[over[0]] <= 0:
		return AddsMost(r, place, names)
	}
	greatest := lift[over[0]]
	most := slices.DeleteFunc(over, func(k int) bool { return lift[k] < greatest })
	template := reasonLifts
	if len(most) > 1 {
		template = reasonLift
	}
	var rests Text
	if openScores(r) {
		rests = say("", reasonRests)
	}
	return say("reason", template, names.criteria("criteria", r, most), rests.as("rests"))
}

// aboveAll compares a place's score on a criterion with all others: 1 where it is
// surely higher than each, 0 where it is surely as high, -1 otherwise.
func aboveAll(r rank.Ranking, place, k int) int {
	least := 1
	own := r.Table.Entries[r.Places[place].Row].Scores[k].Low
	for i, p := range r.Places {
		if i != place {
			least = min(least, cmp.Compare(own, r.Table.Entries[p.Row].Scores[k].High))
		}
	}
	return least
}

// openScores reports whether any score is not known to the point.
func openScores(r rank.Ranking) bool {
	return slices.ContainsFunc(r.Places, func(p rank.Place) bool { return p.Low < p.High })
}

// few names two criteria of some, and how many more there are.
func few(r rank.Ranking, names Names, some []int, template, more string) Text {
	if len(some) < 3 {
		return say("reason", template, names.criteria("criteria", r, some))
	}
	return say("reason", more, names.listed("criteria", ", ", r, some[:2]), count("more", len(some)-2))
}
