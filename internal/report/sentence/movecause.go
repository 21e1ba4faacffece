package sentence

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

const (
	causeLeft     = "{name} left"
	causeItLeft   = "it left"
	causeJoined   = "{name} joined at {rank}"
	causeItJoined = "it joined"
	causeScore    = "the score of {name} on {criterion} {became}"
	causeItsScore = "its score on {criterion} {became}"
	causeReason   = " (“{reason}”)"
	causeWeights  = "the weights changed: {weights}"

	becameKnown   = "became known: {is}"
	becameBetween = "is known to lie in {is} now, and was not known"
	becameUnknown = "is no longer known; it was {was}"
	becameOther   = "{verb} from {was} to {is}"

	weightAdded   = "{criterion} was added with {is}"
	weightDropped = "{criterion}, {was} before, was dropped"
	weightChanged = "{criterion} from {was} to {is}"

	methodLow    = "a missing score now counts as the low end of its range, no longer as the middle"
	methodMiddle = "a missing score now counts as the middle of its range, no longer as the low end"
	methodStress = "the ranges now allow for {is} of the weight to move, no longer for {was}"
)

// wording knows what two rankings call things; where they differ, the later one
// is right.
type wording struct{ before, after *guide.Edition }

func (w wording) provider(id string) string {
	for _, e := range []*guide.Edition{w.after, w.before} {
		for _, x := range e.Entries {
			if x.Provider == id {
				return x.Name
			}
		}
		for _, x := range e.Apart {
			if x.Provider == id {
				return x.Name
			}
		}
	}
	return id
}

func (w wording) criterion(id string) string {
	for _, e := range []*guide.Edition{w.after, w.before} {
		for _, c := range e.Criteria {
			if c.ID == id {
				return c.Name
			}
		}
	}
	return id
}

// reason is what the later ranking gives as the reason for a score.
func (w wording) reason(entry, criterion string) string {
	for _, x := range w.after.Entries {
		for k, c := range w.after.Criteria {
			if x.Provider == entry && c.ID == criterion {
				return x.Scores[k].Why
			}
		}
	}
	return ""
}

// cause says one step, as told of the entry with that id; "" is told of nobody.
// The reason of a score belongs to the entry that has it: it is not repeated
// for those that were overtaken.
func (w wording) cause(s rank.Step, id string) Cause {
	c := Cause{Step: s}
	if id != "" {
		c.Made = standing(s.Order, id)
	}
	own := s.Entry == id
	pick := func(its, other string) string {
		if own {
			return its
		}
		return other
	}
	name := slot{"name", []Part{{Words: w.provider(s.Entry), Name: "name", Of: s.Entry}}}
	switch s.Cause {
	case rank.EntryLeft:
		c.Text = say("cause", pick(causeItLeft, causeLeft), name)
	case rank.EntryJoined:
		c.Text = say("cause", pick(causeItJoined, causeJoined), name, words("rank", standing(s.Order, s.Entry)))
	case rank.ScoreChanged:
		c.Reason = w.reason(s.Entry, s.Criterion)
		c.Text = say("cause", pick(causeItsScore, causeScore), name, w.named(s.Criterion), w.became(s).as("became"))
		if c.Reason != "" && (own || id == "") {
			c.Text = c.Text.And(say("", causeReason, words("reason", c.Reason)))
		}
	case rank.WeightsChanged:
		c.Text = say("cause", causeWeights, w.weights(s.Weights))
	case rank.MethodChanged:
		c.Text = w.method()
	}
	return c
}

func (w wording) named(criterion string) slot {
	return slot{"criterion", []Part{{Words: w.criterion(criterion), Name: "criterion", Of: criterion}}}
}

// became says how a score changed, as it counted before the method did.
func (w wording) became(s rank.Step) Text {
	unknown := rank.Midpoint
	if w.before.Unknown == guide.Low {
		unknown = rank.Low
	}
	was, is := s.Was, s.Is
	anything := rank.Interval{Low: 0, High: rank.MaxScore}
	from, to := was.Counts(unknown), is.Counts(unknown)
	verb := "changed"
	switch {
	case was == anything && is.Known():
		return say("", becameKnown, spread("is", is))
	case was == anything:
		return say("", becameBetween, spread("is", is))
	case is == anything:
		return say("", becameUnknown, spread("was", was))
	case to > from:
		verb = "rose"
	case to < from:
		verb = "fell"
	case is.High-is.Low < was.High-was.Low:
		verb = "narrowed"
	case is.High-is.Low > was.High-was.Low:
		verb = "widened"
	}
	return say("", becameOther, words("verb", verb), spread("was", was), spread("is", is))
}

// spread is a score, "5.5", or a range, "4–7".
func spread(name string, s rank.Interval) slot {
	if s.Known() {
		return score(name, s.Low)
	}
	low, high := score(name+"-low", s.Low), score(name+"-high", s.High)
	return slot{name, []Part{low.parts[0], {Words: "–"}, high.parts[0]}}
}

func (w wording) weights(changes []rank.WeightChange) slot {
	parts := make([]Text, len(changes))
	for i, c := range changes {
		template := weightChanged
		switch {
		case c.Was == 0:
			template = weightAdded
		case c.Is == 0:
			template = weightDropped
		}
		parts[i] = say("", template, w.named(c.Criterion), percent("was", c.Was), percent("is", c.Is))
	}
	return list("weights", ", ", parts)
}

func (w wording) method() Text {
	var parts []Text
	switch {
	case w.before.Unknown == w.after.Unknown:
	case w.after.Unknown == guide.Low:
		parts = append(parts, say("", methodLow))
	default:
		parts = append(parts, say("", methodMiddle))
	}
	if w.before.Stress != w.after.Stress {
		parts = append(parts, say("", methodStress, percent("is", int(w.after.Stress)), percent("was", int(w.before.Stress))))
	}
	return Text{"cause", list("", ", and ", parts).parts}
}
