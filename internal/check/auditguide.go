package check

import (
	"strings"

	"golang.org/x/net/html"
)

// ranking is what a guide's page states, the comparison table first. The answer
// and the contents are the theme's choice; the rest are what a guide is.
func (s *sheet) ranking(root *html.Node) []surface {
	comparison := gridOf(first(first(root, withID("comparison")), tagged("table")), "comparison")
	section := first(root, withID("ranking"))
	out := []surface{
		comparison.ranking(s.name, "the comparison table", whole),
		{file: s.name, label: "the entry list", places: entriesOf(section)},
		{file: s.name, label: "the ItemList in JSON-LD", places: s.itemList()},
	}
	if answer := first(root, func(n *html.Node) bool { return n.Data == "ol" && classed(n, "answer") }); answer != nil {
		out = append(out, surface{file: s.name, label: "the answer", extent: top, places: placesOf(placesIn(answer))})
	}
	nav := first(root, func(n *html.Node) bool { return n.Data == "nav" && classed(n, "contents") })
	if link := first(nav, func(n *html.Node) bool { return n.Data == "a" && attr(n, "href") == "#ranking" }); link != nil {
		if named := contentsOf(link.Parent); len(named) > 0 {
			out = append(out, surface{file: s.name, label: "the contents", places: named})
		}
	}
	return out
}

func tagged(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == name }
}

func withID(id string) func(*html.Node) bool {
	return func(n *html.Node) bool { return attr(n, "id") == id }
}

func withClass(class string) func(*html.Node) bool {
	return func(n *html.Node) bool { return classed(n, class) }
}

// entriesOf reads the articles that the entries are.
func entriesOf(section *html.Node) (out []place) {
	if section == nil {
		return nil
	}
	for n := range section.Descendants() {
		if n.Data != "article" || attr(n, "id") == "" {
			continue
		}
		p := place{id: attr(n, "id"), rank: plain(first(n, withClass("numeral"))), score: plain(first(n, withClass("figure")))}
		heading := first(n, tagged("h3"))
		p.name = plain(heading)
		if link := first(heading, tagged("a")); link != nil {
			p.name = plain(link)
		}
		p.marks = map[string]string{award: plain(first(n, withClass("award")))}
		out = append(out, p)
	}
	return out
}

// placesIn reads a short list: numeral, link, figure.
func placesIn(list *html.Node) (out []listed) {
	for item := range list.ChildNodes() {
		link := first(item, tagged("a"))
		if item.Data != "li" || link == nil {
			continue
		}
		l := listed{href: attr(link, "href"), of: strings.TrimPrefix(plain(first(item, withClass("kind"))), "of ")}
		l.place = place{id: fragmentOf(l.href), name: plain(link), rank: plain(first(item, withClass("numeral"))), score: plain(first(item, withClass("figure"))),
			marks: map[string]string{award: plain(first(item, withClass("award")))}}
		out = append(out, l)
	}
	return out
}

func placesOf(list []listed) (out []place) {
	for _, l := range list {
		out = append(out, l.place)
	}
	return out
}

// contentsOf reads the lines below that of the ranking.
func contentsOf(item *html.Node) (out []place) {
	list := first(item, tagged("ol"))
	if list == nil {
		return nil
	}
	for n := range list.Descendants() {
		if n.Type == html.ElementNode && n.Data == "a" {
			p := place{id: fragmentOf(attr(n, "href"))}
			p.rank, p.name = rankOf(plain(n))
			out = append(out, p)
		}
	}
	return out
}

func fragmentOf(href string) string {
	_, id, _ := strings.Cut(href, "#")
	return id
}
