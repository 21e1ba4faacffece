package build_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// oracle reads the finished files of a site and says where two disagree.
type oracle struct {
	files  map[string]string
	base   string
	parsed map[string]*html.Node
	faults []string
}

func (o *oracle) fault(format string, values ...any) {
	o.faults = append(o.faults, fmt.Sprintf(format, values...))
}

// same compares what a surface says with what ranking.json, or another surface,
// says; to say nothing is a fault, too.
func (o *oracle) same(surface string, want, got []string) {
	if len(got) == 0 || !slices.Equal(want, got) {
		o.fault("%s says %q, not %q", surface, got, want)
	}
}

func (o *oracle) page(name string) *html.Node {
	if n := o.parsed[name]; n != nil {
		return n
	}
	n, err := html.Parse(strings.NewReader(o.files[name]))
	if err != nil || o.files[name] == "" {
		o.fault("%s is not there", name)
		n = &html.Node{}
	}
	o.parsed[name] = n
	return n
}

func (o *oracle) decode(name string, into any) {
	if err := json.Unmarshal([]byte(o.files[name]), into); err != nil {
		o.fault("%s: %v", name, err)
	}
}

// file is what an address stands for, and the fragment.
func (o *oracle) file(from, href string) (name, id string) {
	href = regexp.MustCompile(`^https?://[^/]+`).ReplaceAllString(href, "")
	href, id, _ = strings.Cut(href, "#")
	switch {
	case href == "":
		return from, id
	case !strings.HasPrefix(href, o.base):
		return "", id
	}
	name = strings.TrimPrefix(href, o.base)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name, id
}

var word = regexp.MustCompile(`[\p{L}\p{N}]+(\.\p{N}+)*`)

// fold is what counts of a text: its words and figures, whatever quotes, blanks
// and marks the notation of a surface puts between them.
func fold(s string) string {
	if strings.TrimSpace(s) == "–" {
		return "–" // what stands for a figure
	}
	return strings.ToLower(strings.Join(word.FindAllString(strings.ReplaceAll(s, "\u00a0", " "), -1), " "))
}

func attr(n *html.Node, key string) string {
	if n != nil {
		for _, a := range n.Attr {
			if a.Key == key {
				return a.Val
			}
		}
	}
	return ""
}

// all returns the elements below n with a name, a class or an id: "a", ".rank",
// "#ranking", in order.
func all(n *html.Node, what string) (out []*html.Node) {
	if n == nil {
		return nil
	}
	for d := range n.Descendants() {
		if d.Type != html.ElementNode {
			continue
		}
		switch what[0] {
		case '.':
			if slices.Contains(strings.Fields(attr(d, "class")), what[1:]) {
				out = append(out, d)
			}
		case '#':
			if attr(d, "id") == what[1:] {
				out = append(out, d)
			}
		default:
			if d.Data == what {
				out = append(out, d)
			}
		}
	}
	return out
}

func first(n *html.Node, what string) *html.Node {
	if found := all(n, what); len(found) > 0 {
		return found[0]
	}
	return nil
}

// text is what a reader takes in: without drawings, citations and notes.
func text(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Data == "svg", n.Data == "pre", n.Data == "sup", attr(n, "class") == "chip", attr(n, "class") == "drawn", attr(n, "class") == "footnotes", attr(n, "role") == "doc-endnotes":
		default:
			for c := range n.ChildNodes() {
				walk(c)
			}
			b.WriteString(" ")
		}
	}
	walk(n)
	return fold(b.String())
}

// grid is a table by the names of its columns.
type grid struct {
	heads   []string
	weights []string // of the columns that are criteria, "" for others
	rows    []row
}

type row struct {
	id, name, rank, total, weight string
	cells                         []string
}

var leading = regexp.MustCompile(`^\d+`)

func tableOf(n *html.Node) (g grid) {
	for _, tr := range all(n, "tr") {
		var r row
		heads := true
		for c := range tr.ChildNodes() {
			if c.Data != "th" && c.Data != "td" {
				continue
			}
			small := text(first(c, "small"))
			cell := strings.TrimSpace(strings.TrimSuffix(text(c), text(first(c, ".estimate"))))
			cell = strings.TrimSpace(strings.TrimSuffix(cell, small))
			if c.Data == "th" && attr(c, "scope") == "row" {
				r.name, r.weight = cell, small
				if href := attr(first(c, "a"), "href"); href != "" {
					_, r.id, _ = strings.Cut(href, "#")
					if r.id == "" {
						r.id = path.Base(href)
					}
					r.name = text(first(c, "a"))
				}
			}
			heads = heads && attr(c, "scope") == "col"
			switch attr(c, "class") {
			case "rank":
				r.rank = cell
			case "total":
				r.total = cell
			}
			if attr(c, "scope") == "col" {
				g.heads, g.weights = append(g.heads, cell), append(g.weights, small)
			}
			r.cells = append(r.cells, cell)
		}
		if !heads {
			g.rows = append(g.rows, r)
		}
	}
	return g
}

func (g *grid) column(head string) int { return slices.Index(g.heads, head) }

func (r *row) at(column int) string {
	if column < 0 || column >= len(r.cells) {
		return ""
	}
	return r.cells[column]
}

// ranking is ranking.json, as far as other surfaces repeat it.
type ranking struct {
	Guide  struct{ Title string }
	Method struct {
		MinKnown int `json:"min_known_basis_points"`
	}
	Criteria []struct {
		ID, Name string
		Weight   string `json:"published_weight_printed"`
		Points   int    `json:"weight"`
	}
	Lenses   []weighing
	UseCases []weighing `json:"use_cases"`
	Entries  []struct {
		Provider string
		Scores   []struct {
			Criterion, State     string
			Low, High, Published int
			Printed              struct{ Low, High string }
		}
	}
	Places []place
}

