package table

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Freeze makes an edition of a guide as it stands, of its published ranking,
// with all that its page shows
// and all that is needed to compute it again. A score that is not covered is
// any score at all; plain turns a line of prose into plain text.
func Freeze(g *guide.Guide, r rank.Ranking, date guide.Date, plain func(guide.Inline) string) *guide.Edition {
	e := &guide.Edition{Date: date, Title: g.FullTitle(), Stress: g.Stress, Unknown: g.Unknown}
	for _, c := range g.Criteria {
		e.Criteria = append(e.Criteria, guide.EditionCriterion{ID: c.ID, Name: c.Name, Weight: c.Weight})
	}
	for _, p := range r.Places {
		entry := g.Entry(p.ID)
		x := guide.EditionEntry{Provider: p.ID, Name: entry.Provider.Name, Award: plain(entry.Award), Rank: p.Rank, Total: p.Total}
		for _, a := range entry.Scores {
			s := guide.EditionScore{Low: a.Low, High: a.High, Why: plain(a.Why)}
			if a.State == guide.NotCovered {
				s.Low, s.High = 0, guide.MaxScore
			}
			x.Scores = append(x.Scores, s)
		}
		e.Entries = append(e.Entries, x)
	}
	return e
}
