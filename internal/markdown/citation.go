package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// citation is an inline node: one pair of brackets.
type citation struct {
	ast.BaseInline
	ids []string // nil when it is malformed
	at  span
}

var kindCitation = ast.NewNodeKind("Citation")

// Kind implements ast.Node.
func (*citation) Kind() ast.NodeKind { return kindCitation }

// Dump implements ast.Node.
func (c *citation) Dump(source []byte, level int) {
	ast.DumpHelper(c, source, level, map[string]string{"IDs": strings.Join(c.ids, " ")}, nil)
}

// citationParser reads [@id] and [@a; @b].
type citationParser struct{}

// Trigger implements parser.InlineParser. The exclamation mark is there because
// the link parser would take "Safe![@id]" for an image.
func (citationParser) Trigger() []byte { return []byte{'[', '!'} }

var citationOpen = []byte("[@")

const citationHint = "write [@id], [@provider/id] or [@a; @b]; an id is lower-case letters, digits and hyphens"

// Parse implements parser.InlineParser.
func (citationParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	bang := 0
	if line[0] == '!' {
		bang = 1
	}
	if !bytes.HasPrefix(line[bang:], citationOpen) {
		return nil
	}
	p := passOf(pc)
	at := span{segment.Start + bang, segment.Start + bang + len(citationOpen)}
	block.Advance(bang + 1)
	body, end := citationBody(block)
	if end < 0 {
		p.report(ruleCitationSyntax, at, "a citation is not closed", `close it with ], or write \[@ for the characters themselves`)
		return nil
	}
	at.end = end
	ids, message := citationIDs(body)
	if message != "" {
		p.report(ruleCitationSyntax, at, message, citationHint)
	} else if block.Peek() == '(' {
		p.report(ruleCitationInLink, at, "a citation cannot be the words of a link", "put a space between them, or leave the address to the source")
	}
	if bang > 0 {
		ast.MergeOrAppendTextSegment(parent, text.NewSegment(segment.Start, segment.Start+1))
	}
	return &citation{ids: ids, at: at}
}

// citationBody reads on to the closing bracket, over line ends, and returns what
// is inside and the offset behind it; -1 if there is none before another opens.
func citationBody(block text.Reader) (body string, end int) {
	var b strings.Builder
	for {
		line, segment := block.PeekLine()
		if line == nil {
			return "", -1
		}
		i := bytes.IndexAny(line, "[]")
		if i < 0 {
			b.Write(line)
			block.AdvanceLine()
			continue
		}
		if line[i] == '[' {
			return "", -1
		}
		b.Write(line[:i])
		block.Advance(i + 1)
		return b.String(), segment.Start - segment.Padding + i + 1
	}
}

// citationIDs splits "@a; @b", and says what is wrong with it.
func citationIDs(body string) (ids []string, message string) {
	for part := range strings.SplitSeq(body, ";") {
		part = strings.TrimSpace(part)
		id, found := strings.CutPrefix(part, "@")
		provider, source, slash := strings.Cut(id, "/")
		switch {
		case part == "" || part == "@":
			return nil, "a citation names no source"
		case !found:
			return nil, fmt.Sprintf("%q in a citation does not begin with @", part)
		case strings.Contains(part, ","):
			return nil, "sources in a citation are separated by a comma, not by a semicolon"
		case !isSlug(provider) || slash && !isSlug(source):
			return nil, fmt.Sprintf("%q is not the id of a source", id)
		case slices.Contains(ids, id):
			return nil, fmt.Sprintf("a citation names %q twice", id)
		}
		ids = append(ids, id)
	}
	return ids, ""
}

// isSlug reports whether s is [a-z0-9]+(-[a-z0-9]+)*.
func isSlug(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}
