package site

import (
	"html/template"

	"shortlist/internal/guide"
)

// RelatedView is a further read. One without a URL is forthcoming.
type RelatedView struct {
	Link
	Description string
}

func (s *Site) related(related []guide.Related) []RelatedView {
	var out []RelatedView
	for _, r := range related {
		switch {
		case r.Guide != nil:
			sum := s.summary(r.Guide.Slug)
			out = append(out, RelatedView{Link: Link{Label: sum.Title, URL: s.url(guidePath(sum.Slug))}, Description: sum.Description})
		case r.Title != "":
			out = append(out, RelatedView{Link: Link{Label: r.Title}})
		}
	}
	return out
}

// summary returns the summary of a published guide.
func (s *Site) summary(slug string) *Summary {
	for _, sum := range s.summaries {
		if sum.Slug == slug {
			return sum
		}
	}
	return nil
}

// ProductView is the publisher's own product, shown apart from what is ranked.
type ProductView struct {
	Name      string
	Publisher string
	Points    []template.HTML
	Workflow  []string
	CTA       Link
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
