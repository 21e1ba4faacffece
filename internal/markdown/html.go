package markdown

import (
	"io"
	"shortlist/internal/guide"
	"strconv"
	"strings"
	"sync"
)

// page is the HTML of some prose. The printer knows every kind of node and
// writes nothing else, so that no attribute, comment, style or unsafe address
// can slip in.
type page struct {
	Options
	out   []byte
	notes []guide.Node
}

// HTML writes the prose as HTML, with the footnotes that it calls at its end. The
// only errors are those of w.
func HTML(w io.Writer, p guide.Prose, o Options) error {
	h := pages.Get().(*page)
	defer pages.Put(h)
	h.Options, h.notes, h.out = o, p.Notes, h.out[:0]
	h.nodes(p.Nodes)
	if len(p.Notes) > 0 {
		h.footnotes(p.Nodes)
	}
	_, err := w.Write(h.out)
	h.Options, h.notes = Options{}, nil // what they hold is not kept alive
	return err
}

// pages are used again for their memory: a site has thousands of fragments.
var pages = sync.Pool{New: func() any { return new(page) }}

func (p *page) put(parts ...string) {
	for _, s := range parts {
		p.out = append(p.out, s...)
	}
}

// words writes text, escaped for text and for quoted attributes.
func (p *page) words(s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		var entity string
		switch s[i] {
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '&':
			entity = "&amp;"
		case '"':
			entity = "&quot;"
		default:
			continue
		}
		p.out = append(append(p.out, s[from:i]...), entity...)
		from = i + 1
	}
	p.out = append(p.out, s[from:]...)
}

// attribute writes a value between quotes.
func (p *page) attribute(name string, value ...string) {
	p.put(" ", name, `="`)
	for _, v := range value {
		p.words(v)
	}
	p.put(`"`)
}

// element writes an inline element.
func (p *page) element(tag string, children []guide.Node) {
	p.put("<", tag, ">")
	p.nodes(children)
	p.put("</", tag, ">")
}

func (p *page) nodes(nodes []guide.Node) {
	for i := range nodes {
		switch n := &nodes[i]; n.Kind {
		case guide.KindTight:
			p.nodes(n.Children)
			if i+1 < len(nodes) {
				p.put("\n")
			}
		case guide.KindText:
			text := n.Text
			if p.Plain && i == 1 && nodes[0].Kind == guide.KindCite {
				text = strings.TrimLeft(text, " ")
			}
			p.words(text)
		case guide.KindCite:
			p.citation(n, nodes[i+1:])
		default:
			p.node(n)
		}
	}
}

func (p *page) node(n *guide.Node) {
	switch n.Kind {
	case guide.KindHeading:
		level := strconv.Itoa(headingLevel(n.Number, p.Shift))
		p.put("<h", level)
		if n.ID != "" {
			p.attribute("id", p.Prefix, n.ID)
		}
		p.put(">")
		p.nodes(n.Children)
		p.put("</h", level, ">\n")
	case guide.KindDrawn:
		if p.Drawn != nil {
			p.put(p.Drawn(n.Text, strings.Fields(n.Title)), "\n")
		}
	case guide.KindParagraph:
		if p.figure(n) {
			return
		}
		p.element("p", n.Children)
		p.put("\n")
	case guide.KindBullets:
		p.put("<ul>\n")
		p.nodes(n.Children)
		p.put("</ul>\n")
	case guide.KindNumbers:
		p.put("<ol")
		if n.Number != 1 {
			p.attribute("start", strconv.Itoa(n.Number))
		}
		p.put(">\n")
		p.nodes(n.Children)
		p.put("</ol>\n")
	case guide.KindItem:
		p.put("<li>")
		if len(n.Children) > 0 && n.Children[0].Kind != guide.KindTight {
			p.put("\n")
		}
		p.nodes(n.Children)
		p.put("</li>\n")
	case guide.KindQuote:
		p.put("<blockquote>\n")
		p.nodes(n.Children)
		p.put("</blockquote>\n")
	case guide.KindContainer:
		p.setApart(n)
	case guide.KindVideo:
		p.video(n)
	case guide.KindRule:
		p.put("<hr>\n")
	case guide.KindCode:
		p.put("<pre tabindex=\"0\"><code") // long lines scroll, by keyboard too
		if n.Class != "" {
			p.attribute("class", "language-", n.Class)
		}
		p.put(">")
		p.words(n.Text)
		p.put("</code></pre>\n")
	case guide.KindTable:
		p.table(n.Children)
	case guide.KindBreak:
		p.put("<br>\n")
	case guide.KindCodeSpan:
		p.put("<code>")
		p.words(n.Text)
		p.put("</code>")
	case guide.KindEmphasis:
		p.element("em", n.Children)
	case guide.KindStrong:
		p.element("strong", n.Children)
	case guide.KindStrike:
		p.element("del", n.Children)
	case guide.KindLink:
		p.put("<a")
		p.address("href", n)
		p.title(n.Title)
		p.put(">")
		p.nodes(n.Children)
		p.put("</a>")
	case guide.KindImage:
		title := n.Title
		if title == Decoration && p.Options.Picture != nil {
			title = ""
		}
		p.picture(n, title)
	case guide.KindTask:
		p.put(box(n), " ")
	case guide.KindCall:
		p.call(n)
	}
}

