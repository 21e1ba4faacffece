package content

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var badFormer = diag.Define(diag.Error, "formerly",
	"A former slug is the present one, is still in use, or is claimed twice; or an edition ranks the old and the new one.")

// formerly is one item of `formerly`, with its place.
type formerly struct {
	guide.Former
	at diag.Span
}

// readFormer reads what something was called before:
// ["b2c2", { slug = "b2c2", name = "B2C2", until = "2026-02" }, { name = "B2C2 Ltd" }].
func (f *fields) readFormer(own string) []formerly {
	v := f.find("formerly", optional, "")
	if v == nil {
		return nil
	}
	var out []formerly
	for _, item := range f.r.items(v, "formerly") {
		x := formerly{guide.Former{Origin: origin(item.Span)}, item.Span}
		if item.Kind == front.Inline {
			t := f.in(item.Table, "former name")
			if x.Slug = t.text("slug", optional); x.Slug != "" {
				x.at = t.t.Get("slug").Value.Span
			}
			x.Name = t.text("name", optional)
			until := t.date("until", optional)
			f.r.past("until", until)
			x.Until = until.Date
			if !t.has("slug") && !t.has("name") {
				f.r.report(missingKey, t.t.Span, "the former name has neither `slug` nor `name`", `add one: { slug = "old-slug", name = "Old Name" }`)
			}
		} else {
			x.Slug = f.r.text(item, "formerly")
		}
		switch message, hint := checkSlug(x.Slug); {
		case x.Slug == "":
		case message != "":
			f.r.report(badSlug, x.at, message, hint)
			continue
		case x.Slug == own:
			f.r.report(badFormer, x.at, fmt.Sprintf("`%s` is what it is called now", x.Slug), `remove it; for a name that changed alone write { name = "..." }`)
			continue
		case slices.ContainsFunc(out, func(y formerly) bool { return y.Slug == x.Slug }):
			f.r.report(badFormer, x.at, fmt.Sprintf("`%s` is given twice", x.Slug), "remove one")
			continue
		}
		if x.Slug != "" || x.Name != "" {
			out = append(out, x)
		}
	}
	return out
}

// plainFormer is what the model keeps of it.
func plainFormer(list []formerly) []guide.Former {
	var out []guide.Former
	for _, x := range list {
		out = append(out, x.Former)
	}
	return out
}

// withFormer adds the addresses of former slugs to the aliases of a page, behind
// those that are given: feed readers know a page by the first.
func withFormer(aliases []guide.Alias, former []formerly, section string) []guide.Alias {
	for _, x := range former {
		old := section + x.Slug + "/"
		given := slices.ContainsFunc(aliases, func(a guide.Alias) bool { return strings.TrimSuffix(a.Path, "/")+"/" == old })
		if x.Slug != "" && !given {
			aliases = append(aliases, guide.Alias{Path: old, Origin: x.Origin})
		}
	}
	return aliases
}

// claims returns a check of the former slugs of one thing after another, each as it
// comes: none may be in use, or have been claimed before.
func claims(noun string, inUse func(slug string) bool) func(r *reader, former []formerly) {
	first := map[string]diag.Span{}
	return func(r *reader, former []formerly) {
		for _, x := range former {
			before, claimed := first[x.Slug]
			switch {
			case x.Slug == "":
			case inUse(x.Slug):
				r.report(badFormer, x.at, fmt.Sprintf("there is %s `%s`: it is not what another was called", noun, x.Slug),
					"remove it here, or rename the other one")
			case claimed:
				r.report(badFormer, x.at, fmt.Sprintf("`%s` is claimed at %s:%d as well", x.Slug, before.File, before.Line), "keep the one that it became")
			default:
				first[x.Slug] = x.at
			}
		}
	}
}

