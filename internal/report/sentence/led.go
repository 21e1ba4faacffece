package sentence

import (
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

const (
	ledSince  = "{now} has led since {when}"
	ledShared = "{now} have shared first place since {when}"
	ledTook   = "{now} took first place from {before} {in}"
	ledAlone  = "{now} has led alone since {when}"
	inMonth   = "in {when}"
	onDay     = "on {when}"

	orderEach  = "{rank} {name}"
	orderDoubt = "– {name} (provisional)"
	firstOne   = "{names} first"
	firstEven  = "{names} level in first place"
	firstMany  = "{count} level in first place"
)

// Led says who came first over a guide's editions, the oldest first: "Evertas
// has led since September 2025" or "Coincover took first place from Evertas in
// January 2026". It is empty without editions or places.
func Led(editions []*guide.Edition) Text {
	if len(editions) == 0 || len(editions[len(editions)-1].Entries) == 0 {
		return Text{}
	}
	since := len(editions) - 1
	last := editions[since]
	for since > 0 && slices.Equal(leaders(editions[since-1]), leaders(last)) {
		since--
	}
	date := editions[since].Date
	when := words("when", date.Words())
	on := say("", inMonth, when)
	if date.Day != 0 {
		on = say("", onDay, when)
	}
	now := leading("now", last)
	switch {
	case len(leaders(last)) > 1:
		return say("led", ledShared, now, when)
	case since == 0 || len(editions[since-1].Entries) == 0:
		return say("led", ledSince, now, when)
	case slices.Contains(leaders(editions[since-1]), leaders(last)[0]):
		return say("led", ledAlone, now, when)
	}
	return say("led", ledTook, now, leading("before", editions[since-1]), on.as("in"))
}

// leaders are the slugs of those that share first place.
func leaders(e *guide.Edition) []string {
	var out []string
	for _, x := range e.Entries {
		if x.Rank == 1 {
			out = append(out, x.Provider)
		}
	}
	slices.Sort(out)
	return out
}

func leading(name string, e *guide.Edition) slot {
	var out []Text
	for _, x := range e.Entries {
		if x.Rank == 1 {
			words := x.Name
			if name == "now" && x.Now != "" {
				words = x.Now
			}
			out = append(out, Text{Parts: []Part{{Words: words, Name: name, Of: x.Provider}}})
		}
	}
	return list(name, " and ", out)
}

// Order names an edition's places, of which r is the ranking: "1 Evertas, – Marsh (provisional)".
func Order(e *guide.Edition, r rank.Ranking) Text {
	out := make([]Text, len(e.Entries))
	for i, x := range e.Entries {
		p := r.Places[r.Find(x.Provider)]
		name := slot{"name", []Part{{Words: x.Name, Name: "name", Of: x.Provider}}}
		if out[i] = say("", orderEach, fig("rank", decimal(x.Rank), int64(x.Rank), 1), name); p.Provisional {
			out[i] = say("", orderDoubt, name)
		}
	}
	return Text{"order", list("", ", ", out).parts}
}

// Foremost says who is first in an edition: "Evertas first", "Alder and Beech level
// in first place". It is empty for one without places.
func Foremost(e *guide.Edition) Text {
	switch n := len(leaders(e)); {
	case n == 0:
		return Text{}
	case n == 1:
		return say("foremost", firstOne, leading("names", e))
	case n > 3:
		return say("foremost", firstMany, count("count", n))
	}
	return say("foremost", firstEven, leading("names", e))
}
