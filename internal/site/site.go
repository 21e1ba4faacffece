// Package site decides which pages exist and renders each one on demand.
//
// [New] makes the list of pages, which is cheap, and resolves the links that
// authors wrote, so that a dead one is reported at its own line. A page is
// rendered when it is wanted ([Site.Render]) and forgotten when it is written;
// rendering is pure, so several goroutines may render at once and the same page
// always has the same bytes.
//
// Package page prints the pages, packages below export the other files. This
// package keeps paths, aliases, links and redirects; the pages of a guide see
// other guides only through their [report.Summary].
package site

import (
	"cmp"
	"io"
	"io/fs"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/export/hosting"
	"shortlist/internal/export/search"
	"shortlist/internal/guide"
	"shortlist/internal/page"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/theme"
)

// Site is a publication as pages. It does not change after New.
type Site struct {
	lib       *guide.Library
	theme     *theme.Theme
	print     *page.Printer
	base      string // the path of base_url: "/" or "/a/b/"
	origin    string // scheme and host of base_url
	pages     []Page
	parts     func() []Page // of the search index
	guides    []*planned
	summaries []*report.Summary // of the guides, latest first
	posts     *report.Posts
	compiled  *compiled // the site before has it, too
	files     fs.FS     // the site's folder, for the pictures that lie in it; may be nil
	photos    photos
	shownAt   map[string]func() diag.Span // where each picture is shown first
	absent    []wanted                    // pictures that no author has put anywhere

	views     diag.List          // what is wrong with the templates
	apart     bool               // no two pages want one path
	alike     bool               // the paths are those of the site before, in their order
	redirects []hosting.Redirect // from aliases
	moved     []movedTo          // the same, with who says so
	reversed  []hosting.Redirect // from comparisons the other way round

	// KeepBlocks has the site keep what its index of words is made of, for its facts.
	// It is set before the first page is made.
	KeepBlocks bool

	aliases span   // which of the pages stand in for redirects
	own     []span // which are those of each guide, in their order
	facts   *Facts // by which most of the site is known; nil where all of it was read

	kept   map[string]search.Block // of the index of words: those that are known
	blocks map[string]search.Block // all of them, once the index is made
	said   map[string][][]string   // the texts of entries, as it knows them
}

// planned is a guide with what is known of it so far.
type planned struct {
	*guide.Guide
	outline report.Outline
	summary *report.Summary
	report  func() *report.Guide // compiled when a page wants it, and kept for the next few

	facts *GuideFacts // that are all that is known of it; nil for one that was read
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
	data     []byte     // of a part of the search index
	unread   bool       // what it is made of was not read, so that it cannot be made
}

// Unread reports whether the page is only known to be there ([Facts.Edited]).
func (p Page) Unread() bool { return p.unread }

// Bytes are those of a part of the search index ([Site.Parts]); nil for any other page.
func (p Page) Bytes() []byte { return p.data }

// span is some pages that stand together, and redirects that do.
type span struct{ from, to, reversedFrom, reversedTo int }

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
// Pictures that lie beside texts are read from the site's folder, if one is given.
func New(lib *guide.Library, th *theme.Theme, files ...fs.FS) (*Site, diag.List) {
	return (*Site)(nil).Next(lib, th, files...)
}

// Next is [New]. What is known of guides that this site has too, the very same
// values, is not computed again.
func (s *Site) Next(lib *guide.Library, th *theme.Theme, files ...fs.FS) (*Site, diag.List) {
	next := empty(lib, th)
	if len(files) > 0 {
		next.files = files[0]
	}
	if s != nil {
		next.compiled = s.compiled
	}
	return next, next.plan(s)
}

// empty is a site of which nothing is planned.
func empty(lib *guide.Library, th *theme.Theme) *Site {
	if lib.Site.SystemFonts {
		th = th.WithoutFonts()
	}
	return &Site{lib: withPublisher(lib), theme: th, base: "/", compiled: &compiled{}}
}

// plan works out what the site is made of. The site before may be nil.
func (s *Site) plan(before *Site) diag.List {
	s.locate()
	s.sketch(before.known(s.lib))
	var problems diag.List
	s.planPhotos(&problems)
	s.print.Photos = s.photos
	s.listAll()
	s.addPhotos()
	s.aliases.from = len(s.pages)
	s.planAliases(&problems)
	s.aliases.to = len(s.pages)
	s.planHosting()
	s.alike = before != nil && slices.EqualFunc(s.pages, before.pages, func(a, b Page) bool { return a.Path == b.Path })
	if s.apart = s.alike && before.apart; !s.apart {
		s.apart = s.conflicts(&problems)
	}
	s.checkLinks(&problems)
	if before != nil && before.theme == s.theme {
		s.views = before.views
	} else {
		for _, v := range page.Views {
			s.views = append(s.views, s.theme.CheckFields(v.Template, v.View)...)
		}
	}
	return append(problems, s.views...)
}

