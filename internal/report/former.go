package report

import "shortlist/internal/guide"

// FormerNames are the names that the site's providers had, by slug, as their files
// and the editions of all guides give them.
func FormerNames(lib *guide.Library) map[string][]string {
	former := map[string][]guide.Former{}
	for _, p := range lib.Providers {
		if len(p.Former) > 0 {
			former[p.Slug] = p.Former[:len(p.Former):len(p.Former)]
		}
	}
	for _, g := range lib.Guides {
		for _, e := range g.Editions {
			for _, x := range e.Entries {
				if x.Was != "" {
					former[x.Provider] = append(former[x.Provider], guide.Former{Name: x.Name})
				}
			}
		}
	}
	out := map[string][]string{}
	for _, p := range lib.Providers {
		if names := guide.FormerNames(former[p.Slug], p.Name); len(names) > 0 {
			out[p.Slug] = names
		}
	}
	return out
}

// FormerAnchors are the ids that a source had where its own, or its owner, had
// another; links to them still lead to it.
func FormerAnchors(s *guide.Source, owners []string) []string {
	var out []string
	own := *s
	ids := []string{s.ID}
	for _, f := range s.Former {
		if f.Slug != "" {
			ids = append(ids, f.Slug)
		}
	}
	for _, owner := range append([]string{s.Owner}, owners...) {
		for _, id := range ids {
			own.Owner, own.ID = owner, id
			if a := own.Anchor(); a != s.Anchor() {
				out = append(out, a)
			}
		}
		if s.Owner == "" {
			break
		}
	}
	return out
}
