package sentence

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
	return s + "; stays " + span(within) + conditions(r)
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
	return "On the scores as published it stays " + span(settled) + "; the rest of the range is what is not known."
}

// Firmness says in a sentence or two what the figures settle about the top of a
// ranking: "The figures do not separate the first three ...". Where missing
// scores are what leaves it open, it first says what the scores as published
// would settle.
func Firmness(r rank.Analysis, names Names) string {
	settled := r.Scored
	top, known := r.Tiers, r.ScoredTiers
	if len(top) == 0 || len(known[0]) >= len(top[0]) {
		return separation(r, names)
	}
	published := fmt.Sprintf("the figures do not separate %s", group(settled, known[0], names))
	if len(known[0]) == 1 {
		published = names.Provider(settled.Places[0].ID) + " stays first"
	}
	return fmt.Sprintf("On the scores as published, %s%s; with the missing scores open as well, they do not separate %s.",
		published, conditions(settled), group(r.Ranking, top[0], names))
}

// group names the places of a tier: "the first nine", or one by one.
func group(r rank.Ranking, tier []int, names Names) string {
	switch {
	case len(tier) == len(r.Places):
		return "all " + Number(len(tier))
	case isRun(tier):
		return "the first " + Number(len(tier))
	}
	ids := make([]string, len(tier))
	for i, place := range tier {
		ids[i] = names.Provider(r.Places[place].ID)
	}
	return List(ids)
}

// separation says whom the figures do not separate at the top.
func separation(r rank.Analysis, names Names) string {
	tiers := r.Tiers
	if len(tiers) == 0 {
		return ""
	}
	top := tiers[0]
	under := conditions(r.Ranking)
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
	}
	return fmt.Sprintf("The figures do not separate %s: nobody is surely ahead of any of them%s.", group(r.Ranking, top, names), under)
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
