package report

import (
	"strconv"

	"shortlist/internal/rank"
)

// Place is a provider's place in an order.
type Place struct {
	Provider string // slug
	Name     string
	Rank     int
	Numeral  string // the rank as it is printed: "2", or a dash where the place is provisional
	Total    int    // in millionths of a point, rounded down: how long to draw it
	Score    string // the total out of 10, as it is printed everywhere
	Exact    string // the same with all its decimals

	// Where the total lies, with its missing scores at their ends. Empty where they are
	// all known.
	From, To int    // in millionths of a point
	Span     string // as it is printed: "6.65–8.15"

	Provisional bool   // less of the weight is known than the guide asks for
	State       string // that the provider has closed, or the entry is a draft; empty for most
}

func placeOf(r rank.Ranking, p rank.Place, provider, name string) Place {
	out := Place{
		Provider: provider, Name: name, Rank: p.Rank, Numeral: strconv.Itoa(p.Rank), Provisional: p.Provisional,
		Total: r.Millionths(p.Total), Score: r.Print(p.Total), Exact: r.Exact(p.Total),
	}
	if p.Provisional {
		out.Numeral = "–"
	}
	if p.Low < p.High {
		out.From, out.To, out.Span = r.Millionths(p.Low), r.Millionths(p.High), r.Print(p.Low)+"–"+r.Print(p.High)
	}
	return out
}
