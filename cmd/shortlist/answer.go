package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/rivo/uniseg"
)

// answer is what a command answers, in blocks from top to bottom. It is composed
// once and printed for a terminal or as Markdown.
type answer []block

// answerFormats are the forms that an answer is printed in: as text, as
// Markdown, and as a document for programs.
var answerFormats = []string{"text", "markdown", "json"}

// block is one of its parts: one field is set, or one of those that go with a
// text.
type block struct {
	title   string // of the whole
	heading string // of a section
	text    string // a paragraph
	label   string // with text: its first words, which stand out
	term    string // with text: what a word means
	url     string // with text: where it comes from
	item    bool   // with text: one of a list
	table   *grid
}

// grid is rows of cells under heads.
type grid struct {
	columns []column
	rows    [][]string
	bars    []int // by row, out of 1000; drawn in the column that is a bar
	sum     bool  // the last row sums up the others
}

// column is what its cells have in common.
type column struct {
	head  string
	right bool // aligned
	cut   bool // may be cut short where there is no room
	bar   bool // has no cells: it takes the room that is left
	quiet bool // says less than the others
}

func (a *answer) add(b ...block) { *a = append(*a, b...) }

// screen is what text is printed on.
type screen struct {
	width int
	color bool
}

const (
	bold  = "1"
	quiet = "2"
	teal  = "36"
)

func (s screen) paint(style, text string) string {
	if !s.color || strings.TrimSpace(text) == "" {
		return text
	}
	if line, ok := strings.CutSuffix(text, "\n"); ok {
		return s.paint(style, line) + "\n"
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

// measure is how wide a paragraph may be: longer lines are hard to read.
const measure = 88

// write prints it as Markdown or, in any other format, as text.
func (a answer) write(w io.Writer, format string, on screen) error {
	if format == "markdown" {
		return a.markdown(w)
	}
	return a.text(w, on)
}

// text prints it for people.
func (a answer) text(w io.Writer, on screen) error {
	prose := min(on.width, measure)
	terms := 0
	for _, b := range a {
		terms = max(terms, width(b.term))
	}
	var out strings.Builder
	for i, b := range a {
		// Blocks stand apart, but for the lines of one list.
		if i > 0 && !(b.item && a[i-1].item || b.term != "" && a[i-1].term != "" || b.url != "" && a[i-1].text != "" || a[i-1].heading != "") {
			out.WriteByte('\n')
		}
		switch {
		case b.title != "":
			out.WriteString(on.paint(bold, fold(b.title, "", "", prose)))
		case b.heading != "":
			out.WriteString(on.paint(bold, b.heading) + "\n")
		case b.term != "":
			margin := strings.Repeat(" ", terms+2)
			lines := fold(b.text, margin, margin, prose)
			out.WriteString(on.paint(quiet, pad(b.term, terms, false)+lines[terms:]))
		case b.item:
			out.WriteString(fold(b.text, "- ", "  ", prose))
		case b.url != "":
			out.WriteString(on.paint(quiet, fold(b.text+" "+b.url, "    ", "      ", prose)))
		case b.table != nil:
			out.WriteString(b.table.text(on))
		case b.label != "":
			lines := fold(b.label+" "+b.text, "", "", prose)
			if rest, ok := strings.CutPrefix(lines, b.label); ok {
				lines = on.paint(bold, b.label) + rest
			}
			out.WriteString(lines)
		default:
			out.WriteString(fold(b.text, "", "", prose))
		}
	}
	_, err := io.WriteString(w, strings.ReplaceAll(out.String(), "\u00a0", " "))
	return err
}

// markdown prints it for a page or a pull request.
func (a answer) markdown(w io.Writer) error {
	var out strings.Builder
	for i, b := range a {
		if i > 0 && !(b.item && a[i-1].item || b.term != "" && a[i-1].term != "") {
			out.WriteByte('\n')
		}
		switch {
		case b.title != "":
			fmt.Fprintf(&out, "## %s\n", escape(b.title))
		case b.heading != "":
			fmt.Fprintf(&out, "### %s\n", escape(b.heading))
		case b.term != "":
			fmt.Fprintf(&out, "- **%s**: %s\n", escape(b.term), escape(b.text))
		case b.item:
			fmt.Fprintf(&out, "- %s\n", escape(b.text))
		case b.url != "":
			fmt.Fprintf(&out, "%s <%s>\n", escape(b.text), b.url)
		case b.label != "":
			fmt.Fprintf(&out, "**%s** %s\n", escape(b.label), escape(b.text))
		case b.table != nil:
			out.WriteString(b.table.markdown())
		default:
			fmt.Fprintf(&out, "%s\n", escape(b.text))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// escape keeps Markdown from taking a character for markup.
var escape = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
	"<", `\<`, ">", `\>`, "|", `\|`, "#", `\#`, "&", `\&`, "~", `\~`).Replace

func (t *grid) markdown() string {
	var out strings.Builder
	row := func(cells func(c int) string) {
		out.WriteString("|")
		for c := range t.columns {
			if !t.columns[c].bar {
				out.WriteString(" " + cells(c) + " |")
			}
		}
		out.WriteString("\n")
	}
	row(func(c int) string { return escape(t.columns[c].head) })
	row(func(c int) string {
		if t.columns[c].right {
			return "--:"
		}
		return "---"
	})
	for i, cells := range t.rows {
		row(func(c int) string {
			text := escape(cells[c])
			if t.sum && i == len(t.rows)-1 && text != "" {
				text = "**" + text + "**"
			}
			return text
		})
	}
	return out.String()
}

// width is how many columns of a terminal a text takes.
func width(s string) int { return uniseg.StringWidth(s) }

// pad fills a text up to a width.
func pad(s string, to int, right bool) string {
	space := strings.Repeat(" ", max(to-width(s), 0))
	if right {
		return space + s
	}
	return s + space
}
