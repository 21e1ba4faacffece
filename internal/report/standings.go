package report

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// Standings is an order of the guide's providers other than the published one,
// with what moved.
type Standings struct {
	Before string // heads the column of ranks in the guide
	Moves  bool   // it weighs in another way, so that ranks may move
	Serves bool   // it leaves some out, so that it matters where each serves
	Rows   []Standing
}

// Standing is a place of it.
type Standing struct {
	Place
	Before  int           // its rank in the guide; where ranks may move, among those that are listed
	Moved   sentence.Text // "up 2"; empty where it has not
	Regions string        // with the note on eligibility
	Marks   string        // of the regions that are required, those that it does not name; empty where it names all
}

// standings sets a ranking against the published one. A table with other
// weights may move ranks; where it leaves providers out, too, they move because
// those above are gone, so it is compared with the published order of those that
// are left.
func (c *compiler) standings(other rank.Ranking, moves bool) Standings {
	s := Standings{Before: "In the guide", Moves: moves, Serves: len(other.Places) < len(c.published.Places)}
	if moves && s.Serves {
		s.Before = "In the guide, among these"
	}
	for _, p := range other.Places {
		e := c.g.Entry(p.ID)
		row := Standing{
			Place:   c.place(other, p),
			Before:  c.publishedRank(p.ID, func(id string) bool { return !moves || other.Find(id) >= 0 }),
			Regions: regionWords(e.Regions, e.RegionsNote),
		}
		if row.Before != p.Rank {
			row.Moved = sentence.Shift(row.Before, p.Rank)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// publishedRank is a provider's rank in the guide among those that count.
func (c *compiler) publishedRank(provider string, counts func(id string) bool) int {
	own := c.published.Places[c.published.Find(provider)].Total
	rank := 1
	for _, p := range c.published.Places {
		if p.Total > own && counts(p.ID) {
			rank++
		}
	}
	return rank
}

// Lens is the guide under other weights.
type Lens struct {
	ID        string
	Name      string
	About     guide.Inline
	Weights   []guide.Weight // one per criterion
	Parts     []int          // the same in parts of their sum; nil where it states percentages
	Weighs    []string       // the same in words
	Rests     sentence.Text  // on which estimates it gives more weight to; empty for none
	Leader    sentence.Text
	Moves     sentence.Text // who moves
	Farthest  sentence.Text // the finding: who moves most; empty where nobody moves
	Standings Standings
}

// rests says which estimates weigh more in other weights than in the guide's.
func (c *compiler) rests(exact []guide.Weight) sentence.Text {
	own := c.g.Exact()
	sum := func(weights []guide.Weight) (n guide.Weight) {
		for _, w := range weights {
			n += w
		}
		return n
	}
	var out []sentence.Text
	for k, w := range exact {
		if c.g.Estimated(k) && w*sum(own) > own[k]*sum(exact) {
			out = append(out, sentence.Estimate(c.g.Criteria[k].Name, c.g.Estimates(k), len(c.g.Entries)))
		}
	}
	return sentence.Rests(out)
}

func (c *compiler) lens(l *guide.Lens) Lens {
	other := c.other(table.Lens(c.g, l))
	return Lens{
		ID: l.ID, Name: l.Name, About: l.About, Weights: l.Weights, Parts: l.Parts, Weighs: Weighs(l.Exact()),
		Rests:     c.rests(l.Exact()),
		Leader:    sentence.Leader(other, c.published, c.names),
		Moves:     sentence.Shifts(c.published, other, c.names),
		Farthest:  sentence.Farthest(c.published, other, c.names),
		Standings: c.standings(other, true),
	}
}
