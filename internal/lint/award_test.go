package lint

import (
	"testing"
	"time"

	"shortlist/internal/guide"
)

func TestAward(t *testing.T) {
	for _, c := range []struct {
		provider, award string
		want            []string
	}{
		// On a criterion, by its id, its name, a half of its name, or in other words.
		{"acme", "Best for costs", []string{
			"the award says `Best for costs`, but 3 entries score clearly higher on Costs: 8 against 4, Dune Vault first"}},
		{"bolt", "Best for Costs", []string{
			"the award says `Best for Costs`, but 2 entries score clearly higher on Costs: 8 against 6, Dune Vault first"}},
		{"core", "Strongest on scale and liquidity", []string{
			"the award says `Strongest on scale and liquidity`, but 2 entries score clearly higher on Scale and liquidity: 9 against 6, Acme Vault first"}},
		{"bolt", "Best liquidity", []string{
			"the award says `Best liquidity`, but Acme Vault scores clearly higher on Scale and liquidity: 9 against 7"}},
		{"acme", "Cheapest of the four", []string{
			"the award says `Cheapest`, but 3 entries score clearly higher on Costs: 8 against 4, Dune Vault first"}},
		{"acme", "The lowest-cost bank vault", []string{
			"the award says `lowest-cost`, but 3 entries score clearly higher on Costs: 8 against 4, Dune Vault first"}},
		{"acme", "Safest", []string{
			"the award says `Safest`, but 2 entries score clearly higher on Security: 9 against 6, Bolt Vault first"}},
		{"dune", "Most secure vault", []string{
			"the award says `Most secure`, but 3 entries score clearly higher on Security: 9 against an unknown score, Bolt Vault first"}},
		{"acme", "Best for **costs** [@prices], with a list", []string{
			"the award says `Best for **costs`, but 3 entries score clearly higher on Costs: 8 against 4, Dune Vault first"}},
		{"acme", "Best for security and costs", []string{
			"the award says `Best for security and costs`, but 3 entries score clearly higher on Costs: 8 against 4, Dune Vault first",
			"the award says `Best for security`, but 2 entries score clearly higher on Security: 9 against 6, Bolt Vault first"}},
		{"bolt", "Best for security", nil},
		{"core", "Best for security", []string{
			"the award says `Best for security`, but Bolt Vault scores clearly higher on Security: 9 against 8"}},
		{"dune", "Cheapest", nil},
		{"core", "Best for costs", nil}, // 5 to 8: the 8 of another lies within, and 6.5 is its midpoint; see below

		// Under a lens.
		{"core", "Best for security first", []string{
			"the award says `Best for security first`, but under the lens Security first it ranks 2 of 4; Bolt Vault is first"}},
		{"bolt", "Best for security-first buyers", nil},
		{"acme", "Best for cost clarity", []string{
			"the award says `Best for cost clarity`, but under the lens Cost clarity first it ranks 4 of 4; Dune Vault is first"}},

		// For a region.
		{"acme", "Best in Asia-Pacific", []string{
			"the award says `Best in Asia-Pacific`, but among those that serve Asia-Pacific it ranks 2 of 2; Core Vault is first"}},
		{"core", "Best for APAC institutions", nil},
		{"bolt", "Best for Singapore", []string{
			"the award says `Best for Singapore`, but the entry does not name Singapore among its regions"}},
		{"acme", "Best for US clients", []string{
			"the award says `Best for US`, but among those that serve United States it ranks 2 of 2; Bolt Vault is first"}},
		{"acme", "Best for us", nil}, // the pronoun

		// Of the whole ranking.
		{"acme", "Best bank vault", []string{"the award says `Best bank vault`, but it ranks 3 of 4; Bolt Vault is first"}},
		{"acme", "Best overall", []string{"the award says `Best overall`, but it ranks 3 of 4; Bolt Vault is first"}},
		{"bolt", "Best bank vault overall", nil},
		{"acme", "One of the best bank vaults", nil},

		// What is narrowed, hedged or in other words is no claim.
		{"acme", "Best for costs above ten million", nil},
		{"acme", "Best for security and compliance teams", nil},
		{"acme", "Best for security, compliance and audit teams", nil},
		{"acme", "Best for security-first cold storage", nil},
		{"acme", "Best for APAC institutions with a MAS-licensed stack", nil},
		{"acme", "Best for security in Singapore", nil},
		{"acme", "Best for US-regulated scale", nil},
		{"acme", "Cheapest in Singapore", nil},
		{"acme", "Cheapest vault for one coin", nil},
		{"acme", "Not the cheapest", nil},
		{"acme", "Second best for costs", nil},
		{"acme", "Best for global reach", nil},
		{"acme", "Best for Global", nil},
		{"acme", "Best for two", nil},
		{"acme", "Best for securities", nil},
		{"acme", "Costs in public", nil},
	} {
		lib := vaults()
		if c.provider == "core" && c.award == "Best for costs" {
			lib.Guides[0].Entries[3].Scores[2] = exact(690)
		}
		lib.Guides[0].Entry(c.provider).Award = guide.Inline{Source: c.award,
			Origin: guide.Origin{File: c.provider + ".md", Line: 2, Column: 10}}
		t.Run(c.provider+"/"+c.award, func(t *testing.T) { check(t, found(lib, awardClaim), c.want...) })
	}
}

