package site

import (
	"cmp"
	"slices"
	"strings"

	"shortlist/internal/guide"
)

// read is a guide or an article, as far as lists of both need to know it.
type read struct {
	at          int    // its place among all of them
	id          string // what stays when its address changes: the first address that it had
	path        string
	title       string
	description string
	category    string
	dates       guide.Dates
	authors     []*guide.Author
	topics      []string
	providers   []string // slugs: those that it ranks
	sites       []string // hosts that it cites
	draft       string
	guide       *Summary       // of a guide
	article     *guide.Article // or the article
}

// gatherReads lists every guide and article, the latest first; equals by path.
func (s *Site) gatherReads() {
	for _, sum := range s.summaries {
		r := &read{
			id: firstPath(guidePath(sum.Slug), sum.Aliases), path: guidePath(sum.Slug), title: sum.Title, description: sum.Description, category: sum.Category,
			dates: sum.Dates, authors: sum.Authors, topics: sum.Topics, sites: sum.Sites, draft: sum.Draft, guide: sum,
		}
		for _, p := range sum.Places {
			r.providers = append(r.providers, p.Provider)
		}
		s.reads = append(s.reads, r)
	}
	for _, a := range s.lib.Articles {
		s.reads = append(s.reads, &read{
			id: firstPath(articlePath(a.Slug), a.Aliases), path: articlePath(a.Slug), title: a.Title, description: plainText(a.Description), category: a.Category,
			dates: a.Dates, authors: a.Authors, topics: a.Topics, sites: sitesOf(a.Sources), draft: a.Draft, article: a,
		})
	}
	slices.SortStableFunc(s.reads, func(a, b *read) int {
		return cmp.Or(latestFirst(a.dates, b.dates), cmp.Compare(a.path, b.path))
	})
	for i, r := range s.reads {
		r.at = i
		s.readsByPath[r.path] = r
		for _, mark := range r.marks() {
			s.readsByMark[mark] = append(s.readsByMark[mark], r)
		}
	}
}

// firstPath is the first address that something had, without the slashes
// around it: authors list old addresses in the order in which they gave them up.
func firstPath(path string, aliases []guide.Alias) string {
	if len(aliases) > 0 {
		path = aliases[0].Path
	}
	return strings.Trim(path, "/")
}

// sitesOf lists the hosts of sources, each once, in order.
func sitesOf(sources []*guide.Source) []string {
	var out []string
	for _, s := range sources {
		if !slices.Contains(out, s.Site) {
			out = append(out, s.Site)
		}
	}
	return out
}

// mark is something that two reads may share.
type mark struct{ kind, id string }

// marks lists what the read may share with others.
func (r *read) marks() []mark {
	var out []mark
	for _, x := range r.topics {
		out = append(out, mark{"topic", x})
	}
	for _, x := range r.providers {
		out = append(out, mark{"provider", x})
	}
	for _, x := range r.sites {
		out = append(out, mark{"site", x})
	}
	return out
}

// readCard lists a guide or an article among others.
func (s *Site) readCard(r *read, top int) Card {
	if r.guide != nil {
		return s.card(r.guide, top)
	}
	return Card{
		Title: r.title, URL: s.url(r.path), Category: r.category, Description: r.description,
		Updated: day(r.dates.Updated), Draft: r.draft,
	}
}

// readCards lists those that match, the latest first.
func (s *Site) readCards(top int, match func(*read) bool) []Card {
	var out []Card
	for _, r := range s.reads {
		if match(r) {
			out = append(out, s.readCard(r, top))
		}
	}
	return out
}

func isArticle(r *read) bool { return r.article != nil }
