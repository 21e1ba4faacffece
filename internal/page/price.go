package page

import (
	"html/template"

	"shortlist/internal/report"
)

// PriceView is what a plan costs.
type PriceView struct {
	Name   string
	Words  string
	Scores bool // it is the one that the score is made of, of several
	Note   template.HTML
	Chip   *Chip
}

// CostLine is what a provider costs, as its guide calls that.
type CostLine struct{ Name, Words string }

func (p prose) prices(prices []report.Price) ([]PriceView, error) {
	var out []PriceView
	for i := range prices {
		price := &prices[i]
		note, err := p.line(price.Note)
		if err != nil {
			return nil, err
		}
		out = append(out, PriceView{Name: price.Name, Words: price.Words, Scores: price.Scores, Note: note, Chip: p.chips(price.Sources)})
	}
	return out, nil
}
