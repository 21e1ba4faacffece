package content

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	unknownSource = diag.Define(diag.Error, "unknown-source",
		"A citation or score names a source that nobody declares.")
	uncitedSource = diag.Define(diag.Warning, "uncited-source",
		"A source is declared and never cited.")
	repeatedURL = diag.Define(diag.Warning, "source-repeated",
		"Two sources of a file are one page.")
	sourcePolicy = diag.Define(diag.Error, "source-policy",
		"A source is not of a domain that the site's policy allows, or claims to be a regulator's and is not.")
)

// declared is one [[sources]] table, with what the second pass needs of it.
type declared struct {
	*guide.Source
	url, kind diag.Span // where its address and its kind were written
	id        diag.Span
}

// readSources reads the [[sources]] of a file; owner is the provider that they
// are about, if any.
func (f *fields) readSources(owner string) []*declared {
	var out []*declared
	seen, former := map[string]bool{}, [][]formerly(nil)
	for _, t := range f.tables("sources", "source", optional) {
		s := &guide.Source{Owner: owner, Origin: origin(t.t.Span)}
		s.ID = t.id(seen)
		s.Title = t.text("title", required)
		s.URL = t.url("url", required)
		s.Kind = choice(t, "kind", required, guide.Official, guide.Regulator, guide.ThirdParty)
		accessed := t.date("accessed", optional)
		f.r.past("accessed", accessed)
		s.Accessed = accessed.Date
		s.Site = siteOf(host(s.URL))
		former = append(former, t.readFormer(s.ID))
		s.Former = plainFormer(former[len(former)-1])
		d := &declared{Source: s, id: t.t.Span}
		if t.has("url") {
			d.url = t.t.Get("url").Value.Span
		}
		if t.has("kind") {
			d.kind = t.t.Get("kind").Value.Span
		}
		if t.has("id") {
			d.id = t.t.Get("id").Value.Span
		}
		out = append(out, d)
	}
	f.r.checkFormerIDs("a source", seen, former)
	f.r.checkRepeated(out)
	return out
}

// checkRepeated warns of a page that is declared twice: what is cited then depends on
// which of the two was thought of. The front page of a site may stand for several.
func (r *reader) checkRepeated(list []*declared) {
	first := map[string]*declared{}
	for _, d := range list {
		if d.URL == "" || d.HomePage() {
			continue
		}
		if before := first[d.URL]; before != nil {
			r.report(repeatedURL, d.url, fmt.Sprintf("the source `%s` is the page of `%s`, on line %d", d.ID, before.ID, before.Origin.Line),
				"cite one of the two everywhere, and remove the other")
			continue
		}
		first[d.URL] = d
	}
}

func plainSources(list []*declared) []*guide.Source {
	var out []*guide.Source
	for _, d := range list {
		out = append(out, d.Source)
	}
	return out
}

// checkCitations resolves what a file cites. ids are the names that it may use,
// for suggestions.
func (s *site) checkCitations(r *reader, find func(id string) *guide.Source, ids []string) {
	if r.broken() {
		return // its sources are not known
	}
	for _, c := range r.cited {
		s.checkSource(r, c, find, ids)
	}
}

// refuseCitations reports the citations of a file that has no [[sources]].
func (r *reader) refuseCitations() {
	for _, c := range r.cited {
		r.report(unknownSource, c.at, fmt.Sprintf("the citation of `%s` stands in a file that has no sources", c.name), "leave it out")
	}
}

// checkSource resolves one name of a source; nil after a problem.
func (s *site) checkSource(r *reader, c citation, find func(id string) *guide.Source, ids []string) *guide.Source {
	if source := find(c.name); source != nil {
		r.uses = append(r.uses, source)
		return source
	}
	if slices.ContainsFunc(ids, func(id string) bool { return id == "" || strings.HasSuffix(id, "/") }) {
		return nil // it may be the one whose id could not be read
	}
	otherwise := "declare it under [[sources]]"
	if provider, _, ok := strings.Cut(c.name, "/"); ok {
		otherwise = fmt.Sprintf("declare it under [[sources]] in the entry of %s, or in the provider's file", provider)
		if slices.Contains(r.withheld, provider) {
			r.report(unknownSource, c.at, fmt.Sprintf("no source is called `%s`", c.name),
				fmt.Sprintf("the entry of %s is a draft, and the guide is published without it: cite another until then", provider))
			return nil
		}
	}
	r.report(unknownSource, c.at, fmt.Sprintf("no source is called `%s`", c.name), didYouMean(c.name, ids, otherwise))
	return nil
}

// checkSources holds the sources of a file against the site's policy.
func (s *site) checkSources(r *reader, list []*declared) {
	p := s.publication
	for _, d := range list {
		h := host(d.URL)
		if h == "" {
			continue
		}
		regulator := slices.ContainsFunc(p.Regulators, func(domain string) bool { return under(h, domain) })
		if p.Policy == guide.OfficialOnly && !regulator && !s.official(h) && s.domainsKnown {
			r.report(sourcePolicy, d.url, fmt.Sprintf("%s is not a domain of a provider or regulator", siteOf(h)),
				"cite an official page, add the domain to its provider, or add a regulator in site.toml")
		} else if d.Kind == guide.Regulator && !regulator && !p.broken() {
			r.report(sourcePolicy, d.kind, fmt.Sprintf("%s is not listed as a regulator", siteOf(h)),
				"add the domain to regulators in site.toml, or choose another kind")
		}
	}
}

// official reports whether a host is a provider's.
func (s *site) official(host string) bool {
	for rest, found := host, true; found; _, rest, found = strings.Cut(rest, ".") {
		if s.domains[rest] {
			return true
		}
	}
	return false
}

// checkUncited warns of the sources that nothing cites.
func (s *site) checkUncited() {
	cited := map[*guide.Source]bool{}
	for _, r := range s.readers() {
		for _, source := range r.uses {
			cited[source] = true
		}
	}
	for _, g := range s.guides {
		g.reportUncited(cited, g.sources)
		for _, e := range g.entries {
			e.reportUncited(cited, e.sources)
		}
	}
	for _, a := range s.articles {
		a.reportUncited(cited, a.sources)
	}
	for _, p := range s.pages {
		p.reportUncited(cited, p.sources)
	}
	for _, p := range s.providers {
		p.reportUncited(cited, p.sources)
	}
}

func (r *reader) reportUncited(cited map[*guide.Source]bool, list []*declared) {
	for _, d := range list {
		if !cited[d.Source] {
			r.report(uncitedSource, d.id, fmt.Sprintf("nothing cites the source `%s`", d.ID),
				fmt.Sprintf("cite it with [@%s], or remove it", d.ID))
		}
	}
}
