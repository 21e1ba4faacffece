package site

import (
	"fmt"
	"io"
	"sync"

	"shortlist/internal/export/feed"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// planGuide lists a guide's pages: the guide itself, and the same ranking seen
// from other sides.
func (s *Site) planGuide(g *guide.Guide) {
	add := func(path, template string, from guide.Origin, page func(*guideRendering, io.Writer) error) {
		s.addPage(path, template, from, func(w io.Writer) error {
			if err := page(s.rendering(g), w); err != nil {
				return fmt.Errorf("%s: %w", g.Origin.File, err)
			}
			return nil
		}).updated = g.Dates.Updated
	}
	add(guidePath(g.Slug), "guide", g.Origin, (*guideRendering).guidePage)
	s.planDataset(g)
	if len(g.Editions) > 0 {
		atom, json := changesPath(g.Slug), changesJSONPath(g.Slug)
		s.addFile(atom, g.Origin, func(w io.Writer) error { return feed.Atom(w, s.changesFeed(g, atom)) })
		s.addFile(json, g.Origin, func(w io.Writer) error { return feed.JSON(w, s.changesFeed(g, json)) })
	}
	s.addFile(twinPath(guidePath(g.Slug)), g.Origin, func(w io.Writer) error { return s.rendering(g).guideTwin(w) })
	add(methodologyPath(g.Slug), "methodology", g.Origin, (*guideRendering).methodologyPage)
	for i := range g.Lenses {
		l := &g.Lenses[i]
		add(lensPath(g.Slug, l.ID), "lens", l.Origin, func(r *guideRendering, w io.Writer) error { return r.lensPage(w, l) })
	}
	for i := range g.UseCases {
		u := &g.UseCases[i]
		add(useCasePath(g.Slug, u.ID), "usecase", u.Origin, func(r *guideRendering, w io.Writer) error { return r.useCasePage(w, u) })
	}
	for _, region := range s.dividing(g) {
		add(regionPath(g.Slug, region.ID), "region", g.Origin, func(r *guideRendering, w io.Writer) error { return r.regionPage(w, region) })
	}
	for _, e := range g.Editions {
		add(editionPath(g.Slug, e.Date), "edition", e.Origin, func(r *guideRendering, w io.Writer) error { return r.editionPage(w, e) })
	}
	for _, pair := range s.summary(g.Slug).Pairs {
		a, b := pair[0], pair[1]
		add(comparePath(g.Slug, a, b), "compare", g.Entry(a).Origin, func(r *guideRendering, w io.Writer) error { return r.comparePage(w, a, b) })
		s.addStub(reversePath(g.Slug, a, b), g.Entry(a).Origin, comparePath(g.Slug, a, b))
	}
}

// rendering gathers what the pages of a guide share.
func (s *Site) rendering(g *guide.Guide) *guideRendering {
	return &guideRendering{
		site: s, guide: g,
		ranking: rank.Rank(table.Published(g)),
		names:   sentence.NamesOf(g),
		doc:     sync.OnceValue(func() *markdown.Document { return markdown.Parse(g.Body.Source) }),
		prose:   prose{site: s, sources: g.Source},
	}
}

// fromOutside is the prose of the guide on a page other than its own, where
// citations lead to the guide's list of sources.
func (r *guideRendering) fromOutside() prose {
	p := r.prose
	p.page = r.site.url(guidePath(r.guide.Slug))
	return p
}

// subframe is the frame of a page below the guide. The breadcrumbs call it
// here; its title names the guide, too.
func (r *guideRendering) subframe(path, here, title, description string) Frame {
	h := r.subhead(path, title, description)
	h.here = here
	return r.site.frame(h)
}

func (r *guideRendering) subhead(path, title, description string) head {
	return head{
		path: path, title: title, description: description, draft: r.guide.Draft,
		parents: []Link{
			{Label: "Guides", URL: r.site.url("/guides/")},
			{Label: r.guide.FullTitle(), URL: r.site.url(guidePath(r.guide.Slug))},
		},
	}
}

// dividing lists the regions that leave out some of the guide's entries, but
// not all of them.
func (s *Site) dividing(g *guide.Guide) []*guide.Region {
	var out []*guide.Region
	for _, region := range s.lib.Site.Regions {
		if n := len(table.Serving(g, region)); region.ID != guide.Everywhere && n > 0 && n < len(g.Entries) {
			out = append(out, region)
		}
	}
	return out
}

// pairs lists the providers of a guide that are worth a comparison: neighbours
// in rank, then alternatives that are both ranked; each pair once.
func pairs(g *guide.Guide, r rank.Ranking) [][2]string {
	var out [][2]string
	seen := map[[2]string]bool{}
	add := func(a, b string) {
		pair := [2]string{min(a, b), max(a, b)}
		if a != b && !seen[pair] {
			seen[pair] = true
			out = append(out, pair)
		}
	}
	for i := 1; i < len(r.Places); i++ {
		add(r.Places[i-1].ID, r.Places[i].ID)
	}
	for _, p := range r.Places {
		for _, a := range g.Entry(p.ID).Alternatives {
			if g.Entry(a.Provider.Slug) != nil {
				add(p.ID, a.Provider.Slug)
			}
		}
	}
	return out
}
