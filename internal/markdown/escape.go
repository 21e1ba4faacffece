package markdown

import (
	"fmt"
	"shortlist/internal/guide"
	"strings"
	"unicode"
	"unicode/utf8"
)

// place is where a text stands in its line.
type place struct {
	before, after guide.Kind
	first, last   bool // of what stands in the line, or between the marks
	edge          bool // these ends are marks of emphasis
}

// words writes text so that nothing in it is markup and nothing is turned into
// another character.
func (s *source) words(text string, at place) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		next, _ := utf8.DecodeRuneInString(text[min(i+size, len(text)):])
		ends := i+size == len(text)
		switch {
		case s.encode && isLetter(r), at.edge && unicode.IsSpace(r) && (at.first && i == 0 || at.last && ends):
			s.entity(r)
		case r == '\n':
			if s.oneLine || s.begins() || ends && (at.last || at.after == guide.KindBreak) || isBlank(next) && !ends || ends && at.after == guide.KindCite {
				s.entity(r)
			} else {
				s.newline()
			}
		case r == ' ' && (s.begins() || next == '\n' || ends && (at.last || at.after == guide.KindBreak || at.after == guide.KindCite)), r == '\t' || r == '\r':
			s.entity(r)
		case r < utf8.RuneSelf && s.special(text, i, at):
			s.put(`\`, text[i:i+1])
		default:
			s.put(text[i : i+size])
		}
		s.encode = false
		i += size
	}
}

func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }

// special reports whether the byte at i would be taken for markup.
func (s *source) special(text string, i int, at place) bool {
	begins := s.begins()
	var before, after byte
	if i > 0 {
		before = text[i-1]
	}
	if i+1 < len(text) {
		after = text[i+1]
	}
	first, last := i == 0, i+1 == len(text)
	switch c := text[i]; c {
	case '\\', '`', '*', '[', ']', '<', '|':
		return true
	case '"', '\'':
		return true // or it would be turned
	case '_':
		return !isWord(before) || !isWord(after)
	case '~':
		return begins || first || last || before == c || after == c
	case '&':
		return isEntity(text[i:])
	case '-':
		return begins || before == c || first && s.endsWith(c)
	case '.', ')':
		return c == '.' && (before == c || first && s.endsWith(c)) || s.isNumber()
	case '#':
		return begins || s.inHeading && last
	case '+', '=', '>':
		return begins
	case ':':
		return begins && (after == c || after == '-') || first && (at.before == guide.KindCite || at.before == guide.KindCall) ||
			strings.HasPrefix(text[i:], "://") || s.captioned && string(s.out[s.line:])+":" == strings.TrimSpace(captionMark)
	case '(':
		return first && at.before == guide.KindCite
	case '{', '}':
		return s.inHeading
	case '!':
		return last && at.after != guide.KindNothing
	}
	return false
}

func (s *source) endsWith(c byte) bool { return len(s.out) > 0 && s.out[len(s.out)-1] == c }

// isNumber reports whether the line is a number so far, so that a dot would make
// it an item of a list.
func (s *source) isNumber() bool {
	line := s.out[s.line:]
	for _, c := range line {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(line) > 0 && len(line) < 10
}

func isWord(c byte) bool { return c >= utf8.RuneSelf || isWordRune(rune(c)) }

// isEntity reports whether text begins with what may be an entity.
func isEntity(text string) bool {
	end := strings.IndexFunc(text[1:], func(r rune) bool { return r != '#' && !isWordRune(r) })
	return end > 0 && text[1+end] == ';'
}

// entity writes a character by its number.
func (s *source) entity(r rune) { s.out = fmt.Appendf(s.out, "&#%d;", r) }
