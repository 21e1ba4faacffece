package sentence

import (
	"slices"
	"strconv"

	"shortlist/internal/rank"
)

const (
	flipOneMissing  = "a missing score can put {b} ahead of {a}"
	flipSomeMissing = "it takes {needed} missing scores together to put {b} ahead of {a}"
	flipNever       = "no weights put {b} above {a}"
	flipNeverOpen   = "no weights put {b} above {a}, whatever the missing scores turn out to be"
	flipLevel       = "{a} and {b} are level, and {moving} puts {b} ahead"
	flipMoving      = "{moving} would put {b} above {a}"
	asScored        = "as scored, {says}"

	movingAny       = "any weight moved from {from} to {to}"
	movingOne       = "moving more than {weight} points of weight from {from} to {to}"
	movingSome      = "moving more than {weight} points of weight to {to}, all of {full} and the rest from {from},"
	movingAll       = "moving all of {full}, and any of {from}, to {to}"
	movingGiver     = "{giver} ({gives})"
	swapWeightNever = "no weights swap them"
	swapWeightAny   = "any, from {from} to {to}"
	swapWeightOne   = "more than {weight} points, from {from} to {to}"
	swapWeightSome  = "more than {weight} points to {to}, all of {full} and the rest from {from}"
	swapWeightAll   = "all of {full}, and any of {from}, to {to}"
	lossShared      = "first place is shared: {moving} puts {b} ahead"
	lossTo          = "first place is lost most cheaply to {b}: {moving} would put {b} above {a}"
	lossTied        = "; as few points can do so for {others}"
	lossNever       = "no weights put anybody above {a}"
	lossOne         = "a missing score can put {b} ahead of {a}"
	lossSome        = "it takes at least {needed} missing scores together to put anybody ahead of {a}"
	overAhead       = "ahead on {ahead}"
	overBehind      = "behind on {behind}"
	overLevel       = "no criterion sets the two apart"
	overNothing     = ", and behind on nothing"
	overNoWeight    = ", and behind on nothing that has weight"
	overEach        = "{criterion} ({gap})"
)

// Flip says what would swap a pair, in one or two sentences. A pair whose order
// missing scores can reverse says so before anything else. It speaks of the pair
// alone: at the weights that swap it others may have moved too, so that two
// neighbours need not swap their ranks.
func Flip(r rank.Ranking, f rank.Flip, names Names) Text {
	a, b := names.provider("a", r.Places[f.A].ID), names.provider("b", r.Places[f.B].ID)
	open := pairOpen(r, f.A, f.B)
	if f.Dominates {
		if open {
			return say("flip", flipNeverOpen, a, b).Stop()
		}
		return say("flip", flipNever, a, b).Stop()
	}
	var out, moving Text
	if f.Unsettled {
		out = canPass(r, f.A, f.B, names, flipOneMissing, flipSomeMissing)
	}
	switch {
	case !f.Possible:
		moving = say("flip", flipNever, a, b)
	case f.Gap == 0:
		moving = say("flip", flipLevel, a, b, move(r, f, names).as("moving"))
	default:
		moving = say("flip", flipMoving, a, b, move(r, f, names).as("moving"))
	}
	out = out.Then(scored(moving, open).Stop())
	out.Claim = "flip"
	return out
}

// canPass says how many missing scores it takes to put place b before place a.
func canPass(r rank.Ranking, a, b int, names Names, one, some string) Text {
	needed := len(r.Needed(a, b))
	template := some
	if needed == 1 {
		template = one
	}
	return say("needed", template, names.provider("a", r.Places[a].ID), names.provider("b", r.Places[b].ID), count("needed", needed)).Stop()
}

// scored says that something holds as scored, where scores are missing.
func scored(t Text, open bool) Text {
	if !open {
		return t
	}
	return say(t.Claim, asScored, t.as("says"))
}

// move says how much weight must be moved from where to where.
func move(r rank.Ranking, f rank.Flip, names Names) Text {
	return moved(r, f, names, [4]string{movingAny, movingOne, movingSome, movingAll})
}

// moved fills one of four templates: for any weight, from one criterion, from
// several, and for where a criterion gives all that it has without swapping the
// two.
func moved(r rank.Ranking, f rank.Flip, names Names, templates [4]string) Text {
	last := len(f.From) - 1
	full, from := f.From[:last], f.From[last].Criterion
	exhausted := f.Then >= 0 && f.Then != from
	if exhausted {
		full, from = f.From, f.Then
	}
	givers := make([]Text, len(full))
	for i, g := range full {
		givers[i] = say("", movingGiver, names.criterion("giver", r.Table.Criteria[g.Criterion].ID), weightOf(r, g.Criterion))
	}
	slots := []slot{
		names.criterion("from", r.Table.Criteria[from].ID), names.criterion("to", r.Table.Criteria[f.To].ID),
		list("full", " and ", givers), pointsOver("weight", f.Weight, r, append(slices.Clone(f.From), rank.Gift{Criterion: from})),
	}
	switch {
	case exhausted:
		return say("", templates[3], slots...)
	case f.Gap == 0:
		return say("", templates[0], slots...)
	case last > 0:
		return say("", templates[2], slots...)
	}
	return say("", templates[1], slots...)
}

