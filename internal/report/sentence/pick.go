package sentence

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

const (
	sureYes   = "it stays the pick{under}"
	sureNot   = "not settled: {others} could draw level or come out ahead{could}"
	sureMany  = "not settled: {some} others could draw level or come out ahead{could}"
	sureMarks = "of its regions: {marks}"

	roleAddOn     = "an add-on: it completes what another sells"
	roleReference = "ranked to compare with, and not to be had"
)

// Sure says how sure the pick of a use case is, and who else could take it. Marks
// are the required regions that the pick does not name. It is empty where nobody
// else qualifies and nothing is open.
func Sure(r rank.Ranking, marks string, names Names) Text {
	var others []int
	for i := 1; i < len(r.Places); i++ {
		if !r.SurelyBeats(0, i) {
			others = append(others, i)
		}
	}
	var out Text
	under, could := conditions(r).as("under"), possible(r).as("could")
	switch {
	case len(r.Places) < 2:
	case len(others) == 0:
		out = say("sure", sureYes, under).Stop()
	case len(others) > 4:
		out = say("sure", sureMany, count("some", len(others)), could).Stop()
	default:
		out = say("sure", sureNot, names.places("others", " or ", r, others), could).Stop()
	}
	if marks != "" {
		out = out.Then(say("sure", sureMarks, words("marks", marks)).Stop())
	}
	return out
}

// Role says what an entry can be to a buyer, which is why it is not picked where it
// meets all requirements; empty for one that meets a need by itself.
func Role(role guide.Role) Text {
	switch role {
	case guide.AddOn:
		return say("role", roleAddOn)
	case guide.Reference:
		return say("role", roleReference)
	}
	return Text{}
}
