package site

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"shortlist/internal/export/search"
)

// TestSearchDocs looks at what the fixture can be searched for.
func TestSearchDocs(t *testing.T) {
	s := small(t)
	docs, open := map[string]search.Doc{}, ""
	for d := range s.searched().Docs() {
		at := d.Path
		if d.Kind == search.Fact { // an entry has several
			at += " " + d.Title
			if strings.Contains(d.Note, "not established") {
				open = at
			} else if open != "" && strings.HasPrefix(d.Path, "/guides/keepers/") {
				t.Errorf("%s stands after %s, which is not known", at, open)
			}
		}
		if _, twice := docs[at]; twice {
			t.Errorf("%s stands twice in the index", at)
		}
		docs[at] = d
	}
	for _, want := range []struct {
		path    string
		kind    search.Kind
		title   string
		note    string
		regions string
		words   string // that find it
	}{
		{"/guides/keepers/", search.Guide, "Best Keepers (2025)", "Three keepers, ranked.", "apac sg eu", "keepers alpha safety newcomer ask cold funds"},
		{"/guides/keepers/#what-is-a-keeper", search.Question, "What is a keeper?", "Best Keepers (2025)", "", "keeper keeps best"},
		{"/guides/keepers/#why-keep", search.Question, "Why?", "Best Keepers (2025)", "", "because"},
		{"/guides/keepers/in/eu/", search.View, "Best Keepers (2025): European Union", "", "eu", "european keepers"},
		{"/guides/keepers/compare/alpha-vs-beta/", search.Comparison, "Alpha & Sons vs Beta", "Beta is a client of Publisher. 1 and 2 (provisional) of 3 in Best Keepers (2025)", "", "alpha beta vs versus better"},
		{"/guides/keepers/?sort=fee#comparison", search.View, "Best on Fee", "Alpha & Sons 8.5; Best Keepers (2025)", "", "fee cheapest lowest costs"},
		{"/guides/keepers/#alpha Alpha & Sons: Staking", search.Fact, "Alpha & Sons: Staking", "yes (Best Keepers (2025))", "", "alpha staking yes"},
		{"/guides/keepers/#gamma Gamma: Fees", search.Fact, "Gamma: Fees", "Not checked in this edition (Best Keepers (2025))", "", "gamma price cost"},
		{"/providers/alpha/", search.Provider, "Alpha & Sons", "custodian; 1 of 3 in Best Keepers (2025)", "apac sg eu", "alpha sons bermuda safety history keys kept cold eligibility"},
		{"/providers/gamma/", search.Provider, "Gamma", "custodian; provisional, of 3 in Best Keepers (2025)", "", "gamma newcomer"},
		{"/providers/delta/", search.Provider, "Delta", "bank", "", "delta bank alternative"},
	} {
		d, ok := docs[want.path]
		if !ok {
			t.Errorf("%s cannot be found", want.path)
			continue
		}
		if d.Kind != want.kind || d.Title != want.title || d.Note != want.note || strings.Join(d.Regions, " ") != want.regions {
			t.Errorf("%s is %+v, in %q", want.path, d.Item, d.Regions)
		}
		var have []string
		for _, texts := range [][]string{d.Text.Titles, d.Text.Names, d.Text.Awards, d.Text.Questions, d.Text.Bodies} {
			have = append(have, search.Words(strings.Join(texts, " "))...)
		}
		for _, w := range strings.Fields(want.words) {
			if !slices.Contains(have, w) {
				t.Errorf("%s cannot be found by %q", want.path, w)
			}
		}
		for _, w := range have {
			if strings.ContainsAny(w, "@[]:*") || w == "licence" && want.kind == search.Guide {
				t.Errorf("%s is found by %q, which nobody reads there", want.path, w)
			}
		}
	}
}

// TestSearchLeadsSomewhere follows every result to its page and its place.
func TestSearchLeadsSomewhere(t *testing.T) {
	s := small(t)
	page := render(t, s, "/search/")
	for d := range s.searched().Docs() {
		path, anchor, _ := strings.Cut(d.Path, "#")
		path, _, _ = strings.Cut(path, "?")
		if html := render(t, s, path); anchor != "" && !strings.Contains(html, `id="`+anchor+`"`) {
			t.Errorf("%s has no place #%s", path, anchor)
		}
		if d.Kind != search.Fact && !strings.Contains(page, `href="/a/b`+d.Path+`"`) {
			t.Errorf("the list lacks %s", d.Path)
		}
	}
}

// TestSearchOfManyThings keeps the page sane on a large site.
func TestSearchOfManyThings(t *testing.T) {
	s := small(t)
	ix := search.New(func(yield func(search.Doc) bool) {
		for g := range 1000 {
			add := func(kind search.Kind, title, path string) {
				yield(search.Doc{Item: search.Item{Kind: kind, Title: title, Path: fmt.Sprintf(path, g)}})
			}
			add(search.Guide, "Best Custody Insurance Providers (2025)", "/guides/custody-insurance-%d/")
			add(search.Question, "What does it cover?", "/guides/custody-insurance-%d/#what-does-it-cover")
			if g%2 == 0 {
				add(search.Provider, "Anchorage Digital Bank", "/providers/anchorage-digital-%d/")
			}
			if g%3 == 0 {
				add(search.Article, "How API keys are kept, rotated and revoked", "/articles/api-key-management-%d/")
			}
		}
	}, nil)
	var b bytes.Buffer
	if err := s.print.Search(&b, ix); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	t.Logf("%d bytes for 1,000 guides, 500 providers and 334 articles", len(page))
	if n := strings.Count(page, "What does it cover?"); n != 0 {
		t.Errorf("%d questions are listed", n)
	}
	if !strings.Contains(page, `There are 1000. <a href="/a/b/faq/">All questions</a>`) {
		t.Error("nothing leads to the questions")
	}
	if n := strings.Count(page, "Best Custody Insurance Providers"); n != 0 {
		t.Errorf("%d guides are listed", n)
	}
	if !strings.Contains(page, `There are 500. <a href="/a/b/providers/">All providers</a>`) {
		t.Error("nothing leads to the providers")
	}
	if len(page) > 60_000 {
		t.Errorf("the page has %d bytes", len(page))
	}
}
