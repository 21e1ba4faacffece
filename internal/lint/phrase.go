package lint

import "slices"

// A topic is what criteria are called that a superlative may be about: one whose
// name or id has a word of the topic. Scores rise with merit, so the cheapest is
// the one with the highest score.
var (
	costs     = set("cost fee price pricing premium")
	security  = set("security safety safekeeping")
	support   = set("support service")
	liquidity = set("liquidity")
	ease      = set("ux usability ease experience")
	breadth   = set("coverage breadth")
	capacity  = set("scale capacity")
)

// phrase is a superlative that is understood.
type phrase struct {
	words []string // stems
	topic map[string]bool
	whole bool // of the whole ranking, unless a name follows: "ranks first on costs"
	// Neither: a name must follow: "best for costs".
}

// phrases is every superlative that is understood, by its first word; whatever
// else a text says is no claim.
var phrases = index(
	phrasesOn(costs, "cheapest", "least expensive", "most affordable", "lowest cost", "lowest costs", "lowest fees", "lowest prices",
		"lowest pricing", "lowest premiums", "lowest rates"),
	phrasesOn(security, "safest", "most secure", "tightest security"),
	phrasesOn(support, "best service", "best served", "best supported", "most responsive"),
	phrasesOn(liquidity, "most liquid", "deepest liquidity", "greatest liquidity"),
	phrasesOn(ease, "easiest to use", "simplest to use", "most user-friendly", "best user experience", "best interface"),
	phrasesOn(breadth, "broadest coverage", "widest coverage", "most comprehensive coverage"),
	phrasesOn(capacity, "largest capacity", "greatest capacity", "highest capacity", "most capacity", "largest scale", "greatest scale"),
	// "The first place" and "comes first" say too many other things.
	ofTheWhole("best overall", "top-ranked", "highest-ranked", "top-rated", "highest-rated", "ranks first", "ranked first",
		"ranks top", "ranks number one", "ranked number one", "is number one", "the number one", "our first choice", "our top choice",
		"our top pick", "takes first place", "tops the ranking", "tops this ranking", "tops the list", "leads the ranking",
		"leads this ranking"),
	ofAName("best", "top", "strongest", "highest score", "highest scores", "leads on", "wins on"),
)

func phrasesOn(topic map[string]bool, texts ...string) []phrase {
	var out []phrase
	for _, t := range texts {
		out = append(out, phrase{words: stems(t), topic: topic})
	}
	return out
}

func ofTheWhole(texts ...string) []phrase {
	out := ofAName(texts...)
	for i := range out {
		out[i].whole = true
	}
	return out
}

func ofAName(texts ...string) []phrase { return phrasesOn(nil, texts...) }

func index(lists ...[]phrase) map[string][]phrase {
	out := map[string][]phrase{}
	for _, p := range slices.Concat(lists...) {
		out[p.words[0]] = append(out[p.words[0]], p)
	}
	return out
}

// phraseAt is the longest phrase that begins with a word.
func phraseAt(words []word, i int) (found phrase, ok bool) {
	for _, p := range phrases[words[i].stem] {
		if len(p.words) > len(found.words) && says(words[i:], p.words) {
			found, ok = p, true
		}
	}
	return found, ok
}

// says reports whether words begin with some stems, without a pause.
func says(words []word, stems []string) bool {
	if len(words) < len(stems) {
		return false
	}
	for i, s := range stems {
		if words[i].stem != s || i > 0 && words[i].before > space {
			return false
		}
	}
	return true
}

var (
	// plainWords narrow nothing: "the cheapest of all ten providers" claims as much
	// as "the cheapest". The words of the guide's noun are as plain.
	plainWords = set(`the a an of for on in at to by and or all any every our its their this these those
		here overall far list ranking guide field market table world
		one two three four five six seven eight nine ten eleven twelve fifteen twenty
		provider option choice pick client customer institution firm company buyer user reader
		low lower high strong good score rating`)

	// After a comma these begin a remark and not a further item of a list: "best
	// for costs, with fees in public" is about costs.
	remarks = set("with but though although while whereas because so yet since by thanks which who")

	// turns end a clause without a pause.
	turns = set("but though although while whereas because so yet which since")

	// After "and" these begin a clause of its own.
	resumptions = set("it they also is are has have was offers comes")

	// hedges before a superlative take it back, or say that somebody else says it.
	hedges = set(`not no never neither nor nobody none without hardly scarcely less than unlike instead rather
		among second third fourth fifth next nearly almost perhaps probably may might could would should if whether unless
		some several claim claims call calls called say says said former formerly once
		isn't aren't wasn't don't doesn't didn't won't can't cannot`)
)
