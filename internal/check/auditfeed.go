package check

import (
	"encoding/json"
	"encoding/xml"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// item is what a feed says of one page: as HTML, or in plain words.
type item struct{ title, address, content, summary string }

// words are what a reader of the feed sees of it.
func (i *item) words() string {
	root, err := html.Parse(strings.NewReader(i.content))
	if err != nil {
		return i.summary
	}
	return strings.TrimSpace(plain(root) + " " + i.summary)
}

func atom(data []byte) (out []item, err error) {
	var feed struct {
		Entries []struct {
			Title string `xml:"title"`
			Links []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Content string `xml:"content"`
			Summary string `xml:"summary"`
		} `xml:"entry"`
	}
	err = xml.Unmarshal(data, &feed)
	for _, e := range feed.Entries {
		for _, l := range e.Links {
			if l.Rel == "alternate" || l.Rel == "" {
				out = append(out, item{e.Title, l.Href, e.Content, e.Summary})
			}
		}
	}
	return out, err
}

func jsonFeed(data []byte) (out []item, err error) {
	var feed struct {
		Items []struct {
			URL     string `json:"url"`
			Title   string `json:"title"`
			Content string `json:"content_html"`
			Text    string `json:"content_text"`
			Summary string `json:"summary"`
		} `json:"items"`
	}
	err = json.Unmarshal(data, &feed)
	for _, i := range feed.Items {
		out = append(out, item{i.Title, i.URL, i.Content, i.Text + i.Summary})
	}
	return out, err
}

// feed compares what a feed says with the pages that it leads to: a guide's
// ranking, or an edition's.
func (a *audit) feed(name string, data []byte, read func([]byte) ([]item, error)) {
	items, err := read(data)
	if err != nil {
		a.add(auditData, name, "%s cannot be read: %v", path.Base(name), err)
		return
	}
	a.feeds[name] = items
	for _, i := range items {
		s := a.leads(name, i.title, i.address)
		if s == nil {
			continue
		}
		if slug, ok := guideOf(s.name); ok && a.guides[slug] != nil {
			a.compare(a.guides[slug].says, a.places(name, slug, i.content))
		}
		if edition, ok := a.editions[s.name]; ok {
			a.news(name, i.summary, edition)
		}
	}
}

var figure = regexp.MustCompile(`^\d+(\.\d+)?`)

// places reads the ranking out of a feed's HTML.
func (a *audit) places(file, slug, content string) surface {
	out := surface{file: file, label: path.Base(file)}
	root, err := html.Parse(strings.NewReader(content))
	if err != nil {
		return out
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "li" || n.Parent.Data != "ol" {
			continue
		}
		link := first(n, tagged("a"))
		if g, _, id := a.entry(file, attr(link0(link), "href")); g != nil && g == a.guides[slug] {
			rest := strings.TrimSpace(strings.TrimPrefix(plain(n), plain(link)))
			out.places = append(out.places, place{id: id, name: plain(link), rank: attr(n, "value"), score: figure.FindString(rest)})
		}
	}
	return out
}

// sameFeeds compares each Atom feed with the JSON feed beside it.
func (a *audit) sameFeeds() {
	for _, name := range slices.Sorted(maps.Keys(a.feeds)) {
		base, ok := strings.CutSuffix(name, ".xml")
		twin, there := a.feeds[base+".json"]
		if !ok || !there {
			continue
		}
		file := base + ".json"
		for _, i := range a.feeds[name] {
			at := slices.IndexFunc(twin, func(t item) bool { return t.address == i.address })
			if at < 0 {
				a.add(auditMissing, file, "%s lacks %q, which %s has", path.Base(file), i.address, path.Base(name))
			} else if one, other := twin[at].words(), i.words(); one != other {
				says, said := apart(one, other)
				a.add(auditFact, file, "%s says %q of %q, %s %q", path.Base(file), says, i.address, path.Base(name), said)
			}
		}
		if len(twin) > len(a.feeds[name]) {
			a.add(auditMissing, file, "%s has %d entries, %s %d", path.Base(file), len(twin), path.Base(name), len(a.feeds[name]))
		}
	}
}

var location = regexp.MustCompile(`<loc>([^<]*)</loc>`)

// sitemap looks at the addresses that search engines are told of.
func (a *audit) sitemap(name string, data []byte, found map[string]bool) {
	for _, m := range location.FindAllSubmatch(data, -1) {
		address := html.UnescapeString(string(m[1]))
		file, _ := a.target("index.html", address)
		if path.Ext(file) == ".xml" { // a sitemap of several
			continue
		}
		found[file] = true
		if s := a.sheets[file]; s == nil {
			a.add(auditMissing, name, "%s lists %q, which is not a page of the site", name, address)
		} else if !a.listed(s) {
			a.add(auditMissing, name, "%s lists %q, which only leads elsewhere", name, address)
		}
	}
}

// unlisted looks for what search engines are not told of. A site without a
// sitemap tells them nothing.
func (a *audit) unlisted(found map[string]bool) {
	if len(found) == 0 {
		return
	}
	for _, s := range a.reads() {
		if !found[s.name] {
			a.add(auditMissing, s.name, "the sitemap lacks this page")
		}
	}
}
