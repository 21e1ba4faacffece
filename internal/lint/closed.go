package lint

import (
	"fmt"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

var (
	closedRanked = diag.Define(diag.Warning, "closed-ranked",
		"An entry takes a place in a ranking, and its provider has closed.")
	closedAlternative = diag.Define(diag.Advice, "closed-alternative",
		"An entry names an alternative that has closed, has left the ranking or is not recommended in it.")
)

// findClosed holds the entries that readers may pick against what has become of
// their providers.
func findClosed(list *diag.List, g *guide.Guide) {
	for _, e := range g.Entries {
		if s := e.Provider.Status; s.Kind == guide.Closed {
			list.Add(closedRanked, fence(e.Origin), fmt.Sprintf("%s %s, and takes a place: %s:%d", e.Provider.Name, sentence.Status(s), s.Note.Origin.File, s.Note.Origin.Line),
				"withdraw the entry: `status = \"withdrawn\"`, with `status_date` and `status_note`")
		}
		for _, a := range e.Alternatives {
			why := ""
			if a.Provider.Status.Kind == guide.Closed {
				why = sentence.Status(a.Provider.Status).String()
			}
			if apart := g.EntryApart(a.Provider.Slug); apart != nil {
				why = sentence.Apart(apart.Verdict, "").String()
			}
			if why != "" {
				list.Add(closedAlternative, spanOf(a.Origin, 1), fmt.Sprintf("the alternative %s: %s", a.Provider.Name, why), "name another, or none")
			}
		}
	}
}
