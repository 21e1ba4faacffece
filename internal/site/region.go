package site

import (
	"fmt"
	"io"

	"shortlist/internal/explain"
	"shortlist/internal/guide"
	"shortlist/internal/tabulate"
)

// RegionPage is the view of a guide for one region.
type RegionPage struct {
	Frame
	Guide     Link
	Region    string
	Leader    string
	Standings Standings
	LeftOut   []RuledOut
}

func (r *guideRendering) regionPage(w io.Writer, region *guide.Region) error {
	ranking := r.other(tabulate.Region(r.guide, region))
	page := RegionPage{
		Frame: r.subframe(regionPath(r.guide.Slug, region.ID), r.guide.FullTitle()+": "+region.Name,
			fmt.Sprintf("%s for clients in %s: the %s that serve it, in order, and who is left out.",
				r.guide.FullTitle(), region.Name, r.guide.Noun.Many)),
		Guide: r.guideLink(), Region: region.Name,
		Leader:    explain.Leader(ranking, r.ranking, r.names),
		Standings: r.standings(r.guide.FullTitle()+" in "+region.Name, ranking),
	}
	for _, p := range r.ranking.Places {
		if e := r.guide.Entry(p.ID); !e.Serves(region) {
			page.LeftOut = append(page.LeftOut, RuledOut{
				Link: Link{Label: e.Provider.Name, URL: r.entryURL(p.ID)},
				By:   explain.Unmet(guide.Unmet{Region: region, NotEstablished: len(e.Regions) == 0}),
			})
		}
	}
	return r.site.show(w, "region", page)
}

// regions links to the guide's pages by region.
func (r *guideRendering) regions() []Link {
	var out []Link
	for _, region := range r.site.dividing(r.guide) {
		out = append(out, Link{Label: region.Name, URL: r.site.url(regionPath(r.guide.Slug, region.ID))})
	}
	return out
}
