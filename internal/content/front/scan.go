package front

import (
	"fmt"
	"regexp"
	"strings"

	"shortlist/internal/diag"
)

var Syntax = diag.Define(diag.Error, "toml-syntax",
	"The front matter, or a TOML file, is not TOML.")

// scanner reads a stretch of a file as TOML. Its methods return false when
// they have reported a mistake that they could not step over; the statement is
// then given up, and scanning goes on behind it.
type scanner struct {
	text     *text
	pos, end int
	root     *Table
	table    *Table   // what the last header opened
	merging  bool     // that header was a repeat and has been reported; its keys need not be
	open     []int    // the offsets of the brackets around pos
	resume   bool     // pos is already where the next statement begins
	nested   bool     // the statement has been reported as nested too deep
	numbers  []*Value // numbers and dates: the decoder has to judge them
	problems *diag.List
	before   int  // how many problems the file had before
	mistakes int  // of syntax
	broken   bool // something could not be read
}

// scan reads TOML between two offsets. The tree is nil if anything but a
// repeated key, a number or a date was wrong with it.
func scan(t *text, from, to int, problems *diag.List) *Table {
	s := &scanner{text: t, pos: from, end: to, problems: problems, before: len(*problems)}
	s.root = &Table{Span: t.span(from, from), origin: opened}
	s.table = s.root
	for s.gap() && s.mistakes < maxSyntax {
		s.open, s.resume, s.nested = s.open[:0], false, false
		if !s.statement() {
			s.resync()
		}
	}
	s.judge(t.s[from:to], from)
	if s.broken {
		return nil
	}
	return s.root
}

// statement reads a table's header or a key with its value.
func (s *scanner) statement() bool {
	if s.text.s[s.pos] == '[' {
		return s.header() && s.lineEnds("the header", "a header stands on a line of its own")
	}
	return s.pair(s.table) && s.lineEnds("the value", "each key stands on a line of its own")
}

// header reads [a.b] or [[a.b]] and makes that table the current one.
func (s *scanner) header() bool {
	from := s.pos
	brackets := "["
	if strings.HasPrefix(s.text.s[s.pos:s.end], "[[") {
		brackets = "[["
	}
	s.pos += len(brackets)
	// What follows a broken header belongs to no table that is known.
	s.table, s.merging = &Table{origin: opened}, false
	parts, ok := s.key("]")
	if !ok {
		return false
	}
	closing := strings.Repeat("]", len(brackets))
	if !strings.HasPrefix(s.text.s[s.pos:s.end], closing) {
		hint := fmt.Sprintf("write %s%s%s", brackets, s.text.s[parts[0].from:parts[len(parts)-1].to], closing)
		if c := s.peek(); c != 0 && strings.IndexByte("\n#]", c) < 0 {
			hint = "a name of more than letters, digits, - and _ stands in quotes"
		}
		return s.fail(s.pos, s.pos+1, "the header is not closed", hint)
	}
	s.pos += len(closing)
	if len(parts) <= MaxKeyParts {
		s.openTable(parts, brackets == "[[", s.text.span(from, s.pos))
	}
	return true
}

// pair reads a key and its value into a table.
func (s *scanner) pair(in *Table) bool {
	parts, ok := s.key("=")
	if !ok {
		return false
	}
	if s.peek() != '=' {
		return s.noEquals(parts)
	}
	s.pos++
	holder, last := s.descend(in, parts)
	v, ok := s.value(holder, last.name)
	if !ok {
		return false
	}
	s.put(holder, last, v)
	return true
}

// noEquals reports a key without an equals sign.
func (s *scanner) noEquals(parts []part) bool {
	written := s.text.s[parts[0].from:parts[len(parts)-1].to]
	hint := "write " + written + " = and a value"
	switch c := s.peek(); {
	case c == ':':
		hint = "TOML has = between key and value, not :"
	case written == "-":
		hint = `a list is written key = ["a", "b"]`
	case s.thousands(parts[0].from):
		hint = thousandsHint
	case len(s.open) > 0 && strings.Trim(written, "0123456789") == "":
		hint = "a decimal point is a point, as in 8.5; a comma ends the value"
	case c == 0 || strings.IndexByte("\n#,]}", c) >= 0:
	case strings.Contains(s.text.s[s.pos:s.restOfLine()], "="):
		hint = "a key of more than letters, digits, - and _ stands in quotes"
	case len(s.open) == 0:
		hint = `write key = "text" or [table]; prose stands below the closing +++`
	}
	return s.fail(parts[0].from, parts[len(parts)-1].to, "no = after the key "+shown(written), hint)
}

const thousandsHint = "thousands are joined by an underscore, as in 100_000; a decimal point is a point, as in 8.5"

// thousands reports whether exactly three digits stand at an offset, behind a
// digit and a comma: 100,000 is more likely a hundred thousand than a hundred.
func (s *scanner) thousands(at int) bool {
	text := s.text.s
	if at < 2 || at+3 > len(text) || text[at-1] != ',' || !isDigit(text[at-2]) {
		return false
	}
	return isDigit(text[at]) && isDigit(text[at+1]) && isDigit(text[at+2]) && (at+3 == len(text) || !isDigit(text[at+3]))
}

