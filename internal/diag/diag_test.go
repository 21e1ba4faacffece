package diag

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var (
	testError   = Define(Error, "test-error", "An error that only tests report.")
	testWarning = Define(Warning, "test-warning", "A warning that only tests report.")
	testAdvice  = Define(Advice, "test-advice", "Advice that only tests give.")
)

func TestSortOrdersAndRemovesRepeats(t *testing.T) {
	at := func(file string, line, column int) Span { return Span{File: file, Line: line, Column: column} }
	var l List
	l.Add(testWarning, at("b.md", 1, 1), "m", "")
	l.Add(testError, at("a.md", 10, 1), "m", "")
	l.Add(testError, at("a.md", 9, 2), "m", "")
	l.Add(testError, at("a.md", 9, 1), "n", "")
	l.Add(testError, at("a.md", 9, 1), "m", "")
	l.Add(testError, at("a.md", 9, 1), "m", "")
	l.Sort()
	var got []string
	for _, p := range l {
		got = append(got, place(p.Span)+" "+p.Message)
	}
	want := []string{"a.md:9:1 m", "a.md:9:1 n", "a.md:9:2 m", "a.md:10:1 m", "b.md:1:1 m"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFails(t *testing.T) {
	list := func(rules ...*Rule) List {
		var l List
		for _, r := range rules {
			l.Add(r, Span{File: "a"}, "m", "")
		}
		return l
	}
	for _, tt := range []struct {
		name          string
		list          List
		plain, strict bool
	}{
		{"empty", nil, false, false},
		{"advice", list(testAdvice), false, false},
		{"warning", list(testWarning), false, true},
		{"error", list(testAdvice, testError), true, true},
	} {
		if got := tt.list.Fails(false); got != tt.plain {
			t.Errorf("%s: Fails(false) = %v", tt.name, got)
		}
		if got := tt.list.Fails(true); got != tt.strict {
			t.Errorf("%s: Fails(true) = %v", tt.name, got)
		}
	}
}

func TestDefineRefuses(t *testing.T) {
	for _, name := range []string{"test-error", "Not-Kebab", "", "trailing-"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("Define(%q) did not panic", name)
				}
			}()
			Define(Error, name, "A meaning.")
		}()
	}
	defer func() {
		if recover() == nil {
			t.Error("a meaning that is no sentence did not panic")
		}
	}()
	Define(Error, "test-meaning", "a meaning")
}

func TestWriteText(t *testing.T) {
	for _, tt := range []struct {
		name string
		span Span
		want string
	}{
		{"caret", Span{"a.md", 9, 22, 2, `security = { score = 11, why = "..." }`}, `
a.md:9:22: error: what is wrong (test-error)
   9 | security = { score = 11, why = "..." }
     |                      ^^
     = help: what to do
`},
		{"tabs stay tabs", Span{"a.md", 9, 3, 1, "\t\tx"}, "\na.md:9:3: error: what is wrong (test-error)\n   9 | \t\tx\n     | \t\t^\n     = help: what to do\n"},
		{"wide characters", Span{"a.md", 12345, 3, 2, "漢é字x"}, `
a.md:12345:3: error: what is wrong (test-error)
12345 | 漢é字x
      |    ^^^
      = help: what to do
`},
		{"no line", Span{File: "content"}, `
content: error: what is wrong (test-error)
     = help: what to do
`},
		{"beyond the end", Span{"a.md", 1, 4, 1, "ab"}, `
a.md:1:4: error: what is wrong (test-error)
   1 | ab
     |    ^
     = help: what to do
`},
		{"terminal controls", Span{"a.md", 1, 1, 1, "\x1b[31mred"}, `
a.md:1:1: error: what is wrong (test-error)
   1 | �[31mred
     | ^
     = help: what to do
`},
	} {
		var l List
		l.Add(testError, tt.span, "what is wrong", "what to do")
		var b strings.Builder
		if err := WriteText(&b, l, false); err != nil {
			t.Fatal(err)
		}
		if got := "\n" + b.String(); got != tt.want {
			t.Errorf("%s:%s\nwant:%s", tt.name, got, tt.want)
		}
	}
}

func TestWriteTextCutsLongLines(t *testing.T) {
	var l List
	l.Add(testError, Span{"a.md", 1, 500, 1, strings.Repeat("a", 499) + "X" + strings.Repeat("b", 500)}, "m", "")
	var b strings.Builder
	if err := WriteText(&b, l, false); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	line, caret := []rune(lines[1]), []rune(lines[2])
	if len(line) > maxShown+20 {
		t.Errorf("the line is still %d code points long", len(line))
	}
	if at := slices.Index(caret, '^'); at < 0 || line[at] != 'X' {
		t.Errorf("the caret does not stand under the X:\n%s\n%s", lines[1], lines[2])
	}
}

