package front

import (
	"slices"
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	const hint = "begin the file with a line +++, the front matter in TOML, and a line +++"
	for _, c := range []struct {
		name, file string
		keys       string // of the root; "-" if there is no tree
		body       string
		bodyLine   int
		want       []string
	}{
		{"plain", "+++\na = 1\n+++\nbody\n", "a", "body\n", 4, nil},
		{"a byte order mark, CRLF and blanks behind the fences", "\ufeff+++ \t\r\na = 1\r\n+++  \r\n\r\nbody\r\n", "a", "\nbody\n", 4, nil},
		{"no body, no last line end", "+++\n+++", "", "", 3, nil},
		{"a later fence belongs to the body", "+++\n+++\na\n+++\n", "", "a\n+++\n", 3, nil},
		{"an empty file", "", "-", "", 0, []string{"0:0+0 front-matter-fence: the file is empty (" + hint + ")"}},
		{"a blank file", "\n \n", "-", "", 0, []string{"0:0+0 front-matter-fence: the file is empty (" + hint + ")"}},
		{"no front matter", "# Title\n\ntext\n", "-", "# Title\n\ntext\n", 1, []string{
			"1:1+7 front-matter-fence: the file has no front matter (" + hint + ")"}},
		{"no front matter, fence in the text", "Title\n+++\n", "-", "Title\n+++\n", 1, []string{
			"1:1+5 front-matter-fence: the file has no front matter (" + hint + ")"}},
		{"no opening fence", "a = 1\nb = 2\n+++\nbody", "ab", "body", 4, []string{
			"1:1+5 front-matter-fence: no +++ before the front matter (the first line of the file is +++)"}},
		{"a blank line first", "\n\n+++\na = 1\n+++\nbody", "a", "body", 6, []string{
			"1:1+1 front-matter-fence: a blank line before the opening +++ (delete it: the fence is the first line of the file)"}},
		{"indented", "  +++\na = 1\n +++\nbody", "a", "body", 4, []string{
			"1:3+3 front-matter-fence: the opening +++ is indented (move it to the start of the line)",
			"3:2+3 front-matter-fence: the closing +++ is indented (move it to the start of the line)"}},
		{"four and two", "++++\na = 1\n++\nbody", "a", "body", 4, []string{
			"1:1+4 front-matter-fence: `++++` does not open the front matter (open it with a line of exactly three plus signs: +++)",
			"3:1+2 front-matter-fence: `++` does not close the front matter (close it with a line of exactly three plus signs: +++)"}},
		{"more on the line", "+++ toml\na = 1\n+++ # end\nbody", "a", "body", 4, []string{
			"1:1+8 front-matter-fence: `+++ toml` does not open the front matter (open it with a line of exactly three plus signs: +++)",
			"3:1+9 front-matter-fence: `+++ # end` does not close the front matter (close it with a line of exactly three plus signs: +++)"}},
		{"not closed", "+++\na = oops\n\nbody\n", "-", "", 0, []string{
			"1:1+3 front-matter-fence: the front matter is not closed (put a line +++ between it and the text)"}},
		{"closed by dashes", "+++\na = oops\n---\nbody\n", "-", "body\n", 4, []string{
			"3:1+3 front-matter-fence: `---` does not close the front matter (close it with a line of exactly three plus signs: +++)"}},
		{"YAML", "---\ntitle: x\n---\nbody\n", "-", "body\n", 4, []string{
			"1:1+3 front-matter-fence: the front matter is fenced as YAML (front matter is TOML between two lines +++)"}},
		{"YAML, not closed", "--- \ntitle: x\n", "-", "", 0, []string{
			"1:1+3 front-matter-fence: the front matter is fenced as YAML (front matter is TOML between two lines +++)"}},
		{"mistakes of TOML leave the body", "+++\r\n\ta = oops\r\nb = [1\r\n+++\r\nbody", "-", "body", 5, []string{
			"2:6+4 toml-syntax: `oops` is not a value (text stands in quotes: \"...\")",
			"3:5+1 toml-syntax: the list is not closed (close it with ])"}},
		{"a repeated key leaves the tree", "+++\na = 1\na = 2\n+++\n", "a", "", 5, []string{
			"3:1+1 duplicate-key: key `a` is given twice (the first is on line 2)"}},
		{"invalid UTF-8", "+++\na = \"é\xff\xfe\"\n+++\nbo\xc3dy", "-", "", 0, []string{
			"2:7+2 encoding: byte 0xff is not UTF-8 (save the file as UTF-8)",
			"4:3+1 encoding: byte 0xc3 is not UTF-8 (save the file as UTF-8)"}},
		{"characters that cannot be seen", "+++\n+++\nx\x00\x00\ty\n\u202e\u2066\u200f\u061c a\rb \x7f\u0085\nc\ufeff\r\n", "-", "", 0, []string{
			"3:2+2 encoding: control character U+0000 (delete it)",
			"4:1+4 encoding: bidirectional control U+202E (delete it: it can make a text read as something it is not)",
			"4:7+1 encoding: a carriage return without a line feed (end lines with LF or CRLF)",
			"4:10+2 encoding: control character U+007F (delete it)",
			"5:2+1 encoding: a byte order mark inside the text (delete it: it is invisible, and has no meaning here)"}},
		{"two byte order marks", "\ufeff\ufeff+++\n+++\n", "-", "", 0, []string{
			"1:1+1 encoding: a byte order mark inside the text (delete it: it is invisible, and has no meaning here)"}},
		{"UTF-16", "\xff\xfe+\x00+\x00+\x00\n\x00", "-", "", 0, []string{
			"0:0+0 encoding: the file is UTF-16 (save it as UTF-8)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, problems := Markdown("f.md", []byte(c.file))
			checkSpans(t, f, problems)
			if got := lines(problems); !slices.Equal(got, c.want) {
				t.Errorf("got %s\nwant %s", strings.Join(got, "\n    "), strings.Join(c.want, "\n     "))
			}
			keys := "-"
			if f.Root != nil {
				keys = ""
				for _, k := range f.Root.Keys {
					keys += k.Name
				}
			}
			if keys != c.keys || f.Body != c.body || f.BodyLine != c.bodyLine {
				t.Errorf("got keys %q, body %q on line %d", keys, f.Body, f.BodyLine)
			}
		})
	}
}