// checkFormerIDs holds the former ids of the tables of one list against each other.
// The ids that are in use stand in present.
func (r *reader) checkFormerIDs(noun string, present map[string]bool, lists [][]formerly) {
	check := claims(noun, func(id string) bool { return present[id] })
	for _, list := range lists {
		check(r, list)
	}
}

// checkFormer holds the former slugs of files against the slugs that are in use.
func (s *site) checkFormer() {
	check := claims("a provider", func(slug string) bool { return s.bySlug[slug] != nil })
	for _, p := range s.providers {
		check(p.reader, p.former)
	}
	check = claims("an author", func(slug string) bool { return s.byAuthor[slug] != nil })
	for _, a := range s.authors {
		check(a.reader, a.former)
	}
	inUse := map[string]bool{}
	for _, g := range s.guides {
		inUse[g.guide.Slug] = true
	}
	check = claims("a guide", func(slug string) bool { return inUse[slug] })
	for _, g := range s.guides {
		check(g.reader, g.former)
	}
	inUse = map[string]bool{}
	for _, a := range s.articles {
		inUse[a.article.Slug] = true
	}
	check = claims("an article", func(slug string) bool { return inUse[slug] })
	for _, a := range s.articles {
		check(a.reader, a.former)
	}
}

// indexFormer finds out which provider an old slug means: the one that says so,
// else the one with its address among its aliases. One that two claim means none.
func (s *site) indexFormer() {
	s.former = map[string]*providerFile{}
	said := map[string]bool{}
	for _, p := range s.providers {
		for _, x := range p.former {
			if x.Slug != "" && s.bySlug[x.Slug] == nil && !said[x.Slug] {
				s.former[x.Slug], said[x.Slug] = p, true
			}
		}
	}
	doubtful := map[string]bool{}
	for _, p := range s.providers {
		for _, a := range p.provider.Aliases {
			slug := a.Slug("/providers/")
			if slug == "" || s.bySlug[slug] != nil || said[slug] {
				continue
			}
			doubtful[slug] = doubtful[slug] || s.former[slug] != nil && s.former[slug] != p
			s.former[slug] = p
		}
	}
	var names []string
	for slug, p := range s.former {
		if doubtful[slug] {
			delete(s.former, slug)
			continue
		}
		names = append(names, slug+" "+p.provider.Slug)
	}
	slices.Sort(names)
	s.formerNames = strings.Join(names, "\n")
}

// renameFrozen lets the editions of a guide mean providers by their slugs of today.
// Their files stay as they are. An edition that ranks the old and the new slug
// knows two: where somebody says that they are one, it is a mistake.
func (s *site) renameFrozen(g *guideFile) {
	for _, file := range g.editions {
		e := file.edition
		ranked := map[string]bool{}
		for _, x := range e.Entries {
			ranked[x.Provider] = true
		}
		for i := range e.Entries {
			x := &e.Entries[i]
			if now := s.former[x.Provider]; now != nil && !ranked[now.provider.Slug] {
				x.Was, x.Provider = x.Provider, now.provider.Slug
				ranked[x.Provider] = true
			} else if now != nil {
				file.reportTwo(x.Provider, now)
			}
			if p := s.bySlug[x.Provider]; p != nil && p.provider.Name != "" && p.provider.Name != x.Name {
				x.Now = p.provider.Name
			}
		}
		for i := range e.Apart {
			if now := s.former[e.Apart[i].Provider]; now != nil {
				e.Apart[i].Provider = now.provider.Slug
			}
		}
	}
}

// reportTwo reports a former slug beside which an edition ranks the present one.
func (file *editionFile) reportTwo(old string, now *providerFile) {
	for _, x := range now.former {
		if x.Slug == old {
			file.report(badFormer, file.firstLine(),
				fmt.Sprintf("the edition ranks `%s` and `%s`, which %s:%d says are one", old, now.provider.Slug, x.at.File, x.at.Line),
				"take the name out of `formerly`: they were two; an edition is never changed")
		}
	}
}
