// Package site decides which pages exist and renders each one on demand.
//
// [New] makes the list of pages, which is cheap, and resolves the links that
// authors wrote, so that a dead one is reported at its own line. A page is
// rendered when it is wanted ([Site.Render]) and forgotten when it is written;
// rendering is pure, so several goroutines may render at once and the same page
// always has the same bytes.
//
// Each kind of page is one file here and one template: it turns the model and
// the ranking into a typed view, in which every URL already carries the path of
// base_url and every piece of prose is finished HTML. A guide's pages see
// other guides only through their [Summary].
package site

import (
	"cmp"
	"io"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/emit/hosting"
	"shortlist/internal/guide"
	"shortlist/internal/theme"
)

// Site is a publication as pages. It does not change after New.
type Site struct {
	lib       *guide.Library
	theme     *theme.Theme
	base      string // the path of base_url: "/" or "/a/b/"
	origin    string // scheme and host of base_url
	pages     []Page
	summaries []*Summary        // of the guides, latest first
	compared  map[[2]string]int // in how many guides two providers are compared

	reads       []*read // guides and articles, latest first
	readsByPath map[string]*read
	readsByMark map[mark][]*read

	anchors   map[string]anchorSet
	redirects []hosting.Redirect // from aliases
}

// Page is one file of the site.
type Page struct {
	Path     string                  // from the site's root, without the path of base_url: "/guides/", "/404.html"
	Source   guide.Origin            // what it was made from
	Template string                  // what it was made by: "templates/pages/guide.html"; empty for what is no page of HTML
	Open     func() (fs.File, error) // of a static file that is copied as it is; nil for what is rendered
	render   func(io.Writer) error
	kind     string     // the template's name; empty for what is no page of HTML
	updated  guide.Date // when what it says last changed; zero when that is not known
}

// File is where the page is written under public/: "guides/index.html".
func (p Page) File() string {
	file := strings.TrimPrefix(p.Path, "/")
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	return file
}

// New plans a site. The problems are those that only show once every page is
// known: links that lead nowhere, and two pages that want one path.
func New(lib *guide.Library, th *theme.Theme) (*Site, diag.List) {
	s := &Site{lib: withPublisher(lib), theme: th, base: "/", anchors: map[string]anchorSet{},
		readsByPath: map[string]*read{}, readsByMark: map[mark][]*read{}}
	if u, err := url.Parse(lib.Site.BaseURL); err == nil {
		s.origin = u.Scheme + "://" + u.Host
		if path := u.EscapedPath(); path != "" {
			s.base = path
		}
	}
	for _, g := range lib.Guides {
		s.summaries = append(s.summaries, summarize(g))
	}
	slices.SortStableFunc(s.summaries, func(a, b *Summary) int { return latestFirst(a.Dates, b.Dates) })
	s.compared = map[[2]string]int{}
	for _, sum := range s.summaries {
		for _, pair := range sum.Pairs {
			s.compared[pair]++
		}
	}
	s.gatherReads()
	s.plan()
	var problems diag.List
	s.planAliases(&problems)
	s.planHosting()
	s.conflicts(&problems)
	s.checkLinks(&problems)
	for _, v := range views {
		problems = append(problems, th.CheckFields(v.template, v.view)...)
	}
	return s, problems
}

// withPublisher is the library with a publisher: where site.toml names none, the
// publication stands for itself. Pages link to it, and structured data must.
func withPublisher(lib *guide.Library) *guide.Library {
	own := *lib
	p := &own.Site.Publisher
	p.Name, p.URL = cmp.Or(p.Name, own.Site.Title), cmp.Or(p.URL, own.Site.BaseURL)
	return &own
}

// views lists the templates with the views that they get.
var views = []struct {
	template string
	view     any
}{
	{"home", HomePage{}}, {"guides", GuidesPage{}}, {"guide", GuidePage{}},
	{"providers", ProvidersPage{}}, {"provider", ProviderPage{}},
	{"methodology", MethodologyPage{}}, {"lens", LensPage{}}, {"usecase", UseCasePage{}}, {"region", RegionPage{}},
	{"compare", ComparePage{}}, {"edition", EditionPage{}}, {"stub", StubPage{}}, {"articles", ArticlesPage{}}, {"article", ArticlePage{}}, {"topic", TopicPage{}}, {"faq", FAQPage{}}, {"search", SearchPage{}}, {"author", AuthorPage{}}, {"page", StaticPage{}}, {"404", NotFoundPage{}},
}

