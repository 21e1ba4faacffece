package sentence

import (
	"slices"

	"shortlist/internal/rank"
)

// What stands behind the first sentence: each of these is empty for one entry
// alone.
const (
	leadBy     = "it leads {others} by {gap} of 10 points, {high} to {low}"
	leadShared = "it shares first place with {others}, at {high}"

	edgeOne  = "its largest edge over {other} is on {criterion}, {a} to {b}, worth {worth} of 10 points"
	edgeSome = "its largest edges over {other} are on {edges}, each worth {worth} of 10 points"
	edgeEach = "{criterion} ({a} to {b})"
	edgeOpen = "not all of these scores are known exactly: one that is not counts as {counts}"
	asMiddle = "the middle of what it may be"
	asLow    = "the low end of what it may be"

	likelyFirst = "its likely range is {range}: it stays there in more than {share} of 100 draws"
	likely      = "likely {range}"
	never       = "never outside {range}"
	neverOther  = "never other than {range}"

	worstBelow = "it is never below {worst}, allowing for {allows}"
	worstFirst = "it is never below first place, allowing for {allows}"

	marksWorst   = "“At worst” allows for {allowed}"
	marksWeights = "; “other weights” for moved weight alone"
	marksLikely  = "; “likely” leaves out the outermost draws"

	allowsWeight  = "up to {stress} of the weight moved anywhere"
	allowsGrain   = "known scores that are off by up to {grain}"
	allowsMissing = "whatever the missing scores turn out to be"

	drawsEach   = "each draw ranks the list again with other figures: {how}"
	drawsWeight = "up to {stress} of the weight moved at random"
	drawsOpen   = "each missing score anywhere that it may be"
	drawsGrain  = "each known score up to {grain} higher or lower"
	drawsAssume = "that every such draw is as probable as any other is our assumption, and no draw decides the order"
	drawsNone   = "there are no draws, and so no shares and no likely ranges: nearly every way to move up to {stress} of the weight takes more from some criterion than it has"
	drawsNot    = "nothing is drawn: the weights stay as they are, and every score is known and taken as exact"

	provisional = "provisional: {known} of the weight has scores known to the point, less than the {least} that a place needs to be firm"
)

// LeadOver says the lead of first place out of 10: "It leads Aon by 0.45 of 10
// points, 8.35 to 7.90."
func LeadOver(r rank.Ranking, names Names) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	first := sharing(r, 0)
	if len(first) > 1 {
		return say("lead", leadShared, names.places("others", " and ", r, first[1:]), total("high", r, r.Places[0].Total)).Stop()
	}
	return say("lead", leadBy, append(apart(r, r.Places[0].Total, r.Places[1].Total), names.places("others", " and ", r, sharing(r, 1)))...).Stop()
}

// Edge says where the first is furthest ahead of the runner-up, with both scores.
// It is empty where the first is nowhere ahead.
func Edge(r rank.Ranking, names Names) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	on, worth := mostAhead(r, 0, 1)
	if worth <= 0 {
		return Text{}
	}
	other, each := names.provider("other", r.Places[1].ID), make([]Text, len(on))
	open := false
	scores := func(k int) []slot {
		return []slot{names.criterion("criterion", r.Table.Criteria[k].ID), counted("a", r.Counts(0, k)), counted("b", r.Counts(1, k))}
	}
	for i, k := range on {
		open = open || len(openOn(r, k, 0, 1)) > 0
		each[i] = say("", edgeEach, scores(k)...)
	}
	out := say("edge", edgeSome, other, list("edges", " and ", each), exact("worth", r, worth))
	if len(on) == 1 {
		out = say("edge", edgeOne, append(scores(on[0]), other, exact("worth", r, worth))...)
	}
	if out = out.Stop(); open {
		counts := asMiddle
		if r.Table.Unknown == rank.Low {
			counts = asLow
		}
		out = out.Then(say("", edgeOpen, words("counts", counts)).Stop())
	}
	return out
}

// LikelyFirst says the likely range of first place; empty where there are no
// draws.
func LikelyFirst(r rank.Analysis) Text {
	if !r.Draws.Made || len(r.Places) < 2 {
		return Text{}
	}
	return say("likely-first", likelyFirst, span("range", r.Draws.Likely[0]), fig("share", "90", 90, 1)).Stop()
}

// Likely says the likely range of a place: "likely 2nd to 5th". It is empty where
// there are no draws.
func Likely(r rank.Analysis, place int) Text {
	if !r.Draws.Made {
		return Text{}
	}
	return say("likely", likely, span("range", r.Draws.Likely[place]))
}

// Never says the ranks that a place keeps to: "never outside 1st to 9th". It is a
// guarantee, of [rank.Ranking.Outer]: what it allows for, says [Allows]. That each
// rank can be reached it does not say.
func Never(outer rank.Range) Text {
	if outer.Best == outer.Worst {
		return say("never", neverOther, span("range", outer))
	}
	return say("never", never, span("range", outer))
}

