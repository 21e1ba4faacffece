package content

import (
	"fmt"

	"shortlist/internal/guide"
)

// resolveEntry gives an entry its provider, and its scores and attributes the
// guide's criteria and attributes.
func (s *site) resolveEntry(g *guideFile, e *entryFile) {
	e.entry.Guide = g.guide
	own := s.bySlug[e.slug]
	if own == nil {
		e.report(unknownProvider, e.firstLine(), fmt.Sprintf("there is no provider `%s`", e.slug),
			didYouMean(e.slug, s.providerSlugs(), "add content/providers/"+e.slug+".md; the entry's file is named after it"))
	} else {
		e.entry.Provider = own.provider
		if e.draft {
			e.entry.Draft = "draft"
		}
		switch {
		case e.draft && !s.drafts: // the guide is published without it
			g.withheld = append(g.withheld, e.slug)
		case e.entry.Verdict.Kind != "":
			g.guide.Apart = append(g.guide.Apart, e.entry)
		default:
			g.guide.Entries = append(g.guide.Entries, e.entry)
		}
	}
	for _, a := range e.alternatives {
		s.resolveAlternative(e, a)
	}
	e.entry.Regions = s.resolveRegions(e.reader, e.regions)
	s.resolveAttributes(g, e)
	s.resolveScores(g, e, own)
	s.resolvePrices(g, e, own)
	if own != nil && !own.broken() {
		s.checkCitations(e.reader, e.entry.Source, e.sourceNames())
	}
	s.checkSources(e.reader, e.sources)
}

// sourceNames are the names of the sources that an entry may cite.
func (e *entryFile) sourceNames() []string {
	return append(ids(e.entry.Sources, ""), ids(e.entry.Provider.Sources, "")...)
}

func (s *site) providerSlugs() []string {
	var out []string
	for _, p := range s.providers {
		out = append(out, p.provider.Slug)
	}
	return out
}

func (s *site) resolveAlternative(e *entryFile, a alternative) {
	p := s.bySlug[a.name]
	switch {
	case p == nil:
		e.report(unknownProvider, a.at, fmt.Sprintf("there is no provider `%s`", a.name),
			didYouMean(a.name, s.providerSlugs(), "add content/providers/"+a.name+".md: an alternative needs no entry"))
	case a.name == e.slug:
		e.report(alternativeSelf, a.at, fmt.Sprintf("`%s` is this entry itself", a.name), "remove it")
	default:
		e.entry.Alternatives = append(e.entry.Alternatives,
			guide.Alternative{Provider: p.provider, For: a.purpose, Origin: origin(a.at)})
	}
}

func (s *site) resolveAttributes(g *guideFile, e *entryFile) {
	e.entry.Attributes = map[string]guide.Value{}
	for _, k := range e.attributes.free() {
		if a := g.attribute(e.attributes, k); a != nil {
			if v, ok := e.attributes.attributeValue(a, k.Value); ok {
				e.entry.Attributes[a.ID] = v
			}
		}
	}
}

// resolveScores makes one assessment per criterion of the guide.
func (s *site) resolveScores(g *guideFile, e *entryFile, own *providerFile) {
	criteria := g.guide.Criteria
	e.entry.Scores = make([]guide.Assessment, len(criteria))
	for i := range e.entry.Scores {
		e.entry.Scores[i] = guide.Assessment(uncovered(&criteria[i]))
	}
	for i := range e.given {
		given := &e.given[i]
		at := g.guide.Criterion(given.key.Name)
		if at < 0 {
			g.unknownCriterion(e.reader, given.key)
			continue
		}
		a := given.assess(e.reader, &criteria[at])
		a.Sources = s.sourcesOf(e, own, given.sources)
		e.entry.Scores[at] = a
	}
}
