package site

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"shortlist/internal/export/search"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/theme"
)

// ErrUnread is the error of a page that cannot be made, since what it is made of was
// not read.
var ErrUnread = errors.New("what the page is made of was not read")

// Edited is the site of the facts with some of its guides, the first of which was
// edited, as they are now, and with those whom they name. Pages of other guides,
// providers and articles are listed and cannot be made ([ErrUnread]). Where the edit
// may have changed pages of guides that are not among them, their slugs are returned
// and no site. There is neither where all of the site has to be read.
func (f *Facts) Edited(guides []*guide.Guide, publication guide.Publication, named []*guide.Provider, th *theme.Theme) (*Site, []string) {
	lib := &guide.Library{Site: publication, Authors: f.Authors, Pages: f.Pages, Gone: f.Gone, Held: f.Held, Drafts: f.Drafts}
	read := map[string]*guide.Provider{}
	for _, p := range named {
		read[p.Slug] = p
	}
	closed := map[string]bool{} // files that were not read
	for _, p := range f.Providers {
		if now := read[p.Slug]; now != nil {
			p = now
		} else {
			closed[p.Origin.File] = true
		}
		lib.Providers = append(lib.Providers, p)
	}
	for _, a := range f.Articles {
		closed[a.Origin.File] = true
	}
	lib.Articles = f.Articles
	for _, tie := range f.Ties {
		if now := read[tie.Provider.Slug]; now != nil {
			tie.Provider = now
		}
		lib.Relationships = append(lib.Relationships, tie)
	}
	whole := map[string]*guide.Guide{}
	for _, g := range guides {
		whole[g.Slug] = g
	}
	for i := range f.Guides {
		slug := f.Guides[i].Slug
		lib.Guides = append(lib.Guides, cmp.Or(whole[slug], &guide.Guide{Slug: slug}))
	}
	s := empty(lib, th)
	s.photos = photos{}
	s.locate()
	edited := -1
	for i, g := range lib.Guides {
		if facts := &f.Guides[i]; whole[g.Slug] == nil {
			s.take(&planned{Guide: g, outline: report.Outline{Pairs: facts.Pairs}, summary: &facts.Summary, facts: facts})
			continue
		}
		s.take(s.compiled.outlined(g, s.inputs()))
		if g == guides[0] {
			edited = i
		}
	}
	if edited < 0 {
		return nil, nil
	}
	s.setUp()
	s.print.Photos = s.photos
	s.print.Formerly, s.print.Corrected = f.Formerly, f.corrected()
	s.listAll()
	s.facts, s.aliases.from = f, len(s.pages)
	for _, page := range f.Aliases {
		s.pages = append(s.pages, unread(page))
	}
	s.aliases.to = len(s.pages)
	s.redirects = f.Redirects
	s.planHosting()
	for i := range s.pages {
		if closed[s.pages[i].Source.File] {
			s.pages[i].unread = true
		}
	}
	if f.Moved && !slices.EqualFunc(s.pages[s.own[edited].from:s.own[edited].to], f.Guides[edited].Pages, func(a Page, b PageFacts) bool { return a.Path == b.Path }) {
		return nil, nil // where readers are sent on to may be another page
	}
	if others := f.others(s, edited); len(others) > 0 {
		return nil, others
	}
	s.kept, s.said = map[string]search.Block{}, map[string][][]string{}
	for i, p := range s.guides {
		if p.facts != nil {
			s.said[address.Guide(p.Slug)] = f.Guides[i].Said
		}
	}
	for path, b := range f.Blocks {
		slug, of := strings.CutPrefix(path, "/providers/")
		if (!of || read[strings.TrimSuffix(slug, "/")] == nil) && path != address.Guide(guides[0].Slug) {
			s.kept[path] = b
		}
	}
	return s, nil
}

// unread is a page of which only these facts are known.
func unread(p PageFacts) Page {
	return Page{Path: p.Path, Source: p.Source, Template: p.Template, kind: p.Kind, updated: p.Updated, unread: true}
}

// corrected are the corrections with what they cite.
func (f *Facts) corrected() []report.Corrected {
	var out []report.Corrected
	for _, c := range f.Corrected {
		own := c.Corrected
		own.Cites = func(id string) *guide.Source { return c.Sources[id] }
		out = append(out, own)
	}
	return out
}

// others are the guides of which pages may say something else since one was edited:
// what stands beside them, and whether another one compares the same two.
func (f *Facts) others(s *Site, edited int) []string {
	was, is := pairSet(f.Guides[edited].Pairs), pairSet(s.guides[edited].outline.Pairs)
	changed := map[[2]string]bool{} // pairs of which the number of guides that compare them has another meaning
	for _, pairs := range []map[[2]string]bool{was, is} {
		for pair := range pairs {
			elsewhere := s.print.Compared[pair]
			if is[pair] {
				elsewhere--
			}
			changed[pair] = was[pair] != is[pair] && elsewhere == 1
		}
	}
	k := &Keys{site: s}
	var out []string
	for _, p := range s.guides {
		if p.facts == nil {
			continue
		}
		if slices.ContainsFunc(p.outline.Pairs, func(pair [2]string) bool { return changed[pair] }) ||
			k.beside(address.Guide(p.Slug), p.facts.Related).Sum != p.facts.Beside {
			out = append(out, p.Slug)
		}
	}
	return out
}

func pairSet(pairs [][2]string) map[[2]string]bool {
	set := make(map[[2]string]bool, len(pairs))
	for _, pair := range pairs {
		set[pair] = true
	}
	return set
}
