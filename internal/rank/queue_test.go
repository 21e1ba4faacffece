package rank

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestResearchQueue(t *testing.T) {
	weights := []int{5000, 3000, 2000}
	in := table(0, weights,
		points(900, 900, 900),
		[]Interval{at(600), {0, 1000}, at(600)}, // 420 to 720 hundredths: may pass e2
		points(500, 500, 500),
		[]Interval{at(100), at(100), {0, 1000}}, // 80 to 280: passes nobody
	)
	r := Rank(in)
	want := []Missing{
		{Place: 1, Criterion: 1, Score: Interval{0, 1000}, Ranks: 2, Spread: 3_000_000}, // e1 and e2 come apart
		{Place: 3, Criterion: 2, Score: Interval{0, 1000}, Ranks: 0, Spread: 2_000_000},
	}
	if got := r.ResearchQueue(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := Rank(table(0, weights, points(1, 2, 3))).ResearchQueue(); len(got) != 0 {
		t.Errorf("nothing is missing, but the queue is %v", got)
	}
}

// Ranks is what the ranges really lose when the score is filled in.
func TestResearchQueueCountsRanks(t *testing.T) {
	width := func(ranges []Range) (sum int) {
		for _, x := range ranges {
			sum += x.Worst - x.Best
		}
		return sum
	}
	rapid.Check(t, func(t *rapid.T) {
		r := Rank(drawTable(t, 6, 4, true))
		before := width(r.Ranges())
		queue := r.ResearchQueue()
		unknown := 0
		for i := range r.Places {
			for _, s := range scoresOf(r, i) {
				if !s.Known() {
					unknown++
				}
			}
		}
		if len(queue) != unknown {
			t.Fatalf("%d scores are missing, %d in the queue", unknown, len(queue))
		}
		for i, m := range queue {
			found := r.Table.normalized()
			row := r.Places[m.Place].Row
			counts := r.Counts(m.Place, m.Criterion)
			if counts%2 != 0 {
				continue // no score is what it counts as
			}
			found.Entries[row].Scores[m.Criterion] = at(int(counts) / 2)
			if got := before - width(Rank(found).Ranges()); got != m.Ranks || got < 0 {
				t.Fatalf("%+v: the ranges narrow by %d", m, got)
			}
			if i > 0 && queue[i-1].Ranks < m.Ranks {
				t.Fatalf("the queue is not in order: %+v", queue)
			}
		}
	})
}
