package lint

import (
	"fmt"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var awardClaim = diag.Define(diag.Warning, "award-claim",
	"An award claims the best on a criterion, under a lens or for a region, and the figures put another first.")

var awardOnEstimate = diag.Define(diag.Warning, "award-on-estimate",
	"An award is claimed on a criterion of which most scores are ranges or not known.")

func checkAward(list *diag.List, f figures, v *vocabulary, e *guide.Entry) {
	for _, c := range v.claims(split(e.Award.Source)) {
		for _, k := range c.about.criteria {
			if g := f.guide; g.Estimated(k) {
				list.Add(awardOnEstimate, inLine(e.Award, c.start, c.end),
					fmt.Sprintf("the award says `%s`, and %s is an estimate for %d of %d", e.Award.Source[c.start:c.end], g.Criteria[k].Name, g.Estimates(k), len(g.Entries)),
					"find the scores, reword the award, or accept `award-on-estimate` with a reason")
			}
		}
		if against := f.against(e, c.about); against != "" {
			list.Add(awardClaim, inLine(e.Award, c.start, c.end),
				fmt.Sprintf("the award says `%s`, but %s", e.Award.Source[c.start:c.end], against),
				"reword the award, look at the scores again, or accept `award-claim` with a reason")
		}
	}
}
