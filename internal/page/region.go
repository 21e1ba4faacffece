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
	Guide     Link
	Region    string
	Serving   string // how many serve it
	Leader    string
	Standings Standings
	LeftOut   []RuledGroup
	Others    []Link // the guide's other regions
}

// Region prints a guide for its region at an index.
func (s *Printer) Region(w io.Writer, g *report.Guide, at int) error {
	r, region := s.of(g), &g.Regions[at]
	page := RegionPage{
		Frame: r.subframe(address.Region(g.Slug, region.ID), region.Name, g.Title+": "+region.Name,
			fmt.Sprintf("%s for clients in %s: the %s that serve it, in order, and who is left out.",
				g.Title, region.Name, g.Noun.Many)),
		Guide: r.guideLink(), Region: region.Name,
		Serving:   region.Serving.String(),
		Leader:    region.Leader.String(),
		Standings: r.standings(g.Title+": "+region.Name, region.Standings),
		LeftOut:   byReason(region.LeftOut, r.entryURL),
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
