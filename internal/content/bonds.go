package content

import (
	"slices"
	"strings"
)

// bonds are what a guide or an article was resolved against: what the files that
// it names were. While they hold, and its own files are what they were, it need
// not be loaded again.
type bonds struct {
	resolved  bool
	authors   []string // that it names, as all that follow
	providers []string
	related   []string
	to        targets
}

// targets are what the names led to. The pointers stand for the content of files:
// a file that has changed is read into a new value.
type targets struct {
	publication *publicationFile
	domains     string // of the providers, which sources are held against
	authors     []*authorFile
	providers   []*providerFile
	related     []read
	recorded    string // comparisons that were published
	former      string // slugs that providers had, which editions know them by
	known       string // every name that a hint may suggest; only where something is wrong
}

func (t *targets) equal(other *targets) bool {
	return t.publication == other.publication && t.domains == other.domains && t.former == other.former && t.recorded == other.recorded && t.known == other.known &&
		slices.Equal(t.authors, other.authors) && slices.Equal(t.providers, other.providers) && slices.Equal(t.related, other.related)
}

// target follows the names.
func (s *site) target(b *bonds, wrong bool) targets {
	t := targets{publication: s.publication, domains: s.domainNames, former: s.formerNames, recorded: s.comparisons}
	for _, name := range b.authors {
		t.authors = append(t.authors, s.byAuthor[name])
	}
	for _, name := range b.providers {
		t.providers = append(t.providers, s.bySlug[name])
	}
	for _, name := range b.related {
		if found := s.reads[name]; found != nil {
			t.related = append(t.related, *found)
		} else {
			t.related = append(t.related, read{})
		}
	}
	if wrong {
		var known []string
		for _, names := range [][]string{s.authorSlugs(), s.providerSlugs(), s.readSlugs()} {
			known = append(known, strings.Join(names, " "))
		}
		t.known = strings.Join(known, "\n")
	}
	return t
}

// bindGuide notes what a guide was resolved against and drops what only that
// needed: the trees of its files.
func (s *site) bindGuide(g *guideFile) {
	b := bonds{resolved: true, authors: names(g.authors)}
	for _, e := range g.entries {
		b.providers = append(b.providers, e.slug)
		for _, a := range e.alternatives {
			b.providers = append(b.providers, a.name)
		}
		e.alternatives, e.regions, e.attributes, e.scores, e.given = nil, nil, nil, nil, nil
	}
	for _, c := range g.corrected {
		b.providers = append(b.providers, names(c.concerns)...)
	}
	for _, e := range g.guide.Editions {
		for _, x := range e.Entries {
			b.providers = append(b.providers, x.Provider) // for what it is called now
		}
	}
	for _, x := range g.related {
		if x.title == "" {
			b.related = append(b.related, x.name)
		}
	}
	b.to = s.target(&b, release(g.readers()))
	g.bonds = b
}

func (s *site) bindArticle(a *articleFile) {
	b := bonds{resolved: true, authors: names(a.authors)}
	for _, x := range a.related {
		if x.title == "" {
			b.related = append(b.related, x.name)
		}
	}
	b.to = s.target(&b, release([]*reader{a.reader}))
	a.bonds = b
}

// release drops the trees of files and reports whether anything is wrong
// with them.
func release(files []*reader) (wrong bool) {
	for _, r := range files {
		r.judged = len(r.list)
		r.root, r.tables, r.cited = nil, nil, nil
		r.file = r.file.Bare()
		wrong = wrong || r.judged > 0
	}
	return wrong
}

// holds reports whether a guide or article of an earlier load is as it would be
// resolved now.
func (s *site) holds(b *bonds) bool {
	now := s.target(b, b.to.known != "")
	return b.resolved && b.to.equal(&now)
}
