package markdown

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// ContainerNames are what a text can set apart, between :::name and :::.
var ContainerNames = []string{"note", "warning", "quote"}

// container is a block that holds blocks: what stands between :::name and :::.
type container struct {
	ast.BaseBlock
	name     string // empty when malformed
	caption  *Line  // the words in its brackets; nil for none
	words    span   // where those are
	at       span   // the line that opens it, without white space around it
	fault    string // what is wrong with that line
	closed   bool
	nested   bool // it stands within another
	stray    bool // it is a ::: that ends nothing
	trailing span // words behind the ::: that ends it
}

var kindContainer = ast.NewNodeKind("Container")

// Kind implements ast.Node.
func (*container) Kind() ast.NodeKind { return kindContainer }

// Dump implements ast.Node.
func (c *container) Dump(source []byte, level int) {
	ast.DumpHelper(c, source, level, map[string]string{"Name": c.name}, nil)
}

// containerParser reads what is set apart, at the top level and once within itself,
// so that a container in another ends where its author meant it to. In a paragraph,
// list or quote the lines stay text, and are reported later.
type containerParser struct{}

var containerFence = []byte(":::")

// Trigger implements parser.BlockParser.
func (containerParser) Trigger() []byte { return []byte{':'} }

// Open implements parser.BlockParser.
func (containerParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || !bytes.HasPrefix(line[pos:], containerFence) {
		return nil, parser.NoChildren
	}
	outer, nested := parent.(*container)
	if nested && outer.nested || !nested && parent.Kind() != ast.KindDocument {
		return nil, parser.NoChildren
	}
	written := bytes.TrimRight(line[pos:], " \t\r\n")
	start := segment.Start - segment.Padding + pos
	c := &container{at: span{start, start + len(written)}, nested: nested}
	reader.AdvanceToEOL()
	if isEnd(written) {
		c.stray = true
		return c, parser.NoChildren
	}
	c.split(string(written))
	return c, parser.HasChildren
}

// isEnd reports whether a line of colons, and perhaps words apart from them, ends a
// container.
func isEnd(line []byte) bool {
	rest := bytes.TrimLeft(line, ":")
	return len(rest) == 0 || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\r' || rest[0] == '\n'
}

// split takes ":::name" or ":::name[Title]" apart.
func (c *container) split(s string) {
	s = strings.TrimLeft(s, ":")
	if c.at.end-c.at.start-len(s) > len(containerFence) {
		c.fault = "more than three colons stand before the name"
	}
	from := c.at.end - len(s)
	end := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) && r != '-' && r != '_' })
	if end < 0 {
		end = len(s)
	}
	c.name = s[:end]
	switch rest := s[end:]; {
	case rest == "":
	case c.name == "", rest[0] != '[' || !strings.HasSuffix(rest, "]") || strings.TrimSpace(rest[1:len(rest)-1]) == "":
		c.fault = "what is set apart does not begin with :::name or :::name[Title]"
	default:
		c.words = span{from + end + 1, from + len(s) - 1}
		c.caption = ParseLine(rest[1 : len(rest)-1])
	}
}

// Continue implements parser.BlockParser.
func (containerParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	c, goesOn := node.(*container), parser.Continue|parser.HasChildren
	if c.stray {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	w, pos := util.IndentWidth(line, reader.LineOffset())
	if w > 3 || pos >= len(line) || heldWithin(c, pc, w > 0) {
		return goesOn
	}
	rest := line[pos:]
	start := segment.Start - segment.Padding + pos
	if !bytes.HasPrefix(rest, containerFence) || !isEnd(rest) {
		if passOf(pc).missingEnd(start, rest) {
			return parser.Close
		}
		return goesOn
	}
	c.closed = true
	rest = bytes.TrimRight(rest, " \t\r\n")
	if words := bytes.TrimLeft(rest, ":"); len(words) > 0 {
		c.trailing = trim(passOf(pc).source, span{start + len(rest) - len(words), start + len(rest)})
	}
	reader.AdvanceToEOL()
	return parser.Close
}

// heldWithin reports whether a line belongs to what is open in a container: to another
// one, to code, or, if it is indented, to a list or quote.
func heldWithin(c *container, pc parser.Context, indented bool) bool {
	inside := false
	for _, b := range pc.OpenedBlocks() {
		switch {
		case b.Node == c:
			inside = true
		case !inside:
		case b.Node.Kind() == kindContainer, b.Node.Kind() == ast.KindFencedCodeBlock:
			return true
		case indented && (b.Node.Kind() == ast.KindListItem || b.Node.Kind() == ast.KindBlockquote):
			return true
		}
	}
	return false
}

// missingEnd reports whether the line at an offset shows that the ::: before it was
// forgotten: it is a heading, a computed block or another container, and what ends
// one comes after that once more or not at all. So one mistake is told once.
func (p *pass) missingEnd(at int, line []byte) bool {
	another := bytes.HasPrefix(line, containerFence)
	if !another && !bytes.HasPrefix(line, blockMark) && !atxHeading(line) {
		return false
	}
	p.findEnds()
	i := sort.Search(len(p.ends), func(i int) bool { return p.ends[i].at >= at })
	if another {
		i++ // itself
		if i < len(p.ends) && p.ends[i].end {
			i++ // its own
		}
	}
	return i >= len(p.ends) || !p.ends[i].end
}

func atxHeading(line []byte) bool {
	rest := bytes.TrimLeft(line, "#")
	return len(rest) < len(line) && len(line)-len(rest) <= 6 && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n"), rest[0]) >= 0)
}

// fence is a line of the source that begins with ::: in its first columns.
type fence struct {
	at  int
	end bool // it ends a container
}

// findEnds notes, once, where containers begin and end.
func (p *pass) findEnds() {
	if p.ends != nil {
		return
	}
	p.ends = []fence{}
	for start := 0; start < len(p.source); {
		line := p.source[start:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		if mark := bytes.TrimLeft(line, " "); len(line)-len(mark) <= 3 && bytes.HasPrefix(mark, containerFence) {
			p.ends = append(p.ends, fence{start + len(line) - len(mark), isEnd(mark)})
		}
		start += len(line)
	}
}

// Close implements parser.BlockParser.
func (containerParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (containerParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (containerParser) CanAcceptIndentedLine() bool { return false }

// isContainer reports whether a name is that of a container.
func isContainer(name string) bool { return slices.Contains(ContainerNames, name) }
