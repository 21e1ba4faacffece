package content

import (
	"shortlist/internal/guide"
)

// providerFile is providers/<provider>.md.
type providerFile struct {
	*reader
	provider *guide.Provider
	sources  []*declared
	former   []formerly
}

func readProvider(r *reader, slug string) *providerFile {
	f := r.root
	p := &guide.Provider{Slug: slug, Origin: r.origin()}
	p.Name = f.text("name", required)
	p.Website = f.url("website", required)
	p.Domains = f.domains("domains")
	if !f.has("domains") {
		p.Domains = f.ownDomain("website", p.Website)
	}
	p.Kind = f.text("kind", required)
	p.Home = f.text("home", optional)
	p.AsOf = f.asOf()
	p.Aliases = f.aliases()
	file := &providerFile{reader: r, provider: p, former: f.readFormer(slug)}
	p.Former, p.Aliases = plainFormer(file.former), withFormer(p.Aliases, file.former, "/providers/")
	p.Corrections = plainCorrections(f.readCorrections(false))
	file.sources = f.readSources(slug)
	p.Sources = plainSources(file.sources)
	p.Extra = f.readExtra()
	f.readAccept()
	p.Body = r.readFacts()
	return file
}
