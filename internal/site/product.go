package site

import "html/template"

// ProductView is the publisher's own product, shown apart from what is ranked.
type ProductView struct {
	Name      string
	Publisher string
	Points    []template.HTML
	Workflow  []string
	CTA       Link
	Prose     template.HTML // what the author wrote below the block
}

// product is nil when the site names none.
func (s *Site) product(p prose) (*ProductView, error) {
	from := s.lib.Site.Product
	if from.Name == "" {
		return nil, nil
	}
	v := &ProductView{Name: from.Name, Publisher: s.lib.Site.Publisher.Name, Workflow: from.Workflow,
		CTA: Link{Label: from.CTA.Label, URL: from.CTA.URL}}
	for _, point := range from.Points {
		html, err := p.line(point)
		if err != nil {
			return nil, err
		}
		v.Points = append(v.Points, html)
	}
	return v, nil
}
