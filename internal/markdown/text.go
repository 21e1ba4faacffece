package markdown

import (
	"shortlist/internal/guide"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is the plain text, on one line, without citations, footnotes and blocks
// of code.
func Text(p guide.Prose) string { return plainText(p.Nodes) }

func plainText(nodes []guide.Node) string {
	if len(nodes) == 1 && nodes[0].Kind == guide.KindText && !strings.ContainsFunc(nodes[0].Text, unicode.IsSpace) {
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

func (w *flat) nodes(nodes []guide.Node) {
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case guide.KindText, guide.KindCodeSpan, guide.KindImage:
			w.add(n.Text)
		case guide.KindBreak:
			w.gap = true
		case guide.KindTask:
			w.add(box(n))
			w.gap = true
		case guide.KindCite:
			w.gap = w.gap || n.Spaced && startsWord(nodes[i+1:])
		case guide.KindComputed, guide.KindDrawn, guide.KindCode:
		case guide.KindContainer:
			w.container(n)
			w.gap = true
		default:
			w.nodes(n.Children)
			w.gap = w.gap || n.Kind < guide.KindText
		}
	}
}

// container writes a title with a colon, so that it does not run into the text, and
// whom is quoted behind a dash.
func (w *flat) container(n *guide.Node) {
	caption, blocks := parted(n)
	if caption != nil && n.Text != "quote" {
		title := plainText(caption.Children)
		w.add(title)
		if last, _ := utf8.DecodeLastRuneInString(title); title != "" && !unicode.IsPunct(last) {
			w.add(":")
		}
		w.gap = true
	}
	w.nodes(blocks)
	if caption != nil && n.Text == "quote" {
		w.gap = true
		w.add("— ")
		w.nodes(caption.Children)
	}
}

// box is how a task is shown: as a character, which needs no style and is read
// out as a box.
func box(n *guide.Node) string {
	if n.Done {
		return "☑"
	}
	return "☐"
}

// startsWord reports whether what follows begins with a letter or digit, so that
// it would run into the word before a citation that is left out.
func startsWord(next []guide.Node) bool {
	if len(next) == 0 {
		return false
	}
	switch next[0].Kind {
	case guide.KindText:
		r, _ := utf8.DecodeRuneInString(next[0].Text)
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	case guide.KindEmphasis, guide.KindStrong, guide.KindStrike, guide.KindCodeSpan, guide.KindLink:
		return true
	}
	return false
}
