package markdown

import (
	"cmp"
	"shortlist/internal/guide"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// span is a byte range of the source.
type span struct{ start, end int }

// pass collects, while goldmark parses, what its tree does not keep.
type pass struct {
	source   []byte
	text     string // the same: the text of nodes is cut from it
	line     bool   // one line of prose: no links
	mistakes []Mistake
	ranges   map[ast.Node]span        // links and images
	marks    map[*ast.Heading]heading // what the headings' braces say
	unused   []Mistake                // footnotes, known before goldmark drops them
	labels   []int                    // where the open brackets of the paragraph are
	linked   int                      // bytes of addresses and titles that links stand for
	pending  run                      // text that belongs to the next node
	top      int                      // the top-level block that is read
	called   map[int]int              // by footnote: the top-level block that calls it first
	ends     []fence                  // where what is set apart begins and ends; nil until somebody asks
	apart    int                      // the top-level block in which a ::: was reported, and one
}

var passKey = parser.NewContextKey()

func passOf(pc parser.Context) *pass { return pc.Get(passKey).(*pass) }

func (p *pass) report(rule string, at span, message, hint string) {
	// A block at the end of a paragraph may end a byte beyond it.
	end := min(max(at.end, at.start), len(p.source))
	start := min(max(at.start, 0), end)
	p.mistakes = append(p.mistakes, Mistake{Rule: rule, Start: start, End: end, Message: message, Hint: hint})
}

// sorted returns the mistakes in order of their place.
func (p *pass) sorted() []Mistake {
	slices.SortStableFunc(p.mistakes, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Rule, b.Rule))
	})
	return p.mistakes
}

// inlineParsers are what a line of prose and a body have in common. Citations
// come before links (200) and typography, after code has had its turn.
func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(citationParser{}, 90),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400), // to report it
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(strikeParser{extension.NewStrikethroughParser()}, 500),
		util.Prioritized(newTypographer(), 9999),
	}
}

// Goldmark's parsers are safe for use by several goroutines once they are made.
var (
	bodyParser = parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(containerParser{}, 40),
			util.Prioritized(blockParser{}, 50),
			util.Prioritized(setextParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(atxParser{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900), // to report it
			util.Prioritized(extension.NewFootnoteBlockParser(), 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(append(inlineParsers(),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101))...),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(unusedNotes{}, 500),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
	lineParser = parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlineParsers()...),
	)
)

// run parses a source that is within the limits.
func (p *pass) run(with parser.Parser, from int) ast.Node {
	p.ranges, p.marks = map[ast.Node]span{}, map[*ast.Heading]heading{}
	pc := parser.NewContext()
	pc.Set(passKey, p)
	reader := text.NewReader(p.source)
	reader.Advance(from)
	return with.Parse(reader, parser.WithContext(pc))
}

// Parse reads a body. It never fails: what is wrong is in Mistakes. A body that
// is beyond a limit is not parsed at all, and has no parts.
func Parse(source string) *Document {
	p := &pass{source: []byte(source), text: source}
	d := &Document{}
	if p.limits(bodyLimits) {
		d.Mistakes = p.sorted()
		return d
	}
	root := p.run(bodyParser, 0)
	p.characters()
	o := &outline{pass: p, doc: d}
	o.read(root)
	d.Mistakes = p.sorted()
	if p.linked > maxLinked {
		d.Parts, d.Questions, d.Whole = nil, nil, guide.Prose{}
	}
	// Footnotes are read last, wherever they stand.
	slices.SortFunc(d.Citations, func(a, b guide.Citation) int { return cmp.Compare(a.Start, b.Start) })
	slices.SortFunc(d.Links, func(a, b guide.Link) int { return cmp.Compare(a.Start, b.Start) })
	return d
}
