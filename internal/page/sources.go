package page

import (
	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// SourceGroup is the sources on one provider.
// What all of them have in common, the group says, and the sources do not.
type SourceGroup struct {
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

// SourcesBlock is where a guide's sources stand: those on a provider with its entry,
// the guide's own here.
type SourcesBlock struct {
	Labels Labels
	Beside []SourcesBeside
	Own    []SourceView
}

// SourcesBeside is an entry with the number of its sources.
type SourcesBeside struct {
	Link
	Count int
}

// sources is nil for a guide without any.
func (r *guidePrinter) sources() *SourcesBlock {
	b := &SourcesBlock{Labels: labelsOf(r.g.Labels), Own: sourceViews(r.g.Sources, nil)}
	add := func(name, provider string, sources []guide.Source) {
		if len(sources) > 0 {
			b.Beside = append(b.Beside, SourcesBeside{Link{Label: name, URL: "#" + provider}, len(sources)})
		}
	}
	for i := range r.g.Entries {
		add(r.g.Entries[i].Name, r.g.Entries[i].Provider, r.g.Entries[i].AllSources())
	}
	for i := range r.g.Apart {
		add(r.g.Apart[i].Name, r.g.Apart[i].Provider, r.g.Apart[i].AllSources())
	}
	if len(b.Beside)+len(b.Own) == 0 {
		return nil
	}
	return b
}

// sourceGroup is nil for a provider without sources.
func sourceGroup(sources []guide.Source, was []string) *SourceGroup {
	if len(sources) == 0 {
		return nil
	}
	g := &SourceGroup{Sources: sourceViews(sources, was)}
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
