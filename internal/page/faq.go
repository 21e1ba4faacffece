package page

import (
	"io"
	"path"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report/address"
)

// FAQPage is the view of the questions of the site.
type FAQPage struct {
	Frame
	Pager  *Pager
	Count  int
	Search string // the search page, with questions only
	Groups []QuestionGroup
	Kinds  []QuestionKind // to choose from; empty where the page does not have all questions
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

// Asked is a question with what answers it.
type Asked struct {
	Kind      int    // in questionKinds
	Title     string // of what answers it
	Path      string
	ID, Words string
}

var questionKinds = [...]string{"Guide", "Article", "Page"}

// Questions lists every question of the site: those of guides and articles, the
// latest first, then those of pages.
func (s *Printer) Questions() []Asked {
	const ofGuide, ofArticle, ofPage = 0, 1, 2
	var out []Asked
	add := func(kind int, title, path string, questions []guide.Question) {
		for _, q := range questions {
			out = append(out, Asked{kind, title, path, q.ID, q.Text})
		}
	}
	for _, p := range s.Posts.All {
		if p.IsArticle() {
			add(ofArticle, p.Title, p.Path, p.Questions)
		} else {
			add(ofGuide, p.Title, p.Path, p.Questions)
		}
	}
	for _, p := range s.Pages {
		add(ofPage, p.Title, address.Page(p.Slug), p.Body.Questions)
	}
	return out
}

// QuestionLists divides questions into pages.
func (s *Printer) QuestionLists(all []Asked) []Part[Asked] {
	last := ""
	return divide(all, func(q Asked) int {
		own := len(s.Base) + len(q.Path)
		n := 40 + own + printed(q.ID, q.Words)
		if q.Path != last {
			last = q.Path
			n += 130 + 2*own + printed(q.Title)
		}
		return n
	})
}

// FAQ prints a page of the questions of the site, of which there are so many.
func (s *Printer) FAQ(w io.Writer, list Part[Asked], count int) error {
	h := s.partOf(head{
		path: "/faq/", title: "Questions",
		description: "Every question that " + s.Publication.Title + " answers, by guide and article.",
	}, list.Number, list.Of)
	if list.Of == 1 {
		h.scripts = []string{"page.js"} // its filter knows the page alone
	}
	page := FAQPage{
		Frame: s.frame(h), Count: count, Search: s.URL("/search/") + "?kind=question",
		Pager: s.topicPager("/faq/", list.Number, list.Of),
	}
	for i, q := range list.Items {
		if i == 0 || q.Path != list.Items[i-1].Path {
			kind := questionKinds[q.Kind]
			page.Groups = append(page.Groups, QuestionGroup{
				Link: Link{Label: q.Title, URL: s.URL(q.Path)}, Kind: kind, ID: strings.ToLower(kind) + "-" + path.Base(q.Path),
			})
		}
		g := &page.Groups[len(page.Groups)-1]
		g.Questions = append(g.Questions, Link{Label: q.Words, URL: g.URL + "#" + q.ID})
	}
	if list.Of == 1 {
		for _, kind := range questionKinds {
			k := QuestionKind{ID: strings.ToLower(kind), Name: kind}
			for _, g := range page.Groups {
				if g.Kind == kind {
					k.Groups = append(k.Groups, g)
				}
			}
			page.Kinds = append(page.Kinds, k)
		}
	}
	return s.show(w, "faq", page)
}
