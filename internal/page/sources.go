package page

import (
	"shortlist/internal/guide"
	"shortlist/internal/report"
)

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
	Was      []string // the ids that it had
	Title    string
	URL      string
	Site     string
	Kind     string
	Accessed *Day
}

// sourceGroups lists a guide's sources, by rank, then its own.
func (r *guidePrinter) sourceGroups() []SourceGroup {
	var groups []SourceGroup
	add := func(name string, sources []guide.Source, was []string) {
		if len(sources) > 0 {
			groups = append(groups, sourceGroup(name, sources, was))
		}
	}
	for i := range r.g.Entries {
		add(r.g.Entries[i].Name, r.g.Entries[i].AllSources(), r.g.Entries[i].Was)
	}
	for i := range r.g.Apart {
		add(r.g.Apart[i].Name, r.g.Apart[i].AllSources(), r.g.Apart[i].Was)
	}
	add("In this guide", r.g.Sources, nil)
	return groups
}

func sourceGroup(name string, sources []guide.Source, was []string) SourceGroup {
	g := SourceGroup{Name: name, Sources: sourceViews(sources, was)}
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

// sourceViews shows sources; was are the slugs that their owner had.
func sourceViews(sources []guide.Source, was []string) []SourceView {
	out := make([]SourceView, len(sources))
	for i := range sources {
		s := &sources[i]
		out[i] = SourceView{
			ID: s.Anchor(), Was: report.FormerAnchors(s, was), Title: s.Title, URL: s.URL, Site: report.SiteName(s), Kind: report.KindName(s.Kind), Accessed: day(s.Accessed),
		}
	}
	return out
}
