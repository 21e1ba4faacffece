package rank

// Rise is how much higher an entry must score on one criterion to pass
// another, all else staying as it is.
type Rise struct {
	Criterion int
	Counts    Half // what its score counts as now
	Needs     int  // the least score, in hundredths, with which it passes; 0 where the criterion has no weight
	More      Half // by how much that is higher; 0 where the criterion has no weight
	Possible  bool // the score stays within what the criterion can reach
}

// ToPass returns, by criterion, what the entry in place b needs to get ahead
// of the one in place a, which has at least its total: the least score of two
// decimals that lies more than D / w_k above what it counts as, where D is the gap
// between their totals. Where that is in whole hundredths, they are floor(D / w_k)
// + 1 more.
func (r Ranking) ToPass(b, a int) []Rise {
	gap := max(r.Places[a].Total-r.Places[b].Total, 0)
	w, out := r.work(), make([]Rise, len(r.Table.Criteria))
	for k, c := range r.Table.Criteria {
		out[k] = Rise{Criterion: k, Counts: r.Counts(b, k)}
		if c.Weight > 0 {
			out[k].Needs = (gap+c.Weight*w.rows[b][k].counts)/(c.Weight*w.fine) + 1
			out[k].More = Half(2*out[k].Needs) - out[k].Counts
			out[k].Possible = out[k].Needs <= c.reach().High
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
