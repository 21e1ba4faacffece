package rank

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The vectors are shared with the script that lets readers move the weights:
// both must give these figures. want is null where there are no such weights.
func TestRedistributeVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/own_weights.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Name         string
		Weights, Own []int
		Step         int // of basis points; one where it is not given
		Want         []int
	}
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	if len(vectors) < 15 {
		t.Fatalf("only %d vectors", len(vectors))
	}
	for _, v := range vectors {
		got, ok := Redistribute(v.Weights, v.Own, max(v.Step, 1))
		if ok != (v.Want != nil) || !slices.Equal(got, v.Want) {
			t.Errorf("%s: got %v, %v, want %v", v.Name, got, ok, v.Want)
		}
	}
}

func TestRedistributeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := drawWeights(t, rapid.IntRange(1, 8).Draw(t, "criteria"))
		own := make([]int, len(weights))
		rest, named := FullWeight, 0
		for k := range own {
			own[k] = -1
			if rapid.Bool().Draw(t, "named") && named < len(own)-1 {
				own[k] = rapid.IntRange(0, rest).Draw(t, "own")
				rest -= own[k]
				named++
			}
		}
		open := 0
		for k := range own {
			if own[k] < 0 {
				open += weights[k]
			}
		}
		got, ok := Redistribute(weights, own, 1)
		if open == 0 && rest > 0 {
			if ok {
				t.Fatalf("%v for %v: nothing may share the rest of %d, got %v", own, weights, rest, got)
			}
			return
		}
		if !ok {
			t.Fatalf("%v for %v is refused", own, weights)
		}
		sum := 0
		for k := range got {
			sum += got[k]
			switch {
			case own[k] >= 0:
				if got[k] != own[k] {
					t.Fatalf("criterion %d: got %d, own is %d", k, got[k], own[k])
				}
			case open > 0:
				// Within one basis point of the exact share: the quota rule.
				if exact := rest * weights[k]; got[k]*open < exact-open || got[k]*open > exact+open {
					t.Fatalf("criterion %d: got %d, the exact share is %d/%d", k, got[k], exact, open)
				}
			}
		}
		if sum != FullWeight {
			t.Fatalf("%v sums to %d", got, sum)
		}
	})
}

func TestRedistributeNothingNamed(t *testing.T) {
	weights := []int{3000, 2500, 2000, 1500, 500, 500}
	got, ok := Redistribute(weights, []int{-1, -1, -1, -1, -1, -1}, 1)
	if !ok || !slices.Equal(got, weights) {
		t.Errorf("got %v, %v", got, ok)
	}
}
