package sentence

import (
	"testing"

	"shortlist/internal/rank"
)

func TestFlip(t *testing.T) {
	row := func(a, b int) [2]rank.Interval { return [2]rank.Interval{point(a), point(b)} }
	for _, tt := range []struct {
		name   string
		scores [2][2]rank.Interval
		want   string
	}{
		// d = (100, -40): the gap is 50 %·100 - 50 %·40 = 30 hundredths; each point moved
		// from the one to the other closes 1.4 of them, so it takes 30/1.4 = 21.43 points.
		{"a flip", [2][2]rank.Interval{row(900, 500), row(800, 540)}, "Moving more than 21.5 points of weight from Security to Costs would put Provider b above Provider a."},
		{"never", [2][2]rank.Interval{row(900, 500), row(800, 500)}, "No weights put Provider b above Provider a."},
		{"never, whatever is missing", [2][2]rank.Interval{{point(900), {Low: 500, High: 700}}, row(800, 500)},
			"No weights put Provider b above Provider a, whatever the missing scores turn out to be."},
		{"a tie", [2][2]rank.Interval{row(900, 500), row(500, 900)}, "Provider a and Provider b are level, and any weight moved from Security to Costs puts Provider b ahead."},
		{"unsettled", [2][2]rank.Interval{{point(900), {Low: 400, High: 600}}, {point(800), {Low: 440, High: 640}}},
			"A missing score can put Provider b ahead of Provider a. As scored, moving more than 21.5 points of weight from Security to Costs would put Provider b above Provider a."},
		{"settled, but not exactly known", [2][2]rank.Interval{{point(900), {Low: 490, High: 510}}, {point(800), point(540)}},
			"As scored, moving more than 21.5 points of weight from Security to Costs would put Provider b above Provider a."},
		{"never, on published scores", [2][2]rank.Interval{{point(900), {Low: 0, High: 1000}}, {point(800), point(500)}},
			"A missing score can put Provider b ahead of Provider a. As scored, no weights put Provider b above Provider a."},
	} {
		g, table := field(tt.scores[0], tt.scores[1])
		r := rank.Rank(table)
		if got := Flip(r, r.Flip(0, 1), NamesOf(g)).String(); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// TestFlipKeepsNames has two level providers whose names do not begin with a
// capital of one byte.
func TestFlipKeepsNames(t *testing.T) {
	g, table := field([2]rank.Interval{point(900), point(500)}, [2]rank.Interval{point(500), point(900)})
	for _, name := range []string{"Élan", "eToro"} {
		g.Entries[0].Provider.Name = name
		r := rank.Rank(table)
		want := name + " and Provider b are level, and any weight moved from Security to Costs puts Provider b ahead."
		if got := Flip(r, r.Flip(0, 1), NamesOf(g)).String(); got != want {
			t.Errorf("\n got %q\nwant %q", got, want)
		}
	}
}

func TestFlipNamesWhatEachCriterionGives(t *testing.T) {
	g, table := field()
	table.Criteria = []rank.Criterion{{ID: "security", Weight: 1000}, {ID: "costs", Weight: 1000}, {ID: "other", Weight: 8000}}
	table.Entries = []rank.Entry{
		{ID: "a", Scores: []rank.Interval{point(1000), point(0), point(600)}},
		{ID: "b", Scores: []rank.Interval{point(0), point(200), point(500)}},
	}
	r := rank.Rank(table)
	// Gap 160; security gives its 10 points (12 each) and other 13.3 of its 80 (3 each).
	want := "Moving more than 23.4 points of weight to Costs, all of Security (10\u00a0%) and the rest from other, would put b above a."
	if got := Flip(r, r.Flip(0, 1), NamesOf(g)).String(); got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestToPass(t *testing.T) {
	row := func(a, b int) [2]rank.Interval { return [2]rank.Interval{point(a), point(b)} }
	for _, tt := range []struct {
		name  string
		lower [2]rank.Interval
		want  string
	}{
		{"a little more", row(800, 500), "A score of 9.01 on Security, 1.01 more, would pass Provider a."},
		{"only on the other", row(1000, 100), "A score of 4.01 on Costs, 3.01 more, would pass Provider a."},
		{"out of reach", row(300, 100), "No single better score would lift it past Provider a."},
	} {
		g, table := field(row(900, 500), tt.lower)
		r := rank.Rank(table)
		if got := ToPass(r, 1, NamesOf(g)).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if got := ToPass(r, 0, NamesOf(g)).String(); got != "" {
			t.Errorf("%s: the first can pass somebody: %q", tt.name, got)
		}
	}
}

func TestOver(t *testing.T) {
	row := func(a, b int) [2]rank.Interval { return [2]rank.Interval{point(a), point(b)} }
	for _, tt := range []struct {
		a, b [2]rank.Interval
		want string
	}{
		{row(900, 500), row(800, 540), "Ahead on Security (+0.5); behind on Costs (−0.2)."},
		{row(900, 600), row(800, 540), "Ahead on Security (+0.5) and Costs (+0.3), and behind on nothing."},
		{row(900, 600), row(900, 600), "No criterion sets the two apart."},
	} {
		g, table := field(tt.a, tt.b)
		if got := Over(rank.Rank(table), 0, 1, NamesOf(g)).String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestToPassWithAScoreThatIsNotKnown(t *testing.T) {
	for high, want := range map[int]string{
		500: "Its score on Costs is not known exactly; at 4.01 or more it would pass Provider a, all else as scored.",
		200: "As scored, a score of 4.01 on Costs, which is above the range that we give it, would pass Provider a.",
	} {
		g, table := field([2]rank.Interval{point(900), point(500)}, [2]rank.Interval{point(1000), {Low: 0, High: high}})
		if got := ToPass(rank.Rank(table), 1, NamesOf(g)).String(); got != want {
			t.Errorf("up to %d: got %q, want %q", high, got, want)
		}
	}
}
