package sentence

import (
	"cmp"
	"fmt"
	"slices"

	"shortlist/internal/rank"
)

// Shift says how far a rank is from the published one: "up 2", "down 1", "same".
func Shift(published, now int) string {
	switch {
	case now < published:
		return fmt.Sprintf("up %d", published-now)
	case now > published:
		return fmt.Sprintf("down %d", now-published)
	}
	return "same"
}

// Shifts says what moves when a field is ranked in another way: "Two of ten
// move: Aon from 4th to 3rd and Marsh from 3rd to 4th." Where many move, it
// names those that move farthest.
func Shifts(published, other rank.Ranking, names Names) string {
	moves := farthest(published, other)
	if len(moves) == 0 {
		return fmt.Sprintf("All %s keep their places.", Number(len(other.Places)))
	}
	const most = 4
	said := make([]string, min(most, len(moves)))
	for i := range said {
		said[i] = fmt.Sprintf("%s from %s to %s", names.Provider(moves[i].ID), Ordinal(moves[i].From), Ordinal(moves[i].To))
	}
	verb := "move"
	if len(moves) == 1 {
		verb = "moves"
	}
	s := fmt.Sprintf("%s of %s %s", Capital(Number(len(moves))), Number(len(other.Places)), verb)
	if len(moves) > most {
		return s + "; farthest " + List(said) + "."
	}
	return s + ": " + List(said) + "."
}

// Farthest is the finding of the same: "Aon gains most: 4th to 2nd". It is
// empty where nobody moves.
func Farthest(published, other rank.Ranking, names Names) string {
	moves := farthest(published, other)
	if len(moves) == 0 {
		return ""
	}
	m := moves[0]
	name := names.Provider(m.ID)
	if len(moves) == 2 && moves[1].From == m.To && moves[1].To == m.From {
		return fmt.Sprintf("%s and %s change places", name, names.Provider(moves[1].ID))
	}
	verb := "gains"
	if m.To > m.From {
		verb = "loses"
	}
	return fmt.Sprintf("%s %s most: %s to %s", name, verb, Ordinal(m.From), Ordinal(m.To))
}

// farthest lists who moves, the farthest first, and of equals who gains and who
// stands higher.
func farthest(published, other rank.Ranking) []rank.Move {
	moves := rank.Moves(published.Standings(), other.Standings())
	moves = slices.DeleteFunc(moves, func(m rank.Move) bool { return m.From == 0 || m.To == 0 })
	far := func(m rank.Move) int { return max(m.From-m.To, m.To-m.From) }
	slices.SortStableFunc(moves, func(a, b rank.Move) int {
		return cmp.Or(cmp.Compare(far(b), far(a)), cmp.Compare(b.From-b.To, a.From-a.To))
	})
	return moves
}
