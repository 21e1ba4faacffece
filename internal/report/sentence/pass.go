package sentence

import "shortlist/internal/rank"

const (
	passMissing = "its score on {criterion} is not known exactly; at {needs} or more it would pass {above}, all else as scored"
	passBetter  = "a score of {needs} on {criterion}, {more} more, would pass {above}"
	passBeyond  = "a score of {needs} on {criterion}, which is above the range that we give it, would pass {above}"
	passNone    = "no single better score would lift it past {above}"

	passOneMissing  = "a missing score can put {b} ahead of {a}"
	passSomeMissing = "it takes {needed} missing scores together to put {b} ahead of {a}"
)

// ToPass says what would take a place past the next one up, on the criterion
// where the least is needed: "A score of 7.6 on Costs, 0.6 more, would pass
// Aon." Of a score that is not known exactly it says at what it would. All other
// scores are as they count. It is empty where nobody stands above.
func ToPass(r rank.Ranking, place int, names Names) Text {
	next := r.Next(place)
	if next < 0 {
		return Text{}
	}
	above, least := names.provider("above", r.Places[next].ID), leastRise(r, place, next, true)
	beyond := (*rank.Rise)(nil)
	if least == nil {
		beyond = leastRise(r, place, next, false)
	}
	var out Text
	switch {
	case least != nil && isOpen(r, place, least.Criterion):
		return say("to-pass", passMissing, names.criterion("criterion", r.Table.Criteria[least.Criterion].ID), score("needs", least.Needs), above).Stop()
	case least == nil && beyond == nil:
		out = say("to-pass", passNone, above)
	case least == nil:
		out = say("to-pass", passBeyond, score("needs", beyond.Needs), names.criterion("criterion", r.Table.Criteria[beyond.Criterion].ID), above)
	default:
		out = say("to-pass", passBetter, names.criterion("criterion", r.Table.Criteria[least.Criterion].ID), score("needs", least.Needs),
			counted("more", least.More), above)
	}
	return scored(out, pairOpen(r, place, next)).Stop()
}

// leastRise is the smallest rise of one score that takes a place past another;
// nil where none can. With within, a score that is a range does not rise out of it.
func leastRise(r rank.Ranking, place, next int, within bool) *rank.Rise {
	var least *rank.Rise
	rises := r.ToPass(place, next)
	for i := range rises {
		rise := &rises[i]
		if r.Table.Criteria[rise.Criterion].Weight == 0 {
			continue
		}
		now := r.Table.Entries[r.Places[place].Row].Scores[rise.Criterion]
		fits := !within || now.Known() || rise.Needs <= now.High
		if rise.Possible && fits && (least == nil || rise.More < least.More) {
			least = rise
		}
	}
	return least
}

// Overtakes says what would take a place past the next one up, as ToPass does,
// and before that how many missing scores can. It is empty where nobody stands
// above.
func Overtakes(r rank.Ranking, place int, names Names) Text {
	next := r.Next(place)
	if next < 0 {
		return Text{}
	}
	out := ToPass(r, place, names)
	if r.Flip(next, place).Unsettled {
		out = canPass(r, next, place, names, passOneMissing, passSomeMissing).Then(out)
	}
	out.Claim = "overtakes"
	return out
}
