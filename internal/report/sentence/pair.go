package sentence

import "shortlist/internal/rank"

const (
	verdictLeads = "{a} leads {b} by {gap}, {high} to {low}"
	verdictAdds  = "{criterion} adds most to the lead"
	verdictOpen  = "{criterion} adds most to the lead, and is not known exactly for {open}"
	verdictSome  = "{criteria} add most to the lead, one as much as another"
	verdictLevel = "{a} and {b} are level, both {rank} of {count}"
	verdictAll   = "{a} and {b} are level, all {rank} of {count}"

	swapsLevel   = "as scored, nothing separates the two"
	swapsNever   = "the order cannot change: {b} is ahead on nothing"
	swapsNeverIf = "the order cannot change: {b} is ahead on nothing, whatever the missing scores turn out to be"
	swapsOpen    = "the order is open: {says}"
	swapsFirm    = "the order is firm: {a} stays ahead{under}"
	swapsClose   = "the order is close: {says}"
	swapsBarely  = "the order holds, but only just: moving {weight} of the 100 points of weight can bring {b} level"
	swapsHolds   = "the order holds at these weights, but missing scores and moved weight together could bring {b} level or ahead"
)

// Verdict says who of two places is ahead, by how much, and what does most for
// it: "Evertas leads Aon by 0.68, 8.35 to 7.67. Security adds most to the lead."
// Where that is a score that is not known exactly, it says so. Places are given
// in order.
func Verdict(r rank.Ranking, a, b int, names Names) Text {
	return verdict(r, a, []int{b}, names)
}

// Leads is the verdict on the first place and whoever follows it.
func Leads(r rank.Ranking, names Names) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	if first := sharing(r, 0); len(first) > 1 {
		return verdict(r, 0, first[1:], names)
	}
	return verdict(r, 0, sharing(r, 1), names)
}

// verdict is that on a place and others that follow it with one total.
func verdict(r rank.Ranking, a int, others []int, names Names) Text {
	b := others[0]
	pa, pb := r.Places[a], r.Places[b]
	nameA := names.provider("a", pa.ID)
	if pa.Total == pb.Total {
		template, last := verdictLevel, len(others)-1
		heads := append([]int{a}, others[:last]...)
		if len(others) > 1 {
			template = verdictAll
		}
		return say("verdict", template, words("", ""), list("a", ", ", namesOf(r, heads, names, "a")), names.provider("b", r.Places[others[last]].ID),
			ordinal("rank", pa.Rank), fig("count", decimal(len(r.Places)), int64(len(r.Places)), 1)).Stop()
	}
	out := say("verdict", verdictLeads, append(apart(r, pa.Total, pb.Total), nameA, names.places("b", " and ", r, others))...).Stop()
	if len(others) > 1 {
		return out // what adds most may differ from one to another
	}
	on, _ := mostAhead(r, a, b)
	if len(on) > 1 {
		return out.Then(say("", verdictSome, names.criteria("criteria", r, on)).Stop())
	}
	criterion := names.criterion("criterion", r.Table.Criteria[on[0]].ID)
	if open := openOn(r, on[0], a, b); len(open) > 0 {
		return out.Then(say("", verdictOpen, criterion, names.places("open", " and ", r, open)).Stop())
	}
	return out.Then(say("", verdictAdds, criterion).Stop())
}

func namesOf(r rank.Ranking, places []int, names Names, name string) []Text {
	out := make([]Text, len(places))
	for i, at := range places {
		out[i] = Text{Parts: names.provider(name, r.Places[at].ID).parts}
	}
	return out
}

// Swaps says in a sentence whether the order of a pair can change.
func Swaps(r rank.Ranking, f rank.Flip, names Names) Text {
	a, b := names.provider("a", r.Places[f.A].ID), names.provider("b", r.Places[f.B].ID)
	open := pairOpen(r, f.A, f.B)
	under := underWith(r, open).as("under")
	stress := rank.Points{Num: int64(r.Table.Stress), Den: 1}
	switch {
	case f.Gap == 0:
		return say("swaps", swapsLevel).Stop()
	case f.Dominates && open:
		return say("swaps", swapsNeverIf, b).Stop()
	case f.Dominates:
		return say("swaps", swapsNever, b).Stop()
	case f.Unsettled:
		return say("swaps", swapsOpen, lowered(canPass(r, f.A, f.B, names, flipOneMissing, flipSomeMissing)).as("says")).Capital()
	case r.SurelyBeats(f.A, f.B):
		return say("swaps", swapsFirm, a, under).Stop()
	case f.Possible && f.Weight.Within(r.Table.Stress):
		return say("swaps", swapsClose, scored(say("", flipMoving, a, b, move(r, f, names).as("moving")), open).as("says")).Stop()
	case !open && f.Possible && f.Weight.Compare(stress) == 0:
		return say("swaps", swapsBarely, fig("weight", f.Weight.String(), f.Weight.Num, 100*f.Weight.Den), b).Stop()
	}
	return say("swaps", swapsHolds, b).Stop()
}
