package sentence

import (
	"fmt"

	"shortlist/internal/rank"
)

// Stays says in few words the ranks that a place keeps to, under stress and on
// the scores as published: "At the outside 1st to 9th; as scored, 2nd to 6th."
// Like Range it is a guarantee. What it allows for is said once for all places,
// by Allows.
func Stays(within, settled rank.Range) string {
	s := "At the outside " + fromTo(within)
	if settled != within {
		s += "; as scored, " + fromTo(settled)
	}
	return s + "."
}

func span(x rank.Range) string {
	if x.Best == x.Worst {
		return Ordinal(x.Best)
	}
	return fmt.Sprintf("between %s and %s", Ordinal(x.Best), Ordinal(x.Worst))
}

// fromTo is span in fewer words: "1st to 9th".
func fromTo(x rank.Range) string {
	if x.Best == x.Worst {
		return Ordinal(x.Best)
	}
	return Ordinal(x.Best) + " to " + Ordinal(x.Worst)
}

// Allows says what the guarantees of a ranking allow for: "up to 10 % of the
// weight moved anywhere, and for whatever the missing scores turn out to be". It is
// empty where they allow for nothing.
func Allows(r rank.Ranking) string {
	switch moved := fmt.Sprintf("up to %s of the weight moved anywhere", Percent(r.Table.Stress)); {
	case r.Table.Stress == 0 && !hasMissing(r):
		return ""
	case r.Table.Stress == 0:
		return "whatever the missing scores turn out to be"
	case !hasMissing(r):
		return moved
	default:
		return moved + ", and for whatever the missing scores turn out to be"
	}
}

// Overtaken says what would put the second place before the first. It is empty
// where there is no second.
func Overtaken(r rank.Ranking, names Names) string {
	if len(r.Places) < 2 {
		return ""
	}
	return Flip(r, r.Flip(0, 1), names)
}

// Overtakes says what would take a place past the next one up, as ToPass does,
// and before that whether missing scores can. It is empty where nobody stands
// above.
func Overtakes(r rank.Ranking, place int, names Names) string {
	next := r.Next(place)
	if next < 0 {
		return ""
	}
	above := names.Provider(r.Places[next].ID)
	least := leastRise(r, place, next)
	switch {
	case !r.Flip(next, place).Unsettled:
		return ToPass(r, place, names)
	case least == nil:
		return fmt.Sprintf("Missing scores can put it past %s; no single better score would.", above)
	}
	would := fmt.Sprintf("%s on %s", Hundredths(least.Needs), names.Criterion(r.Table.Criteria[least.Criterion].ID))
	if r.Table.Entries[r.Places[place].Row].Scores[least.Criterion].Known() {
		would += fmt.Sprintf(", %s more", least.More.String())
	}
	return fmt.Sprintf("Missing scores can put it past %s; so would %s.", above, would)
}
