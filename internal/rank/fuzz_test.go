package rank

import (
	"fmt"
	"reflect"
	"testing"
)

// decode makes a table of any bytes, broken ones too: rows too short or too
// long, scores and weights out of bounds, ids that occur twice.
func decode(data []byte) Table {
	next := func() int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(int8(b))
	}
	var t Table
	criteria, entries := next()&7, next()&7
	t.Stress, t.Unknown = next()*100, Unknown(next()&3)
	for k := range criteria {
		t.Criteria = append(t.Criteria, Criterion{ID: fmt.Sprintf("k%d", k&^(next()&1)), Weight: next() * 100})
	}
	for range entries {
		e := Entry{ID: fmt.Sprintf("e%d", next()&15)}
		for range max(criteria+min(next()&7, 1)-next()&1, 0) {
			low := next() * 10
			high := low
			if next()&3 == 0 {
				high = next() * 10
			}
			e.Scores = append(e.Scores, Interval{low, high})
		}
		t.Entries = append(t.Entries, e)
	}
	return t
}

func FuzzRank(f *testing.F) {
	f.Add([]byte{}, []byte{})
	f.Add([]byte{3, 3, 10, 0, 0, 50, 0, 30, 0, 20, 1, 0, 0, 50, 1, 60, 1, 70, 1, 2, 0, 0, 80, 1, 40, 1, 20, 1}, []byte{1, 1})
	f.Add([]byte("two entries of the same name, and whatever follows"), []byte("another table altogether"))
	f.Add([]byte{7, 7, 127, 1, 255, 128, 255, 128, 0, 127, 1, 1, 1, 1, 0, 0, 9, 9, 9}, []byte{0, 5, 5, 5, 5})
	f.Fuzz(func(t *testing.T, data, other []byte) {
		in, next := decode(data), decode(other)
		r := Rank(in)
		if len(r.Places) != len(in.Entries) {
			t.Fatalf("%d places for %d entries", len(r.Places), len(in.Entries))
		}
		for i, p := range r.Places {
			if p.Low > p.Total || p.Total > p.High || p.Best > p.Rank || p.Rank > p.Worst || p.Best < 1 || p.Worst > len(r.Places) {
				t.Fatalf("place %d does not hang together: %+v", i, p)
			}
			if i > 0 && (r.Places[i-1].Total < p.Total || r.Places[i-1].Rank > p.Rank) {
				t.Fatalf("place %d is out of order: %+v", i, r.Places)
			}
			r.Next(i)
			_ = r.Print(p.Total) + r.Exact(p.Low)
		}
		for i, x := range r.Ranges() {
			if !x.Holds(r.Places[i].Rank) || !x.Holds(r.Places[i].Best) || !x.Holds(r.Places[i].Worst) {
				t.Fatalf("range %v of %+v", x, r.Places[i])
			}
		}
		for _, flip := range r.Flips() {
			if flip.Possible && (flip.Weight.Den < 1 || flip.Weight.Num < 0) {
				t.Fatalf("flip %+v", flip)
			}
			_ = r.Over(flip.A, flip.B)
			_ = r.ToPass(flip.B, flip.A)
		}
		if len(data)%8 == 0 { // draws are slow
			checkDraws(t, r)
		}
		r.ActingWeights()
		r.Tiers()
		r.ResearchQueue()
		if again := Rank(r.Table); !reflect.DeepEqual(again.Table, r.Table) || !reflect.DeepEqual(again.Places, r.Places) {
			t.Fatal("a table that was put right is changed again")
		}
		Compare(in, next)
	})
}

func checkDraws(t *testing.T, r Ranking) {
	drawn := r.Draws()
	if !drawn.Made {
		return
	}
	sum := 0
	for i, share := range drawn.Shares {
		sum += share
		if x := drawn.Likely[i]; x.Best < 1 || x.Worst < x.Best || x.Worst > len(r.Places) {
			t.Fatalf("likely %v", x)
		}
	}
	if len(r.Places) > 0 && sum != 100 {
		t.Fatalf("shares sum to %d", sum)
	}
}
