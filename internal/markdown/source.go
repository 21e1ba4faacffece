package markdown

import (
	"bytes"
	"shortlist/internal/guide"
	"slices"
	"strconv"
	"strings"
)

// source is the Markdown of some prose.
type source struct {
	Options
	out       []byte
	notes     []guide.Node
	prefix    []byte // what each line begins with, in lists and quotes
	line      int    // where the text of the line begins, behind prefix and marks
	oneLine   bool   // a heading or cell: no line end can stand in it
	inHeading bool
	captioned bool   // a table follows the paragraph
	mark      string // of the list before, or around
	item      bool   // an item begins
	delimiter int    // where the last mark of emphasis ends
	encode    bool   // the next character may not look like a letter
}

// Markdown writes the prose in our dialect, so that it reads back to the same
// prose: with Attributes and no other option, unless a heading has a line break in
// it or emphasis is three levels deep. Typographic characters stand as themselves, links at their
// place, footnotes at the end. There is no line end behind it.
func Markdown(p guide.Prose, o Options) string {
	s := &source{Options: o, notes: p.Notes, out: make([]byte, 0, 512), oneLine: o.Cell}
	if len(p.Nodes) > 0 && p.Nodes[0].Kind >= guide.KindText {
		s.inlines(p.Nodes, "")
		return string(s.out)
	}
	s.blocks(p.Nodes, false)
	for _, n := range p.Notes {
		if len(s.out) > 0 {
			s.newline()
			s.newline()
		}
		s.within("[^"+s.label(&n)+"]: ", "    ", func() {
			if len(n.Children) > 0 && n.Children[0].Kind != guide.KindParagraph {
				s.newline()
			}
			s.blocks(n.Children, false)
		})
	}
	return string(s.out)
}

func (s *source) put(parts ...string) {
	for _, p := range parts {
		s.out = append(s.out, p...)
	}
}

// begins reports whether nothing stands on the line yet.
func (s *source) begins() bool { return len(s.out) == s.line }

func (s *source) newline() {
	if s.begins() { // no white space at the end of a blank line
		s.out = bytes.TrimRight(s.out, " ")
	}
	s.out = append(s.out, '\n')
	s.out = append(s.out, s.prefix...)
	s.line = len(s.out)
}

// within writes what stands behind a mark, its further lines behind a prefix.
func (s *source) within(mark, prefix string, write func()) {
	s.put(mark)
	s.line = len(s.out)
	before := len(s.prefix)
	s.prefix = append(s.prefix, prefix...)
	write()
	if s.begins() { // nothing was written
		s.out = bytes.TrimRight(s.out, " ")
		s.line = len(s.out)
	}
	s.prefix = s.prefix[:before]
}

// blocks writes blocks with a blank line between two, unless they are the
// contents of a list without any.
func (s *source) blocks(nodes []guide.Node, tight bool) {
	first := true
	before := "" // the mark of the list that the next one touches, or opens
	if s.begins() && s.item {
		before = s.mark
	}
	s.item = false
	for i := range nodes {
		n := &nodes[i]
		if n.Kind == guide.KindNothing {
			continue
		}
		if !first {
			s.newline()
			if !tight {
				s.newline()
			}
		}
		first = false
		s.captioned = i+1 < len(nodes) && nodes[i+1].Kind == guide.KindTable
		s.mark = before
		s.block(n)
		before = s.mark
	}
}

func (s *source) block(n *guide.Node) {
	before := s.mark
	s.mark = ""
	switch n.Kind {
	case guide.KindHeading:
		s.heading(n)
	case guide.KindParagraph, guide.KindTight:
		s.inlines(n.Children, "")
	case guide.KindBullets:
		mark := "-"
		if before == mark {
			mark = "*" // two lists that touch are one, and three hyphens a rule
		}
		s.list(n, mark, func(int) string { return mark })
	case guide.KindNumbers:
		dot := "."
		if before == dot {
			dot = ")"
		}
		const most = 999_999_999 // a number has nine digits
		s.list(n, dot, func(i int) string { return strconv.Itoa(min(n.Number+i, most)) + dot })
	case guide.KindQuote:
		s.within("> ", "> ", func() { s.blocks(n.Children, false) })
	case guide.KindContainer:
		s.container(n)
	case guide.KindVideo:
		s.video(n)
	case guide.KindRule:
		if len(s.prefix) > 0 {
			s.put("___") // the others would mark an item
		} else {
			s.put("---")
		}
	case guide.KindCode:
		s.code(n)
	case guide.KindTable:
		s.table(n.Children)
	case guide.KindDrawn:
		if s.Drawn != nil {
			for i, line := range strings.Split(strings.TrimRight(s.Drawn(n.Text, strings.Fields(n.Title)), "\n"), "\n") {
				if i > 0 {
					s.newline()
				}
				s.put(line)
			}
			break
		}
		s.put("::", n.Text)
		if n.Title != "" {
			s.put(" ", n.Title)
		}
	case guide.KindComputed:
		s.put("::", n.Text)
		if n.Title != "" {
			s.put("[")
			s.words(n.Title, place{})
			s.put("]")
		}
	}
}

