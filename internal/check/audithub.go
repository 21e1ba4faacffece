package check

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// hub holds the pages that list others by name, that of all questions and that
// of the search, against what they list; both have to be complete.
func (a *audit) hub(s *sheet) {
	if s == nil {
		return // own templates may do without
	}
	named := map[string]bool{}
	for _, l := range s.named {
		file, id := a.target(s.name, l.href)
		page := a.sheets[file]
		if page == nil || page.stub {
			continue // reported by Site
		}
		named[file+"#"+id] = true
		want := page.heading
		if id != "" {
			at := slices.IndexFunc(page.questions, func(q shown) bool { return q.id == id })
			if at < 0 {
				continue // reported by Site
			}
			want = page.questions[at].question
		}
		if l.name != want && l.name != a.ownTitle(page) && want != "" {
			a.add(auditName, s.name, "the page calls %q %q, the page itself %q", l.href, l.name, want)
		}
	}
	if s.name == "search/index.html" {
		for _, page := range a.reads() {
			if !named[page.name+"#"] {
				a.add(auditMissing, s.name, "the page lacks `%s`", a.address(page))
			}
		}
		return
	}
	for _, name := range a.names {
		page := a.sheets[name]
		if page == nil || page == s || !a.listed(page) || strings.HasPrefix(name, "search/") {
			continue
		}
		for _, q := range page.questions {
			if q.faq && !named[name+"#"+q.id] {
				a.add(auditMissing, s.name, "the page lacks the question %q of `%s`", q.question, a.address(page))
			}
		}
	}
}

// names remembers a link of a list of pages. Those around the list, such as the
// navigation, have labels of their own.
func (s *sheet) names(link *html.Node) {
	if s.name != "faq/index.html" && s.name != "search/index.html" {
		return
	}
	inList := false
	for n := link.Parent; n != nil; n = n.Parent {
		inList = inList || n.Data == "li"
		if n.Data == "main" && inList {
			s.named = append(s.named, listed{place: place{name: plain(link)}, href: attr(link, "href")})
		}
	}
}
