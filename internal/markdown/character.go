package markdown

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// characters reports hidden characters in the source, one for each line.
func (p *pass) characters() {
	for start := 0; start < len(p.source); {
		end := len(p.source)
		if i := bytes.IndexByte(p.source[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		line := p.source[start:end]
		if i, r := FirstUnseen(string(line)); i >= 0 {
			_, size := utf8.DecodeRune(line[i:])
			p.reportHidden(r, span{start + i, start + i + size})
		}
		start = end
	}
}

func (p *pass) reportHidden(r rune, at span) {
	message := fmt.Sprintf("the character U+%04X cannot be seen", r)
	if r == utf8.RuneError {
		message = "a character is not valid UTF-8"
	}
	p.report(ruleMarkdownCharacter, at, message, "take it out, or type it anew")
}

// checkText reports addresses, and hidden characters that are written as entities.
func (p *pass) checkText(n *ast.Text) {
	if !n.IsRaw() {
		p.checkAddress(n)
		p.entities(n.Segment.Value(p.source), n.Segment.Start-n.Segment.Padding)
	}
}

// entities looks through a stretch of the source that begins at an offset.
func (p *pass) entities(value []byte, offset int) {
	const longest = 40 // of a name, in bytes
	for i := 0; i < len(value); i++ {
		if value[i] != '&' {
			continue
		}
		end := bytes.IndexByte(value[i:min(len(value), i+longest)], ';')
		if end < 0 {
			continue
		}
		entity := value[i : i+end+1]
		for _, r := range resolve(entity) {
			if Hidden(r) {
				p.reportHidden(r, span{offset + i, offset + i + len(entity)})
				break
			}
		}
	}
}
