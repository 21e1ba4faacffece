package site

import (
	"io"
	"slices"
)

// TopicPage is the view of what the site has on a topic.
type TopicPage struct {
	Frame
	Guides   []Card
	Articles []Card
	Others   []Link
}

func (s *Site) topic(w io.Writer, id string) error {
	name := s.lib.Site.TopicName(id)
	on := func(r *read) bool { return slices.Contains(r.topics, id) }
	page := TopicPage{
		Frame: s.frame(head{
			path: topicPath(id), title: name,
			description: "Guides and articles on " + name + ".",
		}),
		Guides:   s.readCards(3, func(r *read) bool { return on(r) && !isArticle(r) }),
		Articles: s.readCards(0, func(r *read) bool { return on(r) && isArticle(r) }),
	}
	for _, other := range s.topics() {
		if other != id {
			page.Others = append(page.Others, s.topicLinks([]string{other})...)
		}
	}
	return s.show(w, "topic", page)
}

// topics lists the topics that something is on, by id.
func (s *Site) topics() []string {
	var ids []string
	for _, r := range s.reads {
		for _, t := range r.topics {
			if i, found := slices.BinarySearch(ids, t); !found {
				ids = slices.Insert(ids, i, t)
			}
		}
	}
	return ids
}

func (s *Site) topicLinks(ids []string) []Link {
	out := make([]Link, len(ids))
	for i, id := range ids {
		out[i] = Link{Label: s.lib.Site.TopicName(id), URL: s.url(topicPath(id))}
	}
	return out
}
