package search

import (
	"fmt"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// found is what the guides say of a provider, for its own document.
type found struct {
	notes   []string // "2 of 10 in Best Custody Insurance Providers (2025)"
	awards  []string
	said    []string // the texts of its entries
	regions []*guide.Region
}

// note says where a guide ranks a provider.
func note(p *report.SummaryPlace, sum *report.Summary) string {
	if p.Provisional {
		return fmt.Sprintf("provisional, of %d in %s", len(sum.Places), sum.Title)
	}
	return fmt.Sprintf("%d of %d in %s", p.Rank, len(sum.Places), sum.Title)
}

func foundOf(providers map[string]*found, provider string) *found {
	p := providers[provider]
	if p == nil {
		p = &found{}
		providers[provider] = p
	}
	return p
}

// findIn notes what a guide says of providers.
func (s *Site) findIn(sum *report.Summary, g *guide.Guide, providers map[string]*found) {
	said, known := s.Said[address.Guide(sum.Slug)]
	if !known {
		for i := range sum.Places {
			said = append(said, entryText(g.Entry(sum.Places[i].Provider)))
		}
		s.Said[address.Guide(sum.Slug)] = said
	}
	for i := range sum.Places {
		place := &sum.Places[i]
		p := foundOf(providers, place.Provider)
		p.notes = append(p.notes, note(place, sum))
		p.awards = append(p.awards, place.Award)
		p.said = append(p.said, said[i]...)
		for _, id := range place.Serves {
			for _, region := range s.Publication.Regions {
				if region.ID == id {
					p.regions = append(p.regions, region)
				}
			}
		}
	}
	for i := range sum.Apart {
		a := &sum.Apart[i]
		p := foundOf(providers, a.Provider)
		p.notes = append(p.notes, a.Elsewhere.String())
	}
}
