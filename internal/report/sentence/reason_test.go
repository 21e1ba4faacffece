package sentence

import (
	"testing"

	"shortlist/internal/rank"
)

func TestReason(t *testing.T) {
	row := func(a, b rank.Interval) [2]rank.Interval { return [2]rank.Interval{a, b} }
	open := rank.Interval{Low: 0, High: 1000}
	for _, tt := range []struct {
		rows  [][2]rank.Interval
		place int
		want  string
	}{
		{[][2]rank.Interval{row(point(900), point(600)), row(point(500), point(600))}, 0, "scores highest on Security"},
		{[][2]rank.Interval{row(point(900), point(700)), row(point(500), point(600))}, 0, "scores highest on Security and Costs"},
		{[][2]rank.Interval{row(point(900), point(600)), row(point(900), point(500)), row(point(100), point(700))}, 1, "nobody scores higher on Security"},
		{[][2]rank.Interval{row(point(900), point(900)), row(open, open)}, 0, "Security and Costs lift it most, estimates included"},
		{[][2]rank.Interval{row(point(500), point(500)), row(point(500), point(500))}, 0, "Security and Costs add most: 2.5 each, of 5.0"},
		{[][2]rank.Interval{row(point(0), point(0))}, 0, ""},
	} {
		g, table := field(tt.rows...)
		if got := Reason(rank.Rank(table), tt.place, NamesOf(g)).String(); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.rows, got, tt.want)
		}
	}
}
