package front

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"shortlist/internal/markdown"
)

// literal is the inside of a string in the file, between its quotes.
type literal struct {
	from, to int
	escapes  bool // a backslash in it means something
	lines    bool // it may run over several lines: the first line end is not text
}

// each calls f for every code point of the decoded text, with the place and
// the number of bytes that spell it, until f returns false. It expects what
// the scanner has found to be well formed.
func (l literal) each(src string, f func(at, size int, r rune) bool) {
	i := l.from
	if l.lines && i < l.to && src[i] == '\n' {
		i++
	}
	for i < l.to {
		r, size := utf8.DecodeRuneInString(src[i:l.to])
		if r == '\\' && l.escapes {
			r, size = escape(src[i:l.to], l.lines)
			if r == lineJoin {
				i += size
				continue
			}
		}
		if !f(i, size, r) {
			return
		}
		i += size
	}
}

// decode returns the text that a literal stands for.
func (l literal) decode(src string) string {
	inside := src[l.from:l.to]
	if !l.escapes || strings.IndexByte(inside, '\\') < 0 {
		if l.lines {
			return strings.TrimPrefix(inside, "\n")
		}
		return inside
	}
	var b strings.Builder
	b.Grow(len(inside))
	l.each(src, func(_, _ int, r rune) bool {
		b.WriteRune(r)
		return true
	})
	return b.String()
}

const (
	badEscape = -1 // what follows the backslash is not an escape
	badRune   = -2 // the escape names no character
	lineJoin  = -3 // a line that ends in a backslash goes on at the next word
)

// escape reads the escape at the start of a text and returns its character, or
// one of the constants above, and its size in bytes.
func escape(s string, lines bool) (rune, int) {
	if len(s) < 2 {
		return badEscape, len(s)
	}
	if i := strings.IndexByte(`btnfre"\`, s[1]); i >= 0 {
		return rune("\b\t\n\f\r\x1b\"\\"[i]), 2
	}
	digits := 0
	switch s[1] {
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case ' ', '\t', '\n':
		blank := s[1 : len(s)-len(strings.TrimLeft(s[1:], " \t\n"))]
		if lines && strings.Contains(blank, "\n") {
			return lineJoin, 1 + len(blank)
		}
		return badEscape, 2
	}
	if digits == 0 {
		_, size := utf8.DecodeRuneInString(s[1:])
		return badEscape, 1 + size
	}
	n := 0
	for n < digits && 2+n < len(s) && isHex(s[2+n]) {
		n++
	}
	if n < digits {
		return badEscape, 2 + n
	}
	code, _ := strconv.ParseUint(s[2:2+digits], 16, 32)
	if code > utf8.MaxRune || !utf8.ValidRune(rune(code)) {
		return badRune, 2 + digits
	}
	return rune(code), 2 + digits
}

// str reads a string of any of the four forms.
func (s *scanner) str() (*Value, bool) {
	read := s.quoted
	for _, quotes := range []string{`"""`, `'''`} {
		if strings.HasPrefix(s.text.s[s.pos:s.end], quotes) {
			read = s.quotedLines
		}
	}
	l, ok := read()
	if !ok {
		return nil, false
	}
	return &Value{Kind: String, Text: l.decode(s.text.s), source: s.text, literal: l}, true
}

// quoted reads "..." or '...', which end on their line.
func (s *scanner) quoted() (literal, bool) {
	from, quote := s.pos, s.text.s[s.pos]
	l := literal{from: from + 1, escapes: quote == '"'}
	ok := true
	i := l.from
	for i < s.end && s.text.s[i] != quote && s.text.s[i] != '\n' {
		if s.text.s[i] == '\\' && l.escapes {
			size, fine := s.escaped(i, false)
			i, ok = i+size, ok && fine
			continue
		}
		i++
	}
	s.pos = i
	if s.peek() != quote {
		if !ok { // the escape that swallowed the quote has been reported
			return l, false
		}
		return l, s.fail(from, i, "the string is not closed on its line",
			"end it with "+string(quote)+"; a string of several lines stands between "+strings.Repeat(string(quote), 3))
	}
	l.to, s.pos = i, i+1
	return l, ok
}

// quotedLines reads """...""" or ”'...”'. Up to two quotes may stand before
// the closing three.
func (s *scanner) quotedLines() (literal, bool) {
	from, quote := s.pos, s.text.s[s.pos]
	l := literal{from: from + 3, escapes: quote == '"', lines: true}
	ok := true
	for i := l.from; i < s.end; {
		switch c := s.text.s[i]; {
		case c == '\\' && l.escapes:
			size, fine := s.escaped(i, true)
			i, ok = i+size, ok && fine
		case c == quote:
			run := 1
			for i+run < s.end && s.text.s[i+run] == quote {
				run++
			}
			if i += run; run < 3 {
				continue
			}
			s.pos, l.to = i, i-3
			if run > 5 {
				return l, s.fail(i-run, i, "too many quotes at the end of a string", "at most two quotes stand before the closing three")
			}
			return l, ok
		default:
			i++
		}
	}
	s.pos = s.end
	s.open = nil
	return l, s.fail(from, from+3, "the string that begins here is not closed", "end it with "+strings.Repeat(string(quote), 3))
}

// escaped checks the escape at an offset and returns its size; not ok if it
// was reported.
func (s *scanner) escaped(at int, lines bool) (int, bool) {
	r, size := escape(s.text.s[at:s.end], lines)
	written := s.text.s[at : at+size]
	switch r {
	case badEscape:
		if strings.HasSuffix(written, "\n") {
			size, written = 1, `\`
		}
		hint := `a backslash is written \\, or the string in single quotes`
		if len(written) > 2 {
			if digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[written[1]]; digits > 0 {
				hint = fmt.Sprintf(`%s is followed by %d hexadecimal digits`, written[:2], digits)
			}
		}
		return size, s.fail(at, at+size, shown(written)+" is not an escape", hint)
	case badRune:
		return size, s.fail(at, at+size, shown(written)+" is not a character", "an escape names a character of Unicode, no half of one")
	case lineJoin:
		return size, true
	}
	if message, hint := invisible(0, r, 0, utf8.RuneLen(r), 0); message != "" && markdown.Hidden(r) {
		s.broken = true
		s.problems.Add(Encoding, s.text.span(at, at+size), message, hint)
	}
	return size, true
}

// skipString returns the offset behind the string that begins at one, closed
// or not, without looking at what is in it.
func skipString(s string, at int) int {
	quote := s[at]
	quotes := strings.Repeat(s[at:at+1], 3)
	lines := strings.HasPrefix(s[at:], quotes)
	i := at + 1
	if lines {
		i = at + 3
	}
	for i < len(s) {
		switch {
		case s[i] == '\\' && quote == '"':
			i++
		case lines && strings.HasPrefix(s[i:], quotes):
			return i + 3
		case !lines && s[i] == '\n':
			return i
		case !lines && s[i] == quote:
			return i + 1
		}
		i++
	}
	return len(s)
}

func isHex(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
