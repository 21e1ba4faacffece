package page

import (
	"html/template"
	"io"

	"shortlist/internal/export/feed"
	"shortlist/internal/export/structured"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// CorrectionView is one correction, on the page that was wrong or elsewhere.
type CorrectionView struct {
	ID    string // empty elsewhere
	Date  Day
	Page  *Link // the page that was wrong; nil on that page
	Who   []Link
	Was   template.HTML
	Is    template.HTML
	Since *Day
	Chip  *Chip
}

// correction shows one; in says what is cited.
func (s *Printer) correction(in prose, c report.Correction) (CorrectionView, error) {
	v := CorrectionView{ID: c.ID, Date: *day(c.Date), Since: day(c.Since)}
	for _, w := range c.Who {
		v.Who = append(v.Who, Link{Label: w.Name, URL: s.URL(address.Provider(w.ID))})
	}
	var err error
	if v.Was, err = in.line(c.Was); err != nil {
		return v, err
	}
	if v.Is, err = in.line(c.Is); err != nil {
		return v, err
	}
	if c.Source != "" {
		if source := in.sources(c.Source); source != nil {
			v.Chip = in.chips([]guide.Source{*source})
		}
	}
	return v, nil
}

// corrections shows those of this very page.
func (s *Printer) corrections(list []report.Correction, in func(report.Correction) prose) ([]CorrectionView, error) {
	var out []CorrectionView
	for _, c := range list {
		v, err := s.correction(in(c), c)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// corrected shows those of other pages, each with a link to where it was.
func (s *Printer) corrected(list []report.Corrected) ([]CorrectionView, error) {
	var out []CorrectionView
	for _, c := range list {
		v, err := s.correction(prose{site: s, sources: c.Cites, page: s.URL(c.Path)}, c.Correction)
		if err != nil {
			return nil, err
		}
		v.ID, v.Page = "", &Link{Label: c.Title, URL: s.URL(c.Path) + "#" + c.ID}
		out = append(out, v)
	}
	return out, nil
}

// concerning shows what concerns a provider: what its own page had wrong, and what
// others had.
func (s *Printer) concerning(p *guide.Provider) ([]CorrectionView, error) {
	list := report.Concerning(s.Corrected, p.Slug)
	out, err := s.corrected(list)
	for i, c := range list {
		if c.Path == address.Provider(p.Slug) && err == nil {
			out[i], err = s.correction(prose{site: s, sources: p.Source}, c.Correction)
		}
	}
	return out, err
}

// CorrectionsPage is the view of all corrections, below what the publication says
// of how it corrects.
type CorrectionsPage struct {
	Frame
	Dek         template.HTML
	Lead        template.HTML
	Sections    []Section
	Corrections []CorrectionView
	Sources     []SourceView
	Feed        string
	JSON        string
}

// CorrectionsPage prints all corrections. The page of the publication's own may be
// nil.
func (s *Printer) CorrectionsPage(w io.Writer, own *guide.StaticPage) error {
	h := head{
		path: address.Corrections, title: "Corrections", description: "What " + s.Publication.Title + " had wrong, what is right, and since when.",
		alternates: []Alternate{{"text/markdown", "", s.URL(address.Twin(address.Corrections))}},
	}
	if len(s.Corrected) > 0 {
		h.alternates = append(h.alternates, Alternate{feed.AtomType, "Corrections", s.URL(address.CorrectionsAtom)})
	}
	if own != nil {
		h.title, h.description, h.draft = own.Title, report.Plain(own.Description), own.Draft
		h.states = func(g *structured.Graph) { g.Questions = s.answered(address.Corrections, &own.Body) }
	}
	page := CorrectionsPage{
		Frame: s.frame(h), Dek: template.HTML(template.HTMLEscapeString(h.description)),
	}
	if len(s.Corrected) > 0 {
		page.Feed, page.JSON = s.URL(address.CorrectionsAtom), s.URL(address.CorrectionsData)
	}
	var err error
	if page.Corrections, err = s.corrected(s.Corrected); err != nil {
		return err
	}
	if own == nil {
		return s.show(w, "corrections", page)
	}
	in := prose{site: s, sources: own.Source}
	page.Sources = sourceViews(report.Values(own.Sources), nil)
	if page.Dek, err = in.line(own.Description); err != nil {
		return err
	}
	if page.Lead, page.Sections, err = bodySections(in, &own.Body); err != nil {
		return err
	}
	return s.show(w, "corrections", page)
}
