package sentence

import (
	"testing"

	"shortlist/internal/rank"
)

func TestMoved(t *testing.T) {
	for _, tt := range []struct {
		published, now int
		want           string
	}{{4, 2, "up from 4th"}, {1, 3, "down from 1st"}, {2, 2, "as published"}} {
		if got := Moved(tt.published, tt.now).String(); got != tt.want {
			t.Errorf("Moved(%d, %d) = %q", tt.published, tt.now, got)
		}
	}
}

func TestLeaderAndAhead(t *testing.T) {
	g, table := field([2]rank.Interval{point(900), point(500)}, [2]rank.Interval{point(500), point(800)})
	names := NamesOf(g)
	published := rank.Rank(table)
	if got, want := Ahead(published, 0, 1, names).String(), "Provider a is 0.5 ahead of Provider b, 7.0 to 6.5: 1st against 2nd of 2."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Leader(published, published, names).String(), "Provider a stays first, with 7.0."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	table.Criteria = []rank.Criterion{{ID: "security", Weight: 1000}, {ID: "costs", Weight: 9000}}
	if got, want := Leader(rank.Rank(table), published, names).String(), "Provider b comes first, 2nd as published, with 7.7."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	table.Criteria = []rank.Criterion{{ID: "security", Weight: 5000}, {ID: "costs", Weight: 5000}}
	table.Entries[0].Scores = []rank.Interval{point(900), point(500)}
	table.Entries[1].Scores = []rank.Interval{point(500), point(900)}
	if got, want := Leader(rank.Rank(table), published, names).String(), "Provider a and Provider b are level in first place, with 7.0."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Leader(rank.Rank(rank.Table{}), published, names).String(), "Nobody is ranked."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFind(t *testing.T) {
	g, table := field([2]rank.Interval{point(900), {Low: 0, High: 1000}}, [2]rank.Interval{point(500), point(800)})
	r := rank.Rank(table)
	queue := r.ResearchQueue()
	if len(queue) != 1 {
		t.Fatalf("%d missing scores", len(queue))
	}
	want := "Provider a on Costs, now between 0 and 10: found to be 5, it would narrow the ranges by two ranks in all."
	if got := Find(r, queue[0], NamesOf(g)).String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