// lineEnds reads the rest of a line, on which nothing more may stand.
func (s *scanner) lineEnds(what, hint string) bool {
	s.blanks()
	switch s.peek() {
	case 0, '\n':
		return true
	case '#':
		s.comment()
		return true
	}
	from := s.pos
	rest := strings.TrimRight(s.text.s[from:s.restOfLine()], " \t")
	switch {
	case s.thousands(from + 1):
		hint = thousandsHint
	case rest[0] == ',' && len(rest) > 1 && isDigit(rest[1]):
		hint = "a decimal point is a point, as in 8.5"
	case rest[0] == ',':
		hint = "delete the comma: it stands only between the values of a list or an inline table"
	case from > 0 && s.text.s[from-1] == '"':
		hint = `a quote inside a string is written \"`
	case from > 0 && s.text.s[from-1] == '\'':
		hint = "a string with an apostrophe in it stands in double quotes"
	}
	return s.fail(from, from+len(rest), "unexpected "+shown(rest)+" after "+what, hint)
}

// peek returns the next byte, 0 at the end. (No file that gets here has a NUL.)
func (s *scanner) peek() byte {
	if s.pos >= s.end {
		return 0
	}
	return s.text.s[s.pos]
}

func (s *scanner) blanks() {
	for s.pos < s.end && (s.text.s[s.pos] == ' ' || s.text.s[s.pos] == '\t') {
		s.pos++
	}
}

// gap skips blanks, line ends and comments, and reports whether anything is left.
func (s *scanner) gap() bool {
	for {
		s.blanks()
		switch s.peek() {
		case 0:
			return false
		case '\n':
			s.pos++
		case '#':
			s.comment()
		default:
			return true
		}
	}
}

func (s *scanner) comment() { s.pos = s.restOfLine() }

// restOfLine returns the offset at which the current line ends.
func (s *scanner) restOfLine() int {
	if i := strings.IndexByte(s.text.s[s.pos:s.end], '\n'); i >= 0 {
		return s.pos + i
	}
	return s.end
}

// fail reports a mistake and returns false. A mistake that is only the echo of
// a bracket that an earlier line left open is reported as that.
func (s *scanner) fail(from, to int, message, hint string) bool {
	s.mistakes++
	s.broken = true
	if s.leftOpen(from) || s.mistakes > maxSyntax {
		return false
	}
	s.problems.Add(Syntax, s.text.span(from, to), message, hint)
	return false
}

var (
	headerLine = regexp.MustCompile(`^[ \t]*\[\[?[ \t]*[A-Za-z_][A-Za-z0-9_.-]*[ \t]*\]\]?[ \t]*(#.*)?$`)
	pairLine   = regexp.MustCompile(`^[ \t]*[A-Za-z0-9_-]+([ \t]*\.[ \t]*[A-Za-z0-9_-]+)*[ \t]*=`)
)

// leftOpen reports a bracket that was opened on an earlier line than a mistake,
// if the line of the mistake begins a statement: a header, or in a list a key
// with its equals sign.
func (s *scanner) leftOpen(mistake int) bool {
	start := s.text.starts[s.text.lineAt(mistake)]
	i := len(s.open) - 1
	for i >= 0 && s.open[i] >= start {
		i--
	}
	if i < 0 {
		return false
	}
	line := s.text.line(s.text.lineAt(mistake))
	if !headerLine.MatchString(line) && (s.text.s[s.open[i]] != '[' || !pairLine.MatchString(line)) {
		return false
	}
	s.notClosed(s.open[i], fmt.Sprintf(" before line %d", s.text.lineAt(mistake)+1))
	s.pos, s.resume = start, true
	return true
}

// notClosed reports the bracket at an offset.
func (s *scanner) notClosed(bracket int, where string) {
	what, closing := "list", "]"
	if s.text.s[bracket] == '{' {
		what, closing = "inline table", "}"
	}
	s.problems.Add(Syntax, s.text.span(bracket, bracket+1), "the "+what+" is not closed", "close it with "+closing+where)
}

// resync goes to where the next statement can begin: the next line, or the
// line behind the brackets that are open.
func (s *scanner) resync() {
	if !s.resume && !s.skipBrackets(len(s.open), true) {
		s.pos = s.restOfLine()
	}
}

// skipBrackets goes behind so many open brackets without looking at what is in
// them. If it is to mind headers it stops before a line that is one, and says so.
func (s *scanner) skipBrackets(depth int, headers bool) (atHeader bool) {
	for s.pos < s.end && depth > 0 {
		switch s.text.s[s.pos] {
		case '\n':
			s.pos++
			if headers && headerLine.MatchString(s.text.s[s.pos:s.restOfLine()]) {
				return true
			}
			continue
		case '#':
			s.comment()
			continue
		case '"', '\'':
			s.pos = skipString(s.text.s[:s.end], s.pos)
			continue
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		s.pos++
	}
	return false
}
