package page

import (
	"io"
	"shortlist/internal/report/address"
	"slices"
)

// TopicPage is the view of what the site has on a topic.
type TopicPage struct {
	Frame
	Guides   []Card
	Articles []Card
	Pager    *Pager
	Others   []Link
	Further  string // the list of all topics, when these are not all
}

// Topic prints a page of what the site has on a topic.
func (s *Printer) Topic(w io.Writer, id string, list Posts) error {
	name, path := s.Publication.TopicName(id), address.Topic(id)
	page := TopicPage{
		Frame: s.frame(s.partOf(head{
			path: path, title: name, parents: []Link{{Label: "Topics", URL: s.URL("/topics/")}},
			description: "Guides and articles on " + name + ".",
		}, list.Number, list.Of)),
		Guides:   s.cards(3, only(list.Items, isGuide)),
		Articles: s.cards(0, only(list.Items, isArticle)),
		Pager:    s.pager(path, list.Number, list.Of, "", nil),
	}
	topics, all := s.topicIndex()
	page.Others, page.Further = slices.DeleteFunc(topics, func(l Link) bool { return l.URL == s.URL(path) }), all
	return s.show(w, "topic", page)
}

func (s *Printer) topicLinks(ids []string) []Link {
	out := make([]Link, len(ids))
	for i, id := range ids {
		out[i] = Link{Label: s.Publication.TopicName(id), URL: s.URL(address.Topic(id))}
	}
	return out
}

func (s *Printer) topicNames(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = s.Publication.TopicName(id)
	}
	return out
}
