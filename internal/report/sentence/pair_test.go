package sentence

import (
	"strings"
	"testing"

	"shortlist/internal/rank"
)

// TestLeadInMillionths: with two decimals the totals print unequal, and with three
// equal; a lead is never printed as nothing.
func TestLeadInMillionths(t *testing.T) {
	r := rank.Rank(rank.Table{Criteria: []rank.Criterion{{ID: "x", Weight: 5001}, {ID: "y", Weight: 4999}}, Entries: []rank.Entry{
		{ID: "a", Scores: []rank.Interval{point(511), point(508)}}, {ID: "b", Scores: []rank.Interval{point(508), point(511)}}}})
	if got, want := apartWords(r), "0.000006 5.095003 5.094997"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLeadInParts: no few decimals make the gap the difference of two totals in 28ths,
// so that it is about that difference.
func TestLeadInParts(t *testing.T) {
	r := rank.Rank(rank.Table{Criteria: []rank.Criterion{{ID: "x", Weight: 1}, {ID: "y", Weight: 27}}, Entries: []rank.Entry{
		{ID: "a", Scores: []rank.Interval{point(850), point(750)}}, {ID: "b", Scores: []rank.Interval{point(760), point(720)}}}})
	if got, want := apartWords(r.WithDecimals(2)), "about 0.33 7.54 7.21"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func apartWords(r rank.Ranking) string {
	var out []string
	for _, s := range apart(r, r.Places[0].Total, r.Places[1].Total) {
		out = append(out, s.parts[0].Words)
	}
	return strings.Join(out, " ")
}

func TestPair(t *testing.T) {
	row := func(a, b int) [2]rank.Interval { return [2]rank.Interval{point(a), point(b)} }
	for _, tt := range []struct {
		name                   string
		rows                   [2][2]rank.Interval
		verdict, swaps, weight string
	}{
		{"dominated", [2][2]rank.Interval{row(900, 700), row(400, 700)},
			"Provider a leads Provider b by 2.5, 8.0 to 5.5. Security adds most to the lead.",
			"The order cannot change: Provider b is ahead on nothing.",
			"no weights swap them"},
		{"firm", [2][2]rank.Interval{row(900, 400), row(300, 700)},
			"Provider a leads Provider b by 1.5, 6.5 to 5.0. Security adds most to the lead.",
			"The order is firm: Provider a stays ahead if up to 10\u00a0% of the weight moves.",
			"more than 16.7 points, from Security to Costs"},
		{"close", [2][2]rank.Interval{row(600, 500), row(500, 580)},
			"Provider a leads Provider b by 0.1, 5.5 to 5.4. Security adds most to the lead.",
			"The order is close: moving more than 5.6 points of weight from Security to Costs would put Provider b above Provider a.",
			"more than 5.6 points, from Security to Costs"},
		{"as close as the stress", [2][2]rank.Interval{row(700, 500), row(400, 700)},
			"Provider a leads Provider b by 0.5, 6.0 to 5.5. Security adds most to the lead.",
			"The order holds, but only just: moving 10.0 of the 100 points of weight can bring Provider b level.",
			"more than 10.0 points, from Security to Costs"},
		{"open", [2][2]rank.Interval{{point(900), {Low: 0, High: 1000}}, row(700, 400)},
			"Provider a leads Provider b by 1.5, 7.0 to 5.5. Security adds most to the lead.",
			"The order is open: a missing score can put Provider b ahead of Provider a.", "no weights swap them"},
		{"open only to both", [2][2]rank.Interval{{point(900), {Low: 400, High: 600}}, row(500, 700)},
			"Provider a leads Provider b by 1.0, 7.0 to 6.0. Security adds most to the lead.",
			"The order holds at these weights, but missing scores and moved weight together could bring Provider b level or ahead.",
			"more than 16.7 points, from Security to Costs"},
		{"level", [2][2]rank.Interval{row(500, 500), row(500, 500)},
			"Provider a and Provider b are level, both 1st of 2.", "As scored, nothing separates the two.", "no weights swap them"},
	} {
		g, table := field(tt.rows[0], tt.rows[1])
		r := rank.Rank(stressed(table, 1000))
		f, names := r.Flip(0, 1), NamesOf(g)
		for i, got := range []string{Verdict(r, 0, 1, names).String(), Swaps(r, f, names).String(), SwapWeight(r, f, names).String()} {
			if want := []string{tt.verdict, tt.swaps, tt.weight}[i]; got != want {
				t.Errorf("%s: got %q, want %q", tt.name, got, want)
			}
		}
	}
}
