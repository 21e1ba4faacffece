package markdown

import (
	"shortlist/internal/guide"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// ParseLine reads one line of prose: emphasis, code, citations, typographic
// quotes; no links, no blocks. What would begin a block in a body ("1.", "#")
// is text here.
func ParseLine(source string) *Line {
	p := &pass{source: []byte(source), text: source, line: true}
	l := &Line{}
	at := trim(p.source, span{0, len(source)})
	if i := strings.IndexAny(source[at.start:at.end], "\n\r"); i >= 0 {
		p.report(ruleLineBreak, span{at.start + i, at.start + i + 1}, "a field of one line has several", "write it on one line")
	}
	if p.limits(lineLimits) {
		l.Mistakes = p.sorted()
		return l
	}
	root := p.run(lineParser, at.start)
	p.characters()
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if len(l.Prose.Nodes) > 0 {
			l.Prose.Nodes = append(l.Prose.Nodes, guide.Node{Kind: guide.KindText, Text: " "})
		}
		l.Prose.Nodes = append(l.Prose.Nodes, p.inlines(n)...)
		_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				var links []guide.Link
				p.checkInline(n, &l.Citations, &links)
			}
			return ast.WalkContinue, nil
		})
	}
	l.Mistakes = p.sorted()
	return l
}
