package guide

import "fmt"

// Price is what one plan of a provider costs.
type Price struct {
	Name    string       // of the plan; may be empty where there is one
	Missing MissingPrice // why there is no figure; empty where there is one
	Figures [2]Figure    // lowest first
	From    bool         // the first of them is the least that it is, and nothing says the most
	Unit    Unit
	AsOf    Date // when it held; zero where nothing is said
	Note    Inline
	Sources []*Source
	Counts  bool // it stands for the provider: in the score, and where one price is shown
	Origin  Origin
}

// MissingPrice says why a plan has no figure.
type MissingPrice string

const (
	OnRequest        MissingPrice = "on request"
	PriceUnpublished MissingPrice = "not published"
)

// Words is the price for readers: "$12.50 per month (January 2026)", "on request".
func (p *Price) Words() string {
	words := string(p.Missing)
	if p.Missing == "" {
		words = NumberRange(p.Figures[0], p.Figures[1], p.From, p.Unit)
	}
	return words + AsOf(p.AsOf)
}

// Named is the price behind the name of its plan: "Team: from $20 per seat".
func (p *Price) Named() string {
	if p.Name == "" {
		return p.Words()
	}
	return p.Name + ": " + p.Words()
}

// Price is the one that stands for the provider, or nil where there is none.
func (e *Entry) Price() *Price {
	for i := range e.Prices {
		if e.Prices[i].Counts {
			return &e.Prices[i]
		}
	}
	return nil
}

// PriceWords is the price that stands for the provider, and how many plans there are:
// "Standard: $12.50 per month; 3 plans"; empty where none is given.
func (e *Entry) PriceWords() string {
	p := e.Price()
	if p == nil {
		return ""
	}
	if len(e.Prices) == 1 {
		return p.Words()
	}
	return fmt.Sprintf("%s; %d plans", p.Named(), len(e.Prices))
}
