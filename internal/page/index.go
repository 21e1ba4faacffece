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
	Further  string // the list of all topics, when these are not all

	Advertising *AdvertisingView
}

// Home prints the home page.
func (s *Printer) Home(w io.Writer) error {
	page := HomePage{
		Frame:    s.frame(head{path: "/", description: report.Plain(s.Publication.Description)}),
		Guides:   s.cards(3, s.latestPosts(isGuide)),
		Articles: s.cards(0, s.latestPosts(isArticle)),
	}
	page.Topics, page.Further = s.topicIndex()
	var err error
	if page.Advertising, err = s.advertising(); err != nil {
		return err
	}
	return s.show(w, "home", page)
}

// GuidesPage is the view of the list of guides.
type GuidesPage struct {
	Frame
	Guides []Card
	Pager  *Pager
}

// GuideIndex prints a page of the list of guides.
func (s *Printer) GuideIndex(w io.Writer, list Posts) error {
	return s.show(w, "guides", GuidesPage{
		Frame: s.frame(s.partOf(head{
			path: "/guides/", title: "Guides",
			description: "Every ranked guide of " + s.Publication.Title + ", the latest first, each with its leader.",
		}, list.Number, list.Of)),
		Guides: s.cards(1, list.Items), Pager: s.topicPager("/guides/", list.Number, list.Of),
	})
}

// NotFoundPage is the view of 404.html, which hosts serve for a path that the
// site does not have.
type NotFoundPage struct {
	Frame
	Guides string // the list of guides
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
	page.Guides = s.URL("/guides/")
	return s.show(w, "404", page)
}
