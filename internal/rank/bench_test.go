package rank

import "testing"

// The budget, for 10 entries and 6 criteria on one core: all but the draws in
// 60 microseconds, the draws in 12 milliseconds.

func BenchmarkRank(b *testing.B) {
	in := field(1, 10, 6)
	for b.Loop() {
		Rank(in)
	}
}

func BenchmarkAllButDraws(b *testing.B) {
	in := field(1, 10, 6)
	for b.Loop() {
		r := Rank(in)
		r.Ranges()
		r.Outer()
		r.Flips()
		r.Loss()
		r.ActingWeights()
		r.Tiers()
		r.ResearchQueue()
		for i := 1; i < len(r.Places); i++ {
			r.Over(i-1, i)
			r.Needed(i-1, i)
			if up := r.Next(i); up >= 0 {
				r.ToPass(i, up)
			}
		}
	}
}

func BenchmarkRanges(b *testing.B) {
	r := Rank(field(1, 10, 6))
	for b.Loop() {
		r.Ranges()
	}
}

func BenchmarkResearchQueue(b *testing.B) {
	r := Rank(field(1, 10, 6))
	for b.Loop() {
		r.ResearchQueue()
	}
}

func BenchmarkDraws(b *testing.B) {
	in := field(1, 10, 6)
	in.Grain = 25
	r := Rank(in)
	for b.Loop() {
		r.draw()
	}
}

func BenchmarkCompare(b *testing.B) {
	before, after := field(1, 10, 6), field(2, 10, 6)
	for b.Loop() {
		Compare(before, after)
	}
}

func BenchmarkRankOf500(b *testing.B) {
	in := field(1, 500, 6)
	for b.Loop() {
		Rank(in)
	}
}
