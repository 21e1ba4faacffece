package page

import (
	"fmt"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// RelatedView is a further post. One without a URL is forthcoming.
type RelatedView struct {
	Link
	Reason string // why it is shown; empty when the editors chose it
}

// computedPosts is how many posts are added to those that the editors chose.
const computedPosts = 3

// relatedTo lists what the editors chose, then what shares most with the post:
// providers that both rank, topics, sites that both cite.
func (s *Printer) relatedTo(path string, chosen []guide.Related) []RelatedView {
	var out []RelatedView
	shown := map[string]bool{path: true}
	for _, c := range chosen {
		target := ""
		switch {
		case c.Guide != "":
			target = address.Guide(c.Guide)
		case c.Article != "":
			target = address.Article(c.Article)
		default:
			out = append(out, RelatedView{Link: Link{Label: c.Title}})
			continue
		}
		shown[target] = true
		out = append(out, RelatedView{Link: Link{Label: s.Posts.At(target).Title, URL: s.URL(target)}})
	}
	own := s.Posts.At(path)
	for _, found := range s.Posts.Sharing(own, shown, computedPosts) {
		out = append(out, RelatedView{
			Link: Link{Label: found.Title, URL: s.URL(found.Path)}, Reason: report.Shares(own, found, s.Publication.TopicName),
		})
	}
	return out
}

// Beside says what the page of a guide or an article shows of others, so that
// whoever knows what it said can tell whether the page must be printed again.
func (s *Printer) Beside(path string, chosen []guide.Related) string {
	related := fmt.Sprintf("%#v", s.relatedTo(path, chosen))
	if !s.Posts.At(path).IsArticle() {
		return related
	}
	previous, next, recent := s.around(path)
	for _, l := range []*Link{previous, next} {
		if l != nil {
			recent = append(recent, *l)
		}
		related += fmt.Sprint(l != nil)
	}
	return related + fmt.Sprintf("%#v", recent)
}
