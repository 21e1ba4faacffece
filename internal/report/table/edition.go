package table

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Edition is the table of a frozen ranking: the figures of its time. The
// entries stand as the edition has them, which changes nothing in a ranking.
func Edition(e *guide.Edition) rank.Table {
	t := rank.Table{
		Criteria: make([]rank.Criterion, len(e.Criteria)),
		Entries:  make([]rank.Entry, len(e.Entries)),
		Stress:   int(e.Stress),
		Unknown:  rank.Midpoint,
		Grain:    int(e.Grain),
		MinKnown: int(e.MinKnown),
	}
	if e.Unknown == guide.Low {
		t.Unknown = rank.Low
	}
	for k, c := range e.Criteria {
		t.Criteria[k] = rank.Criterion{ID: c.ID, Weight: int(c.Weight)}
		if c.Parts > 0 {
			t.Criteria[k].Weight = c.Parts
		}
	}
	for i, x := range e.Entries {
		scores := make([]rank.Interval, len(x.Scores))
		for k, s := range x.Scores {
			scores[k] = rank.Interval{Low: int(s.Low), High: int(s.High)}
		}
		t.Entries[i] = rank.Entry{ID: x.Provider, Scores: scores}
	}
	return t
}
