package site

import (
	"encoding/json"
	"io"
	"slices"

	"shortlist/internal/export/feed"
	"shortlist/internal/guide"
	"shortlist/internal/page"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// planCorrections lists the page of all corrections and the same for programs. A
// publication that corrected nothing has no such page, but the one that it wrote.
func (s *Site) planCorrections() {
	var own *guide.StaticPage
	if i := slices.IndexFunc(s.lib.Pages, func(p *guide.StaticPage) bool { return address.Page(p.Slug) == page.CorrectionsAddress }); i >= 0 {
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
	s.addPage(page.CorrectionsAddress, "corrections", origin, func(w io.Writer) error { return s.print.CorrectionsPage(w, own) })
	s.addFile(address.Twin(page.CorrectionsAddress), origin, func(w io.Writer) error { return s.twins().Corrections(w, own, all) })
	if len(all) == 0 {
		return
	}
	for _, f := range []struct {
		name  string
		write func(io.Writer, feed.Feed) error
	}{{"feed.xml", feed.Atom}, {"feed.json", feed.JSON}} {
		path := page.CorrectionsAddress + f.name
		s.addFile(path, origin, func(w io.Writer) error { return f.write(w, s.correctionsFeed(path)) })
	}
	s.addFile(page.CorrectionsAddress+"corrections.json", origin, func(w io.Writer) error { return s.correctionsJSON(w) })
}

// correctionsFeed has the latest corrections, those of drafts aside.
func (s *Site) correctionsFeed(path string) feed.Feed {
	f := feed.Feed{
		ID: s.print.Tag(page.CorrectionsAddress + "feed"), Title: s.lib.Site.Title + ": corrections",
		Self: s.absolute(path), Home: s.absolute(page.CorrectionsAddress), Language: s.lib.Site.Language,
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

// correctionDocument is corrections.json.
type (
	correctionDocument struct {
		Version     int              `json:"version"`
		Corrections []correctionLine `json:"corrections"`
	}
	correctionLine struct {
		Date      string   `json:"date"`
		Page      string   `json:"page"`
		Title     string   `json:"title"`
		Providers []string `json:"providers"`
		Was       string   `json:"was"`
		Is        string   `json:"is"`
		Since     string   `json:"since,omitempty"`
		Source    string   `json:"source,omitempty"`
	}
)

func (s *Site) correctionsJSON(w io.Writer) error {
	doc := correctionDocument{Version: 1, Corrections: []correctionLine{}}
	for _, c := range s.print.Corrected {
		line := correctionLine{
			Date: c.Date.String(), Page: s.absolute(c.Path) + "#" + c.ID, Title: c.Title, Providers: []string{},
			Was: report.Plain(c.Was), Is: report.Plain(c.Is),
		}
		for _, who := range c.Who {
			line.Providers = append(line.Providers, who.ID)
		}
		if !c.Since.IsZero() {
			line.Since = c.Since.String()
		}
		if source := c.Cites(c.Source); source != nil {
			line.Source = source.URL
		}
		doc.Corrections = append(doc.Corrections, line)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(doc)
}
