package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxShown is how many code points of a source line are shown around a mistake.
const maxShown = 100

// style holds the terminal sequences of one rendering; all empty means plain.
type style struct{ bold, severity, dim, reset string }

func styleFor(s Severity, color bool) style {
	if !color {
		return style{}
	}
	st := style{bold: "\x1b[1m", dim: "\x1b[2m", reset: "\x1b[0m"}
	switch s {
	case Error:
		st.severity = "\x1b[1;31m"
	case Warning:
		st.severity = "\x1b[1;33m"
	default:
		st.severity = "\x1b[1;36m"
	}
	return st
}

// WriteText writes the list for people: place, severity, message and rule on
// one line, then the source line with a caret, then the hint.
//
//	content/guides/x/entries/evertas.md:9:22: error: score 11 is above 10 (score-range)
//	   9 | security = { score = 11, why = "..." }
//	     |                      ^^
//	     = help: scores run from 0 to 10
func WriteText(w io.Writer, list List, color bool) error {
	out := bufio.NewWriter(w)
	for _, p := range list {
		writeProblem(out, p, styleFor(p.Rule.Severity, color))
	}
	return out.Flush()
}

func writeProblem(w io.Writer, p Problem, st style) {
	fmt.Fprintf(w, "%s%s:%s %s%s:%s %s%s%s %s(%s)%s\n",
		st.bold, place(p.Span), st.reset,
		st.severity, p.Rule.Severity, st.reset,
		st.bold, Escaped(p.Message), st.reset,
		st.dim, p.Rule.Name, st.reset)
	gutter := "    "
	if p.Span.Line > 0 && p.Span.Text != "" {
		number := fmt.Sprintf("%4d", p.Span.Line)
		gutter = strings.Repeat(" ", len(number))
		line, column := window(p.Span)
		fmt.Fprintf(w, "%s%s |%s %s\n", st.dim, number, st.reset, line)
		fmt.Fprintf(w, "%s%s |%s %s%s%s%s\n", st.dim, gutter, st.reset,
			indent(line, column), st.severity, carets(line, column, p.Span.Width), st.reset)
	}
	if p.Hint != "" {
		fmt.Fprintf(w, "%s%s = help:%s %s\n", st.dim, gutter, st.reset, Escaped(p.Hint))
	}
}

func place(s Span) string {
	switch {
	case s.Line == 0:
		return Escaped(s.File)
	case s.Column == 0:
		return fmt.Sprintf("%s:%d", Escaped(s.File), s.Line)
	}
	return fmt.Sprintf("%s:%d:%d", Escaped(s.File), s.Line, s.Column)
}

// window cuts a long line to the part around the mistake and returns that part
// with the mistake's column in it.
func window(s Span) (line string, column int) {
	runes := []rune(s.Text)
	column = max(s.Column, 1)
	if len(runes) <= maxShown {
		return printable(s.Text), column
	}
	start := min(max(column-maxShown/2, 0), len(runes)-maxShown)
	end := start + maxShown
	part := printable(string(runes[start:end])) // not the whole: it may be long, and have many mistakes
	column -= start
	if start > 0 {
		part = "…" + part
		column++
	}
	if end < len(runes) {
		part += "…"
	}
	return part, column
}

// Escaped is a text on one line in which every character that a terminal or a
// program may act on, or that nobody sees, is written as an escape: a line break
// in the name of a file as \n, a direction as \u202e. A name that somebody else
// chose cannot move the cursor, change a colour, or begin a line of its own, which
// a program that reads the output could take for a command.
func Escaped(s string) string {
	if strings.IndexFunc(s, unprintable) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case unprintable(r):
			quoted := strconv.QuoteRune(r)
			if r == '\u2028' || r == '\u2029' {
				quoted = strconv.QuoteRuneToASCII(r)
			}
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' }

// printable replaces what would move the cursor or reorder a line of a source, so
// that each character still has its column: control characters other than the
// tab, and bidirectional controls.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || unicode.IsPrint(r) || r == '\u00a0' {
			return r
		}
		return '\uFFFD'
	}, s)
}

// indent returns blanks as wide as the line before the column; tabs stay tabs.
func indent(line string, column int) string {
	var b strings.Builder
	i := 1
	for _, r := range line {
		if i >= column {
			break
		}
		if r == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteString(strings.Repeat(" ", cells(r)))
		}
		i++
	}
	for ; i < column; i++ {
		b.WriteByte(' ')
	}
	return b.String()
}

func carets(line string, column, width int) string {
	n, i := 0, 1
	for _, r := range line {
		if i >= column && i < column+width {
			n += cells(r)
		}
		i++
	}
	return strings.Repeat("^", max(n, 1))
}

// cells is how many columns of a terminal a character takes: none for a
// combining mark, two for East Asian wide forms and emoji, else one.
func cells(r rune) int {
	switch {
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul),
		r >= 0xFF01 && r <= 0xFF60, r >= 0x3000 && r <= 0x303E, r >= 0x1F300 && r <= 0x1FAFF:
		return 2
	}
	return 1
}
