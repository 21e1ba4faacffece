package guide

import "slices"

// Former is what something was called before it was renamed. It is the same thing
// all along: editions, feeds and comparisons that know it by the old name mean it.
type Former struct {
	Slug   string // or id; empty where only the name is another
	Name   string // as it was printed; empty where nobody says
	Until  Date   // zero where nobody says
	Origin Origin
}

// FormerNames are the names that are given for what something was called, the
// oldest first, each once and none that it has now.
func FormerNames(former []Former, now string) []string {
	var out []string
	seen := map[string]bool{"": true, now: true}
	for _, f := range former {
		if !seen[f.Name] {
			seen[f.Name] = true
			out = append(out, f.Name)
		}
	}
	return out
}

// WasCalled are the names under which the guide's editions rank a provider that has
// another slug now, and those that its own file gives, the oldest first.
func (g *Guide) WasCalled(p *Provider) []string {
	former := p.Former
	for _, e := range g.Editions {
		for _, x := range e.Entries {
			if x.Provider == p.Slug && x.Was != "" {
				former = append(former[:len(former):len(former)], Former{Name: x.Name})
			}
		}
	}
	return FormerNames(former, p.Name)
}

// FormerSlugs are the slugs that the provider had: those of its old addresses.
func (p *Provider) FormerSlugs() []string {
	var out []string
	for _, a := range p.Aliases {
		if slug := a.Slug("/providers/"); slug != "" && slug != p.Slug {
			out = append(out, slug)
		}
	}
	return out
}

// FormerSlugs are those under which nothing else stands in the guide now.
func (g *Guide) FormerSlugs(p *Provider) []string {
	return slices.DeleteFunc(p.FormerSlugs(), func(slug string) bool { return g.Entry(slug) != nil || g.EntryApart(slug) != nil })
}