// latestFirst orders by the day of the last change.
func latestFirst(a, b guide.Dates) int {
	return cmp.Or(b.Updated.Compare(a.Updated), b.Published.Compare(a.Published))
}

// plan lists the pages, in the order in which a reader would meet them.
func (s *Site) plan() {
	s.addPage("/", "home", s.lib.Site.Origin, s.home)
	s.addPage("/guides/", "guides", s.lib.Site.Origin, s.guideIndex)
	for _, g := range s.lib.Guides {
		s.planGuide(g)
	}
	s.addPage("/providers/", "providers", s.lib.Site.Origin, s.providerIndex)
	for _, p := range s.lib.Providers {
		s.addPage(providerPath(p.Slug), "provider", p.Origin, func(w io.Writer) error { return s.provider(w, p) })
		s.addFile(twinPath(providerPath(p.Slug)), p.Origin, func(w io.Writer) error { return s.providerTwin(w, p) })
	}
	s.addPage("/articles/", "articles", s.lib.Site.Origin, s.articleIndex)
	for _, a := range s.lib.Articles {
		s.addPage(articlePath(a.Slug), "article", a.Origin, func(w io.Writer) error { return s.article(w, a) }).updated = a.Dates.Updated
		s.addFile(twinPath(articlePath(a.Slug)), a.Origin, func(w io.Writer) error { return s.articleTwin(w, a) })
	}
	for _, id := range s.topics() {
		s.addPage(topicPath(id), "topic", s.lib.Site.Origin, func(w io.Writer) error { return s.topic(w, id) })
	}
	s.addPage("/faq/", "faq", s.lib.Site.Origin, s.faq)
	s.planSearch()
	for _, a := range s.lib.Authors {
		s.addPage(authorPath(a.Slug), "author", a.Origin, func(w io.Writer) error { return s.author(w, a) })
	}
	for _, p := range s.lib.Pages {
		s.addPage("/"+p.Slug+"/", "page", p.Origin, func(w io.Writer) error { return s.staticPage(w, p) })
	}
	if len(s.lib.Guides) > 0 {
		s.planSchema()
	}
	s.addFile("/llms.txt", s.lib.Site.Origin, s.llms)
	s.addPage("/404.html", "404", s.lib.Site.Origin, s.notFound)
	s.planCards()
	s.planFeeds()
	s.planSitemap()
	for _, asset := range s.theme.Assets() {
		s.addFile(asset.Path, guide.Origin{File: "static/" + asset.Name}, func(w io.Writer) error {
			_, err := asset.WriteTo(w)
			return err
		})
		s.pages[len(s.pages)-1].Open = asset.Open
	}
}

// addPage adds a page of HTML. What is returned is good until the next one is
// added.
func (s *Site) addPage(path, template string, source guide.Origin, render func(io.Writer) error) *Page {
	s.pages = append(s.pages, Page{
		Path: path, Source: source, Template: "templates/pages/" + template + ".html", render: render, kind: template,
	})
	return &s.pages[len(s.pages)-1]
}

// addFile adds any other file.
func (s *Site) addFile(path string, source guide.Origin, render func(io.Writer) error) {
	s.pages = append(s.pages, Page{Path: path, Source: source, render: render})
}

// Pages returns every file that the site has, in order.
func (s *Site) Pages() []Page { return s.pages }

// Render writes a page.
func (s *Site) Render(w io.Writer, p Page) error { return p.render(w) }

// Base is the path that every internal URL begins with: "/" or "/a/b/".
func (s *Site) Base() string { return s.base }

// url is the address of a path of the site, as pages print it.
func (s *Site) url(path string) string { return s.base + strings.TrimPrefix(path, "/") }

// absolute is the address of a path of the site with scheme and host.
func (s *Site) absolute(path string) string { return s.origin + s.url(path) }
