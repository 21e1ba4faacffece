package page

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report/address"
)

// NamesPage is the view of a list of names: topics, authors.
type NamesPage struct {
	Frame
	Names []NameLine
	Pager *Pager
}

// NameLine is a name, with how much there is of it.
type NameLine struct {
	Link
	Letter string // the id of the letter that begins with it, on the first of each
	Note   string
}

// Names is one page of a list of names.
type Names = Part[NameLine]

// TopicIndexes divides the list of topics into pages.
func (s *Printer) TopicIndexes() []Names {
	var lines []NameLine
	for _, id := range s.Posts.Topics() {
		lines = append(lines, NameLine{
			Link: Link{Label: s.Publication.TopicName(id), URL: s.URL(address.Topic(id))}, Note: readings(len(s.Posts.On(id))),
		})
	}
	return divideNames(lines)
}

// AuthorIndexes divides the list of authors into pages.
func (s *Printer) AuthorIndexes(authors []*guide.Author) []Names {
	var lines []NameLine
	for _, a := range authors {
		lines = append(lines, NameLine{
			Link: Link{Label: a.Name, URL: s.URL(address.Author(a.Slug))}, Note: readings(len(s.Posts.By(a.Slug))),
		})
	}
	return divideNames(lines)
}

func readings(n int) string {
	if n == 1 {
		return "1 guide or article"
	}
	return fmt.Sprintf("%d guides and articles", n)
}

func divideNames(lines []NameLine) []Names {
	slices.SortStableFunc(lines, func(a, b NameLine) int { return byName(a.Label, b.Label) })
	return divide(lines, func(l NameLine) int { return 100 + printed(l.Label, l.URL, l.Note) })
}

// TopicIndex prints a page of the list of topics.
func (s *Printer) TopicIndex(w io.Writer, all []Names, at int) error {
	return s.names(w, all, at, head{
		path: "/topics/", title: "Topics", description: "Every topic that " + s.Publication.Title + " has guides or articles on.",
	})
}

// AuthorIndex prints a page of the list of authors.
func (s *Printer) AuthorIndex(w io.Writer, all []Names, at int) error {
	return s.names(w, all, at, head{
		path: "/authors/", title: "Authors", description: "Everyone who writes for " + s.Publication.Title + ".",
	})
}

func (s *Printer) names(w io.Writer, all []Names, at int, h head) error {
	part := all[at]
	page := NamesPage{Frame: s.frame(s.partOf(h, part.Number, part.Of)), Names: slices.Clone(part.Items)}
	if part.Of > 1 {
		name := func(l NameLine) string { return l.Label }
		page.Pager = s.pager(h.path, part.Number, part.Of, "Letters", letters(s.URL(h.path), all, name))
		mark(page.Names, name, func(i int, id string) { page.Names[i].Letter = id })
	}
	return s.show(w, "names", page)
}

// byName orders names as an index does: capitals aside.
func byName(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }

// initial is the letter that a name stands under, with the id of that place.
// Digits and marks stand before the letters, other alphabets after them.
func initial(name string) (label, id string) {
	switch first := (strings.ToLower(name) + "0")[0]; {
	case first < 'a':
		return "0–9", "letter-0"
	case first > 'z':
		return "Other", "letter-other"
	default:
		return strings.ToUpper(string(first)), "letter-" + string(first)
	}
}

// letters leads to the first name of each letter. The names are in order.
func letters[T any](list string, all []Part[T], name func(T) string) []Link {
	var out []Link
	last := ""
	for _, part := range all {
		for _, item := range part.Items {
			if label, id := initial(name(item)); label != last {
				out = append(out, Link{Label: label, URL: address.Part(list, part.Number) + "#" + id})
				last = label
			}
		}
	}
	return out
}

// mark gives the first name of each letter on a page the letter's id.
func mark[T any](items []T, name func(T) string, set func(i int, id string)) {
	last := ""
	for i, item := range items {
		if _, id := initial(name(item)); id != last {
			set(i, id)
			last = id
		}
	}
}
