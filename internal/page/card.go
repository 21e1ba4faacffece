package page

import (
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// Card is a guide or an article as it stands in a list.
type Card struct {
	Title       string
	URL         string
	Category    string
	Description string
	Updated     *Day
	Overdue     string // that a promised review is, and since when
	Count       int
	Top         []CardPlace
	Draft       string
}

// CardPlace is one of a card's first places.
type CardPlace struct {
	Numbered
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
		Updated: day(p.Dates.Updated), Overdue: sentence.Overdue(p.Dates).String(), Draft: p.Draft,
	}
	if p.IsArticle() {
		return c
	}
	c.Count = len(p.Guide.Places)
	for _, x := range p.Guide.Places[:min(top, c.Count)] {
		c.Top = append(c.Top, CardPlace{Numbered: numbered(x.Place), Name: x.Name, URL: c.URL + "#" + x.Provider, Score: x.Score, Award: x.Award})
	}
	return c
}

// cards shows posts in a list.
func (s *Printer) cards(top int, posts []*report.Post) []Card {
	var out []Card
	for _, p := range posts {
		out = append(out, s.card(p, top))
	}
	return out
}

// latestPosts are the first few that match.
func (s *Printer) latestPosts(match func(*report.Post) bool) []*report.Post {
	var out []*report.Post
	for _, p := range s.Posts.All {
		if len(out) == latest {
			break
		}
		if match(p) {
			out = append(out, p)
		}
	}
	return out
}

func isArticle(p *report.Post) bool { return p.IsArticle() }

func isGuide(p *report.Post) bool { return !p.IsArticle() }

// picturePath is the address of the share picture of a page: its own, or the site's
// where it has none or is not published.
func (s *Printer) picturePath(h head) string {
	if p := s.Posts.At(h.path); p != nil && p.Draft == "" {
		return address.Picture(h.path)
	}
	return address.SitePicture
}
