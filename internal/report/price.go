package report

import "shortlist/internal/guide"

// Price is what one plan of a provider costs.
type Price struct {
	Name    string // of the plan; may be empty where there is one
	Words   string // "$12.50 per month (January 2026)", "on request"
	Counts  bool   // it stands for the provider
	Scores  bool   // its provider is scored by it, and has others
	Missing guide.MissingPrice
	Figures [2]guide.Figure // lowest first
	From    bool            // the first of them is the least that it is
	Unit    guide.Unit
	AsOf    guide.Date
	Note    guide.Inline
	Sources []guide.Source
}

func prices(g *guide.Guide, e *guide.Entry) []Price {
	scored := false
	for k := range g.Criteria {
		scored = scored || g.Criteria[k].Prices
	}
	var out []Price
	for i := range e.Prices {
		p := &e.Prices[i]
		out = append(out, Price{
			Name: p.Name, Words: p.Words(), Counts: p.Counts, Scores: scored && p.Counts && len(e.Prices) > 1, Missing: p.Missing,
			Figures: p.Figures, From: p.From, Unit: p.Unit, AsOf: p.AsOf, Note: p.Note, Sources: Values(p.Sources),
		})
	}
	return out
}

// Cost is all that is said of what a provider costs, on one line and without sources:
// prices, then words, else the measured figure that has the very name of that line;
// empty where nothing is.
func (e *Entry) Cost(g *Guide) string {
	fees := Plain(e.Fees)
	switch {
	case e.PriceWords != "" && fees != "":
		return e.PriceWords + ". " + fees
	case e.PriceWords != "":
		return e.PriceWords
	case fees != "":
		return fees
	}
	if k := e.priced(g); k >= 0 {
		return e.Scores[k].Figure
	}
	return ""
}

// Counts is the price that stands for the provider, where it has a figure; else nil.
func (e *Entry) Counts() *Price {
	for i := range e.Prices {
		if p := &e.Prices[i]; p.Counts && p.Missing == "" {
			return p
		}
	}
	return nil
}

// priced is the criterion whose measured figure of the entry has the very name of the
// line of fees, where that line would only say that it is not checked; else -1.
func (e *Entry) priced(g *Guide) int {
	if !e.Fees.IsZero() || len(e.Prices) > 0 {
		return -1
	}
	for k := range e.Scores {
		if e.Scores[k].Measured && g.Criteria[k].Name == g.Labels.Fees {
			return k
		}
	}
	return -1
}

// Priced reports whether a measured figure says what the line of fees would.
func (e *Entry) Priced(g *Guide) bool { return e.priced(g) >= 0 }

// Shown reports whether a measured figure stands on a line of its own in the entry:
// one that is a price stands among the prices.
func (e *Entry) Shown(g *Guide, k int) bool {
	return e.Scores[k].Measured && !g.Criteria[k].Prices
}
