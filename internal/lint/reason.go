package lint

import (
	"fmt"
	"unicode/utf8"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var scoreWithoutReason = diag.Define(diag.Warning, "score-without-reason",
	"A score or a range says nothing of why.")

func findMissingReasons(list *diag.List, g *guide.Guide, e *guide.Entry) {
	for k, a := range e.Scores {
		c := &g.Criteria[k]
		if a.State == guide.NotCovered || !a.Why.IsZero() || c.Prices { // a price is its own reason
			continue
		}
		what := "score"
		if a.State == guide.Ranged {
			what = "range"
		}
		list.Add(scoreWithoutReason, spanOf(a.Origin, utf8.RuneCountInString(c.ID)),
			fmt.Sprintf("the %s on `%s` has no reason", what, c.ID), `add why = "...": what earns it?`)
	}
}
