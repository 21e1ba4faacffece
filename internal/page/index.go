package page

import (
	"io"
	"shortlist/internal/report"
)

// latest is how many guides and how many articles the home page shows.
const latest = 12

// HomePage is the view of the home page.
type HomePage struct {
	Frame
	Guides   []Card
	Articles []Card
	Topics   []Link

	Advertising *AdvertisingView
}

// Home prints the home page.
func (s *Printer) Home(w io.Writer) error {
	page := HomePage{
		Frame:  s.frame(head{path: "/", description: report.Plain(s.Publication.Description)}),
		Topics: s.topicLinks(s.Posts.Topics()),
	}
	var err error
	if page.Advertising, err = s.advertising(); err != nil {
		return err
	}
	guides, articles := s.cards(3, isGuide), s.cards(0, isArticle)
	page.Guides, page.Articles = guides[:min(latest, len(guides))], articles[:min(latest, len(articles))]
	return s.show(w, "home", page)
}

// GuidesPage is the view of the list of guides.
type GuidesPage struct {
	Frame
	Guides []Card
}

// GuideIndex prints the list of guides.
func (s *Printer) GuideIndex(w io.Writer) error {
	page := GuidesPage{Frame: s.frame(head{
		path: "/guides/", title: "Guides",
		description: "Every ranked guide of " + s.Publication.Title + ", the latest first, each with its leader.",
	})}
	page.Guides = s.cards(1, isGuide)
	return s.show(w, "guides", page)
}

// NotFoundPage is the view of 404.html, which hosts serve for a path that the
// site does not have.
type NotFoundPage struct {
	Frame
	Guides []Card
	Search string // the search page
}

// notFound is its path, and the address of no reader.
const notFound = "/404.html"

// NotFound prints the page for an address that leads nowhere.
func (s *Printer) NotFound(w io.Writer) error {
	page := NotFoundPage{Frame: s.frame(head{
		path: notFound, title: "Page not found",
		description: "This address leads nowhere on " + s.Publication.Title + ".",
	})}
	page.Canonical, page.Search = "", s.URL("/search/")
	page.Guides = s.cards(0, isGuide)
	return s.show(w, "404", page)
}
