package site

import (
	"net/url"
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/page"
	"shortlist/internal/report"
)

// Locate is the path that every internal URL of a publication begins with.
func Locate(of *guide.Publication) string {
	s := Site{lib: &guide.Library{Site: *of}, base: "/"}
	s.locate()
	return s.base
}

// locate reads the address of the site.
func (s *Site) locate() {
	if u, err := url.Parse(s.lib.Site.BaseURL); err == nil {
		s.origin = u.Scheme + "://" + u.Host
		if path := u.EscapedPath(); path != "" {
			s.base = path
		}
	}
}

// inputs are what a guide is ranked with.
func (s *Site) inputs() report.Inputs {
	return report.Inputs{Regions: s.lib.Site.Regions, Ties: s.lib.Relationships, Labels: s.lib.Site.Labels}
}

// sketch ranks the guides and sets up what prints their pages.
func (s *Site) sketch(known map[*guide.Guide]*planned) {
	for _, g := range s.lib.Guides {
		p := known[g]
		if p == nil {
			p = s.compiled.outlined(g, s.inputs())
		}
		s.take(p)
	}
	s.setUp()
	s.print.Formerly, s.print.Corrected = report.FormerNames(s.lib), report.Corrections(s.lib)
}

// take adds a guide.
func (s *Site) take(p *planned) {
	s.guides, s.summaries = append(s.guides, p), append(s.summaries, p.summary)
}

// setUp makes what prints pages. All guides are known.
func (s *Site) setUp() {
	compared := map[[2]string]int{}
	for _, p := range s.guides {
		for _, pair := range p.outline.Pairs {
			compared[pair]++
		}
	}
	slices.SortStableFunc(s.summaries, func(a, b *report.Summary) int { return report.LatestFirst(a.Dates, b.Dates) })
	s.posts = report.NewPosts(s.summaries, s.lib.Articles)
	providers := map[string]bool{}
	for _, p := range s.lib.Providers {
		providers[p.Slug] = true
	}
	s.print = &page.Printer{
		Publication: &s.lib.Site, Preview: s.preview(), Theme: s.theme, Base: s.base, Origin: s.origin, Pages: s.lib.Pages, Ties: s.lib.Relationships,
		Posts: s.posts, Directory: report.NewDirectory(s.summaries), Compared: compared, Providers: providers,
	}
}

// known is what holds for a library, too, of what is known of guides.
func (s *Site) known(lib *guide.Library) map[*guide.Guide]*planned {
	if s == nil || !slices.Equal(s.lib.Site.Regions, lib.Site.Regions) || !slices.EqualFunc(s.lib.Relationships, lib.Relationships, sameTie) {
		return nil
	}
	known := make(map[*guide.Guide]*planned, len(s.guides))
	for _, p := range s.guides {
		known[p.Guide] = p
	}
	return known
}

func sameTie(a, b guide.Relationship) bool {
	return a.Provider == b.Provider && a.Kind == b.Kind && a.Since == b.Since && a.Try == b.Try && a.Note.Source == b.Note.Source && a.Origin == b.Origin
}
