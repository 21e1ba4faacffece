package sentence

import (
	"testing"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// field is a guide of three providers on two criteria of equal weight, and the
// table that the scores make.
func field(scores ...[2]rank.Interval) (*guide.Guide, rank.Table) {
	g := &guide.Guide{Criteria: []guide.Criterion{
		{ID: "security", Name: "Security", Weight: 5000}, {ID: "costs", Name: "Costs", Weight: 5000},
	}}
	t := rank.Table{Criteria: []rank.Criterion{{ID: "security", Weight: 5000}, {ID: "costs", Weight: 5000}}}
	for i, s := range scores {
		slug := string(rune('a' + i))
		g.Entries = append(g.Entries, &guide.Entry{Guide: g, Provider: &guide.Provider{Slug: slug, Name: "Provider " + slug}})
		t.Entries = append(t.Entries, rank.Entry{ID: slug, Scores: s[:]})
	}
	return g, t
}

func point(n int) rank.Interval { return rank.Interval{Low: n, High: n} }

func TestPlace(t *testing.T) {
	_, known := field([2]rank.Interval{point(900), point(500)}, [2]rank.Interval{point(500), point(500)})
	_, open := field([2]rank.Interval{point(900), {Low: 0, High: 1000}}, [2]rank.Interval{point(500), point(500)})
	_, firm := field([2]rank.Interval{point(900), {Low: 500, High: 600}}, [2]rank.Interval{point(500), point(500)})
	_, tie := field([2]rank.Interval{point(900), point(500)}, [2]rank.Interval{point(500), point(900)})
	for _, tt := range []struct {
		name  string
		table rank.Table
		want  string
	}{
		{"known", known, "1st of 2"},
		{"a missing score can reverse it", open, "1st of 2; between 1st and 2nd, whatever the missing scores turn out to be"},
		{"a missing score cannot", firm, "1st of 2, whatever the missing scores turn out to be"},
		{"tie", tie, "Equal 1st of 2"},
	} {
		r := rank.Rank(tt.table)
		if got := Place(r, r.Places[0]).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestPick(t *testing.T) {
	for _, tt := range []struct {
		name   string
		scores [][2]rank.Interval
		want   string
	}{
		{"nobody", nil, ""},
		{"one", [][2]rank.Interval{{point(900), point(500)}}, "The only one that qualifies."},
		{"lead", [][2]rank.Interval{{point(500), point(500)}, {point(550), point(600)}}, "Best of the two that qualify: 0.8 ahead of Provider a (5.8 to 5.0), most on Costs."},
		{"a lead that no missing score can turn", [][2]rank.Interval{{point(500), {Low: 0, High: 400}}, {point(550), point(600)}}, "Best of the two that qualify: 2.3 ahead of Provider a (5.8 to 3.5), most on Costs."},
		{"an open lead", [][2]rank.Interval{{point(500), {Low: 0, High: 800}}, {point(550), point(600)}}, "Best of the two that qualify: 1.3 ahead of Provider a (5.8 to 4.5), most on Costs. Missing scores could put Provider a ahead."},
		{"tie", [][2]rank.Interval{{point(600), point(400)}, {point(400), point(600)}}, "Level with Provider b as the best of the two that qualify."},
	} {
		g, table := field(tt.scores...)
		if got := Pick(rank.Rank(table), NamesOf(g)).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
