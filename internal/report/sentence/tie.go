package sentence

import (
	"slices"

	"shortlist/internal/guide"
)

// The ties, in words that a stranger understands: of one provider, of several.
var ties = map[guide.TieKind][2]string{
	guide.Affiliate:    {"{names} pays {publisher} for readers who become its customers", "{names} pay {publisher} for readers who become their customers"},
	guide.Sponsor:      {"{names} pays for a part of what {publisher} publishes", "{names} pay for a part of what {publisher} publishes"},
	guide.Investor:     {"{names} has invested in {publisher}", "{names} have invested in {publisher}"},
	guide.Owner:        {"{names} owns {publisher}, in whole or in part", "{names} own {publisher}, in whole or in part"},
	guide.Client:       {"{names} is a client of {publisher}", "{names} are clients of {publisher}"},
	guide.Advertiser:   {"{names} advertises with {publisher}", "{names} advertise with {publisher}"},
	guide.DataSupplier: {"{names} supplies data to {publisher}", "{names} supply data to {publisher}"},
}

const tieNoPart = "this has no part in any ranking"

// Ties tells of commercial ties before anything that shows the providers: those of
// [TiesBriefly], then that they move no rank; empty where there are none.
func Ties(told []guide.Relationship, publisher string) Text {
	out := TiesBriefly(told, publisher)
	if out.Empty() {
		return out
	}
	return out.Then(say("", tieNoPart).Stop())
}

// TiesBriefly tells of ties in one sentence for each kind.
func TiesBriefly(told []guide.Relationship, publisher string) Text {
	var out Text
	for _, kind := range guide.TieKinds {
		var names []string
		for i := range told {
			if told[i].Kind == kind {
				names = append(names, told[i].Provider.Name)
			}
		}
		if len(names) == 0 {
			continue
		}
		slices.Sort(names)
		template := ties[kind][min(len(names), 2)-1]
		out = out.Then(say("tie", template, words("names", List(names)), words("publisher", publisher)).Stop())
	}
	return out
}