// headingLevel is the level that a heading is printed at.
func headingLevel(written, shift int) int { return min(max(written+shift, 1), 6) }

// table writes a table that scrolls by itself, by keyboard too, with the alignment as a class:
// the pages allow no inline style.
func (p *page) table(rows []guide.Node) {
	p.put("<div class=\"scroll\" tabindex=\"0\"><table>\n")
	if len(rows) > 0 && rows[0].Kind == guide.KindCaption {
		p.element("caption", rows[0].Children)
		p.put("\n")
		rows = rows[1:]
	}
	for i, row := range rows {
		tag, scope := "td", ""
		switch i {
		case 0:
			tag, scope = "th", ` scope="col"`
			p.put("<thead>\n")
		case 1:
			p.put("<tbody>\n")
		}
		p.put("<tr>")
		for _, c := range row.Children {
			p.put("<", tag, scope)
			switch c.Align {
			case guide.Right:
				p.put(` class="right"`)
			case guide.Center:
				p.put(` class="center"`)
			}
			p.put(">")
			p.nodes(c.Children)
			p.put("</", tag, ">")
		}
		p.put("</tr>\n")
		if i == 0 {
			p.put("</thead>\n")
		}
	}
	if len(rows) > 1 {
		p.put("</tbody>\n")
	}
	p.put("</table></div>\n")
}

// address writes a destination, resolved; nothing for one that was refused.
func (p *page) address(name string, n *guide.Node) {
	if n.Destination != "" {
		p.attribute(name, escaped(p.destination(n)))
	}
}

// destination is where a link or image leads from the page that is printed.
func (o *Options) destination(n *guide.Node) string {
	dest := n.Destination
	if n.Own {
		dest = "#" + o.Prefix + dest[1:]
	}
	if o.Link != nil {
		dest = o.Link(dest)
	}
	return dest
}

func (p *page) title(title string) {
	if title != "" {
		p.attribute("title", title)
	}
}

// citation writes the chip. It stands on the line of the word before it.
func (p *page) citation(n *guide.Node, next []guide.Node) {
	var chip Chip
	if !p.Plain && p.Cite != nil && n.Sources != nil {
		chip = p.Cite(n.Sources)
	}
	if chip.Label == "" {
		if n.Spaced && startsWord(next) {
			p.put(" ")
		}
		return
	}
	if n.Spaced {
		p.put("\u00a0")
	}
	tag := "span"
	if chip.URL != "" {
		tag = "a"
	}
	p.put("<", tag, ` class="chip"`)
	if chip.URL != "" {
		p.attribute("href", chip.URL)
	}
	p.title(chip.Title)
	p.put(">")
	p.words(chip.Label)
	if chip.More > 0 {
		p.put(" +", strconv.Itoa(chip.More))
	}
	p.put("</", tag, ">")
}
