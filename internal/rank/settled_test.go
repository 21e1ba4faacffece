package rank

import "testing"

func TestSettledKeepsTotalsAndNarrowsRanges(t *testing.T) {
	table := Table{
		Criteria: []Criterion{{ID: "a", Weight: 6000}, {ID: "b", Weight: 4000}},
		Entries: []Entry{
			{"x", []Interval{{900, 900}, {0, 1000}}},
			{"y", []Interval{{800, 800}, {300, 500}}},
			{"z", []Interval{{100, 100}, {200, 301}}},
		},
		Stress: 1000,
	}
	r := Rank(table)
	s := Rank(r.Settled())
	for i, p := range r.Places {
		if q := s.Places[i]; q.ID != p.ID || q.Total != p.Total || q.Rank != p.Rank || q.Completeness != FullWeight {
			t.Errorf("place %d is %+v, was %+v", i, q, p)
		}
		was, is := r.Ranges()[i], s.Ranges()[i]
		if is.Best < was.Best || is.Worst > was.Worst {
			t.Errorf("%s: range %v, wider than %v", p.ID, is, was)
		}
	}
	if table.Entries[0].Scores[1] != (Interval{0, 1000}) {
		t.Error("the table was changed")
	}
}
