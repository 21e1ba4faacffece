package markdown

import (
	"bytes"
	"html"
	"shortlist/internal/guide"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	markup "github.com/yuin/goldmark/renderer/html"
)

// blocks makes nodes of what is in a block.
func (p *pass) blocks(parent ast.Node) []guide.Node {
	if parent.ChildCount() == 0 {
		return nil
	}
	out := make([]guide.Node, 0, parent.ChildCount())
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = p.block(out, n)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// block adds the node that goldmark's block becomes. A definition becomes none,
// nor does a caption, which its table takes in.
func (p *pass) block(out []guide.Node, n ast.Node) []guide.Node {
	switch n := n.(type) {
	case *ast.Heading:
		return append(out, guide.Node{Kind: guide.KindHeading, Number: n.Level, Class: p.marks[n].class, Children: p.inlines(n)})
	case *ast.Paragraph:
		if t, ok := n.NextSibling().(*east.Table); ok && p.captionOf(t) == n {
			return out
		}
		return append(out, guide.Node{Kind: guide.KindParagraph, Children: p.inlines(n)})
	case *ast.TextBlock:
		return append(out, guide.Node{Kind: guide.KindTight, Children: p.inlines(n)})
	case *ast.List:
		list := guide.Node{Kind: guide.KindBullets, Children: p.blocks(n)}
		if n.IsOrdered() {
			list.Kind, list.Number = guide.KindNumbers, n.Start
		}
		return append(out, list)
	case *ast.ListItem:
		return append(out, guide.Node{Kind: guide.KindItem, Children: p.blocks(n)})
	case *ast.Blockquote:
		return append(out, guide.Node{Kind: guide.KindQuote, Children: p.blocks(n)})
	case *container:
		if n.stray {
			return out
		}
		return append(out, p.container(n))
	case *ast.ThematicBreak:
		return append(out, guide.Node{Kind: guide.KindRule})
	case *ast.CodeBlock:
		return append(out, guide.Node{Kind: guide.KindCode, Text: p.code(n)})
	case *ast.FencedCodeBlock:
		return append(out, guide.Node{Kind: guide.KindCode, Text: p.code(n), Class: unescape(n.Language(p.source))})
	case *east.Table:
		return append(out, p.table(n))
	case *ast.HTMLBlock:
		return append(out, guide.Node{})
	}
	return out
}

// code is what stands in a block of code. Its last line has an end, even where
// the source has none.
func (p *pass) code(n ast.Node) string {
	lines := n.Lines()
	if lines.Len() == 0 {
		return ""
	}
	var b strings.Builder
	for i := range lines.Len() {
		line := lines.At(i)
		b.Write(line.Value(p.source))
	}
	if code := b.String(); strings.HasSuffix(code, "\n") {
		return code
	}
	return b.String() + "\n"
}

// inlines makes nodes of what is in a line. Pieces of text that goldmark keeps
// apart become one.
func (p *pass) inlines(parent ast.Node) []guide.Node {
	out := make([]guide.Node, 0, pieces(parent))
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			p.addText(n)
			if n.HardLineBreak() {
				out = append(p.flush(out), guide.Node{Kind: guide.KindBreak})
			}
			continue
		case *ast.String:
			p.pending.add(p.text, n.Value)
			continue
		case *citation:
			spaced := false
			if out, spaced = p.closeUp(out, n); out != nil {
				out = p.flush(out)
			}
			out = append(out, guide.Node{Kind: guide.KindCite, Sources: n.ids, Spaced: spaced})
			continue
		}
		out = p.inline(p.flush(out), n)
	}
	if out = p.flush(out); len(out) == 0 {
		return nil
	}
	return out
}

