package rank

import (
	"slices"
	"testing"
)

// The lower total was first while a midpoint was rounded down.
func TestHalfAHundredthDecides(t *testing.T) {
	r := Rank(table(0, []int{7000, 3000}, points(302, 303), []Interval{{302, 303}, {303, 304}}))
	if r.Places[0].ID != "e1" || r.Places[0].Total != 7000*605+3000*607 || r.Unit != 2_000_000 {
		t.Errorf("a point is %d; first is %+v", r.Unit, r.Places[0])
	}
	for h, want := range map[Half]string{0: "0", 1600: "8", 1700: "8.5", 1625: "8.125", 2000: "10", 1: "0.005"} {
		if h.String() != want {
			t.Errorf("%d prints as %s, want %s", int(h), h, want)
		}
	}
	// It must score 3.03, not the 3.025 that it counts as, to be above itself.
	if rise := r.ToPass(0, 0)[0]; rise != (Rise{0, 605, 303, 1, true}) {
		t.Errorf("a rise from the middle of two scores is %+v", rise)
	}
	// Weight may be moved to a criterion that has none.
	if f := Rank(table(0, []int{10_000, 0}, []Interval{at(5), {0, 1}}, points(3, 1))).Flip(0, 1); f.Weight.Compare(Points{8000, 1}) != 0 {
		t.Errorf("a flip takes %v", f.Weight)
	}
}

func TestParts(t *testing.T) {
	thirds := Rank(table(1000, []int{1, 1, 1}, points(900, 600, 600), points(600, 900, 600), points(600, 600, 900), points(100, 200, 200)))
	for _, p := range thirds.Places[:3] {
		if p.Rank != 1 || thirds.Print(p.Total) != "7.0" {
			t.Errorf("%s is ranked %d with %s", p.ID, p.Rank, thirds.Print(p.Total))
		}
	}
	if got := thirds.Exact(thirds.Places[3].Total); thirds.Unit != 300 || got != "1.67" {
		t.Errorf("a point is %d, five thirds print as %s", thirds.Unit, got)
	}
	if got := thirds.Table.BasisPoints(); !slices.Equal(got, []int{3334, 3333, 3333}) {
		t.Errorf("thirds are %v", got)
	}
	// A tenth of six parts is six tenths of one, and each part that moves takes 650.
	r := Rank(table(1000, []int{1, 5}, points(900, 500), points(300, 550)))
	if got, want := r.LeastGap(0, 1), 350-int(0.6*650); got != want {
		t.Errorf("the least gap is %d, want %d", got, want)
	}
	if f := r.Flip(0, 1); f.Weight.Compare(Points{350 * 10_000, 650 * 6}) != 0 || f.Weight.String() != "9.0" || !f.Weight.Within(1000) {
		t.Errorf("a flip takes %v", f.Weight)
	}
	if p := Rank(table(0, []int{1, 2}, []Interval{at(5), {0, 9}})).Places[0]; p.Completeness != 3333 {
		t.Errorf("a third is known: %d", p.Completeness)
	}
}

func TestProvisional(t *testing.T) {
	in := table(0, []int{3, 7}, []Interval{at(900), {0, 1000}}, []Interval{{0, 1000}, at(300)}, []Interval{{0, 1000}, {400, 500}})
	in.MinKnown = 3001
	for _, p := range Rank(in).Places {
		if want := p.ID != "e1"; p.Provisional != want {
			t.Errorf("%s, of which %d is known, is provisional: %v", p.ID, p.Completeness, p.Provisional)
		}
	}
	in.MinKnown = 3000
	for _, p := range Rank(in).Places {
		if want := p.ID == "e2"; p.Provisional != want {
			t.Errorf("%s, of which %d is known, is provisional: %v", p.ID, p.Completeness, p.Provisional)
		}
	}
}

func TestLossSearchesAll(t *testing.T) {
	// The second needs a sixth of the weight, the third a fiftieth.
	r := Rank(table(1000, []int{4000, 3000, 2000, 1000}, points(900, 900, 600, 600), points(890, 890, 600, 620), points(600, 1000, 1000, 600)))
	loss, possible := r.Loss()
	if !possible || r.Places[loss.B].ID != "e2" || r.Flip(0, 1).Weight.Compare(loss.Weight) <= 0 {
		t.Errorf("lost to %s for %v, to the next for %v", r.Places[loss.B].ID, loss.Weight, r.Flip(0, 1).Weight)
	}
	if _, possible := Rank(table(1000, []int{10_000}, points(2), points(1))).Loss(); possible {
		t.Error("a lead on everything is lost")
	}
	if _, possible := Rank(table(1000, []int{10_000}, points(2))).Loss(); possible {
		t.Error("who is alone loses")
	}
}

func TestNeeded(t *testing.T) {
	in := table(0, []int{5000, 3000, 2000}, []Interval{at(800), {400, 900}, at(600)}, []Interval{at(700), at(500), {300, 800}}, points(100, 100, 100))
	r := Rank(in) // 7.15 and 6.1: 0.75 may fall away and 0.5 come
	got := r.Needed(1, 0)
	if want := []Finding{{0, 1, 750_000}, {1, 2, 500_000}}; !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := r.Needed(0, 2); got != nil {
		t.Errorf("the last passes the first with %+v", got)
	}
	in.Entries[1].Scores[0] = at(761)
	if got := Rank(in).Needed(0, 1); len(got) != 1 || got[0].Place != 0 {
		t.Errorf("one is enough, got %+v", got)
	}
}

func TestOuterHoldsTheGrain(t *testing.T) {
	in := table(0, []int{10_000}, points(500), points(540), points(600))
	in.Grain = 25
	r := Rank(in)
	if got := r.Ranges(); !slices.Equal(got, []Range{{1, 1}, {2, 2}, {3, 3}}) {
		t.Errorf("ranges %v", got)
	}
	if got := r.Outer(); !slices.Equal(got, []Range{{1, 1}, {2, 3}, {2, 3}}) {
		t.Errorf("with the grain %v", got)
	}
}
