package lint

import (
	"fmt"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var awardClaim = diag.Define(diag.Warning, "award-claim",
	"An award claims the best on a criterion, under a lens or for a region, and the figures put another first.")

func checkAward(list *diag.List, f figures, v *vocabulary, e *guide.Entry) {
	for _, c := range v.claims(split(e.Award.Source)) {
		if against := f.against(e, c.about); against != "" {
			list.Add(awardClaim, inLine(e.Award, c.start, c.end),
				fmt.Sprintf("the award says `%s`, but %s", e.Award.Source[c.start:c.end], against),
				"reword the award, look at the scores again, or accept `award-claim` with a reason")
		}
	}
}
