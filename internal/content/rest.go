package content

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// Rest is what reading a guide takes from the files of a site that it does not
// name, and what other files take from each guide. It is plain data, so that a later
// process can read some guides of a site and no other ([Rest.Guides]).
type Rest struct {
	Domains   []string          // of the providers
	Former    map[string]string // slugs that providers had, with those that they have
	Reads     map[string]Read   // guides and articles by their slugs
	Authors   map[string]bool
	Providers map[string]bool
	Tied      []string            // providers with whom there are commercial ties
	Faces     map[string]string   // of each guide, what others know of it
	Files     map[string][]string // of each guide, those that it was read from

	names *layout // that are all that is known; nil where the rest was read
}

// Read is a guide or an article, as far as others that name it need to know.
type Read struct {
	Kind, Slug string
	Held       bool
}

// Rest is that of the site of the last load; nil where some file is not as it should
// be.
func (l *Loader) Rest() *Rest {
	s := l.before
	if s == nil || l.found == nil || !s.domainsKnown || s.publication.broken() {
		return nil
	}
	for _, r := range s.readers() {
		if !r.readable || r.list.Count(diag.Error) > 0 {
			return nil
		}
	}
	rest := &Rest{
		Domains: slices.Sorted(maps.Keys(s.domains)), Former: map[string]string{}, Reads: map[string]Read{},
		Authors: map[string]bool{}, Providers: map[string]bool{}, Faces: map[string]string{}, Files: map[string][]string{},
	}
	for old, p := range s.former {
		rest.Former[old] = p.provider.Slug
	}
	for name, r := range s.reads {
		rest.Reads[name] = Read{r.kind, r.slug, r.held}
	}
	for _, a := range s.authors {
		rest.Authors[a.author.Slug] = true
	}
	for _, p := range s.providers {
		rest.Providers[p.provider.Slug] = true
	}
	for _, g := range s.guides {
		rest.Faces[g.guide.Slug] = g.face()
		for _, r := range g.readers() {
			rest.Files[g.guide.Slug] = append(rest.Files[g.guide.Slug], r.file.Path)
		}
	}
	if s.relationships != nil {
		for _, p := range s.relationships.providers {
			rest.Tied = append(rest.Tied, p.name)
		}
	}
	return rest
}

// Some are guides that were read by themselves.
type Some struct {
	Guides    []*guide.Guide
	Site      guide.Publication
	Providers []*guide.Provider            // that they name, and those with whom there are commercial ties
	Sums      map[string][sha256.Size]byte // of the files that were read
	Accepted  []guide.Accepted             // in the files of the guides
	Problems  diag.List                    // of the files of the guides, none an error

	// Where nothing is known but names ([Around]), also:
	Pages   []*guide.StaticPage
	Ties    []guide.Relationship
	Authors []*guide.Author // of the guides
}

// Guides reads guides as [Load] would read them, with those that they name and no
// other file. Their folders have the files that they had. It is nil where anything is
// wrong, or a guide is not to others what it was.
func (rest *Rest) Guides(tree fs.FS, o Options, slugs []string) *Some {
	s := &site{now: momentOf(o.Now), drafts: o.Drafts, expired: o.Expired}
	open := s.opener(&sources{tree: tree})
	s.publication = readPublication(open(root+"/site.toml", "site"))
	s.publication.finish()
	if s.publication.broken() {
		return nil
	}
	if _, err := fs.Stat(tree, root+"/addresses.txt"); err == nil {
		s.addresses = readAddresses(open(root+"/addresses.txt", addressesNoun))
	}
	s.guides = make([]*guideFile, len(slugs))
	var tasks []func()
	for i, slug := range slugs {
		tasks = append(tasks, s.readGuide(&s.guides[i], rest.folder(slug), open)...)
	}
	inParallel(tasks)
	if rest.names != nil {
		rest.openAround(s, open)
	}
	rest.open(s, open)
	s.index()
	rest.index(s)
	some := &Some{Site: s.publication.Publication, Sums: map[string][sha256.Size]byte{}}
	all := []*reader{s.publication.reader}
	for i, g := range s.guides {
		s.resolveGuide(g)
		if rest.names == nil && g.face() != rest.Faces[slugs[i]] {
			return nil
		}
		reason, in := g.hold.verdict(s.now, s.drafts, s.expired)
		if g.guide.Draft = reason; !in {
			return nil
		}
		some.Guides = append(some.Guides, g.guide)
		g.checkUncited()
		for _, r := range g.readers() {
			some.Problems = append(some.Problems, r.accept()...)
			some.Accepted = append(some.Accepted, r.accepted...)
		}
		all = append(all, g.readers()...)
	}
	for _, p := range s.providers {
		some.Providers = append(some.Providers, p.provider)
		all = append(all, p.reader)
	}
	if rest.names != nil {
		all = append(all, some.addAround(s)...)
	}
	for _, r := range all {
		if !r.readable || r.list.Count(diag.Error) > 0 {
			return nil
		}
		some.Sums[r.file.Path] = r.sum
	}
	return some
}

