package sentence

import (
	"testing"

	"shortlist/internal/rank"
)

func TestStays(t *testing.T) {
	wide, narrow := rank.Range{Best: 1, Worst: 9}, rank.Range{Best: 2, Worst: 2}
	for _, tt := range []struct {
		within, settled rank.Range
		want            string
	}{
		{narrow, narrow, "At the outside 2nd."},
		{wide, wide, "At the outside 1st to 9th."},
		{wide, narrow, "At the outside 1st to 9th; as scored, 2nd."},
		{wide, rank.Range{Best: 2, Worst: 6}, "At the outside 1st to 9th; as scored, 2nd to 6th."},
	} {
		if got := Stays(tt.within, tt.settled); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestAllows(t *testing.T) {
	_, known := field([2]rank.Interval{point(600), point(500)}, [2]rank.Interval{point(500), point(590)})
	_, open := field([2]rank.Interval{point(900), {Low: 0, High: 1000}}, [2]rank.Interval{point(500), point(500)})
	for _, tt := range []struct {
		name  string
		table rank.Table
		want  string
	}{
		{"weight", stressed(known, 1000), "up to 10\u00a0% of the weight moved anywhere"},
		{"both", stressed(open, 1000), "up to 10\u00a0% of the weight moved anywhere, and for whatever the missing scores turn out to be"},
		{"scores", open, "whatever the missing scores turn out to be"},
		{"nothing", known, ""},
	} {
		if got := Allows(rank.Rank(tt.table)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWhatWouldChangeIt(t *testing.T) {
	g, open := field([2]rank.Interval{point(900), {Low: 0, High: 1000}}, [2]rank.Interval{point(500), point(500)})
	r := rank.Rank(open)
	if got, want := Overtakes(r, 1, NamesOf(g)), "Missing scores can put it past Provider a; so would 9.01 on Security, 4.01 more."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Overtakes(r, 0, NamesOf(g)); got != "" {
		t.Errorf("the first overtakes: %q", got)
	}
	if got, want := Overtaken(r, NamesOf(g)), Flip(r, r.Flip(0, 1), NamesOf(g)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	g, known := field([2]rank.Interval{point(600), point(500)}, [2]rank.Interval{point(500), point(590)})
	r = rank.Rank(known)
	if got, want := Overtakes(r, 1, NamesOf(g)), ToPass(r, 1, NamesOf(g)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	g, alone := field([2]rank.Interval{point(600), point(500)})
	if got := Overtaken(rank.Rank(alone), NamesOf(g)); got != "" {
		t.Errorf("overtaken by nobody: %q", got)
	}
}
