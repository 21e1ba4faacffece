package site

import (
	"io"

	"shortlist/internal/export/picture"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// planPictures lists the pictures that stand beside shared links: one per guide
// and article, and the site's own for every other page. What only a preview shows has none.
func (s *Site) planPictures() {
	s.eachPicture(func(path string, source guide.Origin, c picture.Content) {
		s.addFile(path, source, func(w io.Writer) error { return picture.PNG(w, c) })
	})
}

// eachPicture goes through the pictures with their addresses.
func (s *Site) eachPicture(found func(path string, source guide.Origin, c picture.Content)) {
	draw := func(path string, source guide.Origin, c picture.Content) {
		c.Publication = s.lib.Site.Title
		found(path, source, c)
	}
	draw(address.SitePicture, s.lib.Site.Origin, picture.Content{Title: report.Plain(s.lib.Site.Description)})
	for _, p := range s.posts.All {
		if p.Draft != "" {
			continue
		}
		c := picture.Content{Category: p.Category, Title: p.Title, Date: p.Dates.Updated.Words()}
		source := s.lib.Site.Origin
		if !p.IsArticle() {
			for _, x := range p.Guide.Places[:min(3, len(p.Guide.Places))] {
				c.Places = append(c.Places, picture.Place{Numeral: x.Numeral, Name: s.tied(x.Place), Score: x.Score, Total: x.Total})
			}
		}
		draw(address.Picture(p.Path), source, c)
	}
}

// tied is a place's name with what a reader should know beside it; on a picture, a
// commercial tie, too.
func (s *Site) tied(p report.Place) string {
	if s.print.TiesIn(p.Name) != "" {
		return p.Marked() + " (commercial tie)"
	}
	return p.Marked()
}
