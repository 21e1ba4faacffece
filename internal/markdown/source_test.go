package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// again prints prose as its author could have written it and reads that.
func again(t *testing.T, source string, d *Document) {
	t.Helper()
	printed := d.Whole.Markdown(Options{Attributes: true})
	second := Parse(printed)
	if diff := cmp.Diff(d.Whole, second.Whole); diff != "" {
		t.Errorf("%q\nis printed as\n%s\n%q\nwhich reads as something else: %s%v", source, printed, printed, diff, second.Mistakes)
	}
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
		if d := Parse(source); len(d.Mistakes) == 0 {
			again(t, source, d)
		}
	})
}
