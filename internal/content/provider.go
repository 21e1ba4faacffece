package content

import (
	"fmt"
	"slices"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var unknownFact = diag.Define(diag.Error, "unknown-fact",
	"A provider states a fact that site.toml does not list.")

// providerFile is providers/<provider>.md.
type providerFile struct {
	*reader
	provider *guide.Provider
	sources  []*declared
	former   []formerly
}

// readStated reads the values of the site's facts, which stand in its order.
func (f *fields) readStated() []guide.Stated {
	values := map[string]guide.Value{}
	for _, k := range f.free() {
		at := slices.IndexFunc(f.r.facts, func(a guide.Attribute) bool { return a.ID == k.Name })
		switch {
		case at >= 0:
			if v, ok := f.attributeValue(&f.r.facts[at], k.Value); ok {
				values[k.Name] = v
			}
		case f.r.facts == nil || f.slipped(k):
		default:
			var ids []string
			for _, a := range f.r.facts {
				ids = append(ids, a.ID)
			}
			f.r.report(unknownFact, k.Span, fmt.Sprintf("the site states no fact `%s`", k.Name),
				didYouMean(k.Name, ids, "add it to [[facts]] in site.toml"))
		}
	}
	var out []guide.Stated
	for i := range f.r.facts {
		a := &f.r.facts[i]
		if v, ok := values[a.ID]; ok {
			out = append(out, guide.Stated{At: i, ID: a.ID, Name: a.Name, Words: a.Words(v), Type: a.Type, Unit: a.Unit, Value: v})
		}
	}
	return out
}

func readProvider(r *reader, slug string) *providerFile {
	f := r.root
	p := &guide.Provider{Slug: slug, Origin: r.origin()}
	p.Name = f.text("name", required)
	p.Website = f.url("website", required)
	f.checkTracking("website", p.Website)
	p.Domains = f.domains("domains")
	if !f.has("domains") {
		p.Domains = f.ownDomain("website", p.Website)
	}
	p.Kind = f.text("kind", required)
	p.Home = f.text("home", optional)
	p.Logo = f.picture("logo")
	p.AsOf = f.asOf()
	p.Status = f.readStatus()
	facts := f.table("facts", "[facts]")
	p.Aliases = f.aliases()
	file := &providerFile{reader: r, provider: p, former: f.readFormer(slug)}
	p.Former, p.Aliases = plainFormer(file.former), withFormer(p.Aliases, file.former, "/providers/")
	p.Corrections = plainCorrections(f.readCorrections(false))
	file.sources = f.readSources(slug)
	p.Sources = plainSources(file.sources)
	p.Facts = facts.readStated()
	p.Extra = f.readExtra()
	f.readAccept()
	p.Body = r.readFacts()
	return file
}