// weightOf is what a criterion weighs, in percent.
func weightOf(r rank.Ranking, k int) slot {
	return portion("gives", r.Table.Criteria[k].Weight, r.Table.Whole())
}

// pointsOver prints an amount of weight in points, so that moving more than the
// printed amount swaps a pair and that much is there to be moved: up to the next
// tenth, with more decimals where that is all that the givers have.
func pointsOver(name string, p rank.Points, r rank.Ranking, from []rank.Gift) slot {
	has, whole, seen := int64(0), int64(max(r.Table.Whole(), 1)), map[int]bool{}
	for _, g := range from {
		if !seen[g.Criterion] {
			seen[g.Criterion] = true
			has += int64(r.Table.Criteria[g.Criterion].Weight)
		}
	}
	scale, decimals := int64(10), 1
	var n int64
	for ; decimals <= 8; decimals++ {
		n = (p.Num*scale + 100*p.Den - 1) / (100 * p.Den)
		if n*whole < 100*has*scale {
			break
		}
		scale *= 10
	}
	printed := strconv.FormatInt(n/scale, 10) + "." + strconv.FormatInt(scale+n%scale, 10)[1:]
	return fig(name, printed, p.Num, 100*p.Den)
}

// SwapWeight says how much moved weight swaps a pair, as scored: "more than 18.8 points
// to UX, all of Support (5 %) and the rest from Scale".
func SwapWeight(r rank.Ranking, f rank.Flip, names Names) Text {
	if !f.Possible {
		return say("swap-weight", swapWeightNever)
	}
	out := moved(r, f, names, [4]string{swapWeightAny, swapWeightOne, swapWeightSome, swapWeightAll})
	out.Claim = "swap-weight"
	return out
}

// Loss says what takes first place away most cheaply, whoever takes it, and
// before that how many missing scores do. It is empty for one entry alone.
func Loss(r rank.Analysis, names Names) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	var out, moving Text
	fewest, by, open := 0, 0, false
	for b := 1; b < len(r.Places); b++ {
		open = open || pairOpen(r.Ranking, 0, b)
		if n := len(r.Needed(0, b)); n > 0 && (fewest == 0 || n < fewest) {
			fewest, by = n, b
		}
	}
	if fewest > 0 {
		out = canPass(r.Ranking, 0, by, names, lossOne, lossSome)
	}
	f := r.Loss
	a := names.provider("a", r.Places[0].ID)
	switch {
	case !r.Losable:
		moving = say("loss", lossNever, a)
	case f.Gap == 0:
		moving = say("loss", lossShared, a, names.provider("b", r.Places[f.B].ID), move(r.Ranking, f, names).as("moving"))
	default:
		moving = say("loss", lossTo, a, names.provider("b", r.Places[f.B].ID), move(r.Ranking, f, names).as("moving"))
		if others := asCheap(r); len(others) > 0 {
			moving = moving.And(say("", lossTied, names.places("others", " and ", r.Ranking, others)))
		}
	}
	out = out.Then(scored(moving, open).Stop())
	out.Claim = "loss"
	return out
}

// asCheap is the places that take the first one's rank for as little as the
// cheapest that is named.
func asCheap(r rank.Analysis) []int {
	var out []int
	for b := 1; b < len(r.Places); b++ {
		if f := r.Flip(0, b); b != r.Loss.B && f.Possible && f.Weight.Compare(r.Loss.Weight) == 0 {
			out = append(out, b)
		}
	}
	return out
}

// Over says why one place stands above another: "Ahead on Security (+0.5) and
// Costs (+0.15); behind on Support (−0.05)." Criteria that do not set the two
// apart are left out.
func Over(r rank.Ranking, a, b int, names Names) Text {
	var ahead, behind []Text
	for _, l := range r.Over(a, b) {
		each := say("", overEach, names.criterion("criterion", r.Table.Criteria[l.Criterion].ID), signed("gap", r, l.Gap))
		switch {
		case l.Gap > 0:
			ahead = append(ahead, each)
		case l.Gap < 0:
			behind = append(behind, each)
		}
	}
	slices.Reverse(behind) // the greatest loss first
	on, off := say("over", overAhead, list("ahead", " and ", ahead)), say("over", overBehind, list("behind", " and ", behind))
	var out Text
	switch {
	case ahead == nil && behind == nil:
		out = say("over", overLevel)
	case ahead == nil:
		out = off
	case behind != nil:
		out = on.words("; ").And(off)
	case slices.ContainsFunc(r.Table.Criteria, func(c rank.Criterion) bool { return c.Weight == 0 }):
		out = on.words(overNoWeight)
	default:
		out = on.words(overNothing)
	}
	return scored(out, pairOpen(r, a, b)).Stop()
}
