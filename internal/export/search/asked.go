package search

import (
	"slices"
	"strings"
)

// asking is how people ask for what a guide says in other words.
type asking struct {
	price    called   // what something costs
	cheapest []string // that it costs least
}

// called are words for one thing.
type called []string

// in reports whether one of some texts has one of the words.
func (c called) in(texts ...string) bool {
	for _, text := range texts {
		for _, w := range Words(text) {
			if slices.Contains(c, w) {
				return true
			}
		}
	}
	return false
}

var asks = map[string]asking{
	"en": {
		called{"price", "prices", "pricing", "cost", "costs", "fee", "fees"},
		[]string{"cheapest", "cheap", "lowest cost", "lowest price", "lowest fees", "least expensive", "affordable"},
	},
	"de": {
		called{"preis", "preise", "kosten", "gebuhr", "gebuhren", "fees"},
		[]string{"günstigste", "günstigster", "günstig", "billigste", "billigster", "billig"},
	},
	"fr": {
		called{"prix", "tarif", "tarifs", "cout", "couts", "frais", "fees"},
		[]string{"moins cher", "moins chère", "pas cher", "abordable"},
	},
	"es": {
		called{"precio", "precios", "coste", "costes", "costo", "costos", "tarifa", "tarifas", "fees"},
		[]string{"más barato", "más barata", "barato", "barata"},
	},
}

// askedFor is how one asks in the language of a site; of others than these it is
// not known.
func askedFor(language string) asking { return asks[primary(language)] }

// primary is a language without its region: "en" of "en-GB".
func primary(language string) string {
	language, _, _ = strings.Cut(language, "-")
	return strings.ToLower(language)
}

// function are words that a question has for its grammar: beside others they tell
// nothing. What is a name as often ("us", "it") is not among them.
var function = map[string]string{
	"en": "a about am an and are as at be been but by can could did do does for from had has have how i if in is its many me much my of on or our should so " +
		"than that the their them then there these they this to was we were what when where which who whose why will with would you your",
	"de": "aber als am an auch auf aus bei bin das dass dem den der des die ein eine einem einen einer eines er es fur hat ich im in ist kann mein mit " +
		"nach oder sein sich sie sind so um und uns von wann warum was welche welcher welches wer wie wir wird wo zu zum zur",
	"fr": "a au aux avec ce ces comment d dans de des du elle en est et il ils je l la le les leur ma mes mon nous ou par pour pourquoi quand que quel " +
		"quelle quels qui sa se ses son sont sur un une vous",
	"es": "a al como con cual cuales cuando de del donde el ella en es esta este la las lo los me mi no o para por porque que quien se son su sus un una y",
}

// commonWords are the words that do not count beside others on a site of that
// language.
func commonWords(language string) []string { return strings.Fields(function[primary(language)]) }
