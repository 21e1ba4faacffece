package sentence

import "shortlist/internal/rank"

const (
	rangeStays  = "{rank}; stays between {best} and {worst}{under}"
	rangeOne    = "{rank}; stays {best}{under}"
	rangeEqual  = "equal {rank}"
	scoredStays = "as scored, it stays between {best} and {worst}; the missing scores make the rest of the range"
	scoredOne   = "as scored, it stays {best}; the missing scores make the rest of the range"

	underNothing = " at these weights"
	underMissing = ", whatever the missing scores turn out to be"
	underWeight  = " if up to {stress} of the weight moves"
	underBoth    = " if up to {stress} of the weight moves, whatever the missing scores turn out to be"

	couldMissing = " if the missing scores fall that way"
	couldBoth    = " if up to {stress} of the weight moves and the missing scores fall that way"

	firmOne    = "first place is settled: {first} stays first{under}"
	firmNext   = "apart from it, nobody is surely ahead of {group}"
	firmTwo    = "neither is surely ahead of the other{under}"
	firmNone   = "none of the {count} is surely ahead of another{under}"
	firmGroup  = "nobody is surely ahead of {group}{under}"
	firmScored = "as scored, {first} stays first{under}"
	firmOpen   = "with the missing scores open, nobody is surely ahead of {group}"

	groupFirst = "any of the first {count}"
	groupNext  = "any of the next {count}"
	groupRest  = "any of the others"
)

// Range says how firm a rank is: "3rd; stays between 2nd and 4th if up to 10 % of
// the weight moves, whatever the missing scores turn out to be." It is a
// guarantee; it does not say that each rank of the range can be reached.
func Range(r rank.Ranking, place int, within rank.Range) Text {
	p := r.Places[place]
	at := say("", "{rank}", ordinal("rank", p.Rank))
	if tied(r, p) {
		at = say("", rangeEqual, ordinal("rank", p.Rank))
	}
	return say("range", oneOr(within, rangeOne, rangeStays), at.as("rank"), ordinal("best", within.Best), ordinal("worst", within.Worst),
		conditions(r).as("under")).Stop()
}

func oneOr(x rank.Range, one, more string) string {
	if x.Best == x.Worst {
		return one
	}
	return more
}

// conditions says what a guarantee allows for.
func conditions(r rank.Ranking) Text {
	return underWith(r, hasMissing(r))
}

func underWith(r rank.Ranking, missing bool) Text {
	stress := percent("stress", r.Table.Stress)
	switch {
	case r.Table.Stress == 0 && !missing:
		return say("", underNothing)
	case r.Table.Stress == 0:
		return say("", underMissing)
	case !missing:
		return say("", underWeight, stress)
	}
	return say("", underBoth, stress)
}

// possible says under what a guarantee fails: the conditions, as what may happen.
func possible(r rank.Ranking) Text {
	switch missing := hasMissing(r); {
	case !missing:
		return conditions(r)
	case r.Table.Stress == 0:
		return say("", couldMissing)
	}
	return say("", couldBoth, percent("stress", r.Table.Stress))
}

// Settled says the range as scored, where missing scores widen it. It is empty
// where that says nothing more.
func Settled(within, settled rank.Range) Text {
	if settled == within {
		return Text{}
	}
	return say("scored", oneOr(settled, scoredOne, scoredStays), ordinal("best", settled.Best), ordinal("worst", settled.Worst)).Stop()
}

// Firmness says in a sentence or two what the figures settle about the top of a
// ranking. Where missing scores are what leaves it open, it first says what would
// be settled as scored. It is empty for one entry alone.
func Firmness(r rank.Analysis, names Names) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	top, known := r.Tiers[0], r.ScoredTiers[0]
	if len(known) >= len(top) {
		return separation(r, names)
	}
	scored := say("firmness", "{scored}", separated(r.Scored, known, names, firmScored).as("scored"))
	if len(known) > 1 {
		scored = say("firmness", "as scored, {scored}", separated(r.Scored, known, names, firmScored).as("scored"))
	}
	return scored.Stop().Then(say("", firmOpen, group(r.Ranking, top, 0, names).as("group")).Stop())
}

// separated says whom a first tier holds.
func separated(r rank.Ranking, top []int, names Names, one string) Text {
	under := conditions(r).as("under")
	switch {
	case len(top) == 1:
		return say("firmness", one, names.provider("first", r.Places[top[0]].ID), under)
	case len(top) == len(r.Places) && len(top) == 2:
		return say("firmness", firmTwo, under)
	case len(top) == len(r.Places):
		return say("firmness", firmNone, count("count", len(top)), under)
	}
	return say("firmness", firmGroup, group(r, top, 0, names).as("group"), under)
}

// separation says whom the figures do not separate at the top.
func separation(r rank.Analysis, names Names) Text {
	out := separated(r.Ranking, r.Tiers[0], names, firmOne).Stop()
	if len(r.Tiers[0]) > 1 || len(r.Tiers) < 2 || len(r.Tiers[1]) < 2 {
		return out
	}
	return out.Then(say("", firmNext, group(r.Ranking, r.Tiers[1], 1, names).as("group")).Stop())
}

// group names the places of a tier: "any of the first nine", or one by one where they
// are not the first, or who follows shares the rank of the last.
func group(r rank.Ranking, tier []int, from int, names Names) Text {
	run := true
	for i, place := range tier {
		run = run && place == from+i
	}
	last := from + len(tier) - 1
	switch {
	case !run || last+1 < len(r.Places) && r.Places[last+1].Rank == r.Places[last].Rank:
		return Text{Parts: names.places("group", " or ", r, tier).parts}
	case from == 0:
		return say("", groupFirst, count("count", len(tier)))
	case last+1 == len(r.Places):
		return say("", groupRest)
	}
	return say("", groupNext, count("count", len(tier)))
}
