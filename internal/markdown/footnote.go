package markdown

import (
	"bytes"
	"fmt"
	"iter"
	"shortlist/internal/guide"
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// unusedNotes notes the definitions that nothing calls, before goldmark drops
// them without a word.
type unusedNotes struct{}

// Transform implements parser.ASTTransformer.
func (unusedNotes) Transform(root *ast.Document, _ text.Reader, pc parser.Context) {
	p := passOf(pc)
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		list, ok := n.(*east.FootnoteList)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		defined := map[string]bool{}
		for c := list.FirstChild(); c != nil; c = c.NextSibling() {
			p.checkNote(c.(*east.Footnote), defined)
		}
		return ast.WalkSkipChildren, nil
	})
}

func (p *pass) checkNote(n *east.Footnote, defined map[string]bool) {
	name := string(n.Ref)
	at := span{max(n.Pos(), 0), max(n.Pos(), 0) + len(name) + len("[^]:")}
	switch {
	case defined[name]:
		p.report(ruleFootnoteUnused, at, fmt.Sprintf("the footnote %q is defined a second time", name), "give it another name")
	case n.Index < 0:
		p.report(ruleFootnoteUnused, at, fmt.Sprintf("nothing calls the footnote %q", name), fmt.Sprintf("call it with [^%s], or take it out", name))
	case !n.HasChildren() || !n.FirstChild().HasChildren() && n.FirstChild().Kind() == ast.KindParagraph:
		p.report(ruleFootnoteUndefined, at, fmt.Sprintf("the footnote %q has no words", name), "write them behind the colon")
	}
	defined[name] = true
}

// readNotes makes nodes of the footnotes, in order of their numbers.
func (o *outline) readNotes(list *east.FootnoteList) {
	o.notes = make([]guide.Node, list.ChildCount())
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		n := c.(*east.Footnote)
		if i := n.Index - 1; i >= 0 && i < len(o.notes) {
			o.notes[i] = guide.Node{Kind: guide.KindNote, Number: n.Index, Children: o.blocks(n)}
		}
	}
}

// fragment is a run of the document's blocks with the footnotes that it calls. A
// footnote that an earlier block calls has the plain id where that block is
// shown; a colon keeps both apart from the ids of headings.
func (o *outline) fragment(from, to int) guide.Prose {
	p := guide.Prose{Nodes: o.doc.Whole.Nodes[from:to:to]}
	if len(o.notes) == 0 {
		return p
	}
	seen := make([]bool, len(o.notes))
	for call := range calls(p.Nodes) {
		if i := call.Number - 1; i >= 0 && i < len(seen) {
			seen[i] = true
		}
	}
	for i, note := range o.notes {
		if !seen[i] || note.Kind != guide.KindNote {
			continue
		}
		note.ID = "fn:" + strconv.Itoa(note.Number)
		if o.called[note.Number] < from {
			note.ID += ":" + strconv.Itoa(from)
		}
		p.Notes = append(p.Notes, note)
	}
	return p
}

// calls goes through the calls of footnotes, in order.
func calls(nodes []guide.Node) iter.Seq[*guide.Node] {
	return func(yield func(*guide.Node) bool) { eachCall(nodes, yield) }
}

func eachCall(nodes []guide.Node, yield func(*guide.Node) bool) bool {
	for i := range nodes {
		if nodes[i].Kind == guide.KindCall && !yield(&nodes[i]) || !eachCall(nodes[i].Children, yield) {
			return false
		}
	}
	return true
}

func (p *pass) checkNoteLink(n *east.FootnoteLink) {
	start := max(n.Pos(), 0)
	if bytes.HasPrefix(p.source[start:], []byte("!")) {
		start++
	}
	end := start
	for end < len(p.source) && p.source[end] != ']' {
		end++
	}
	for a := n.Parent(); a != nil; a = a.Parent() {
		switch a.Kind() {
		case ast.KindHeading, ast.KindLink, ast.KindImage, east.KindFootnote:
			p.report(ruleFootnoteMisplaced, span{start, end + 1},
				"a footnote is called from a heading, a link or another footnote", "call it from the text")
			return
		}
	}
}

// noted returns the footnote of a number, or nil.
func noted(notes []guide.Node, number int) *guide.Node {
	i := slices.IndexFunc(notes, func(n guide.Node) bool { return n.Number == number })
	if i < 0 {
		return nil
	}
	return &notes[i]
}

func (p *page) call(n *guide.Node) {
	note := noted(p.notes, n.Number)
	if note == nil {
		return
	}
	p.put("<sup")
	p.attribute("id", p.Prefix, n.ID)
	p.put(`><a class="noteref"`)
	p.attribute("href", "#", p.Prefix, note.ID)
	p.put(` role="doc-noteref">`, strconv.Itoa(n.Number), "</a></sup>")
}

// footnotes writes the footnotes that the nodes call, each with a way back.
func (p *page) footnotes(nodes []guide.Node) {
	p.put("<section role=\"doc-endnotes\">\n<ol class=\"notes\">\n")
	for _, note := range p.notes {
		p.put("<li")
		p.attribute("id", p.Prefix, note.ID)
		p.attribute("value", strconv.Itoa(note.Number))
		p.put(">\n")
		p.nodes(note.Children)
		p.put(`<p class="back">`)
		first := true
		for call := range calls(nodes) {
			if call.Number != note.Number {
				continue
			}
			if !first {
				p.put(" ")
			}
			first = false
			p.put("<a")
			p.attribute("href", "#", p.Prefix, call.ID)
			p.put(` role="doc-backlink" aria-label="Back to the text">↩︎</a>`)
		}
		p.put("</p>\n</li>\n")
	}
	p.put("</ol>\n</section>\n")
}
