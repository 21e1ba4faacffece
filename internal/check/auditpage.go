package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shortlist/internal/diag"
)

// Titles are cut off in a list of results after some 60 characters, and
// descriptions after some 160; a little more does no harm, twice as much does.
// A title is measured without the site's name that closes it.
const (
	minTitle, maxTitle             = 10, 100
	minDescription, maxDescription = 15, 200
)

// page looks at what one page states.
func (a *audit) page(s *sheet) {
	a.linked(s)
	a.answers(s)
	parts := strings.Split(s.name, "/")
	if slices.Contains(parts, "editions") { // frozen as it was published
		return
	}
	isProvider := len(parts) == 3 && parts[0] == "providers"
	for _, list := range s.lists {
		if isProvider {
			a.standing(s, parts[1], list)
		} else {
			a.teaser(s, list)
		}
	}
	if isProvider {
		a.reviews(s, parts[1])
	}
	if len(parts) >= 4 && parts[0] == "guides" && a.guides[parts[1]] != nil && !s.stub {
		a.below(s, a.guides[parts[1]], parts[2:len(parts)-1])
	}
}

// teaser is a list of a guide's first places.
func (a *audit) teaser(s *sheet, list []listed) {
	for _, l := range list {
		if g, slug, _ := a.entry(s.name, l.href); g != nil {
			a.compare(g.says, surface{file: s.name, label: "the list of `" + slug + "`", extent: top, places: placesOf(list)})
			return
		}
	}
}

// standing is a provider's list of the guides that rank it.
func (a *audit) standing(s *sheet, provider string, list []listed) {
	for _, l := range list {
		g, slug, id := a.entry(s.name, l.href)
		if g == nil || id != provider {
			a.add(auditMissing, s.name, "the provider is listed at %q, which is not its place in a guide", l.href)
			continue
		}
		if l.name != g.title {
			a.add(auditName, s.name, "the provider's page calls `%s` %q, the guide %q", slug, l.name, g.title)
		}
		a.of(s.name, "the provider's page", slug, l.of, g)
		a.compare(g.says, surface{file: s.name, label: "the provider's page", extent: some,
			places: []place{{id: id, rank: l.rank, score: l.score, marks: l.marks}}})
	}
}

// of compares "of 10" with how many entries a guide has.
func (a *audit) of(file, label, slug, of string, g *ranked) {
	if n := strconv.Itoa(len(g.says.places)); of != "" && of != n {
		a.add(auditRank, file, "%s ranks %s entries in `%s`, %s %s", label, of, slug, g.says.label, n)
	}
}

// reviews compares the verdicts that a provider's structured data states with
// its scores; and each guide that ranks it has to have one.
func (a *audit) reviews(s *sheet, provider string) {
	reviewed := map[string]bool{}
	for _, review := range s.all("Review") {
		g, slug, id := a.entry(s.name, review.text("url"))
		if g == nil || id != provider {
			a.add(auditMissing, s.name, "the Review in JSON-LD is at %q, which is not the provider's place in a guide", review.text("url"))
			continue
		}
		reviewed[slug] = true
		p := place{id: id}
		for _, subject := range review.things("itemReviewed") {
			p.name = subject.text("name")
		}
		for _, rating := range review.things("reviewRating") {
			p.score = rating.text("ratingValue")
		}
		a.compare(g.says, surface{file: s.name, label: "the Review in JSON-LD", extent: some, places: []place{p}})
	}
	if len(s.blocks) == 0 {
		return // own templates may do without structured data
	}
	for _, list := range s.lists {
		for _, l := range list {
			if g, slug, _ := a.entry(s.name, l.href); g != nil && !reviewed[slug] {
				a.add(auditMissing, s.name, "the JSON-LD has no Review for `%s`, where the provider is listed", slug)
			}
		}
	}
}

// listed reports whether a page stands for itself: it is neither a stub nor
// the page for what is not found, and no other page is to be shown in its place.
func (a *audit) listed(s *sheet) bool {
	if s.stub || s.name == "404.html" || s.fault != "" {
		return false
	}
	file, _ := a.target(s.name, s.canonical)
	return s.canonical == "" || file == "" || file == s.name
}

// ownTitle is the title of a page without the site's name that closes it.
func (a *audit) ownTitle(s *sheet) string {
	if a.home == nil {
		return s.title
	}
	return strings.TrimSuffix(s.title, " – "+a.home.title)
}

// address is the path by which a page is served.
func (a *audit) address(s *sheet) string { return a.base + strings.TrimSuffix(s.name, "index.html") }

// reads are the pages of guides, articles and providers, in order.
func (a *audit) reads() (out []*sheet) {
	for _, name := range a.names {
		parts := strings.Split(name, "/")
		if s := a.sheets[name]; s != nil && len(parts) == 3 && parts[2] == "index.html" && a.listed(s) &&
			(parts[0] == "guides" || parts[0] == "articles" || parts[0] == "providers") {
			out = append(out, s)
		}
	}
	return out
}

// wording looks at titles and descriptions. That a page has them, and that no
// two titles are the same, is for [Site] to say.
func (a *audit) wording(read []*sheet) {
	described := map[string]string{}
	for _, s := range read {
		if !a.listed(s) {
			continue
		}
		own := a.ownTitle(s)
		if s.shared != "" && s.shared != own && s.shared != s.heading {
			a.add(auditName, s.name, "shared links are called %q, the page %q", s.shared, own)
		}
		twin := strings.TrimSuffix(s.name, ".html") + ".md"
		if file, _ := a.target(s.name, s.twin); a.there(twin) && file != twin {
			a.add(auditMissing, s.name, "the page does not lead to its Markdown twin")
		}
		if n := utf8.RuneCountInString(s.title); s.title != "" && n < minTitle {
			a.add(auditTitle, s.name, "the title %q has %d characters, less than %d", s.title, n, minTitle)
		}
		if n := utf8.RuneCountInString(own); n > maxTitle {
			a.add(auditTitle, s.name, "the title %q has %d characters, more than %d", own, n, maxTitle)
		}
		text := strings.Join(strings.Fields(s.describes), " ")
		if text == "" {
			continue
		}
		n := utf8.RuneCountInString(text)
		switch first, twice := described[text]; {
		case twice:
			a.add(auditDescription, s.name, "the description %q is that of `%s` too", text, first)
		case n < minDescription:
			a.add(auditDescription, s.name, "the description %q has %d characters, less than %d", text, n, minDescription)
		case n > maxDescription:
			a.add(auditDescription, s.name, "the description has %d characters, more than %d", n, maxDescription)
		}
		if _, twice := described[text]; !twice {
			described[text] = a.address(s)
		}
	}
}

// orphans looks for pages that no chain of links leads to from the home page.
func (a *audit) orphans(read []*sheet) {
	if a.home == nil {
		return // reported as such
	}
	reached := map[*sheet]bool{a.home: true}
	for queue := []*sheet{a.home}; len(queue) > 0; queue = queue[1:] {
		for _, link := range queue[0].links {
			file, _ := a.target(queue[0].name, link)
			if s := a.sheets[file]; s != nil && !reached[s] {
				reached[s] = true
				queue = append(queue, s)
			}
		}
	}
	for _, s := range read {
		if !reached[s] && !s.stub && s.name != "404.html" {
			a.problems.Add(auditOrphan, diag.Span{File: outputPrefix + s.name}, "no links lead from the home page to this page",
				"link to it from another page, or from [[navigation]] in site.toml")
		}
	}
}
