package site

import (
	"reflect"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// quick are the templates of those pages of a guide that its own files alone decide,
// as long as the rest of the site sees the same of it but for its ranking: those
// whose key ([Site.Keys]) has no other part that a guide can change.
var quick = map[string]bool{"guide": true, "methodology": true, "lens": true, "usecase": true, "region": true}

// Anew are pages of one guide of the site, by their paths, made of a newer value of
// it: what [Site.Next] would make of them. There are none where more than its ranking
// and its texts is another, for then other pages have a part in it.
func (s *Site) Anew(g *guide.Guide) map[string]Page {
	for _, old := range s.guides {
		if old.Slug != g.Slug {
			continue
		}
		own := *s
		own.pages, own.reversed = nil, nil
		p := own.compiled.outlined(g, report.Inputs{Regions: s.lib.Site.Regions, Ties: s.lib.Relationships, Labels: s.lib.Site.Labels})
		if !seenAlike(old, p) {
			return nil
		}
		own.planGuide(p)
		pages := map[string]Page{}
		for _, page := range own.pages {
			if quick[strings.TrimSuffix(page.kind, ".html")] {
				pages[page.Path] = page
			}
		}
		return pages
	}
	return nil
}

// seenAlike reports whether two values of a guide are the same to other pages, but
// for the ranking: whom it ranks and which sites it cites decides what else is
// related to it, and is the same, too.
func seenAlike(a, b *planned) bool {
	x, y := *a.summary, *b.summary
	if !slices.Equal(ranked(&x), ranked(&y)) {
		return false
	}
	x.Places, y.Places, x.BySlug, y.BySlug = nil, nil, nil, nil
	x.Questions, y.Questions, x.Criteria, y.Criteria = nil, nil, nil, nil
	return reflect.DeepEqual(x, y) && reflect.DeepEqual(a.Related, b.Related) && reflect.DeepEqual(a.Aliases, b.Aliases)
}

// ranked are the providers that a guide ranks, in the order of their slugs.
func ranked(sum *report.Summary) []string {
	var out []string
	for i := range sum.Places {
		out = append(out, sum.Places[i].Provider)
	}
	slices.Sort(out)
	return out
}
