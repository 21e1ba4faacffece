package front

import (
	"sort"
	"unicode/utf8"

	"shortlist/internal/diag"
)

// text is a file as all offsets in this package count it: valid UTF-8, LF line
// ends, no byte order mark.
type text struct {
	path   string
	s      string
	starts []int // the offset at which each line begins
	runes  []int // code points before each stride-th byte
}

// stride bounds how many bytes are read again to find a column, so that many
// places on one long line stay cheap.
const stride = 256

func newText(path, s string) *text {
	t := &text{path: path, s: s, starts: []int{0}, runes: make([]int, 0, len(s)/stride+1)}
	n := 0
	for i := range len(s) {
		if i%stride == 0 {
			t.runes = append(t.runes, n)
		}
		if s[i]&0xC0 != 0x80 {
			n++
		}
		if s[i] == '\n' {
			t.starts = append(t.starts, i+1)
		}
	}
	return t
}

// line returns a line without its end, from 0.
func (t *text) line(i int) string { return t.s[t.starts[i]:t.lineEnd(i)] }

func (t *text) lineEnd(i int) int {
	if i+1 < len(t.starts) {
		return t.starts[i+1] - 1
	}
	return len(t.s)
}

// lineAt returns the line that holds an offset, from 0.
func (t *text) lineAt(offset int) int { return sort.SearchInts(t.starts, offset+1) - 1 }

// count counts the code points between two offsets.
func (t *text) count(from, to int) int {
	if to-from <= stride {
		return utf8.RuneCountInString(t.s[from:to])
	}
	return t.before(to) - t.before(from)
}

// before counts the code points before an offset.
func (t *text) before(offset int) int {
	block := min(offset/stride, len(t.runes)-1)
	if block < 0 {
		return 0
	}
	n := t.runes[block]
	for i := block * stride; i < offset; i++ {
		if t.s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// span is the place of the bytes between two offsets, as far as they are on
// the first one's line. It is at least one wide, so that there is a caret.
func (t *text) span(from, to int) diag.Span {
	line := t.lineAt(from)
	return t.place(line, from, t.count(from, max(from, min(to, t.lineEnd(line)))))
}

// wide is the place of width code points at an offset, as far as they are on
// its line.
func (t *text) wide(from, width int) diag.Span {
	line := t.lineAt(from)
	return t.place(line, from, min(width, t.count(from, t.lineEnd(line))))
}

func (t *text) place(line, from, width int) diag.Span {
	return diag.Span{
		File: t.path, Line: line + 1, Column: t.count(t.starts[line], from) + 1,
		Width: max(width, 1), Text: t.line(line),
	}
}
