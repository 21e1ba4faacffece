package check

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// lists compares what feeds, the search index, llms.txt and the twins of
// providers say with the pages that they speak of.
func (a *audit) lists() {
	listed := map[string]bool{}
	found := search{titles: map[string]string{}, guides: map[string]string{}}
	for _, slug := range slices.Sorted(maps.Keys(a.guides)) {
		found.guides[a.guides[slug].title] = slug
	}
	for _, name := range a.names {
		base := path.Base(name)
		read := func() []byte {
			data, err := fs.ReadFile(a.pages, name)
			if err != nil {
				a.add(unreadable, name, "the file cannot be read: %v", err)
			}
			return data
		}
		switch {
		case base == "feed.xml" || base == "changes.xml":
			a.feed(name, read(), atom)
		case base == "feed.json" || base == "changes.json":
			a.feed(name, read(), jsonFeed)
		case strings.HasPrefix(name, "sitemap") && path.Ext(name) == ".xml" && !strings.Contains(name, "/"):
			a.sitemap(name, read(), listed)
		case name == "llms.txt":
			a.overview(name, string(read()))
		case base == "index.md":
			a.twin(name, string(read()))
		case strings.HasPrefix(name, "search/index/") && path.Ext(name) == ".json":
			a.shard(name, read(), &found)
		}
	}
	a.searchable(found)
	a.sameFeeds()
	a.history()
	a.unlisted(listed)
}

// link0 is an element that may be asked for attributes even if there is none.
func link0(n *html.Node) *html.Node {
	if n == nil {
		return &html.Node{}
	}
	return n
}

// leads compares the title that a list gives a page with the page's own. It
// returns the page, nil if there is none.
func (a *audit) leads(file, title, address string) *sheet {
	name, _ := a.target(file, address)
	if dir, ok := strings.CutSuffix(name, "index.md"); ok {
		name = dir + "index.html"
	}
	s := a.sheets[name]
	switch {
	case s == nil && name != "":
		a.add(auditMissing, file, "%s lists %q, which is not a page of the site", path.Base(file), address)
	case s != nil && s.heading != "" && s.heading != title:
		a.add(auditName, file, "%s calls `%s` %q, the page itself %q", path.Base(file), a.address(s), title, s.heading)
	}
	return s
}

var overviewLine = regexp.MustCompile(`^- \[((?:[^\]\\]|\\.)*)\]\(([^)]+)\)`)

func (a *audit) overview(name, text string) {
	named := map[*sheet]bool{}
	for line := range strings.Lines(text) {
		if m := overviewLine.FindStringSubmatch(line); m != nil {
			named[a.leads(name, unescaped(m[1]), m[2])] = true
		}
	}
	for _, s := range a.reads() {
		if !named[s] {
			a.add(auditMissing, name, "llms.txt lacks `%s`", a.address(s))
		}
	}
}

var standingLine = regexp.MustCompile(`^- \[((?:[^\]\\]|\\.)*)\]\(([^)]+)\): (\d+) of (\d+), with (\S+) out of `)

// twin compares the title of a page's Markdown with the page's, and what a
// provider's says of its places with the guides.
func (a *audit) twin(name, text string) {
	title, _, _ := strings.Cut(text, "\n")
	if s := a.sheets[strings.TrimSuffix(name, ".md")+".html"]; s == nil {
		a.add(auditMissing, name, "the Markdown twin is of no page")
	} else if title = unescaped(strings.TrimPrefix(title, "# ")); title != s.heading {
		a.add(auditName, name, "the Markdown twin is headed %q, the page %q", title, s.heading)
	}
	if !strings.HasPrefix(name, "providers/") {
		return
	}
	for line := range strings.Lines(text) {
		m := standingLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		g, slug, _ := a.entry(name, m[2])
		if g == nil {
			continue
		}
		const label = "the Markdown twin"
		a.leads(name, unescaped(m[1]), m[2])
		a.of(name, label, slug, m[4], g)
		id := path.Base(path.Dir(name))
		a.compare(g.says, surface{file: name, label: label, extent: some, places: []place{{id: id, rank: m[3], score: m[5]}}})
	}
}
