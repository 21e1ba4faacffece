package content

import (
	"fmt"

	"shortlist/internal/guide"
)

// relationshipsFile is relationships.toml.
type relationshipsFile struct {
	*reader
	ties      []guide.Relationship
	providers []ref // of each tie
}

func readRelationships(r *reader) *relationshipsFile {
	file := &relationshipsFile{reader: r}
	for _, t := range r.root.tables("relationships", "relationship", optional) {
		tie := guide.Relationship{Origin: origin(t.t.Span)}
		provider := ref{name: t.text("provider", required), at: t.t.Span}
		if provider.name != "" {
			provider.at = t.t.Get("provider").Value.Span
		}
		tie.Kind = choice(t, "kind", required, guide.TieKinds...)
		tie.Note = t.inline("note", required)
		since := t.date("since", optional)
		r.past("since", since)
		tie.Since = since.Date
		tie.Try = t.table("links", "[relationships.links]").url("try", optional)
		file.ties = append(file.ties, tie)
		file.providers = append(file.providers, provider)
	}
	r.root.readAccept()
	return file
}

// resolveRelationships finds the providers of the ties; one tie each.
func (s *site) resolveRelationships() {
	f := s.relationships
	if f == nil {
		return
	}
	seen := map[string]bool{}
	for i, want := range f.providers {
		p := s.bySlug[want.name]
		switch {
		case want.name == "":
			// reported as missing
		case p == nil:
			f.report(unknownProvider, want.at, fmt.Sprintf("there is no provider `%s`", want.name),
				didYouMean(want.name, s.providerSlugs(), "name one of content/providers"))
		case seen[want.name]:
			f.report(repeatedID, want.at, fmt.Sprintf("`%s` has a relationship already", want.name), "say all of it in one note")
		default:
			f.ties[i].Provider = p.provider
		}
		seen[want.name] = true
	}
	f.refuseCitations()
}
