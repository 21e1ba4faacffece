package page

import (
	"io"
	"path"
	"strings"

	"shortlist/internal/guide"
)

// FAQPage is the view of every question of the site.
type FAQPage struct {
	Frame
	Count  int
	Search string // the search page, with questions only
	Groups []QuestionGroup
	Kinds  []QuestionKind
}

// QuestionGroup is the questions of one guide, article or page.
type QuestionGroup struct {
	Link
	ID        string // "guide-" and its slug: permanent, since readers share what they filtered by
	Kind      string // "Guide", "Article" or "Page"
	Questions []Link // each leads to its answer
}

// QuestionKind is the groups of one kind, to choose from.
type QuestionKind struct {
	ID, Name string // "guide", "Guide"
	Groups   []QuestionGroup
}

// FAQ prints every question of the site.
func (s *Printer) FAQ(w io.Writer) error {
	page := FAQPage{Frame: s.frame(head{
		path: "/faq/", title: "Questions",
		description: "Every question that " + s.Publication.Title + " answers, by guide and article.",
		scripts:     []string{"page.js"},
	})}
	page.Search = s.URL("/search/") + "?kind=question"
	const ofGuides, ofArticles, ofPages = 0, 1, 2
	for _, kind := range []string{"Guide", "Article", "Page"} {
		page.Kinds = append(page.Kinds, QuestionKind{ID: strings.ToLower(kind), Name: kind})
	}
	add := func(kind int, title, address string, questions []guide.Question) {
		if len(questions) == 0 {
			return
		}
		k := &page.Kinds[kind]
		g := QuestionGroup{Link: Link{Label: title, URL: s.URL(address)}, Kind: k.Name, ID: k.ID + "-" + path.Base(address)}
		for _, q := range questions {
			g.Questions = append(g.Questions, Link{Label: q.Text, URL: g.URL + "#" + q.ID})
		}
		page.Count += len(questions)
		page.Groups = append(page.Groups, g)
		k.Groups = append(k.Groups, g)
	}
	for _, p := range s.Posts.All {
		if p.IsArticle() {
			add(ofArticles, p.Title, p.Path, p.Questions)
		} else {
			add(ofGuides, p.Title, p.Path, p.Questions)
		}
	}
	for _, p := range s.Pages {
		add(ofPages, p.Title, "/"+p.Slug+"/", p.Body.Questions)
	}
	return s.show(w, "faq", page)
}
