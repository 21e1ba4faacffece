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
		{Criterion: 0, Score: 700, More: 101, Possible: true}, // 100 would tie
		{Criterion: 1, Score: 600, More: 151, Possible: true},
		{Criterion: 2, Score: 0},
	}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	// It takes 101 hundredths, and a ten is high enough for exactly that.
	near := Rank(table(0, []int{5000, 5000}, points(1000, 899), points(999, 800)))
	if got := near.ToPass(1, 0); got[0].More != 101 || got[0].Possible || got[1].More != 101 || !got[1].Possible {
		t.Errorf("got %+v", got)
	}
	exact := Rank(table(0, []int{5000, 5000}, points(900, 999), points(900, 900)))
	if got := exact.ToPass(1, 0); got[0] != (Rise{0, 900, 100, true}) {
		t.Errorf("a rise to a ten is %+v", got[0])
	}
	if got := r.ToPass(2, 1)[0].More; got != 1 {
		t.Errorf("a tie is broken by %d hundredths, want 1", got)
	}
	for place, want := range []int{-1, 0, 0, 2} {
		if got := r.Next(place); got != want {
			t.Errorf("the next one up from place %d is %d, want %d", place, got, want)
		}
	}
}

func TestToPassIsEnoughAndNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 5, 5, false)
		r := Rank(in)
		for b := 1; b < len(r.Places); b++ {
			for _, rise := range r.ToPass(b, b-1) {
				if !rise.Possible {
					continue
				}
				row := r.scores(b)[rise.Criterion]
				gap := func(more int) int {
					changed := in
					changed.Entries = append([]Entry(nil), in.Entries...)
					scores := append([]Interval(nil), r.scores(b)...)
					scores[rise.Criterion] = at(row.Low + more)
					changed.Entries[r.Places[b].Row].Scores = scores
					after := Rank(changed)
					return after.Places[after.Find(r.Places[b].ID)].Total - r.Places[b-1].Total
				}
				if gap(rise.More) <= 0 || gap(rise.More-1) > 0 {
					t.Fatalf("%+v: %d with it, %d with a hundredth less", rise, gap(rise.More), gap(rise.More-1))
				}
			}
		}
	})
}
