package markdown

import (
	"bytes"
	"html"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	markup "github.com/yuin/goldmark/renderer/html"
)

// buffer is what goldmark's writer of text wants to write to.
type buffer struct{ bytes.Buffer }

// Buffered implements util.BufWriter.
func (*buffer) Buffered() int { return 0 }

// Flush implements util.BufWriter.
func (*buffer) Flush() error { return nil }

// Text is the fragment's plain text, on one line, without citations, footnotes
// and code blocks.
func (d *Document) Text(f Fragment) string { return d.text(f.nodes) }

// text is the plain text of blocks or of what is in a heading.
func (t *tree) text(nodes []ast.Node) string {
	var b buffer
	for _, n := range nodes {
		t.write(&b, n)
	}
	return html.UnescapeString(strings.Join(strings.Fields(b.String()), " "))
}

// write writes the text of a node, escaped, since that is how goldmark takes
// backslashes and entities out of it.
func (t *tree) write(w *buffer, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		value := n.Segment.Value(t.source)
		if n.IsRaw() {
			markup.DefaultWriter.RawWrite(w, value)
		} else {
			markup.DefaultWriter.Write(w, value)
		}
		if n.SoftLineBreak() || n.HardLineBreak() {
			w.WriteByte(' ')
		}
		return
	case *ast.String:
		markup.DefaultWriter.RawWrite(w, n.Value)
		return
	case *ast.AutoLink:
		markup.DefaultWriter.RawWrite(w, n.Label(t.source))
		return
	case *citation:
		if n.spaced && startsWord(n.NextSibling(), t.source) {
			w.WriteByte(' ')
		}
		return
	case *computed, *ast.RawHTML, *ast.HTMLBlock, *ast.CodeBlock, *ast.FencedCodeBlock, *east.FootnoteLink, *east.FootnoteBacklink:
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t.write(w, c)
	}
	if n.Type() == ast.TypeBlock {
		w.WriteByte(' ')
	}
}

// plain is the text of what is in an inline node.
func (t *tree) plain(parent ast.Node) string {
	var nodes []ast.Node
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		nodes = append(nodes, c)
	}
	return t.text(nodes)
}

// words counts what has a letter or digit in it between white space.
func (t *tree) words(nodes []ast.Node) int {
	count := 0
	for word := range strings.FieldsSeq(t.text(nodes)) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			count++
		}
	}
	return count
}
