package rank

import (
	"math/big"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestFlip(t *testing.T) {
	weights := []int{5000, 3000, 2000}
	tests := []struct {
		name  string
		table Table
		want  Flip
		print string
	}{
		// Gap 5000*100 - 3000*100 - 2000*50 = 100 000, from k0 (100) to k1
		// (-100): 500 basis points.
		{"from one criterion", table(1000, weights, points(600, 500, 500), points(500, 600, 550)),
			Flip{B: 1, Gap: 100_000, Possible: true, Weight: Points{500, 1}, From: []Gift{{0, Points{100_000, 200}}}, To: 1, Then: 0}, "5.0"},
		// Gap 5000*300 + 3000*200 - 2000*100 = 1 900 000; all of k0 takes
		// 5000*400 and that is more than the gap: 4750.
		{"a large lead", table(1000, weights, points(800, 700, 500), points(500, 500, 600)),
			Flip{B: 1, Gap: 1_900_000, Possible: true, Weight: Points{4750, 1}, From: []Gift{{0, Points{1_900_000, 400}}}, To: 2, Then: 0}, "47.5"},
		// Gap 500*600 + 5000*300 - 4500*100: k0 gives its 500 at 700 each, then
		// k1 1 000 000 at 400 each = 2500.
		{"from two criteria", table(1000, []int{500, 5000, 4500}, points(900, 800, 500), points(300, 500, 600)),
			Flip{B: 1, Gap: 1_350_000, Possible: true, Weight: Points{3000, 1},
				From: []Gift{{0, Points{500, 1}}, {1, Points{1_000_000, 400}}}, To: 2, Then: 1}, "30.0"},
		// Gap 1000*500 + 4000*100 - 5000*60 = 600 000; all of k0 takes 1000*560
		// = 560 000, and 40 000 is a quarter of 1000*160.
		{"the second gives a part", table(1000, []int{1000, 4000, 5000}, points(900, 600, 500), points(400, 500, 560)),
			Flip{B: 1, Gap: 600_000, Possible: true, Weight: Points{1250, 1},
				From: []Gift{{0, Points{1000, 1}}, {1, Points{250, 1}}}, To: 2, Then: 1}, "12.5"},
		// Gap 1000*500 + 4000*60 - 5000*40 = 540 000 = 1000*540.
		// All of k0 makes a tie, and k1 gives what is left to do.
		{"all of one and no more", table(1000, []int{1000, 4000, 5000}, points(900, 560, 500), points(400, 500, 540)),
			Flip{B: 1, Gap: 540_000, Possible: true, Weight: Points{1000, 1}, From: []Gift{{0, Points{1000, 1}}}, To: 2, Then: 1}, "10.0"},
		{"a fraction is rounded up", table(1000, weights, points(600, 500, 500), points(400, 550, 780)),
			Flip{B: 1, Gap: 290_000, Possible: true, Weight: Points{290_000, 480}, From: []Gift{{0, Points{290_000, 480}}}, To: 2, Then: 0}, "6.1"},
		{"nowhere behind", table(1000, weights, points(600, 500, 500), points(500, 500, 500)),
			Flip{B: 1, Gap: 500_000, Dominates: true, To: -1, Then: -1}, ""},
		{"a tie", table(1000, []int{5000, 5000}, points(600, 500), points(500, 600)),
			Flip{B: 1, Possible: true, Weight: Points{0, 200}, From: []Gift{{0, Points{0, 200}}}, To: 1, Then: 0}, "0.0"},
		{"equal everywhere", table(1000, weights, points(600, 500, 500), points(600, 500, 500)),
			Flip{B: 1, Dominates: true, To: -1, Then: -1}, ""},
		{"a missing score can put b ahead", table(1000, weights, points(600, 600, 600), []Interval{at(500), at(500), {100, 1000}}),
			Flip{B: 1, Gap: 900_000, Dominates: false, To: -1, Then: -1}, ""},
		{"a missing score can put b ahead at these weights", table(1000, weights, points(600, 600, 600), []Interval{{100, 900}, at(590), at(590)}),
			Flip{B: 1, Gap: 550_000, Unsettled: true, To: -1, Then: -1}, ""},
		{"among equals the heavier receives", table(1000, []int{5000, 2000, 3000}, points(600, 500, 500), points(500, 550, 550)),
			Flip{B: 1, Gap: 250_000, Possible: true, Weight: Points{250_000, 150}, From: []Gift{{0, Points{250_000, 150}}}, To: 2, Then: 0}, "16.7"},
		{"no criteria", table(1000, nil, nil, nil), Flip{B: 1, Dominates: true, To: -1, Then: -1}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Rank(test.table)
			got := r.Flip(0, 1)
			if !samePoints(got.Weight, test.want.Weight) {
				t.Errorf("weight %v, want %v", got.Weight, test.want.Weight)
			}
			if len(got.From) == len(test.want.From) {
				for i := range got.From {
					if !samePoints(got.From[i].Weight, test.want.From[i].Weight) {
						t.Errorf("gift %d is %v, want %v", i, got.From[i], test.want.From[i])
					}
					got.From[i].Weight = test.want.From[i].Weight
				}
			}
			printed := ""
			if got.Possible {
				printed = got.Weight.String()
			}
			if printed != test.print {
				t.Errorf("prints %q, want %q", printed, test.print)
			}
			got.Weight = test.want.Weight
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got\n%+v\nwant\n%+v", got, test.want)
			}
			if again := r.Flip(1, 0); again.A != 0 || again.B != 1 {
				t.Errorf("the pair the other way round is %d, %d", again.A, again.B)
			}
		})
	}
}

