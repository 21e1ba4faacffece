package rank

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// at is a point score.
func at(s int) Interval { return Interval{s, s} }

// table makes a table from weights and rows; criteria are called k0, k1, and
// entries e0, e1 and so on.
func table(stress int, weights []int, rows ...[]Interval) Table {
	t := Table{Stress: stress}
	for k, w := range weights {
		t.Criteria = append(t.Criteria, Criterion{ID: fmt.Sprintf("k%d", k), Weight: w})
	}
	for i, row := range rows {
		t.Entries = append(t.Entries, Entry{fmt.Sprintf("e%d", i), row})
	}
	return t
}

// scoresOf is the row of the entry in a place.
func scoresOf(r Ranking, place int) []Interval { return r.Table.Entries[r.Places[place].Row].Scores }

// points is a row of point scores.
func points(scores ...int) []Interval {
	row := make([]Interval, len(scores))
	for k, s := range scores {
		row[k] = at(s)
	}
	return row
}

func TestRank(t *testing.T) {
	half := []int{5000, 5000}
	tests := []struct {
		name  string
		table Table
		want  []Place
	}{
		{"nobody", table(1000, half), []Place{}},
		{"no criteria", table(1000, nil, nil, nil), []Place{
			{ID: "e0", Row: 0, Rank: 1, Best: 1, Worst: 1, Contributions: []int{}},
			{ID: "e1", Row: 1, Rank: 1, Best: 1, Worst: 1, Contributions: []int{}},
		}},
		{"one entry", table(1000, half, points(850, 700)), []Place{
			{ID: "e0", Rank: 1, Total: 7_750_000, Low: 7_750_000, High: 7_750_000, Best: 1, Worst: 1,
				Completeness: 10_000, Contributions: []int{4_250_000, 3_500_000}},
		}},
		{"competition ranks, ties by id", table(1000, half, points(100, 100), points(300, 500), points(500, 300), points(900, 900)), []Place{
			{ID: "e3", Row: 3, Rank: 1, Total: 9_000_000, Low: 9_000_000, High: 9_000_000, Best: 1, Worst: 1,
				Completeness: 10_000, Contributions: []int{4_500_000, 4_500_000}},
			{ID: "e1", Row: 1, Rank: 2, Total: 4_000_000, Low: 4_000_000, High: 4_000_000, Best: 2, Worst: 2,
				Completeness: 10_000, Contributions: []int{1_500_000, 2_500_000}},
			{ID: "e2", Row: 2, Rank: 2, Total: 4_000_000, Low: 4_000_000, High: 4_000_000, Best: 2, Worst: 2,
				Completeness: 10_000, Contributions: []int{2_500_000, 1_500_000}},
			{ID: "e0", Row: 0, Rank: 4, Total: 1_000_000, Low: 1_000_000, High: 1_000_000, Best: 4, Worst: 4,
				Completeness: 10_000, Contributions: []int{500_000, 500_000}},
		}},
		{"a range counts as its midpoint, in half-hundredths", table(1000, []int{6000, 4000},
			[]Interval{at(500), {401, 700}}, points(500, 600), points(500, 400)), []Place{
			{ID: "e1", Row: 1, Rank: 1, Total: 10_800_000, Low: 10_800_000, High: 10_800_000, Best: 1, Worst: 2,
				Completeness: 10_000, Contributions: []int{6_000_000, 4_800_000}},
			{ID: "e0", Row: 0, Rank: 2, Total: 10_404_000, Low: 9_208_000, High: 11_600_000, Best: 1, Worst: 2,
				Completeness: 6_000, Contributions: []int{6_000_000, 4_404_000}},
			{ID: "e2", Row: 2, Rank: 3, Total: 9_200_000, Low: 9_200_000, High: 9_200_000, Best: 3, Worst: 3,
				Completeness: 10_000, Contributions: []int{6_000_000, 3_200_000}},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Rank(test.table).Places; !reflect.DeepEqual(got, test.want) {
				t.Errorf("got\n%+v\nwant\n%+v", got, test.want)
			}
		})
	}
}

func TestUnknownCountsAsLow(t *testing.T) {
	in := table(0, []int{10_000}, []Interval{{200, 800}}, points(400))
	if got := Rank(in).Places[0].ID; got != "e0" {
		t.Errorf("at the midpoint of 5 the first is %s, want e0", got)
	}
	in.Unknown = Low
	if got := Rank(in).Places[0].ID; got != "e1" {
		t.Errorf("at the low end of 2 the first is %s, want e1", got)
	}
}

