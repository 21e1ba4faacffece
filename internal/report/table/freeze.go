package table

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Freeze makes an edition of a guide as it stands, of its published ranking,
// with all that its page shows, all that is needed to compute it again, and the
// facts that readers are told. A score that is not checked is any that its criterion
// reaches; plain turns prose into plain text on one line.
func Freeze(g *guide.Guide, r rank.Ranking, date guide.Date, plain func(guide.Inline) string) *guide.Edition {
	e := &guide.Edition{Date: date, Title: g.FullTitle(), Stress: g.Stress, Unknown: g.Unknown, Grain: g.Grain, MinKnown: g.MinKnown}
	for _, c := range g.Criteria {
		e.Criteria = append(e.Criteria, guide.EditionCriterion{ID: c.ID, Name: c.Name, Weight: c.Weight, Parts: c.Parts})
	}
	freezeFacts(e, g, plain)
	for place, p := range r.Places {
		entry := g.Entry(p.ID)
		x := guide.EditionEntry{Provider: p.ID, Name: entry.Provider.Name, Award: plain(entry.Award), Rank: p.Rank, Total: EditionTotal(r, place)}
		for k, a := range entry.Scores {
			s := guide.EditionScore{Low: a.Low, High: a.High, Why: plain(a.Why)}
			if a.State == guide.NotCovered {
				s.Low, s.High = g.Criteria[k].Reach()
			} else if g.Criteria[k].Measured() {
				s.Figure = a.Measure(g.Criteria[k].Unit)
			}
			x.Scores = append(x.Scores, s)
		}
		x.Facts = factsOf(g, entry, plain)
		e.Entries = append(e.Entries, x)
	}
	return e
}

// EditionTotal is the total in a place as editions keep it: the sum of weight
// times half-hundredths.
func EditionTotal(r rank.Ranking, place int) int {
	return r.Places[place].Total * (2 * rank.MaxScore / 10 * r.Table.Whole()) / r.Unit
}
