package page

import (
	"io"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"slices"
)

// TopicPage is the view of what the site has on a topic.
type TopicPage struct {
	Frame
	Guides   []Card
	Articles []Card
	Others   []Link
}

// Topic prints what the site has on a topic.
func (s *Printer) Topic(w io.Writer, id string) error {
	name := s.Publication.TopicName(id)
	on := func(p *report.Post) bool { return slices.Contains(p.Topics, id) }
	page := TopicPage{
		Frame: s.frame(head{
			path: address.Topic(id), title: name,
			description: "Guides and articles on " + name + ".",
		}),
		Guides:   s.cards(3, func(p *report.Post) bool { return on(p) && isGuide(p) }),
		Articles: s.cards(0, func(p *report.Post) bool { return on(p) && isArticle(p) }),
	}
	for _, other := range s.Posts.Topics() {
		if other != id {
			page.Others = append(page.Others, s.topicLinks([]string{other})...)
		}
	}
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
