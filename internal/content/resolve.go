package content

import (
	"fmt"
	"maps"
	"slices"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	unknownAuthor = diag.Define(diag.Error, "unknown-author",
		"A byline names an author who has no file.")
	unknownTopic = diag.Define(diag.Error, "unknown-topic",
		"A topic is named that site.toml does not list.")
)

// resolve is the second pass: what a file says about others is held against
// them. It runs alone, in the order of the files.
func (s *site) resolve() {
	if len(s.guides) == 0 && !s.publication.broken() {
		s.publication.report(noGuides, diag.Span{File: root + "/guides"}, "the site has no guide", "add content/guides/<guide>/guide.md")
	}
	for _, g := range s.guides {
		if !g.resolved {
			s.resolveGuide(g)
			s.bindGuide(g)
		}
	}
	for _, a := range s.articles {
		if !a.resolved {
			s.resolveArticle(a)
			s.bindArticle(a)
		}
	}
	for _, p := range s.pages {
		s.checkCitations(p.reader, p.page.Source, ids(p.page.Sources, ""))
		s.checkSources(p.reader, p.sources)
	}
	for _, p := range s.providers {
		s.checkCitations(p.reader, p.provider.Source, ids(p.provider.Sources, ""))
		s.checkSources(p.reader, p.sources)
	}
	s.checkFormer()
	s.resolveRelationships()
	for _, a := range s.authors {
		a.refuseCitations()
	}
	s.publication.refuseCitations()
	for _, r := range s.readers() {
		if r.list.Count(diag.Error) > 0 {
			return // what is cited by mistake leaves something uncited
		}
	}
	s.checkUncited()
}

// index makes what the second pass looks things up in.
func (s *site) index() {
	s.indexReads()
	s.byAuthor = map[string]*authorFile{}
	for _, a := range s.authors {
		s.byAuthor[a.author.Slug] = a
	}
	s.bySlug = map[string]*providerFile{}
	s.domains = map[string]bool{}
	s.domainsKnown = !s.publication.broken()
	for _, p := range s.providers {
		s.domainsKnown = s.domainsKnown && !p.broken()
		s.bySlug[p.provider.Slug] = p
		for _, domain := range p.provider.Domains {
			s.domains[domain] = true
		}
	}
	s.indexFormer()
	s.comparisons = s.addresses.comparisons()
	s.domainNames = fmt.Sprint(s.domainsKnown, slices.Sorted(maps.Keys(s.domains)))
}

func (s *site) resolveGuide(g *guideFile) {
	g.guide.Authors = s.resolveAuthors(g.reader, g.authors)
	s.checkTopics(g.reader, g.topics)
	g.guide.Related = s.resolveRelated(g.reader, g.related, read{kind: "guide", slug: g.guide.Slug})
	for i, wanted := range g.regions {
		g.guide.UseCases[i].Regions = s.resolveRegions(g.reader, wanted)
		if need := g.guide.UseCases[i].AddOn; need != nil {
			need.Regions = s.resolveRegions(g.reader, g.added[i])
		}
	}
	for _, e := range g.entries {
		s.resolveEntry(g, e)
	}
	s.resolveCorrections(g)
	s.keepComparisons(g)
	s.renameFrozen(g)
	g.takeEditions()
	switch {
	case g.broken() || len(g.guide.Entries) > 0:
	case len(g.entries) == 0:
		g.report(noEntries, g.firstLine(), "the guide has no entries", "add content/guides/"+g.guide.Slug+"/entries/<provider>.md")
	case s.entriesReadable(g):
		g.report(noEntries, g.firstLine(), "every entry of the guide is a draft, withdrawn or not recommended", "publish one, or make the guide a draft")
	}
	s.checkGuideIDs(g)
	g.checkReviewed()
	g.checkCalls(&g.guide.Body, g.diagrams, g.guide)
	if s.entriesReadable(g) {
		s.checkCitations(g.reader, g.guide.Source, g.sourceNames())
	}
	s.checkSources(g.reader, g.sources)
}

