package page

import (
	"cmp"
	"html/template"
	"strings"

	"shortlist/internal/export/feed"
	"shortlist/internal/export/picture"
	"shortlist/internal/export/structured"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/theme"
)

// Frame is what every page has around its content. Page views embed it.
type Frame struct {
	Language    string
	Labels      Labels // the words of the site, or of the guide that the page belongs to
	Title       string // of the document: the page's, then the site's
	Heading     string // the h1
	Description string
	Canonical   string // empty on a page that has no address of its own
	SiteTitle   string
	Home        string
	Policy      string // of what the page may load; empty where the host sends it
	Stylesheet  Sheet
	Fonts       []string
	Imports     []Sheet // the scripts that those of the page import
	Scripts     []Sheet
	Icon        string
	Navigation  []Link
	Breadcrumbs []Link // from the home page to the parent
	Here        string // the page itself, at their end
	Pages       []Link // about, disclosure ..., in the footer
	Publisher   Link
	Newsletter  *NewsletterView
	Disclaimer  string
	Draft       string // why it is not published: "draft"; empty for what is
	Preview     bool   // other pages of the site are not
	Unlisted    bool   // search engines are not to list it
	Card        Picture
	Structured  template.HTML // JSON-LD
	Alternates  []Alternate   // the same in other forms: feeds, Markdown, data

	Ties *Told // the commercial ties with providers that the page names

	fault error // what kept it from being whole; show reports it
}

// Picture is what stands beside a link to the page where people share it.
type Picture struct {
	URL           string
	Width, Height int
	Article       bool // the page is an article, not a part of the site
}

// broken is promoted to each page's view, where show asks for it.
func (f Frame) broken() error { return f.fault }

// told is promoted like it.
func (f Frame) told() *Told { return f.Ties }

// Alternate is another form of the page, or a feed of it. A feed has a title.
type Alternate struct{ Type, Title, URL string }

// Sheet is a style sheet or a script with the hash that a browser checks.
type Sheet struct{ URL, Integrity string }

// Link is a link. Current is the value of aria-current: "page" on the page that
// it leads to, "true" on one below it.
type Link struct {
	Label   string
	URL     string
	Current string
}

// head describes a page to the frame.
type head struct {
	path        string
	title       string
	description string
	here        string // in the breadcrumbs; its title, if empty
	parents     []Link
	draft       string
	unlisted    bool     // it is of no use to who comes from a search engine
	scripts     []string // in static/
	alternates  []Alternate
	article     bool                    // the page is an article of its own
	states      func(*structured.Graph) // what it says beyond what every page does
}

func (s *Printer) frame(h head) Frame {
	site := s.Publication
	f := Frame{
		Language:    site.Language,
		Labels:      s.labels(),
		Title:       h.title + " – " + site.Title,
		Heading:     h.title,
		Description: h.description,
		Canonical:   s.Absolute(h.path),
		SiteTitle:   site.Title,
		Home:        s.URL("/"),
		Policy:      s.Policy,
		Stylesheet:  Sheet{s.URL(s.Theme.Stylesheet.Path), s.Theme.Stylesheet.Integrity},
		Icon:        s.URL("/favicon.svg"),
		Publisher:   Link{Label: site.Publisher.Name, URL: site.Publisher.URL},
		Disclaimer:  site.Disclaimer,
		Draft:       h.draft,
		Preview:     s.Preview,
		Unlisted:    s.Preview || h.unlisted,
		Ties:        &Told{},
		Alternates:  append(h.alternates, Alternate{feed.AtomType, site.Title, s.URL("/feed.xml")}),
	}
	for _, font := range s.Theme.Fonts {
		f.Fonts = append(f.Fonts, s.URL(font.Path))
	}
	f.Scripts, f.Imports = s.scripts(h.scripts)
	f.Card = Picture{URL: s.Absolute(s.picturePath(h)), Width: picture.Width, Height: picture.Height, Article: h.article}
	f.Structured, f.fault = s.block(h)
	var err error
	if f.Newsletter, err = s.newsletter(); f.fault == nil {
		f.fault = err
	}
	if h.path == "/" {
		f.Title, f.Heading = site.Title, site.Title
		f.Alternates = append(f.Alternates, Alternate{feed.JSONType, site.Title, s.URL("/feed.json")})
	} else {
		f.Breadcrumbs = append([]Link{{Label: "Home", URL: s.URL("/")}}, h.parents...)
		f.Here = cmp.Or(h.here, h.title)
	}
	for _, n := range site.Navigation {
		f.Navigation = append(f.Navigation, Link{Label: n.Label, URL: s.URL(n.Path), Current: current(h.path, n.Path)})
	}
	for _, p := range s.Pages {
		f.Pages = append(f.Pages, Link{Label: p.Title, URL: s.URL("/" + p.Slug + "/"), Current: current(h.path, "/"+p.Slug+"/")})
	}
	return f
}

// scripts are those that a page starts, and what they import.
func (s *Printer) scripts(names []string) (scripts, imports []Sheet) {
	sheets := func(assets []theme.Asset) (out []Sheet) {
		for _, a := range assets {
			out = append(out, Sheet{s.URL(a.Path), a.Integrity})
		}
		return out
	}
	own, below := s.Theme.Scripts(names)
	return sheets(own), sheets(below)
}

func current(path, link string) string {
	switch {
	case path == link:
		return "page"
	case link != "/" && strings.HasPrefix(path, link):
		return "true"
	}
	return ""
}

// Day is a date for people and for machines.
type Day struct{ Words, Machine string }

func day(d guide.Date) *Day {
	if d.IsZero() {
		return nil
	}
	return &Day{Words: d.Words(), Machine: d.String()}
}

func (s *Printer) bylines(authors []report.Author) []Link {
	links := make([]Link, len(authors))
	for i, a := range authors {
		links[i] = Link{Label: a.Name, URL: s.URL(address.Author(a.Slug))}
	}
	return links
}
