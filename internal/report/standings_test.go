package report

import (
	"reflect"
	"testing"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

func TestThoseLeftOutForOneReasonStandTogether(t *testing.T) {
	a, b, c := RuledOut{Provider: "a", Name: "A", By: said("not listed")}, RuledOut{Provider: "b", Name: "B", By: said("no licence")}, RuledOut{Provider: "c", Name: "C", By: said("not listed")}
	got := ByReason([]RuledOut{a, b, c})
	want := []RuledGroup{{said("Not listed"), []RuledOut{a, c}}, {said("No licence"), []RuledOut{b}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// three is a guide of three entries on one criterion, the best first.
func three() *guide.Guide {
	g := &guide.Guide{Slug: "keepers", Title: "Keepers", Criteria: []guide.Criterion{{ID: "safety", Name: "Safety", Weight: guide.FullWeight}}}
	for i, slug := range []string{"alpha", "beta", "gamma"} {
		score := guide.MaxScore - guide.Score(100*i)
		g.Entries = append(g.Entries, &guide.Entry{
			Guide: g, Provider: &guide.Provider{Slug: slug, Name: slug},
			Scores: []guide.Assessment{{State: guide.Exact, Low: score, High: score, Published: true}},
		})
	}
	return g
}

// Where nobody can move, the rank beside a place is the one in the whole guide;
// where ranks may move, it is the one among those that are listed.
func TestRanksToCompareWith(t *testing.T) {
	g := three()
	all := rank.Rank(table.Published(g))
	c := compiler{g: g, names: sentence.NamesOf(g), ranking: all.Analyse(), published: all}
	other := c.other(table.Table(g, nil, g.Entries[1:]))
	still, moving := c.standings(other, false), c.standings(other, true)
	if got := still.Rows[0].Before; got != 2 || still.Moves {
		t.Errorf("without other weights the new first was %d, want 2", got)
	}
	if got := moving.Rows[0]; got.Before != 1 || !got.Moved.Empty() || !moving.Moves || !moving.Serves {
		t.Errorf("under other weights the new first was %d and moved %q, want 1 and nothing", got.Before, got.Moved)
	}
}
