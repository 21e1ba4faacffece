package sentence

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

// Change is what happened between two frozen rankings of a guide, each move put
// down to its cause.
type Change struct {
	Moves []Move  // who stands at another rank: in the order after, then who left
	Still []Cause // what changed and moved nobody in the end
}

// Move is a change of rank with what brought it about.
type Move struct {
	ID, Name string
	From, To int     // ranks; 0 where it is not ranked
	Was, Is  string  // the ranks in words: "3rd", "equal 2nd"; empty where it is not ranked
	Causes   []Cause // the changes at which its rank moved, in order; never empty

	// Stated is the range that the ranking before stated for the entry, under
	// its stress and whatever its missing scores turned out to be; zero when it
	// was not ranked, or nothing was stated. Within says that the new rank lies in it, so that the move
	// is no more than what was allowed for.
	Stated rank.Range
	Within bool
}

// Cause is one change between two rankings, in words.
type Cause struct {
	Step   rank.Step
	Reason string // of a score: the reason that is given for it after the change
	Text   string // without a full stop: "the score of Marsh on Costs rose from 5.5 to 7"
	Made   string // in a Move: what rank it brought the entry to, as in Is
}

// Changes compares two frozen rankings of a guide, the earlier one first. The
// attribution is that of [rank.Compare]: changes are replayed in a fixed order
// (exits, entries, scores, weights, method), and a move is put down to the
// change at which it happened. An entry that moves and moves back has not moved.
func Changes(before, after *guide.Edition) Change {
	return ChangesFrom(rank.Rank(table.Edition(before)), before, after)
}

// ChangesFrom is [Changes] where the earlier one is ranked already.
func ChangesFrom(old rank.Ranking, before, after *guide.Edition) Change {
	steps := rank.Compare(old.Table, table.Edition(after))
	if len(steps) == 0 {
		return Change{}
	}
	w := wording{before, after}
	first, last := old.Standings(), steps[len(steps)-1].Order
	ranges := old.Ranges()
	var c Change
	used := make([]bool, len(steps))
	for _, net := range rank.Moves(first, last) {
		m := Move{ID: net.ID, Name: w.provider(net.ID), From: net.From, To: net.To, Was: standing(first, net.ID), Is: standing(last, net.ID)}
		// Without stress, a range of one rank is no more than the rank.
		if place := old.Find(net.ID); place >= 0 && (old.Table.Stress > 0 || ranges[place].Best < ranges[place].Worst) {
			m.Stated = ranges[place]
			m.Within = m.To > 0 && m.Stated.Holds(m.To)
		}
		for i, s := range steps {
			for _, moved := range s.Moves {
				if moved.ID == net.ID {
					used[i] = true
					m.Causes = append(m.Causes, w.cause(s, net.ID))
				}
			}
		}
		c.Moves = append(c.Moves, m)
	}
	for i, s := range steps {
		if !used[i] {
			c.Still = append(c.Still, w.cause(s, ""))
		}
	}
	return c
}

// standing is an entry's rank in words, "equal 2nd" where it shares it, "" where
// it has none.
func standing(order []rank.Standing, id string) string {
	at, sharing := 0, 0
	for _, s := range order {
		if s.ID == id {
			at = s.Rank
		}
	}
	for _, s := range order {
		if s.Rank == at {
			sharing++
		}
	}
	switch {
	case at == 0:
		return ""
	case sharing > 1:
		return "equal " + Ordinal(at)
	}
	return Ordinal(at)
}

// Places says the move alone: "3rd to 2nd", "joins at 4th", "leaves, 4th
// before".
func (m Move) Places() string {
	switch {
	case m.From == 0:
		return "joins at " + m.Is
	case m.To == 0:
		return "leaves, " + m.Was + " before"
	}
	return m.Was + " to " + m.Is
}

// Because says what brought the move about: "its score on Costs rose from 5.5
// to 7 (“Fees are published now.”)". It is empty for an entry that joined or
// left and for which that says everything.
func (m Move) Because() string {
	if len(m.Causes) == 1 {
		c := m.Causes[0]
		if c.Step.Entry == m.ID && c.Step.Cause != rank.ScoreChanged {
			return ""
		}
		return c.Text
	}
	parts := make([]string, len(m.Causes))
	for i, c := range m.Causes {
		parts[i] = c.Text
		if c.Made != "" {
			parts[i] += ", which made it " + c.Made
		}
	}
	return fmt.Sprintf("of %s changes: %s", Number(len(parts)), strings.Join(parts, "; "))
}

// Firm says how the move compares with the range that was stated: "within the
// range that was stated, 2nd to 4th". It is empty where there is nothing to
// compare.
func (m Move) Firm() string {
	if m.To == 0 || m.Stated.Best == 0 {
		return ""
	}
	stated := Ordinal(m.Stated.Best)
	if m.Stated.Worst != m.Stated.Best {
		stated += " to " + Ordinal(m.Stated.Worst)
	}
	if m.Within {
		return "within the range that was stated, " + stated
	}
	return "outside the range that was stated, " + stated
}

// Sentence says all of it, without a full stop: "Marsh: 3rd to 2nd, because its
// score on Costs rose from 5.5 to 7; within the range that was stated, 2nd to
// 4th".
func (m Move) Sentence() string {
	s := m.Name + ": " + m.Places()
	if because := m.Because(); because != "" {
		s += ", because " + because
	}
	if firm := m.Firm(); firm != "" {
		s += "; " + firm
	}
	return s
}
