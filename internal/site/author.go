package site

import (
	"html/template"
	"io"
	"slices"

	"shortlist/internal/export/structured"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// AuthorPage is the view of an author: a line about them, and what they wrote.
type AuthorPage struct {
	Frame
	Organisation bool
	Website      *Link
	Lead         template.HTML
	Sections     []Section
	Guides       []Card
	Articles     []Card
}

func (s *Site) author(w io.Writer, a *guide.Author) error {
	page := AuthorPage{
		Frame: s.frame(head{
			path: authorPath(a.Slug), title: a.Name,
			description: "What " + a.Name + " has written for " + s.lib.Site.Title + ".",
		}),
		Organisation: a.Kind == guide.Organisation,
	}
	if a.URL != "" {
		page.Website = &Link{Label: hostOf(a.URL), URL: a.URL}
	}
	wrote := func(r *read) bool { return slices.Contains(r.authors, a) }
	page.Guides = s.readCards(1, func(r *read) bool { return wrote(r) && !isArticle(r) })
	page.Articles = s.readCards(0, func(r *read) bool { return wrote(r) && isArticle(r) })
	var err error
	page.Lead, page.Sections, err = bodySections(prose{site: s}, markdown.Parse(a.Body.Source))
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

func (s *Site) staticPage(w io.Writer, p *guide.StaticPage) error {
	path, doc := "/"+p.Slug+"/", markdown.Parse(p.Body.Source)
	page := StaticPage{
		Frame: s.frame(head{
			path: path, title: p.Title, description: plainText(p.Description), draft: p.Draft,
			states: func(g *structured.Graph) { g.Questions = s.answered(path, doc) },
		}),
		Sources: sourceViews(p.Sources),
	}
	var err error
	in := prose{site: s, sources: p.Source}
	if page.Dek, err = in.line(guide.Inline{Source: p.Description}); err != nil {
		return err
	}
	page.Lead, page.Sections, err = bodySections(in, doc)
	if err != nil {
		return err
	}
	return s.show(w, "page", page)
}
