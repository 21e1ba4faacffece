package report

import (
	"strconv"

	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// Ranks are how firm a place is, in figures: "1", "2–4".
type Ranks struct {
	Likely  string // from the 5th to the 95th percentile of the draws; empty where there are none
	Never   string // what it is never outside of: as Range, with scores as rough as their grain says
	Range   string // under stress, whatever the missing scores
	Scored  string // under stress, on the scores as published
	Unknown string // at the published weights, whatever the missing scores
	Share   string // how often it comes first, in percent; empty where there are no draws
	Known   string // the share of weight with a point score
}

func (c *compiler) ranks(at int) Ranks {
	p, likely, share := c.ranking.Places[at], "", ""
	if c.ranking.Draws.Made {
		likely, share = span(c.ranking.Draws.Likely[at]), strconv.Itoa(c.ranking.Shares[at])
	}
	return Ranks{
		Likely:  likely,
		Never:   span(c.ranking.Outer[at]),
		Range:   span(c.ranking.Ranges[at]),
		Scored:  span(c.ranking.ScoredRanges[at]),
		Unknown: span(rank.Range{Best: p.Best, Worst: p.Worst}),
		Share:   share,
		Known:   sentence.Percent(p.Completeness),
	}
}

// Mark is the ranks that a place keeps to under one of three allowances, the first the
// least: other weights alone, the draws, and all that is allowed for together.
type Mark struct {
	Name  string
	Range rank.Range
	Of    int           // how many places there are
	Words sentence.Text // "1st to 9th"
}

// marks leaves out what has not been allowed for: without stress no weight moves, and
// there are not always draws.
func (c *compiler) marks(at int) []Mark {
	var out []Mark
	add := func(name string, x rank.Range) {
		out = append(out, Mark{name, x, len(c.ranking.Places), sentence.Ranks(x)})
	}
	if len(c.ranking.Places) < 2 {
		return nil
	}
	if c.ranking.Table.Stress > 0 {
		add("Other weights", c.ranking.ScoredRanges[at])
	}
	if c.ranking.Draws.Made {
		add("Likely", c.ranking.Draws.Likely[at])
	}
	add("At worst", c.ranking.Outer[at])
	return out
}

func span(x rank.Range) string {
	if x.Best == x.Worst {
		return strconv.Itoa(x.Best)
	}
	return strconv.Itoa(x.Best) + "–" + strconv.Itoa(x.Worst)
}

// Neighbours is what would swap two places that follow each other.
type Neighbours struct {
	A, B      int           // indexes into Entries
	Unsettled bool          // missing scores can
	Weight    sentence.Text // how much moved weight does
	Flip      sentence.Text
	Ahead     sentence.Text // how the two stand to each other
	Over      sentence.Text // why one stands above the other
}

func (c *compiler) neighbours() []Neighbours {
	var out []Neighbours
	for _, f := range c.ranking.Flips {
		out = append(out, Neighbours{
			A: f.A, B: f.B, Unsettled: f.Unsettled, Weight: sentence.SwapWeight(c.ranking.Ranking, f, c.names),
			Flip:  sentence.Flip(c.ranking.Ranking, f, c.names),
			Ahead: sentence.Ahead(c.ranking.Ranking, f.A, f.B, c.names),
			Over:  sentence.Over(c.ranking.Ranking, f.A, f.B, c.names),
		})
	}
	return out
}

// Missing is a score that is worth finding out.
type Missing struct {
	Place               int    // whose it is
	Provider, Criterion string // names
	Now                 string
	Narrows             int // by how many ranks all ranges together
	Find                sentence.Text
}

func (c *compiler) queue() []Missing {
	var out []Missing
	all := c.ranking.Queue
	for i, m := range all {
		if i > 0 && m.Ranks == 0 {
			break // nor would any that follows narrow a range
		}
		out = append(out, Missing{
			Place: m.Place, Find: sentence.Find(c.ranking.Ranking, m, c.names),
			Provider: c.names.Provider(c.ranking.Places[m.Place].ID), Criterion: c.names.Criterion(c.ranking.Table.Criteria[m.Criterion].ID),
			Now: sentence.Hundredths(m.Score.Low) + "–" + sentence.Hundredths(m.Score.High), Narrows: m.Ranks,
		})
	}
	return out
}

// spread prints a share of the spread to a tenth of a point; it may be negative.
func spread(basisPoints int) string {
	if basisPoints < 0 {
		return "−" + spread(-basisPoints)
	}
	return sentence.Percent((basisPoints + 5) / 10 * 10)
}
