package rank

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestActingWeights(t *testing.T) {
	half := []int{5000, 5000}
	tests := []struct {
		name  string
		table Table
		want  []int
	}{
		{"nobody", table(0, half), nil},
		{"one", table(0, half, points(100, 900)), nil},
		{"all totals equal", table(0, half, points(600, 400), points(400, 600)), nil},
		{"no criteria", table(0, nil, nil, nil), nil},
		{"a criterion that all score alike on", table(0, []int{9000, 1000}, points(500, 100), points(500, 900), points(500, 300)), []int{0, 10_000}},
		{"spread 300 against 100", table(0, half, points(800, 600), points(500, 500)), []int{7500, 2500}},
		// T = 400, 300 in halves: gains 400 and -200 of 200.
		{"a criterion against the order", table(0, half, points(900, 300), points(500, 500)), []int{20_000, -10_000}},
		{"thirds, by largest remainder and id", table(0, []int{3334, 3333, 3333}, points(600, 600, 600), points(500, 500, 500)), []int{3334, 3333, 3333}},
	}
	thirds := table(0, []int{7000, 1000, 1000, 1000}, points(500, 600, 600, 600), points(500, 500, 500, 500))
	for k := range thirds.Criteria {
		thirds.Criteria[k].ID = []string{"z", "c", "a", "b"}[k]
	}
	tests = append(tests, struct {
		name  string
		table Table
		want  []int
	}{"equal remainders go by id", thirds, []int{0, 3333, 3334, 3333}})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Rank(test.table).ActingWeights(); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestActingWeightsAreTheCovarianceShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rank(drawTable(t, 8, 6, true))
		got := r.ActingWeights()
		n := float64(len(r.Places))
		mean := 0.0
		for _, p := range r.Places {
			mean += float64(p.Total) / n
		}
		variance := 0.0
		shares := make([]float64, len(r.Table.Criteria))
		for _, p := range r.Places {
			variance += (float64(p.Total) - mean) * (float64(p.Total) - mean)
			for k, c := range p.Contributions {
				shares[k] += float64(c) * (float64(p.Total) - mean)
			}
		}
		if (got == nil) != (len(r.Places) == 0 || r.Places[0].Total == r.Places[len(r.Places)-1].Total) {
			t.Fatalf("acting weights %v of totals from %d to %d", got, r.Places[len(r.Places)-1].Total, r.Places[0].Total)
		}
		if got == nil {
			return
		}
		sum := 0
		for k := range got {
			sum += got[k]
			if math.Abs(float64(got[k])-FullWeight*shares[k]/variance) > 1.001 {
				t.Fatalf("criterion %d acts with %d, want %v", k, got[k], FullWeight*shares[k]/variance)
			}
		}
		if sum != FullWeight {
			t.Fatalf("%v sums to %d", got, sum)
		}
	})
}
