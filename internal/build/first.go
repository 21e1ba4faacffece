package build

import (
	"strings"

	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/site"
)

// First is a site with one guide alone, that of a path, so that its pages can be shown
// before the rest of the site is read; nil where the path is no guide's, or something
// is wrong. What it says of others (which guides stand beside it, whether a link leads
// somewhere) may be wrong. Only pages of the guide are of any use.
func First(o Options, path string) *site.Site {
	below, ok := strings.CutPrefix(path, "/guides/")
	slug, _, inside := strings.Cut(below, "/")
	if !ok || !inside {
		return nil
	}
	rest := content.Around(o.Site)
	if rest == nil || rest.Files[slug] == nil {
		return nil
	}
	some := rest.Guides(o.Site, content.Options{Now: o.Now, Drafts: o.Drafts, Expired: o.Expired}, []string{slug})
	var p Planner
	if some == nil || len(p.lookAgain(o, nil).Only(diag.Error)) > 0 {
		return nil
	}
	o.override(&some.Site)
	facts := site.Facts{
		Guides: []site.GuideFacts{{Slug: slug}}, Providers: some.Providers, Authors: some.Authors, Pages: some.Pages, Ties: some.Ties,
	}
	if g := some.Guides[0]; g.Draft != "" {
		facts.Drafts = []guide.Held{{Path: "/guides/" + slug + "/", Title: g.FullTitle(), Reason: g.Draft, Origin: g.Origin}}
	}
	first, _ := facts.Edited(some.Guides, some.Site, some.Providers, p.look)
	return first
}

// Base is the path that every internal address begins with, as site.toml says and
// nothing else; empty where it does not.
func Base(o Options) string {
	var p Planner
	if rest := content.Around(o.Site); rest == nil || len(p.lookAgain(o, nil).Only(diag.Error)) > 0 {
		return ""
	} else if some := rest.Guides(o.Site, content.Options{Now: o.Now}, nil); some != nil {
		o.override(&some.Site)
		return site.Locate(&some.Site)
	}
	return ""
}
