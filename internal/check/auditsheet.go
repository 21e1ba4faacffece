package check

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// sheet is what the audit remembers of one page. Unlike the reader of [Site],
// which must see a page as it was sent, it reads the page as a parser repairs
// it: what a browser makes of it is what a surface states.
type sheet struct {
	name  string
	fault string // why it cannot be read

	stub      bool
	title     string
	heading   string // the first-level one
	canonical string
	describes string
	shared    string   // the title for those who share a link
	twin      string   // where its Markdown is
	links     []string // where a reader can go
	blocks    []any    // of JSON-LD, decoded
	questions []shown
	faq       bool              // the page has a section of questions
	lists     [][]listed        // places of guides, named elsewhere
	named     []listed          // of a page that lists pages
	answers   [][]listed        // the first places of the page itself
	grids     []*grid           // the tables of a guide's pages
	weights   map[string]string // of the criteria that a guide's page lists
	below     string            // the heading or section that was read last
	ids       map[string]int    // how often each id stands there
	surfaces  []surface         // of a guide's own page
}

// shown is a question with its answer, as a reader sees them.
type shown struct {
	id, question, answer string
	faq                  bool // it stands in a section of questions
}

// listed is an entry of a guide, or a page or question, named on another page.
type listed struct {
	place
	href string // leads to it
	of   string // "of 10"
}

func readSheet(pages fs.FS, name string) *sheet {
	s := &sheet{name: name, ids: map[string]int{}, weights: map[string]string{}}
	data, err := fs.ReadFile(pages, name)
	if err != nil {
		s.fault = "the file cannot be read: " + err.Error()
		return s
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		s.fault = "the page cannot be parsed: " + err.Error()
		return s
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			s.element(n)
		}
	}
	if _, ok := guideOf(name); ok && !s.stub {
		s.surfaces = s.ranking(root)
	}
	return s
}

func (s *sheet) element(n *html.Node) {
	if id := attr(n, "id"); id != "" {
		s.ids[id]++
	}
	switch n.Data {
	case "title":
		if s.title == "" && n.Parent.Data == "head" {
			s.title = plain(n)
		}
	case "h1":
		if s.heading == "" {
			s.heading = plain(n)
		}
	case "meta":
		if strings.EqualFold(attr(n, "name"), "description") {
			s.describes = attr(n, "content")
		}
		if attr(n, "property") == "og:title" {
			s.shared = attr(n, "content")
		}
		if strings.EqualFold(attr(n, "http-equiv"), "refresh") {
			s.stub = true
			s.links = append(s.links, refreshTarget(attr(n, "content")))
		}
	case "link":
		if hasWord(attr(n, "rel"), "canonical") {
			s.canonical = attr(n, "href")
		}
		if hasWord(attr(n, "rel"), "alternate") && attr(n, "type") == "text/markdown" {
			s.twin = attr(n, "href")
		}
	case "a", "area":
		if href := attr(n, "href"); href != "" {
			s.links = append(s.links, href)
			s.names(n)
		}
	case "script":
		var block any
		if attr(n, "type") == "application/ld+json" && n.FirstChild != nil && json.Unmarshal([]byte(n.FirstChild.Data), &block) == nil {
			s.blocks = append(s.blocks, block)
		}
	case "section":
		s.below = attr(n, "id")
	case "dt":
		if m := weighted.FindStringSubmatch(plain(n)); m != nil && s.below == "methodology" {
			s.weights[m[1]] = m[2]
		}
	case "h2", "h3", "h4", "h5", "h6":
		s.question(n)
		if id := attr(n, "id"); id != "" {
			s.below = id
		}
	case "ol", "ul":
		if classed(n, "places") {
			s.lists = append(s.lists, placesIn(n))
		}
		if classed(n, "answer") {
			s.answers = append(s.answers, placesIn(n))
		}
	case "table":
		if strings.HasPrefix(s.name, "guides/") {
			s.grids = append(s.grids, gridOf(n, s.below))
		}
	}
	s.faq = s.faq || n.Data == "section" && classed(n, "faq")
}

// question remembers a heading that has an id, with what follows it up to the
// next heading of its level or a higher one.
func (s *sheet) question(n *html.Node) {
	q := shown{id: attr(n, "id"), question: plain(n)}
	if q.id == "" {
		return
	}
	q.faq = n.Parent != nil && classed(n.Parent, "faq") && n.Data == "h3"
	var answer prose
	for next := n.NextSibling; next != nil && !(isHeading(next) && next.Data <= n.Data); next = next.NextSibling {
		answer.node(next)
	}
	q.answer = answer.String()
	s.questions = append(s.questions, q)
}

func isHeading(n *html.Node) bool {
	return n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func classed(n *html.Node, class string) bool {
	return n.Type == html.ElementNode && slices.Contains(strings.Fields(attr(n, "class")), class)
}

// first returns the first element below n that matches, or nil; n may be nil.
func first(n *html.Node, match func(*html.Node) bool) *html.Node {
	if n == nil {
		return nil
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && match(d) {
			return d
		}
	}
	return nil
}

// plain is the text of an element, "" for nil.
func plain(n *html.Node) string {
	if n == nil {
		return ""
	}
	var text prose
	text.children(n)
	return text.String()
}

// prose collects text as a reader takes it in: without drawings, citations,
// footnotes and code blocks, which the plain text of an answer leaves out too.
type prose struct {
	text []byte
	gap  bool // a citation stood here, with a blank before it
}

var blocks = set("address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
	"footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "section", "table", "tbody",
	"td", "tfoot", "th", "thead", "tr", "ul")

func (p *prose) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		if r, _ := utf8.DecodeRuneInString(n.Data); p.gap && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			p.text = append(p.text, ' ')
		}
		p.gap = p.gap && n.Data == ""
		p.text = append(p.text, n.Data...)
	case n.Type != html.ElementNode:
	case n.Data == "svg", n.Data == "script", n.Data == "style", n.Data == "template", n.Data == "pre", n.Data == "sup" && first(n, isNote) != nil:
	case n.Data == "a" && classed(n, "chip"):
		cut := bytes.TrimRightFunc(p.text, unicode.IsSpace)
		p.gap = p.gap || len(cut) < len(p.text)
		p.text = cut
	case blocks[n.Data]:
		p.text = append(p.text, ' ')
		p.children(n)
		p.text = append(p.text, ' ')
	default:
		p.children(n)
	}
}

func (p *prose) children(n *html.Node) {
	for c := range n.ChildNodes() {
		p.node(c)
	}
}

func isNote(n *html.Node) bool {
	return n.Data == "a" && strings.HasPrefix(attr(n, "href"), "#fn")
}

// String is the text on one line.
func (p *prose) String() string { return strings.Join(strings.Fields(string(p.text)), " ") }
