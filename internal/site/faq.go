package site

import (
	"fmt"
	"io"

	"shortlist/internal/guide"
)

// FAQPage is the view of every question of the site.
type FAQPage struct {
	Frame
	Count  int
	Search string // the search page, with questions only
	Groups []QuestionGroup
}

// QuestionGroup is the questions of one guide, article or page.
type QuestionGroup struct {
	Link
	ID        string
	Kind      string // "Guide", "Article" or "Page"
	Questions []Link // each leads to its answer
}

func (s *Site) faq(w io.Writer) error {
	page := FAQPage{Frame: s.frame(head{
		path: "/faq/", title: "Questions",
		description: "Every question that " + s.lib.Site.Title + " answers, by guide and article.",
	})}
	page.Search = s.url("/search/") + "?kind=question"
	add := func(kind, title, path string, questions []guide.Question) {
		if len(questions) == 0 {
			return
		}
		g := QuestionGroup{Link: Link{Label: title, URL: s.url(path)}, Kind: kind, ID: fmt.Sprintf("group-%d", len(page.Groups)+1)}
		for _, q := range questions {
			g.Questions = append(g.Questions, Link{Label: q.Text, URL: g.URL + "#" + q.ID})
		}
		page.Count += len(questions)
		page.Groups = append(page.Groups, g)
	}
	for _, r := range s.reads {
		if isArticle(r) {
			add("Article", r.title, r.path, r.article.Body.Questions)
		} else {
			add("Guide", r.title, r.path, r.guide.Questions)
		}
	}
	for _, p := range s.lib.Pages {
		add("Page", p.Title, "/"+p.Slug+"/", p.Body.Questions)
	}
	return s.show(w, "faq", page)
}
