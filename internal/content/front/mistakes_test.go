package front

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shortlist/internal/diag"
)

// lines writes problems as the tables of the tests do.
func lines(problems diag.List) []string {
	problems.Sort()
	var out []string
	for _, p := range problems {
		out = append(out, fmt.Sprintf("%s %s: %s (%s)", place(p.Span), p.Rule.Name, p.Message, p.Hint))
	}
	return out
}

// refusal is what is said of a number or a date that the decoder refuses; the
// tree around it stands.
var refusal = regexp.MustCompile(`is not a (number|date|time)$`)

func TestMistakes(t *testing.T) {
	for _, m := range mistakes {
		f, problems := TOML("f.toml", []byte(m.toml), MaxFrontMatter)
		if got := lines(problems); !slices.Equal(got, m.want) {
			t.Errorf("%q:\n got %s\nwant %s", m.toml, strings.Join(got, "\n     "), strings.Join(m.want, "\n     "))
		}
		broken := slices.ContainsFunc(problems, func(p diag.Problem) bool {
			return p.Rule != DuplicateKey && p.Rule != Number && !refusal.MatchString(p.Message)
		})
		if (f.Root == nil) != broken {
			t.Errorf("%q: tree %v", m.toml, f.Root)
		}
	}
}

// A file in another language is not reported line by line to its end, and the
// count does not hide what is wrong in other ways.
func TestManyMistakes(t *testing.T) {
	_, problems := TOML("f.toml", []byte("a = 1\na = 2\n"+strings.Repeat("b: c\n", 100)), MaxFrontMatter)
	count := map[*diag.Rule]int{}
	for _, p := range problems {
		count[p.Rule]++
	}
	if count[Syntax] != maxSyntax || count[DuplicateKey] != 1 {
		t.Errorf("%d of syntax, %d of repeated keys", count[Syntax], count[DuplicateKey])
	}
}

// The decoder has the last word even where the scan saw nothing, once a number is
// written in an unusual way: no text is known for which that happens, so the scan is
// left out here.
func TestDecoderHasTheLastWord(t *testing.T) {
	var problems diag.List
	s := &scanner{text: newText("f.toml", "+++\na = 1_0\né = 1\n"), problems: &problems, numbers: []*Value{{Kind: Integer, Raw: "1_0"}}}
	s.judge("a = 1_0\né = 1\n", 4)
	if got := lines(problems); !s.broken || len(got) != 1 || !strings.HasPrefix(got[0], "3:1+1 toml-syntax: expected '.' or '='") {
		t.Error(got)
	}
}

