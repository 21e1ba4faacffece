package guide

import (
	"slices"
	"testing"
)

func TestComplete(t *testing.T) {
	for _, tt := range []struct {
		name               string
		weights, own, want []Weight
	}{
		{"nothing named", []Weight{6000, 4000}, []Weight{-1, -1}, []Weight{6000, 4000}},
		{"all named", []Weight{6000, 4000}, []Weight{1000, 9000}, []Weight{1000, 9000}},
		{"in proportion", []Weight{5000, 3000, 2000}, []Weight{-1, 5000, -1}, []Weight{3571, 5000, 1429}},
		{"ties in order", []Weight{2500, 2500, 2500, 2500}, []Weight{0, -1, -1, -1}, []Weight{0, 3334, 3333, 3333}},
		{"largest remainder first", []Weight{7000, 1000, 2000}, []Weight{9999, -1, -1}, []Weight{9999, 0, 1}},
		{"nothing left", []Weight{6000, 4000}, []Weight{10000, -1}, []Weight{10000, 0}},
		{"no criteria", nil, nil, []Weight{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Complete(tt.weights, tt.own); !slices.Equal(got, tt.want) {
				t.Errorf("Complete(%v, %v) = %v, want %v", tt.weights, tt.own, got, tt.want)
			}
		})
	}
}

// TestCompleteSums walks many partial choices: the result always sums to the
// full weight, and a named weight is never changed.
func TestCompleteSums(t *testing.T) {
	weights := []Weight{3333, 1250, 2417, 999, 2001}
	for mask := range 1 << len(weights) {
		for named := Weight(0); named <= 2000; named += 123 {
			own := make([]Weight, len(weights))
			for i := range own {
				own[i] = -1
				if mask&(1<<i) != 0 {
					own[i] = named
				}
			}
			got := Complete(weights, own)
			sum := Weight(0)
			for i, w := range got {
				sum += w
				if own[i] >= 0 && w != own[i] {
					t.Fatalf("Complete(%v, %v)[%d] = %d", weights, own, i, w)
				}
			}
			if mask != 1<<len(weights)-1 && sum != FullWeight {
				t.Fatalf("Complete(%v, %v) sums to %d", weights, own, sum)
			}
		}
	}
}
