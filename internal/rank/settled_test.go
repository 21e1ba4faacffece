package rank

import "testing"

func TestWithDecimals(t *testing.T) {
	r := Rank(Table{Criteria: []Criterion{{"a", FullWeight}}, Entries: []Entry{{"x", []Interval{{550, 550}}}, {"y", []Interval{{700, 700}}}}})
	for least, want := range map[int]string{0: "7.0", 2: "7.00", 9: "7.000000"} {
		if got := r.WithDecimals(least).Print(r.Places[0].Total); got != want {
			t.Errorf("with %d decimals it prints %q, want %q", least, got, want)
		}
	}
}

func TestSettledKeepsTotalsAndNarrowsRanges(t *testing.T) {
	table := Table{
		Criteria: []Criterion{{"a", 6000}, {"b", 4000}},
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
