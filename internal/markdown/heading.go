package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// heading is what the braces at the end of a heading say. Goldmark's own
// attributes are off: they take style, nest, and cost quadratic time.
type heading struct {
	id, class     string
	idAt, classAt span
}

// atxParser is "## Words {#id .class}".
type atxParser struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (a atxParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := a.BlockParser.Open(parent, reader, pc)
	if node != nil {
		passOf(pc).braces(node.(*ast.Heading))
	}
	return node, state
}

// setextParser is words underlined with = or -.
type setextParser struct{ parser.BlockParser }

// Close implements parser.BlockParser.
func (s setextParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	s.BlockParser.Close(node, reader, pc)
	if node.Parent() != nil {
		passOf(pc).braces(node.(*ast.Heading))
	}
}

// braces takes {...} off the end of a heading, before its words are parsed.
func (p *pass) braces(h *ast.Heading) {
	lines := h.Lines()
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	line := bytes.TrimRight(p.source[last.Start:last.Stop], " \t\r\n")
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || line[len(line)-1] != '}' || isEscaped(line, open) || isEscaped(line, len(line)-1) {
		return
	}
	p.marks[h] = p.attributes(line[open+1:len(line)-1], last.Start+open+1)
	line = bytes.TrimRight(line[:open], " \t")
	if n := len(line); n > 0 && line[n-1] == '}' && !isEscaped(line, n-1) {
		p.report(ruleHeadingAttribute, span{last.Start + n - 1, last.Start + n},
			"a heading has more than one pair of braces", `write \{ for a brace, or one pair: {#id .faq}`)
	}
	// What goldmark does for "## Words ##" it could not do before the braces.
	if closed := bytes.TrimRight(line, "#"); len(closed) < len(line) && bytes.HasSuffix(closed, []byte(" ")) {
		line = bytes.TrimRight(closed, " \t")
	}
	if len(line) == 0 {
		lines.SetSliced(0, lines.Len()-1)
		return
	}
	lines.Set(lines.Len()-1, last.WithStop(last.Start+len(line)))
}

// isEscaped reports whether a backslash takes the meaning of the byte at i.
func isEscaped(line []byte, i int) bool {
	n := 0
	for ; i > n && line[i-n-1] == '\\'; n++ {
	}
	return n%2 == 1
}

const attributeHint = `a heading takes {#id}, {.faq} and {.checklist}; write \{ for a brace`

// attributes reads what stands between braces at an offset.
func (p *pass) attributes(inner []byte, offset int) (h heading) {
	if len(bytes.TrimSpace(inner)) == 0 {
		p.report(ruleHeadingAttribute, span{offset - 1, offset + len(inner) + 1}, "the braces of a heading are empty", attributeHint)
	}
	for i := 0; i < len(inner); {
		if inner[i] == ' ' || inner[i] == '\t' {
			i++
			continue
		}
		n := bytes.IndexAny(inner[i:], " \t")
		if n < 0 {
			n = len(inner) - i
		}
		word, at := string(inner[i:i+n]), span{offset + i, offset + i + n}
		i += n
		switch id, isID := strings.CutPrefix(word, "#"); {
		case isID && !isSlug(id):
			p.report(ruleHeadingAttribute, at, fmt.Sprintf("%q is not an id", id), "an id is lower-case letters, digits and hyphens")
		case isID && h.id != "":
			p.report(ruleHeadingAttribute, at, "a heading has two ids", "leave one of them out")
		case isID:
			h.id, h.idAt = id, at
		case word != ".faq" && word != ".checklist":
			p.report(ruleHeadingAttribute, at, fmt.Sprintf("a heading cannot have %q", word), attributeHint)
		case h.class != "":
			p.report(ruleHeadingAttribute, at, "a heading has two classes", "leave one of them out")
		default:
			h.class, h.classAt = word[1:], at
		}
	}
	return h
}

// classID is the id of a section of a class, so that its anchor stays.
func classID(class string) string {
	switch class {
	case "faq":
		return "faqs"
	case "checklist":
		return "checklist"
	}
	return ""
}

// Reserved reports whether an id is one that pages have of their own.
func Reserved(id string) bool { return reserved[id] }

// reserved are the ids that pages have of their own: of the sections of a guide,
// and of what the templates put around a body. A test of package site finds the
// latter in the templates. An id with an underscore needs no place here: no
// heading can have it.
var reserved = func() map[string]bool {
	ids := map[string]bool{"why": true, "checklist": true, "faqs": true,
		"main": true, "cite": true, "comparison-caption": true, "facts": true, "ranks": true, "how-firm": true}
	for _, name := range BlockNames {
		ids[name] = true
	}
	return ids
}()
