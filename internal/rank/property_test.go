package rank

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// figures is everything that a ranking says, by id instead of by index.
type figures struct {
	places    []Place
	decimals  int
	parts     []map[string]int // contributions
	ranges    []Range
	tiers     [][]int
	shares    []int
	likely    []Range
	outer     []Range
	loss      int
	needed    [][]string
	acting    map[string]int
	flips     []Flip
	flipIDs   [][]string
	over      [][]string
	queue     []Missing
	queueIDs  []string
	neighbour []map[string]Rise
}

func everything(r Ranking) figures {
	id := func(k int) string {
		if k < 0 {
			return ""
		}
		return r.Table.Criteria[k].ID
	}
	f := figures{decimals: r.Decimals, ranges: r.Ranges(), tiers: r.Tiers(), shares: r.Draws().Shares, likely: r.Draws().Likely, outer: r.Outer(),
		acting: map[string]int{}, flips: r.Flips(), queue: r.ResearchQueue()}
	for _, p := range r.Places {
		parts := map[string]int{}
		for k, c := range p.Contributions {
			parts[id(k)] = c
		}
		f.parts = append(f.parts, parts)
		p.Row, p.Contributions = 0, nil
		f.places = append(f.places, p)
	}
	for k, w := range r.ActingWeights() {
		f.acting[id(k)] = w
	}
	if loss, possible := r.Loss(); possible {
		f.loss = loss.B
	}
	for i := range f.flips {
		var needed []string
		for _, n := range r.Needed(i, i+1) {
			needed = append(needed, r.Places[n.Place].ID+" "+id(n.Criterion))
		}
		f.needed = append(f.needed, needed)
		ids := []string{id(f.flips[i].To), id(f.flips[i].Then)}
		for j := range f.flips[i].From {
			ids = append(ids, id(f.flips[i].From[j].Criterion))
			f.flips[i].From[j].Criterion = 0
		}
		f.flips[i].To, f.flips[i].Then = 0, 0
		f.flipIDs = append(f.flipIDs, ids)
		var leads []string
		for _, l := range r.Over(i, i+1) {
			leads = append(leads, id(l.Criterion))
		}
		f.over = append(f.over, leads)
		rises := map[string]Rise{}
		for _, rise := range r.ToPass(i+1, i) {
			k := id(rise.Criterion)
			rise.Criterion = 0
			rises[k] = rise
		}
		f.neighbour = append(f.neighbour, rises)
	}
	for i := range f.queue {
		f.queueIDs = append(f.queueIDs, id(f.queue[i].Criterion))
		f.queue[i].Criterion = 0
	}
	return f
}

// shuffled permutes entries and criteria.
func shuffled(t *rapid.T, in Table) Table {
	order := make([]int, len(in.Criteria))
	for k := range order {
		order[k] = k
	}
	order = rapid.Permutation(order).Draw(t, "criteria order")
	out := in
	out.Criteria = nil
	for _, k := range order {
		out.Criteria = append(out.Criteria, in.Criteria[k])
	}
	out.Entries = nil
	for _, e := range rapid.Permutation(in.Entries).Draw(t, "entries order") {
		row := make([]Interval, 0, len(order))
		for _, k := range order {
			row = append(row, e.Scores[k])
		}
		out.Entries = append(out.Entries, Entry{e.ID, row})
	}
	return out
}

func TestPermutingChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 7, 6, true)
		a, b := everything(Rank(in)), everything(Rank(shuffled(t, in)))
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("got\n%+v\nafter permuting\n%+v", a, b)
		}
		other := drawTable(t, 7, 6, true)
		if x, y := Compare(in, other), Compare(shuffled(t, in), shuffled(t, other)); !reflect.DeepEqual(x, y) {
			t.Fatalf("compared\n%+v\nafter permuting\n%+v", x, y)
		}
	})
}

func TestAddingAnEntryChangesNoTotalAndNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 7, 5, true)
		before := Rank(in)
		row := make([]Interval, len(in.Criteria))
		for k := range row {
			row[k] = drawScore(t, true)
		}
		in.Entries = append(slices.Clone(in.Entries), Entry{"new", row})
		with := Rank(in)
		after := with.Standings()
		after = slices.DeleteFunc(after, func(s Standing) bool { return s.ID == "new" })
		if len(after) != len(before.Places) {
			t.Fatalf("%d entries are left of %d", len(after), len(before.Places))
		}
		for i, p := range before.Places {
			if after[i].ID != p.ID || after[i].Total*before.Unit != p.Total*with.Unit || after[i].Rank < p.Rank || after[i].Rank > p.Rank+1 {
				t.Fatalf("place %d: %+v, was %+v", i, after[i], p)
			}
		}
	})
}

func TestTheDominatedNeverPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 6, 5, true)
		if len(in.Entries) == 0 {
			t.Skip("nobody")
		}
		// One more entry that is nowhere above the first, under any weights.
		top := in.Entries[0]
		row := make([]Interval, len(top.Scores))
		for k, s := range top.Scores {
			low := rapid.IntRange(0, s.Low).Draw(t, "low")
			row[k] = Interval{low, rapid.IntRange(low, s.Low).Draw(t, "high")}
		}
		in.Entries = append(slices.Clone(in.Entries), Entry{"lesser", row})
		r := Rank(in)
		a, b := r.Find(top.ID), r.Find("lesser")
		if r.Places[a].Rank > r.Places[b].Rank {
			t.Fatalf("%+v stands behind %+v", r.Places[a], r.Places[b])
		}
		if gap := r.GreatestGap(b, a); gap > 0 {
			t.Fatalf("the lesser gets ahead by %d", gap)
		}
		if r.Places[a].Total > r.Places[b].Total {
			if f := r.Flip(a, b); f.Possible || !f.Dominates || f.Unsettled {
				t.Fatalf("the pair can be flipped: %+v", f)
			}
		}
	})
}

func TestRangesWithoutStressAreThoseFromUnknowns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 8, 5, rapid.Bool().Draw(t, "with unknowns"))
		in.Stress = 0
		r := Rank(in)
		for i, x := range r.Ranges() {
			p := r.Places[i]
			if x.Best != p.Best || x.Worst != p.Worst {
				t.Fatalf("%s ranges over %v without stress, over %d to %d from unknowns", p.ID, x, p.Best, p.Worst)
			}
			if known := p.Low == p.High; known && allKnown(r) && (x.Best != p.Rank || x.Worst != p.Rank) {
				t.Fatalf("%s is ranked %d and ranges over %v with nothing unknown", p.ID, p.Rank, x)
			}
		}
	})
}

func allKnown(r Ranking) bool {
	for i := range r.Places {
		for _, s := range scoresOf(r, i) {
			if !s.Known() {
				return false
			}
		}
	}
	return true
}

func TestRangesWidenWithStressAndHoldTheRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawTable(t, 7, 5, true)
		narrow := Rank(in)
		in.Stress += rapid.IntRange(0, 3000).Draw(t, "more")
		wide := Rank(in)
		for i, x := range narrow.Ranges() {
			y := wide.Ranges()[i]
			if y.Best > x.Best || y.Worst < x.Worst {
				t.Fatalf("%v under %d, %v under %d", x, narrow.Table.Stress, y, in.Stress)
			}
			p := narrow.Places[i]
			if !x.Holds(p.Rank) || x.Best > p.Best || x.Worst < p.Worst {
				t.Fatalf("%v does not hold rank %d or the range from unknowns %d to %d", x, p.Rank, p.Best, p.Worst)
			}
		}
	})
}

// A flip inside the stress and a sure lead exclude each other.
func TestFlipsAgreeWithLeads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rank(drawTable(t, 5, 5, false))
		for _, f := range r.Flips() {
			inside := f.Possible && f.Weight.Within(r.Table.Stress)
			if least := r.LeastGap(f.A, f.B); inside != (least < 0) {
				t.Fatalf("flip %+v, least gap %d, stress %d", f, least, r.Table.Stress)
			}
		}
	})
}

func TestUnequalTotalsPrintUnequal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rank(drawTable(t, 8, 5, true))
		fewer := Ranking{Decimals: r.Decimals - 1, Unit: r.Unit}
		separated := true
		for i := 1; i < len(r.Places); i++ {
			a, b := r.Places[i-1].Total, r.Places[i].Total
			if (a == b) != (r.Print(a) == r.Print(b)) {
				t.Fatalf("%d and %d print as %s and %s", a, b, r.Print(a), r.Print(b))
			}
			separated = separated && (a == b) == (fewer.Print(a) == fewer.Print(b))
		}
		if r.Decimals > 1 && separated {
			t.Fatalf("%d decimals, but fewer would do", r.Decimals)
		}
	})
}
