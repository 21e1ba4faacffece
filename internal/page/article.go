package page

import (
	"cmp"
	"fmt"
	"html/template"
	"io"

	"shortlist/internal/export/structured"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// ArticlesPage is the view of the list of articles.
type ArticlesPage struct {
	Frame
	Articles []Card
	Pager    *Pager
}

// ArticleIndex prints a page of the list of articles.
func (s *Printer) ArticleIndex(w io.Writer, list Posts) error {
	return s.show(w, "articles", ArticlesPage{
		Frame: s.frame(s.partOf(head{
			path: "/articles/", title: "Articles",
			description: "Every explainer of " + s.Publication.Title + ", the latest first.",
		}, list.Number, list.Of)),
		Articles: s.cards(0, list.Items), Pager: s.topicPager("/articles/", list.Number, list.Of),
	})
}

// ArticlePage is the view of an article.
type ArticlePage struct {
	Frame
	Category    string
	Dek         template.HTML
	Authors     []Link
	Published   *Day
	Updated     *Day // nil when that is the day on which it was published
	Minutes     int
	Topics      []Link
	Contents    []ContentsItem
	Lead        template.HTML
	Sections    []Section
	CTA         *Link
	Sources     []SourceView
	Corrections []CorrectionView
	Related     []RelatedView
	Previous    *Link // the article before it in time
	Next        *Link
	Recent      []Link

	Advertising *AdvertisingView
}

// recentPosts is how many recent posts an article lists.
const recentPosts = 4

// Article prints an article.
func (s *Printer) Article(w io.Writer, a *guide.Article) error {
	path := address.Article(a.Slug)
	in := prose{site: s, sources: a.Source}
	var undrawn error
	in.drawn = drawDiagram(a.Diagrams, &undrawn)
	page := ArticlePage{
		Frame: s.frame(head{
			path: path, title: a.Title, description: report.Plain(a.Description), draft: a.Draft,
			parents:    []Link{{Label: "Articles", URL: s.URL("/articles/")}},
			alternates: []Alternate{{"text/markdown", "", s.URL(address.Twin(path))}},
			article:    true,
			scripts:    []string{"page.js"},
			states: func(g *structured.Graph) {
				dated(&g.Page, a.Dates)
				g.Article = &structured.Article{Stays: s.Tag(s.Posts.At(path).ID), Section: a.Category, Topics: s.topicNames(a.Topics), Authors: s.signed(report.Authors(a.Authors))}
				g.Questions = s.answered(path, &a.Body)
			},
		}),
		Category: a.Category, Authors: s.bylines(report.Authors(a.Authors)),
		Published: day(a.Dates.Published), Updated: day(a.Dates.Updated), Minutes: report.Minutes(report.Reading(&a.Body)),
		Topics: s.topicLinks(a.Topics), Sources: sourceViews(report.Values(a.Sources), nil), Related: s.relatedTo(path, a.Related),
	}
	var err error
	if page.Advertising, err = s.advertising(); err != nil {
		return err
	}
	if page.Dek, err = in.line(a.Description); err != nil {
		return err
	}
	if page.Lead, page.Sections, err = bodySections(in, &a.Body); cmp.Or(err, undrawn) != nil {
		return fmt.Errorf("%s: %w", a.Origin.File, cmp.Or(err, undrawn))
	}
	if page.Corrections, err = s.corrections(report.CorrectionsOfArticle(a), func(report.Correction) prose { return in }); err != nil {
		return err
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

// around finds an article's neighbours in time, and the most recent posts
// besides.
func (s *Printer) around(path string) (previous, next *Link, recent []Link) {
	shown := map[string]bool{path: true}
	link := func(p *report.Post) *Link {
		shown[p.Path] = true
		return &Link{Label: p.Title, URL: s.URL(p.Path)}
	}
	earlier, later := s.Posts.Around(s.Posts.At(path))
	if later != nil {
		next = link(later)
	}
	if earlier != nil {
		previous = link(earlier)
	}
	for _, p := range s.Posts.All {
		if len(recent) == recentPosts {
			break
		}
		if !shown[p.Path] {
			recent = append(recent, *link(p))
		}
	}
	return previous, next, recent
}
