package site

import "io"

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

func (s *Site) home(w io.Writer) error {
	page := HomePage{
		Frame:  s.frame(head{path: "/", description: plainText(s.lib.Site.Description)}),
		Topics: s.topicLinks(s.topics()),
	}
	var err error
	if page.Advertising, err = s.advertising(); err != nil {
		return err
	}
	for _, sum := range s.summaries[:min(latest, len(s.summaries))] {
		page.Guides = append(page.Guides, s.card(sum, 3))
	}
	articles := s.readCards(0, isArticle)
	page.Articles = articles[:min(latest, len(articles))]
	return s.show(w, "home", page)
}

// GuidesPage is the view of the list of guides.
type GuidesPage struct {
	Frame
	Guides []Card
}

func (s *Site) guideIndex(w io.Writer) error {
	page := GuidesPage{Frame: s.frame(head{
		path: "/guides/", title: "Guides",
		description: "Every ranked guide of " + s.lib.Site.Title + ", the latest first, each with its leader.",
	})}
	for _, sum := range s.summaries {
		page.Guides = append(page.Guides, s.card(sum, 1))
	}
	return s.show(w, "guides", page)
}

// NotFoundPage is the view of 404.html, which hosts serve for a path that the
// site does not have.
type NotFoundPage struct {
	Frame
	Guides []Card
	Search string // the search page
}

func (s *Site) notFound(w io.Writer) error {
	page := NotFoundPage{Frame: s.frame(head{
		path: "/404.html", title: "Page not found",
		description: "This address leads nowhere on " + s.lib.Site.Title + ".",
	})}
	page.Canonical, page.Search = "", s.url("/search/")
	for _, sum := range s.summaries {
		page.Guides = append(page.Guides, s.card(sum, 0))
	}
	return s.show(w, "404", page)
}
