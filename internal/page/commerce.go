package page

import (
	"html/template"
	"shortlist/internal/report"
)

// Disclosure is a commercial tie as readers are told of it.
type Disclosure struct {
	Note  template.HTML
	Kind  string
	Since *Day
	About string // URL of the page on disclosure; empty when there is none
	Try   string // where a paid link to the provider leads; empty for none
	Site  string // the host of that
}

// disclosure is nil when no tie is declared.
func (s *Printer) disclosure(tie *report.Tie) (*Disclosure, error) {
	if tie == nil {
		return nil, nil
	}
	note, err := prose{site: s}.line(tie.Note)
	d := &Disclosure{Note: note, Kind: tie.Kind.Words(), Since: day(tie.Since), About: s.disclosurePage(), Try: tie.Try}
	if d.Try != "" {
		d.Site = report.HostOf(d.Try)
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
func (s *Printer) newsletter() (*NewsletterView, error) {
	from := s.Publication.Newsletter
	if from.URL == "" {
		return nil, nil
	}
	about, err := prose{site: s}.line(from.About)
	return &NewsletterView{Link: Link{Label: from.Label, URL: from.URL}, About: about}, err
}

// advertising is nil when the site names none.
func (s *Printer) advertising() (*AdvertisingView, error) {
	from := s.Publication.Advertising
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
