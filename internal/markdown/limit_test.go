package markdown

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// beyond are sources that are over one limit each, with the place at which it
// is passed. What follows is what makes goldmark slow.
var beyond = []struct {
	name, message, source string
	start                 int
}{
	{"size", "longer than 128 KiB", strings.Repeat("word \n", 128<<10/6+1), 128 << 10},
	{"lines", "more than 8000 lines", strings.Repeat("\n", 8000) + "a", 8000},
	{"width", "a line is longer than 8 KiB", "a\n" + strings.Repeat("a", 8<<10+1), 2},
	{"dashes", "more than 12 marks of lists", strings.Repeat("- ", 1000), 24},
	{"quotes", "more than 12 marks of lists", strings.Repeat(">", 100), 12},
	{"mixed", "more than 12 marks of lists", "a\n\n" + strings.Repeat("> 1. * ", 100), 3 + 4*7},
	{"tabs", "more than 12 marks of lists", strings.Repeat("+\t", 12) + "+", 24},
	{"nested notes", "more than 12 marks of lists", strings.Repeat("[^1]:", 100), 60},
	{"depth", "more than 64 columns in", "- a\n" + strings.Repeat("  ", 33) + "- b", 70},
	{"emphasis", "more than 1000 marks", strings.Repeat("*a_", 1000), 3 * 500},
	{"brackets", "more than 1000 marks", strings.Repeat("a\n", 9) + strings.Repeat("[", 2000), 18 + 1000},
	{"images", "more than 1000 marks", strings.Repeat("![", 2000), 2001},
	{"angles", "more than 1000 marks", strings.Repeat("<", 2000), 1000},
	{"backticks", "more than 1000 marks", strings.Repeat("` ``", 2000), 1334},
	{"apostrophes", "more than 1000 marks", strings.Repeat("'", 2000), 1001},
	{"marks over lines", "more than 1000 marks", strings.Repeat("**a\n", 600), 2000},
	{"definitions", "more than 100 definitions", numbered("[%03d]: /a\n", 200), 1000},
	{"definitions in a quote", "more than 100 definitions", numbered("> [%03d]: /a\n", 200), 1200},
	{"columns", "more than 64 columns", "|" + strings.Repeat("a|", 100) + "\n|" + strings.Repeat("-|", 100), 202},
	{"cells", "more than 5000 cells", "|" + strings.Repeat("a|", 49) + "\n|" + strings.Repeat("-|", 49) + "\n" + strings.Repeat("a\n", 1000), 200 + 2*96},
	{"cells of many tables", "more than 5000 cells", strings.Repeat("> a|b\n> -|-\n\n", 2000), 13*1250 + 6},
	{"footnotes", "more than 200 marks of footnotes", strings.Repeat("a [^1]\n\n", 300), 8*200 + 2},
	{"long definitions", "more than 256 KiB of addresses", "[a]: /" + strings.Repeat("b", 4000) + "\n\n" + strings.Repeat("[a]\n\n", 1000), 4008 + 65*5},
}

func TestLimits(t *testing.T) {
	for _, c := range beyond {
		d := Parse(c.source)
		if len(d.Mistakes) != 1 || d.Mistakes[0].Rule != ruleMarkdownLimit {
			t.Errorf("%s: %d mistakes, %+.300v", c.name, len(d.Mistakes), d.Mistakes)
			continue
		}
		m := d.Mistakes[0]
		if m.Start != c.start || m.End <= m.Start || m.End > len(c.source) || !strings.Contains(m.Message, c.message) {
			t.Errorf("%s: %+v, want %q at %d", c.name, m, c.message, c.start)
		}
		if len(d.Parts) > 0 || !d.Whole.Empty() {
			t.Errorf("%s: the document was parsed all the same", c.name)
		}
	}
	for _, source := range []string{strings.Repeat("a", 8<<10+1), strings.Repeat("*a ", 501)} {
		if l := ParseLine(source); len(l.Mistakes) != 1 || l.Mistakes[0].Rule != ruleMarkdownLimit || Text(l.Prose) != "" {
			t.Errorf("a line of %d bytes: %+v", len(source), l.Mistakes)
		}
	}
}

