package lint

import (
	"testing"

	"shortlist/internal/guide"
)

func TestProse(t *testing.T) {
	const (
		dear   = "3 entries score clearly higher on Costs: 8 against 4, Dune Vault first"
		unsafe = "2 entries score clearly higher on Security: 9 against 6, Bolt Vault first"
		third  = "it ranks 3 of 4; Bolt Vault is first"
	)
	// All of it is Acme's: first on scale, last on costs, third of four.
	for _, c := range []struct {
		prose string
		said  string // "" is no finding
		why   string
	}{
		{"Acme is the cheapest of the four.", "cheapest", dear},
		{"You want the cheapest vault.", "cheapest", dear},
		{"Lowest fees of all.", "Lowest fees", dear},
		{"It has the lowest\ncosts here.", "lowest costs", dear},
		{"Acme's doors are thick, and it is the most secure.", "most secure", unsafe},
		{"## Features\n\n- The safest of the four [@test]", "safest", unsafe},
		{"It was built in 1999. It has the best security, by far.", "best security", unsafe},
		{"The top-ranked vault.", "top-ranked", third},
		{"Acme ranks first, and that is no surprise.", "", ""}, // "and that": of something else, perhaps
		{"Acme ranks first.", "ranks first", third},
		{"We think that it ranks first on costs.", "ranks first on costs", dear},
		{"It is number one.", "is number one", third},
		{"It is the number one bank vault overall.", "the number one", third},

		// True.
		{"It has the greatest scale.", "", ""},
		{"It ranks first on liquidity.", "", ""},

		// Narrowed, hedged, denied.
		{"It is the cheapest vault for one coin.", "", ""},
		{"It is not the cheapest.", "", ""},
		{"It isn’t the cheapest.", "", ""},
		{"It is one of the cheapest.", "", ""},
		{"It is cheaper than most, if not the cheapest.", "", ""},
		{"It calls itself the safest.", "", ""},
		{"It may be the cheapest when volumes are low.", "", ""},
		{"The number one cause of loss is haste.", "", ""},
		{"An established brand comes first for you.", "", ""},
		{"It has the best practices for security.", "", ""},

		// Of something or somebody else.
		{"Bolt is the cheapest.", "", ""},
		{"Next to Dune, it is the cheapest.", "", ""},
		{"Cold storage is the safest.", "", ""},
		{"It keeps coins in cold storage, the safest option.", "", ""},
		{"It keeps coins in cold storage, which is the safest option.", "", ""},
		{"`cheapest`", "", ""},
		{"It is quick. Storage offline is the safest.", "", ""},
	} {
		var want []string
		if c.said != "" {
			want = []string{"the prose says `" + c.said + "`, but " + c.why}
		}
		t.Run(c.prose, func(t *testing.T) {
			lib := vaults()
			e := lib.Guides[0].Entries[0]
			e.Body = guide.Body{Source: c.prose, Origin: guide.Origin{File: "acme.md", Line: 20, Column: 1}}
			check(t, found(lib, proseContradictsRank), want...)
		})
	}
}

// TestProseEverywhere: each line of an entry is read; its award has a rule of its
// own.
func TestProseEverywhere(t *testing.T) {
	text := guide.Inline{Source: "The cheapest."}
	for where, write := range map[string]func(*guide.Entry){
		"consider_if":  func(e *guide.Entry) { e.ConsiderIf = text },
		"fees":         func(e *guide.Entry) { e.Fees = text },
		"regions_note": func(e *guide.Entry) { e.RegionsNote = text },
		"why":          func(e *guide.Entry) { e.Scores[2].Why = text },
		"body":         func(e *guide.Entry) { e.Body.Source = text.Source },
		"award":        func(e *guide.Entry) { e.Award = text },
	} {
		lib := vaults()
		write(lib.Guides[0].Entries[0])
		prose, award := len(found(lib, proseContradictsRank)), len(found(lib, awardClaim))
		if where == "award" {
			prose, award = award, prose
		}
		if prose != 1 || award != 0 {
			t.Errorf("%s: %d findings in prose, %d in the award", where, prose, award)
		}
	}
}

// TestNoCriterion: a superlative about what the guide does not score says nothing.
func TestNoCriterion(t *testing.T) {
	lib := vaults()
	lib.Guides[0].Entries[0].ConsiderIf = guide.Inline{Source: "You want the easiest to use, with the best support."}
	check(t, found(lib, proseContradictsRank))
}
