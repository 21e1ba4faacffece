package sentence

import (
	"fmt"

	"shortlist/internal/rank"
)

// First says in one sentence how firm first place is. PROVISIONAL WORDS, as in
// the others of this file.
func First(r rank.Analysis, names Names) Text {
	if len(r.Places) < 2 || !r.Draws.Made {
		return Text{}
	}
	nearest := 1
	for i := 2; i < len(r.Places); i++ {
		if r.Shares[i] > r.Shares[nearest] {
			nearest = i
		}
	}
	return Said("first", fmt.Sprintf("%s is first in %d of 100 draws of weights, missing scores and rounding; %s is the nearest threat.",
		names.Provider(r.Places[0].ID), r.Shares[0], names.Provider(r.Places[nearest].ID)))
}

// LeadOver says the lead of first place out of 10.
func LeadOver(r rank.Analysis, names Names) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	return Said("lead", fmt.Sprintf("It leads %s by %s of 10.", names.Provider(r.Places[1].ID), r.Print(r.Places[0].Total-r.Places[1].Total)))
}

// Edge says where the first is furthest ahead of the runner-up, with both scores.
func Edge(r rank.Analysis, names Names) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	k := lead(r.Places[0], r.Places[1])
	return Said("edge", fmt.Sprintf("Its largest edge is on %s: %s to %s.", names.Criterion(r.Table.Criteria[k].ID), r.Counts(0, k), r.Counts(1, k)))
}

// Likely says the likely range of a place: "likely 2nd to 5th".
func Likely(r rank.Analysis, place int) Text {
	if !r.Draws.Made {
		return Text{}
	}
	return Said("likely", "likely "+fromTo(r.Draws.Likely[place]))
}

// Never says the guarantee for a place: "never outside 1st to 9th".
func Never(r rank.Analysis, place int) Text {
	return Said("never", "never outside "+fromTo(r.Ranges[place]))
}

// Loss says what takes first place away most cheaply, whoever takes it.
func Loss(r rank.Analysis, names Names) Text {
	if !r.Losable {
		return Text{}
	}
	return Said("loss", Flip(r.Ranking, r.Loss, names))
}

// Worst says what is left of first place at worst.
func Worst(r rank.Analysis) Text {
	if len(r.Places) < 2 {
		return Text{}
	}
	return Said("worst", "At worst it is "+Ordinal(r.Ranges[0].Worst)+".")
}

// Draws explains the draws, or says why there are none.
func Draws(r rank.Analysis) Text {
	if !r.Draws.Made {
		return Said("draws", "There are no draws of this ranking.")
	}
	return Said("draws", "Each draw moves the weights, fills in the missing scores and undoes the rounding at random. Every such draw is as probable as any other.")
}

// Provisional says that too little is known of a place; empty where enough is.
func Provisional(r rank.Ranking, place int) Text {
	if p := r.Places[place]; p.Provisional {
		return Said("provisional", "Provisional: only "+Percent(p.Completeness)+" of the weight is known.")
	}
	return Text{}
}
