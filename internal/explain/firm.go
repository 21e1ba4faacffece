package explain

import (
	"fmt"

	"shortlist/internal/rank"
)

// Percent is a share of the weight in basis points, for people: "10 %", with a
// space that does not break.
func Percent(basisPoints int) string {
	s := fmt.Sprintf("%d", basisPoints/100)
	if rest := basisPoints % 100; rest%10 != 0 {
		s += fmt.Sprintf(".%02d", rest)
	} else if rest != 0 {
		s += fmt.Sprintf(".%d", rest/10)
	}
	return s + "\u00a0%"
}

// Range says how firm a rank is: "3rd; stays between 2nd and 4th if up to 10 %
// of the weight moves, whatever the missing scores turn out to be". It is a
// guarantee; it does not say that each rank of the range can be reached.
func Range(r rank.Ranking, place int, within rank.Range) string {
	p := r.Places[place]
	s := Ordinal(p.Rank)
	if tied(r, p) {
		s = "Equal " + s
	}
	stays := fmt.Sprintf("stays between %s and %s", Ordinal(within.Best), Ordinal(within.Worst))
	if within.Best == within.Worst {
		stays = "stays " + Ordinal(within.Best)
	}
	return s + "; " + stays + conditions(r)
}

// conditions says what a guarantee allows for.
func conditions(r rank.Ranking) string {
	missing := ""
	if hasMissing(r) {
		missing = "whatever the missing scores turn out to be"
	}
	switch {
	case r.Table.Stress == 0 && missing == "":
		return " at the published weights"
	case r.Table.Stress == 0:
		return ", " + missing
	case missing == "":
		return fmt.Sprintf(" if up to %s of the weight moves", Percent(r.Table.Stress))
	}
	return fmt.Sprintf(" if up to %s of the weight moves, %s", Percent(r.Table.Stress), missing)
}

func hasMissing(r rank.Ranking) bool {
	for _, p := range r.Places {
		if p.Completeness < rank.FullWeight {
			return true
		}
	}
	return false
}

// Settled says the range on the scores as published, where missing scores
// widen it: "On the scores as published it stays between 2nd and 3rd; the rest
// of the range is what is not known." It is empty where that says nothing more.
func Settled(within, settled rank.Range) string {
	if settled == within {
		return ""
	}
	if settled.Best == settled.Worst {
		return fmt.Sprintf("On the scores as published it stays %s; the rest of the range is what is not known.", Ordinal(settled.Best))
	}
	return fmt.Sprintf("On the scores as published it stays between %s and %s; the rest of the range is what is not known.", Ordinal(settled.Best), Ordinal(settled.Worst))
}

// Firmness says what the figures settle about the top of a ranking: "The
// figures do not separate the first three ...". Where missing scores are what
// leaves it open, it says what the scores as published would settle.
func Firmness(r rank.Ranking, names Names) string {
	s := separation(r, names)
	settled := rank.Rank(r.Settled())
	if top, known := r.Tiers(), settled.Tiers(); len(top) > 0 && len(known[0]) < len(top[0]) {
		if len(known[0]) == 1 {
			s += fmt.Sprintf(" On the scores as published %s stays first: it is the missing scores that leave the order open.", names.Provider(settled.Places[0].ID))
		} else {
			s += fmt.Sprintf(" On the scores as published that is so of %s only: the rest is left open by missing scores.", Number(len(known[0])))
		}
	}
	return s
}

// separation says whom the figures do not separate at the top.
func separation(r rank.Ranking, names Names) string {
	tiers := r.Tiers()
	if len(tiers) == 0 {
		return ""
	}
	top := tiers[0]
	under := conditions(r)
	switch {
	case len(r.Places) == 1:
		return ""
	case len(top) == 1:
		s := fmt.Sprintf("First place is settled: %s stays first%s.", names.Provider(r.Places[top[0]].ID), under)
		if len(tiers) > 1 && len(tiers[1]) > 1 {
			s += fmt.Sprintf(" The figures do not separate the %s behind it.", Number(len(tiers[1])))
		}
		return s
	case len(top) == len(r.Places):
		return fmt.Sprintf("The figures do not separate any of the %s: none is surely ahead of another%s.", Number(len(top)), under)
	case isRun(top):
		return fmt.Sprintf("The figures do not separate the first %s: nobody is surely ahead of any of them%s.", Number(len(top)), under)
	}
	ids := make([]string, len(top))
	for i, place := range top {
		ids[i] = names.Provider(r.Places[place].ID)
	}
	return fmt.Sprintf("The figures do not separate %s: nobody is surely ahead of any of them%s.", List(ids), under)
}

// isRun reports whether places are the first so many.
func isRun(places []int) bool {
	for i, p := range places {
		if p != i {
			return false
		}
	}
	return true
}

// Known says how much of a place's weight has an exact score: "85 % of the
// weight is scored exactly". It is empty where all of it is.
func Known(p rank.Place) string {
	switch p.Completeness {
	case rank.FullWeight:
		return ""
	case 0:
		return "every criterion is a range or unknown"
	}
	return Percent(p.Completeness) + " of the weight is scored exactly"
}

// Share says how often a place comes first: "First in about 62 of 100
// weightings".
func Share(percent int) string {
	if percent == 0 {
		return "First in none, or hardly any, of 100 weightings"
	}
	if percent == 100 {
		return "First in all, or nearly all, of 100 weightings"
	}
	return fmt.Sprintf("First in about %d of 100 weightings", percent)
}

// Count says a first-place share in few words, for a table: "62 of 100".
func Count(percent int) string { return fmt.Sprintf("%d of 100", percent) }
