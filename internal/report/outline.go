package report

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

// dividing lists the regions that leave out some of the guide's entries, but
// not all of them.
func dividing(g *guide.Guide, regions []*guide.Region) []*guide.Region {
	var out []*guide.Region
	for _, region := range regions {
		if n := len(table.Serving(g, region)); region.ID != guide.Everywhere && n > 0 && n < len(g.Entries) {
			out = append(out, region)
		}
	}
	return out
}

// pairs lists the providers of a guide that are worth a comparison: neighbours
// in rank, those two places apart, then alternatives that are both ranked; each
// pair once, and no more than four for each entry, however many alternatives are
// declared. Beyond that come those that were published before, and those that the
// author pinned.
func pairs(g *guide.Guide, r rank.Ranking) [][2]string {
	const perEntry = 4
	most := perEntry * len(r.Places)
	var out [][2]string
	seen := map[[2]string]bool{}
	add := func(a, b string) {
		pair := [2]string{min(a, b), max(a, b)}
		if a != b && !seen[pair] && len(out) < most {
			seen[pair] = true
			out = append(out, pair)
		}
	}
	for apart := 1; apart <= 2; apart++ {
		for i := apart; i < len(r.Places); i++ {
			add(r.Places[i-apart].ID, r.Places[i].ID)
		}
	}
	ranked := make(map[string]bool, len(r.Places))
	for _, p := range r.Places {
		ranked[p.ID] = true
	}
	for _, p := range r.Places {
		for _, a := range g.Entries[p.Row].Alternatives {
			if ranked[a.Provider.Slug] {
				add(p.ID, a.Provider.Slug)
			}
		}
	}
	for _, pair := range g.Compared { // was published, or its author wants it
		if ranked[pair[0]] && ranked[pair[1]] && !seen[pair] {
			seen[pair] = true
			out = append(out, pair)
		}
	}
	return out
}
