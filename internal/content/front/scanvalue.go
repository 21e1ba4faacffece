package front

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"shortlist/internal/diag"
)

var Number = diag.Define(diag.Error, "toml-number",
	"A number is not finite, or too large to be stored.")

// value reads a value of any kind. The table and the name say where it will
// stand, for the names of the tables inside it.
func (s *scanner) value(in *Table, name string) (*Value, bool) {
	equals := s.pos - 1
	s.blanks()
	from := s.pos
	var v *Value
	ok := true
	switch s.peek() {
	case 0, '\n', '#':
		return nil, s.fail(equals, equals+1, "a value is missing", `text stands in quotes; an empty text is ""`)
	case '"', '\'':
		v, ok = s.str()
	case '[':
		v, ok = s.list(in, name)
	case '{':
		v, ok = s.inline(in, name)
	default:
		v, ok = s.word()
	}
	if !ok {
		return nil, false
	}
	v.Span = s.text.span(from, s.pos)
	return v, true
}

// list reads [ a, b ].
func (s *scanner) list(in *Table, name string) (*Value, bool) {
	v := &Value{Kind: Array}
	if !s.enter() {
		return v, true
	}
	for {
		if !s.gap() {
			return nil, s.endInside()
		}
		switch s.peek() {
		case ']':
			s.leave()
			return v, true
		case ',':
			return nil, s.fail(s.pos, s.pos+1, "a comma without a value before it", "delete the comma, or put a value before it")
		}
		item, ok := s.value(in, name)
		if !ok {
			return nil, false
		}
		v.Items = append(v.Items, item)
		if !s.separated() {
			return nil, false
		}
	}
}

// inline reads { a = 1, b = 2 }.
func (s *scanner) inline(in *Table, name string) (*Value, bool) {
	t := &Table{Name: join(in, name), Span: s.text.span(s.pos, s.pos+1), Up: in, origin: braces}
	v := &Value{Kind: Inline, Table: t}
	if !s.enter() {
		return v, true
	}
	for {
		if !s.gap() {
			return nil, s.endInside()
		}
		switch s.peek() {
		case '}':
			s.leave()
			return v, true
		case ',':
			return nil, s.fail(s.pos, s.pos+1, "a comma without a key before it", "delete the comma, or put a key and a value before it")
		}
		if !s.pair(t) || !s.separated() {
			return nil, false
		}
	}
}

// separated reads the comma behind an item, or sees the closing bracket.
func (s *scanner) separated() bool {
	behind := s.pos
	if !s.gap() {
		return s.endInside()
	}
	closing := byte(']')
	if s.text.s[s.open[len(s.open)-1]] == '{' {
		closing = '}'
	}
	switch c := s.peek(); {
	case c == ',':
		s.pos++
		return true
	case c == closing:
		return true
	case c == ']' || c == '}':
		return s.fail(s.pos, s.pos+1, fmt.Sprintf("`%c` where `%c` was expected", c, closing),
			fmt.Sprintf("what line %d opens is closed by %c", s.text.lineAt(s.open[len(s.open)-1])+1, closing))
	}
	rest := s.text.s[s.pos:max(s.token(s.pos), s.pos+1)]
	if rest[0] == '"' || rest[0] == '\'' {
		rest = s.text.s[s.pos:skipString(s.text.s[:s.restOfLine()], s.pos)]
	}
	hint := fmt.Sprintf("put a comma or %c behind the value", closing)
	if s.text.s[behind-1] == '"' && s.pos == behind {
		hint = `a quote inside a string is written \"`
	}
	return s.fail(s.pos, s.pos+len(rest), "no comma before "+shown(rest), hint)
}

// endInside reports that the text ended inside brackets.
func (s *scanner) endInside() bool {
	s.broken = true
	s.mistakes++
	s.notClosed(s.open[len(s.open)-1], "")
	return false
}