func TestWriteTextInColourSaysTheSame(t *testing.T) {
	var l List
	l.Add(testWarning, Span{"a.md", 1, 1, 1, "x"}, "m", "h")
	var plain, colour strings.Builder
	if err := WriteText(&plain, l, false); err != nil {
		t.Fatal(err)
	}
	if err := WriteText(&colour, l, true); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") {
		t.Error("plain text has escape sequences")
	}
	stripped := colour.String()
	for _, seq := range []string{"\x1b[1m", "\x1b[2m", "\x1b[0m", "\x1b[1;33m"} {
		stripped = strings.ReplaceAll(stripped, seq, "")
	}
	if stripped != plain.String() {
		t.Errorf("got %q, want %q", stripped, plain.String())
	}
}

func TestMachineForms(t *testing.T) {
	var l List
	l.Add(testWarning, Span{"a,b.md", 2, 3, 4, "text"}, "50% of <x>", "one: two")
	var j, g strings.Builder
	if err := WriteJSON(&j, l); err != nil {
		t.Fatal(err)
	}
	want := `[
  {
    "file": "a,b.md",
    "line": 2,
    "column": 3,
    "width": 4,
    "severity": "warning",
    "rule": "test-warning",
    "message": "50% of <x>",
    "hint": "one: two",
    "source": "text"
  }
]
`
	if j.String() != want {
		t.Errorf("JSON:\n%s\nwant:\n%s", j.String(), want)
	}
	if err := WriteGitHub(&g, l); err != nil {
		t.Fatal(err)
	}
	if want := "::warning file=a%2Cb.md,line=2,col=3,title=test-warning::50%25 of <x>%0Aone: two\n"; g.String() != want {
		t.Errorf("GitHub: %q, want %q", g.String(), want)
	}
	var empty strings.Builder
	if err := WriteJSON(&empty, nil); err != nil || empty.String() != "[]\n" {
		t.Errorf("an empty list is %q, %v", empty.String(), err)
	}
}

func TestQuote(t *testing.T) {
	tree := fstest.MapFS{"a.md": {Data: []byte("\ufeffone\r\ntwo\r\n")}}
	var l List
	l.Add(testError, Span{File: "a.md", Line: 1}, "m", "")
	l.Add(testError, Span{File: "a.md", Line: 2, Text: "kept"}, "m", "")
	l.Add(testError, Span{File: "a.md", Line: 9}, "m", "")
	l.Add(testError, Span{File: "none.md", Line: 1}, "m", "")
	l.Add(testError, Span{File: "a.md"}, "m", "")
	l.Quote(tree)
	for i, want := range []string{"one", "kept", "", "", ""} {
		if l[i].Span.Text != want {
			t.Errorf("finding %d quotes %q, want %q", i, l[i].Span.Text, want)
		}
	}
}

func TestEscaped(t *testing.T) {
	for s, want := range map[string]string{
		"content/a b.md":         "content/a b.md",
		"über\u00a0größe":        "über\u00a0größe",
		"a\nb\tc\r":              `a\nb\tc\r`,
		"\x1b]0;title\a":         `\x1b]0;title\a`,
		"\u009b31m":              `\u009b31m`,
		"a\u202eb":               `a\u202eb`,
		"a\u2028b":               `a\u2028b`,
		"a\U000e0041b":           `a\U000e0041b`,
		"a\xffb":                 `a\xffb`,
		"\ufffd":                 "\ufffd",
		"a\\nb 'c' \"d\" \u200b": `a\nb 'c' "d" \u200b`,
	} {
		if got := Escaped(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

// TestForeignNames: the name of a file that somebody else chose does nothing in
// any form that problems are shown in.
func TestForeignNames(t *testing.T) {
	var l List
	l.Add(testError, Span{File: "static/\x1b[2J\n::error::x\u202e.md"}, "nothing reads `\x1b[2J\n::error::x\u202e`", "rename \x1b[2J\n::error::x")
	var text, github, j strings.Builder
	if err := errors.Join(WriteText(&text, l, false), WriteGitHub(&github, l), WriteJSON(&j, l)); err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]string{"text": text.String(), "github": github.String()} {
		if strings.ContainsAny(got, "\x1b\u202e") || strings.Contains(got, "\n::error::") {
			t.Errorf("%s: %q", name, got)
		}
		if !strings.Contains(got, `\x1b[2J\n`) {
			t.Errorf("%s does not name the file: %q", name, got)
		}
	}
	var back []record
	if err := json.Unmarshal([]byte(j.String()), &back); err != nil || back[0].File != l[0].Span.File || strings.ContainsAny(back[0].Message+back[0].Hint, "\x1b\n\u202e") {
		t.Errorf("json: %v %+v", err, back)
	}
}
