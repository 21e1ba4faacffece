package markdown

import (
	"bytes"
	"fmt"
	"regexp"
)

// limits bound what goldmark is given. It is quadratic, or worse, in several
// ways on small input: in 1.8.7, 64 KB of "> " take seconds to parse, and a
// table of 32 KB becomes 160 MB. Within these limits the worst input that we
// know of takes well under a second (BenchmarkWorst); a real guide has a tenth
// of any of them. They are checked in one pass over the bytes, without parsing,
// and so count a little more than goldmark would: code too, for instance.
type limits struct {
	size       int // bytes
	lines      int
	width      int // bytes of a line
	containers int // list, quote and footnote marks at the beginning of a line
	column     int // where the last of them may stand
	marks      int // * _ [ ] < ` and doubled quotes, in lines without a blank one between
	refs       int // reference definitions in such a run
	columns    int // of a table
	cells      int // of all tables
	notes      int // [^ in the whole body
}

var (
	bodyLimits = limits{
		size: 128 << 10, lines: 8000, width: 8 << 10, containers: 12, column: 64, marks: 1000,
		refs: 100, columns: 64, cells: 5000, notes: 200,
	}
	lineLimits = limits{
		size: 8 << 10, lines: 100, width: 8 << 10, containers: 12, column: 64, marks: 500,
		refs: 100, columns: 64, cells: 5000, notes: 200,
	}
)

// within counts, line by line, what the limits are about.
type within struct {
	limits
	*pass
	line          span // without its end
	lines         int
	marks, refs   int // in the run of lines
	rows, columns int // of the run; columns of what may be its table
	cells, notes  int
	reported      bool
}

// limits reports the first place of each kind where the source is beyond a
// limit, and whether there is one.
func (p *pass) limits(l limits) bool {
	if len(p.source) > l.size {
		p.report(ruleMarkdownLimit, span{l.size, len(p.source)}, fmt.Sprintf("the text is longer than %d KiB", l.size>>10), "split it")
		return true
	}
	w := &within{limits: l, pass: p}
	for start := 0; start < len(p.source) && !w.reported; {
		end := len(p.source)
		if i := bytes.IndexByte(p.source[start:], '\n'); i >= 0 {
			end = start + i
		}
		w.line = span{start, end}
		w.read(p.source[start:end])
		start = end + 1
	}
	return w.reported
}

func (w *within) over(at span, what, hint string) {
	if !w.reported {
		w.pass.report(ruleMarkdownLimit, at, what, hint)
	}
	w.reported = true
}

func (w *within) read(line []byte) {
	if w.lines++; w.lines > w.limits.lines {
		w.over(w.line, fmt.Sprintf("the text has more than %d lines", w.limits.lines), "split it")
	}
	if len(bytes.TrimSpace(line)) == 0 {
		w.marks, w.refs, w.rows, w.columns = 0, 0, 0, 0
		return
	}
	if len(line) > w.width {
		w.over(w.line, fmt.Sprintf("a line is longer than %d KiB", w.width>>10), "break it")
		return
	}
	if bullet.Match(line) {
		w.marks = 0 // a paragraph of its own
	}
	w.prefix(line)
	w.inline(line)
	w.table(line)
}

// prefix counts the containers that a line opens or goes on with.
func (w *within) prefix(line []byte) {
	count, column := 0, 0
	for i := 0; i < len(line); {
		switch line[i] {
		case ' ':
			column++
			i++
			continue
		case '\t':
			column += 4 - column%4
			i++
			continue
		}
		n := containerMark(line[i:])
		if n == 0 {
			break
		}
		at := span{w.line.start + i, w.line.start + i + n}
		if count++; count > w.limits.containers {
			w.over(at, fmt.Sprintf("a line has more than %d marks of lists, quotes and footnotes", w.limits.containers), `write a backslash before a mark that is text`)
			return
		}
		if column > w.limits.column {
			w.over(at, fmt.Sprintf("a list or quote stands more than %d columns in", w.limits.column), "nest it less deeply")
			return
		}
		i, column = i+n, column+n
	}
	if bytes.HasPrefix(bytes.TrimLeft(line, " \t>"), []byte("[")) && bytes.Contains(line, []byte("]:")) {
		if w.refs++; w.refs > w.limits.refs {
			w.over(w.line, fmt.Sprintf("a paragraph has more than %d definitions", w.limits.refs), "put a blank line between them")
		}
	}
}

// bullet is a line that begins a list item whatever stands before it.
var bullet = regexp.MustCompile(`^ {0,3}[-*+] +[^ \t\r]`)

// containerMark is the length of the mark that a line begins with, or 0.
func containerMark(line []byte) int {
	n := 0
	switch c := line[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '*' || c == '+':
		n = 1
	case c >= '0' && c <= '9':
		for n < len(line) && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n > 9 || n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	case bytes.HasPrefix(line, []byte("[^")):
		if i := bytes.Index(line[:min(len(line), 1100)], []byte("]:")); i > 0 {
			return i + len("]:")
		}
		return 0
	default:
		return 0
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' && line[n] != '\r' {
		return 0
	}
	return n
}

// inline counts the marks of a line towards those of its paragraph.
func (w *within) inline(line []byte) {
	for i, c := range line {
		switch c {
		case '*', '_', '[', ']', '<', '`':
		case '\'', '"':
			if i == 0 || line[i-1] != c {
				continue
			}
		default:
			continue
		}
		at := span{w.line.start + i, w.line.start + i + 1}
		if w.marks++; w.marks > w.limits.marks {
			w.over(at, fmt.Sprintf("a paragraph has more than %d marks such as * _ [ ] < `", w.limits.marks), "put a blank line between its parts")
			return
		}
		if c == '[' && i+1 < len(line) && line[i+1] == '^' {
			if w.notes++; w.notes > w.limits.notes {
				w.over(at, fmt.Sprintf("the text has more than %d marks of footnotes", w.limits.notes), "use fewer")
				return
			}
		}
	}
}

// tableLine is the line under a table's header, in a list or quote too.
var tableLine = regexp.MustCompile(`^[ \t>*+0-9.)]*[-:|][-:| \t\r]*$`)

// table counts the cells that a run of lines makes if it is a table: every line
// is filled up to the columns of the header.
func (w *within) table(line []byte) {
	before := w.rows * w.columns
	w.rows++
	if tableLine.Match(line) {
		w.columns = max(w.columns, bytes.Count(line, []byte("|"))+1)
	}
	if w.columns > w.limits.columns {
		w.over(w.line, fmt.Sprintf("a table has more than %d columns", w.limits.columns), "split it")
		return
	}
	if w.columns > 1 {
		if w.cells += w.rows*w.columns - before; w.cells > w.limits.cells {
			w.over(w.line, fmt.Sprintf("the tables have more than %d cells", w.limits.cells), "split the text")
		}
	}
}
