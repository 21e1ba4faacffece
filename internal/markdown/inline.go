package markdown

import (
	"shortlist/internal/guide"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// inlines writes what stands in a line, or between two marks of emphasis.
func (s *source) inlines(nodes []guide.Node, mark string) {
	for i := range nodes {
		n := &nodes[i]
		at := place{edge: mark != "", first: i == 0, last: i == len(nodes)-1}
		if i > 0 {
			at.before = nodes[i-1].Kind
		}
		if !at.last {
			at.after = nodes[i+1].Kind
		}
		if n.Kind != guide.KindText {
			s.encode = s.encode && n.Kind == guide.KindCite // the rest begins with a mark
		}
		switch n.Kind {
		case guide.KindText:
			text := n.Text
			if s.Plain && i == 1 && at.before == guide.KindCite {
				text = strings.TrimLeft(text, " ")
			}
			s.words(text, at)
		case guide.KindBreak:
			if s.oneLine {
				s.put(" ")
				continue
			}
			if s.endsWith('\\') { // goldmark takes the three for text
				s.put("  ")
			} else {
				s.put(`\`)
			}
			s.newline()
		case guide.KindCodeSpan:
			s.codeSpan(n.Text)
		case guide.KindEmphasis:
			s.emphasis(n, s.emphasisMark(mark), nodes[i+1:])
		case guide.KindStrong:
			c := s.emphasisMark(mark)
			s.emphasis(n, c+c, nodes[i+1:])
		case guide.KindStrike:
			s.emphasis(n, "~~", nodes[i+1:])
		case guide.KindLink:
			s.link(n)
		case guide.KindImage:
			s.put("![")
			s.words(n.Text, place{before: guide.KindLink, after: guide.KindLink})
			s.put("]")
			s.target(n)
		case guide.KindCite:
			s.cite(n, nodes[i+1:], at)
		case guide.KindCall:
			if note := noted(s.notes, n.Number); note != nil {
				s.put("[^", s.label(note), "]")
			}
		case guide.KindTask:
			if n.Done {
				s.put("[x] ")
			} else {
				s.put("[ ] ")
			}
			s.line = len(s.out)
		}
	}
}

// emphasisMark is the character that marks emphasis: another one than that which
// is around it, or which it would touch.
func (s *source) emphasisMark(outer string) string {
	touches := s.delimiter == len(s.out) && s.endsWith('*')
	if touches || strings.HasPrefix(outer, "*") {
		return "_"
	}
	return "*"
}

// emphasis writes what stands between two marks. Whether a mark opens or closes
// depends on the characters on both sides of it: one that is in the way is
// written by its number, which begins and ends like a punctuation mark.
func (s *source) emphasis(n *guide.Node, mark string, next []guide.Node) {
	if r, size := utf8.DecodeLastRune(s.out[s.line:]); size > 0 && isLetter(r) && (mark[0] == '_' || !s.startsLetter(n.Children)) {
		s.out = s.out[:len(s.out)-size]
		s.entity(r)
	}
	s.put(mark)
	s.delimiter = len(s.out)
	s.inlines(n.Children, mark)
	r, _ := utf8.DecodeLastRune(s.out)
	closed := isLetter(r) && mark[0] != '_'
	s.put(mark)
	s.delimiter = len(s.out)
	s.encode = !closed && startsWord(next)
}

func isLetter(r rune) bool { return !unicode.IsSpace(r) && !util.IsPunctRune(r) }

// startsLetter reports whether the Markdown of nodes begins with a letter.
func (s *source) startsLetter(nodes []guide.Node) bool {
	if len(nodes) == 0 || nodes[0].Kind != guide.KindText {
		return false
	}
	r, _ := utf8.DecodeRuneInString(nodes[0].Text)
	return isLetter(r)
}

func (s *source) codeSpan(text string) {
	if s.Cell {
		text = strings.ReplaceAll(text, "|", `\|`)
	}
	fence := "`"
	for strings.Contains(text, fence) && hasRun(text, len(fence)) {
		fence += "`"
	}
	pad := ""
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") ||
		strings.HasPrefix(text, " ") && strings.HasSuffix(text, " ") && strings.Trim(text, " ") != "" {
		pad = " "
	}
	s.put(fence, pad, text, pad, fence)
}

// hasRun reports whether exactly so many backticks stand together somewhere.
func hasRun(text string, n int) bool {
	for text != "" {
		rest := strings.TrimLeft(text, "`")
		if len(text)-len(rest) == n {
			return true
		}
		i := strings.IndexByte(rest, '`')
		if i < 0 {
			return false
		}
		text = rest[i:]
	}
	return false
}

func (s *source) link(n *guide.Node) {
	dest := s.destination(n)
	if c := n.Children; n.Title == "" && len(c) == 1 && c[0].Kind == guide.KindText && isAutoLink(dest, c[0].Text) {
		s.put("<", c[0].Text, ">")
		return
	}
	s.put("[")
	s.inlines(n.Children, "")
	s.put("]")
	s.target(n)
}

// isAutoLink reports whether an address can stand for itself.
func isAutoLink(dest, words string) bool {
	if strings.ContainsFunc(words, func(r rune) bool { return r <= ' ' || r == '<' || r == '>' || r == '|' || r > unicode.MaxASCII }) {
		return false
	}
	mail := strings.HasPrefix(dest, "mailto:") && dest[len("mailto:"):] == words
	return dest == words && (strings.HasPrefix(dest, "https://") || strings.HasPrefix(dest, "http://")) ||
		mail && util.FindEmailIndex([]byte(words)) == len(words)
}

// target writes where a link or image leads, and its title.
func (s *source) target(n *guide.Node) {
	dest := s.destination(n)
	bare := dest != "" && !strings.ContainsFunc(dest, func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune("()<>", r) })
	s.put("(")
	if !bare {
		s.put("<")
	}
	s.quoted(dest, "<>")
	if !bare {
		s.put(">")
	}
	if n.Title != "" {
		s.put(` "`)
		s.quoted(n.Title, `"`)
		s.put(`"`)
	}
	s.put(")")
}

// quoted writes an address or a title.
func (s *source) quoted(text, special string) {
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\\', c == '&' && isEntity(text[i:]), c == '|' && s.Cell, strings.IndexByte(special, c) >= 0:
			s.out = append(s.out, '\\', c)
		case c < ' ':
			s.entity(rune(c))
		default:
			s.out = append(s.out, c)
		}
	}
}

func (s *source) cite(n *guide.Node, next []guide.Node, at place) {
	text := ""
	switch {
	case s.Plain || n.Sources == nil:
	case s.Cited != nil:
		text = s.Cited(n.Sources)
	default:
		text = "[@" + strings.Join(n.Sources, "; @") + "]"
	}
	switch {
	case text == "" && !(n.Spaced && startsWord(next)), !n.Spaced:
	case s.begins(), at.edge && at.first:
		s.entity(' ')
	default:
		s.put(" ")
	}
	s.put(text)
}
