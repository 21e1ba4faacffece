package report

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// Pair is two providers side by side. A stands before B in the guide's order.
type Pair struct {
	A, B    int           // indexes into Entries
	Verdict sentence.Text // who leads, by how much, and on what
	Turn    sentence.Text // whether that can turn round
	Over    sentence.Text // why A stands above B
	Flip    sentence.Text // what would turn them round
	Lead    string        // the finding
	Gap     int           // of the totals
	Gaps    []int         // by criterion
	Leads   []rank.Lead   // the same, the greatest first
	Missing bool          // a score of the two is not known to the point
}

func (c *compiler) pair(first, second string) Pair {
	r := c.ranking
	a, b := r.Find(first), r.Find(second)
	if b < a {
		a, b = b, a
	}
	pa, pb, flip := r.Places[a], r.Places[b], r.Flip(a, b)
	out := Pair{
		A: a, B: b,
		Verdict: sentence.Said("verdict", sentence.Verdict(r.Ranking, a, b, c.names)),
		Turn:    sentence.Said("turn", sentence.Turn(r.Ranking, flip, c.names)),
		Over:    sentence.Said("over", sentence.Over(r.Ranking, a, b, c.names)),
		Flip:    sentence.Said("flip", sentence.Flip(r.Ranking, flip, c.names)),
		Lead:    sentence.Lead(r.Ranking, pa, pb, c.names),
		Gap:     pa.Total - pb.Total,
		Leads:   r.Over(a, b),
		Missing: min(pa.Completeness, pb.Completeness) < rank.FullWeight,
	}
	for k := range pa.Contributions {
		out.Gaps = append(out.Gaps, pa.Contributions[k]-pb.Contributions[k])
	}
	return out
}

// Points prints weight times score exactly, out of 10: up to six decimals.
func Points(n int) string { return guide.Figure(n).String() }

// Signed prints a gap with its sign: "+0.45", "−0.1", "0".
func Signed(n int) string {
	switch {
	case n > 0:
		return "+" + Points(n)
	case n < 0:
		return "−" + Points(-n)
	}
	return "0"
}
