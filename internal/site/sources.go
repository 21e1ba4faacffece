package site

import "shortlist/internal/guide"

// SourceGroup is the sources on one provider, or the page's own.
// What all of them have in common, the group says, and the sources do not.
type SourceGroup struct {
	Name      string
	Site, URL string
	Kind      string
	Sources   []SourceView
}

// SourceView is a cited page.
type SourceView struct {
	ID       string
	Title    string
	URL      string
	Site     string
	Kind     string
	Accessed *Day
}

// guideSources lists what a guide may cite: its own sources, then for each
// entry its own and those of its provider that it does not replace.
func guideSources(g *guide.Guide) []*guide.Source {
	all := append([]*guide.Source(nil), g.Sources...)
	for _, e := range g.Entries {
		all = append(all, entrySources(e)...)
	}
	return all
}

func entrySources(e *guide.Entry) []*guide.Source {
	all := append([]*guide.Source(nil), e.Sources...)
	for _, s := range e.Provider.Sources {
		if e.Source(s.ID) == s {
			all = append(all, s)
		}
	}
	return all
}

// sourceGroups lists a guide's sources, its own first, then by rank.
func (r *guideRendering) sourceGroups() []SourceGroup {
	var groups []SourceGroup
	add := func(name string, sources []*guide.Source) {
		if len(sources) > 0 {
			groups = append(groups, sourceGroup(name, sources))
		}
	}
	for _, p := range r.ranking.Places {
		e := r.guide.Entry(p.ID)
		add(e.Provider.Name, entrySources(e))
	}
	add("In this guide", r.guide.Sources)
	return groups
}

func sourceGroup(name string, sources []*guide.Source) SourceGroup {
	g := SourceGroup{Name: name, Sources: sourceViews(sources)}
	common(g.Sources, &g.Site, func(v *SourceView) *string { return &v.Site })
	common(g.Sources, &g.URL, func(v *SourceView) *string { return &v.URL })
	common(g.Sources, &g.Kind, func(v *SourceView) *string { return &v.Kind })
	return g
}

// common moves what all sources say alike to their group.
func common(all []SourceView, group *string, field func(*SourceView) *string) {
	first := *field(&all[0])
	for i := range all {
		if *field(&all[i]) != first {
			return
		}
	}
	for i := range all {
		*field(&all[i]) = ""
	}
	*group = first
}

func sourceViews(sources []*guide.Source) []SourceView {
	out := make([]SourceView, len(sources))
	for i, s := range sources {
		out[i] = SourceView{
			ID: s.Anchor(), Title: s.Title, URL: s.URL, Site: s.Site, Kind: kindName(s.Kind), Accessed: day(s.Accessed),
		}
	}
	return out
}

func kindName(k guide.SourceKind) string {
	if k == guide.ThirdParty {
		return "third party"
	}
	return string(k)
}
