package rank

// Settled returns the ranking's table with each missing score at what it counts
// as in the published order. Its totals and ranks are the same; its ranges show
// what the weights alone can move.
func (r Ranking) Settled() Table {
	t := r.Table
	t.Entries = make([]Entry, len(r.Table.Entries))
	for i, e := range r.Table.Entries {
		scores := make([]Interval, len(e.Scores))
		for k, s := range e.Scores {
			p := s.Published(r.Table.Unknown)
			scores[k] = Interval{Low: p, High: p}
		}
		t.Entries[i] = Entry{ID: e.ID, Scores: scores}
	}
	return t
}
