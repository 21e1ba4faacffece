package rank

// Analysis is a ranking with every figure that this package computes about it,
// each of them once. Slices by place are in the order of Places.
type Analysis struct {
	Ranking

	Scored       Ranking  // of the same table with each missing score at what it counts as
	Ranges       []Range  // by place, under stress and whatever the missing scores
	Outer        []Range  // by place, those that no draw is outside of: see [Ranking.Outer]
	ScoredRanges []Range  // by place, under stress, of Scored; the places are the same
	Draws        Draws    // first-place shares and likely ranges
	Shares       []int    // by place, in whole percents; all 0 where there are no draws
	Flips        []Flip   // of each place and the next
	Leads        [][]Lead // of the same pairs
	Next         []int    // by place: the next one up; -1 where nobody stands above
	Rises        [][]Rise // by place: what would take it past that
	Loss         Flip     // the cheapest that costs the first place its rank, whoever takes it
	Losable      bool     // there is one
	Tiers        [][]int  // places
	ScoredTiers  [][]int  // places
	Acting       []int    // by criterion, in basis points; nil where all totals are equal
	Queue        []Missing
}

// Analyse ranks a table and computes all of its figures.
func Analyse(t Table) Analysis { return Rank(t).Analyse() }

// Analyse computes all figures of a ranking.
func (r Ranking) Analyse() Analysis {
	a := Analysis{
		Ranking: r, Ranges: r.Ranges(), Outer: r.Outer(), Draws: r.Draws(), Shares: r.Shares(), Flips: r.Flips(), Tiers: r.Tiers(),
		Acting: r.ActingWeights(), Queue: r.ResearchQueue(),
	}
	a.Scored, a.ScoredRanges, a.ScoredTiers = r, a.Ranges, a.Tiers
	if !r.Table.known() {
		a.Scored = Rank(r.Settled())
		a.ScoredRanges, a.ScoredTiers = a.Scored.Ranges(), a.Scored.Tiers()
	}
	a.Loss, a.Losable = r.Loss()
	for _, f := range a.Flips {
		a.Leads = append(a.Leads, r.Over(f.A, f.B))
	}
	for i := range r.Places {
		next, rises := r.Next(i), []Rise(nil)
		if next >= 0 {
			rises = r.ToPass(i, next)
		}
		a.Next, a.Rises = append(a.Next, next), append(a.Rises, rises)
	}
	return a
}

// Plain is the analysis as plain data: its figures without what the rankings keep
// between calls.
func (a Analysis) Plain() Analysis {
	a.Ranking, a.Scored = a.Ranking.Plain(), a.Scored.Plain()
	a.Draws.firsts, a.Draws.all = nil, 0
	return a
}

// known reports whether every score is known to the point, also on criteria
// without weight.
func (t Table) known() bool {
	for _, e := range t.Entries {
		for _, s := range e.Scores {
			if !s.Known() {
				return false
			}
		}
	}
	return true
}
