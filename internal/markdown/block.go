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

// BlockNames are the computed blocks, in the order in which a guide that leaves
// one out gets it.
var BlockNames = []string{
	"methodology", "comparison", "ranking", "use-cases", "lenses", "product", "sources", "related", "changes",
}

// computed is a block node: a line that begins with ::.
type computed struct {
	ast.BaseBlock
	name, title string   // empty when malformed
	words       []string // behind the name of a drawing
	at          span     // the line, without white space around it
	titleAt     int
	glued       bool // no blank line after it
	video       *video
}

var kindComputed = ast.NewNodeKind("Computed")

// Kind implements ast.Node.
func (*computed) Kind() ast.NodeKind { return kindComputed }

// IsRaw implements ast.Node: there is nothing to parse in it.
func (*computed) IsRaw() bool { return true }

// Dump implements ast.Node.
func (c *computed) Dump(source []byte, level int) {
	ast.DumpHelper(c, source, level, map[string]string{"Name": c.name, "Title": c.title}, nil)
}

// blockParser reads a line that begins with :: at the top level, well formed or
// not. In a paragraph, list or quote the line stays text, and is reported later.
type blockParser struct{}

// Trigger implements parser.BlockParser.
func (blockParser) Trigger() []byte { return []byte{':'} }

var blockMark = []byte("::")

// Open implements parser.BlockParser.
func (blockParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if parent.Kind() != ast.KindDocument || pos < 0 || !bytes.HasPrefix(line[pos:], blockMark) {
		return nil, parser.NoChildren
	}
	written := bytes.TrimRight(line[pos:], " \t\r\n")
	start := segment.Start - segment.Padding + pos
	c := &computed{at: span{start, start + len(written)}}
	c.split(string(written[len(blockMark):]))
	reader.AdvanceToEOL()
	return c, parser.NoChildren
}

// DrawnNames are the blocks that call for a drawing: they stand within a section, as
// often as one likes, and words behind them say what is drawn.
var DrawnNames = []string{"chart", "diagram"}

// split takes "name", "name[Words]" or, of a drawing, "name words" apart; the name
// stays empty if it is none of them.
func (c *computed) split(s string) {
	if name, words, _ := strings.Cut(s, " "); slices.Contains(DrawnNames, name) {
		c.name, c.words = name, strings.Fields(words)
		return
	}
	if rest, ok := strings.CutPrefix(s, videoName); ok && (rest == "" || !isWordRune(rune(rest[0])) && rest[0] != '-' && rest[0] != '_') {
		c.readVideo(rest, c.at.end-len(rest))
		return
	}
	name, title := s, ""
	if i := strings.IndexByte(s, '['); i >= 0 {
		name, title = s[:i], strings.TrimSuffix(s[i+1:], "]")
		if !strings.HasSuffix(s, "]") || strings.TrimSpace(title) == "" {
			return
		}
		c.titleAt = c.at.start + len(blockMark) + i + 1
	}
	for _, r := range name {
		if !isWordRune(r) && r != '-' && r != '_' {
			return
		}
	}
	c.name, c.title = name, title
}

// Continue implements parser.BlockParser.
func (blockParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	line = bytes.TrimLeft(line, " \t")
	// Of two blocks that touch, the second is the one to report.
	node.(*computed).glued = len(bytes.TrimSpace(line)) > 0 && !bytes.HasPrefix(line, blockMark)
	return parser.Close
}

// Close implements parser.BlockParser.
func (blockParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (blockParser) CanInterruptParagraph() bool { return false }

// CanAcceptIndentedLine implements parser.BlockParser.
func (blockParser) CanAcceptIndentedLine() bool { return false }

var blockHint = "blocks are ::" + strings.Join(BlockNames, " ::") + ", drawings ::" + strings.Join(DrawnNames, " and ::") + ", and ::" + videoName

// checkBlock reports what is wrong with a computed block. It returns false when
// it is no block that can be shown.
func (p *pass) checkBlock(c *computed, seen map[string]bool) bool {
	drawn := slices.Contains(DrawnNames, c.name) || c.video != nil
	switch {
	case c.name == "":
		p.report(ruleBlockSyntax, c.at, "a block is not ::name or ::name[Words]", `write \:: for the characters themselves`)
		return false
	case !drawn && !slices.Contains(BlockNames, c.name):
		p.report(ruleBlockUnknown, c.at, fmt.Sprintf("there is no block ::%s", c.name), blockHint)
		last := &p.mistakes[len(p.mistakes)-1]
		last.Name, last.Known = c.name, slices.Concat(BlockNames, DrawnNames, []string{videoName})
		return false
	case !drawn && seen[c.name]:
		p.report(ruleBlockRepeated, c.at, fmt.Sprintf("the block ::%s stands here a second time", c.name), "leave one of them out")
		return false
	case !blankBefore(p.source, c.at.start) && !isHeading(c.PreviousSibling()): // an empty section is reported as that
		p.report(ruleBlockMisplaced, c.at, fmt.Sprintf("the block ::%s has no blank line before it", c.name), "set it apart with blank lines")
	case c.glued:
		p.report(ruleBlockMisplaced, c.at, fmt.Sprintf("the block ::%s has no blank line after it", c.name), "set it apart with blank lines")
	}
	seen[c.name] = true
	return true
}

// blankBefore reports whether the line before that of an offset is blank. The
// tree knows it too, but not behind the end of a fence.
func blankBefore(source []byte, offset int) bool {
	end := lineStart(source, offset)
	return end == 0 || len(bytes.TrimSpace(source[lineStart(source, end-1):end])) == 0
}

func isHeading(n ast.Node) bool { return n != nil && n.Kind() == ast.KindHeading }

// checkLines reports lines of a paragraph that were meant as something else:
// computed blocks and tables.
func (p *pass) checkLines(n ast.Node) {
	p.checkTableLines(n.Lines())
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		line := bytes.TrimLeft(p.source[s.Start:s.Stop], " \t")
		if !bytes.HasPrefix(line, blockMark) {
			continue
		}
		mark := string(blockMark)
		if bytes.HasPrefix(line, containerFence) {
			if mark = string(containerFence); p.apart == p.top+1 && isEnd(line) {
				continue // the one that is reported has an end
			}
			p.apart = p.top + 1
		}
		start := s.Stop - len(line)
		line = bytes.TrimRight(line, " \t\r\n")
		p.report(ruleBlockMisplaced, span{start, start + len(line)},
			"a line begins with "+mark+" "+where(n), `put it on a line of its own between blank lines, or write \:: for the characters themselves`)
	}
}
