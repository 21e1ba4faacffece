package main

import (
	"math/big"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"shortlist/internal/content"
	"shortlist/internal/export/dataset"
	"shortlist/internal/guide"
)

// Colour changes how an answer looks and not what it says.
func TestColourSaysNothing(t *testing.T) {
	escapes := regexp.MustCompile("\x1b\\[\\d+m")
	for _, s := range answers(t) {
		var with, without strings.Builder
		if err := s.answer.text(&with, screen{100, true}); err != nil {
			t.Fatal(err)
		}
		if err := s.answer.text(&without, screen{100, false}); err != nil {
			t.Fatal(err)
		}
		trim := regexp.MustCompile(` +\n`)
		if got := trim.ReplaceAllString(escapes.ReplaceAllString(with.String(), ""), "\n"); got != without.String() {
			t.Errorf("%s: in colour it says\n%s", s.name, got)
		}
		if strings.Contains(without.String(), "\x1b") || !strings.Contains(with.String(), "\x1b") {
			t.Errorf("%s: colour where none belongs, or none where it does", s.name)
		}
	}
}

// named is an answer from the content of this repository.
type named struct {
	name   string
	answer answer
	place  dataset.Place // of a proof
}

// answers are all orders and proofs of the real guides, and the orders under
// every lens and in every region. They are computed once for all tests.
func answers(t *testing.T) []named {
	t.Helper()
	computed.Do(func() { computed.answers = computeAnswers(t) })
	return computed.answers
}

var computed struct {
	sync.Once
	answers []named
}

func computeAnswers(t *testing.T) []named {
	t.Helper()
	lib, problems := content.Load(os.DirFS("../.."), content.Options{Now: time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC)})
	if lib == nil {
		t.Fatalf("the content of this repository has problems: %v", problems)
	}
	var out []named
	show := func(g *guide.Guide, name string, c perspective, args ...string) {
		p, err := c.of(lib, append([]string{g.Slug}, args...))
		if err != nil {
			t.Fatal(err)
		}
		n := named{name: g.Slug + " " + name, answer: p.standings()}
		if p.provider != nil {
			n.answer = p.proof(p.g.Ranking.Find(args[0]))
			n.place = dataset.New(p.g, "/").Places[p.g.Ranking.Find(args[0])]
		}
		out = append(out, n)
	}
	for _, g := range lib.Guides {
		show(g, "as published", perspective{})
		for _, e := range g.Entries {
			show(g, e.Provider.Slug, perspective{}, e.Provider.Slug)
			show(g, e.Provider.Slug+" under own weights", perspective{weights: g.Criteria[1].ID + "=33"}, e.Provider.Slug)
		}
		for _, l := range g.Lenses {
			show(g, l.ID, perspective{lens: l.ID})
		}
		for _, r := range lib.Site.Regions {
			show(g, r.ID, perspective{region: r.ID})
		}
	}
	return out
}

// Nothing is wider than the terminal but an address, which is not broken.
func TestNothingIsTooWide(t *testing.T) {
	for _, s := range answers(t) {
		for _, columns := range []int{60, 80, 81, 100, 140} {
			var out strings.Builder
			if err := s.answer.text(&out, screen{width: columns}); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(out.String()) {
				if width(strings.TrimSuffix(line, "\n")) > columns && !strings.Contains(line, "https://") {
					t.Errorf("%s at %d columns: %q", s.name, columns, line)
				}
			}
		}
	}
}

// The sum of a proof can be done again from what is printed, and comes to the
// total of ranking.json.
func TestTheSumCanBeRedoneByHand(t *testing.T) {
	line := regexp.MustCompile(`(?m)^(\S.*?) +([\d.]+) %  × +([\d.]+)  = +([\d.]+)`)
	last := regexp.MustCompile(`(?m)^Sum +100 % +=? +([\d.]+)$`)
	proofs := 0
	for _, s := range answers(t) {
		if s.place.Provider == "" {
			continue
		}
		proofs++
		var out strings.Builder
		if err := s.answer.text(&out, screen{width: 120}); err != nil {
			t.Fatal(err)
		}
		sum, weights := new(big.Rat), new(big.Rat)
		for _, m := range line.FindAllStringSubmatch(out.String(), -1) {
			product := new(big.Rat).Mul(decimal(t, m[2]), decimal(t, m[3]))
			product.Quo(product, big.NewRat(100, 1))
			if product.Cmp(decimal(t, m[4])) != 0 {
				t.Errorf("%s: %s times %s is not %s", s.name, m[2], m[3], m[4])
			}
			weights.Add(weights, decimal(t, m[2]))
			sum.Add(sum, product)
		}
		if weights.Cmp(big.NewRat(100, 1)) != 0 {
			t.Errorf("%s: the weights come to %s", s.name, weights.FloatString(2))
		}
		m := last.FindStringSubmatch(out.String())
		if m == nil || sum.Cmp(decimal(t, m[1])) != 0 {
			t.Fatalf("%s: the sum is %s, it says %q", s.name, sum.FloatString(6), m)
		}
		if total := big.NewRat(int64(s.place.Total), 1_000_000); total.Cmp(sum) != 0 {
			t.Errorf("%s: the sum is %s, the total %s", s.name, sum.FloatString(6), total.FloatString(6))
		}
	}
	if proofs != 40 {
		t.Errorf("%d proofs, not one of each entry under two weightings", proofs)
	}
}

func decimal(t *testing.T, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return r
}

func BenchmarkProof(b *testing.B) {
	lib, _ := content.Load(os.DirFS("../.."), content.Options{Now: time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC)})
	p, err := perspective{}.of(lib, []string{"custody-insurance", "evertas"})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var out strings.Builder
		if err := p.proof(0).text(&out, screen{width: 80}); err != nil {
			b.Fatal(err)
		}
	}
}
