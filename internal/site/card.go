package site

import (
	"io"

	"shortlist/internal/export/card"
	"shortlist/internal/guide"
)

// planCards lists the pictures that stand beside shared links: one per guide
// and article, and the site's own for every other page.
func (s *Site) planCards() {
	name := s.lib.Site.Title
	draw := func(path string, source guide.Origin, c card.Card) {
		c.Publication = name
		s.addFile(path, source, func(w io.Writer) error { return card.PNG(w, c) })
	}
	draw(siteCard, s.lib.Site.Origin, card.Card{Title: plainText(s.lib.Site.Description)})
	for _, r := range s.reads {
		c := card.Card{Category: r.category, Title: r.title, Date: r.dates.Updated.Words()}
		source := s.lib.Site.Origin
		if r.guide != nil {
			for _, p := range r.guide.Places[:min(3, len(r.guide.Places))] {
				c.Places = append(c.Places, card.Place{Rank: p.Rank, Name: p.Name, Score: p.Score, Total: p.Total})
			}
		}
		draw(r.path+"card.png", source, c)
	}
}

const siteCard = "/card.png"

// cardPath is the picture of a page: its own, or the site's.
func (s *Site) cardPath(h head) string {
	if s.readsByPath[h.path] != nil {
		return h.path + "card.png"
	}
	return siteCard
}
