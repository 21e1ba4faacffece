package sentence

import (
	"cmp"
	"slices"

	"shortlist/internal/rank"
)

const (
	shiftUp   = "up {by}"
	shiftDown = "down {by}"
	shiftNone = "same"

	shiftsNone  = "all {all} keep their ranks"
	shiftsOne   = "one of {all} moves: {moves}"
	shiftsAll   = "{count} of {all} move: {moves}"
	shiftsFar   = "{count} of {all} move; farthest {moves}"
	shiftsAmong = "{count} of {all} move, among them {moves}"
	shiftsEach  = "{name} from {from} to {to}"

	farSwap   = "{a} and {b} change ranks"
	farGains  = "{name} gains most: {from} to {to}"
	farLoses  = "{name} loses most: {from} to {to}"
	farGain   = "{names} gain most: {by} each"
	farLose   = "{names} lose most: {by} each"
	farMove   = "{names} move farthest: {by} each"
	farMany   = "{count} move farthest: {by} each"
	farPlace  = "{by} place"
	farPlaces = "{by} places"
)

// Shift says how far a rank is from the published one: "up 2", "down 1", "same".
func Shift(published, now int) Text {
	switch by := published - now; {
	case by > 0:
		return say("shift", shiftUp, fig("by", decimal(by), int64(by), 1))
	case by < 0:
		return say("shift", shiftDown, fig("by", decimal(-by), int64(-by), 1))
	}
	return say("shift", shiftNone)
}

// Shifts says what moves when a field is ranked in another way: "Two of ten
// move: Aon from 4th to 3rd and Marsh from 3rd to 4th." Where many move, it
// names those that move farthest.
func Shifts(published, other rank.Ranking, names Names) Text {
	moves := farthest(published, other)
	all := count("all", len(other.Places))
	if len(moves) == 0 {
		return say("shifts", shiftsNone, all).Stop()
	}
	const most = 4
	said := make([]Text, min(most, len(moves)))
	for i := range said {
		m := moves[i]
		said[i] = say("", shiftsEach, names.provider("name", m.ID), stood("from", published, m.ID), stood("to", other, m.ID))
	}
	template := shiftsAll
	switch {
	case len(moves) == 1:
		template = shiftsOne
	case len(moves) <= most:
	case far(moves[most]) == far(moves[most-1]):
		template = shiftsAmong
	default:
		template = shiftsFar
	}
	return say("shifts", template, count("count", len(moves)), all, list("moves", " and ", said)).Stop()
}

func stood(name string, r rank.Ranking, id string) slot { return placed(name, r, r.Places[r.Find(id)]) }

// Farthest is the finding of the same: "Aon gains most: 4th to 2nd". It is
// empty where nobody moves.
func Farthest(published, other rank.Ranking, names Names) Text {
	moves := farthest(published, other)
	if len(moves) == 0 {
		return Text{}
	}
	m := moves[0]
	if len(moves) == 2 && moves[1].From == m.To && moves[1].To == m.From {
		return say("farthest", farSwap, names.provider("a", m.ID), names.provider("b", moves[1].ID))
	}
	var top []Text
	gain, lose := false, false
	for _, x := range moves {
		if far(x) == far(m) {
			top = append(top, Text{Parts: names.provider("names", x.ID).parts})
			gain, lose = gain || x.To < x.From, lose || x.To > x.From
		}
	}
	template := map[[2]bool]string{{true, false}: farGain, {false, true}: farLose, {true, true}: farMove}[[2]bool{gain, lose}]
	switch {
	case len(top) == 1 && gain:
		template = farGains
	case len(top) == 1:
		template = farLoses
	case len(top) > 3:
		template = farMany
	}
	by := farPlaces
	if far(m) == 1 {
		by = farPlace
	}
	return say("farthest", template, names.provider("name", m.ID), stood("from", published, m.ID), stood("to", other, m.ID),
		list("names", " and ", top), count("count", len(top)), say("", by, count("by", far(m))).as("by")).Capital()
}

func far(m rank.Move) int { return max(m.From-m.To, m.To-m.From) }

// farthest lists who moves, the farthest first, and of equals who gains and who
// stands higher.
func farthest(published, other rank.Ranking) []rank.Move {
	moves := rank.Moves(published.Standings(), other.Standings())
	moves = slices.DeleteFunc(moves, func(m rank.Move) bool { return m.From == 0 || m.To == 0 })
	slices.SortStableFunc(moves, func(a, b rank.Move) int {
		return cmp.Or(cmp.Compare(far(b), far(a)), cmp.Compare(b.From-b.To, a.From-a.To))
	})
	return moves
}