// enter reads an opening bracket. Not ok means that the bracket stands too
// deep: that is reported, and all of it skipped without going deeper.
func (s *scanner) enter() bool {
	if len(s.open) < MaxNesting {
		s.open = append(s.open, s.pos)
		s.pos++
		return true
	}
	if s.broken = true; !s.nested {
		s.nested = true
		s.problems.Add(Nesting, s.text.span(s.pos, s.pos+1), fmt.Sprintf("a list or table inside %d others", MaxNesting),
			fmt.Sprintf("nest at most %d deep", MaxNesting))
	}
	s.pos++
	s.skipBrackets(1, false)
	return false
}

// leave reads a closing bracket.
func (s *scanner) leave() {
	s.open = s.open[:len(s.open)-1]
	s.pos++
}

// word reads a value that is no string, list or table.
func (s *scanner) word() (*Value, bool) {
	from := s.pos
	s.pos = s.token(from)
	// A date and a time may stand apart by one blank.
	if time := s.pos + 1; isDate(s.text.s[from:s.pos]) && time < s.end && s.text.s[s.pos] == ' ' && isDigit(s.text.s[time]) {
		s.pos = s.token(time)
	}
	raw := s.text.s[from:s.pos]
	v := &Value{Raw: raw}
	switch {
	case raw == "true" || raw == "false":
		v.Kind, v.Bool, v.Raw = Bool, raw == "true", ""
	case isNotFinite(raw):
		v.Kind = Refused
		s.problems.Add(Number, s.text.span(from, s.pos), shown(raw)+" is not a number to compute with", "give the figure, or leave the key out")
	case raw != "" && (isDigit(raw[0]) || raw[0] == '+' || raw[0] == '-' || raw[0] == '.'):
		v.Kind = kindOf(raw)
		v.Span = s.text.span(from, s.pos)
		if v.Kind == Datetime && offsetOverflow.MatchString(raw) {
			s.badNumber(v, errOffset)
		} else {
			s.numbers = append(s.numbers, v)
		}
	default:
		s.pos = from
		return nil, s.notValue(raw)
	}
	return v, true
}

// token returns the offset at which the word that begins at one ends.
func (s *scanner) token(at int) int {
	for at < s.end && strings.IndexByte(" \t\n,]}#", s.text.s[at]) < 0 {
		at++
	}
	return at
}

// notValue reports a word that is no value of any kind.
func (s *scanner) notValue(raw string) bool {
	if raw == "" {
		return s.fail(s.pos, s.pos+1, "a value is missing before "+shown(s.text.s[s.pos:s.pos+1]), `text stands in quotes; an empty text is ""`)
	}
	hint := `text stands in quotes: "..."`
	switch strings.ToLower(raw) {
	case "true", "false", "yes", "no", "on", "off":
		hint = "write true or false"
	case "null", "nil", "none":
		hint = "TOML has no empty value: leave the key out"
	}
	if strings.ContainsAny(firstRune(raw), "“”„‘’«»`") {
		hint = `use straight quotes: "..."`
	}
	return s.fail(s.pos, s.pos+len(raw), shown(raw)+" is not a value", hint)
}

// kindOf tells numbers and dates apart by their shape, as the decoder does.
func kindOf(raw string) Kind {
	digits := len(raw) - len(strings.TrimLeft(raw, "0123456789"))
	switch {
	case digits > 0 && digits < len(raw) && (raw[digits] == '-' || raw[digits] == ':'):
		return Datetime
	case len(raw) > 1 && raw[0] == '0' && strings.IndexByte("xob", raw[1]) >= 0:
		return Integer
	case strings.ContainsAny(raw, ".eE"):
		return Float
	}
	return Integer
}

func isNotFinite(raw string) bool {
	raw = strings.TrimLeft(raw, "+-")
	return raw == "nan" || raw == "inf"
}

// offsetOverflow is an offset from UTC that the decoder accepts, though an hour
// is at most 23 and a minute at most 59.
var (
	offsetOverflow = regexp.MustCompile(`:.*[+-](24:\d\d|\d\d:60)$`)
	errOffset      = errors.New("the offset is out of its range")
)

func isDate(raw string) bool {
	return len(raw) == 10 && raw[4] == '-' && raw[7] == '-' && kindOf(raw) == Datetime
}
