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
func (s *Site) newsletter() *NewsletterView {
	from := s.lib.Site.Newsletter
	if from.URL == "" {
		return nil
	}
	about, err := prose{site: s}.line(from.About)
	if err != nil {
		about = ""
	}
	return &NewsletterView{Link: Link{Label: from.Label, URL: from.URL}, About: about}
}

// advertising is nil when the site names none.
func (s *Site) advertising() *AdvertisingView {
	from := s.lib.Site.Advertising
	if from.Title == "" {
		return nil
	}
	v := &AdvertisingView{Title: from.Title, CTA: Link{Label: from.CTA.Label, URL: from.CTA.URL}, Sponsored: from.Sponsored}
	for _, point := range from.Points {
		if html, err := (prose{site: s}).line(point); err == nil {
			v.Points = append(v.Points, html)
		}
	}
	return v
}
