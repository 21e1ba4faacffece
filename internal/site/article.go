package site

import (
	"fmt"
	"html/template"
	"io"
	"slices"

	"shortlist/internal/export/structured"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// ArticlesPage is the view of the list of articles.
type ArticlesPage struct {
	Frame
	Articles []Card
}

func (s *Site) articleIndex(w io.Writer) error {
	return s.show(w, "articles", ArticlesPage{
		Frame: s.frame(head{
			path: "/articles/", title: "Articles",
			description: "Every explainer of " + s.lib.Site.Title + ", the latest first.",
		}),
		Articles: s.readCards(0, isArticle),
	})
}

// ArticlePage is the view of an article.
type ArticlePage struct {
	Frame
	Category  string
	Dek       template.HTML
	Authors   []Link
	Published *Day
	Updated   *Day // nil when that is the day on which it was published
	Minutes   int
	Topics    []Link
	Contents  []ContentsItem
	Lead      template.HTML
	Sections  []Section
	CTA       *Link
	Sources   []SourceView
	Related   []RelatedView
	Previous  *Link // the article before it in time
	Next      *Link
	Recent    []Link

	Advertising *AdvertisingView
}

// recentReads is how many recent posts an article lists.
const recentReads = 4

func (s *Site) article(w io.Writer, a *guide.Article) error {
	path := articlePath(a.Slug)
	in := prose{site: s, sources: a.Source}
	doc := markdown.Parse(a.Body.Source)
	page := ArticlePage{
		Frame: s.frame(head{
			path: path, title: a.Title, description: plainText(a.Description), draft: a.Draft,
			parents:    []Link{{Label: "Articles", URL: s.url("/articles/")}},
			alternates: []Alternate{{"text/markdown", "", s.url(twinPath(path))}},
			article:    true,
			scripts:    []string{"page.js"},
			states: func(g *structured.Graph) {
				stated(&g.Page, a.Dates)
				g.Article = &structured.Article{Section: a.Category, Topics: s.topicNames(a.Topics), Authors: s.signed(a.Authors)}
				g.Questions = s.answered(path, doc)
			},
		}),
		Category: a.Category, Authors: s.bylines(a.Authors),
		Published: day(a.Dates.Published), Updated: day(a.Dates.Updated), Minutes: minutes(a.Body.Words),
		Topics: s.topicLinks(a.Topics), Sources: sourceViews(a.Sources), Related: s.related(path, a.Related),
	}
	var err error
	if page.Advertising, err = s.advertising(); err != nil {
		return err
	}
	if page.Dek, err = in.line(guide.Inline{Source: a.Description}); err != nil {
		return err
	}
	if page.Lead, page.Sections, err = bodySections(in, doc); err != nil {
		return fmt.Errorf("%s: %w", a.Origin.File, err)
	}
	for _, sec := range page.Sections {
		page.Contents = append(page.Contents, ContentsItem{Title: sec.Title, Anchor: sec.ID})
	}
	if a.CTA.URL != "" {
		page.CTA = &Link{Label: a.CTA.Label, URL: a.CTA.URL}
	}
	if a.Dates.Updated == a.Dates.Published {
		page.Updated = nil
	}
	page.Previous, page.Next, page.Recent = s.around(path)
	return s.show(w, "article", page)
}

// around finds an article's neighbours in time, and the most recent reads
// besides.
func (s *Site) around(path string) (previous, next *Link, recent []Link) {
	var articles []*read // the latest first
	for _, r := range s.reads {
		if isArticle(r) {
			articles = append(articles, r)
		}
	}
	shown := map[string]bool{path: true}
	link := func(r *read) *Link {
		shown[r.path] = true
		return &Link{Label: r.title, URL: s.url(r.path)}
	}
	at := slices.IndexFunc(articles, func(r *read) bool { return r.path == path })
	if at > 0 {
		next = link(articles[at-1])
	}
	if at+1 < len(articles) {
		previous = link(articles[at+1])
	}
	for _, r := range s.reads {
		if !shown[r.path] && len(recent) < recentReads {
			recent = append(recent, *link(r))
		}
	}
	return previous, next, recent
}
