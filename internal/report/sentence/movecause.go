package sentence

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
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
	subject := w.provider(s.Entry)
	switch s.Cause {
	case rank.EntryLeft:
		c.Text = subject + " left"
		if own {
			c.Text = "it left"
		}
	case rank.EntryJoined:
		c.Text = fmt.Sprintf("%s joined at %s", subject, standing(s.Order, s.Entry))
		if own {
			c.Text = "it joined"
		}
	case rank.ScoreChanged:
		c.Reason = w.reason(s.Entry, s.Criterion)
		c.Text = fmt.Sprintf("the score of %s on %s %s", subject, w.criterion(s.Criterion), w.became(s.Was, s.Is))
		if own {
			c.Text = fmt.Sprintf("its score on %s %s", w.criterion(s.Criterion), w.became(s.Was, s.Is))
		}
		if c.Reason != "" && (own || id == "") {
			c.Text += " (“" + c.Reason + "”)"
		}
	case rank.WeightsChanged:
		c.Text = "the weights changed: " + w.weights(s.Weights)
	case rank.MethodChanged:
		c.Text = w.method()
	}
	return c
}

// became says how a score changed, as it counted before the method did.
func (w wording) became(was, is rank.Interval) string {
	unknown := rank.Midpoint
	if w.before.Unknown == guide.Low {
		unknown = rank.Low
	}
	anything := rank.Interval{Low: 0, High: rank.MaxScore}
	from, to := was.Counts(unknown), is.Counts(unknown)
	verb := "changed"
	switch {
	case was == anything:
		return "became known: " + spread(is)
	case is == anything:
		return "is no longer known; it was " + spread(was)
	case to > from:
		verb = "rose"
	case to < from:
		verb = "fell"
	case is.High-is.Low < was.High-was.Low:
		verb = "narrowed"
	case is.High-is.Low > was.High-was.Low:
		verb = "widened"
	}
	return fmt.Sprintf("%s from %s to %s", verb, spread(was), spread(is))
}

// spread is a score, "5.5", or a range, "4–7".
func spread(s rank.Interval) string {
	if s.Known() {
		return Hundredths(s.Low)
	}
	return Hundredths(s.Low) + "–" + Hundredths(s.High)
}

func (w wording) weights(changes []rank.WeightChange) string {
	parts := make([]string, len(changes))
	for i, c := range changes {
		name := w.criterion(c.Criterion)
		switch {
		case c.Was == 0:
			parts[i] = fmt.Sprintf("%s was added with %s", name, Percent(c.Is))
		case c.Is == 0:
			parts[i] = fmt.Sprintf("%s, %s before, was dropped", name, Percent(c.Was))
		default:
			parts[i] = fmt.Sprintf("%s from %s to %s", name, Percent(c.Was), Percent(c.Is))
		}
	}
	return strings.Join(parts, ", ")
}

func (w wording) method() string {
	var parts []string
	switch {
	case w.before.Unknown == w.after.Unknown:
	case w.after.Unknown == guide.Low:
		parts = append(parts, "a missing score now counts as the low end of its range, no longer as the middle")
	default:
		parts = append(parts, "a missing score now counts as the middle of its range, no longer as the low end")
	}
	if w.before.Stress != w.after.Stress {
		parts = append(parts, fmt.Sprintf("the ranges now allow for %s of the weight to move, no longer for %s",
			Percent(int(w.after.Stress)), Percent(int(w.before.Stress))))
	}
	return strings.Join(parts, ", and ")
}
