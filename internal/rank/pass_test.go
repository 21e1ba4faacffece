package rank

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestToPass(t *testing.T) {
	r := Rank(table(0, []int{6000, 4000, 0}, points(700, 600, 0), points(600, 900, 999), points(700, 550, 5), points(700, 600, 0)))
	// Totals 7 200 000 (e1), 6 600 000 (e0, e3), 6 400 000 (e2).
	if got, want := r.ToPass(1, 0), []Rise{
		{Criterion: 0, Counts: 1400, Needs: 801, More: 202, Possible: true}, // 100 would tie
		{Criterion: 1, Counts: 1200, Needs: 751, More: 302, Possible: true},
		{Criterion: 2},
	}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	// It takes 101 hundredths, and a ten is high enough for exactly that.
	near := Rank(table(0, []int{5000, 5000}, points(1000, 899), points(999, 800)))
	if got := near.ToPass(1, 0); got[0].Needs != 1100 || got[0].Possible || got[1].Needs != 901 || !got[1].Possible {
		t.Errorf("got %+v", got)
	}
	exact := Rank(table(0, []int{5000, 5000}, points(900, 999), points(900, 900)))
	if got := exact.ToPass(1, 0); got[0] != (Rise{0, 1800, 1000, 200, true}) {
		t.Errorf("a rise to a ten is %+v", got[0])
	}
	if got := r.ToPass(2, 1)[0].More; got != 2 {
		t.Errorf("a tie is broken by %d half-hundredths, want 2", got)
	}
	for place, want := range []int{-1, 0, 0, 2} {
		if got := r.Next(place); got != want {
			t.Errorf("the next one up from place %d is %d, want %d", place, got, want)
		}
	}
}

func TestToPassIsEnoughAndNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 5, 5, true)
		r := Rank(in)
		for b := 1; b < len(r.Places); b++ {
			for _, rise := range r.ToPass(b, b-1) {
				if !rise.Possible {
					continue
				}
				gap := func(needs int) int {
					changed := in
					changed.Entries = append([]Entry(nil), in.Entries...)
					scores := append([]Interval(nil), scoresOf(r, b)...)
					scores[rise.Criterion] = at(needs)
					changed.Entries[r.Places[b].Row].Scores = scores
					after := Rank(changed)
					return after.Places[after.Find(r.Places[b].ID)].Total - after.Places[after.Find(r.Places[b-1].ID)].Total
				}
				if gap(rise.Needs) <= 0 || gap(rise.Needs-1) > 0 || int(rise.More) != 2*rise.Needs-int(r.Counts(b, rise.Criterion)) {
					t.Fatalf("%+v: %d with it, %d with a hundredth less", rise, gap(rise.Needs), gap(rise.Needs-1))
				}
			}
		}
	})
}
