package markdown

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// isHidden reports whether r has no place in a text: controls, what is left of
// broken encodings, and marks that no reader sees and that can make a line read
// other than it is written.
func isHidden(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return true // direction
	case r == 0x2028, r == 0x2029, r == 0x200b, r == 0x2060, r == 0xfeff:
		return true // separators and spaces of no width
	}
	return r == utf8.RuneError
}

// characters reports hidden characters in the source, one for each line.
func (p *pass) characters() {
	for start := 0; start < len(p.source); {
		end := len(p.source)
		if i := bytes.IndexByte(p.source[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		line := p.source[start:end]
		if i := bytes.IndexFunc(line, isHidden); i >= 0 {
			r, size := utf8.DecodeRune(line[i:])
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
			if isHidden(r) {
				p.reportHidden(r, span{offset + i, offset + i + len(entity)})
				break
			}
		}
	}
}
