package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Of what GitHub adds to Markdown, struck words and tasks are read as they are
// there. Addresses without brackets are not links here, since a line of prose has
// none, and are reported; so are flags of commands, which would get a dash.

// strikeParser reads ~~struck~~. A single tilde stays what it is: "~5 %".
type strikeParser struct{ parser.InlineParser }

var strikeMark = []byte("~~")

// Parse implements parser.InlineParser.
func (s strikeParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); !bytes.HasPrefix(line, strikeMark) {
		return nil
	}
	return s.InlineParser.Parse(parent, block, pc)
}

// flagAt reports whether a line goes on with a flag, such as --site, of which
// typography would make a dash. No dash has a space before it and none behind.
func flagAt(line []byte, before rune) bool {
	if !bytes.HasPrefix(line, []byte("--")) || !unicode.IsSpace(before) && before != '(' {
		return false
	}
	r, _ := utf8.DecodeRune(line[len("--"):])
	return unicode.IsLetter(r)
}

func (p *pass) checkFlag(line []byte, start int) {
	end := bytes.IndexFunc(line, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		end = len(line)
	}
	flag := string(line[:end])
	p.report(ruleBareFlag, span{start, start + end}, fmt.Sprintf("%s would be printed with a dash", flag),
		fmt.Sprintf("write it as code, `%s`, or put a space behind a dash", flag))
}

// checkAddress reports addresses that stand in the text without being links.
func (p *pass) checkAddress(n *ast.Text) {
	value := p.source[n.Segment.Start:n.Segment.Stop]
	for i := 0; i < len(value); {
		found := bytes.Index(value[i:], []byte("://"))
		if found < 0 {
			return
		}
		at := i + found
		i = at + len("://")
		start := at
		for start > 0 && isWordRune(rune(value[start-1])) {
			start--
		}
		from := n.Segment.Start + start
		if scheme := strings.ToLower(string(value[start:at])); scheme != "http" && scheme != "https" || inLink(n) || bytes.HasSuffix(p.source[:from], []byte("](")) {
			continue // that of a link that is none is reported as such
		}
		end := from
		for end < len(p.source) && p.source[end] > ' ' && p.source[end] != '<' && p.source[end] != '`' {
			end++
		}
		address := strings.TrimRight(string(p.source[from:end]), ".,;:!?'\"*_)]|\\")
		hint := fmt.Sprintf("write <%s> for a link, or `%s` to show it as it is", address, address)
		if p.line {
			hint = fmt.Sprintf("cite a source, or write `%s` to show it as it is", address)
		}
		p.report(ruleBareLink, span{from, from + len(address)}, "an address stands in the text and is no link", hint)
	}
}

func inLink(n ast.Node) bool {
	for a := n.Parent(); a != nil; a = a.Parent() {
		switch a.Kind() {
		case ast.KindLink, ast.KindImage, ast.KindCodeSpan:
			return true
		}
	}
	return false
}
