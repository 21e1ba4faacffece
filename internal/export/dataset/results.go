package dataset

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// results states what a ranking comes to.
type results struct {
	g     *guide.Guide
	r     rank.Ranking
	names sentence.Names
	plain func(guide.Inline) string
}

func (out results) method() Method {
	m := Method{
		Stress: out.r.Table.Stress, StressPercent: guide.Weight(out.r.Table.Stress).String(),
		Unknown: "midpoint", Point: out.r.Unit, Decimals: out.r.Decimals,
	}
	if out.r.Table.Unknown == rank.Low {
		m.Unknown = "low"
	}
	return m
}

func (out results) places() []Place {
	r := out.r
	ranges, settled, shares := r.Ranges(), rank.Rank(r.Settled()).Ranges(), r.Shares()
	places := make([]Place, len(r.Places))
	for i, p := range r.Places {
		e := out.g.Entry(p.ID)
		places[i] = Place{
			Provider: p.ID, Name: e.Provider.Name, Rank: p.Rank,
			Total: p.Total, Score: r.Print(p.Total), TotalLow: p.Low, TotalHigh: p.High,
			Range: Range(ranges[i]), RangeUnknown: Range{p.Best, p.Worst}, RangeSettled: Range(settled[i]),
			Completeness: p.Completeness, Share: shares[i],
			Contributions: out.byCriterion(p.Contributions),
			ToPass:        out.toPass(i),
			Award:         out.plain(e.Award), Audience: e.Audience,
			Sentence: sentence.Range(r, i, ranges[i]),
		}
		if places[i].Audience == nil {
			places[i].Audience = []string{}
		}
	}
	return places
}

func (out results) criterion(k int) string { return out.r.Table.Criteria[k].ID }

func (out results) byCriterion(values []int) map[string]int {
	m := make(map[string]int, len(values))
	for k, v := range values {
		m[out.criterion(k)] = v
	}
	return m
}

// toPass is nil for the first and those that tie with it.
func (out results) toPass(place int) *ToPass {
	next := out.r.Next(place)
	if next < 0 {
		return nil
	}
	up := &ToPass{Provider: out.r.Places[next].ID, Gap: out.r.Places[next].Total - out.r.Places[place].Total}
	for _, rise := range out.r.ToPass(place, next) {
		up.Rises = append(up.Rises, Rise{out.criterion(rise.Criterion), hundredths(rise.More), rise.Possible})
	}
	return up
}

func (out results) pairs() []Pair {
	pairs := []Pair{}
	for _, f := range out.r.Flips() {
		p := Pair{
			Above: out.r.Places[f.A].ID, Below: out.r.Places[f.B].ID, Gap: f.Gap,
			Contributions: map[string]int{},
			Unsettled:     f.Unsettled, Dominates: f.Dominates, Possible: f.Possible,
			Sentence: sentence.Flip(out.r, f, out.names),
		}
		for _, lead := range out.r.Over(f.A, f.B) {
			p.Contributions[out.criterion(lead.Criterion)] = lead.Gap
		}
		if f.Possible {
			p.Flip = &Flip{Weight: fraction(f.Weight), Printed: f.Weight.String(), From: []Gift{}, To: out.criterion(f.To)}
			for _, gift := range f.From {
				p.Flip.From = append(p.Flip.From, Gift{out.criterion(gift.Criterion), fraction(gift.Weight)})
			}
		}
		pairs = append(pairs, p)
	}
	return pairs
}

func fraction(p rank.Points) Fraction { return Fraction{p.Num, p.Den} }

func (out results) tiers() [][]string {
	tiers := [][]string{}
	for _, tier := range out.r.Tiers() {
		ids := make([]string, len(tier))
		for i, place := range tier {
			ids[i] = out.r.Places[place].ID
		}
		tiers = append(tiers, ids)
	}
	return tiers
}

// actingWeights is nil where all totals are equal, and nothing acts.
func (out results) actingWeights() map[string]int {
	weights := out.r.ActingWeights()
	if weights == nil {
		return nil
	}
	return out.byCriterion(weights)
}

func (out results) researchQueue() []Missing {
	queue := []Missing{}
	for _, m := range out.r.ResearchQueue() {
		queue = append(queue, Missing{
			Provider: out.r.Places[m.Place].ID, Criterion: out.criterion(m.Criterion),
			Low: m.Score.Low, High: m.Score.High, Ranks: m.Ranks, Spread: m.Spread,
		})
	}
	return queue
}
