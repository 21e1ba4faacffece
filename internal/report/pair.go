package report

import (
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
	"strings"
)

// Pair is two providers side by side. A stands before B in the guide's order.
type Pair struct {
	A, B    int           // indexes into Entries
	Verdict sentence.Text // who leads, by how much, and on what
	Swaps   sentence.Text // whether that can change
	Over    sentence.Text // why A stands above B
	Flip    sentence.Text // what would swap them
	Lead    sentence.Text // the finding
	Gap     string        // of the totals, with its sign
	Gaps    []string      // by criterion
	Steps   []Step        // the same, the greatest first, without those that are level
	Missing bool          // a score of the two is not known to the point
}

func (c *compiler) pair(first, second string) Pair {
	r := c.ranking
	a, b := c.at[first], c.at[second]
	if b < a {
		a, b = b, a
	}
	pa, pb, flip := r.Places[a], r.Places[b], r.Flip(a, b)
	out := Pair{
		A: a, B: b,
		Verdict: sentence.Verdict(r.Ranking, a, b, c.names),
		Swaps:   sentence.Swaps(r.Ranking, flip, c.names),
		Over:    sentence.Over(r.Ranking, a, b, c.names),
		Flip:    sentence.Flip(r.Ranking, flip, c.names),
		Lead:    sentence.Lead(r.Ranking, a, b, c.names),
		Gap:     signed(r.Ranking, pa.Total-pb.Total),
		Missing: min(pa.Completeness, pb.Completeness) < rank.FullWeight,
	}
	for k := range pa.Contributions {
		out.Gaps = append(out.Gaps, signed(r.Ranking, pa.Contributions[k]-pb.Contributions[k]))
	}
	for _, l := range r.Over(a, b) {
		if l.Gap != 0 {
			out.Steps = append(out.Steps, Step{Criterion: l.Criterion, Gap: r.Millionths(l.Gap), Points: signed(r.Ranking, l.Gap)})
		}
	}
	return out
}

// Step is what one criterion does for a gap.
type Step struct {
	Criterion int
	Gap       int    // in millionths of a point: how long to draw it
	Points    string // the same in print
}

// points prints weight times score out of 10, as exactly as decimals can.
func points(r rank.Ranking, n int) string { return strings.TrimSuffix(r.Exact(n), ".0") }

// signed prints a gap with its sign: "+0.45", "−0.1", "0".
func signed(r rank.Ranking, n int) string {
	switch {
	case n > 0:
		return "+" + points(r, n)
	case n < 0:
		return "−" + points(r, -n)
	}
	return "0"
}
