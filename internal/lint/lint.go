// Package lint advises on a valid library with its rankings: it holds what is
// claimed in words against the figures, and says where the figures themselves
// decide little.
//
// Package content has found the mistakes; what is left here is doubtful at
// most, so every rule is a warning or an advice, and an author who has thought
// about a finding silences it in the file concerned, with a reason:
//
//	[accept]
//	award-claim = "by the price list alone; the score counts more"
//
// Package content refuses an [accept] table that names a rule unknown to the
// program, so whatever loads content must have this package linked in; a test
// that loads a site and does not lint imports it for that alone.
//
// One file holds one rule or two about the same thing: award.go, prose.go,
// conclusion.go, idle.go, top.go, kinds.go, reason.go, closed.go, counts.go,
// expiring.go and placeholder.go; updated.go says what has changed for a rule that
// needs the history of a site. A review that is overdue is found by package content
// (review-overdue), since it needs no ranking.
//
// # Claims
//
// Two of the rules read prose. They know few words (phrase.go) and one form: a
// superlative, then what it is about, and nothing that narrows it. "Best for
// costs" claims that nobody is better on Costs; "best for costs above ten
// million" and "best for APAC institutions with a MAS licence" claim less, and
// what they claim no figure here can judge, so that nothing is said of them.
// The same goes for a superlative that is denied or hedged ("not the cheapest",
// "one of the safest"), for a sentence that names another provider, and for one
// that is not about the entry. A finding should be deserved; a claim in
// other words goes unnoticed.
//
// A claim about a criterion is contradicted when another entry scores clearly
// higher on it: see figures.above. One about a lens, a region or the whole
// ranking is contradicted when the page on it shows another entry first.
//
// # Places
//
// The place of a word in a line of front matter is counted from the line's first
// character. Where the author wrote an escape (\u2019) before it, the column is
// off by the length of that escape.
package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

// Library returns what is doubtful in a library, in no particular order and
// without the source lines, which [diag.List.Quote] adds. What a file accepts is
// left out and counted in lib.Accepted; nothing else of the library is touched.
func Library(lib *guide.Library) diag.List { return new(Linter).Library(lib) }

// Linter advises on one library after another. What it found in a value that the
// library before had too, the very same, it does not look for again.
type Linter struct {
	names   map[string]bool
	callers map[string]string
	lib     *guide.Library
	called  []string // slugs and names of the providers
	regions []*guide.Region
	before  map[any]diag.List // by the guide, article, page, provider or author
	now     map[any]diag.List
}

// Library is [Library].
func (l *Linter) Library(lib *guide.Library) diag.List {
	names := firstNames(lib.Providers)
	var called []string
	for _, p := range lib.Providers {
		called = append(called, p.Slug, p.Name)
	}
	if !slices.Equal(called, l.called) || !slices.Equal(lib.Site.Regions, l.regions) {
		l.before = nil
	}
	l.names, l.callers, l.called, l.lib = names, onlyNames(lib.Providers), called, lib
	l.regions, l.now = lib.Site.Regions, map[any]diag.List{}
	var list diag.List
	for _, g := range lib.Guides {
		list = append(list, l.of(g, func(list *diag.List) { l.findInGuide(list, g) })...)
	}
	for _, a := range lib.Articles {
		list = append(list, l.of(a, func(list *diag.List) { placeholdersIn(list, &a.Body) })...)
	}
	for _, p := range lib.Pages {
		list = append(list, l.of(p, func(list *diag.List) { placeholdersIn(list, &p.Body) })...)
	}
	for _, p := range lib.Providers {
		list = append(list, l.of(p, func(list *diag.List) {
			placeholdersIn(list, &p.Body)
			expiringIn(list, p.AsOf, &p.Body, nil)
		})...)
	}
	for _, a := range lib.Authors {
		list = append(list, l.of(a, func(list *diag.List) { placeholdersIn(list, &a.Body) })...)
	}
	for _, tie := range lib.Relationships {
		placeholdersInLines(&list, tie.Note)
	}
	l.before, l.now, l.lib = l.now, nil, nil
	return WithoutAccepted(list, lib.Accepted)
}

// of is what is doubtful in a value of the library.
func (l *Linter) of(value any, find func(*diag.List)) diag.List {
	list, known := l.before[value]
	if !known {
		find(&list)
	}
	l.now[value] = list
	return list
}

func (l *Linter) findInGuide(list *diag.List, g *guide.Guide) {
	f := figures{guide: g, ranking: rank.Rank(table.Published(g))}
	findIdleCriteria(list, f)
	findInseparableTop(list, f)
	findMixedKinds(list, g)
	findClosed(list, g)
	checkConclusion(list, g, l.callers)
	v := newVocabulary(g, l.regions)
	for _, e := range g.Entries {
		checkAward(list, f, v, e)
		checkProse(list, f, v, e, l.names)
		findMissingReasons(list, g, e)
	}
	checkCounts(list, f)
	placeholdersInGuide(list, g)
	for _, e := range g.Entries {
		expiringIn(list, e.AsOf, &e.Body, slices.Concat([]guide.Inline{e.Award, e.ConsiderIf}, e.Strengths, e.Drawbacks))
	}
}

// Guide is what is doubtful in one guide of a publication that has these providers,
// of which only the names are asked for; what its files accept, too.
func Guide(g *guide.Guide, providers []*guide.Provider, regions []*guide.Region) diag.List {
	l := &Linter{names: firstNames(providers), regions: regions, lib: &guide.Library{Providers: providers}}
	var list diag.List
	l.findInGuide(&list, g)
	return list
}

// WithoutAccepted leaves out the findings that the author of their file accepts,
// and counts them there.
func WithoutAccepted(list diag.List, accepted []guide.Accepted) diag.List {
	type key struct{ file, rule string }
	at := map[key]int{}
	for i, a := range accepted {
		at[key{a.Origin.File, a.Rule}] = i
	}
	var out diag.List
	for _, p := range list {
		if i, ok := at[key{p.Span.File, p.Rule.Name}]; ok {
			accepted[i].Count++
			continue
		}
		out = append(out, p)
	}
	return out
}

func spanOf(o guide.Origin, width int) diag.Span {
	return diag.Span{File: o.File, Line: o.Line, Column: o.Column, Width: width}
}

// fence is where a finding about a file as a whole stands: its first line, which
// is +++.
func fence(o guide.Origin) diag.Span { return spanOf(o, len("+++")) }

// inBody is the place of some words of a body, to the end of their first line.
func inBody(b *guide.Body, start, end int) diag.Span {
	line, _, _ := strings.Cut(b.Source[start:end], "\n")
	return spanOf(b.At(start), utf8.RuneCountInString(line))
}

// inLine is the place of some words of a line of front matter.
func inLine(t guide.Inline, start, end int) diag.Span {
	at := t.Origin
	at.Column += utf8.RuneCountInString(t.Source[:start])
	return spanOf(at, utf8.RuneCountInString(t.Source[start:end]))
}
