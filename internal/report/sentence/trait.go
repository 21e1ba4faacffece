package sentence

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

const (
	traitPoint = "{criterion} {score}, against a median of {median}"
	traitRange = "{criterion} {low}–{high}, against a median of {median}"
	traitsAre  = "strengths and drawbacks that are marked as computed are criteria whose score is known, lies in the best or the worst third of the known scores and one point or more from their median; a range counts there by its worse end as a strength, and by its better end as a drawback"
	notKnown   = "not known: {criteria}"
)

// Trait says that a criterion is a strength or a drawback: the score, and the median
// of those that are known, in four-hundredths of a point.
func Trait(criterion string, low, high guide.Score, median int, names Names) Text {
	at := fig("median", guide.Figure(median*2_500).String(), int64(median), 400)
	if low == high {
		return say("trait", traitPoint, names.criterion("criterion", criterion), score("score", int(low)), at)
	}
	return say("trait", traitRange, names.criterion("criterion", criterion), score("low", int(low)), score("high", int(high)), at)
}

// Traits explains those that are computed.
func Traits() Text { return say("traits", traitsAre).Stop() }

// NotKnown names criteria of which nothing is known; empty for none.
func NotKnown(r rank.Ranking, criteria []int, names Names) Text {
	if len(criteria) == 0 {
		return Text{}
	}
	return say("not-known", notKnown, names.criteria("criteria", r, criteria)).Stop()
}

// Untold names all that is asked of an entry and not known; empty for nothing.
func Untold(names []string) Text {
	if len(names) == 0 {
		return Text{}
	}
	return say("untold", notKnown, words("criteria", List(names))).Stop()
}

// Before says the place that a provider had: "2nd of 10".
func Before(rank, of int) Text {
	return say("before", placeOf, ordinal("rank", rank), fig("count", decimal(of), int64(of), 1))
}
