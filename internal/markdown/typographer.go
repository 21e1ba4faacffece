package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// typographer is goldmark's, with the characters themselves in place of
// entities, and with its count of open quotes set back after each paragraph:
// goldmark 1.8.7 means to do so, but its method has not the signature that the
// parser looks for, and an odd quote would turn those of later paragraphs.
type typographer struct{ parser.InlineParser }

func newTypographer() typographer {
	return typographer{extension.NewTypographerParser(extension.WithTypographicSubstitutions(
		extension.TypographicSubstitutions{
			extension.LeftSingleQuote:  []byte("‘"),
			extension.RightSingleQuote: []byte("’"),
			extension.Apostrophe:       []byte("’"),
			extension.LeftDoubleQuote:  []byte("“"),
			extension.RightDoubleQuote: []byte("”"),
			extension.EnDash:           []byte("–"),
			extension.EmDash:           []byte("—"),
			extension.Ellipsis:         []byte("…"),
			extension.LeftAngleQuote:   nil,
			extension.RightAngleQuote:  nil,
		}))}
}

// CloseBlock implements parser.CloseBlocker.
func (t typographer) CloseBlock(parent ast.Node, _ text.Reader, pc parser.Context) {
	t.InlineParser.(interface {
		CloseBlock(ast.Node, parser.Context)
	}).CloseBlock(parent, pc)
}

// Parse implements parser.InlineParser.
func (t typographer) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, segment := block.PeekLine(); flagAt(line, block.PrecendingCharacter()) {
		passOf(pc).checkFlag(line, segment.Start)
	}
	return t.InlineParser.Parse(parent, block, pc)
}
