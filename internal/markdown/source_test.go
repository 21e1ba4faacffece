package markdown

import (
	"shortlist/internal/guide"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// again prints prose as its author could have written it and reads that.
func again(t *testing.T, source string, d *Document) {
	t.Helper()
	printed := Markdown(d.Whole, Options{Attributes: true})
	second := Parse(printed)
	if diff := cmp.Diff(d.Whole, second.Whole); diff != "" {
		t.Errorf("%q\nis printed as\n%s\n%q\nwhich reads as something else: %s%v", source, printed, printed, diff, second.Mistakes)
	}
}

// inexact reports whether there is what the printer does not write so that it
// reads back: a wanted line end in a heading, and emphasis three levels deep.
func inexact(nodes []guide.Node) bool { return inexactWithin(nodes, false, 0) }

func inexactWithin(nodes []guide.Node, heading bool, emphasis int) bool {
	return slices.ContainsFunc(nodes, func(n guide.Node) bool {
		within := emphasis
		if n.Kind == guide.KindEmphasis || n.Kind == guide.KindStrong || n.Kind == guide.KindStrike {
			within++
		}
		return within > 2 || heading && n.Kind == guide.KindBreak || inexactWithin(n.Children, heading || n.Kind == guide.KindHeading, within)
	})
}

func TestMarkdownReadsBack(t *testing.T) {
	for _, source := range append([]string{body, typical(),
		"*__a__ b* **_a_** ***a** b* ***a* b** *a*_b_ _a_*b*c **a _b_** ~~*a*~~ *~~a~~*\n",
		"a \"b\" 'c' \\\"d\\\" e's -- --- ... \\-\\- \\.\\.\\. 3'4",
		"- a\n- b\n\n* c\n\n1. d\n2. e\n\n3) f\n\n> g\n\n> h\n>\n> > i",
		"- a\n\n  ```\n  b\n\n  c\n  ```\n- - d\n  - e\n\n    f\n",
		"    code\n\n\ttab\n\n## A {b\\} `{c}` \\#\n\na\n\n## B {#x .checklist}\n\n1\\. a\n\\# b\n\\- c\n\\> d\n\\+ e\n\\:: f\n\\=\n",
		"Table: a *b* [@c]\n\n|a|b|c|\n|:-|:-:|-:|\n|`x\\|y`|\\||[d](</e|f> \"g|h\")|\n||[@a]|\n",
		"a[^1] b[^x] c[^1]\n\n[^1]: d\n\n    - e\n\n[^x]: ```\n      f\n      ```\n",
		"[a](/b \"c \\\"d\\\"\") [e](<f g>) [h][i] <https://x.org/?a&b> <a@b.org> ![c *d*](/e.png 'f') \\!\\[g](/h) !\\[i]\n\n[i]: /j_(k)\n",
		"`a` ``b`c`` `` `d` `` ` e` a\\\nb  \nc [@a; @b/c]\\: [@d]\\(e)",
		"&#32;a&#10;b&#9;c &amp;amp; &lt; \\&copy; a&#32;\n\\\nb",
		":::note[A \\] *b* &#32;]\na\n\n- b\n:::\n:::quote[&#32;c [@d]]\n> e\n\n1. f\n:::\n\n\\::: g\n",
		"::video[A \\] \"b\" &#32;]{url=\"https://a.org/?b=c&d\" still=e.jpg}\n",
		"Table\\: a\n\n|b|\n|-|\n\n- Table\\: c\n\n  d\n",
	}, clean...) {
		d := Parse(source)
		if len(d.Mistakes) > 1 { // body has one
			t.Errorf("%q: %v", source, d.Mistakes)
		}
		again(t, source, d)
	}
}

func FuzzMarkdown(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, source string) {
		if strings.ContainsAny(source, "\r\x00") {
			return
		}
		if d := Parse(source); len(d.Mistakes) == 0 && !inexact(d.Whole.Nodes) {
			again(t, source, d)
		}
	})
}

// pieces of Markdown, which are put together at random.
var bits = []string{
	"a", "b", " ", " ", "\n", "\n\n", "*", "**", "_", "__", "~~", "`", "``", "- ", "  - ", "* ", "+ ", "1. ", "2) ", "> ", "# ", "## ", "\n## A {#x}\n", "    ",
	"[c](/d)", "[", "]", "(", ")", "<", ">", "<https://e.org/>", "![f](/g.png \"h\")", "[@i]", "[@j; @k/l]", "[^m]", "\n\n[^m]: ", "\n\n[n]: /o\n\n", "[n]",
	"\\", "&", ";", "&amp;", "&#32;", "&#10;", "&eacute;", "&nbsp;", "\"", "'", "-", "--", "...", ".", "!", ":", "::", "|", "\n| p | q |\n|---|--:|\n| r | s |\n",
	"\nTable: ", "```\n", "\n~~~ t\nu\n~~~\n", "[ ] ", "[x] ", "é", "\t", "===", "---\n", "1", "#", "{", "}", "=", "~", "^", "@", "\n\n::ranking\n\n", "\n:::note[v]\n", "\n:::quote[w [@x]]\n", "\n:::\n", "  \n", "\\\n",
}

func TestMarkdownReadsBackAtRandom(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 1, 24).Draw(r, "bits"), "")
		d := Parse(source)
		if len(d.Mistakes) > 0 || inexact(d.Whole.Nodes) {
			return
		}
		printed := Markdown(d.Whole, Options{Attributes: true})
		if diff := cmp.Diff(d.Whole, Parse(printed).Whole); diff != "" {
			r.Fatalf("%q\nis printed as\n%q\nwhich reads as something else: %s", source, printed, diff)
		}
	})
}
