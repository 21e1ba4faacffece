package sentence

import "shortlist/internal/rank"

const (
	firstLone    = "{name} is first in {share} of 100 draws of {what}"
	firstAll     = "{name} is first in {share} or more of 100 draws of {what}; nobody else is in as many as one"
	firstHardly  = "{name} is first as scored, but in fewer than one of 100 draws of {what}"
	firstShared  = "{names} share first place; in 100 draws of {what}, {each}"
	firstCrowd   = "{count} share first place; none of them is first in more than {most} of 100 draws of {what}"
	firstEach    = "{name} is first in {share}"
	aboutShare   = "about {share}"
	underOne     = "fewer than one"
	drawnWeights = "weights"
	drawnMissing = "missing scores"
	drawnGrain   = "rounding"

	threatNone  = "; nobody else is in as many as one"
	threatOne   = "; {threat} is the nearest threat, first in {next}"
	threatSome  = "; {threat} are the nearest threats, each first in {next}"
	threatMany  = "; the nearest threats are {count} others, each first in {next}"
	threatEven  = "; {threat} is first in about as many"
	threatEvens = "; {threat} are each first in about as many"
	threatMore  = "; {threat} is first in more, {next}"
	threatMores = "; {threat} are each first in more, {next}"
)

// First says in one sentence how firm first place is: "Evertas is first in about
// 93 of 100 draws of weights, missing scores and rounding; Marsh is the nearest
// threat, first in about 4." The nearest threat is who else comes first most
// often. Where nothing is drawn it says what the figures settle. It is empty for
// one entry alone.
func First(r rank.Analysis, names Names) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	what := drawn(r.Ranking)
	if !r.Draws.Made || what == nil {
		return Firmness(r, names).Then(Provisional(r.Ranking, 0))
	}
	return firstOf(r, names, list("what", " and ", what)).Stop().Then(Provisional(r.Ranking, 0))
}

func firstOf(r rank.Analysis, names Names, what slot) Text {
	if equal := sharing(r.Ranking, 0); len(equal) > 1 {
		return firstTie(r, names, equal, what)
	}
	name, share := names.provider("name", r.Places[0].ID), r.Shares[0]
	switch share {
	case 100:
		return say("first", firstAll, name, fig("share", "99", 99, 1), what)
	case 0:
		return say("first", firstHardly, name, what).And(threat(r, names))
	}
	return say("first", firstLone, name, about("share", share), what).And(threat(r, names))
}

// threat says who else comes first most often.
func threat(r rank.Analysis, names Names) Text {
	var nearest []int
	most := 0
	for i := 1; i < len(r.Places); i++ {
		switch s := r.Shares[i]; {
		case s > most || s == most && nearest == nil:
			nearest, most = []int{i}, s
		case s == most:
			nearest = append(nearest, i)
		}
	}
	who, next, n := names.places("threat", " and ", r.Ranking, nearest), about("next", most), len(nearest)
	pick := func(one, some string) string {
		if n == 1 {
			return one
		}
		return some
	}
	switch own := r.Shares[0]; {
	case most == 0:
		return say("threat", threatNone)
	case most > own:
		return say("threat", pick(threatMore, threatMores), who, next)
	case most == own:
		return say("threat", pick(threatEven, threatEvens), who)
	case n > 3:
		return say("threat", threatMany, count("count", n), next)
	}
	return say("threat", pick(threatOne, threatSome), who, next)
}

func firstTie(r rank.Analysis, names Names, equal []int, what slot) Text {
	if len(equal) > 4 {
		most := 0
		for _, i := range equal {
			most = max(most, r.Shares[i]+1) // a share is rounded, by less than one
		}
		return say("first", firstCrowd, count("count", len(equal)), fig("most", Number(most), int64(most), 1), what).Capital()
	}
	each := make([]Text, len(equal))
	for n, i := range equal {
		each[n] = say("", firstEach, names.provider("name", r.Places[i].ID), about("share", r.Shares[i]))
	}
	return say("first", firstShared, names.places("names", " and ", r.Ranking, equal), what, list("each", " and ", each))
}

// about is a share of the draws. It is a whole percent made of the exact one by
// largest remainder, so that it is less than one off.
func about(name string, share int) slot {
	if share == 0 {
		return words(name, underOne)
	}
	t := say("", aboutShare, fig("share", decimal(share), int64(share), 1))
	t.Parts[len(t.Parts)-1].Name = name
	return t.as(name)
}

// drawn names what differs from draw to draw; nil for nothing.
func drawn(r rank.Ranking) []Text {
	var what []Text
	if r.Table.Stress > 0 && len(r.Table.Criteria) > 1 {
		what = append(what, say("", drawnWeights))
	}
	if hasMissing(r) {
		what = append(what, say("", drawnMissing))
	}
	if r.Table.Grain > 0 {
		what = append(what, say("", drawnGrain))
	}
	return what
}

// sharing is the places that share the rank of one.
func sharing(r rank.Ranking, place int) []int {
	var out []int
	for i, p := range r.Places {
		if p.Rank == r.Places[place].Rank {
			out = append(out, i)
		}
	}
	return out
}

const (
	shareNone = "first in fewer than one of 100 draws"
	shareAll  = "first in {share} or more of 100 draws"
	shareSome = "first in {share} of 100 draws"
)

// Share says how often a place comes first: "First in about 62 of 100 draws."
// It is empty where there are no draws.
func Share(r rank.Analysis, place int) Text {
	if !r.Draws.Made {
		return Text{}
	}
	switch share := r.Shares[place]; share {
	case 0:
		return say("share", shareNone).Stop()
	case 100:
		return say("share", shareAll, fig("share", "99", 99, 1)).Stop()
	default:
		return say("share", shareSome, about("share", share)).Stop()
	}
}
