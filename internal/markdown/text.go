package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is the plain text, on one line, without citations, footnotes and blocks
// of code.
func (p Prose) Text() string { return plainText(p.Nodes) }

func plainText(nodes []Node) string {
	if len(nodes) == 1 && nodes[0].Kind == KindText && !strings.ContainsFunc(nodes[0].Text, unicode.IsSpace) {
		return nodes[0].Text
	}
	var w flat
	w.nodes(nodes)
	return w.String()
}

// flat collects text with one space for any white space, and none at its ends.
type flat struct {
	strings.Builder
	gap bool
}

func (w *flat) add(text string) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			w.gap = true
		} else {
			if w.gap && w.Len() > 0 {
				w.WriteByte(' ')
			}
			w.gap = false
			w.WriteString(text[i : i+size])
		}
		i += size
	}
}

func (w *flat) nodes(nodes []Node) {
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case KindText, KindCodeSpan, KindImage:
			w.add(n.Text)
		case KindBreak:
			w.gap = true
		case KindTask:
			w.add(n.box())
			w.gap = true
		case KindCite:
			w.gap = w.gap || n.Spaced && startsWord(nodes[i+1:])
		case KindComputed, KindCode:
		default:
			w.nodes(n.Children)
			w.gap = w.gap || n.Kind < KindText
		}
	}
}

// box is how a task is shown: as a character, which needs no style and is read
// out as a box.
func (n *Node) box() string {
	if n.Done {
		return "☑"
	}
	return "☐"
}

// startsWord reports whether what follows begins with a letter or digit, so that
// it would run into the word before a citation that is left out.
func startsWord(next []Node) bool {
	if len(next) == 0 {
		return false
	}
	switch next[0].Kind {
	case KindText:
		r, _ := utf8.DecodeRuneInString(next[0].Text)
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	case KindEmphasis, KindStrong, KindStrike, KindCodeSpan, KindLink:
		return true
	}
	return false
}

// words counts what has a letter or digit in it between white space.
func words(text string) int {
	count := 0
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			count++
		}
	}
	return count
}
