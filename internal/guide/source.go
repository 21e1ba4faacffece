package guide

import "strings"

// Source is a cited page.
type Source struct {
	ID       string
	Title    string
	URL      string
	Kind     SourceKind
	Accessed Date
	Owner    string // the slug of the provider it is about; empty for a guide's, article's or page's own
	Site     string // the host of the URL without "www."
	Former   []Former
	Origin   Origin
}

// Anchor is the id of the source in a Sources section: "source-evertas-insurance".
func (s *Source) Anchor() string {
	if s.Owner == "" {
		return "source-" + s.ID
	}
	return "source-" + s.Owner + "-" + s.ID
}

// HomePage reports whether the source is the front page of its site, where a reader
// has yet to find what was cited.
func (s *Source) HomePage() bool {
	_, rest, _ := strings.Cut(s.URL, "://")
	_, path, _ := strings.Cut(rest, "/")
	return path == "" && !strings.ContainsAny(rest, "?#")
}

// SourceKind says who publishes it.
type SourceKind string

const (
	Official   SourceKind = "official"
	Regulator  SourceKind = "regulator"
	ThirdParty SourceKind = "third-party"
)

func find(sources []*Source, id string) *Source {
	for _, s := range sources {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// Source returns what [@id] or [@provider/id] cites in the guide's own text: a
// source of the guide, or one of a provider's entry; nil when there is none.
func (g *Guide) Source(id string) *Source {
	provider, rest, ok := strings.Cut(id, "/")
	if !ok {
		return find(g.Sources, id)
	}
	if e := g.Entry(provider); e != nil {
		return e.Source(rest)
	}
	if e := g.EntryApart(provider); e != nil {
		return e.Source(rest)
	}
	return nil
}
