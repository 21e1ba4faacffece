package rank

import (
	"reflect"
	"testing"
)

func TestOver(t *testing.T) {
	r := Rank(table(0, []int{5000, 3000, 1000, 1000}, points(700, 500, 400, 600), points(500, 600, 300, 500)))
	want := []Lead{{0, 1_000_000}, {2, 100_000}, {3, 100_000}, {1, -300_000}}
	if got := r.Over(0, 1); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	back := r.Over(1, 0)
	if back[0] != (Lead{1, 300_000}) {
		t.Errorf("the other way round the greatest lead is %v", back[0])
	}
	sum := 0
	for _, l := range back {
		sum += l.Gap
	}
	if sum != r.Places[1].Total-r.Places[0].Total {
		t.Errorf("the leads sum to %d", sum)
	}
}
