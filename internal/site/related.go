package site

import (
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// RelatedView is a further read. One without a URL is forthcoming.
type RelatedView struct {
	Link
	Reason string // why it is shown; empty when the editors chose it
}

// weight is how much it says that two reads share something.
var weight = map[string]int{"provider": 3, "topic": 2, "site": 1}

// computedReads is how many reads are added to those that the editors chose.
const computedReads = 3

// related lists what the editors chose, then what shares most with the read:
// providers that both rank, topics, sites that both cite.
func (s *Site) related(path string, chosen []guide.Related) []RelatedView {
	var out []RelatedView
	shown := map[string]bool{path: true}
	for _, c := range chosen {
		target := ""
		switch {
		case c.Guide != nil:
			target = guidePath(c.Guide.Slug)
		case c.Article != nil:
			target = articlePath(c.Article.Slug)
		default:
			out = append(out, RelatedView{Link: Link{Label: c.Title}})
			continue
		}
		shown[target] = true
		out = append(out, RelatedView{Link: Link{Label: s.readsByPath[target].title, URL: s.url(target)}})
	}
	for _, found := range s.sharing(s.readsByPath[path], shown) {
		out = append(out, RelatedView{Link: Link{Label: found.title, URL: s.url(found.path)}, Reason: s.shares(s.readsByPath[path], found)})
	}
	return out
}

// sharing finds the reads that share most with one, but for those that are
// shown already; equals as they stand, the latest first.
func (s *Site) sharing(of *read, shown map[string]bool) []*read {
	points := make([]int, len(s.reads))
	for _, m := range of.marks() {
		for _, other := range s.readsByMark[m] {
			points[other.at] += weight[m.kind]
		}
	}
	var most []*read
	for i, r := range s.reads {
		if points[i] == 0 || shown[r.path] {
			continue
		}
		at := len(most)
		for at > 0 && points[most[at-1].at] < points[i] {
			at--
		}
		most = slices.Insert(most, at, r)
		most = most[:min(computedReads, len(most))]
	}
	return most
}

// shares says what two reads have in common: "also on API keys and Security".
func (s *Site) shares(a, b *read) string {
	var topics, providers, sites []string
	for _, t := range b.topics {
		if slices.Contains(a.topics, t) {
			topics = append(topics, s.lib.Site.TopicName(t))
		}
	}
	for _, p := range b.providers {
		if slices.Contains(a.providers, p) {
			providers = append(providers, b.guide.place(p).Name)
		}
	}
	for _, host := range b.sites {
		if slices.Contains(a.sites, host) {
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
