package sentence

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Names turns the ids of a ranking into the words that readers know.
type Names struct{ g *guide.Guide }

// NamesOf returns the names that a guide gives its providers and criteria.
func NamesOf(g *guide.Guide) Names { return Names{g} }

// Provider returns a provider's name; an id that is none of the guide's is
// returned as it is.
func (n Names) Provider(id string) string {
	if e := n.g.Entry(id); e != nil {
		return e.Provider.Name
	}
	return id
}

// Criterion returns a criterion's name, or the id.
func (n Names) Criterion(id string) string {
	if i := n.g.Criterion(id); i >= 0 {
		return n.g.Criteria[i].Name
	}
	return id
}

// Place says where a place stands and how far its missing scores could move
// it: "2nd of 10, and between 2nd and 4th whatever its missing scores turn out
// to be".
func Place(r rank.Ranking, p rank.Place) string {
	s := fmt.Sprintf("%s of %d", Ordinal(p.Rank), len(r.Places))
	if tied(r, p) {
		s = "Equal " + s
	}
	switch {
	case p.Best != p.Worst:
		s += fmt.Sprintf(", and between %s and %s whatever the missing scores turn out to be", Ordinal(p.Best), Ordinal(p.Worst))
	case p.Completeness < 10_000:
		s += ", whatever the missing scores turn out to be"
	}
	return s
}

func tied(r rank.Ranking, p rank.Place) bool {
	for _, other := range r.Places {
		if other.ID != p.ID && other.Rank == p.Rank {
			return true
		}
	}
	return false
}

// Pick says why the first place of a ranking is its first: "Best of the four
// that qualify, 0.4 ahead of Aon, mostly on Costs." It is empty for a
// ranking without places.
func Pick(r rank.Ranking, names Names) string {
	if len(r.Places) == 0 {
		return ""
	}
	first := r.Places[0]
	if len(r.Places) == 1 {
		return "The only one that qualifies."
	}
	second := r.Places[1]
	among := fmt.Sprintf("of the %s that qualify", Number(len(r.Places)))
	gap := first.Total - second.Total
	if gap == 0 {
		return fmt.Sprintf("Best %s, level with %s.", among, names.Provider(second.ID))
	}
	k := lead(first, second)
	s := fmt.Sprintf("Best %s, %s ahead of %s, mostly on %s.",
		among, printGap(r, gap), names.Provider(second.ID), names.Criterion(r.Table.Criteria[k].ID))
	if r.Flip(0, 1).Unsettled {
		s += fmt.Sprintf(" Missing scores could put %s ahead.", names.Provider(second.ID))
	}
	return s
}

// printGap prints a gap as the totals are printed, and exactly where that would
// make it nothing.
func printGap(r rank.Ranking, gap int) string {
	if s := r.Print(gap); strings.Trim(s, "0.") != "" {
		return s
	}
	return r.Exact(gap)
}

// lead is the index of the criterion that adds most to a's lead over b; the
// first of equals.
func lead(a, b rank.Place) int {
	most := 0
	for k := range a.Contributions {
		if a.Contributions[k]-b.Contributions[k] > a.Contributions[most]-b.Contributions[most] {
			most = k
		}
	}
	return most
}
