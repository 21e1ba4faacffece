package page

import (
	"html/template"
	"io"

	"shortlist/internal/export/structured"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// AuthorPage is the view of an author: a line about them, and what they wrote.
type AuthorPage struct {
	Frame
	Organisation bool
	Photo        *MarkView
	Website      *Link
	Lead         template.HTML
	Sections     []Section
	Guides       []Card
	Articles     []Card
	Pager        *Pager
}

// Author prints an author, and of what they wrote one page. Who they are stands
// on the first.
func (s *Printer) Author(w io.Writer, a *guide.Author, list Posts) error {
	path := address.Author(a.Slug)
	page := AuthorPage{
		Frame: s.frame(s.partOf(head{
			path: path, title: a.Name, parents: []Link{{Label: "Authors", URL: s.URL("/authors/")}},
			description: "What " + a.Name + " has written for " + s.Publication.Title + ".",
		}, list.Number, list.Of)),
		Organisation: a.Kind == guide.Organisation, Photo: s.small(a.Photo),
		Guides:   s.cards(1, only(list.Items, isGuide)),
		Articles: s.cards(0, only(list.Items, isArticle)),
		Pager:    s.pager(path, list.Number, list.Of, "", nil),
	}
	if list.Number > 1 {
		return s.show(w, "author", page)
	}
	if a.URL != "" {
		page.Website = &Link{Label: report.HostOf(a.URL), URL: a.URL}
	}
	var err error
	page.Lead, page.Sections, err = bodySections(prose{site: s}, &a.Body)
	if err != nil {
		return err
	}
	return s.show(w, "author", page)
}

// StaticPage is the view of a page of its own: about, how we rank, disclosure.
type StaticPage struct {
	Frame
	Dek      template.HTML
	Lead     template.HTML
	Sections []Section
	Sources  []SourceView
}

// Page prints a page of its own.
func (s *Printer) Page(w io.Writer, p *guide.StaticPage) error {
	path := address.Page(p.Slug)
	page := StaticPage{
		Frame: s.frame(head{
			path: path, title: p.Title, description: report.Plain(p.Description), draft: p.Draft,
			states: func(g *structured.Graph) { g.Questions = s.answered(path, &p.Body) },
		}),
		Sources: sourceViews(report.Values(p.Sources), nil),
	}
	var err error
	in := prose{site: s, sources: p.Source}
	if page.Dek, err = in.line(p.Description); err != nil {
		return err
	}
	page.Lead, page.Sections, err = bodySections(in, &p.Body)
	if err != nil {
		return err
	}
	return s.show(w, "page", page)
}
