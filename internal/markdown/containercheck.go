package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"shortlist/internal/guide"
)

const containerForm = "write :::note, :::warning or :::quote[Who said it], then the text, then ::: on a line of its own"

// checkContainer reports what is wrong with a container, apart from its blocks.
func (o *outline) checkContainer(c *container) {
	hint := containerForm
	switch {
	case c.stray:
		o.report(ruleContainerSyntax, c.at, "a ::: stands here, and nothing is open that it could end", hint)
		return
	case c.nested:
		o.report(ruleContainerNested, c.at, "a ::: stands within another", "end the one before it first, with ::: on a line of its own")
	case c.fault != "":
		o.report(ruleContainerSyntax, c.at, c.fault, hint)
	case !isContainer(c.name):
		if slices.Contains(BlockNames, c.name) || slices.Contains(DrawnNames, c.name) || c.name == videoName {
			hint = "a block has two colons: ::" + c.name
		}
		o.report(ruleContainerUnknown, c.at, fmt.Sprintf("there is no :::%s", c.name), hint)
		last := &o.mistakes[len(o.mistakes)-1]
		last.Name, last.Known = c.name, ContainerNames
	case c.name == "quote" && c.caption == nil:
		o.report(ruleContainerSyntax, c.at, "a :::quote does not say whom it quotes",
			"write :::quote[Jane Doe, treasurer [@id]]; what has no name is a quotation with > before each line")
	case !c.closed:
		o.report(ruleContainerUnclosed, c.at, fmt.Sprintf("the :::%s has no end", c.name), "write ::: on a line of its own below its last line")
	case c.ChildCount() == 0:
		o.report(ruleContainerEmpty, c.at, fmt.Sprintf("the :::%s has nothing in it", c.name), "write its text between this line and :::, or take both out")
	}
	if c.trailing.end > 0 {
		o.report(ruleContainerSyntax, c.trailing, "words stand behind the ::: that ends what is set apart", "put them on a line of their own below it")
	}
	if c.caption == nil {
		return
	}
	for _, m := range c.caption.Mistakes {
		m.Start, m.End = m.Start+c.words.start, m.End+c.words.start
		o.mistakes = append(o.mistakes, m)
	}
	for _, cite := range c.caption.Citations {
		cite.Start, cite.End = cite.Start+c.words.start, cite.End+c.words.start
		if c.name != "quote" {
			o.report(ruleCitationInHeading, span{cite.Start, cite.End}, "a citation stands in a title", "cite in the text below it")
			continue
		}
		o.doc.Citations = append(o.doc.Citations, cite)
	}
}

// container makes the node of what is set apart. Its title is read before its blocks,
// whom it quotes after them.
func (p *pass) container(c *container) guide.Node {
	n := guide.Node{Kind: guide.KindContainer, Text: c.name}
	if !isContainer(c.name) {
		n.Text = ContainerNames[0]
	}
	blocks := p.blocks(c)
	if c.caption == nil || len(c.caption.Prose.Nodes) == 0 {
		n.Children = blocks
		return n
	}
	caption := guide.Node{Kind: guide.KindCaption, Children: c.caption.Prose.Nodes}
	if n.Text == "quote" {
		n.Children = append(blocks, caption)
	} else {
		n.Children = append([]guide.Node{caption}, blocks...)
	}
	return n
}

// parted is a container's caption, nil where it has none, and its blocks.
func parted(n *guide.Node) (caption *guide.Node, blocks []guide.Node) {
	blocks = n.Children
	switch last := len(blocks) - 1; {
	case last < 0:
	case blocks[0].Kind == guide.KindCaption:
		return &blocks[0], blocks[1:]
	case blocks[last].Kind == guide.KindCaption:
		return &blocks[last], blocks[:last]
	}
	return nil, blocks
}

// label is the word above what is set apart; none above a quotation.
func (o *Options) label(container string) string {
	if o.Label != nil {
		return o.Label(container)
	}
	return guide.Usual.Container(container)
}

// where says in what a line stands that cannot stand there.
func where(n ast.Node) string {
	place := ""
	for a := n.Parent(); a != nil; a = a.Parent() {
		switch a.Kind() {
		case ast.KindList:
			place = "in a list"
		case ast.KindBlockquote:
			place = "in a quote"
		case kindContainer:
			if place == "" {
				place = "within what ::: sets apart"
			}
		}
	}
	if place == "" {
		return "in a paragraph"
	}
	return place
}

// setApart writes what a text sets apart: a note with its label, or a quotation with
// the name of whom it quotes.
func (p *page) setApart(n *guide.Node) {
	caption, blocks := parted(n)
	if n.Text == "quote" {
		p.put("<figure class=\"quote\">\n<blockquote>\n")
		p.nodes(blocks)
		p.put("</blockquote>\n")
		if caption != nil {
			p.element("figcaption", caption.Children)
			p.put("\n")
		}
		p.put("</figure>\n")
		return
	}
	p.put("<aside class=\"apart")
	if n.Text != "note" {
		p.put(" ", n.Text)
	}
	p.put("\" role=\"note\">\n<p><span class=\"kicker\">")
	p.words(p.label(n.Text))
	p.put("</span>")
	if caption != nil {
		p.put(" ")
		p.element("strong", caption.Children)
	}
	p.put("</p>\n")
	p.nodes(blocks)
	p.put("</aside>\n")
}

// container writes what is set apart as its author did; or, for readers of Markdown
// that do not know :::, as a quotation that begins with its label.
func (s *source) container(n *guide.Node) {
	caption, blocks := parted(n)
	if s.Attributes {
		s.put(":::", n.Text)
		if caption != nil {
			s.put("[")
			s.line = len(s.out)
			s.oneLine = true
			s.inlines(caption.Children, "")
			s.oneLine = false
			s.put("]")
		}
		s.newline()
		s.blocks(blocks, false)
		s.newline()
		s.put(":::")
		return
	}
	s.within("> ", "> ", func() {
		if n.Text != "quote" {
			s.put("**", strings.TrimSpace(s.Options.label(n.Text)), "**")
			if caption != nil {
				s.put(": ")
				s.oneLine = true
				s.inlines(caption.Children, "")
				s.oneLine = false
			}
			s.newline()
			s.newline()
		}
		s.blocks(blocks, false)
		if n.Text == "quote" && caption != nil {
			s.newline()
			s.newline()
			s.put("— ")
			s.oneLine = true
			s.inlines(caption.Children, "")
			s.oneLine = false
		}
	})
}
