package front

import (
	"fmt"
	"strings"
)

// part is one part of a dotted key, with the bytes that spell it.
type part struct {
	name     string
	from, to int
}

// key reads a dotted key up to what must follow it, which is left to the
// caller to check; follows is for the hint. A key with too many parts is
// reported and cut, one part longer than the limit.
func (s *scanner) key(follows string) ([]part, bool) {
	var parts []part
	count := 0
	first := s.pos
	for {
		s.blanks()
		if count == 0 {
			first = s.pos
		}
		p, ok := s.keyPart(follows)
		if !ok {
			return nil, false
		}
		count++
		if count <= MaxKeyParts+1 {
			parts = append(parts, p)
		}
		s.blanks()
		if s.peek() != '.' {
			if count > MaxKeyParts {
				s.broken = true
				s.problems.Add(KeyLength, s.text.span(first, p.to),
					fmt.Sprintf("a key of %d parts", count), fmt.Sprintf("a key has at most %d parts", MaxKeyParts))
			}
			return parts, true
		}
		s.pos++
	}
}

// keyPart reads a bare or quoted part of a key.
func (s *scanner) keyPart(follows string) (part, bool) {
	from := s.pos
	if c := s.peek(); c == '"' || c == '\'' {
		l, ok := s.quoted()
		if !ok {
			return part{}, false
		}
		return part{l.decode(s.text.s), from, s.pos}, true
	}
	for s.pos < s.end && isBare(s.text.s[s.pos]) {
		s.pos++
	}
	if s.pos > from {
		return part{s.text.s[from:s.pos], from, s.pos}, true
	}
	rest := strings.TrimRight(s.text.s[from:s.restOfLine()], " \t")
	r := firstRune(rest)
	switch {
	case rest == "":
		return part{}, s.fail(from-1, from, "a key is missing", "name the key before the "+follows)
	case strings.HasPrefix(rest, follows), rest[0] == '.', rest[0] == '=':
		return part{}, s.fail(from, from+1, "a key is missing before "+shown(r), "name the key; an empty one is written \"\"")
	case follows == "=" && len(s.open) == 0 && !strings.Contains(rest, "="):
		return part{}, s.fail(from, from+len(rest), shown(rest)+" is neither a key with a value nor a table",
			`write key = "text" or [table]; prose stands below the closing +++`)
	}
	return part{}, s.fail(from, from+len(r), shown(r)+" cannot stand in a key", "a key of more than letters, digits, - and _ stands in quotes")
}

// firstRune returns the first character of a text.
func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '-'
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
