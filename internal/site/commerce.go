package site

import (
	"html/template"

	"shortlist/internal/guide"
)

// Disclosure is a commercial tie as readers are told of it.
type Disclosure struct {
	Note  template.HTML
	Kind  string
	Since *Day
	About string // URL of the page on disclosure; empty when there is none
}

// disclosure is nil when no tie with the provider is declared. It is looked up
// by whoever shows the provider, and by nothing that ranks it.
func (s *Site) disclosure(p *guide.Provider) (*Disclosure, error) {
	tie := s.lib.Relationship(p)
	if tie == nil {
		return nil, nil
	}
	note, err := prose{site: s}.line(tie.Note)
	d := &Disclosure{Note: note, Kind: tie.Kind, Since: day(tie.Since)}
	for _, page := range s.lib.Pages {
		if page.Slug == "disclosure" {
			d.About = s.url("/disclosure/")
		}
	}
	return d, err
}

// tie tells the same in a twin; nothing where there is none.
func (t *twin) tie(p *guide.Provider) {
	tie := t.site.lib.Relationship(p)
	if tie == nil {
		return
	}
	since := ""
	if !tie.Since.IsZero() {
		since = " Since " + tie.Since.Words() + "."
	}
	t.para("Commercial tie: %s. %s%s It has no part in the ranking.", escape(tie.Kind), cite(tie.Note, func(string) *guide.Source { return nil }), since)
}

// NewsletterView leads to where readers can subscribe.
type NewsletterView struct {
	Link
	About template.HTML
}

// AdvertisingView is an advertisement, marked as one.
type AdvertisingView struct {
	Title     string
	Points    []template.HTML
	CTA       Link
	Sponsored bool
}

// newsletter is nil when the site names none.
func (s *Site) newsletter() (*NewsletterView, error) {
	from := s.lib.Site.Newsletter
	if from.URL == "" {
		return nil, nil
	}
	about, err := prose{site: s}.line(from.About)
	return &NewsletterView{Link: Link{Label: from.Label, URL: from.URL}, About: about}, err
}

// advertising is nil when the site names none.
func (s *Site) advertising() (*AdvertisingView, error) {
	from := s.lib.Site.Advertising
	if from.Title == "" {
		return nil, nil
	}
	v := &AdvertisingView{Title: from.Title, CTA: Link{Label: from.CTA.Label, URL: from.CTA.URL}, Sponsored: from.Sponsored}
	for _, point := range from.Points {
		html, err := prose{site: s}.line(point)
		if err != nil {
			return nil, err
		}
		v.Points = append(v.Points, html)
	}
	return v, nil
}