func (s *site) resolveArticle(a *articleFile) {
	a.article.Authors = s.resolveAuthors(a.reader, a.authors)
	s.checkTopics(a.reader, a.topics)
	a.article.Related = s.resolveRelated(a.reader, a.related, read{kind: "article", slug: a.article.Slug})
	s.checkCitations(a.reader, a.article.Source, ids(a.article.Sources, ""))
	s.checkSources(a.reader, a.sources)
}

// entriesReadable reports whether every source that the guide may cite is known.
func (s *site) entriesReadable(g *guideFile) bool {
	for _, e := range g.entries {
		if e.broken() || e.entry.Provider == nil || s.bySlug[e.slug].broken() {
			return false
		}
	}
	return true
}

// sourceNames are the names of all sources that the guide may cite.
func (g *guideFile) sourceNames() []string {
	out := ids(g.guide.Sources, "")
	for _, e := range g.guide.AllEntries() {
		out = append(out, ids(e.Sources, e.Provider.Slug+"/")...)
		out = append(out, ids(e.Provider.Sources, e.Provider.Slug+"/")...)
	}
	return out
}

func ids(sources []*guide.Source, prefix string) []string {
	var out []string
	for _, source := range sources {
		out = append(out, prefix+source.ID)
	}
	return out
}

// checkGuideIDs reports headings whose anchor on the guide's page is another's. An
// entry's own anchor is its slug, that of a heading of the entry begins with it:
// "hex-trust" may be a provider, or what Hex says of trust.
func (s *site) checkGuideIDs(g *guideFile) {
	taken := map[string]string{}
	for _, e := range g.guide.AllEntries() {
		taken[e.Provider.Slug] = "that of an entry"
	}
	check := func(r *reader, h guide.Heading, id string) {
		if whose := taken[id]; whose != "" {
			r.report(bodyRule("duplicate-id"), r.file.BodySpan(h.Offset, h.Level),
				fmt.Sprintf("the id `%s` of this heading is %s", id, whose), "give the heading another id: {#...}")
		}
	}
	for _, h := range g.guide.Body.Headings {
		check(g.reader, h, h.ID)
	}
	for _, h := range g.guide.Body.Headings {
		taken[h.ID] = "that of a heading in guide.md"
	}
	for _, e := range g.entries {
		for _, h := range e.entry.Body.Headings {
			check(e.reader, h, e.slug+"-"+h.ID)
		}
	}
}

func (s *site) resolveAuthors(r *reader, wanted []ref) []*guide.Author {
	var out []*guide.Author
	for _, want := range wanted {
		if a := s.byAuthor[want.name]; a != nil {
			out = append(out, a.author)
			continue
		}
		r.report(unknownAuthor, want.at, fmt.Sprintf("there is no author `%s`", want.name),
			didYouMean(want.name, s.authorSlugs(), "add content/authors/"+want.name+".md"))
	}
	return out
}

func (s *site) authorSlugs() []string {
	var out []string
	for _, a := range s.authors {
		out = append(out, a.author.Slug)
	}
	return out
}

func (s *site) resolveRegions(r *reader, wanted []ref) []*guide.Region {
	if s.publication.broken() {
		return nil
	}
	var out []*guide.Region
	for _, want := range wanted {
		if region := r.region(s.publication.Regions, want); region != nil {
			out = append(out, region)
		}
	}
	return out
}

// checkTopics holds topics against the list in site.toml, if there is one.
func (s *site) checkTopics(r *reader, wanted []ref) {
	if len(s.publication.Topics) == 0 || s.publication.broken() {
		return
	}
	var known []string
	for _, t := range s.publication.Topics {
		known = append(known, t.ID)
	}
	if slices.Contains(known, "") {
		return // it may be the one whose id could not be read
	}
	for _, want := range wanted {
		if !slices.Contains(known, want.name) {
			r.report(unknownTopic, want.at, fmt.Sprintf("there is no topic `%s`", want.name),
				didYouMean(want.name, known, "add it to [[topics]] in site.toml"))
		}
	}
}