// Alike reports whether the site has the very paths of the one that it was planned
// after ([Site.Next]).
func (s *Site) Alike() bool { return s.alike }

// preview reports whether the site shows what is not published. It is then for
// whoever made it: search engines are told to stay out by each page, by the
// headers and by robots.txt, and there is no sitemap.
func (s *Site) preview() bool { return s.lib.Site.Unlisted || len(s.lib.Drafts) > 0 }

// withPublisher is the library with a publisher: where site.toml names none, the
// publication stands for itself. Pages link to it, and structured data must.
func withPublisher(lib *guide.Library) *guide.Library {
	own := *lib
	p := &own.Site.Publisher
	p.Name, p.URL = cmp.Or(p.Name, own.Site.Title), cmp.Or(p.URL, own.Site.BaseURL)
	return &own
}

// listAll lists the pages, in the order in which a reader would meet them.
func (s *Site) listAll() {
	printer, own := s.print, s.lib.Site.Origin
	s.addPage("/", "home", own, printer.Home)
	list(s, "/guides/", "guides", own, printer.GuideLists(), printer.GuideIndex)
	for _, p := range s.guides {
		s.listGuide(p)
	}
	providers := printer.ProviderLists(s.lib.Providers)
	list(s, "/providers/", "providers", own, providers, func(w io.Writer, p page.Part[*guide.Provider]) error {
		return printer.ProviderIndex(w, providers, p.Number-1)
	})
	for _, p := range s.lib.Providers {
		path := address.Provider(p.Slug)
		list(s, path, "provider", p.Origin, printer.PlaceLists(p), func(w io.Writer, places page.Part[report.Appearance]) error {
			return printer.Provider(w, p, places)
		})
		s.addFile(address.Twin(path), p.Origin, func(w io.Writer) error { return s.twins().Provider(w, p) })
	}
	list(s, "/articles/", "articles", own, printer.ArticleLists(), printer.ArticleIndex)
	for _, a := range s.lib.Articles {
		path := address.Article(a.Slug)
		s.addPage(path, "article", a.Origin, func(w io.Writer) error { return printer.Article(w, a) }).updated = a.Dates.Updated
		s.addFile(address.Twin(path), a.Origin, func(w io.Writer) error { return s.twins().Article(w, a) })
	}
	if topics := printer.TopicIndexes(); len(s.posts.Topics()) > 0 {
		list(s, "/topics/", "names", own, topics, func(w io.Writer, p page.Names) error { return printer.TopicIndex(w, topics, p.Number-1) })
	}
	for _, id := range s.posts.Topics() {
		list(s, address.Topic(id), "topic", own, printer.TopicLists(id), func(w io.Writer, p page.Posts) error { return printer.Topic(w, id, p) })
	}
	questions := printer.Questions()
	list(s, "/faq/", "faq", own, printer.QuestionLists(questions), func(w io.Writer, p page.Part[page.Asked]) error {
		return printer.FAQ(w, p, len(questions))
	})
	s.planSearch()
	if authors := printer.AuthorIndexes(s.lib.Authors); len(s.lib.Authors) > 0 {
		list(s, "/authors/", "names", own, authors, func(w io.Writer, p page.Names) error { return printer.AuthorIndex(w, authors, p.Number-1) })
	}
	for _, a := range s.lib.Authors {
		list(s, address.Author(a.Slug), "author", a.Origin, printer.AuthorLists(a.Slug), func(w io.Writer, p page.Posts) error { return printer.Author(w, a, p) })
	}
	s.planCorrections()
	for _, p := range s.lib.Pages {
		if path := address.Page(p.Slug); path != address.Corrections {
			s.addPage(path, "page", p.Origin, func(w io.Writer) error { return printer.Page(w, p) })
		}
	}
	for i := range s.lib.Gone {
		g := &s.lib.Gone[i]
		s.addPage(g.Path, "gone", g.Origin, func(w io.Writer) error { return printer.Gone(w, g) })
	}
	if len(s.lib.Guides) > 0 {
		s.planSchema()
	}
	s.addFile("/llms.txt", own, func(w io.Writer) error { return s.twins().Index(w, s.posts, s.lib.Providers) })
	s.addPage("/404.html", "404", own, printer.NotFound)
	s.planPictures()
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

// list adds the pages that a list is divided into.
func list[T any](s *Site, path, template string, source guide.Origin, parts []page.Part[T], write func(io.Writer, page.Part[T]) error) {
	for _, p := range parts {
		s.addPage(address.Part(path, p.Number), template, source, func(w io.Writer) error { return write(w, p) })
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

// Pages returns every file that the site has but [Site.Parts], in order. No text is
// read and nothing is indexed to know them.
func (s *Site) Pages() []Page { return s.pages }

// Render writes a page.
func (s *Site) Render(w io.Writer, p Page) error {
	if p.unread {
		return ErrUnread
	}
	return p.render(w)
}

// Base is the path that every internal URL begins with: "/" or "/a/b/".
func (s *Site) Base() string { return s.base }
