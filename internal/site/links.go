package site

import (
	"fmt"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

var (
	deadLink     = diag.Define(diag.Error, "dead-link", "A link leads to a page that the site does not have.")
	deadAnchor   = diag.Define(diag.Error, "dead-anchor", "A link leads to a place that its page does not have.")
	relativeLink = diag.Define(diag.Error, "relative-link", "A link to a page of the site does not begin at its root.")
)

// anchorSet is the ids that links may lead to on a page.
type anchorSet map[string]bool

// checkLinks resolves the links that authors wrote, in bodies, in the navigation
// and, with the address of this site, in front matter, against the pages that exist.
func (s *Site) checkLinks(problems *diag.List) {
	known := make(map[string]bool, len(s.pages))
	for _, p := range s.pages {
		known[p.Path] = true
	}
	check := func(path, destination string, at diag.Span) { s.checkLink(known, path, destination, at, problems) }
	for _, n := range s.lib.Site.Navigation {
		check("/", n.Path, spanOf(n.Origin, len(n.Path)))
	}
	for _, a := range s.lib.Addresses {
		if path, own := strings.CutPrefix(a.URL, s.lib.Site.BaseURL); own {
			check("/", "/"+path, spanOf(a.Origin, len(a.URL)+2)) // with its quotes
		}
	}
	for _, b := range s.bodies() {
		for _, l := range b.body.Links {
			check(b.path, l.Destination, spanOf(b.body.At(l.Offset), 1))
		}
	}
}

// pageBody is a body with the page that it is shown on.
type pageBody struct {
	path string
	body *guide.Body
}

// bodies lists every body of the site.
func (s *Site) bodies() []pageBody {
	var out []pageBody
	for _, g := range s.lib.Guides {
		out = append(out, pageBody{address.Guide(g.Slug), &g.Body})
		for _, e := range g.Entries {
			out = append(out, pageBody{address.Guide(g.Slug), &e.Body})
		}
	}
	for _, a := range s.lib.Articles {
		out = append(out, pageBody{address.Article(a.Slug), &a.Body})
	}
	for _, p := range s.lib.Providers {
		out = append(out, pageBody{address.Provider(p.Slug), &p.Body})
	}
	for _, a := range s.lib.Authors {
		out = append(out, pageBody{address.Author(a.Slug), &a.Body})
	}
	for _, p := range s.lib.Pages {
		out = append(out, pageBody{"/" + p.Slug + "/", &p.Body})
	}
	return out
}

func (s *Site) checkLink(known map[string]bool, page, destination string, at diag.Span, problems *diag.List) {
	if address.External(destination) {
		return
	}
	path, anchor, hasAnchor := strings.Cut(destination, "#")
	path, _, _ = strings.Cut(path, "?")
	switch {
	case path == "":
		path = page
	case !strings.HasPrefix(path, "/"):
		problems.Add(relativeLink, at, fmt.Sprintf("the link %q does not begin with a slash", destination),
			"write links from the root of the site: /guides/name/")
		return
	case !known[path]:
		hint := "a page's path begins and ends with a slash"
		if known[path+"/"] {
			hint = fmt.Sprintf("did you mean %s?", path+"/")
		}
		problems.Add(deadLink, at, "the site has no page "+path, hint)
		return
	}
	s.checkStale(path, destination, at, problems)
	if ids := s.anchorsOf(path); hasAnchor && anchor != "" && ids != nil && !ids[anchor] {
		problems.Add(deadAnchor, at, fmt.Sprintf("the page %s has no place #%s", path, anchor), "")
	}
}

// anchorsOf returns the ids of a page that authors may link to, nil when they
// are not known before it is rendered.
func (s *Site) anchorsOf(path string) anchorSet {
	if ids, done := s.anchors[path]; done {
		return ids
	}
	var ids anchorSet
	for _, g := range s.lib.Guides {
		if address.Guide(g.Slug) == path {
			ids = guideAnchors(g)
		}
	}
	for _, a := range s.lib.Articles {
		if address.Article(a.Slug) == path {
			ids = anchorSet{}
			ids.addBody(&a.Body)
		}
	}
	for _, p := range s.lib.Pages {
		if "/"+p.Slug+"/" == path {
			ids = anchorSet{}
			ids.addBody(&p.Body)
		}
	}
	s.anchors[path] = ids
	return ids
}

func guideAnchors(g *guide.Guide) anchorSet {
	ids := anchorSet{"why": true, "cite": true}
	ids.addBody(&g.Body)
	for _, name := range report.Blocks {
		ids[name] = true
	}
	for _, e := range g.Entries {
		ids[e.Provider.Slug] = true
	}
	for _, s := range report.SourcesOf(g) {
		ids[s.Anchor()] = true
	}
	return ids
}

func (ids anchorSet) addBody(b *guide.Body) {
	for _, h := range b.Headings {
		ids[report.SectionID(h.Class, h.ID)] = true
	}
	for _, q := range b.Questions {
		ids[q.ID] = true
	}
}
