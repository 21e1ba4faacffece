package site

import (
	"io"
	"slices"

	"shortlist/internal/export/dataset"
	"shortlist/internal/export/feed"
	"shortlist/internal/guide"
	"shortlist/internal/report/address"
)

// planCorrections lists the page of all corrections and the same for programs. A
// publication that corrected nothing has no such page, but the one that it wrote.
func (s *Site) planCorrections() {
	var own *guide.StaticPage
	if i := slices.IndexFunc(s.lib.Pages, func(p *guide.StaticPage) bool { return address.Page(p.Slug) == address.Corrections }); i >= 0 {
		own = s.lib.Pages[i]
	}
	all := s.print.Corrected
	if own == nil && len(all) == 0 {
		return
	}
	origin := s.lib.Site.Origin
	if own != nil {
		origin = own.Origin
	}
	s.addPage(address.Corrections, "corrections", origin, func(w io.Writer) error { return s.print.CorrectionsPage(w, own) })
	s.addFile(address.Twin(address.Corrections), origin, func(w io.Writer) error { return s.twins().Corrections(w, own, all) })
	if len(all) == 0 {
		return
	}
	s.addFile(address.CorrectionsAtom, origin, func(w io.Writer) error { return feed.Atom(w, s.correctionsFeed(address.CorrectionsAtom)) })
	s.addFile(address.CorrectionsJSON, origin, func(w io.Writer) error { return feed.JSON(w, s.correctionsFeed(address.CorrectionsJSON)) })
	s.addFile(address.CorrectionsData, origin, func(w io.Writer) error { return dataset.Corrections(w, all, s.absolute) })
}

// correctionsFeed has the latest corrections, those of drafts aside.
func (s *Site) correctionsFeed(path string) feed.Feed {
	f := feed.Feed{
		ID: s.print.Tag(address.Corrections + "feed"), Title: s.lib.Site.Title + ": corrections",
		Self: s.absolute(path), Home: s.absolute(address.Corrections), Language: s.lib.Site.Language,
	}
	for _, c := range s.print.Corrected {
		if len(f.Entries) == feedLength {
			break
		}
		if c.Draft {
			continue
		}
		id := c.Path
		if post := s.posts.At(c.Path); post != nil {
			id = post.ID
		}
		f.Entries = append(f.Entries, feed.Entry{
			ID: s.print.Tag(id + "/" + c.ID), Title: "Correction: " + c.Title, URL: s.absolute(c.Path) + "#" + c.ID,
			Published: c.Date, Updated: c.Date, Summary: c.Says.String(),
		})
	}
	return f
}
