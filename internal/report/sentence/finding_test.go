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
		{Decides(r.Analyse(), names), "Security decides most of the order"},
		{Widest(r.Analyse(), names), ""},
		{AddsMost("Security", "2.4", "7.93"), "Security adds most: 2.4 of 7.93"},
		{Lead(r, r.Places[0], r.Places[1], names), "Security gives Provider a most of its lead over Provider b"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
	gEven, even := field(row(700, 700), row(500, 500))
	r = rank.Rank(even)
	if got, want := Lead(r, r.Places[0], r.Places[1], NamesOf(gEven)), "Security does most for the lead of Provider a over Provider b"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	unknown := [2]rank.Interval{point(500), {Low: 0, High: 1000}}
	_, one := field(row(900, 700), unknown, unknown, row(50, 50))
	if got, want := Widest(rank.Analyse(one), names), "Two of four ranks are open over two places"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	_, lone := field(row(900, 700), unknown, row(500, 400), row(350, 350))
	if got, want := Widest(rank.Analyse(lone), names), "Provider b has the least certain rank: 2nd to 4th"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	_, level := field(row(500, 500), row(500, 500))
	r = rank.Rank(level)
	if got := Decides(r.Analyse(), names); got != "" {
		t.Errorf("equal totals are decided: %q", got)
	}
	if got, want := Lead(r, r.Places[0], r.Places[1], names), "Provider a and Provider b are level"; got != want {
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
