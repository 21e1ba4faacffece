package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pause is what stands between two words.
type pause int

const (
	space  pause = iota // a blank, a hyphen, emphasis
	comma               //
	clause              // a colon, semicolon, bracket or dash
	stop                // the end of a sentence, a heading, an item or a cell
)

// word is a word of a text, at a byte range of it.
type word struct {
	written    string
	plain      string // in small letters, without a possessive
	stem       string // and without the s of a plural
	start, end int
	before     pause
}

// longest is how many words a sentence may have: one that goes on is cut, so that
// looking back and forth in a sentence stays cheap in a text that never stops.
const longest = 250

// split takes a line or a body of Markdown into words. A hyphen parts words, so
// that "security-first" says "security first"; citations, code and the addresses
// of links are left out.
func split(text string) []word {
	out := make([]word, 0, len(text)/6+1)
	before, heading := stop, false
	begins := 0 // the word with which the sentence does
	pauses := func(p pause) { before = max(before, p) }
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		next := i + size
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			next = i + wordLength(text[i:])
			if len(out)-begins == longest {
				before = stop
			}
			if before == stop {
				begins = len(out)
			}
			out = append(out, newWord(text, i, next, before))
			before = space
		case r == '[' && strings.HasPrefix(text[next:], "@"):
			next = i + through(text[i:], "]")
		case r == ']' && strings.HasPrefix(text[next:], "("):
			next = i + through(text[i:], ")")
		case r == '<' && next < len(text) && text[next] != ' ':
			next = i + through(text[i:], ">")
		case r == '`':
			n := len(text[i:]) - len(strings.TrimLeft(text[i:], "`"))
			next = i + n + through(text[i+n:], text[i:i+n])
			pauses(clause)
		case r == ',':
			pauses(comma)
		case r == ';' || r == ':' || r == '(' || r == ')' || r == '–' || r == '—' || r == '-' && dash(text[next:]):
			pauses(clause)
		case r == '.' || r == '!' || r == '?' || r == '|':
			pauses(stop)
		case r == '#' && (i == 0 || text[i-1] == '\n'):
			heading = true
		case r == '\n':
			if heading || opensBlock(text[next:]) {
				pauses(stop)
			}
			heading = false
		}
		i = next
	}
	return out
}

func newWord(text string, start, end int, before pause) word {
	w := word{written: text[start:end], start: start, end: end, before: before}
	w.plain = strings.ReplaceAll(strings.ToLower(w.written), "’", "'")
	w.plain = strings.TrimSuffix(w.plain, "'s")
	w.stem = stem(w.plain)
	return w
}

// stem takes the s of a plural off. What it makes of other words does not
// matter, since words are only compared stem by stem.
func stem(plain string) string {
	if len(plain) > 3 && !strings.HasSuffix(plain, "ss") {
		return strings.TrimSuffix(plain, "s")
	}
	return plain
}

// wordLength is the length of the word at the start of a text: letters and
// digits, apostrophes inside, a decimal point.
func wordLength(text string) int {
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			continue
		}
		if r != '\'' && r != '’' && r != '.' {
			return i
		}
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if r == '.' && !unicode.IsDigit(after) || r != '.' && !unicode.IsLetter(after) {
			return i
		}
	}
	return len(text)
}

// through is the length of a text up to and with its first end, or 1 where it
// has none.
func through(text, end string) int {
	if i := strings.Index(text, end); i >= 0 {
		return i + len(end)
	}
	return 1
}

// dash reports whether what follows a hyphen shows that it is a dash.
func dash(after string) bool {
	return after == "" || after[0] == ' ' || after[0] == '-'
}

// opensBlock reports whether a line ends what the line before it says.
func opensBlock(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return line == "" || strings.ContainsAny(line[:1], "\n#-*+>|:") || line[0] >= '0' && line[0] <= '9'
}

// stems is the stems of a name or a phrase.
func stems(text string) []string {
	var out []string
	for _, w := range split(text) {
		out = append(out, w.stem)
	}
	return out
}

// set is the stems of a list of words.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, s := range stems(words) {
		out[s] = true
	}
	return out
}
