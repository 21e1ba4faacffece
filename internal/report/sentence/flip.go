package sentence

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Flip says what would turn a pair round, in one or two sentences. A pair whose
// order a missing score can reverse says so before anything else. It speaks of
// the pair alone: at the weights that turn it round others may have moved too, so
// that two neighbours need not swap their ranks.
func Flip(r rank.Ranking, f rank.Flip, names Names) string {
	a, b := r.Places[f.A], r.Places[f.B]
	nameA, nameB := names.Provider(a.ID), names.Provider(b.ID)
	s := ""
	switch {
	case f.Unsettled:
		s = fmt.Sprintf("A missing score can put %s ahead of %s. On the scores as published, ", nameB, nameA)
	case a.Completeness < rank.FullWeight || b.Completeness < rank.FullWeight:
		s = "on the scores as published, "
	}
	switch {
	case f.Dominates:
		s = fmt.Sprintf("No weighting puts %s above %s", nameB, nameA)
		if a.Completeness < rank.FullWeight || b.Completeness < rank.FullWeight {
			s += ", whatever the missing scores turn out to be"
		}
		return s + "."
	case !f.Possible:
		s += fmt.Sprintf("no weighting puts %s above %s.", nameB, nameA)
	case f.Gap == 0:
		s += fmt.Sprintf("%s and %s tie, and any weight moved from %s to %s puts %s ahead.",
			nameA, nameB, from(r, f, names), names.Criterion(r.Table.Criteria[f.To].ID), nameB)
	default:
		s += fmt.Sprintf("moving more than %s points of weight from %s to %s would put %s above %s.",
			f.Weight, from(r, f, names), names.Criterion(r.Table.Criteria[f.To].ID), nameB, nameA)
	}
	if strings.HasPrefix(s, nameA) { // a name is written as it is, and may begin with any letter
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// from names the criteria that give the weight, with how much of it each where
// there is more than one.
func from(r rank.Ranking, f rank.Flip, names Names) string {
	givers := make([]string, len(f.From))
	for i, g := range f.From {
		givers[i] = names.Criterion(r.Table.Criteria[g.Criterion].ID)
		if len(f.From) > 1 {
			givers[i] += " (" + g.Weight.String() + ")"
		}
	}
	return List(givers)
}

// ToPass says what would take a place past the next one up, on the criterion
// where the least is needed: "A score of 7.6 on Costs, 0.6 more, would pass
// Aon." Of a score that is not known exactly it says at what it would. It is
// empty where nobody stands above.
func ToPass(r rank.Ranking, place int, names Names) string {
	next := r.Next(place)
	if next < 0 {
		return ""
	}
	above, least := names.Provider(r.Places[next].ID), leastRise(r, place, next)
	if least == nil {
		return fmt.Sprintf("No single better score could lift it past %s.", above)
	}
	if now := r.Table.Entries[r.Places[place].Row].Scores[least.Criterion]; !now.Known() {
		return fmt.Sprintf("Its score on %s is not known exactly; at %s or more it would pass %s.",
			names.Criterion(r.Table.Criteria[least.Criterion].ID), Hundredths(least.Needs), above)
	}
	return fmt.Sprintf("A score of %s on %s, %s more, would pass %s.",
		Hundredths(least.Needs), names.Criterion(r.Table.Criteria[least.Criterion].ID), least.More.String(), above)
}

// leastRise is the smallest rise of one score that takes a place past another;
// nil where none can. A score that is a range does not rise out of it.
func leastRise(r rank.Ranking, place, next int) *rank.Rise {
	var least *rank.Rise
	rises := r.ToPass(place, next)
	for i := range rises {
		rise := &rises[i]
		score := r.Table.Entries[r.Places[place].Row].Scores[rise.Criterion]
		if within := score.Known() || rise.Needs <= score.High; rise.Possible && within && (least == nil || rise.More < least.More) {
			least = rise
		}
	}
	return least
}

// Hundredths prints a score with as many decimals as it needs: "7.6".
func Hundredths(n int) string { return guide.Score(n).String() }

// Over says why one place stands above another: "Ahead on Security (+0.5) and
// Costs (+0.15); behind on Support (−0.05)." Criteria on which the two are
// level are left out.
func Over(r rank.Ranking, a, b int, names Names) string {
	var ahead, behind []string
	for _, l := range r.Over(a, b) {
		name := names.Criterion(r.Table.Criteria[l.Criterion].ID)
		switch {
		case l.Gap > 0:
			ahead = append(ahead, fmt.Sprintf("%s (+%s)", name, r.Exact(l.Gap)))
		case l.Gap < 0:
			behind = append(behind, fmt.Sprintf("%s (−%s)", name, r.Exact(-l.Gap)))
		}
	}
	slices.Reverse(behind) // the greatest loss first
	switch {
	case len(ahead) == 0 && len(behind) == 0:
		return "Level on every criterion."
	case len(behind) == 0:
		return "Ahead on " + List(ahead) + ", and behind on nothing."
	case len(ahead) == 0:
		return "Behind on " + List(behind) + "."
	}
	return "Ahead on " + List(ahead) + "; behind on " + List(behind) + "."
}
