package content

import (
	"io/fs"
	"path"
)

// Around is what the names of a site's files say of it. Guides that are read by that
// alone ([Rest.Guides]) are not held against what other files say: what nobody can
// know without reading those may be wrong in them. It is nil where the folder is not
// as it should be.
func Around(tree fs.FS) *Rest {
	found, list := walk(tree)
	if found == nil || len(list) > 0 {
		return nil
	}
	rest := &Rest{Reads: map[string]Read{}, Authors: map[string]bool{}, Providers: map[string]bool{}, Files: map[string][]string{}, names: found}
	for _, g := range found.guides {
		slug := path.Base(g.path)
		rest.Reads[slug] = Read{Kind: "guide", Slug: slug}
		rest.Files[slug] = append(append([]string{g.guide}, g.entries...), g.editions...)
	}
	for _, file := range found.articles {
		if slug := slugOf(file); rest.Reads[slug] == (Read{}) {
			rest.Reads[slug] = Read{Kind: "article", Slug: slug}
		}
	}
	for _, file := range found.authors {
		rest.Authors[slugOf(file)] = true
	}
	for _, file := range found.providers {
		rest.Providers[slugOf(file)] = true
	}
	return rest
}

// openAround reads what every page shows something of: the pages of their own, which
// are in the footer, and the commercial ties.
func (rest *Rest) openAround(s *site, open func(path, noun string) *reader) {
	for _, file := range rest.names.pages {
		r := open(file, "page")
		s.pages = append(s.pages, readPage(r, slugOf(file)))
		r.finish()
	}
	if rest.names.relationships == "" {
		return
	}
	s.relationships = readRelationships(open(rest.names.relationships, "relationships file"))
	rest.Tied = names(s.relationships.providers)
}

// addAround takes over what was read for every page.
func (some *Some) addAround(s *site) (all []*reader) {
	s.resolveRelationships()
	for _, p := range s.pages {
		all = append(all, p.reader)
		if _, in := p.hold.verdict(s.now, s.drafts, s.expired); in {
			p.page.Draft = s.draft(p.hold)
			some.Pages = append(some.Pages, p.page)
		}
	}
	if s.relationships != nil {
		some.Ties = s.relationships.ties
		all = append(all, s.relationships.reader)
	}
	for _, a := range s.authors {
		some.Authors = append(some.Authors, a.author)
	}
	return all
}
