package report

import (
	"slices"
	"testing"

	"shortlist/internal/guide"
)

// TestSharing: a provider that both rank says most, then a topic, then a site that
// both cite; what is shown already and what shares nothing is left out, and equals
// come the latest first.
func TestSharing(t *testing.T) {
	month := func(m int) guide.Dates {
		d := guide.Date{Year: 2025, Month: m}
		return guide.Dates{Published: d, Updated: d}
	}
	ranked := func(slug string, m int, provider string) *Summary {
		return &Summary{Slug: slug, Title: slug, Dates: month(m), Places: []SummaryPlace{{Place: Place{Provider: provider, Name: provider}}}}
	}
	article := func(slug string, m int, topics []string, urls ...string) *guide.Article {
		a := &guide.Article{Slug: slug, Title: slug, Dates: month(m), Topics: topics}
		for _, u := range urls {
			a.Sources = append(a.Sources, &guide.Source{ID: u, Title: u, URL: "https://" + u + "/", Site: u})
		}
		return a
	}
	of := ranked("of", 1, "alpha")
	of.Topics, of.Sites = []string{"keys", "locks"}, []string{"one.example", "two.example"}
	posts := NewPosts([]*Summary{of, ranked("provider", 2, "alpha")}, []*guide.Article{
		article("nothing", 9, []string{"doors"}, "three.example"),
		article("site", 8, nil, "one.example"),
		article("sites", 3, nil, "one.example", "two.example"),
		article("topic", 4, []string{"keys"}),
		article("topics", 5, []string{"keys", "locks"}),
	})
	found := func(shown map[string]bool, most int) []string {
		var out []string
		for _, p := range posts.Sharing(posts.At("/guides/of/"), shown, most) {
			out = append(out, p.Title)
		}
		return out
	}
	self := map[string]bool{"/guides/of/": true}
	if got, want := found(self, 9), []string{"topics", "provider", "topic", "sites", "site"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := found(self, 2), []string{"topics", "provider"}; !slices.Equal(got, want) {
		t.Errorf("the first two: got %q, want %q", got, want)
	}
	self["/articles/topics/"] = true
	if got, want := found(self, 1), []string{"provider"}; !slices.Equal(got, want) {
		t.Errorf("without what is shown: got %q, want %q", got, want)
	}
}
