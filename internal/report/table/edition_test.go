package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

func TestEdition(t *testing.T) {
	e := &guide.Edition{
		Stress: 750, Unknown: guide.Low,
		Criteria: []guide.EditionCriterion{{ID: "a", Name: "A", Weight: 6000}, {ID: "b", Name: "B", Weight: 4000}},
		Entries: []guide.EditionEntry{
			{Provider: "two", Rank: 1, Scores: []guide.EditionScore{{Low: 900, High: 900}, {Low: 0, High: 1000}}},
			{Provider: "one", Rank: 2, Scores: []guide.EditionScore{{Low: 400, High: 700}, {Low: 650, High: 650}}},
		},
	}
	want := rank.Table{
		Criteria: []rank.Criterion{{ID: "a", Weight: 6000}, {ID: "b", Weight: 4000}},
		Entries: []rank.Entry{
			{ID: "two", Scores: []rank.Interval{{Low: 900, High: 900}, {Low: 0, High: 1000}}},
			{ID: "one", Scores: []rank.Interval{{Low: 400, High: 700}, {Low: 650, High: 650}}},
		},
		Stress: 750, Unknown: rank.Low,
	}
	if diff := cmp.Diff(want, Edition(e)); diff != "" {
		t.Error(diff)
	}
	e.Unknown = guide.Midpoint
	if got := Edition(e).Unknown; got != rank.Midpoint {
		t.Errorf("unknown counts as %v", got)
	}
}
