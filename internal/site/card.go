package site

import (
	"io"

	"shortlist/internal/export/card"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// planCards lists the pictures that stand beside shared links: one per guide
// and article, and the site's own for every other page. What only a preview shows has none.
func (s *Site) planCards() {
	name := s.lib.Site.Title
	draw := func(path string, source guide.Origin, c card.Card) {
		c.Publication = name
		s.addFile(path, source, func(w io.Writer) error { return card.PNG(w, c) })
	}
	draw(address.SiteCard, s.lib.Site.Origin, card.Card{Title: report.Plain(s.lib.Site.Description)})
	for _, p := range s.posts.All {
		if p.Draft != "" {
			continue
		}
		c := card.Card{Category: p.Category, Title: p.Title, Date: p.Dates.Updated.Words()}
		source := s.lib.Site.Origin
		if !p.IsArticle() {
			for _, x := range p.Guide.Places[:min(3, len(p.Guide.Places))] {
				c.Places = append(c.Places, card.Place{Rank: x.Rank, Name: x.Name, Score: x.Score, Total: x.Total})
			}
		}
		draw(address.Card(p.Path), source, c)
	}
}