// checkUncited reports the sources of a guide that nothing cites: others cannot.
func (g *guideFile) checkUncited() {
	cited := map[*guide.Source]bool{}
	for _, r := range g.readers() {
		for _, source := range r.uses {
			cited[source] = true
		}
	}
	g.reportUncited(cited, g.sources)
	for _, e := range g.entries {
		e.reportUncited(cited, e.sources)
	}
}

// folder is what lies in a guide's folder.
func (rest *Rest) folder(slug string) folder {
	at := folder{path: guidesFolder + slug}
	for _, name := range rest.Files[slug] {
		switch path.Dir(strings.TrimPrefix(name, at.path+"/")) {
		case "entries":
			at.entries = append(at.entries, name)
		case "editions":
			at.editions = append(at.editions, name)
		default:
			at.guide = name
		}
	}
	return at
}

// open reads the files of those whom the guides name.
func (rest *Rest) open(s *site, open func(path, noun string) *reader) {
	providers, authors := map[string]bool{}, map[string]bool{}
	name := func(slug string) {
		if now, old := rest.Former[slug]; old {
			providers[now] = true
		}
		providers[slug] = true
	}
	for _, g := range s.guides {
		for _, a := range g.authors {
			authors[a.name] = true
		}
		for _, e := range g.entries {
			name(e.slug)
			for _, a := range e.alternatives {
				name(a.name)
			}
		}
		for _, c := range g.corrected {
			for _, who := range c.concerns {
				name(who.name)
			}
		}
		for _, e := range g.editions {
			for _, x := range e.edition.Entries {
				name(x.Provider)
			}
			for _, x := range e.edition.Apart {
				name(x.Provider)
			}
		}
	}
	for _, slug := range rest.Tied {
		name(slug)
	}
	for _, slug := range slices.Sorted(maps.Keys(providers)) {
		if rest.Providers[slug] {
			r := open(root+"/providers/"+slug+".md", "provider")
			s.providers = append(s.providers, readProvider(r, slug))
			r.finish()
		}
	}
	for _, slug := range slices.Sorted(maps.Keys(authors)) {
		if rest.Authors[slug] {
			r := open(root+"/authors/"+slug+".md", "author")
			s.authors = append(s.authors, readAuthor(r, slug))
			r.finish()
		}
	}
}

// index puts what is known of the rest into what the second pass looks things up in.
func (rest *Rest) index(s *site) {
	for _, domain := range rest.Domains {
		s.domains[domain] = true
	}
	s.reads, s.former = map[string]*read{}, map[string]*providerFile{}
	for name, r := range rest.Reads {
		s.reads[name] = &read{r.Kind, r.Slug, r.Held}
	}
	s.domainsKnown = s.domainsKnown && rest.names == nil
	for old, now := range rest.Former {
		p := s.bySlug[now]
		if p == nil {
			p = &providerFile{provider: &guide.Provider{Slug: now}}
		}
		s.former[old] = p
	}
}