func TestEncodingShowsItsLine(t *testing.T) {
	_, problems := Markdown("f.md", []byte("+++\r\na = 'é\xff\xfe'\r\n+++\r\n"))
	if got := problems[0].Span.Text; got != "a = 'é\ufffd\ufffd'" {
		t.Errorf("%q", got)
	}
	_, problems = Markdown("f.md", []byte(strings.Repeat("\x01 ", 1000)))
	if len(problems) != maxEncoding {
		t.Errorf("%d problems", len(problems))
	}
}

func TestBodySpan(t *testing.T) {
	f, problems := Markdown("f.md", []byte("\ufeff+++\r\n+++\r\n\té漢😀 [@x]\r\n"+strings.Repeat("é", 1000)+"[@y]\r\n"))
	if problems != nil {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		find  string
		width int
		want  string
	}{
		{"\t", 1, "3:1+1"}, {"[@x]", 4, "3:6+4"}, {"[@x]", 9, "3:6+4"}, {"[@y]", 4, "4:1001+4"}, {"漢", 1, "3:3+1"},
	} {
		s := f.BodySpan(strings.Index(f.Body, c.find), c.width)
		if place(s) != c.want || s.Text != f.Line(s.Line) || s.File != "f.md" {
			t.Errorf("%s at %s, want %s", c.find, place(s), c.want)
		}
	}
	if got := place(f.BodySpan(len(f.Body)+5, 3)); got != "5:1+1" {
		t.Errorf("beyond the end: %s", got)
	}
	for n, want := range map[int]string{0: "", 1: "+++", 3: "\té漢😀 [@x]", 5: "", 6: "", -1: ""} {
		if got := f.Line(n); got != want {
			t.Errorf("line %d is %q", n, got)
		}
	}
	refused, _ := Markdown("f.md", make([]byte, MaxFile+1))
	if got := refused.BodySpan(0, 1); refused.Line(1) != "" || got.File != "f.md" || got.Line != 0 {
		t.Errorf("a refused file has a place: %v", got)
	}
}
