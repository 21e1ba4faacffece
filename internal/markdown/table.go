package markdown

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// captionMark begins a paragraph that is the caption of the table below it.
const captionMark = "Table: "

// caption makes the paragraph before a table its caption, if it is marked as one.
func (t *tree) caption(table *east.Table) {
	before, ok := table.PreviousSibling().(*ast.Paragraph)
	if !ok || !bytes.HasPrefix(t.source[before.Lines().At(0).Start:], []byte(captionMark)) {
		return
	}
	words, ok := before.FirstChild().(*ast.Text)
	if !ok {
		return
	}
	words.Segment.Start = min(words.Segment.Start+len(captionMark), words.Segment.Stop)
	if t.captions == nil {
		t.captions = map[ast.Node]ast.Node{}
	}
	t.captions[table], t.captions[before] = before, table
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

// checkRuler reports a line of a paragraph that would have made it a table if
// its columns were those of the line before.
func (p *pass) checkRuler(line []byte, start int) {
	if bytes.IndexByte(line, '|') >= 0 && ruler.Match(line) {
		p.report(ruleTableColumns, trim(p.source, span{start, start + len(line)}),
			"the line below the header of a table has not as many columns as the header", "write one |---| for each column")
	}
}

// table writes a table that scrolls by itself, with the alignment as a class:
// the pages allow no inline style.
func (p *page) table(n *east.Table) {
	p.put("<div class=\"scroll\"><table>\n")
	if caption := p.captions[n]; caption != nil {
		p.put("<caption>")
		p.inlines(caption)
		p.put("</caption>\n")
	}
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		tag, scope := "td", ""
		if row.Kind() == east.KindTableHeader {
			tag, scope = "th", ` scope="col"`
			p.put("<thead>\n")
		} else if !body {
			body = true
			p.put("<tbody>\n")
		}
		p.put("<tr>")
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			p.put("<", tag, scope)
			switch c.(*east.TableCell).Alignment {
			case east.AlignRight:
				p.put(` class="right"`)
			case east.AlignCenter:
				p.put(` class="center"`)
			}
			p.put(">")
			p.inlines(c)
			p.put("</", tag, ">")
		}
		p.put("</tr>\n")
		if row.Kind() == east.KindTableHeader {
			p.put("</thead>\n")
		}
	}
	if body {
		p.put("</tbody>\n")
	}
	p.put("</table></div>\n")
}