// accepted are the slowest sources that we know of within the limits, found by
// measuring some ninety patterns, each as one paragraph, as many, and nested;
// most is the size up to which those that repeat themselves are filled.
func accepted(most int) []struct{ name, source string } {
	fill := func(paragraph string) string {
		n := min(most/(len(paragraph)+2), bodyLimits.lines/(strings.Count(paragraph, "\n")+2))
		return strings.Repeat(paragraph+"\n\n", n)
	}
	marks := func(unit string, marks int) string { return fill(strings.Repeat(unit, bodyLimits.marks/marks)) }
	var deep strings.Builder
	for i := range 33 {
		deep.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return []struct{ name, source string }{
		{"open brackets", marks("[", 1)},
		{"open images", marks("![", 1)},
		{"open addresses", marks("[a](", 2)},
		{"links", marks("[a](b)", 2)},
		{"links in links", marks("[[a](b)](c)", 4)},
		{"emphasis in links", marks("[*a](b)", 3)},
		{"emphasis", marks("*a_", 2)},
		{"emphasis of two kinds", marks("_*", 2)},
		{"images", marks("![](b)", 2)},
		{"references", marks("[a][b]", 4)},
		{"citations that are open", marks("[@", 1)},
		{"attributes", marks("<a b='x", 1)},
		{"definitions", "a\n\n" + fill(numbered("[%d]: b '\n", bodyLimits.refs))},
		{"cells", "|" + strings.Repeat("a|", 62) + "\n|" + strings.Repeat("-|", 62) + "\n" + strings.Repeat("`\\|`|\n", 76)},
		{"lists on a line", strings.Repeat("- - - - - - - - - - - - a\n", most/26)},
		{"blank lines deep down", deep.String() + strings.Repeat("\n", 7900)},
		{"emphasis deep down", deep.String() + strings.Repeat(strings.Repeat(" ", 64)+"*a_*a_*a_\n\n", 1500)},
		{"headings", strings.Repeat("### a\n", 8000)},
		{"underlined headings", strings.Repeat("a\n-\n", 3999)},
	}
}

// A limit must not be what makes the benchmark below fast.
func TestAccepted(t *testing.T) {
	for _, c := range accepted(16 << 10) {
		d := Parse(c.source)
		for _, m := range d.Mistakes {
			if m.Rule == ruleMarkdownLimit {
				t.Errorf("%s: %+v", c.name, m)
			}
		}
		if len(d.Parts) == 0 {
			t.Errorf("%s: nothing was parsed", c.name)
		}
	}
}

func BenchmarkWorst(b *testing.B) {
	for _, c := range accepted(bodyLimits.size) {
		b.Run(strings.ReplaceAll(c.name, " ", "-"), func(b *testing.B) {
			b.SetBytes(int64(len(c.source)))
			b.ReportAllocs()
			for b.Loop() {
				d := Parse(c.source)
				if err := HTML(io.Discard, d.Whole, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// typical is a guide's body of some 12 KB.
func typical() string {
	var b strings.Builder
	b.WriteString(strings.TrimSuffix(body, "## Conclusion\n\n::sources\n"))
	for i := 0; b.Len() < 12_000; i++ {
		fmt.Fprintf(&b, "### Question %d about cover and capacity?\n\nAn answer of *some* length, with “figures”, a [link](/guides/a/) and a source [@a; @b/c-%d]. It's what a reader wants to know -- and no more.\n\n- One\n- Two `code`\n\n", i, i)
	}
	b.WriteString("| a | b |\n|---|---|\n| c [@d] | e[^1] |\n\n[^1]: Note.\n\n::sources\n")
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	source := typical()
	if m := Parse(source).Mistakes; len(m) > 0 {
		b.Fatal(m)
	}
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(source)
	}
}

func BenchmarkHTML(b *testing.B) {
	d := Parse(typical())
	b.ReportAllocs()
	for b.Loop() {
		if err := HTML(io.Discard, d.Whole, Options{Cite: cite}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLine(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l := ParseLine("Annualised basis points; see the *price list* [@prices].")
		if err := HTML(io.Discard, l.Prose, Options{Cite: cite}); err != nil {
			b.Fatal(err)
		}
	}
}