// Stays says both: "Likely 2nd to 5th; never outside 1st to 9th."
func Stays(r rank.Analysis, place int, outer rank.Range) Text {
	out := Likely(r, place)
	if !out.Empty() {
		out = out.words("; ")
	}
	out = out.And(Never(outer)).Stop()
	out.Claim = "stays"
	return out
}

// Worst says what is left of first place at worst.
func Worst(r rank.Ranking, outer rank.Range) Text {
	allows := Allows(r)
	switch {
	case len(r.Places) < 2 || allows.Empty():
		return Text{}
	case outer.Worst == 1:
		return say("worst", worstFirst, allows.as("allows")).Stop()
	}
	return say("worst", worstBelow, ordinal("worst", outer.Worst), allows.as("allows")).Stop()
}

// Allows says what "never" allows for: "up to 10 % of the weight moved anywhere
// and whatever the missing scores turn out to be". It is empty where that is
// nothing.
func Allows(r rank.Ranking) Text {
	var parts []Text
	if r.Table.Stress > 0 {
		parts = append(parts, say("", allowsWeight, percent("stress", r.Table.Stress)))
	}
	if r.Table.Grain > 0 {
		parts = append(parts, say("", allowsGrain, score("grain", r.Table.Grain)))
	}
	if hasMissing(r) {
		parts = append(parts, say("", allowsMissing))
	}
	return Text{"allows", list("", " and ", parts).parts}
}

// Marks says what the three marks of an entry stand for. It is empty where nothing is
// allowed for.
func Marks(r rank.Analysis) Text {
	allowed := Allows(r.Ranking)
	if allowed.Empty() || len(r.Places) < 2 {
		return Text{}
	}
	out := say("marks", marksWorst, allowed.as("allowed"))
	if r.Table.Stress > 0 {
		out = out.words(marksWeights)
	}
	if r.Draws.Made {
		out = out.words(marksLikely)
	}
	return out.Stop()
}

// Draws explains the draws in two sentences, or says why there are none.
func Draws(r rank.Analysis) Text {
	t := r.Table
	if !r.Draws.Made {
		return say("draws", drawsNone, percent("stress", t.Stress)).Stop()
	}
	var how []Text
	if t.Stress > 0 && len(t.Criteria) > 1 {
		how = append(how, say("", drawsWeight, percent("stress", t.Stress)))
	}
	if hasMissing(r.Ranking) {
		how = append(how, say("", drawsOpen))
	}
	if t.Grain > 0 {
		how = append(how, say("", drawsGrain, score("grain", t.Grain)))
	}
	if how == nil {
		return say("draws", drawsNot).Stop()
	}
	return say("draws", drawsEach, list("how", " and ", how)).Stop().Then(say("", drawsAssume).Stop())
}

// Provisional says that too little is known of a place; empty where enough is.
func Provisional(r rank.Ranking, place int) Text {
	p := r.Places[place]
	if !p.Provisional {
		return Text{}
	}
	return say("provisional", provisional, percent("known", p.Completeness), percent("least", r.Table.MinKnown)).Stop()
}

// mostAhead is the criteria that add most to the lead of place a over place b,
// and what each of them adds.
func mostAhead(r rank.Ranking, a, b int) (criteria []int, worth int) {
	leads := r.Over(a, b)
	for _, l := range leads {
		if l.Gap == leads[0].Gap {
			criteria, worth = append(criteria, l.Criterion), l.Gap
		}
	}
	return criteria, worth
}

// openOn is those of two places whose score on a criterion is not known to the
// point.
func openOn(r rank.Ranking, k, a, b int) []int {
	var open []int
	for _, place := range []int{a, b} {
		if isOpen(r, place, k) {
			open = append(open, place)
		}
	}
	return open
}

func isOpen(r rank.Ranking, place, k int) bool {
	return !r.Table.Settled && !r.Table.Entries[r.Places[place].Row].Scores[k].Known()
}

// pairOpen reports whether some score of two places is not known to the point.
func pairOpen(r rank.Ranking, a, b int) bool {
	for k := range r.Table.Criteria {
		if len(openOn(r, k, a, b)) > 0 {
			return true
		}
	}
	return false
}

// hasMissing reports whether some score that counts is not known to the point:
// one on a criterion without weight does where weight may be moved to it.
func hasMissing(r rank.Ranking) bool {
	for k, c := range r.Table.Criteria {
		if c.Weight == 0 && r.Table.Stress == 0 {
			continue
		}
		if slices.ContainsFunc(r.Places, func(p rank.Place) bool { return !r.Table.Settled && !r.Table.Entries[p.Row].Scores[k].Known() }) {
			return true
		}
	}
	return false
}
