package report

import (
	"cmp"
	"slices"
	"strconv"

	"shortlist/internal/guide"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// Correction says that something published was wrong, on the page that said it.
type Correction struct {
	Date     guide.Date
	Was, Is  guide.Inline
	Since    guide.Date // since when it stood there; zero where nobody says
	Source   string     // as one cites it; empty for none
	ID       string     // its anchor on that page
	Provider string     // slug of the entry that said it; empty for the page itself
	Who      []Served   // whom it concerns: slugs and names
	Says     sentence.Text
}

// Corrected is a correction, seen from elsewhere.
type Corrected struct {
	Correction
	Path  string // of the page that said it
	Title string
	Draft bool
	Cites func(id string) *guide.Source // what [@id] means in it
}

// corrections are those of a page, the newest first. Those of one day stand in the
// order of their files, and are told apart by their numbers.
func corrections(list []Correction) []Correction {
	seen := map[string]int{}
	for i := range list {
		c := &list[i]
		c.ID = "correction-" + c.Date.String()
		if seen[c.ID]++; seen[c.ID] > 1 {
			c.ID += "-" + strconv.Itoa(seen[c.ID])
		}
		c.Says = sentence.Corrected(Plain(c.Was), Plain(c.Is), c.Since)
	}
	slices.SortStableFunc(list, func(a, b Correction) int { return b.Date.Compare(a.Date) })
	return list
}

// saidBy are the corrections of what a page said, or its entry of a provider.
func saidBy(of []guide.Correction, provider string, who ...*guide.Provider) []Correction {
	var out []Correction
	for _, c := range of {
		x := Correction{Date: c.Date, Was: c.Was, Is: c.Is, Since: c.Since, Source: c.Source, Provider: provider}
		for _, p := range append(who[:len(who):len(who)], c.Concerns...) {
			x.Who = append(x.Who, Served{p.Slug, p.Name})
		}
		out = append(out, x)
	}
	return out
}

// CorrectionsOf are those of a guide and its entries.
func CorrectionsOf(g *guide.Guide) []Correction {
	all := saidBy(g.Corrections, "")
	for _, e := range g.AllEntries() {
		all = append(all, saidBy(e.Corrections, e.Provider.Slug, e.Provider)...)
	}
	return corrections(all)
}

// CorrectionsOfArticle are those of an article.
func CorrectionsOfArticle(a *guide.Article) []Correction {
	return corrections(saidBy(a.Corrections, ""))
}

// Corrections are all of a publication, the newest first.
func Corrections(lib *guide.Library) []Corrected {
	var all []Corrected
	add := func(path, title string, draft bool, list []Correction, cites func(Correction) func(string) *guide.Source) {
		for _, c := range list {
			all = append(all, Corrected{c, path, title, draft, cites(c)})
		}
	}
	for _, g := range lib.Guides {
		add(address.Guide(g.Slug), g.FullTitle(), g.Draft != "", CorrectionsOf(g), func(c Correction) func(string) *guide.Source {
			if e := cmp.Or(g.Entry(c.Provider), g.EntryApart(c.Provider)); e != nil {
				return e.Source
			}
			return g.Source
		})
	}
	for _, p := range lib.Providers {
		add(address.Provider(p.Slug), p.Name, false, corrections(saidBy(p.Corrections, "", p)), func(Correction) func(string) *guide.Source { return p.Source })
	}
	for _, a := range lib.Articles {
		add(address.Article(a.Slug), a.Title, a.Draft != "", CorrectionsOfArticle(a), func(Correction) func(string) *guide.Source { return a.Source })
	}
	slices.SortStableFunc(all, func(a, b Corrected) int {
		return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.Path, b.Path))
	})
	return all
}

// Concerning are those that concern a provider.
func Concerning(all []Corrected, provider string) []Corrected {
	var out []Corrected
	for _, c := range all {
		if slices.ContainsFunc(c.Who, func(w Served) bool { return w.ID == provider }) {
			out = append(out, c)
		}
	}
	return out
}
