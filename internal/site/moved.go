package site

import (
	"strings"

	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
	"shortlist/internal/report/address"
)

// moves sends readers on from computed pages whose address has a slug or an id in
// it that something had: nobody writes an alias for those.
type moves struct {
	*Site
	planned *occupied
	moved   []movedTo
}

// move sends readers on from a path, and reports whether it was free.
func (m *moves) move(at guide.Origin, from, to string) bool {
	if m.planned.taken(from) != "" {
		return false
	}
	m.planned.add(Page{Path: from, Source: at})
	m.moved = append(m.moved, movedTo{Redirect: hosting.Redirect{From: from, To: to}, by: guide.Alias{Path: from, Origin: at}, file: from})
	return true
}

// moveBelow sends readers on from all that a guide had below another slug. An alias
// that is no address of a guide had nothing below.
func (m *moves) moveBelow(g *guide.Guide) {
	for _, a := range g.Aliases {
		slug, ok := strings.CutPrefix(strings.TrimSuffix(a.Path, "/"), "/guides/")
		if !ok || slug == "" || strings.Contains(slug, "/") || strings.EqualFold(slug, g.Slug) || m.inhabited(address.Guide(slug)) {
			continue
		}
		m.moved = append(m.moved, movedTo{Redirect: hosting.Redirect{From: address.Guide(slug), To: address.Guide(g.Slug), Below: true}, by: a})
	}
}

// moveGuide sends readers on below a guide.
func (m *moves) moveGuide(p *planned) {
	g := p.Guide
	providers := map[string]*guide.Provider{}
	for _, e := range g.Entries {
		providers[e.Provider.Slug] = e.Provider
	}
	for i := range g.Lenses {
		l := &g.Lenses[i]
		m.moveIDs(l.Former, func(id string) string { return address.Lens(g.Slug, id) }, l.ID)
	}
	for i := range g.UseCases {
		u := &g.UseCases[i]
		m.moveIDs(u.Former, func(id string) string { return address.UseCase(g.Slug, id) }, u.ID)
	}
	for _, pair := range p.outline.Pairs {
		a, b := providers[pair[0]], providers[pair[1]]
		to := address.Compare(g.Slug, a.Slug, b.Slug)
		for _, was := range a.FormerSlugs() {
			m.moveComparison(g, was, b.Slug, to)
			for _, other := range b.FormerSlugs() {
				m.moveComparison(g, was, other, to)
			}
		}
		for _, was := range b.FormerSlugs() {
			m.moveComparison(g, a.Slug, was, to)
		}
	}
}

func (m *moves) moveComparison(g *guide.Guide, a, b, to string) {
	if m.move(g.Origin, address.Compare(g.Slug, a, b), to) {
		m.reversed = append(m.reversed, hosting.Redirect{From: address.Reverse(g.Slug, a, b), To: to})
	}
}

func (m *moves) moveIDs(former []guide.Former, path func(id string) string, now string) {
	for _, f := range former {
		if f.Slug != "" {
			m.move(f.Origin, path(f.Slug), path(now))
		}
	}
}
