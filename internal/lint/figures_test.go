package lint

import (
	"testing"

	"shortlist/internal/guide"
)

func TestIdleCriterion(t *testing.T) {
	column := func(k int, scores ...guide.Assessment) func(*guide.Guide) {
		return func(g *guide.Guide) {
			for i, e := range g.Entries {
				e.Scores[k] = scores[i]
			}
		}
	}
	const same = "Costs decides nothing: it weighs 1 %, but every rank is the same without it"
	light := func(scores ...guide.Assessment) func(*guide.Guide) {
		return func(g *guide.Guide) {
			g.Criteria[0].Weight, g.Criteria[2].Weight = 6900, 100
			column(2, scores...)(g)
		}
	}
	for _, c := range []struct {
		what   string
		change func(*guide.Guide)
		want   []string
	}{
		{"each criterion decides something", func(*guide.Guide) {}, nil},
		{"all score alike", column(2, exact(500), exact(500), exact(500), exact(500)),
			[]string{"Costs decides nothing: all 4 entries score 5 on it"}},
		{"all published scores are alike", column(2, exact(500), ranged(400, 600), ranged(200, 800), unknown),
			[]string{"Costs decides nothing: all 4 entries score 5 on it"}},
		{"nothing is known", column(2, unknown, unknown, unknown, unknown),
			[]string{"Costs decides nothing: nobody's score on it is known"}},
		{"too light to matter", light(exact(500), exact(500), exact(510), exact(500)), []string{same}},
		// The gaps are wide, but the criterion acts.
		{"ranks stay, but it acts", light(exact(1000), exact(0), exact(0), exact(0)), nil},
		// Acme and Bolt differ by very little, and this criterion makes the difference.
		{"it decides a rank", func(g *guide.Guide) {
			light(exact(500), exact(510), exact(500), exact(500))(g)
			column(0, exact(700), exact(700), exact(300), exact(100))(g)
			column(1, exact(700), exact(700), exact(300), exact(100))(g)
		}, nil},
		{"one entry", func(g *guide.Guide) { g.Entries = g.Entries[:1] }, nil},
		{"one criterion", func(g *guide.Guide) {
			column(0, exact(500), exact(500), exact(500), exact(500))(g)
			g.Criteria = g.Criteria[:1]
			g.Criteria[0].Weight = guide.FullWeight
			g.Lenses = nil
			for _, e := range g.Entries {
				e.Scores = e.Scores[:1]
			}
		}, nil},
	} {
		lib := vaults()
		c.change(lib.Guides[0])
		t.Run(c.what, func(t *testing.T) { check(t, found(lib, idleCriterion), c.want...) })
	}
}

func TestInseparableTop(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(*guide.Guide)
		want   []string
	}{
		{"four that are close", func(*guide.Guide) {},
			[]string{"the figures do not separate the first three: 4 of 4 entries are surely behind nobody"}},
		{"half the stress", func(g *guide.Guide) { g.Stress = 1000 }, nil},
		{"the first is far ahead", func(g *guide.Guide) {
			for k := range g.Criteria {
				g.Entries[1].Scores[k] = exact(1000)
			}
		}, nil},
		{"the third is far behind", func(g *guide.Guide) {
			for k := range g.Criteria {
				g.Entries[2].Scores[k], g.Entries[3].Scores[k], g.Entries[0].Scores[k] = exact(10), exact(0), exact(20)
			}
		}, nil},
		{"two entries", func(g *guide.Guide) { g.Entries = g.Entries[:2] }, nil},
	} {
		lib := vaults()
		lib.Guides[0].Stress = 2000
		c.change(lib.Guides[0])
		t.Run(c.what, func(t *testing.T) { check(t, found(lib, inseparableTop), c.want...) })
	}
}

// TestInseparableTopHint: the hint names the score to look for, or says that none
// would help.
func TestInseparableTopHint(t *testing.T) {
	hint := func(lib *guide.Library) string {
		for _, p := range Library(lib) {
			if p.Rule == inseparableTop {
				return p.Hint
			}
		}
		return "no finding"
	}
	lib := vaults()
	lib.Guides[0].Stress = 2000
	if got := hint(lib); got != "what would narrow the ranges most is Dune Vault's score on Security" {
		t.Error(got)
	}
	for _, e := range lib.Guides[0].Entries {
		for k := range e.Scores {
			e.Scores[k] = exact(600)
		}
	}
	if got := hint(lib); got != "the weights leave it open: say so in the guide, or accept `inseparable-top` with a reason" {
		t.Error(got)
	}
}

func TestMixedKinds(t *testing.T) {
	lib := vaults()
	check(t, found(lib, mixedKinds))
	entries := lib.Guides[0].Entries
	entries[1].Provider.Kind = "broker"
	entries[3].Provider.Kind = "add-on"
	check(t, found(lib, mixedKinds), "entries of 3 kinds are ranked on one scale: bank 2, add-on 1, broker 1")
}

func TestScoreWithoutReason(t *testing.T) {
	lib := vaults()
	check(t, found(lib, scoreWithoutReason)) // Dune's unknown score needs none
	for _, e := range lib.Guides[0].Entries {
		e.Scores[2].Why = guide.Inline{}
	}
	check(t, found(lib, scoreWithoutReason),
		"the score on `costs` has no reason", "the score on `costs` has no reason",
		"the range on `costs` has no reason", "the score on `costs` has no reason")
}
