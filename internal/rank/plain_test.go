package rank

import (
	"reflect"
	"testing"
)

// TestPlain: a plain ranking computes what the ranking does, and two of one table
// are equal whatever was asked of them before.
func TestPlain(t *testing.T) {
	in := Table{Criteria: []Criterion{{ID: "a", Weight: 6000}, {ID: "b", Weight: 4000}}, Stress: 1000, Grain: 25, Entries: []Entry{
		{"x", []Interval{{800, 800}, {300, 600}}}, {"y", []Interval{{500, 701}, {650, 650}}}, {"z", []Interval{{0, 1000}, {400, 400}}}}}
	kept := Rank(in)
	plain := kept.Plain()
	a, b := kept.Analyse(), plain.Analyse()
	if !a.Draws.Made || !reflect.DeepEqual(a.Plain(), b.Plain()) {
		t.Errorf("a ranking computes\n%+v\na plain one\n%+v", a.Plain(), b.Plain())
	}
	if !reflect.DeepEqual(plain, Rank(in).Plain()) {
		t.Error("what was asked of a ranking changes its plain form")
	}
	if kept.LeastGap(0, 1) != plain.LeastGap(0, 1) || kept.SurelyBeats(0, 2) != plain.SurelyBeats(0, 2) || !reflect.DeepEqual(kept.Needed(0, 1), plain.Needed(0, 1)) {
		t.Error("a plain ranking judges a pair otherwise")
	}
}
