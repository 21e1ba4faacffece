package page

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// A list of the site is divided into pages, so that no page grows with the site:
// readers on a slow line, search engines and the build would all pay for it. The
// division goes by bytes, because items differ in size. They are estimated from
// the words, since the pages of a site are counted before any is rendered; a test
// over a large site holds the finished pages to 60 kB.

// partBytes is how much of a list a page holds. What stands around it is some
// 6 kB.
const partBytes = 48_000

// topicsListed is how many topics a page lists beside other things.
const topicsListed = 40

// Part is one page of a list.
type Part[T any] struct {
	Items      []T
	Number, Of int // of the pages, from 1
}

// divide makes pages of a list, one at least.
func divide[T any](items []T, size func(T) int) []Part[T] {
	var parts []Part[T]
	from, bytes := 0, 0
	for i, item := range items {
		n := size(item)
		if bytes += n; bytes > partBytes && i > from {
			parts = append(parts, Part[T]{Items: items[from:i]})
			from, bytes = i, n
		}
	}
	parts = append(parts, Part[T]{Items: items[from:]})
	for i := range parts {
		parts[i].Number, parts[i].Of = i+1, len(parts)
	}
	return parts
}

// printed is how many bytes texts take in HTML.
func printed(texts ...string) (n int) {
	for _, t := range texts {
		n += len(t)
		for _, r := range []byte(t) {
			if strings.IndexByte(`&<>"'+`, r) >= 0 {
				n += 4
			}
		}
	}
	return n
}

// Pager leads through the pages of a list. It is nil when there is but one.
type Pager struct {
	Pages    []PageNumber // the first, the last, and those around
	Previous *Link
	Next     *Link
	Index    []Link // letters or topics
	Of       string // what the index is of: "Letters"
}

// PageNumber is the link to a page of a list.
type PageNumber struct {
	Link
	Gap bool // some pages before it are left out
}

// aroundPage is how many pages before and after its own a pager names.
const aroundPage = 2

// pager leads through a list of so many pages. The index is that of the whole list.
func (s *Printer) pager(list string, number, of int, name string, index []Link) *Pager {
	if of < 2 {
		return nil
	}
	p := &Pager{Index: index, Of: name}
	link := func(n int) *Link { return &Link{Label: fmt.Sprint(n), URL: s.URL(address.Part(list, n))} }
	last := 0
	for n := 1; n <= of; n++ {
		if n > 1 && n < of && (n < number-aroundPage || n > number+aroundPage) {
			continue
		}
		l := *link(n)
		if n == number {
			l.Current = "page"
		}
		p.Pages = append(p.Pages, PageNumber{Link: l, Gap: n > last+1})
		last = n
	}
	if number > 1 {
		p.Previous = link(number - 1)
	}
	if number < of {
		p.Next = link(number + 1)
	}
	return p
}

// partOf makes a head that of a page of a list.
func (s *Printer) partOf(h head, number, of int) head {
	if number == 1 {
		return h
	}
	h.parents = append(slices.Clip(h.parents), Link{Label: h.title, URL: s.URL(h.path)})
	h.here = fmt.Sprintf("Page %d", number)
	which := fmt.Sprintf(", page %d of %d", number, of)
	h.title, h.description = h.title+which, strings.TrimSuffix(h.description, ".")+which+"."
	h.path = address.Part(h.path, number)
	return h
}

// topicIndex leads to the topics that most is on, and to all of them when these
// are not all.
func (s *Printer) topicIndex() (links []Link, all string) {
	if len(s.Posts.Topics()) > topicsListed {
		all = s.URL("/topics/")
	}
	return s.topicLinks(s.Posts.Most(topicsListed)), all
}

// topicPager leads through a list, with the topics as its index.
func (s *Printer) topicPager(list string, number, of int) *Pager {
	index, all := s.topicIndex()
	if all != "" {
		index = append(index, Link{Label: "all topics", URL: all})
	}
	return s.pager(list, number, of, "Topics", index)
}

// postSize is about what a card takes.
func (s *Printer) postSize(top int) func(*report.Post) int {
	return func(p *report.Post) int {
		own := len(s.Base) + len(p.Path)
		n := 220 + own + printed(p.Title, p.Category, p.Description)
		if !p.IsArticle() {
			for _, x := range p.Guide.Places[:min(top, len(p.Guide.Places))] {
				n += 130 + own + printed(x.Provider, x.Name, x.Award)
			}
		}
		return n
	}
}

// Posts is one page of a list of guides and articles.
type Posts = Part[*report.Post]

// GuideLists divides the list of guides into pages.
func (s *Printer) GuideLists() []Posts { return divide(s.posts(isGuide), s.postSize(1)) }

// ArticleLists divides the list of articles into pages.
func (s *Printer) ArticleLists() []Posts { return divide(s.posts(isArticle), s.postSize(0)) }

// TopicLists divides what is on a topic into pages, guides first.
func (s *Printer) TopicLists(id string) []Posts {
	return divide(guidesFirst(s.Posts.On(id)), s.postSize(3))
}

// AuthorLists divides what somebody wrote into pages, guides first.
func (s *Printer) AuthorLists(slug string) []Posts {
	return divide(guidesFirst(s.Posts.By(slug)), s.postSize(1))
}

func guidesFirst(posts []*report.Post) []*report.Post {
	return append(only(posts, isGuide), only(posts, isArticle)...)
}

func only(posts []*report.Post, match func(*report.Post) bool) []*report.Post {
	var out []*report.Post
	for _, p := range posts {
		if match(p) {
			out = append(out, p)
		}
	}
	return out
}

func (s *Printer) posts(match func(*report.Post) bool) []*report.Post {
	return only(s.Posts.All, match)
}
