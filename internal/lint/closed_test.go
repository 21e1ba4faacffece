package lint

import (
	"testing"

	"shortlist/internal/guide"
)

func TestClosed(t *testing.T) {
	lib := vaults()
	g := lib.Guides[0]
	closed := guide.Status{Kind: guide.Closed, Date: guide.Date{Year: 2025, Month: 8}, Note: guide.Inline{Origin: guide.Origin{File: "p.md", Line: 6}}}
	named := func() []string {
		var got []string
		for _, p := range Library(lib) {
			if p.Rule == closedRanked || p.Rule == closedAlternative {
				got = append(got, p.Rule.Name+": "+p.Message)
			}
		}
		return got
	}
	a, b := g.Entries[0], g.Entries[1]
	for _, kind := range []guide.StatusKind{"", guide.Acquired, guide.Paused} { // these may be ranked and named
		b.Provider.Status = closed
		b.Provider.Status.Kind = kind
		a.Alternatives = []guide.Alternative{{Provider: b.Provider, Origin: guide.Origin{File: "a.md", Line: 4, Column: 18}}}
		check(t, named())
	}
	b.Provider.Status = closed
	check(t, named(), "closed-alternative: the alternative "+b.Provider.Name+": closed in August 2025",
		"closed-ranked: "+b.Provider.Name+" closed in August 2025, and takes a place: p.md:6")
	b.Verdict = guide.Verdict{Kind: guide.Withdrawn, Date: guide.Date{Year: 2025, Month: 9, Day: 3}}
	g.Entries, g.Apart = append(g.Entries[:1:1], g.Entries[2:]...), []*guide.Entry{b}
	check(t, named(), "closed-alternative: the alternative "+b.Provider.Name+": left the ranking on 3 September 2025")
}