// inline adds the node that goldmark's becomes; none for raw HTML and for
// goldmark's own ways back from footnotes.
func (p *pass) inline(out []guide.Node, n ast.Node) []guide.Node {
	switch n := n.(type) {
	case *ast.CodeSpan:
		return append(out, guide.Node{Kind: guide.KindCodeSpan, Text: p.codeSpan(n)})
	case *ast.Emphasis:
		kind := guide.KindEmphasis
		if n.Level == 2 {
			kind = guide.KindStrong
		}
		return append(out, guide.Node{Kind: kind, Children: p.inlines(n)})
	case *east.Strikethrough:
		return append(out, guide.Node{Kind: guide.KindStrike, Children: p.inlines(n)})
	case *ast.Link:
		return append(out, guide.Node{Kind: guide.KindLink, Destination: allowed(resolve(n.Destination), false), Title: unescape(n.Title), Children: p.inlines(n)})
	case *ast.Image:
		return append(out, guide.Node{Kind: guide.KindImage, Destination: allowed(resolve(n.Destination), true), Title: unescape(n.Title), Text: plainText(p.inlines(n))})
	case *ast.AutoLink:
		label := string(n.Label(p.source))
		return append(out, guide.Node{Kind: guide.KindLink, Destination: allowed(p.autoDestination(n), false), Children: []guide.Node{{Kind: guide.KindText, Text: label}}})
	case *east.TaskCheckBox:
		return append(out, guide.Node{Kind: guide.KindTask, Done: n.IsChecked})
	case *east.FootnoteLink:
		if _, called := p.called[n.Index]; !called {
			if p.called == nil {
				p.called = map[int]int{}
			}
			p.called[n.Index] = p.top
		}
		id := "fnref:" + strconv.Itoa(n.Index)
		if n.RefIndex > 0 {
			id += ":" + strconv.Itoa(n.RefIndex)
		}
		return append(out, guide.Node{Kind: guide.KindCall, Number: n.Index, ID: id})
	}
	return out
}

// allowed is an address that a page may have, else "": it was reported, but what
// is printed is safe on its own.
func allowed(dest string, image bool) string {
	if rule, _, _ := checkLink(dest, image); rule != "" {
		return ""
	}
	return dest
}

func (p *pass) autoDestination(n *ast.AutoLink) string {
	dest := string(n.URL(p.source))
	if n.AutoLinkType == ast.AutoLinkEmail {
		dest = "mailto:" + dest
	}
	return dest
}

func (p *pass) codeSpan(n *ast.CodeSpan) string {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			p.pending.add(p.text, bytes.ReplaceAll(t.Segment.Value(p.source), []byte("\n"), []byte(" ")))
		}
	}
	return p.pending.take(p.text)
}

// pieces is how many nodes what is in a line becomes, or a few more.
func pieces(parent ast.Node) int {
	count, inText := 0, false
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		isText := false
		switch n := n.(type) {
		case *ast.Text:
			if isText = !n.HardLineBreak(); !isText {
				count++
			}
		case *ast.String:
			isText = true
		}
		if !isText || !inText {
			count++
		}
		inText = isText
	}
	return count
}

func (p *pass) flush(out []guide.Node) []guide.Node {
	if p.pending.empty() {
		return out
	}
	return append(out, guide.Node{Kind: guide.KindText, Text: p.pending.take(p.text)})
}

func (p *pass) addText(n *ast.Text) {
	s := n.Segment
	value := p.source[s.Start:s.Stop]
	switch {
	case !n.IsRaw() && bytes.ContainsAny(value, "\\&\x00"):
		p.pending.add(p.text, []byte(unescape(s.Value(p.source))))
	case s.Padding > 0:
		p.pending.add(p.text, s.Value(p.source))
	case s.Stop > s.Start:
		p.pending.addSource(p.text, s.Start, s.Stop)
	}
	switch {
	case !n.SoftLineBreak():
	case s.Stop < len(p.source) && p.source[s.Stop] == '\n':
		p.pending.addSource(p.text, s.Stop, s.Stop+1)
	default:
		p.pending.add(p.text, []byte{'\n'})
	}
}

// closeUp takes the white space before a citation away, so that each printer
// decides what stands there: a space that does not break, or nothing.
func (p *pass) closeUp(out []guide.Node, n *citation) (rest []guide.Node, spaced bool) {
	before, ok := n.PreviousSibling().(*ast.Text)
	if !ok {
		return out, false
	}
	if before.HardLineBreak() {
		out, spaced = out[:len(out)-1], true
		if last := len(out) - 1; last >= 0 && out[last].Kind == guide.KindText {
			out[last].Text = strings.TrimRight(out[last].Text, " ")
		}
	}
	if before.SoftLineBreak() {
		p.pending.dropLast()
		spaced = true
	}
	for p.pending.last(p.text) == ' ' {
		p.pending.dropLast()
		spaced = true
	}
	return out, spaced
}

// unescape takes backslashes and entities out of text as goldmark does, whose
// writer escapes it at once.
func unescape(value []byte) string {
	if !bytes.ContainsAny(value, "\\&\x00") {
		return string(value)
	}
	var b buffer
	markup.DefaultWriter.Write(&b, value)
	return html.UnescapeString(b.String())
}

// buffer is what goldmark's writer of text wants to write to.
type buffer struct{ bytes.Buffer }

// Buffered implements util.BufWriter.
func (*buffer) Buffered() int { return 0 }

// Flush implements util.BufWriter.
func (*buffer) Flush() error { return nil }
