package dataset

import (
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report"
)

func method(g *report.Guide) Method {
	t := &g.Ranking.Table
	m := Method{
		Stress: t.Stress, StressPercent: guide.Weight(t.Stress).String(),
		Unknown: "midpoint", WeightSum: t.Whole(), Point: g.Ranking.Unit, Decimals: g.Ranking.Decimals,
		Grain: t.Grain, MinKnown: t.MinKnown, Draws: Draws{Made: g.Ranking.Draws.Made, Tail: rank.Tail},
	}
	if m.Draws.Made {
		m.Draws.Count = rank.DrawCount
	}
	if t.Unknown == rank.Low {
		m.Unknown = "low"
	}
	return m
}

func places(g *report.Guide) []Place {
	r := &g.Ranking
	out := make([]Place, len(r.Places))
	for i, p := range r.Places {
		e := &g.Entries[i]
		out[i] = Place{
			Provider: p.ID, Name: e.Name, Rank: p.Rank, Numeral: e.Numeral, Provisional: e.Provisional,
			Total: p.Total, Score: e.Score, TotalLow: p.Low, TotalHigh: p.High,
			Range: Range(r.Ranges[i]), RangeUnknown: Range{p.Best, p.Worst}, RangeSettled: Range(r.ScoredRanges[i]),
			RangeNever: Range(r.Outer[i]), Completeness: p.Completeness,
			Contributions: byCriterion(g, p.Contributions),
			ToPass:        toPass(g, i),
			Award:         report.Plain(e.Award), Audience: e.Audience,
			Sentence: strings.TrimSuffix(e.Firm.Range.String(), "."),
		}
		if r.Draws.Made {
			likely := Range(r.Draws.Likely[i])
			out[i].RangeLikely, out[i].Share = &likely, &r.Draws.Shares[i]
		}
		if out[i].Audience == nil {
			out[i].Audience = []string{}
		}
	}
	return out
}

func byCriterion(g *report.Guide, values []int) map[string]int {
	m := make(map[string]int, len(values))
	for k, v := range values {
		m[g.Criteria[k].ID] = v
	}
	return m
}

// toPass is nil for the first and those that tie with it.
func toPass(g *report.Guide, place int) *ToPass {
	r := &g.Ranking
	next := r.Next[place]
	if next < 0 {
		return nil
	}
	up := &ToPass{Provider: r.Places[next].ID, Gap: r.Places[next].Total - r.Places[place].Total}
	for _, rise := range r.Rises[place] {
		up.Rises = append(up.Rises, Rise{g.Criteria[rise.Criterion].ID, hundredths(rise.More), rise.Possible})
	}
	return up
}

func pairs(g *report.Guide) []Pair {
	out := []Pair{}
	for i, f := range g.Ranking.Flips {
		p := Pair{
			Above: g.Entries[f.A].Provider, Below: g.Entries[f.B].Provider, Gap: f.Gap,
			Contributions: map[string]int{},
			Unsettled:     f.Unsettled, Dominates: f.Dominates, Possible: f.Possible,
			Sentence: g.Neighbours[i].Flip.String(),
		}
		for _, lead := range g.Ranking.Leads[i] {
			p.Contributions[g.Criteria[lead.Criterion].ID] = lead.Gap
		}
		if f.Possible {
			p.Flip = &Flip{Weight: fraction(f.Weight), Printed: f.Weight.String(), From: []Gift{}, To: g.Criteria[f.To].ID}
			for _, gift := range f.From {
				p.Flip.From = append(p.Flip.From, Gift{g.Criteria[gift.Criterion].ID, fraction(gift.Weight)})
			}
		}
		out = append(out, p)
	}
	return out
}

func fraction(p rank.Points) Fraction { return Fraction{p.Num, p.Den} }

func tiers(g *report.Guide) [][]string {
	out := [][]string{}
	for _, tier := range g.Ranking.Tiers {
		ids := make([]string, len(tier))
		for i, place := range tier {
			ids[i] = g.Entries[place].Provider
		}
		out = append(out, ids)
	}
	return out
}

// actingWeights is nil where all totals are equal, and nothing acts.
func actingWeights(g *report.Guide) map[string]int {
	if g.Ranking.Acting == nil {
		return nil
	}
	return byCriterion(g, g.Ranking.Acting)
}

func researchQueue(g *report.Guide) []Missing {
	out := []Missing{}
	for _, m := range g.Ranking.Queue {
		out = append(out, Missing{
			Provider: g.Entries[m.Place].Provider, Criterion: g.Criteria[m.Criterion].ID,
			Low: m.Score.Low, High: m.Score.High, Ranks: m.Ranks, Spread: m.Spread,
		})
	}
	return out
}
