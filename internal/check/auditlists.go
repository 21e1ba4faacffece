package check

import (
	"encoding/json"
	"encoding/xml"
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
		case base == "feed.xml":
			a.atom(name, read())
		case base == "feed.json":
			a.jsonFeed(name, read())
		case name == "llms.txt":
			a.overview(name, string(read()))
		case strings.HasPrefix(name, "providers/") && base == "index.md":
			a.providerTwin(name, string(read()))
		case strings.HasPrefix(name, "search/index/") && path.Ext(name) == ".json":
			a.shard(name, read(), &found)
		}
	}
	a.searchable(found)
}

func (a *audit) atom(name string, data []byte) {
	var feed struct {
		Entries []struct {
			Title string `xml:"title"`
			Links []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Content string `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(data, &feed); err != nil {
		a.add(auditData, name, "%s cannot be read: %v", path.Base(name), err)
		return
	}
	for _, e := range feed.Entries {
		for _, l := range e.Links {
			if l.Rel == "alternate" || l.Rel == "" {
				a.item(name, e.Title, l.Href, e.Content)
			}
		}
	}
}

func (a *audit) jsonFeed(name string, data []byte) {
	var feed struct {
		Items []struct {
			URL     string `json:"url"`
			Title   string `json:"title"`
			Content string `json:"content_html"`
		} `json:"items"`
	}
	if err := json.Unmarshal(data, &feed); err != nil {
		a.add(auditData, name, "%s cannot be read: %v", path.Base(name), err)
		return
	}
	for _, item := range feed.Items {
		a.item(name, item.Title, item.URL, item.Content)
	}
}

var figure = regexp.MustCompile(`^\d+(\.\d+)?`)

// item is an entry of a feed: a page's title, and for a guide its ranking.
func (a *audit) item(file, title, address, content string) {
	s := a.leads(file, title, address)
	slug, ok := "", false
	if s != nil {
		slug, ok = guideOf(s.name)
	}
	root, err := html.Parse(strings.NewReader(content))
	if !ok || err != nil || a.guides[slug] == nil {
		return
	}
	out := surface{file: file, label: path.Base(file)}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "li" || n.Parent.Data != "ol" {
			continue
		}
		link := first(n, tagged("a"))
		if g, _, id := a.entry(file, attr(link0(link), "href")); g != nil && g == a.guides[slug] {
			rest := strings.TrimSpace(strings.TrimPrefix(plain(n), plain(link)))
			out.places = append(out.places, place{id, plain(link), attr(n, "value"), figure.FindString(rest)})
		}
	}
	a.compare(a.guides[slug].says, out)
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
		a.add(auditName, file, "%s calls `%s` %q, the page itself %q", path.Base(file), a.base+strings.TrimSuffix(name, "index.html"), title, s.heading)
	}
	return s
}

var overviewLine = regexp.MustCompile(`^- \[((?:[^\]\\]|\\.)*)\]\(([^)]+)\)`)

func (a *audit) overview(name, text string) {
	for line := range strings.Lines(text) {
		if m := overviewLine.FindStringSubmatch(line); m != nil {
			a.leads(name, unescaped(m[1]), m[2])
		}
	}
}

var standingLine = regexp.MustCompile(`^- \[((?:[^\]\\]|\\.)*)\]\(([^)]+)\): (\d+) of (\d+), with (\S+) out of `)

func (a *audit) providerTwin(name, text string) {
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
		a.compare(g.says, surface{name, label, some, []place{{id: id, rank: m[3], score: m[5]}}})
	}
}
