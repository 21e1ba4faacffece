package page

import (
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// Card is a guide or an article as it stands in a list.
type Card struct {
	Title       string
	URL         string
	Category    string
	Description string
	Updated     *Day
	Count       int
	Top         []CardPlace
	Draft       string
}

// CardPlace is one of a card's first places.
type CardPlace struct {
	Rank  int
	Name  string
	URL   string
	Score string
	Award string
}

// card lists a guide or an article among others; top bounds how many of a
// guide's first places it shows.
func (s *Printer) card(p *report.Post, top int) Card {
	c := Card{
		Title: p.Title, URL: s.URL(p.Path), Category: p.Category, Description: p.Description,
		Updated: day(p.Dates.Updated), Draft: p.Draft,
	}
	if p.IsArticle() {
		return c
	}
	c.Count = len(p.Guide.Places)
	for _, x := range p.Guide.Places[:min(top, c.Count)] {
		c.Top = append(c.Top, CardPlace{Rank: x.Rank, Name: x.Name, URL: c.URL + "#" + x.Provider, Score: x.Score, Award: x.Award})
	}
	return c
}

// cards lists the posts that match, the latest first.
func (s *Printer) cards(top int, match func(*report.Post) bool) []Card {
	var out []Card
	for _, p := range s.Posts.All {
		if match(p) {
			out = append(out, s.card(p, top))
		}
	}
	return out
}

func isArticle(p *report.Post) bool { return p.IsArticle() }

func isGuide(p *report.Post) bool { return !p.IsArticle() }

// cardPath is the address of the picture of a page: its own, or the site's
// where it has none or is not published.
func (s *Printer) cardPath(h head) string {
	if p := s.Posts.At(h.path); p != nil && p.Draft == "" {
		return address.Card(h.path)
	}
	return address.SiteCard
}
