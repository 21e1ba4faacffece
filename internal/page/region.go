package page

import (
	"fmt"
	"io"

	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// RegionPage is the view of a guide for one region.
type RegionPage struct {
	Frame
	Guide   Link
	Region  string
	Serving string // how many name it, and how the others come to be here
	Groups  []ReachGroup
	LeftOut []RuledGroup
	Others  []Link // the guide's other regions
}

// ReachGroup is those that serve the region in one way, in order.
type ReachGroup struct {
	ID        string
	Title     string
	About     string
	Leader    string
	Standings Standings
}

// Region prints a guide for its region at an index.
func (s *Printer) Region(w io.Writer, g *report.Guide, at int) error {
	r, region := s.of(g), &g.Regions[at]
	page := RegionPage{
		Frame: r.subframe(address.Region(g.Slug, region.ID), region.Name, g.Title+": "+region.Name,
			fmt.Sprintf("%s and %s: which %s name it, which a wider region, and which the whole world.",
				g.Title, region.Name, g.Noun.Many)),
		Guide: r.guideLink(), Region: region.Name,
		Serving: region.Serving.String(),
		LeftOut: byReason(region.LeftOut, r.entryURL),
	}
	for _, group := range region.Groups {
		page.Groups = append(page.Groups, ReachGroup{
			ID: group.ID, Title: group.Title, About: group.About, Leader: group.Leader.String(),
			Standings: r.standings(group.Title+", in the order of "+g.Title, group.Standings),
		})
	}
	for _, other := range r.regions() {
		if other.Label != region.Name {
			page.Others = append(page.Others, other)
		}
	}
	return s.show(w, "region", page)
}

// regions links to the guide's pages by region.
func (r *guidePrinter) regions() []Link {
	var out []Link
	for _, region := range r.g.Regions {
		out = append(out, Link{Label: region.Name, URL: r.site.URL(address.Region(r.g.Slug, region.ID))})
	}
	return out
}