var mistakes = []struct {
	toml string
	want []string // place rule: message (hint)
}{
	{"title = Best of", []string{
		"1:9+4 toml-syntax: `Best` is not a value (text stands in quotes: \"...\")",
	}},
	{"title = “Best”", []string{
		"1:9+6 toml-syntax: `“Best”` is not a value (use straight quotes: \"...\")",
	}},
	{"title = \"Best\ndescription = \"x\"", []string{
		`1:9+5 toml-syntax: the string is not closed on its line (end it with "; a string of several lines stands between """)`,
	}},
	{"title: Best", []string{
		"1:1+5 toml-syntax: no = after the key `title` (TOML has = between key and value, not :)",
	}},
	{"Best of the best", []string{
		"1:1+4 toml-syntax: no = after the key `Best` (write key = \"text\" or [table]; prose stands below the closing +++)",
	}},
	{"— prose", []string{
		"1:1+7 toml-syntax: `— prose` is neither a key with a value nor a table (write key = \"text\" or [table]; prose stands below the closing +++)",
	}},
	{"- a", []string{
		"1:1+1 toml-syntax: no = after the key `-` (a list is written key = [\"a\", \"b\"])",
	}},
	{"title =\nyear = 5", []string{
		`1:7+1 toml-syntax: a value is missing (text stands in quotes; an empty text is "")`,
	}},
	{"= 5", []string{
		"1:1+1 toml-syntax: a key is missing before `=` (name the key; an empty one is written \"\")",
	}},
	{"a. = 5", []string{
		"1:4+1 toml-syntax: a key is missing before `=` (name the key; an empty one is written \"\")",
	}},
	{".a = 5", []string{
		"1:1+1 toml-syntax: a key is missing before `.` (name the key; an empty one is written \"\")",
	}},
	{"best provider = 5", []string{
		"1:1+4 toml-syntax: no = after the key `best` (a key of more than letters, digits, - and _ stands in quotes)",
	}},
	{"bést = 5", []string{
		"1:1+1 toml-syntax: no = after the key `b` (a key of more than letters, digits, - and _ stands in quotes)",
	}},
	{"a = 5,", []string{
		"1:6+1 toml-syntax: unexpected `,` after the value (delete the comma: it stands only between the values of a list or an inline table)",
	}},
	{"a = 8,5", []string{
		"1:6+2 toml-syntax: unexpected `,5` after the value (a decimal point is a point, as in 8.5)",
	}},
	{"s = { score = 8,5 }", []string{
		"1:17+1 toml-syntax: no = after the key `5` (a decimal point is a point, as in 8.5; a comma ends the value)",
	}},
	{`a = "he said "hi" to"`, []string{
		"1:15+7 toml-syntax: unexpected `hi\" to\"` after the value (a quote inside a string is written \\\")",
	}},
	{`a = ["he said "hi" to"]`, []string{
		"1:16+3 toml-syntax: no comma before `hi\"` (a quote inside a string is written \\\")",
	}},
	{"a = 'it's'", []string{
		"1:9+2 toml-syntax: unexpected `s'` after the value (a string with an apostrophe in it stands in double quotes)",
	}},
	{"[scores\na = 1", []string{
		"1:8+1 toml-syntax: the header is not closed (write [scores])",
	}},
	{"[[scores]\na = 1", []string{
		"1:9+1 toml-syntax: the header is not closed (write [[scores]])",
	}},
	{"[scores]]", []string{
		"1:9+1 toml-syntax: unexpected `]` after the header (a header stands on a line of its own)",
	}},
	{"[]", []string{
		"1:2+1 toml-syntax: a key is missing before `]` (name the key; an empty one is written \"\")",
	}},
	{"[a b]", []string{
		"1:4+1 toml-syntax: the header is not closed (a name of more than letters, digits, - and _ stands in quotes)",
	}},
	{"[a.", []string{
		"1:3+1 toml-syntax: a key is missing (name the key before the ])",
	}},
	{"authors = [\"a\", \"b\"\npublished = \"2025-09\"\n[scores]\na = 1", []string{
		"1:11+1 toml-syntax: the list is not closed (close it with ] before line 2)",
	}},
	{"a = [ { b = [\n[c]\nd = oops", []string{
		"1:13+1 toml-syntax: the list is not closed (close it with ] before line 2)",
		"3:5+4 toml-syntax: `oops` is not a value (text stands in quotes: \"...\")",
	}},
	{`authors = ["a" "b"]`, []string{
		"1:16+3 toml-syntax: no comma before `\"b\"` (put a comma or ] behind the value)",
	}},
	{"authors = [\n  \"a\"\n  \"b\",\n]\nx = oops", []string{
		"3:3+3 toml-syntax: no comma before `\"b\"` (put a comma or ] behind the value)",
		"5:5+4 toml-syntax: `oops` is not a value (text stands in quotes: \"...\")",
	}},
	{`authors = ["a",, "b"]`, []string{
		"1:16+1 toml-syntax: a comma without a value before it (delete the comma, or put a value before it)",
	}},
	{`authors = ["a", }`, []string{
		"1:17+1 toml-syntax: a value is missing before `}` (text stands in quotes; an empty text is \"\")",
	}},
	{"authors = [1}", []string{
		"1:13+1 toml-syntax: `}` where `]` was expected (what line 1 opens is closed by ])",
	}},
	{"x = { a = 1\ny = 2", []string{
		"2:1+1 toml-syntax: no comma before `y` (put a comma or } behind the value)",
	}},
	{"x = { a = 1, , b = 2 }", []string{
		"1:14+1 toml-syntax: a comma without a key before it (delete the comma, or put a key and a value before it)",
	}},
	{"x = { a }", []string{
		"1:7+1 toml-syntax: no = after the key `a` (write a = and a value)",
	}},
	{"x = { = 1 }", []string{
		"1:7+1 toml-syntax: a key is missing before `=` (name the key; an empty one is written \"\")",
	}},
	{"x = { é = 1 }", []string{
		"1:7+1 toml-syntax: `é` cannot stand in a key (a key of more than letters, digits, - and _ stands in quotes)",
	}},
	{"x = [1, 2", []string{
		"1:5+1 toml-syntax: the list is not closed (close it with ])",
	}},
	{"x = {\n  a = 1,", []string{
		"1:5+1 toml-syntax: the inline table is not closed (close it with })",
	}},
	{"x = \"\"\"abc\ndef", []string{
		`1:5+3 toml-syntax: the string that begins here is not closed (end it with """)`,
	}},
	{"y = '''", []string{
		"1:5+3 toml-syntax: the string that begins here is not closed (end it with ''')",
	}},
	{`x = "C:\Users\x"`, []string{
		"1:8+2 toml-syntax: `\\U` is not an escape (a backslash is written \\\\, or the string in single quotes)",
		"1:14+2 toml-syntax: `\\x` is not an escape (a backslash is written \\\\, or the string in single quotes)",
	}},
	{`x = "\ud800 \U00110000 \u12"`, []string{
		"1:6+6 toml-syntax: `\\ud800` is not a character (an escape names a character of Unicode, no half of one)",
		"1:13+10 toml-syntax: `\\U00110000` is not a character (an escape names a character of Unicode, no half of one)",
		"1:24+4 toml-syntax: `\\u12` is not an escape (\\u is followed by 4 hexadecimal digits)",
	}},
	{`x = "a\`, []string{
		"1:7+1 toml-syntax: `\\` is not an escape (a backslash is written \\\\, or the string in single quotes)",
	}},
	{`x = """a""""""`, []string{
		"1:9+6 toml-syntax: too many quotes at the end of a string (at most two quotes stand before the closing three)",
	}},
	{"x = 2025-09\ny = 2025-02-30\nz = 25:00", []string{
		"1:5+7 toml-syntax: `2025-09` is not a date (a month stands in quotes: \"2025-09\")",
		"2:5+10 toml-syntax: `2025-02-30` is not a date (a date is written 2025-09-12)",
		"3:5+5 toml-syntax: `25:00` is not a time (a time is written 07:30)",
	}},
	{"x = 01\ny = 5.\nz = .5\nu = 1__0\nv = 10%\nw = $5", []string{
		"1:5+2 toml-syntax: `01` is not a number (a number does not begin with 0: write it without, or in quotes)",
		"2:5+2 toml-syntax: `5.` is not a number (write a digit behind the point, as in 5.0, or no point)",
		"3:5+2 toml-syntax: `.5` is not a number (write a digit before the point, as in 0.5)",
		"4:5+4 toml-syntax: `1__0` is not a number (an underscore stands only between two digits)",
		"5:5+3 toml-syntax: `10%` is not a number (a number is written 12.5, without a unit; text stands in quotes)",
		"6:5+2 toml-syntax: `$5` is not a value (text stands in quotes: \"...\")",
	}},
	{"x = 99999999999999999999\ny = 1e999\nz = nan\nw = [inf, -inf]", []string{
		"1:5+20 toml-number: `99999999999999999999` is too large a number (a whole number has at most 18 digits)",
		"2:5+5 toml-number: `1e999` is too large a number (give a figure of a sensible size)",
		"3:5+3 toml-number: `nan` is not a number to compute with (give the figure, or leave the key out)",
		"4:6+3 toml-number: `inf` is not a number to compute with (give the figure, or leave the key out)",
		"4:11+4 toml-number: `-inf` is not a number to compute with (give the figure, or leave the key out)",
	}},
	{"x = null\ny = yes\nz = True", []string{
		"1:5+4 toml-syntax: `null` is not a value (TOML has no empty value: leave the key out)",
		"2:5+3 toml-syntax: `yes` is not a value (write true or false)",
		"3:5+4 toml-syntax: `True` is not a value (write true or false)",
	}},
	{"\té = 1\n\tx = 1\n\tx = 2", []string{
		"1:2+1 toml-syntax: `é` cannot stand in a key (a key of more than letters, digits, - and _ stands in quotes)",
		"3:2+1 duplicate-key: key `x` is given twice (the first is on line 2)",
	}},
	{"[a]\nx = 1\n[b]\n[a]\nx = 2\ny = 3", []string{
		"4:2+1 duplicate-key: table `a` is given twice (the first is on line 1: put the keys of both there)",
	}},
	{"a = 1\na.b = 2\n[a]", []string{
		"2:1+1 duplicate-key: `a` is a whole number already (it has its value on line 1, and nothing can be added to it)",
		"3:2+1 duplicate-key: `a` is a whole number already (it has its value on line 1, and nothing can be added to it)",
	}},
	{"a = { x = 1 }\na.y = 2\n[a.z]", []string{
		"2:1+1 duplicate-key: `a` is a table already (it is on line 1: add the key there)",
		"3:2+1 duplicate-key: `a` is a table already (it is on line 1: add the key there)",
	}},
	{"[[a]]\n[a]\nx = 1", []string{
		"2:2+1 duplicate-key: `a` is a list of tables already (the first is on line 1: write [[a]] for another)",
	}},
	{"[a]\n[[a]]", []string{
		"2:3+1 duplicate-key: table `a` is given twice (the first is on line 1: write [[a]] there too for a list of tables)",
	}},
	{"a = [1]\n[[a]]\nx = 1", []string{
		"2:3+1 duplicate-key: `a` is a list already (it has its value on line 1, and nothing can be added to it)",
	}},
	{"a.b = 1\n[a]", []string{
		"2:2+1 duplicate-key: table `a` is given twice (the first is on line 1: put the keys of both there)",
	}},
	{"[a.b.c]\n[a]\nb.c.x = 1", []string{
		"3:3+1 duplicate-key: `c` is a table already (it is on line 1: add the key there)",
	}},
	{"[[a]]\nx = 1\n[[a]]\nx = 1\nx = 2", []string{
		"5:1+1 duplicate-key: key `a.x` is given twice (the first is on line 4)",
	}},
	{"x = { a = 1, a = 2 }", []string{
		"1:14+1 duplicate-key: key `x.a` is given twice (the first is on line 1)",
	}},
	{"a.b = 1\na.b.c = 2", []string{
		"2:3+1 duplicate-key: `b` is a whole number already (it has its value on line 1, and nothing can be added to it)",
	}},
	{"x = [[[[[[[[[1]]]]]]]]]\ny = oops", []string{
		"1:13+1 nesting: a list or table inside 8 others (nest at most 8 deep)",
		"2:5+4 toml-syntax: `oops` is not a value (text stands in quotes: \"...\")",
	}},
	{"a.b.c.d.e.f.g.h.i = 1\n[a.b.c.d.e.f.g.h.i.j]", []string{
		"1:1+17 key-length: a key of 9 parts (a key has at most 8 parts)",
		"2:2+19 key-length: a key of 10 parts (a key has at most 8 parts)",
	}},
	{"x = \"\\u202e é\\u0000\"\n\"\\u200F\" = 1", []string{
		"1:6+6 encoding: bidirectional control U+202E (delete it: it can make a text read as something it is not)",
		"1:14+6 encoding: control character U+0000 (delete it)",
		"2:2+6 encoding: bidirectional control U+200F (delete it: it can make a text read as something it is not)",
	}},
	{"x = ]", []string{
		"1:5+1 toml-syntax: a value is missing before `]` (text stands in quotes; an empty text is \"\")",
	}},
	{"x = [\n  { a = 1,\n    b = oops },\n  3\n]\nz = oops", []string{
		"3:9+4 toml-syntax: `oops` is not a value (text stands in quotes: \"...\")",
		"6:5+4 toml-syntax: `oops` is not a value (text stands in quotes: \"...\")",
	}},
	{"x = 2025-09-12 17:04:07+12:60\ny = 17:04\nz = 2025-09-12T17:04:07-24:00", []string{
		"1:5+25 toml-syntax: `2025-09-12 17:04:07+12:60` is not a date (a date is written 2025-09-12)",
		"3:5+25 toml-syntax: `2025-09-12T17:04:07-24:00` is not a date (a date is written 2025-09-12)",
	}},
}
