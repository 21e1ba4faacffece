package markdown

import (
	"io"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// page is the HTML of one fragment.
type page struct {
	buffer
	*tree
	Options
	from  int        // the fragment's first block, for the ids of footnotes
	nodes []ast.Node // the fragment
}

// HTML writes a fragment as HTML. A footnote that the fragment calls stands at
// its end. The only errors are those of w.
func (d *Document) HTML(w io.Writer, f Fragment, o Options) error {
	p := &page{tree: &d.tree, Options: o, from: f.first, nodes: f.nodes}
	for _, n := range f.nodes {
		p.block(n)
	}
	p.footnotes()
	_, err := w.Write(p.Bytes())
	return err
}

func (p *page) put(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

// attribute writes a value between quotes.
func (p *page) attribute(name, value string) {
	p.put(" ", name, `="`)
	p.Write(util.EscapeHTML([]byte(value)))
	p.put(`"`)
}

func (p *page) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		p.block(n)
	}
}

// block writes a block and what is in it. What is not named here (raw HTML,
// computed blocks, definitions) writes nothing.
func (p *page) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		level := strconv.Itoa(min(max(n.Level+p.Shift, 1), 6))
		p.put("<h", level)
		if id := p.anchors[n]; id != "" {
			p.attribute("id", p.Prefix+id)
		}
		p.put(">")
		p.inlines(n)
		p.put("</h", level, ">\n")
	case *ast.Paragraph:
		if p.captions[n] != nil {
			return // written in its table
		}
		p.put("<p>")
		p.inlines(n)
		p.put("</p>\n")
	case *ast.TextBlock:
		p.inlines(n)
		if n.NextSibling() != nil {
			p.put("\n")
		}
	case *ast.List:
		p.list(n)
	case *ast.Blockquote:
		p.put("<blockquote>\n")
		p.blocks(n)
		p.put("</blockquote>\n")
	case *ast.ThematicBreak:
		p.put("<hr>\n")
	case *ast.CodeBlock:
		p.code(n, nil)
	case *ast.FencedCodeBlock:
		p.code(n, n.Language(p.source))
	case *east.Table:
		p.table(n)
	}
}

func (p *page) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	p.put("<", tag)
	if n.IsOrdered() && n.Start != 1 {
		p.attribute("start", strconv.Itoa(n.Start))
	}
	p.put(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		p.put("<li>")
		if first := item.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
			p.put("\n")
		}
		p.blocks(item)
		p.put("</li>\n")
	}
	p.put("</", tag, ">\n")
}

func (p *page) code(n ast.Node, language []byte) {
	p.put("<pre><code")
	if len(language) > 0 {
		p.put(` class="language-`)
		html.DefaultWriter.Write(&p.buffer, language)
		p.put(`"`)
	}
	p.put(">")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		html.DefaultWriter.RawWrite(&p.buffer, line.Value(p.source))
	}
	p.put("</code></pre>\n")
}
