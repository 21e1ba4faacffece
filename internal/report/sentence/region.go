package sentence

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

const (
	reachWider = "{by}, not {region} by name"
	reachWorld = "worldwide, eligibility in {region} not stated"

	namedTitle = "name {region}"
	namedAbout = "{region} is listed among the regions served. A note beside it may limit that."
	widerTitle = "name a wider region"
	widerAbout = "a larger region that holds {region} is listed. Whether clients in {region} itself are accepted is not established here; ask."
	worldTitle = "worldwide, eligibility here not stated"
	worldAbout = "the whole world is listed. Nothing in this edition says who is accepted in {region}; ask."

	servesNone   = "none of the {all} {noun} names {region}"
	servesOne    = "{count} of {all} {noun} names {region}"
	servesSome   = "{count} of {all} {noun} name {region}"
	servesWider  = "{count} names a wider region"
	servesWiders = "{count} name a wider region"
	servesWorld  = "{count} lists the whole world without a word on {region}"
	servesWorlds = "{count} list the whole world without a word on {region}"
	servesOut    = "{count} is left out"
	servesOuts   = "{count} are left out"

	firstAlone = "{name} alone, with {total}"
	firstOfAll = "{name} is first of them, with {total}"
)

// Reach marks a requirement of a region that an entry satisfies without naming
// the region: "worldwide, eligibility in Singapore not stated". It is empty where
// the entry names it.
func Reach(reach guide.Reach, region string, by *guide.Region) Text {
	switch reach {
	case guide.Wider:
		return say("reach", reachWider, words("by", by.Name), words("region", region))
	case guide.Worldwide:
		return say("reach", reachWorld, words("region", region))
	}
	return Text{}
}

// Reaching heads the entries that serve a region in one way, and says what that
// way is worth.
func Reaching(reach guide.Reach, region string) (title, about Text) {
	heads := [2]string{worldTitle, worldAbout}
	switch reach {
	case guide.Named:
		heads = [2]string{namedTitle, namedAbout}
	case guide.Wider:
		heads = [2]string{widerTitle, widerAbout}
	}
	name := words("region", region)
	return say("reaching", heads[0], name).Capital(), say("reaching", heads[1], name).Capital()
}

// Serving counts how a guide's entries come to be on a region's page: "Two of
// ten providers name Singapore. One names a wider region; three list the whole
// world." Where none names it, that comes first.
func Serving(counts map[guide.Reach]int, all int, region, noun string) Text {
	some := func(n int, one, more string) Text {
		if n == 1 {
			more = one
		}
		return say("serving", more, count("count", n), count("all", all), words("noun", noun), words("region", region))
	}
	named, wider, world := counts[guide.Named], counts[guide.Wider], counts[guide.Worldwide]
	first := some(named, servesOne, servesSome)
	if named == 0 {
		first = some(0, servesNone, servesNone)
	}
	var others []Text
	if wider > 0 {
		others = append(others, some(wider, servesWider, servesWiders))
	}
	if world > 0 {
		others = append(others, some(world, servesWorld, servesWorlds))
	}
	if out := all - named - wider - world; out > 0 {
		others = append(others, some(out, servesOut, servesOuts))
	}
	return first.Stop().Then(Text{Parts: list("", "; ", others).parts}.Stop())
}

// FirstOf says who is first of an order: "Evertas is first of them, with 7.9."
func FirstOf(r rank.Ranking, names Names) Text {
	if len(r.Places) == 0 {
		return Text{}
	}
	first := sharing(r, 0)
	who, sum := names.places("name", " and ", r, first), total("total", r, r.Places[0].Total)
	switch {
	case len(first) > 1:
		return say("leader", leaderLevel, slot{"names", who.parts}, sum).Stop()
	case len(r.Places) == 1:
		return say("leader", firstAlone, who, sum).Stop()
	}
	return say("leader", firstOfAll, who, sum).Stop()
}
