package markdown

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// note is a footnote that is called from the text. It is rendered at the end of
// each fragment that calls it.
type note struct {
	node  *east.Footnote
	first int // the block of tree.nodes that calls it first
}

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
	case !n.HasChildren():
		p.report(ruleFootnoteUndefined, at, fmt.Sprintf("the footnote %q has no words", name), "write them behind the colon")
	}
	defined[name] = true
}

// readNotes lists the footnotes by index, and where each is called first.
func (o *outline) readNotes() {
	o.doc.notes = make([]*note, o.notes.ChildCount())
	for c := o.notes.FirstChild(); c != nil; c = c.NextSibling() {
		n := c.(*east.Footnote)
		if i := n.Index - 1; i >= 0 && i < len(o.doc.notes) {
			o.doc.notes[i] = &note{node: n, first: -1}
		}
	}
	for i, n := range o.doc.nodes {
		for _, index := range calls([]ast.Node{n}) {
			if called := o.doc.note(index); called != nil && called.first < 0 {
				called.first = i
			}
		}
	}
}

// note returns the footnote of an index, or nil.
func (t *tree) note(index int) *note {
	if index < 1 || index > len(t.notes) {
		return nil
	}
	return t.notes[index-1]
}

// calls lists the indexes of the footnotes that blocks call, in order, once.
func calls(nodes []ast.Node) []int {
	var out []int
	seen := map[int]bool{}
	for _, n := range nodes {
		_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if call, ok := n.(*east.FootnoteLink); ok && entering && !seen[call.Index] {
				seen[call.Index] = true
				out = append(out, call.Index)
			}
			return ast.WalkContinue, nil
		})
	}
	return out
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

// noteID is the id of a footnote in this fragment. A footnote that an earlier
// fragment of the document shows already has the plain id there; a colon keeps
// both apart from the ids of headings.
func (p *page) noteID(index int) string {
	id := p.Prefix + "fn:" + strconv.Itoa(index)
	if first := p.notes[index-1].first; first < p.from {
		id += ":" + strconv.Itoa(p.from)
	}
	return id
}

// callID is the id of one call of a footnote.
func (p *page) callID(n *east.FootnoteLink) string {
	id := p.Prefix + "fnref:" + strconv.Itoa(n.Index)
	if n.RefIndex > 0 {
		id += ":" + strconv.Itoa(n.RefIndex)
	}
	return id
}

func (p *page) call(n *east.FootnoteLink) {
	if p.note(n.Index) == nil {
		return
	}
	p.put("<sup")
	p.attribute("id", p.callID(n))
	p.put(`><a class="noteref"`)
	p.attribute("href", "#"+p.noteID(n.Index))
	p.put(` role="doc-noteref">`, strconv.Itoa(n.Index), "</a></sup>")
}

// footnotes writes the footnotes that the fragment calls, each with a way back.
func (p *page) footnotes() {
	back := map[int][]*east.FootnoteLink{}
	for _, n := range p.nodes {
		_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if call, ok := n.(*east.FootnoteLink); ok && entering {
				back[call.Index] = append(back[call.Index], call)
			}
			return ast.WalkContinue, nil
		})
	}
	if len(back) == 0 {
		return
	}
	p.put("<ol class=\"notes\" role=\"doc-endnotes\">\n")
	for i, n := range p.notes {
		calls := back[i+1]
		if n == nil || len(calls) == 0 {
			continue
		}
		p.put("<li")
		p.attribute("id", p.noteID(i+1))
		p.attribute("value", strconv.Itoa(i+1))
		p.put(">\n")
		p.blocks(n.node)
		p.put(`<p class="back">`)
		for j, call := range calls {
			if j > 0 {
				p.put(" ")
			}
			p.put("<a")
			p.attribute("href", "#"+p.callID(call))
			p.put(` role="doc-backlink" aria-label="Back to the text">↩︎</a>`)
		}
		p.put("</p>\n</li>\n")
	}
	p.put("</ol>\n")
}
