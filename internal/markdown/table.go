package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"shortlist/internal/guide"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// captionMark begins a paragraph that is the caption of the table below it.
const captionMark = "Table: "

// captionOf returns the paragraph before a table if it is marked as its caption.
func (p *pass) captionOf(table *east.Table) *ast.Paragraph {
	before, ok := table.PreviousSibling().(*ast.Paragraph)
	if !ok || !bytes.HasPrefix(p.source[before.Lines().At(0).Start:], []byte(captionMark)) {
		return nil
	}
	if _, ok := before.FirstChild().(*ast.Text); !ok {
		return nil
	}
	return before
}

// table makes a node of a table with its caption.
func (p *pass) table(n *east.Table) guide.Node {
	rows := make([]guide.Node, 0, n.ChildCount()+1)
	if before := p.captionOf(n); before != nil {
		caption := guide.Node{Kind: guide.KindCaption, Children: p.inlines(before)}
		first := &caption.Children[0]
		if first.Text = first.Text[min(len(captionMark), len(first.Text)):]; first.Text == "" {
			caption.Children = caption.Children[1:]
		}
		rows = append(rows, caption)
	}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		row := guide.Node{Kind: guide.KindRow, Children: make([]guide.Node, 0, r.ChildCount())}
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cell := guide.Node{Kind: guide.KindCell, Children: p.inlines(c)}
			switch c.(*east.TableCell).Alignment {
			case east.AlignRight:
				cell.Align = guide.Right
			case east.AlignCenter:
				cell.Align = guide.Center
			}
			row.Children = append(row.Children, cell)
		}
		rows = append(rows, row)
	}
	return guide.Node{Kind: guide.KindTable, Children: rows}
}

// checkRow reports cells that goldmark drops because the header has no column
// for them.
func (p *pass) checkRow(n *east.TableRow) {
	start := max(n.Pos(), 0)
	end := start
	for end < len(p.source) && p.source[end] != '\n' {
		end++
	}
	at := trim(p.source, span{start, end})
	columns, cell := len(n.Alignments), at.start
	if p.source[at.start:at.end][0] == '|' {
		cell++
	}
	cells := 1
	for i := cell; i < at.end-1; i++ { // a last | opens no cell
		if p.source[i] != '|' || i > at.start && p.source[i-1] == '\\' {
			continue
		}
		if cells++; cells > columns {
			p.report(ruleTableColumns, span{i, at.end}, fmt.Sprintf("a row has more cells than the %d columns of its table", columns),
				`add a column to the header, or write \| for the character itself`)
			return
		}
	}
}

// ruler is a line that was meant to stand below the header of a table.
var ruler = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r\n]*$`)

// checkTableLines reports lines of a paragraph that were meant as a table: a ruler
// with other columns than the line before it, or none at all.
func (p *pass) checkTableLines(lines *text.Segments) {
	if lines.Len() == 0 || bytes.IndexByte(p.source[lines.At(0).Start:lines.At(lines.Len()-1).Stop], '|') < 0 {
		return
	}
	rows := 0 // that touch
	var first span
	for i := range lines.Len() {
		s := lines.At(i)
		line := p.source[s.Start:s.Stop]
		at := trim(p.source, span{s.Start, s.Stop})
		switch bars := bars(p.source[at.start:at.end]); {
		case i > 0 && bytes.IndexByte(line, '|') >= 0 && ruler.Match(line):
			p.report(ruleTableColumns, at, "the line below the header of a table has not as many columns as the header", "write one |---| for each column")
			return
		case bars == 0:
			rows = 0
			continue
		case p.source[at.start] == '|' && bars > 1:
			rows++ // no sentence begins so
		}
		if rows++; first.end == 0 || rows == 1 {
			first = at
		}
		if rows < 2 {
			continue
		}
		if i+1 < lines.Len() && ruler.Match(p.source[lines.At(i+1).Start:lines.At(i+1).Stop]) {
			continue // reported there
		}
		p.report(ruleTableLine, first, "lines look like a table and are none", "write |---| for each column below the first, or \\| for the character itself")
		return
	}
}

// bars counts the bars of a line that would part cells, outside of code.
func bars(line []byte) int {
	count, code := 0, false
	for i, c := range line {
		switch {
		case c == '`':
			code = !code
		case c == '|' && !code && !isEscaped(line, i):
			count++
		}
	}
	return count
}
