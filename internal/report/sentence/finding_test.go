package sentence

import (
	"testing"

	"shortlist/internal/rank"
)

func TestFindings(t *testing.T) {
	row := func(a, b int) [2]rank.Interval { return [2]rank.Interval{point(a), point(b)} }
	g, table := field(row(900, 600), row(500, 500), row(200, 550))
	names := NamesOf(g)
	r := rank.Rank(stressed(table, 1000))
	for _, tt := range []struct{ got, want string }{
		{Decides(r.Analyse(), names).String(), "Security does most to set the totals apart: about 91\u00a0% of their variance"},
		{Widest(r, r.Ranges(), names).String(), ""},
		{AddsMost(r, 0, names).String(), "Security adds most: 4.5 of 7.5"},
		{Lead(r, 0, 1, names).String(), "Provider a leads Provider b mainly on Security (+2.0)"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
	gEven, even := field(row(700, 700), row(500, 500))
	r = rank.Rank(even)
	if got, want := Lead(r, 0, 1, NamesOf(gEven)).String(), "Provider a leads Provider b most on Costs (+1.0) and Security (+1.0)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	unknown := [2]rank.Interval{point(500), {Low: 0, High: 1000}}
	_, one := field(row(900, 700), unknown, unknown, row(50, 50))
	if got, want := Widest(rank.Rank(one), rank.Rank(one).Ranges(), names).String(), "Two of the four have the widest ranges, of two places each"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	_, lone := field(row(900, 700), unknown, row(500, 400), row(350, 350))
	if got, want := Widest(rank.Rank(lone), rank.Rank(lone).Ranges(), names).String(), "Provider b has the least certain rank: 2nd to 4th"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	_, level := field(row(500, 500), row(500, 500))
	r = rank.Rank(level)
	if got := Decides(r.Analyse(), names).String(); got != "" {
		t.Errorf("equal totals are decided: %q", got)
	}
	if got, want := Lead(r, 0, 1, names).String(), "Provider a and Provider b are level"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "two": "Two", "Étude": "Étude", "4th": "4th"} {
		if got := Capital(in); got != want {
			t.Errorf("Capital(%q) = %q", in, got)
		}
	}
}
