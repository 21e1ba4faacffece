package check

import (
	"strings"

	"golang.org/x/net/html"
)

// ranking is what a guide's page states, the comparison table first. The answer
// and the contents are the theme's choice; the rest are what a guide is.
func (s *sheet) ranking(root *html.Node) []surface {
	comparison := first(first(root, withID("comparison")), tagged("table"))
	section := first(root, withID("ranking"))
	out := []surface{
		{file: s.name, label: "the comparison table", places: rowsOf(comparison)},
		{file: s.name, label: "the entry list", places: entriesOf(section)},
		{file: s.name, label: "the ItemList in JSON-LD", places: s.itemList()},
	}
	if answer := first(root, func(n *html.Node) bool { return n.Data == "ol" && classed(n, "answer") }); answer != nil {
		out = append(out, surface{s.name, "the answer", top, placesOf(placesIn(answer))})
	}
	nav := first(root, func(n *html.Node) bool { return n.Data == "nav" && classed(n, "contents") })
	if link := first(nav, func(n *html.Node) bool { return n.Data == "a" && attr(n, "href") == "#ranking" }); link != nil {
		out = append(out, surface{s.name, "the contents", whole, contentsOf(link.Parent)})
	}
	if spoken := spokenRanks(section); len(spoken) > 0 {
		out = append(out, surface{s.name, "the heading of the entry", whole, spoken})
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

// rowsOf reads a table of which each row has a rank, a link to its entry and a
// total. Rows without the link, such as the head, are none.
func rowsOf(table *html.Node) (out []place) {
	for _, l := range standingsIn(table) {
		out = append(out, l.place)
	}
	return out
}

func standingsIn(table *html.Node) (out []listed) {
	if table == nil {
		return nil
	}
	for row := range table.Descendants() {
		if row.Data != "tr" || row.Type != html.ElementNode {
			continue
		}
		link := first(first(row, func(n *html.Node) bool { return n.Data == "th" && attr(n, "scope") == "row" }), tagged("a"))
		if link == nil {
			continue
		}
		l := listed{href: attr(link, "href")}
		l.place = place{id: fragmentOf(l.href), name: plain(link), rank: plain(first(row, withClass("rank"))), score: plain(first(row, withClass("total")))}
		l.was = plain(first(row, func(n *html.Node) bool { return n.Data == "td" && attr(n, "class") == "number" }))
		out = append(out, l)
	}
	return out
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
		out = append(out, p)
	}
	return out
}

// spokenRanks reads the ranks that only a screen reader says.
func spokenRanks(section *html.Node) (out []place) {
	if section == nil {
		return nil
	}
	for n := range section.Descendants() {
		if n.Data != "article" || attr(n, "id") == "" {
			continue
		}
		if spoken := first(first(n, tagged("h3")), withClass("spoken")); spoken != nil {
			out = append(out, place{id: attr(n, "id"), rank: strings.TrimSuffix(plain(spoken), ".")})
		}
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
		l.place = place{id: fragmentOf(l.href), name: plain(link), rank: plain(first(item, withClass("numeral"))), score: plain(first(item, withClass("figure")))}
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