// TestAbove holds what "clearly higher" means against its edges.
func TestAbove(t *testing.T) {
	for _, c := range []struct {
		what       string
		own, other guide.Assessment
		want       bool
	}{
		{"the same", exact(600), exact(600), false},
		{"points that differ at all", exact(600), exact(601), true},
		{"lower", exact(600), exact(500), false},
		{"ranges that overlap, their middles close", ranged(500, 700), ranged(540, 758), false},
		{"ranges that overlap, their middles half a point apart", ranged(500, 700), ranged(550, 750), true},
		{"ranges that only touch", ranged(500, 560), ranged(560, 590), false},
		{"ranges apart by a hundredth", ranged(500, 560), ranged(561, 590), true},
		{"an unknown other", exact(100), unknown, false},
		{"an unknown own", unknown, exact(549), false},
		{"an unknown own, half a point from its middle", unknown, exact(550), true},
	} {
		lib := vaults()
		g := lib.Guides[0]
		for _, e := range g.Entries {
			e.Scores[2] = exact(0)
		}
		g.Entries[0].Scores[2], g.Entries[1].Scores[2] = c.own, c.other
		g.Entries[0].Award = guide.Inline{Source: "Best for costs"}
		if got := len(found(lib, awardClaim)) > 0; got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// TestNoRegions: an entry whose regions are not checked cannot be first in one.
func TestNoRegions(t *testing.T) {
	lib := vaults()
	e := lib.Guides[0].Entries[0]
	e.Regions, e.Award = nil, guide.Inline{Source: "Best in Singapore"}
	check(t, found(lib, awardClaim), "the award says `Best in Singapore`, but the entry names no regions")
}

// TestSeveralCriteria: a superlative that may be about several criteria is only
// contradicted by all of them.
func TestSeveralCriteria(t *testing.T) {
	lib := vaults()
	g := lib.Guides[0]
	g.Criteria[0].Name = "Custody fee"
	g.Entries[0].Award = guide.Inline{Source: "Cheapest"} // first on one, last on the other
	g.Entries[2].Award = guide.Inline{Source: "Cheapest"}
	check(t, found(lib, awardClaim),
		"the award says `Cheapest`, but 2 entries score clearly higher on Custody fee: 9 against 6, Acme Vault first")
}

// A noun may be written without a letter. It says nothing then, and in particular
// it is not found again and again.
func TestNounWithoutLetters(t *testing.T) {
	lib := vaults()
	lib.Guides[0].Noun = guide.Noun{One: "—", Many: "——"}
	v := newVocabulary(lib.Guides[0], lib.Site.Regions)
	read := make(chan []claim, 1)
	go func() { read <- v.claims(split("Best for costs")) }()
	select {
	case claims := <-read:
		if len(claims) != 1 {
			t.Errorf("%d claims, want one", len(claims))
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the claim is still being read")
	}
}
