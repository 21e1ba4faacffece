package guide

// Estimates is on how many entries the score of a criterion is a range or not known.
func (g *Guide) Estimates(criterion int) int {
	n := 0
	for _, e := range g.Entries {
		if e.Scores[criterion].State != Exact {
			n++
		}
	}
	return n
}

// Estimated reports whether a criterion is an estimate: most of its scores are not
// known to the point.
func (g *Guide) Estimated(criterion int) bool { return 2*g.Estimates(criterion) > len(g.Entries) }