func samePoints(a, b Points) bool {
	return a == b || a.Den > 0 && b.Den > 0 && a.Num*b.Den == b.Num*a.Den
}

func TestFlipsAreOfNeighbours(t *testing.T) {
	if got := Rank(table(0, []int{10_000}, points(1))).Flips(); got != nil {
		t.Errorf("one entry has flips %v", got)
	}
	flips := Rank(field(1, 10, 6)).Flips()
	if len(flips) != 9 {
		t.Fatalf("%d flips of ten entries", len(flips))
	}
	for i, f := range flips {
		if f.A != i || f.B != i+1 {
			t.Errorf("flip %d is of %d and %d", i, f.A, f.B)
		}
	}
}

func TestWithin(t *testing.T) {
	if p := (Points{2001, 2}); p.Within(1000) || !p.Within(1001) {
		t.Error("1000.5 basis points are within 1001 and not within 1000")
	}
	if (Points{1000, 1}).Within(1000) {
		t.Error("moving exactly the stress makes a tie, which is no flip")
	}
}

// bruteFlip is the least moved weight that brings the gap to 0 or below, over
// every vertex of the linear programme: any criteria give all they have and
// then one gives a part to one receiver, or two receivers share what they gave.
func bruteFlip(weights, d []int, gap int) *big.Rat {
	var least *big.Rat
	try := func(x *big.Rat) {
		if least == nil || x.Cmp(least) < 0 {
			least = x
		}
	}
	for given := range 1 << len(d) {
		moved, left := 0, gap
		for k := range d {
			if given>>k&1 == 1 {
				moved += weights[k]
				left -= weights[k] * d[k]
			}
		}
		for to := range d {
			reached := left + moved*d[to]
			if reached <= 0 {
				try(new(big.Rat).SetInt64(int64(moved)))
				// Two receivers would do with no less moved.
				continue
			}
			for part := range d {
				if drop := d[part] - d[to]; given>>part&1 == 0 && drop > 0 && weights[part]*drop >= reached {
					x := big.NewRat(int64(reached), int64(drop))
					try(x.Add(x, new(big.Rat).SetInt64(int64(moved))))
				}
			}
		}
	}
	return least
}

func TestFlipIsTheOptimum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 2, 5, true)
		if len(in.Entries) < 2 || len(in.Criteria) == 0 {
			t.Skip("no pair")
		}
		r := Rank(in)
		f := r.Flip(0, 1)
		weights, d := make([]int, len(in.Criteria)), make([]int, len(in.Criteria))
		behind := false
		for k := range d {
			weights[k] = r.Table.Criteria[k].Weight
			d[k] = (int(r.Counts(0, k)) - int(r.Counts(1, k))) * r.work().fine / 2
			behind = behind || d[k] < 0
		}
		if f.Possible != behind {
			t.Fatalf("possible is %v, d is %v", f.Possible, d)
		}
		if !behind {
			return
		}
		want := bruteFlip(weights, d, f.Gap)
		if got := big.NewRat(f.Weight.Num, f.Weight.Den); got.Cmp(want) != 0 {
			t.Fatalf("greedy %v, brute force %v: weights %v, d %v", got, want, weights, d)
		}
		// The gifts are a move that can be made, and it levels the pair.
		sum, gap := new(big.Rat), new(big.Rat).SetInt64(int64(f.Gap))
		for _, g := range f.From {
			x := big.NewRat(g.Weight.Num, g.Weight.Den)
			if x.Cmp(new(big.Rat).SetInt64(int64(weights[g.Criterion]))) > 0 || x.Sign() < 0 {
				t.Fatalf("criterion %d gives %v of %d", g.Criterion, x, weights[g.Criterion])
			}
			sum.Add(sum, x)
			gap.Sub(gap, x.Mul(x, new(big.Rat).SetInt64(int64(d[g.Criterion]-d[f.To]))))
		}
		last := f.From[len(f.From)-1]
		gaveAll := big.NewRat(last.Weight.Num, last.Weight.Den).Cmp(new(big.Rat).SetInt64(int64(weights[last.Criterion]))) == 0
		if gaveAll == (f.Then == last.Criterion) || weights[f.Then] == 0 || d[f.Then] <= d[f.To] {
			t.Fatalf("criterion %d gives what puts B ahead: %+v, weights %v, d %v", f.Then, f, weights, d)
		}
		if sum.Cmp(want) != 0 || gap.Sign() != 0 {
			t.Fatalf("the gifts %v sum to %v and leave a gap of %v", f.From, sum, gap)
		}
	})
}

func TestPointsOfNoFlip(t *testing.T) {
	if got := (Points{}).String(); got != "0.0" {
		t.Errorf("the weight of a flip that is not possible prints %q", got)
	}
}
