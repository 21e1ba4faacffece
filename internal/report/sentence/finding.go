package sentence

import (
	"math/big"

	"shortlist/internal/rank"
)

const (
	decidesOne  = "{criterion} does most to set the totals apart"
	decidesPart = "{criterion} does most to set the totals apart: {share} of their variance"
	decidesSome = "{criteria} do most to set the totals apart, one as much as another"

	widestAll  = "for all {count}, no rank is ruled out"
	widestSome = "for {count} of the {all}, no rank is ruled out"
	widestEven = "{count} of the {all} have the widest ranges, of {width} places each"
	widestOne  = "{name} has the least certain rank: {range}"

	leadLevel = "{a} and {b} are level"
	leadOn    = "{a} leads {b} mainly on {criteria}{despite}"
	leadMost  = "{a} leads {b} most on {criteria}{despite}"
	leadEach  = "{criterion} ({gap})"
	leadLess  = ", despite {behind}"
	leadOpen  = "; not known exactly on it: {open}"

	addsOne  = "{criterion} adds most: {adds} of {total}"
	addsSome = "{criteria} add most: {adds} each, of {total}"
)

// Decides names the criterion that does most to set the totals apart, by its
// acting weight: see [rank.Ranking.ActingWeights]. It is empty where all totals
// are equal.
func Decides(r rank.Analysis, names Names) Text {
	if r.Acting == nil {
		return Text{}
	}
	var most []int
	var value *big.Int
	for k := range r.Acting {
		switch x := spreads(r.Ranking, k); {
		case most == nil || x.Cmp(value) > 0:
			most, value = []int{k}, x
		case x.Cmp(value) == 0:
			most = append(most, k)
		}
	}
	if len(most) > 1 {
		return say("decides", decidesSome, names.criteria("criteria", r.Ranking, most))
	}
	name, share := names.criterion("criterion", r.Table.Criteria[most[0]].ID), r.Acting[most[0]]
	if share <= 0 || share > rank.FullWeight { // others act against it, and a share would need to be explained
		return say("decides", decidesOne, name)
	}
	whole := (share + 50) / 100 * 100
	return say("decides", decidesPart, name, fig("share", "about "+Percent(whole), int64(share), 100))
}

// spreads is in proportion to the acting weight of a criterion, which is rounded,
// so that equals are seen: the covariance of what it adds with the totals.
func spreads(r rank.Ranking, k int) *big.Int {
	sum, n := new(big.Int), int64(len(r.Places))
	for _, p := range r.Places {
		sum.Add(sum, big.NewInt(int64(p.Total)))
	}
	out := new(big.Int)
	for _, p := range r.Places {
		off := new(big.Int).Mul(big.NewInt(int64(p.Total)), big.NewInt(n))
		out.Add(out, off.Mul(off.Sub(off, sum), big.NewInt(int64(p.Contributions[k]))))
	}
	return out
}

// Widest says whose rank is least certain, or how many ranks are as uncertain as
// any. It is empty where every rank is certain.
func Widest(r rank.Ranking, ranges []rank.Range, names Names) Text {
	widest, width, shared := 0, 0, 0
	for i, x := range ranges {
		switch w := x.Worst - x.Best; {
		case w > width:
			widest, width, shared = i, w, 1
		case w == width:
			shared++
		}
	}
	all := count("all", len(ranges))
	switch {
	case width == 0:
		return Text{}
	case shared == 1:
		return say("widest", widestOne, names.provider("name", r.Places[widest].ID), span("range", ranges[widest]))
	case width+1 == len(ranges) && shared == len(ranges):
		return say("widest", widestAll, count("count", shared)).Capital()
	case width+1 == len(ranges):
		return say("widest", widestSome, count("count", shared), all).Capital()
	}
	return say("widest", widestEven, count("count", shared), all, count("width", width+1)).Capital()
}

// Lead says on what one place leads another: "Evertas leads Aon mainly on Costs
// (+0.6), despite Security (−0.35)". Mainly is for more than half of all that it
// is ahead.
func Lead(r rank.Ranking, a, b int, names Names) Text {
	nameA, nameB := names.provider("a", r.Places[a].ID), names.provider("b", r.Places[b].ID)
	if r.Places[a].Total == r.Places[b].Total {
		return say("lead-on", leadLevel, nameA, nameB)
	}
	on, worth := mostAhead(r, a, b)
	leads := r.Over(a, b)
	sum := 0
	for _, l := range leads {
		sum += max(l.Gap, 0)
	}
	each := func(k, gap int) Text {
		return say("", leadEach, names.criterion("criterion", r.Table.Criteria[k].ID), signed("gap", r, gap))
	}
	var criteria []Text
	for _, k := range on {
		criteria = append(criteria, each(k, worth))
	}
	var despite Text
	if last := leads[len(leads)-1]; last.Gap < 0 {
		despite = say("", leadLess, each(last.Criterion, last.Gap).as("behind"))
	}
	template := leadMost
	if 2*worth > sum {
		template = leadOn
	}
	out := say("lead-on", template, nameA, nameB, list("criteria", " and ", criteria), despite.as("despite"))
	if open := openOn(r, on[0], a, b); len(on) == 1 && len(open) > 0 {
		out = out.And(say("", leadOpen, names.places("open", " and ", r, open)))
	}
	return out
}

// AddsMost says which criterion adds most to the total of a place: "Security adds
// most: 2.4 of 7.93". It is empty where none adds.
func AddsMost(r rank.Ranking, place int, names Names) Text {
	p := r.Places[place]
	var most []int
	for k, adds := range p.Contributions {
		switch {
		case adds <= 0 || most != nil && adds < p.Contributions[most[0]]:
		case most == nil || adds > p.Contributions[most[0]]:
			most = []int{k}
		default:
			most = append(most, k)
		}
	}
	if most == nil {
		return Text{}
	}
	adds, of := exact("adds", r, p.Contributions[most[0]]), total("total", r, p.Total)
	if len(most) > 1 {
		return say("adds-most", addsSome, names.criteria("criteria", r, most), adds, of)
	}
	return say("adds-most", addsOne, names.criterion("criterion", r.Table.Criteria[most[0]].ID), adds, of)
}
