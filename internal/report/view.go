package report

import (
	"cmp"
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

// View is the angle from which a guide is ranked.
type View struct {
	Weights string         // published, lens or own
	Lens    string         // id
	Own     map[string]int // by criterion, in basis points: those that a reader chose
	Region  string         // id
	LeftOut []string       // slugs of the entries that it does not rank
}

// Through ranks a guide from another angle than the published one, for
// [Compile]. No page is needed for that.
func Through(g *guide.Guide, v table.View) Outline {
	o := Outline{
		View: View{Weights: "published"}, Ranking: rank.Rank(v.Table(g)), Published: rank.Rank(table.Published(g)),
	}
	switch {
	case v.Lens != nil:
		o.View.Weights, o.View.Lens = "lens", v.Lens.ID
	case v.Own != nil:
		o.View.Weights, o.View.Own = "own", map[string]int{}
		for k, w := range v.Own {
			if w >= 0 {
				o.View.Own[g.Criteria[k].ID] = int(w)
			}
		}
	}
	if v.Region != nil {
		o.View.Region = v.Region.ID
	}
	for _, e := range v.LeftOut(g) {
		o.View.LeftOut = append(o.View.LeftOut, e.Provider.Slug)
	}
	return o
}

// KnownRegion is a region with the larger one around it.
type KnownRegion struct{ ID, Name, Within string }

// known are the regions that the entries and use cases name and the larger ones
// around them, by id: all that is needed to see who serves where.
func (c *compiler) known() []KnownRegion {
	var out []KnownRegion
	add := func(regions []*guide.Region) {
		for _, r := range regions {
			for ; r != nil; r = r.Within {
				region := KnownRegion{ID: r.ID, Name: r.Name}
				if r.Within != nil {
					region.Within = r.Within.ID
				}
				out = append(out, region)
			}
		}
	}
	for _, p := range c.ranking.Places {
		add(c.g.Entry(p.ID).Regions)
	}
	for i := range c.g.UseCases {
		add(c.g.UseCases[i].Regions)
		if need := c.g.UseCases[i].AddOn; need != nil {
			add(need.Regions)
		}
	}
	slices.SortFunc(out, func(a, b KnownRegion) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(out)
}
