package page

import (
	"html/template"

	"shortlist/internal/report/address"
)

// Methodology is how a guide ranks: its criteria with their weights and rubrics.
type Methodology struct {
	URL      string // of the method in full
	Criteria []CriterionView
}

// CriterionView is a criterion with what earns its scores.
type CriterionView struct {
	Name   string
	Weight string // with its unit
	Bar    Bar    // of the weight, the whole weight being its full length
	About  template.HTML
	Rubric []AnchorView
	Unit   string
	Curve  []CurveView
}

// AnchorView is one line of a rubric.
type AnchorView struct {
	Score string
	Text  template.HTML
}

// CurveView is one fixed point of a measured criterion.
type CurveView struct{ Figure, Score string }

func (r *guidePrinter) methodology(in prose) (*Methodology, error) {
	m := &Methodology{URL: r.below(address.Methodology(r.g.Slug))}
	for _, k := range r.g.Order {
		c := &r.g.Criteria[k]
		about, err := in.line(c.About)
		if err != nil {
			return nil, err
		}
		v := CriterionView{Name: c.Name, Weight: c.Weighs, Bar: Bar{Total: int(c.Weight) / 10}, About: about, Unit: c.Unit.String()}
		for _, a := range c.Rubric {
			text, err := in.line(a.Text)
			if err != nil {
				return nil, err
			}
			v.Rubric = append(v.Rubric, AnchorView{Score: a.Score.String(), Text: text})
		}
		for _, p := range c.Curve {
			v.Curve = append(v.Curve, CurveView{Figure: p.Figure.Words(c.Unit), Score: p.Score.String()})
		}
		m.Criteria = append(m.Criteria, v)
	}
	return m, nil
}
