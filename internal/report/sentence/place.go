package sentence

import (
	"strconv"
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

const (
	placeOf     = "{rank} of {count}"
	placeEqual  = "equal {rank} of {count}"
	placeWithin = "; between {best} and {worst}, whatever the missing scores turn out to be"
	placeSure   = ", whatever the missing scores turn out to be"

	pickNone  = "the only one that qualifies"
	pickLead  = "best of the {count} that qualify: {gap} ahead of {others} ({high} to {low}), most on {criteria}"
	pickLeads = "best of the {count} that qualify: {gap} ahead of {others} ({high} to {low})"
	pickLevel = "level with {others} as the best of the {count} that qualify"
	pickOpen  = "missing scores could put {ahead} ahead"
	pickMany  = "missing scores could put any of {some} others ahead"
)

// Place says where a place stands and how far missing scores alone could move
// it, at these weights: "2nd of 10; between 2nd and 4th, whatever the missing
// scores turn out to be".
func Place(r rank.Ranking, p rank.Place) Text {
	template := placeOf
	if tied(r, p) {
		template = placeEqual
	}
	out := say("place", template, ordinal("rank", p.Rank), fig("count", decimal(len(r.Places)), int64(len(r.Places)), 1))
	switch {
	case p.Best != p.Worst:
		out = out.And(say("", placeWithin, ordinal("best", p.Best), ordinal("worst", p.Worst)))
	case p.Low != p.High:
		out = out.And(say("", placeSure))
	}
	return out.Capital()
}

func tied(r rank.Ranking, p rank.Place) bool {
	for _, other := range r.Places {
		if other.ID != p.ID && other.Rank == p.Rank {
			return true
		}
	}
	return false
}

func decimal(n int) string { return strconv.Itoa(n) }

// Pick says why the first place of a ranking is its first, and whom missing
// scores could put ahead of it: "Best of the four that qualify: 0.4 ahead of Aon
// (8.3 to 7.9), most on Costs." It is empty for a ranking without places.
func Pick(r rank.Ranking, names Names) Text {
	if len(r.Places) == 0 {
		return Text{}
	}
	out := PickLead(r, names)
	var ahead []int
	for b := 1; b < len(r.Places); b++ {
		if r.Flip(0, b).Unsettled {
			ahead = append(ahead, b)
		}
	}
	switch {
	case len(ahead) > 3:
		out = out.Then(say("", pickMany, count("some", len(ahead))).Stop())
	case len(ahead) > 0:
		out = out.Then(say("", pickOpen, names.places("ahead", " or ", r, ahead)).Stop())
	}
	return out.Then(Provisional(r, 0))
}

// PickLead is the first sentence of Pick: by how much the first place leads, and whom.
func PickLead(r rank.Ranking, names Names) Text {
	switch len(r.Places) {
	case 0:
		return Text{}
	case 1:
		return say("pick", pickNone).Stop()
	}
	n, first := count("count", len(r.Places)), sharing(r, 0)
	var out Text
	if len(first) > 1 {
		out = say("pick", pickLevel, n, names.places("others", " and ", r, first[1:])).Stop()
	} else {
		second := sharing(r, 1)
		slots := append(apart(r, r.Places[0].Total, r.Places[1].Total), n, names.places("others", " and ", r, second))
		template := pickLeads
		if len(second) == 1 {
			on, _ := mostAhead(r, 0, 1)
			template, slots = pickLead, append(slots, names.criteria("criteria", r, on))
		}
		out = say("pick", template, slots...).Stop()
	}
	return out
}

// lowered continues a sentence with another.
func lowered(t Text) Text {
	out := t.copied(0)
	if len(out.Parts) > 0 && out.Parts[0].Of == "" {
		out.Parts[0].Words = strings.ToLower(out.Parts[0].Words[:1]) + out.Parts[0].Words[1:]
	}
	return out
}
