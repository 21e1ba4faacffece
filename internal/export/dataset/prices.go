package dataset

import (
	"encoding/json"

	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// Price is what one plan of a provider costs.
type Price struct {
	Plan    string       `json:"plan,omitempty"` // its name
	Counts  bool         `json:"counts"`         // it stands for the provider; in the score where a criterion is scored by prices
	Words   string       `json:"words"`
	Missing string       `json:"missing,omitempty"` // on request or not published: there is no figure
	Low     *json.Number `json:"low,omitempty"`
	High    *json.Number `json:"high,omitempty"` // what low is where the price is known; left out where low is the least that it is
	Unit    string       `json:"unit,omitempty"` // the code of a currency, or a word
	Per     string       `json:"per,omitempty"`
	AsOf    string       `json:"as_of,omitempty"`
	Note    string       `json:"note,omitempty"`
	Sources []Source     `json:"sources,omitempty"`
}

func prices(list []report.Price) []Price {
	var out []Price
	for i := range list {
		p := &list[i]
		price := Price{
			Plan: p.Name, Counts: p.Counts, Words: p.Words, Missing: string(p.Missing),
			AsOf: date(p.AsOf), Note: report.Plain(p.Note), Sources: sources(p.Sources),
		}
		if p.Missing == "" {
			price.Unit, price.Per, price.Low = p.Unit.Name, p.Unit.Per, end(p.Figures[0])
			if !p.From {
				price.High = end(p.Figures[1])
			}
		}
		out = append(out, price)
	}
	return out
}

func end(f guide.Figure) *json.Number {
	n := number(f)
	return &n
}
