package rank

import "testing"

// The budget, for 10 entries and 6 criteria on one core: all but the shares in
// 50 microseconds, the shares in a millisecond.

func BenchmarkRank(b *testing.B) {
	in := field(1, 10, 6)
	for b.Loop() {
		Rank(in)
	}
}

func BenchmarkAllButShares(b *testing.B) {
	in := field(1, 10, 6)
	for b.Loop() {
		r := Rank(in)
		r.Ranges()
		r.Flips()
		r.ActingWeights()
		r.Tiers()
		r.ResearchQueue()
		for i := 1; i < len(r.Places); i++ {
			r.Over(i-1, i)
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

func BenchmarkShares(b *testing.B) {
	r := Rank(field(1, 10, 6))
	for b.Loop() {
		r.Shares()
	}
}

func BenchmarkSimplexPoints(b *testing.B) {
	for b.Loop() {
		simplexSets.Delete(6)
		simplexPoints(6)
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
