package rank

// Settled returns the ranking's table with each missing score at what it counts
// as in the published order. Its totals and ranks are the same; its ranges show
// what the weights alone can move. That is said beside the scores, which stay as
// they are, since half a hundredth is no score.
func (r Ranking) Settled() Table {
	t := r.Table
	t.Settled = true
	return t
}
