package page

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
func (s *Printer) product(p prose) (*ProductView, error) {
	from := s.Publication.Product
	if from.Name == "" {
		return nil, nil
	}
	v := &ProductView{Name: from.Name, Publisher: s.Publication.Publisher.Name, Workflow: from.Workflow,
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
