package lint

import (
	"fmt"

	"shortlist/internal/diag"
)

var inseparableTop = diag.Define(diag.Advice, "inseparable-top",
	"The figures do not separate the first three entries of a guide.")

// findInseparableTop reports a guide of which the first three all stand in the
// first tier: while so much of the weight may move as the guide's stress allows,
// and whatever the missing scores turn out to be, none of them is surely behind
// another.
func findInseparableTop(list *diag.List, f figures) {
	places := f.ranking.Places
	if len(places) < 3 {
		return
	}
	tier := f.ranking.Tiers()[0]
	if len(tier) < 3 || tier[0] != 0 || tier[1] != 1 || tier[2] != 2 {
		return
	}
	hint := "the weights leave it open: say so in the guide, or accept `inseparable-top` with a reason"
	if queue := f.ranking.ResearchQueue(); len(queue) > 0 && queue[0].Ranks > 0 {
		m := queue[0]
		hint = fmt.Sprintf("what would narrow the ranges most is %s's score on %s",
			f.name(places[m.Place].ID), f.guide.Criteria[m.Criterion].Name)
	}
	list.Add(inseparableTop, fence(f.guide.Origin),
		fmt.Sprintf("the figures do not separate the first three: %d of %d entries are surely behind nobody", len(tier), len(places)), hint)
}