func (s *source) heading(n *guide.Node) {
	s.put(strings.Repeat("#", headingLevel(n.Number, s.Shift)), " ")
	s.line = len(s.out)
	s.oneLine, s.inHeading = true, true
	s.inlines(n.Children, "")
	s.oneLine, s.inHeading = false, false
	if !s.Attributes {
		return
	}
	var marks []string
	if n.ID != "" && n.ID != classID(n.Class) {
		marks = append(marks, "#"+n.ID)
	}
	if n.Class != "" {
		marks = append(marks, "."+n.Class)
	}
	if len(marks) > 0 {
		s.put(" {", strings.Join(marks, " "), "}")
	}
}

func (s *source) list(n *guide.Node, kind string, mark func(i int) string) {
	loose := slices.ContainsFunc(n.Children, func(item guide.Node) bool {
		return slices.ContainsFunc(item.Children, func(c guide.Node) bool { return c.Kind == guide.KindParagraph })
	})
	for i, item := range n.Children {
		if i > 0 {
			s.newline()
			if loose {
				s.newline()
			}
		}
		m := mark(i) + " "
		s.mark, s.item = kind, true
		s.within(m, strings.Repeat(" ", len(m)), func() { s.blocks(item.Children, !loose) })
	}
	s.mark, s.item = kind, false
}

func (s *source) code(n *guide.Node) {
	mark := byte('`')
	if strings.Contains(n.Class, "`") {
		mark = '~'
	}
	fence := strings.Repeat(string(mark), max(3, longest(n.Text, mark)+1))
	s.put(fence)
	for i := range len(n.Class) {
		if c := n.Class[i]; c <= ' ' || c == '&' || c == '\\' {
			s.entity(rune(c))
		} else {
			s.out = append(s.out, c)
		}
	}
	for line := range strings.Lines(n.Text) {
		s.newline()
		s.put(strings.TrimSuffix(line, "\n"))
	}
	s.newline()
	s.put(fence)
}

// longest is the length of the longest run of a mark.
func longest(text string, mark byte) int {
	most, run := 0, 0
	for i := range len(text) {
		if run++; text[i] != mark {
			run = 0
		}
		most = max(most, run)
	}
	return most
}

func (s *source) table(rows []guide.Node) {
	if len(rows) > 0 && rows[0].Kind == guide.KindCaption {
		s.put(captionMark)
		s.inlines(rows[0].Children, "")
		s.newline()
		s.newline()
		rows = rows[1:]
	}
	before := s.Cell
	s.Cell, s.oneLine = true, true
	for i, row := range rows {
		if i > 0 {
			s.newline()
		}
		s.put("|")
		cells := row.Children
		for n := len(cells); n > 1 && len(cells[n-1].Children) == 0 && cells[n-1].Align != rows[0].Children[n-1].Align; n-- {
			cells = cells[:n-1] // goldmark's, for those that the author left out
		}
		for j := range cells {
			s.put(" ")
			s.line = len(s.out)
			s.inlines(cells[j].Children, "")
			s.put(" |")
		}
		if i > 0 {
			continue
		}
		s.newline()
		s.put("|")
		for _, c := range row.Children {
			s.put([]string{" --- |", " :-: |", " --: |"}[c.Align])
		}
	}
	s.Cell, s.oneLine = before, before
}

// label is the name of a footnote. What is printed together has other prefixes.
func (s *source) label(n *guide.Node) string {
	return s.Prefix + strings.ReplaceAll(strings.TrimPrefix(n.ID, "fn:"), ":", "-")
}
