package content

import (
	"strings"

	"shortlist/internal/guide"
)

// A provider or an author that only held pages use is held with them: its page,
// and its name in lists, would announce what is not published. One that nothing
// uses is shown, for it gives nothing away.

// users says which held pages use a provider or an author, by its path, and which
// are used by what is published.
type users struct {
	held      map[string][]string
	published map[string]bool
}

func (u *users) add(path string, heldBy string) {
	switch {
	case heldBy == "":
		u.published[path] = true
	case len(u.held[path]) == 0 || u.held[path][len(u.held[path])-1] != heldBy: // a page is gone through once
		u.held[path] = append(u.held[path], heldBy)
	}
}

// body adds the providers and authors that a text leads to. heldBy is the path of
// the page that it stands on, if that is held.
func (u *users) body(b *guide.Body, heldBy string) {
	for _, l := range b.Links {
		path, _, _ := strings.Cut(l.Destination, "#")
		if strings.HasPrefix(path, "/providers/") || strings.HasPrefix(path, "/authors/") {
			u.add(path, heldBy)
		}
	}
}

func (u *users) guide(g *guide.Guide, heldBy string) {
	for _, a := range g.Authors {
		u.add(authorPath(a), heldBy)
	}
	u.body(&g.Body, heldBy)
	for _, e := range g.AllEntries() {
		u.entry(e, heldBy)
	}
	for _, edition := range g.Editions {
		for _, e := range edition.Entries {
			u.add(providerPath(e.Provider), heldBy)
		}
	}
}

func (u *users) entry(e *guide.Entry, heldBy string) {
	u.add(providerPath(e.Provider.Slug), heldBy)
	u.body(&e.Body, heldBy)
	for _, a := range e.Alternatives {
		u.add(providerPath(a.Provider.Slug), heldBy)
	}
}

func (u *users) article(a *guide.Article, heldBy string) {
	for _, author := range a.Authors {
		u.add(authorPath(author), heldBy)
	}
	u.body(&a.Body, heldBy)
}

// reason says why something is held, "" if it is not.
func (u *users) reason(path string) string {
	by := u.held[path]
	if len(by) == 0 || u.published[path] {
		return ""
	}
	return "only what is held back uses it: " + strings.Join(by, ", ")
}

func providerPath(slug string) string        { return "/providers/" + slug + "/" }
func authorPath(author *guide.Author) string { return "/authors/" + author.Slug + "/" }

// holdUnannounced puts those providers and authors into a library that what is
// published uses, or nothing does.
func (s *site) holdUnannounced(lib *guide.Library, u *users, show func(*reader)) {
	for _, p := range s.providers {
		at := guide.Held{Path: providerPath(p.provider.Slug), Title: p.provider.Name, Named: true, Origin: p.provider.Origin}
		if at.Reason = u.reason(at.Path); at.Reason != "" {
			lib.Held = append(lib.Held, at)
			continue
		}
		show(p.reader)
		lib.Providers = append(lib.Providers, p.provider)
	}
	for _, a := range s.authors {
		at := guide.Held{Path: authorPath(a.author), Title: a.author.Name, Named: true, Origin: a.author.Origin}
		if at.Reason = u.reason(at.Path); at.Reason != "" {
			lib.Held = append(lib.Held, at)
			continue
		}
		show(a.reader)
		lib.Authors = append(lib.Authors, a.author)
	}
	if s.relationships == nil {
		return
	}
	shown := make(map[*guide.Provider]bool, len(lib.Providers))
	for _, p := range lib.Providers {
		shown[p] = true
	}
	for _, tie := range s.relationships.ties {
		if shown[tie.Provider] {
			lib.Relationships = append(lib.Relationships, tie)
		}
	}
}
