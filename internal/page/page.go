// Package page prints a guide's report, or the site's lists of summaries, as
// HTML.
//
// Each kind of page is one file here and one template: it turns plain values into
// a typed view, in which every URL already carries the path of base_url and every
// piece of prose is finished HTML. Nothing is ranked, counted or worded here.
package page

import (
	"io"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/photo"
	"shortlist/internal/report"
	"shortlist/internal/theme"
)

// Printer prints the pages of one site. It is set up once and does not change;
// pages may be printed by several goroutines at once, and the same values always
// make the same bytes.
type Printer struct {
	Publication *guide.Publication // with a publisher
	Preview     bool               // the site shows what is not published, so that search engines are kept out
	Policy      string             // the content security policy, where the host sends none
	Theme       *theme.Theme
	Base        string              // the path of base_url: "/" or "/a/b/"
	Origin      string              // scheme and host of base_url
	Pages       []*guide.StaticPage // for the footer
	Ties        []guide.Relationship
	Posts       *report.Posts
	Directory   *report.Directory
	Corrected   []report.Corrected     // what was corrected, the newest first
	Compared    map[[2]string]int      // in how many guides two providers are compared
	Photos      map[string]photo.Photo // by what texts call them
	Providers   map[string]bool        // slugs of those that have a page
	Formerly    map[string][]string    // the names that providers had, by slug
}

// URL is the address of a path of the site, as pages print it.
func (s *Printer) URL(path string) string { return s.Base + strings.TrimPrefix(path, "/") }

// Absolute is the address of a path of the site with scheme and host.
func (s *Printer) Absolute(path string) string { return s.Origin + s.URL(path) }

// show renders a page's template with its view.
func (s *Printer) show(w io.Writer, page string, view any) error {
	if f, framed := view.(interface{ broken() error }); framed && f.broken() != nil {
		return f.broken()
	}
	if f, framed := view.(interface{ told() *Told }); framed && len(s.Ties) > 0 {
		return s.tell(w, page, view, f.told())
	}
	return s.Theme.Render(w, page, view)
}

// Views lists the templates with the views that they get.
var Views = []struct {
	Template string
	View     any
}{
	{"home", HomePage{}}, {"guides", GuidesPage{}}, {"guide", GuidePage{}},
	{"providers", ProvidersPage{}}, {"provider", ProviderPage{}},
	{"methodology", MethodologyPage{}}, {"lens", LensPage{}}, {"usecase", UseCasePage{}}, {"region", RegionPage{}},
	{"compare", ComparePage{}}, {"edition", EditionPage{}}, {"stub", StubPage{}}, {"gone", GonePage{}}, {"corrections", CorrectionsPage{}}, {"articles", ArticlesPage{}}, {"article", ArticlePage{}},
	{"topic", TopicPage{}}, {"faq", FAQPage{}}, {"search", SearchPage{}}, {"author", AuthorPage{}}, {"names", NamesPage{}}, {"page", StaticPage{}}, {"404", NotFoundPage{}},
}