func TestRankPutsABrokenTableRight(t *testing.T) {
	broken := func() Table {
		return table(20_000, []int{-5, 30_000}, []Interval{{-10, 2000}}, []Interval{{700, 300}, at(5), at(9)})
	}
	in := broken()
	want := table(10_000, []int{0, 10_000}, []Interval{{0, 1000}, {0, 1000}}, []Interval{{300, 700}, at(5)})
	if got := Rank(in).Table; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if !reflect.DeepEqual(in, broken()) {
		t.Errorf("the table that was passed in changed: %+v", in)
	}
}

func TestFindAndScore(t *testing.T) {
	r := Rank(table(0, []int{5000, 5000}, points(100, 200), []Interval{at(900), {300, 600}}))
	if got := r.Find("e1"); got != 0 {
		t.Errorf("e1 stands in place %d, want 0", got)
	}
	if got := r.Find("e9"); got != -1 {
		t.Errorf("nobody stands in place %d, want -1", got)
	}
	if got := []Half{r.Counts(0, 0), r.Counts(0, 1), r.Counts(1, 1)}; !slices.Equal(got, []Half{1800, 900, 400}) {
		t.Errorf("scores %v", got)
	}
}

func TestPrint(t *testing.T) {
	tests := []struct {
		totals   []int
		decimals int
		printed  []string
	}{
		{nil, 1, nil},
		{[]int{10_000_000, 0}, 1, []string{"10.0", "0.0"}},
		{[]int{8_350_000, 8_349_999}, 1, []string{"8.4", "8.3"}}, // rounding may separate them at once
		{[]int{8_340_000, 8_339_999}, 6, []string{"8.340000", "8.339999"}},
		{[]int{5_040_000, 5_039_000, 1_552_500, 1_545_000}, 3, []string{"5.040", "5.039", "1.553", "1.545"}}, // 1.6 and 1.5, but then 1.55 both
		{[]int{8_350_000, 8_250_000}, 1, []string{"8.4", "8.3"}},                                             // half up
		{[]int{8_340_000, 8_300_000}, 2, []string{"8.34", "8.30"}},
		{[]int{8_300_000, 8_300_000}, 1, []string{"8.3", "8.3"}}, // equal totals print equal
		{[]int{9_000_000, 8_349_400, 8_348_500, 8_348_000}, 4, []string{"9.0000", "8.3494", "8.3485", "8.3480"}},
	}
	for _, test := range tests {
		places := make([]Place, len(test.totals))
		for i, total := range test.totals {
			places[i].Total = total
		}
		r := Ranking{Decimals: decimals(places, 1, defaultUnit)}
		if r.Decimals != test.decimals {
			t.Errorf("%v: %d decimals, want %d", test.totals, r.Decimals, test.decimals)
		}
		for i, total := range test.totals {
			if got := r.Print(total); got != test.printed[i] {
				t.Errorf("%d prints as %s, want %s", total, got, test.printed[i])
			}
		}
	}
	r := Ranking{Decimals: 2}
	for total, want := range map[int]string{-1_234_567: "-1.23", -5_000: "-0.01", -4_999: "0.00"} {
		if got := r.Print(total); got != want {
			t.Errorf("%d prints as %s, want %s", total, got, want)
		}
	}
}

func TestWithDecimals(t *testing.T) {
	// 1.5525 and 1.545 are 1.6 and 1.5, but both 1.55 with one decimal more.
	near := Ranking{Decimals: 1, Places: []Place{{Total: 1_552_500}, {Total: 1_545_000}}}
	if got := near.WithDecimals(2); got.Decimals != 3 {
		t.Errorf("printed with %d decimals: %s and %s", got.Decimals, got.Print(1_552_500), got.Print(1_545_000))
	}
	r := Rank(Table{Criteria: []Criterion{{ID: "a", Weight: FullWeight}}, Entries: []Entry{{"x", []Interval{{550, 550}}}, {"y", []Interval{{700, 700}}}}})
	for least, want := range map[int]string{0: "7.0", 2: "7.00", 9: "7.0000000"} {
		if got := r.WithDecimals(least).Print(r.Places[0].Total); got != want {
			t.Errorf("with %d decimals it prints %q, want %q", least, got, want)
		}
	}
}

func TestExact(t *testing.T) {
	for total, want := range map[int]string{
		0: "0.0", 10_000_000: "10.0", 8_345_000: "8.345", -120_000: "-0.12", 1: "0.000001", 3_000_000: "3.0",
	} {
		if got := (Ranking{}).Exact(total); got != want {
			t.Errorf("%d prints as %s, want %s", total, got, want)
		}
	}
}
