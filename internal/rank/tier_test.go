package rank

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTiers(t *testing.T) {
	weights := []int{5000, 5000}
	for _, test := range []struct {
		name  string
		table Table
		want  [][]int
	}{
		{"nobody", table(1000, weights), nil},
		{"one", table(1000, weights, points(1, 1)), [][]int{{0}}},
		{"apart", table(1000, weights, points(900, 900), points(500, 500), points(100, 100)), [][]int{{0}, {1}, {2}}},
		{"two that the figures do not separate", table(1000, weights, points(900, 500), points(500, 895), points(100, 100)), [][]int{{0, 1}, {2}}},
		{"equal", table(1000, weights, points(500, 500), points(500, 500)), [][]int{{0, 1}}},
		{"only the first is sure", table(0, weights, points(900, 900), points(500, 500), []Interval{{0, 890}, {0, 890}}), [][]int{{0}, {1, 2}}},
		{"a third that can tie with the first, so no run of neighbours", table(0, weights, points(900, 900), points(500, 500), []Interval{{0, 900}, {0, 900}}), [][]int{{0, 2}, {1}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Rank(test.table).Tiers(); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// Peeling off, layer by layer, whoever nobody left beats gives the same tiers.
func TestTiersArePeeled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rank(drawTable(t, 8, 4, true))
		left := make([]int, len(r.Places))
		for i := range left {
			left[i] = i
		}
		for number, tier := range r.Tiers() {
			var want []int
			for _, i := range left {
				if !slices.ContainsFunc(left, func(j int) bool { return j != i && r.SurelyBeats(j, i) }) {
					want = append(want, i)
				}
			}
			if !slices.Equal(tier, want) {
				t.Fatalf("tier %d is %v, want %v", number+1, tier, want)
			}
			left = slices.DeleteFunc(left, func(i int) bool { return slices.Contains(tier, i) })
		}
		if len(left) > 0 {
			t.Fatalf("places %v are in no tier", left)
		}
	})
}
