package site

import (
	"fmt"
	"io"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// RegionPage is the view of a guide for one region.
type RegionPage struct {
	Frame
	Guide     Link
	Region    string
	Serving   string // how many serve it
	Leader    string
	Standings Standings
	LeftOut   []RuledGroup
	Others    []Link // the guide's other regions
}

func (r *guideRendering) regionPage(w io.Writer, region *guide.Region) error {
	ranking := r.other(table.Region(r.guide, region))
	page := RegionPage{
		Frame: r.subframe(regionPath(r.guide.Slug, region.ID), region.Name, r.guide.FullTitle()+": "+region.Name,
			fmt.Sprintf("%s for clients in %s: the %s that serve it, in order, and who is left out.",
				r.guide.FullTitle(), region.Name, r.guide.Noun.Many)),
		Guide: r.guideLink(), Region: region.Name,
		Leader:    sentence.Leader(ranking, r.ranking, r.names),
		Standings: r.standings(r.guide.FullTitle()+": "+region.Name, ranking, false),
	}
	page.Serving = fmt.Sprintf("%s of %s %s list it or the whole world among the regions that they serve.", sentence.Capital(sentence.Number(len(ranking.Places))),
		sentence.Number(len(r.ranking.Places)), r.guide.Noun.Many)
	if len(ranking.Places) == 1 {
		page.Serving = strings.Replace(page.Serving, " serve ", " serves ", 1)
	}
	for _, other := range r.regions() {
		if other.Label != region.Name {
			page.Others = append(page.Others, other)
		}
	}
	var leftOut []RuledOut
	for _, p := range r.ranking.Places {
		if e := r.guide.Entry(p.ID); !e.Serves(region) {
			leftOut = append(leftOut, RuledOut{
				Link: Link{Label: e.Provider.Name, URL: r.entryURL(p.ID)},
				By:   sentence.Unmet(guide.Unmet{Region: region, NotEstablished: len(e.Regions) == 0}),
			})
		}
	}
	page.LeftOut = byReason(leftOut)
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
