package rank

// Rise is how much higher an entry must score on one criterion to pass
// another, all else staying as it is.
type Rise struct {
	Criterion int
	Score     int  // its published score now, in hundredths
	More      int  // hundredths more that it needs; 0 where the criterion has no weight
	Possible  bool // the score stays within 10
}

// ToPass returns, by criterion, what the entry in place b needs to get ahead
// of the one in place a, which has at least its total: floor(D / w_k) + 1
// hundredths, where D is the gap between their totals. Scores count as
// published.
func (r Ranking) ToPass(b, a int) []Rise {
	gap := max(r.Places[a].Total-r.Places[b].Total, 0)
	out := make([]Rise, len(r.Table.Criteria))
	for k, c := range r.Table.Criteria {
		out[k] = Rise{Criterion: k, Score: r.Score(b, k)}
		if c.Weight > 0 {
			out[k].More = gap/c.Weight + 1
			out[k].Possible = out[k].Score+out[k].More <= MaxScore
		}
	}
	return out
}

// Next returns the place of the next one up: the lowest entry with a greater
// total. It is -1 for the first and those that tie with it.
func (r Ranking) Next(place int) int {
	for up := place - 1; up >= 0; up-- {
		if r.Places[up].Total > r.Places[place].Total {
			return up
		}
	}
	return -1
}
