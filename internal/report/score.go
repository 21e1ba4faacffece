package report

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Score is an entry's score on one criterion.
type Score struct {
	State     guide.State
	Low, High guide.Score // the whole scale where nothing is known
	Counts    rank.Half   // what it counts as in the published order
	Adds      int         // weight times that, in millionths of a point: how long to draw it
	Points    string      // the same in print
	Cell      Cell
	Figures   [2]guide.Figure // the raw figures of a measured criterion, lowest first
	Measured  bool            // there are such figures
	From      bool            // the first is the least that it is
	AsOf      guide.Date      // when the figure held
	Figure    string          // the same in words: "12.5 bps"
	Why       guide.Inline
	Sources   []guide.Source
	Published bool // false: the provider does not publish it
}

// Cell says a score in a table: a number, a range, or why there is none. Shade
// is 0 to 6 and says no more than Text; it is -1 where no figure is known.
type Cell struct {
	Text   string
	Shade  int
	Range  bool   // it lies somewhere between two figures
	Figure string // the raw figure of a measured criterion, to stand beside the score
	Sorts  string // what the score counts as, for a script that sorts; only beside a figure
}

// Words is the cell on one line: "7.34 ($1,199)".
func (c Cell) Words() string {
	if c.Figure == "" {
		return c.Text
	}
	return c.Text + " (" + c.Figure + ")"
}

func (c *compiler) score(e *guide.Entry, k int, p rank.Place) Score {
	a, criterion := &e.Scores[k], &c.g.Criteria[k]
	row := c.ranking.Table.Entries[p.Row].Scores[k]
	out := Score{
		State: a.State, Low: guide.Score(row.Low), High: guide.Score(row.High),
		Counts: row.Counts(c.ranking.Table.Unknown), Adds: c.ranking.Millionths(p.Contributions[k]), Points: points(c.ranking.Ranking, p.Contributions[k]),
		Cell: cell(a), Figures: a.Figures, From: a.From, AsOf: a.AsOf, Measured: criterion.Measured() && a.State != guide.NotCovered,
		Why: a.Why, Sources: Values(a.Sources), Published: a.Published,
	}
	if out.Measured {
		out.Figure = a.Measure(criterion.Unit)
		out.Cell.Figure, out.Cell.Sorts = out.Figure, out.Counts.String()
	}
	return out
}

func cell(a *guide.Assessment) Cell {
	switch {
	case a.State == guide.NotCovered && !a.Published:
		return Cell{Text: notPublished, Shade: -1}
	case a.State == guide.NotCovered:
		return Cell{Text: NotCovered, Shade: -1}
	}
	return interval(a.Low, a.High)
}

// interval says a score whose ends are known.
func interval(low, high guide.Score) Cell {
	if low == high {
		return Cell{Text: low.String(), Shade: shade(low)}
	}
	return Cell{Text: low.String() + "–" + high.String(), Shade: shade((low + high) / 2), Range: true}
}

// shade is the step of the ramp, 0 to 6, that a score gets.
func shade(s guide.Score) int { return min(int(s)*7/int(guide.MaxScore), 6) }
