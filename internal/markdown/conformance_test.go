package markdown

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// example is one of a specification: what is written, and the HTML it means.
type example struct {
	Name     string
	Number   int    `json:"example"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
}

// TestConformance reads the examples of CommonMark and of GitHub's extensions
// as bodies. Each gives the HTML that its specification states but for what
// normalize levels, or is refused with a hint, or is in otherwise.
func TestConformance(t *testing.T) {
	t.Parallel()
	got := map[string]int{}
	listed := map[string]bool{}
	for _, names := range otherwise {
		for _, name := range names {
			listed[name] = true
		}
	}
	for _, e := range examples(t) {
		d := Parse(e.Markdown)
		checkMistakes(t, e.Markdown, d.Mistakes)
		if len(d.Mistakes) > 0 {
			for _, m := range d.Mistakes {
				if m.Message == "" || m.Hint == "" {
					t.Errorf("%s: %q is refused without a hint: %+v", e.Name, e.Markdown, m)
				}
			}
			got[d.Mistakes[0].Rule]++
			if listed[e.Name] {
				t.Errorf("%s is refused: it need not be listed", e.Name)
			}
			continue
		}
		if !inexact(d.Whole.Nodes) {
			again(t, e.Markdown, d)
		}
		var b strings.Builder
		if err := HTML(&b, d.Whole, Options{}); err != nil {
			t.Fatal(err)
		}
		have, want := normalize(t, b.String()), normalize(t, e.HTML)
		switch {
		case have == want && listed[e.Name]:
			t.Errorf("%s is as specified: it need not be listed", e.Name)
		case have == want:
			got["as specified"]++
		case listed[e.Name]:
			got["listed"]++
		default:
			t.Errorf("%s: %q (-want +got):\n%s", e.Name, e.Markdown, cmp.Diff(want, have))
		}
	}
	if diff := cmp.Diff(outcome, got); diff != "" {
		t.Errorf("how the examples fare (-want +got):\n%s", diff)
	}
}

// outcome counts the examples by what becomes of them: those that are refused,
// by the rule of their first mistake.
var outcome = map[string]int{
	"as specified":       525,
	"listed":             14,
	"bare-link":          12,
	"empty-heading":      1,
	"empty-section":      24,
	"heading-level":      7,
	"heading-misplaced":  5,
	"image-alt":          1,
	"link-syntax":        9,
	"link-text":          2,
	"link-undefined":     7,
	"markdown-character": 1,
	"raw-html":           71,
	"table-columns":      2,
	"unsafe-link":        14,
}

// otherwise are the examples that are accepted and give other HTML, by the
// reason. All are of extensions; no example of CommonMark is among them.
var otherwise = map[string][]string{
	"an address is a link only between < and >, so that what is cited is a source": {
		"linkify 1", "linkify 2", "linkify 3", "linkify 4", "linkify 5", "linkify 6", "linkify 8", "linkify 9", "linkify 10",
	},
	"one tilde is text, as in ~5 %":                                                                           {"strikethrough 3"},
	"a list is for reading: its boxes are characters, not controls":                                           {"tasklist 1", "tasklist 2", "tasklist 4"},
	"goldmark 1.8.7 takes a line of dashes below an item for the rule of a table, once a line end follows it": {"table 14"},
}

// examples reads what goldmark's own module carries: CommonMark's examples, and
// those of GitHub's tables, strikethrough, task lists and addresses.
func examples(t *testing.T) []example {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	module := strings.TrimSpace(string(out))
	data, err := os.ReadFile(filepath.Join(module, "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	for i := range all {
		all[i].Name = fmt.Sprintf("CommonMark %d", all[i].Number)
	}
	if len(all) < 600 {
		t.Fatalf("%d examples of CommonMark", len(all))
	}
	for _, extension := range []string{"table", "strikethrough", "tasklist", "linkify"} {
		data, err := os.ReadFile(filepath.Join(module, "extension", "_test", extension+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		few := caseFile(extension, string(data))
		if len(few) == 0 {
			t.Fatalf("no examples of %s", extension)
		}
		all = append(all, few...)
	}
	return all
}

// caseFile reads goldmark's notation: a number, and perhaps words behind it,
// on a line, then source and HTML, each behind a line of dashes, and a line of
// equals signs.
func caseFile(name, text string) (out []example) {
	const dashes, equals = "//- - - - - - - - -//\n", "//= = = = = = = = = = = = = = = = = = = = = = = =//"
	for _, one := range strings.Split(text, equals) {
		parts := strings.SplitN(one, dashes, 3)
		if len(parts) < 3 {
			continue
		}
		number, _, _ := strings.Cut(strings.TrimSpace(parts[0]), ":")
		number, _, _ = strings.Cut(number, "\n")
		source := parts[1]
		if strings.Contains(parts[0], `"enableEscape": true`) {
			source = strings.ReplaceAll(source, `\t`, "\t")
		}
		out = append(out, example{Name: name + " " + number, Markdown: source, HTML: parts[2]})
	}
	return out
}

// typed undoes the typography: quotes, dashes and dots as they are typed.
var typed = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "–", "--", "—", "---", "…", "...")

// normalize is a piece of HTML as a browser reads it, without what differs
// everywhere and on purpose: typography, the ids of headings, the frame and the
// scope of tables, alignment as a class, and blanks between blocks.
func normalize(t *testing.T, written string) string {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(written), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range nodes {
		write(&b, n, 0, false)
	}
	return b.String()
}

var blanks = regexp.MustCompile(`[ \t\r\n]+`)

var blocks = strings.Fields("p ul ol li blockquote pre hr h1 h2 h3 h4 h5 h6 div table thead tbody tr th td")

func write(b *strings.Builder, n *html.Node, depth int, pre bool) {
	indent := "\n" + strings.Repeat("  ", depth)
	if n.Type == html.TextNode {
		text := typed.Replace(n.Data)
		if !pre {
			text = blanks.ReplaceAllString(text, " ")
			if atEdge(n, n.PrevSibling) {
				text = strings.TrimPrefix(text, " ")
			}
			if atEdge(n, n.NextSibling) {
				text = strings.TrimSuffix(text, " ")
			}
			if text == "" {
				return
			}
		}
		fmt.Fprintf(b, "%s%q", indent, text)
		return
	}
	if n.Type == html.ElementNode && !(n.Data == "div" && attribute(n, "class") == "scroll") {
		b.WriteString(indent + "<" + n.Data)
		kept := map[string]string{}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && strings.HasPrefix(n.Data, "h"), a.Key == "scope", a.Key == "tabindex":
			case a.Key == "align":
				kept["class"] = a.Val
			default:
				kept[a.Key] = a.Val
			}
		}
		if n.Data == "th" || n.Data == "td" {
			if kept["class"] == "left" {
				delete(kept, "class")
			}
		}
		for _, key := range slices.Sorted(maps.Keys(kept)) {
			fmt.Fprintf(b, " %s=%q", key, kept[key])
		}
		b.WriteString(">")
		depth++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		write(b, c, depth, pre || n.Data == "pre")
	}
}

// atEdge reports whether a text is next to a block, a line break or the edge of
// its block, where blanks do not show.
func atEdge(text, sibling *html.Node) bool {
	if sibling == nil {
		return text.Parent == nil || slices.Contains(blocks, text.Parent.Data)
	}
	return sibling.Data == "br" || slices.Contains(blocks, sibling.Data)
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
