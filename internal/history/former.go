package history

import (
	"maps"
	"slices"

	"shortlist/internal/guide"
)

// former leads from slugs that guides and providers had to those that they have.
type former struct{ guides, providers map[string]string }

// formerOf is what a library says of former slugs: among the aliases of a page are
// the addresses that its former slugs had.
func formerOf(lib *guide.Library) former {
	f := former{map[string]string{}, map[string]string{}}
	for _, g := range lib.Guides {
		note(f.guides, g.Aliases, "/guides/", g.Slug)
	}
	for _, p := range lib.Providers {
		note(f.providers, p.Aliases, "/providers/", p.Slug)
	}
	for _, g := range lib.Guides {
		delete(f.guides, g.Slug)
	}
	for _, p := range lib.Providers {
		delete(f.providers, p.Slug)
	}
	return f
}

func note(of map[string]string, aliases []guide.Alias, section, slug string) {
	for _, a := range aliases {
		if old := a.Slug(section); old != "" {
			of[old] = slug
		}
	}
}

// sameNames lets two states call things alike.
func sameNames(a, b State) (State, State) {
	f := former{map[string]string{}, map[string]string{}}
	for _, s := range []State{a, b} { // what the later one says holds
		maps.Copy(f.guides, s.former.guides)
		maps.Copy(f.providers, s.former.providers)
	}
	return a.renamed(f), b.renamed(f)
}

// renamed is the state with every slug as it became. Two that it knows are two.
func (s State) renamed(f former) State {
	if len(f.guides)+len(f.providers) == 0 {
		return s
	}
	out := State{Partial: s.Partial, former: s.former}
	known := map[string]bool{}
	for _, r := range s.Guides {
		known[r.Guide] = true
	}
	for _, r := range s.Guides {
		if now := last(f.guides, r.Guide); !known[now] {
			r.Guide = now
		}
		edition := *r.Edition
		ranked := map[string]bool{}
		for _, x := range edition.Entries {
			ranked[x.Provider] = true
		}
		edition.Entries = nil
		for _, x := range r.Edition.Entries {
			if now := last(f.providers, x.Provider); !ranked[now] {
				x.Was, x.Provider = x.Provider, now
			}
			edition.Entries = append(edition.Entries, x)
		}
		edition.Apart = slices.Clone(edition.Apart)
		for i := range edition.Apart {
			x := &edition.Apart[i]
			x.Provider = last(f.providers, x.Provider)
		}
		r.Edition = &edition
		out.Guides = append(out.Guides, r)
	}
	return out
}

// last follows a slug to what it became. Two states that contradict each other may
// lead in a circle, which ends where it began.
func last(became map[string]string, slug string) string {
	at := slug
	for range len(became) {
		next, ok := became[at]
		if !ok || next == slug {
			break
		}
		at = next
	}
	return at
}
