package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"shortlist/internal/guide"
)

// outline walks goldmark's tree once it is whole: it checks each node, and
// fills in what the document is made of.
type outline struct {
	*pass
	doc      *Document
	headings []titled     // in step with doc.Headings
	notes    []guide.Node // footnotes, by number - 1
}

// titled is a heading that stands at the top level, with its node.
type titled struct {
	index    int     // among the top-level blocks
	mark     heading // what its braces say
	at       span
	question bool
}

func (o *outline) read(root ast.Node) {
	seen := map[string]bool{}
	whole := &o.doc.Whole
	whole.Nodes = make([]guide.Node, 0, root.ChildCount())
	var notes *east.FootnoteList
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		o.top = len(whole.Nodes)
		switch n := n.(type) {
		case *east.FootnoteList:
			notes = n
		case *computed:
			switch ok := o.checkBlock(n, seen); {
			case !ok:
			case n.video != nil:
				if node, ok := o.readVideo(n); ok {
					whole.Nodes = append(whole.Nodes, node)
				}
			case slices.Contains(DrawnNames, n.name):
				o.doc.Calls = append(o.doc.Calls, guide.Call{Name: n.name, Words: n.words, Offset: n.at.start, Length: n.at.end - n.at.start})
				whole.Nodes = append(whole.Nodes, guide.Node{Kind: guide.KindDrawn, Text: n.name, Title: strings.Join(n.words, " ")})
			default:
				title := ""
				if n.title != "" {
					title = o.title(n)
				}
				o.doc.Blocks = append(o.doc.Blocks, guide.Block{Name: n.name, Title: title, Offset: n.at.start})
				whole.Nodes = append(whole.Nodes, guide.Node{Kind: guide.KindComputed, Text: n.name, Title: title})
			}
		default:
			whole.Nodes = o.block(whole.Nodes, n)
			o.check(n)
		}
	}
	o.doc.Words = Words(Text(*whole))
	if notes != nil {
		o.readNotes(notes)
		o.check(notes)
		o.doc.Words += Words(plainText(o.notes))
	}
	o.mistakes = append(o.mistakes, o.unused...)
	o.readHeadings()
	*whole = o.fragment(0, len(whole.Nodes))
	o.parts()
}

// title is the plain text of the words in a block's brackets.
func (o *outline) title(c *computed) string {
	l := ParseLine(c.title)
	for _, m := range l.Mistakes {
		m.Start, m.End = m.Start+c.titleAt, m.End+c.titleAt
		o.mistakes = append(o.mistakes, m)
	}
	for _, cite := range l.Citations {
		o.report(ruleCitationInHeading, span{cite.Start + c.titleAt, cite.End + c.titleAt},
			"a citation stands in the heading of a block", "cite in the text")
	}
	return Text(l.Prose)
}

// check visits a block and all that is in it.
func (o *outline) check(n ast.Node) {
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			o.checkNode(n)
		}
		return ast.WalkContinue, nil
	})
}

func (o *outline) checkNode(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		o.checkHeading(n)
	case *ast.Paragraph, *ast.TextBlock:
		o.checkLines(n)
	case *ast.LinkReferenceDefinition:
		o.checkReference(n)
	case *east.TableRow:
		o.checkRow(n)
	case *ast.HTMLBlock:
		o.checkHTML(n)
	case *container:
		o.checkContainer(n)
	default:
		o.checkInline(n, &o.doc.Citations, &o.doc.Links)
	}
}

// checkInline is what bodies and lines have in common.
func (p *pass) checkInline(n ast.Node, citations *[]guide.Citation, links *[]guide.Link) {
	switch n := n.(type) {
	case *ast.Text:
		p.checkText(n)
	case *citation:
		p.checkCitation(n)
		if n.ids != nil {
			*citations = append(*citations, guide.Citation{IDs: n.ids, Start: n.at.start, End: n.at.end})
		}
	case *ast.Link:
		if p.tooLong(n, n.Destination, n.Title) {
			return
		}
		p.checkDestination(n, resolve(n.Destination), n.Title, false, links)
	case *ast.Image:
		if p.tooLong(n, n.Destination, n.Title) {
			return
		}
		p.checkDestination(n, resolve(n.Destination), n.Title, true, links)
	case *ast.AutoLink:
		start := n.Pos()
		p.ranges[n] = span{start, start + len(n.Label(p.source)) + 2}
		p.checkDestination(n, p.autoDestination(n), nil, false, links)
	case *ast.RawHTML:
		first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
		p.reportHTML(span{first.Start, last.Stop})
	case *east.FootnoteLink:
		p.checkNoteLink(n)
	}
}

