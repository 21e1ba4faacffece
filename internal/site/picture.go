package site

import (
	"io"
	"slices"
	"strings"

	"shortlist/internal/export/picture"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// planPictures lists the pictures that stand beside shared links: one per guide
// and article, and the site's own for every other page. What only a preview shows has none.
func (s *Site) planPictures() {
	s.eachPicture(func(path string, source guide.Origin, c picture.Content) {
		s.addFile(path, source, func(w io.Writer) error {
			with, err := s.marked(c)
			if err != nil {
				return err
			}
			return picture.PNG(w, with)
		})
	})
}

// eachPicture goes through the pictures with their addresses.
func (s *Site) eachPicture(found func(path string, source guide.Origin, c picture.Content)) {
	logos := s.logos()
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
				c.Places = append(c.Places, picture.Place{Numeral: x.Numeral, Name: s.tied(x.Place), Score: x.Score, Total: x.Total, Logo: logos[x.Provider]})
			}
		}
		fairly(c.Places)
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

// drawn stands for a logo that is a drawing.
const drawn = "a drawing"

// logos are the logos of providers: what texts call them, and their address, which has
// the sum of what they show in it.
func (s *Site) logos() map[string]string {
	out := map[string]string{}
	for _, p := range s.lib.Providers {
		found, ok := s.photos[p.Logo.At]
		switch {
		case ok && found.Drawn():
			out[p.Slug] = drawn
		case ok:
			out[p.Slug] = p.Logo.At + " " + found.Sizes[0].Path
		}
	}
	return out
}

// fairly takes the logos off a picture that would show those of some, and not those of
// others who have one that cannot be shown.
func fairly(places []picture.Place) {
	if slices.ContainsFunc(places, func(p picture.Place) bool { return p.Logo == drawn }) {
		for i := range places {
			places[i].Logo = ""
		}
	}
}

// marked is the picture with the logos themselves, which are read when it is drawn.
func (s *Site) marked(c picture.Content) (picture.Content, error) {
	c.Places = slices.Clone(c.Places)
	for i := range c.Places {
		at, _, ok := strings.Cut(c.Places[i].Logo, " /assets/")
		if !ok {
			continue
		}
		data, err := s.bytesOf(at)
		if err != nil {
			return c, err
		}
		if c.Places[i].Mark, err = s.photos[at].Mark(data, picture.MarkWidth, picture.MarkHeight); err != nil {
			return c, err
		}
	}
	return c, nil
}
