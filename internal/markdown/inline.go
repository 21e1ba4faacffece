package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

func (p *page) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		p.inline(n)
	}
}

// inline writes an inline node. What is not named here (raw HTML, goldmark's
// own ways back from footnotes) writes nothing.
func (p *page) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.prose(n)
	case *ast.String:
		p.Write(util.EscapeHTML(n.Value))
	case *ast.CodeSpan:
		p.put("<code>")
		p.codeSpan(n)
		p.put("</code>")
	case *ast.Emphasis:
		tag := "em"
		if n.Level == 2 {
			tag = "strong"
		}
		p.put("<", tag, ">")
		p.inlines(n)
		p.put("</", tag, ">")
	case *ast.Link:
		p.put("<a")
		p.address("href", string(n.Destination))
		p.title(n.Title)
		p.put(">")
		p.inlines(n)
		p.put("</a>")
	case *ast.AutoLink:
		dest := string(n.URL(p.source))
		if n.AutoLinkType == ast.AutoLinkEmail {
			dest = "mailto:" + dest
		}
		p.put("<a")
		p.address("href", dest)
		p.put(">")
		p.Write(util.EscapeHTML(n.Label(p.source)))
		p.put("</a>")
	case *ast.Image:
		p.put("<img")
		p.address("src", string(n.Destination))
		p.attribute("alt", p.plain(n))
		p.title(n.Title)
		p.put(">")
	case *citation:
		p.citation(n)
	case *east.FootnoteLink:
		p.call(n)
	}
}

func (p *page) prose(n *ast.Text) {
	value := n.Segment.Value(p.source)
	if n.IsRaw() {
		html.DefaultWriter.RawWrite(&p.buffer, value)
		return
	}
	if p.Plain && afterLeadingCitation(n) {
		value = bytes.TrimLeft(value, " ")
	}
	html.DefaultWriter.Write(&p.buffer, value)
	switch {
	case n.HardLineBreak():
		p.put("<br>\n")
	case n.SoftLineBreak():
		p.put("\n")
	}
}

func (p *page) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			value := bytes.ReplaceAll(t.Segment.Value(p.source), []byte("\n"), []byte(" "))
			html.DefaultWriter.RawWrite(&p.buffer, value)
		}
	}
}

// address writes a destination, resolved. One that no page may have is left out,
// although it was reported: the HTML is safe on its own.
func (p *page) address(name, dest string) {
	if rule, _, _ := checkLink(dest, name == "src"); rule != "" {
		return
	}
	if id, ok := strings.CutPrefix(dest, "#"); ok && p.ids[id] {
		dest = "#" + p.Prefix + id
	}
	if p.Link != nil {
		dest = p.Link(dest)
	}
	p.attribute(name, escaped(dest))
}

func (p *page) title(title []byte) {
	if len(title) > 0 {
		p.put(` title="`)
		html.DefaultWriter.Write(&p.buffer, title)
		p.put(`"`)
	}
}

// citation writes the chip. It stands on the line of the word before it.
func (p *page) citation(n *citation) {
	var chip Chip
	if !p.Plain && p.Cite != nil && n.ids != nil {
		chip = p.Cite(n.ids)
	}
	if chip.Label == "" {
		if n.spaced && startsWord(n.NextSibling(), p.source) {
			p.put(" ")
		}
		return
	}
	if n.spaced {
		p.put("\u00a0")
	}
	tag := "span"
	if chip.URL != "" {
		tag = "a"
	}
	p.put("<", tag, ` class="chip"`)
	if chip.URL != "" {
		p.attribute("href", chip.URL)
	}
	if chip.Title != "" {
		p.attribute("title", chip.Title)
	}
	p.put(">")
	p.Write(util.EscapeHTML([]byte(chip.Label)))
	if chip.More > 0 {
		p.put(" +", strconv.Itoa(chip.More))
	}
	p.put("</", tag, ">")
}

// startsWord reports whether a node begins with a letter or digit, so that it
// would run into the word before a citation that is left out.
func startsWord(n ast.Node, source []byte) bool {
	switch n := n.(type) {
	case *ast.Text:
		r, _ := utf8.DecodeRune(n.Segment.Value(source))
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	case *ast.Emphasis, *ast.CodeSpan, *ast.Link:
		return true
	}
	return false
}

// afterLeadingCitation reports whether a text follows a citation that nothing
// stands before.
func afterLeadingCitation(n ast.Node) bool {
	c, ok := n.PreviousSibling().(*citation)
	return ok && c.PreviousSibling() == nil
}
