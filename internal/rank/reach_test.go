package rank

import (
	"slices"
	"testing"
)

// On a measured criterion nothing can be what its curve does not reach: neither
// what is missing, nor what would pass, nor what a grain adds.
func TestReach(t *testing.T) {
	in := table(0, []int{5000, 5000}, points(533, 900), points(400, 700), []Interval{{0, 1000}, at(700)})
	in.Criteria[0].Reach = Interval{100, 600}
	in.Grain = 90
	r := Rank(in)
	c := r.Places[r.Find("e2")]
	if got := r.Table.Entries[2].Scores[0]; got != (Interval{100, 600}) || c.Total != 5000*(350+700) || c.High != 5000*1300 || c.Worst != 3 || c.Best != 2 {
		t.Errorf("unknown is %v, which makes %+v", got, c)
	}
	if f := r.Flip(0, r.Find("e2")); f.Unsettled || r.Needed(0, r.Find("e2")) != nil {
		t.Errorf("what cannot be reached puts it ahead: %+v", f)
	}
	// On either criterion it takes 3.84 more: 7.34 is above 6, 10.84 above 10.
	for _, rise := range r.ToPass(r.Find("e2"), 0) {
		if rise.Possible {
			t.Errorf("%+v is possible", rise)
		}
	}
	// It takes a 7.34.
	in.Criteria[0].Reach.High = 734
	if rise := Rank(in).ToPass(2, 0)[0]; !rise.Possible {
		t.Errorf("%+v of up to 7.34 is not possible", rise)
	}
	low, high := r.within(0, span{533, 533, 533})
	if upper, top := r.within(1, span{950, 950, 950}); low != 443 || high != 600 || upper != 860 || top != 1000 {
		t.Errorf("a grain reaches from %d to %d, and from %d to %d", low, high, upper, top)
	}
	// A row that is too short is not known within the reach.
	in.Criteria[0].Reach.High = 600
	in.Entries[1].Scores = nil
	if got := Rank(in).Table.Entries[1].Scores; !slices.Equal(got, []Interval{{100, 600}, {0, 1000}}) {
		t.Errorf("a missing row is %v", got)
	}
}