func (p *pass) checkCitation(c *citation) {
	for a := c.Parent(); a != nil; a = a.Parent() {
		switch a.Kind() {
		case ast.KindLink, ast.KindImage:
			p.report(ruleCitationInLink, c.at, "a citation stands in the words of a link or image", "put it behind the link")
			return
		case ast.KindHeading:
			p.report(ruleCitationInHeading, c.at, "a citation stands in a heading", "cite in the text below it")
			return
		}
	}
}

func (p *pass) checkDestination(n ast.Node, dest string, title []byte, image bool, links *[]guide.Link) {
	at := p.ranges[n]
	*links = append(*links, guide.Link{Destination: dest, Image: image, Start: at.start, End: at.end})
	if p.line {
		p.report(ruleLinkInLine, at, "a field of one line has a link or image in it", "cite a source, or put the link into the body")
		return
	}
	for a := n.Parent(); a != nil; a = a.Parent() {
		if a.Kind() == ast.KindHeading {
			p.report(ruleLinkInHeading, at, "a link or image stands in a heading", "put it into the text below")
			return
		}
	}
	if rule, message, hint := checkLink(dest, image); rule != "" {
		p.report(rule, at, message, hint)
	}
	for _, r := range resolve(title) {
		if Hidden(r) {
			p.reportHidden(r, at)
			break
		}
	}
	if bytes.Contains(title, citationOpen) {
		p.report(ruleCitationInLink, at, "a citation stands in the title of a link or image", "put it behind the link")
	}
	if image && string(title) == Decoration {
		return
	}
	if n.Kind() != ast.KindAutoLink && !p.hasWords(n) {
		if image {
			p.report(ruleImageAlt, at, "an image has no words that say what it shows", "write them in the square brackets; for one that only decorates write ![](name.jpg \"decoration\")")
		} else {
			p.report(ruleLinkText, at, "a link has no words", "write them in the square brackets")
		}
	}
}

func (p *pass) checkReference(n *ast.LinkReferenceDefinition) {
	if len(n.Label) > 0 && n.Label[0] == '@' {
		start := n.Pos()
		p.report(ruleCitationReference, span{start, start + len(n.Label) + 2},
			fmt.Sprintf("a reference definition is named %q, like a citation", n.Label),
			"sources stand in the front matter, as [[sources]]; give a link another name")
	}
}

func (p *pass) checkHTML(n *ast.HTMLBlock) {
	if n.Lines().Len() > 0 {
		first := n.Lines().At(0)
		p.reportHTML(trim(p.source, span{first.Start, first.Stop}))
	}
}

func (p *pass) reportHTML(at span) {
	p.report(ruleRawHTML, at, "HTML stands in the text", `write Markdown, or \< for the character itself`)
}

// trim takes white space off both ends of a range.
func trim(source []byte, at span) span {
	blank := func(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
	for at.start < at.end && blank(source[at.start]) {
		at.start++
	}
	for at.end > at.start && blank(source[at.end-1]) {
		at.end--
	}
	return at
}

// unique finds an id that is not taken: base, base-2, base-3. The number that a
// base has reached is kept, so that many equal headings cost no more than others.
func unique(base string, taken map[string]int) string {
	if taken[base] == 0 {
		return base
	}
	for {
		taken[base]++
		if id := base + "-" + strconv.Itoa(taken[base]); taken[id] == 0 {
			return id
		}
	}
}

// hasWords reports whether there is anything to read in a link or image.
func (p *pass) hasWords(n ast.Node) bool {
	if t, ok := n.FirstChild().(*ast.Text); ok && !t.Segment.IsEmpty() && isWordRune(rune(p.source[t.Segment.Start])) {
		return true // as nearly always
	}
	return plainText(p.inlines(n)) != ""
}
