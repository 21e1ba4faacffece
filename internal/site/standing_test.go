package site

import (
	"reflect"
	"testing"
)

func TestThoseLeftOutForOneReasonStandTogether(t *testing.T) {
	link := func(name string) Link { return Link{Label: name} }
	got := byReason([]RuledOut{{link("A"), "not listed"}, {link("B"), "no licence"}, {link("C"), "not listed"}})
	want := []RuledGroup{{"Not listed", []Link{link("A"), link("C")}}, {"No licence", []Link{link("B")}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Where nobody can move, the rank beside a place is the one in the whole guide;
// where ranks may move, it is the one among those that are listed.
func TestRanksToCompareWith(t *testing.T) {
	s := small(t)
	r := s.rendering(s.lib.Guides[0])
	all := r.ranking
	if len(all.Places) < 3 {
		t.Fatal("the fixture ranks fewer than three")
	}
	table := all.Table
	first := all.Places[0]
	table.Entries = append(table.Entries[:first.Row:first.Row], table.Entries[first.Row+1:]...)
	other := r.other(table)
	still, moving := r.standings("", other, false), r.standings("", other, true)
	if got := still.Rows[0].Before; got != "2nd" || still.Moves {
		t.Errorf("without other weights the new first was %s, want 2nd", got)
	}
	if got := moving.Rows[0]; got.Before != "1st" || got.Moved != "" || !moving.Moves || !moving.Serves {
		t.Errorf("under other weights the new first was %s and moved %q, want 1st and nothing", got.Before, got.Moved)
	}
}
