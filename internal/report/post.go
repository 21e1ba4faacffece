package report

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"shortlist/internal/guide"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// Post is a guide or an article, as far as lists of both need to know it.
type Post struct {
	At          int    // its place among all of them
	ID          string // what stays when its address changes: the first address that it had
	Path        string
	Title       string
	Description string
	Category    string
	Dates       guide.Dates
	Authors     []Author
	Topics      []string
	Providers   []string // slugs: those that it ranks
	Sites       []string // hosts that it cites
	Questions   []guide.Question
	Draft       string
	Guide       *Summary // of a guide; nil for an article
}

// IsArticle tells articles from guides.
func (p *Post) IsArticle() bool { return p.Guide == nil }

// Posts are every guide and article, the latest first; equals by path.
type Posts struct {
	All    []*Post
	byPath map[string]*Post
	byMark map[mark][]*Post
	topics []string // by id

	articles []*Post // the latest first
	nth      map[*Post]int
	by       map[string][]*Post
}

// NewPosts lists summaries and articles.
func NewPosts(guides []*Summary, articles []*guide.Article) *Posts {
	p := &Posts{byPath: map[string]*Post{}, byMark: map[mark][]*Post{}, by: map[string][]*Post{}, nth: map[*Post]int{}}
	for _, s := range guides {
		path := address.Guide(s.Slug)
		post := &Post{
			ID: firstPath(path, s.Aliases), Path: path, Title: s.Title, Description: s.Description, Category: s.Category,
			Dates: s.Dates, Authors: s.Authors, Topics: s.Topics, Sites: s.Sites, Questions: s.Questions, Draft: s.Draft, Guide: s,
		}
		for _, place := range s.Places {
			post.Providers = append(post.Providers, place.Provider)
		}
		p.All = append(p.All, post)
	}
	for _, a := range articles {
		path := address.Article(a.Slug)
		p.All = append(p.All, &Post{
			ID: firstPath(path, a.Aliases), Path: path, Title: a.Title, Description: Plain(a.Description), Category: a.Category,
			Dates: a.Dates, Authors: Authors(a.Authors), Topics: a.Topics, Sites: Sites(Values(a.Sources)), Questions: a.Body.Questions, Draft: a.Draft,
		})
	}
	slices.SortStableFunc(p.All, func(a, b *Post) int {
		return cmp.Or(LatestFirst(a.Dates, b.Dates), cmp.Compare(a.Path, b.Path))
	})
	for i, post := range p.All {
		post.At = i
		p.byPath[post.Path] = post
		if post.IsArticle() {
			p.nth[post] = len(p.articles)
			p.articles = append(p.articles, post)
		}
		for _, m := range post.marks() {
			if m.kind == "topic" && len(p.byMark[m]) == 0 {
				p.topics = append(p.topics, m.id)
			}
			p.byMark[m] = append(p.byMark[m], post)
		}
		for _, a := range post.Authors {
			p.by[a.Slug] = append(p.by[a.Slug], post)
		}
	}
	slices.Sort(p.topics)
	return p
}

// LatestFirst orders by the day on which something was news for the last time, so
// that what appears by schedule does not stand among what is as old as its text.
func LatestFirst(a, b guide.Dates) int {
	return cmp.Or(b.Latest().Compare(a.Latest()), b.Published.Compare(a.Published))
}

// At is the post of an address, or nil.
func (p *Posts) At(path string) *Post { return p.byPath[path] }

// Topics lists the topics that something is on, by id.
func (p *Posts) Topics() []string { return p.topics }

// On lists what is on a topic, the latest first.
func (p *Posts) On(topic string) []*Post { return p.byMark[mark{"topic", topic}] }

// By lists what somebody signed, the latest first.
func (p *Posts) By(author string) []*Post { return p.by[author] }

// Around are an article's neighbours in time; nil where there is none.
func (p *Posts) Around(article *Post) (earlier, later *Post) {
	at := p.nth[article]
	if at > 0 {
		later = p.articles[at-1]
	}
	if at+1 < len(p.articles) {
		earlier = p.articles[at+1]
	}
	return earlier, later
}

// Most are the topics that most is on, by id; all of them when there are no more
// than that.
func (p *Posts) Most(topics int) []string {
	ids := slices.Clone(p.topics)
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(len(p.On(b)), len(p.On(a))) })
	ids = ids[:min(topics, len(ids))]
	slices.Sort(ids)
	return ids
}

// firstPath is the first address that something had, without the slashes
// around it: authors list old addresses in the order in which they gave them up.
func firstPath(path string, aliases []guide.Alias) string {
	if len(aliases) > 0 {
		path = aliases[0].Path
	}
	return strings.Trim(path, "/")
}

// mark is something that two posts may share.
type mark struct{ kind, id string }

// marks lists what the post may share with others.
func (p *Post) marks() []mark {
	var out []mark
	for _, x := range p.Topics {
		out = append(out, mark{"topic", x})
	}
	for _, x := range p.Providers {
		out = append(out, mark{"provider", x})
	}
	for _, x := range p.Sites {
		out = append(out, mark{"site", x})
	}
	return out
}

// weight is how much it says that two posts share something.
var weight = map[string]int32{"provider": 3, "topic": 2, "site": 1}

// Sharing finds the posts that share most with one, but for those that are
// shown already; equals as they stand, the latest first.
func (p *Posts) Sharing(of *Post, shown map[string]bool, most int) []*Post {
	t, ok := tallies.Get().(*tally)
	if !ok || len(t.points) < len(p.All) {
		t = &tally{points: make([]int32, len(p.All))}
	}
	defer tallies.Put(t)
	for _, m := range of.marks() {
		sharing := p.byMark[m]
		for _, other := range sharing[:min(compared, len(sharing))] {
			if t.points[other.At] == 0 {
				t.some = append(t.some, other)
			}
			t.points[other.At] += weight[m.kind]
		}
	}
	var best []*Post
	for _, other := range t.some {
		if shown[other.Path] {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, other, func(a, b *Post) int {
			return cmp.Or(cmp.Compare(t.points[b.At], t.points[a.At]), cmp.Compare(a.At, b.At))
		})
		if at < most {
			best = slices.Insert(best, at, other)
			best = best[:min(most, len(best))]
		}
	}
	for _, other := range t.some {
		t.points[other.At] = 0
	}
	t.some = t.some[:0]
	return best
}

// tally counts what posts share with one: points by where a post stands, all 0 while
// nobody counts, and the posts that have some.
type tally struct {
	points []int32
	some   []*Post
}

var tallies sync.Pool

// compared is how many of those that share something are looked at, the latest:
// on a large site a topic says little, and all of them would be looked at for
// each.
const compared = 200

// Shares says what two posts have in common: "also on API keys and Security".
func Shares(a, b *Post, topicName func(id string) string) string {
	var topics, providers, sites []string
	for _, t := range b.Topics {
		if slices.Contains(a.Topics, t) {
			topics = append(topics, topicName(t))
		}
	}
	for _, p := range b.Providers {
		if slices.Contains(a.Providers, p) {
			providers = append(providers, b.Guide.Place(p).Name)
		}
	}
	for _, host := range b.Sites {
		if slices.Contains(a.Sites, host) {
			sites = append(sites, host)
		}
	}
	switch {
	case len(providers) > 0:
		return "also ranks " + sentence.List(few(providers))
	case len(topics) > 0:
		return "also on " + sentence.List(topics)
	default:
		return "also cites " + sentence.List(few(sites))
	}
}

// few cuts a list short where naming all would say no more.
func few(names []string) []string { return names[:min(3, len(names))] }
