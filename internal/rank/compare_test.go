package rank

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestCompare(t *testing.T) {
	before := Table{
		Criteria: []Criterion{{ID: "cost", Weight: 5000}, {ID: "scale", Weight: 5000}},
		Entries:  []Entry{{"a", points(900, 700)}, {"b", points(800, 600)}, {"c", points(400, 900)}},
		Stress:   1000,
	}
	after := Table{
		Criteria: []Criterion{{ID: "scale", Weight: 7000}, {ID: "cost", Weight: 3000}},
		Entries: []Entry{
			{"d", points(500, 500)},
			{"c", points(900, 400)},
			{"b", []Interval{at(600), {700, 1000}}},
		},
		Stress:  1000,
		Unknown: Low,
	}
	want := []Step{
		{Cause: EntryLeft, Entry: "a",
			Order: []Standing{{"b", 1, 7_000_000}, {"c", 2, 6_500_000}},
			Moves: []Move{{"b", 2, 1}, {"c", 3, 2}, {"a", 1, 0}}},
		{Cause: EntryJoined, Entry: "d",
			Order: []Standing{{"b", 1, 7_000_000}, {"c", 2, 6_500_000}, {"d", 3, 5_000_000}},
			Moves: []Move{{"d", 0, 3}}},
		{Cause: ScoreChanged, Entry: "b", Criterion: "cost", Was: at(800), Is: Interval{700, 1000},
			Order: []Standing{{"b", 1, 7_250_000}, {"c", 2, 6_500_000}, {"d", 3, 5_000_000}}},
		{Cause: WeightsChanged, Weights: []WeightChange{{"cost", 5000, 3000}, {"scale", 5000, 7000}},
			Order: []Standing{{"c", 1, 7_500_000}, {"b", 2, 6_750_000}, {"d", 3, 5_000_000}},
			Moves: []Move{{"c", 2, 1}, {"b", 1, 2}}},
		{Cause: MethodChanged,
			Order: []Standing{{"c", 1, 7_500_000}, {"b", 2, 6_300_000}, {"d", 3, 5_000_000}}},
	}
	got := Compare(before, after)
	if len(got) != len(want) {
		t.Fatalf("got %d steps: %+v", len(got), got)
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("step %d (%s): got\n%+v\nwant\n%+v", i, got[i].Cause, got[i], want[i])
		}
	}
}

func TestCompareSaysNothingOfNoChange(t *testing.T) {
	in := field(3, 10, 6)
	if got := Compare(in, in); got != nil {
		t.Errorf("got %+v", got)
	}
}

func TestCompareWithAnotherCriterion(t *testing.T) {
	before := table(0, []int{10_000}, points(500), points(600))
	after := table(0, []int{6000, 4000}, points(500, 900), points(600, 100))
	got := Compare(before, after)
	if len(got) != 1 || got[0].Cause != WeightsChanged {
		t.Fatalf("got %+v", got)
	}
	if want := []WeightChange{{"k0", 10_000, 6000}, {"k1", 0, 4000}}; !reflect.DeepEqual(got[0].Weights, want) {
		t.Errorf("weights %v, want %v", got[0].Weights, want)
	}
	if want := []Move{{"e0", 2, 1}, {"e1", 1, 2}}; !reflect.DeepEqual(got[0].Moves, want) {
		t.Errorf("moves %v, want %v", got[0].Moves, want)
	}
	// And back: the criterion disappears as the weights change.
	got = Compare(after, before)
	if len(got) != 1 || !reflect.DeepEqual(got[0].Order, Rank(before).Standings()) {
		t.Errorf("back: %+v", got)
	}
}

func TestCompareOfStress(t *testing.T) {
	in := field(3, 4, 6)
	other := in
	other.Stress = 2000
	got := Compare(in, other)
	if len(got) != 1 || got[0].Cause != MethodChanged || got[0].Moves != nil {
		t.Errorf("got %+v", got)
	}
}

// Replaying every step leads from the one ranking to the other, in the order
// of the causes, and each step's moves are those between its two orders.
func TestCompareLeadsFromOneToTheOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := drawTable(t, 6, 4, true), drawTable(t, 6, 4, true)
		order, cause := Rank(before).Standings(), EntryLeft
		for _, step := range Compare(before, after) {
			if step.Cause < cause {
				t.Fatalf("%s comes after %s", step.Cause, cause)
			}
			if !reflect.DeepEqual(step.Moves, Moves(order, step.Order)) {
				t.Fatalf("%s: moves %v", step.Cause, step.Moves)
			}
			order, cause = step.Order, step.Cause
		}
		// Totals may be in another unit.
		want := Rank(after).Standings()
		for i := range order {
			order[i].Total = 0
		}
		for i := range want {
			want[i].Total = 0
		}
		if len(order)+len(want) > 0 && !reflect.DeepEqual(order, want) {
			t.Fatalf("ends at %v, want %v", order, want)
		}
	})
}

func TestCauseNames(t *testing.T) {
	for cause, want := range map[Cause]string{
		EntryLeft: "exit", EntryJoined: "entry", ScoreChanged: "score", WeightsChanged: "weights", MethodChanged: "method",
	} {
		if cause.String() != want {
			t.Errorf("%d is called %q, want %q", cause, cause, want)
		}
	}
}