type place struct {
	Provider, Name, Score, Award string
	Numeral                      string
	Provisional                  bool
	Rank, Total                  int
	Share                        *int
	Never                        reach  `json:"range_never"`
	Settled                      reach  `json:"range_settled"`
	Likely                       *reach `json:"range_likely"`
	Contributions                map[string]int
}

type reach struct{ Best, Worst int }

// String is the ranks in words and figures alone; of none it is a dash.
func (r *reach) String() string {
	switch {
	case r == nil:
		return "–"
	case r.Best == r.Worst:
		return fmt.Sprint(r.Best)
	}
	return fmt.Sprintf("%d %d", r.Best, r.Worst)
}

type weighing struct {
	ID     string
	Points map[string]int `json:"weights"`
}

// score is one as a table prints it; what is not known stands there in words.
func (r *ranking) score(provider, criterion string) string {
	for _, e := range r.Entries {
		for _, s := range e.Scores {
			if e.Provider == provider && s.Criterion == criterion {
				switch {
				case s.State == "unknown":
					return "in words"
				case s.Printed.Low == s.Printed.High:
					return fold(s.Printed.Low)
				}
				return fold(s.Printed.Low + "–" + s.Printed.High)
			}
		}
	}
	return ""
}

func inWords(cell string) string {
	if cell == "" || leading.MatchString(cell) {
		return cell
	}
	return "in words"
}

func (r *ranking) criterion(name string) (id string) {
	for _, c := range r.Criteria {
		if fold(c.Name) == name {
			return c.ID
		}
	}
	return ""
}

// under computes rank, as it is printed, and total of some providers by other
// weights.
func (r *ranking) under(points map[string]int, listed []string) (out []string) {
	totals, known := map[string]int{}, map[string]int{}
	for _, e := range r.Entries {
		for _, s := range e.Scores {
			totals[e.Provider] += points[s.Criterion] * s.Published
			if s.State == "point" || s.Low == s.High {
				known[e.Provider] += points[s.Criterion]
			}
		}
	}
	sorted := slices.Clone(listed)
	slices.SortFunc(sorted, func(a, b string) int {
		if totals[a] != totals[b] {
			return totals[b] - totals[a]
		}
		return strings.Compare(a, b)
	})
	rank := 0
	for i, id := range sorted {
		if i == 0 || totals[id] != totals[sorted[i-1]] {
			rank = i + 1
		}
		numeral := fmt.Sprint(rank)
		if known[id] < r.Method.MinKnown {
			numeral = "–"
		}
		out = append(out, fmt.Sprintf("%s %s %d", numeral, id, totals[id]/1000))
	}
	return out
}

// near reports whether a printed total is one of millionths, rounded.
func near(printed string, total int) bool {
	_, decimals, _ := strings.Cut(printed, ".")
	figure, err := strconv.ParseFloat(printed, 64)
	half := 500000
	for range decimals {
		half /= 10
	}
	return err == nil && total-int(figure*1e6+0.5) <= half && int(figure*1e6+0.5)-total <= half
}

// news is an entry of a feed.
type news struct{ title, url, content, summary string }

func (o *oracle) feed(name string) (out []news) {
	if strings.HasSuffix(name, ".json") {
		var feed struct {
			Items []struct {
				URL     string
				Title   string
				HTML    string `json:"content_html"`
				Text    string `json:"content_text"`
				Summary string
			}
		}
		o.decode(name, &feed)
		for _, i := range feed.Items {
			out = append(out, news{i.Title, i.URL, i.HTML + i.Text, i.Summary})
		}
		return out
	}
	var feed struct {
		Entries []struct {
			Title string `xml:"title"`
			Link  struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Body string `xml:"content"`
			Sum  string `xml:"summary"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(o.files[name]), &feed); err != nil {
		o.fault("%s: %v", name, err)
	}
	for _, e := range feed.Entries {
		out = append(out, news{e.Title, e.Link.Href, e.Body, e.Sum})
	}
	return out
}

// blocks are the nodes of JSON-LD of a page that have a type.
func (o *oracle) nodes(name, kind string) (out []map[string]any) {
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if v["@type"] == kind {
				out = append(out, v)
			}
			for _, key := range []string{"@graph", "itemListElement", "mainEntity", "review", "reviewRating", "itemReviewed"} {
				walk(v[key])
			}
		case []any:
			for _, item := range v {
				walk(item)
			}
		}
	}
	for _, s := range all(o.page(name), "script") {
		if attr(s, "type") == "application/ld+json" {
			var v any
			if err := json.Unmarshal([]byte(s.FirstChild.Data), &v); err != nil {
				o.fault("%s: %v", name, err)
			}
			if block, ok := v.(map[string]any); !ok || block["@context"] != "https://schema.org" {
				o.fault("%s: the JSON-LD has the context %v", name, block["@context"])
			}
			walk(v)
		}
	}
	return out
}

func (o *oracle) csv(name string) (out []map[string]string) {
	records, err := csv.NewReader(strings.NewReader(o.files[name])).ReadAll()
	if err != nil || len(records) < 3 {
		o.fault("%s: %v", name, err)
		return nil
	}
	for _, record := range records[1:] {
		fields := map[string]string{}
		for i, head := range records[0] {
			fields[head] = record[i]
		}
		out = append(out, fields)
	}
	return out
}
