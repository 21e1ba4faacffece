package chart

import (
	"fmt"
	"io"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// drawn is any chart.
type drawn interface{ Draw(io.Writer) error }

var criteria = []string{"Scale and liquidity", "Security and underwriting rigour", "Coverage breadth", "Costs", "UX", "Support"}

// insurers is the table of a real guide: weights in basis points, scores as
// published, in hundredths; the costs are ranges.
var insurers = rank.Table{
	Criteria: []rank.Criterion{{ID: "scale", Weight: 3000}, {ID: "security", Weight: 2500}, {ID: "coverage", Weight: 1500},
		{ID: "costs", Weight: 1500}, {ID: "ux", Weight: 1000}, {ID: "support", Weight: 500}},
	Entries: []rank.Entry{
		insurer("Evertas", 800, 950, 750, 400, 700, 750, 900), insurer("Coincover", 700, 900, 700, 400, 800, 850, 650),
		insurer("Marsh", 850, 650, 800, 500, 800, 650, 750), insurer("Aon", 700, 800, 850, 400, 700, 700, 700),
		insurer("Munich Re", 850, 650, 900, 400, 700, 550, 550), insurer("Lloyd’s Market", 950, 600, 700, 500, 800, 450, 550),
		insurer("Canopius", 750, 600, 750, 400, 700, 600, 600), insurer("Relm Insurance", 450, 700, 600, 0, 1000, 500, 650),
		insurer("BNY Mellon Digital Asset Custody", 450, 650, 550, 0, 1000, 750, 500), insurer("Chainproof", 300, 550, 450, 300, 600, 500, 500),
	},
	Stress: 1000,
}

func insurer(name string, scale, security, coverage, low, high, ux, support int) rank.Entry {
	p := func(s int) rank.Interval { return rank.Interval{Low: s, High: s} }
	return rank.Entry{ID: name, Scores: []rank.Interval{p(scale), p(security), p(coverage), {Low: low, High: high}, p(ux), p(support)}}
}

func firmness(r rank.Ranking) Firmness {
	c := Firmness{Head: Head{"firmness", "First place is not settled; Chainproof stays in the last three", "For each provider, a dot at its rank and three marks over ranks."},
		Weights: "weights alone", Likely: "likely", Never: "never outside"}
	a := r.Analyse()
	for i, p := range a.Places {
		c.Rows = append(c.Rows, Firm{fmt.Sprint(p.Rank), p.ID, p.Rank, Ranks(a.ScoredRanges[i]), Ranks(a.Draws.Likely[i]), Ranks(a.Ranges[i])})
	}
	return c
}

func contributions(r rank.Ranking, bars int) Contributions {
	c := Contributions{Head: Head{"contributions", "Security decides first place", "A bar for each provider, parted by what each criterion adds to its total."}, Criteria: criteria}
	for i, p := range r.Places[:bars] {
		b := Bar{Rank: fmt.Sprint(i + 1), Name: p.ID, Total: r.Print(p.Total)}
		if bars == 1 {
			b.Rank, b.Name = "", ""
		}
		for k, value := range p.Contributions {
			b.Parts = append(b.Parts, Part{value, r.Exact(value), !r.Table.Entries[p.Row].Scores[k].Known()})
		}
		c.Bars = append(c.Bars, b)
	}
	return c
}

func weights(r rank.Ranking) Weights {
	c := Weights{Head: Head{"weights", "Scale and security make more than half of the score", "One bar, parted by the weight of each criterion."}}
	for k, w := range r.Table.Criteria {
		c.Criteria = append(c.Criteria, Weight{criteria[k], w.Weight, fmt.Sprintf("%d\u00a0%%", w.Weight/100)})
	}
	return c
}

func waterfall(r rank.Ranking, a, b int) Waterfall {
	level := func(i int) Level { return Level{r.Places[i].ID, r.Places[i].Total, r.Print(r.Places[i].Total)} }
	c := Waterfall{Head: Head{"waterfall", "Security puts Evertas ahead of Marsh", "From the total of one to that of the other, criterion by criterion."}, From: level(b), To: level(a)}
	for _, l := range r.Over(a, b) {
		if l.Gap != 0 {
			sign := "+"
			if l.Gap < 0 {
				sign = "−"
			}
			c.Steps = append(c.Steps, Step{criteria[l.Criterion], l.Gap, sign + r.Exact(max(l.Gap, -l.Gap))})
		}
	}
	return c
}

// bump has an edition for each line, oldest first: a date and the order. An
// entry after "=" ties with the one before it.
func bump(title string, lines ...string) Bump {
	c := Bump{Head: Head{"bump", title, "A line for each provider through the editions, at its rank in each."}}
	for _, l := range lines {
		date, order, _ := strings.Cut(l, ": ")
		e := Edition{}
		fmt.Sscanf(date, "%d-%d-%d", &e.Date.Year, &e.Date.Month, &e.Date.Day)
		for i, name := range strings.Split(order, ", ") {
			at := i + 1
			if tied, ok := strings.CutPrefix(name, "="); ok {
				name, at = tied, e.Places[i-1].Rank
			}
			e.Places = append(e.Places, Spot{ID: name, Name: name, Rank: at})
		}
		c.Editions = append(c.Editions, e)
	}
	return c
}

// twelve is a history of twelve editions in which fifteen entries come and go.
func twelve() Bump {
	var lines []string
	order := strings.Split("Evertas, Coincover, Aon, Marsh, Munich Re, Lloyd’s Market, Canopius, Relm Insurance, Fidelity Digital Assets, Chainproof, BNY Mellon Digital Asset Custody, Anchorage Digital Bank, Sygnum Bank", ", ")
	date := guide.Date{Year: 2023, Month: 9}
	for e := range 12 {
		lines = append(lines, date.String()+": "+strings.Join(order, ", "))
		i := (e*5 + 2) % (len(order) - 1)
		order[i], order[i+1] = order[i+1], order[i]
		switch e {
		case 3:
			order = append(order, "Zodia Custody")
		case 4:
			order = append(order[:6], order[7:]...)
		case 6:
			order = append(order[:2], append([]string{"Coinbase Prime Custody"}, order[2:]...)...)
		case 8:
			order = append(order, "Komainu")
		}
		date = date.Plus(guide.Period{Count: 3, Unit: "months"})
		date.Day = 0
	}
	return bump("Aon has gone from third to seventh", lines...)
}

// gallery is each chart as a page would show it, by the name of its golden.
func gallery() []struct {
	name  string
	chart drawn
} {
	r := rank.Rank(insurers)
	return []struct {
		name  string
		chart drawn
	}{
		{"firmness", firmness(r)},
		{"contributions-one", contributions(r, 1)},
		{"contributions-field", contributions(r, len(r.Places))},
		{"weights", weights(r)},
		{"waterfall", waterfall(r, 0, 2)},
		{"bump-two", bump("Aon has lost three places since March",
			"2025-03: Evertas, Aon, Coincover, Marsh, Munich Re, Lloyd’s Market, Canopius, Breach Insurance, Chainproof",
			"2025-09: Evertas, Coincover, Marsh, =Munich Re, Aon, Lloyd’s Market, Canopius, Relm Insurance, BNY Mellon Digital Asset Custody, Chainproof")},
		{"bump-twelve", twelve()},
		{"matrix", Matrix{Head: Head{"matrix", "Asia-Pacific is named by two of three", "A row for each provider and a box for each region."},
			Columns: []Column{{"North America", "1"}, {"European Union", "1"}, {"Asia-Pacific", "2"}, {"Singapore", "1"}, {"Hong Kong", "0"}},
			Rows:    []Marks{{"1", "Evertas", []int{1, 1, 1, 1, 1}}, {"2", "Canopius", []int{0, 0, 3, 2, 2}}, {"3", "BNY Mellon Digital Asset Custody", []int{3, 3, 3, 3, 0}}},
			Key:     [3]string{"names it", "names a wider region", "lists the whole world"}}},
		{"lollipop", Lollipop{Head: Head{"lollipop", "Best on Custody fee: Evertas, 5 bps", "A stem for each provider."},
			Rows: []Stem{{"1", "Evertas", 5_000_000, "5 bps", false}, {"3", "BNY Mellon Digital Asset Custody", 50_000_000, "50 bps", false}, {"2", "Marsh", 0, "not published", true}}}},
		{"layers", Layers{Head: Head{"layers", "A tower stands on what the custodian carries itself", "Boxes on each other."},
			Layers: []Layer{{"Reinsurance", "stands behind the carriers and adds to their capacity, whatever the layers below are called"}, {"Excess layers", "pay once those below are spent"}, {"Deductible", ""}}}},
		{"steps", Steps{Head: Head{"steps", "From step 2 to step 4 both keys are valid", "Five steps, and how long each key is valid."},
			Steps: []string{"Allow several active keys", "Introduce the new key", "Coordinate the clients", "Monitor which key is used, and remind those who still send the old one", "Deactivate the old key"},
			Spans: []Span{{"Old key", 1, 4}, {"New key", 2, 5}}}},
	}
}
