package sentence

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

const (
	moveJoins   = "joins at {is}"
	moveLeaves  = "leaves, {was} before"
	moveFrom    = "{was} to {is}"
	moveMany    = "of {count} changes: {changes}"
	moveMade    = "{change}, which made it {rank}"
	moveWithin  = "within the range that was stated, {range}"
	moveOutside = "outside the range that was stated, {range}"
	moveSays    = "{name}: {places}"
	moveBecause = ", because {because}"
	moveFirm    = "; {firm}"
	moveGroup   = "because {because}"

	newsFirst = "the first edition: {order}"
	newsNone  = "nothing that the ranking depends on has changed"
	newsStill = "no rank has moved"
)

// Change is what happened between two frozen rankings of a guide, each move put
// down to its cause.
type Change struct {
	Moves []Move  // who stands at another rank: in the order after, then who left
	Still []Cause // what changed and moved nobody in the end
	Facts []Fact  // what else readers are told otherwise
}

// None reports whether nothing happened.
func (c Change) None() bool { return len(c.Moves)+len(c.Still)+len(c.Facts) == 0 }

// Ranks reports whether anything that ranks changed.
func (c Change) Ranks() bool { return len(c.Moves)+len(c.Still) > 0 }

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
	Text   Text   // without a full stop: "the score of Marsh on Costs rose from 5.5 to 7"
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
	c := Change{Facts: Facts(before, after)}
	if len(steps) == 0 {
		return c
	}
	w := wording{before, after}
	first, last := old.Standings(), steps[len(steps)-1].Order
	ranges := old.Ranges()
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
func (m Move) Places() Text {
	was, is := fig("was", m.Was, int64(m.From), 1), fig("is", m.Is, int64(m.To), 1)
	switch {
	case m.From == 0:
		return say("move", moveJoins, is)
	case m.To == 0:
		return say("move", moveLeaves, was)
	}
	return say("move", moveFrom, was, is)
}

// Because says what brought the move about: "its score on Costs rose from 5.5
// to 7 (“Fees are published now.”)". It is empty for an entry that joined or
// left and for which that says everything.
func (m Move) Because() Text {
	if len(m.Causes) == 1 {
		c := m.Causes[0]
		if c.Step.Entry == m.ID && c.Step.Cause != rank.ScoreChanged {
			return Text{}
		}
		return c.Text
	}
	var parts Text
	for i, c := range m.Causes {
		if i > 0 {
			parts = parts.words("; ")
		}
		if c.Made == "" {
			parts = parts.And(c.Text)
		} else {
			parts = parts.And(say("", moveMade, c.Text.as("change"), words("rank", c.Made)))
		}
	}
	return say("because", moveMany, count("count", len(m.Causes)), parts.as("changes"))
}

// Firm says how the move compares with the range that was stated: "within the
// range that was stated, 2nd to 4th". It is empty where there is nothing to
// compare.
func (m Move) Firm() Text {
	if m.To == 0 || m.Stated.Best == 0 {
		return Text{}
	}
	template := moveOutside
	if m.Within {
		template = moveWithin
	}
	return say("stated", template, span("range", m.Stated))
}

// Sentence says all of it, without a full stop: "Marsh: 3rd to 2nd, because its
// score on Costs rose from 5.5 to 7; within the range that was stated, 2nd to
// 4th".
func (m Move) Sentence() Text { return m.says(m.Because()) }

// Short says it without what brought it about.
func (m Move) Short() Text { return m.says(Text{}) }

func (m Move) says(because Text) Text {
	out := say("move", moveSays, slot{"name", []Part{{Words: m.Name, Name: "name", Of: m.ID}}}, m.Places().as("places"))
	if !because.Empty() {
		out = out.And(say("", moveBecause, because.as("because")))
	}
	if firm := m.Firm(); !firm.Empty() {
		out = out.And(say("", moveFirm, firm.as("firm")))
	}
	return out
}

// Group says what brought several moves about, before them.
func (m Move) Group() Text {
	because := m.Because()
	if len(m.Causes) > 1 {
		because = say("because", moveGroup, because.as("because"))
	}
	return because.Stop()
}

// FirstNews says the places of a guide's first edition.
func FirstNews(e *guide.Edition, r rank.Ranking) Text {
	return say("news", newsFirst, Order(e, r).as("order")).Stop()
}

// FactNews says which facts changed between two editions; empty for none.
func FactNews(c Change) Text {
	out := Text{}
	for _, f := range c.Facts {
		out = out.Then(f.Text.Stop())
	}
	out.Claim = "news"
	return out
}

// News says what changed between two editions of what ranks.
func News(c Change) Text {
	out := Text{}
	switch {
	case !c.Ranks():
		return say("news", newsNone).Stop()
	case len(c.Moves) == 0:
		out = say("news", newsStill).Stop()
	}
	for _, m := range c.Moves {
		out = out.Then(m.Sentence().Stop())
	}
	for _, s := range c.Still {
		out = out.Then(s.Text.Stop())
	}
	out.Claim = "news"
	return out
}
