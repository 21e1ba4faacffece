package site

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

var (
	deadLink     = diag.Define(diag.Error, "dead-link", "A link leads to a page that the site does not have, or that is held back.")
	noPicture    = diag.Define(diag.Error, "missing-picture", "A picture that a text shows is not there.")
	deadAnchor   = diag.Define(diag.Error, "dead-anchor", "A link leads to a place that its page does not have.")
	relativeLink = diag.Define(diag.Error, "relative-link", "A link to a page of the site does not begin at its root.")
)

// Finds reports whether a rule is about links, pictures and addresses, which hold or do
// not hold by what else the site has.
func Finds(rule *diag.Rule) bool {
	return slices.Contains([]*diag.Rule{deadLink, noPicture, deadAnchor, relativeLink, staleLink, aliasLoop, aliasShadowed, aliasRepeated, aliasUnread, aliasLost, badPicture, pathConflict}, rule)
}

// anchorSet is the ids that links may lead to on a page.
type anchorSet map[string]bool

// checkLinks resolves the links that authors wrote, in bodies, in the navigation
// and, with the address of this site, in front matter, against the pages that exist.
func (s *Site) checkLinks(problems *diag.List) {
	known := make(map[string]bool, len(s.pages))
	for _, p := range s.pages {
		known[p.Path] = true
	}
	s.checkPhotos(known, problems)
	moved := make(map[string]string, len(s.redirects))
	for _, r := range s.redirects {
		moved[r.From] = r.To
	}
	c := linkCheck{s, known, moved, s.anchored(), problems}
	for _, n := range s.lib.Site.Navigation {
		c.link("/", n.Path, func() diag.Span { return spanOf(n.Origin, len(n.Path)) })
	}
	for _, a := range s.lib.Addresses {
		if path, own := strings.CutPrefix(a.URL, s.lib.Site.BaseURL); own {
			c.link("/", "/"+path, func() diag.Span { return spanOf(a.Origin, len(a.URL)+2) }) // with its quotes
		}
	}
	for _, b := range s.bodies() {
		for _, l := range b.body.Links {
			where := func() diag.Span { return spanOf(b.body.At(l.Start), 1) }
			if l.Image {
				if _, shown := s.photos[l.Destination]; !shown && strings.HasPrefix(l.Destination, "/") {
					c.picture(l.Destination, where)
				}
				continue
			}
			c.link(b.path, l.Destination, where)
		}
	}
}

// linkCheck is what links are held against.
type linkCheck struct {
	*Site
	known    map[string]bool             // paths of pages
	moved    map[string]string           // old paths
	anchored map[string]func() anchorSet // of each path, the ids that authors may link to
	problems *diag.List
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

// link resolves a link. Its place is asked for only when something is wrong: to
// find it takes reading the text.
func (c linkCheck) link(page, destination string, where func() diag.Span) {
	problems := c.problems
	if address.External(destination) {
		return
	}
	path, anchor, hasAnchor := strings.Cut(destination, "#")
	path, _, _ = strings.Cut(path, "?")
	switch {
	case path == "":
		path = page
	case !strings.HasPrefix(path, "/"):
		problems.Add(relativeLink, where(), fmt.Sprintf("the link %q does not begin with a slash", destination),
			"write links from the root of the site: /guides/name/")
		return
	case !c.known[path] && c.moved[path] == "":
		c.dead(path, where())
		return
	}
	for i := range c.lib.Gone {
		if g := &c.lib.Gone[i]; g.Path == path {
			problems.Add(staleLink, where(), fmt.Sprintf("the page %s is gone since %s", path, g.Date.Words()), "link to what there is now, or take the link out")
		}
	}
	if to, gone := c.moved[path]; gone {
		problems.Add(staleLink, where(), fmt.Sprintf("the page %s has moved to %s", path, to),
			"write "+to+strings.TrimPrefix(destination, path))
	}
	if ids := c.anchored[path]; hasAnchor && anchor != "" && ids != nil && !ids()[anchor] {
		problems.Add(deadAnchor, where(), fmt.Sprintf("the page %s has no place #%s", path, anchor), "")
	}
}

// dead reports a link to a page that is not there, and of one that is held back,
// until when.
func (c linkCheck) dead(path string, at diag.Span) {
	for _, h := range c.lib.Held {
		if h.Path != path && !strings.HasPrefix(path, h.Path) {
			continue
		}
		when, hint := h.Reason, "it would lead nowhere: take the link out until then"
		if day, ok := strings.CutPrefix(h.Reason, "publishes "); ok {
			when = "it is published on " + day
		} else if day, ok := strings.CutPrefix(h.Reason, "expired "); ok {
			when, hint = "it has expired on "+day, "take the link out, or lead it to what there is now"
		} else if h.Reason == "draft" {
			when, hint = "it is a draft", fmt.Sprintf("publish it by `draft = false` in %s, or take the link out until then", h.Origin.File)
		}
		c.problems.Add(deadLink, at, fmt.Sprintf("the page %s is held back: %s", h.Path, when), hint)
		return
	}
	hint := "a page's path begins and ends with a slash"
	if c.known[path+"/"] {
		hint = fmt.Sprintf("did you mean %s?", path+"/")
	}
	c.problems.Add(deadLink, at, "the site has no page "+path, hint)
}

// picture resolves what an image shows: a file of the site.
func (c linkCheck) picture(destination string, where func() diag.Span) {
	path, _, _ := strings.Cut(destination, "?")
	if address.External(destination) || c.known[path] {
		return
	}
	hint := "put the file into static/, or correct its name: small letters and capitals are two"
	for known := range c.known {
		if strings.EqualFold(known, path) {
			hint = fmt.Sprintf("did you mean %s?", known)
		}
	}
	c.problems.Add(noPicture, where(), "there is no picture "+path, hint)
}

// anchored are the pages whose ids are known before they are rendered, each with
// what finds them when a link first asks.
func (s *Site) anchored() map[string]func() anchorSet {
	out := make(map[string]func() anchorSet, len(s.lib.Guides)+len(s.lib.Articles)+len(s.lib.Pages))
	body := func(b *guide.Body) func() anchorSet {
		return sync.OnceValue(func() anchorSet {
			ids := anchorSet{}
			ids.addBody(b)
			return ids
		})
	}
	for _, g := range s.lib.Guides {
		out[address.Guide(g.Slug)] = sync.OnceValue(func() anchorSet { return guideAnchors(g) })
	}
	for _, a := range s.lib.Articles {
		out[address.Article(a.Slug)] = body(&a.Body)
	}
	for _, p := range s.lib.Pages {
		out[address.Page(p.Slug)] = body(&p.Body)
	}
	return out
}

func guideAnchors(g *guide.Guide) anchorSet {
	ids := anchorSet{"why": true, "cite": true}
	ids.addBody(&g.Body)
	for _, name := range report.Blocks {
		ids[name] = true
	}
	for _, e := range g.Entries {
		ids[e.Provider.Slug] = true
		for _, was := range g.FormerSlugs(e.Provider) {
			ids[was] = true
		}
	}
	for _, s := range report.SourcesOf(g) {
		ids[s.Anchor()] = true
		var was []string
		if e := g.Entry(s.Owner); e != nil {
			was = g.FormerSlugs(e.Provider)
		}
		for _, a := range report.FormerAnchors(&s, was) {
			ids[a] = true
		}
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
