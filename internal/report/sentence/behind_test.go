package sentence

import (
	"testing"

	"shortlist/internal/rank"
)

func TestWhatStandsBehindFirstPlace(t *testing.T) {
	row := func(a, b int) [2]rank.Interval { return [2]rank.Interval{point(a), point(b)} }
	for _, tt := range []struct {
		name                    string
		rows                    [][2]rank.Interval
		grain                   int
		lead, edge, loss, worst string
	}{
		{"clear", [][2]rank.Interval{row(900, 500), row(500, 580)}, 25,
			"It leads Provider b by 1.6 of 10 points, 7.0 to 5.4.",
			"Its largest edge over Provider b is on Security, 9 to 5, worth 2.0 of 10 points.",
			"First place is lost most cheaply to Provider b: moving more than 33.4 points of weight from Security to Costs would put Provider b above Provider a.",
			"It is never below first place, allowing for up to 10\u00a0% of the weight moved anywhere and known scores that are off by up to 0.25."},
		{"a tie of three", [][2]rank.Interval{row(600, 600), row(600, 600), row(600, 600)}, 0,
			"It shares first place with Provider b and Provider c, at 6.0.", "",
			"No weights put anybody above Provider a.",
			"It is never below first place, allowing for up to 10\u00a0% of the weight moved anywhere."},
		// 7.254 and 7.176 print as 7.25 and 7.18, and 0.08 is not their difference.
		{"a gap that rounding would make another", [][2]rank.Interval{row(708, 743), row(693, 743), row(692, 743)}, 0,
			"It leads Provider b by 0.075 of 10 points, 7.255 to 7.180.",
			"Its largest edge over Provider b is on Security, 7.08 to 6.93, worth 0.075 of 10 points.",
			"No weights put anybody above Provider a.",
			"It is never below first place, allowing for up to 10\u00a0% of the weight moved anywhere."},
		// The third is cheaper to lose to than the second.
		{"whoever takes it", [][2]rank.Interval{row(700, 700), row(690, 702), row(500, 885)}, 0,
			"It leads Provider b by 0.04 of 10 points, 7.00 to 6.96.",
			"Its largest edge over Provider b is on Security, 7 to 6.9, worth 0.05 of 10 points.",
			"First place is lost most cheaply to Provider c: moving more than 2.0 points of weight from Security to Costs would put Provider c above Provider a.",
			"It is never below 2nd, allowing for up to 10\u00a0% of the weight moved anywhere."},
		{"two missing scores", [][2]rank.Interval{row(800, 600), {{Low: 400, High: 800}, {Low: 400, High: 800}}}, 0,
			"It leads Provider b by 1.0 of 10 points, 7.0 to 6.0.",
			"Its largest edge over Provider b is on Security, 8 to 6, worth 1.0 of 10 points. Not all of these scores are known exactly: one that is not counts as the middle of what it may be.",
			"It takes at least two missing scores together to put anybody ahead of Provider a. As scored, no weights put anybody above Provider a.",
			"It is never below 2nd, allowing for up to 10\u00a0% of the weight moved anywhere and whatever the missing scores turn out to be."},
	} {
		g, table := field(tt.rows...)
		table.Grain = tt.grain
		r := rank.Rank(stressed(table, 1000)).Analyse()
		names := NamesOf(g)
		for i, got := range []Text{LeadOver(r.Ranking, names), Edge(r.Ranking, names), Loss(r, names), Worst(r.Ranking, r.Outer[0])} {
			if want := []string{tt.lead, tt.edge, tt.loss, tt.worst}[i]; got.String() != want {
				t.Errorf("%s:\n got %q\nwant %q", tt.name, got, want)
			}
		}
	}
}

func TestFlipOfAllThatACriterionHas(t *testing.T) {
	g, table := field()
	table.Criteria = []rank.Criterion{{ID: "security", Weight: 3000}, {ID: "costs", Weight: 2000}, {ID: "other", Weight: 5000}}
	table.Entries = []rank.Entry{
		{ID: "a", Scores: []rank.Interval{point(700), point(500), point(590)}},
		{ID: "b", Scores: []rank.Interval{point(400), point(590), point(500)}},
	}
	// 90 - 18 + 45 = 117: all of Security makes the two level.
	want := "Moving all of Security (30\u00a0%), and any of other, to Costs would put b above a."
	r := rank.Rank(table)
	if got := Flip(r, r.Flip(0, 1), NamesOf(g)).String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSay(t *testing.T) {
	text := say("claim", "a {x} and {y}{z}", fig("x", "two", 2, 1), words("y", "{x} as it is"))
	if got, want := text.String(), "a two and {x} as it is"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(text.Parts) != 3 || text.Parts[1] != (Part{Words: "two", Name: "x", Value: 2, Scale: 1}) {
		t.Errorf("parts %+v", text.Parts)
	}
	if got := text.Stop().Then(text).String(); got != "A two and {x} as it is. a two and {x} as it is" {
		t.Errorf("got %q", got)
	}
	if got := text.String(); got[0] != 'a' {
		t.Error("a sentence made of a text changes the text")
	}
	if got := (Text{}).Stop().Then(Text{}).Capital(); !got.Empty() {
		t.Errorf("nothing says %q", got)
	}
}
