package markdown

import (
	"fmt"
	"shortlist/internal/guide"

	"github.com/yuin/goldmark/ast"
)

// checkHeading notes a heading, and reports those that are not at the top level.
func (o *outline) checkHeading(n *ast.Heading) {
	at := o.headingRange(n)
	if n.Parent().Kind() != ast.KindDocument {
		place := "in a list, a quote or a footnote"
		if n.Parent().Kind() == kindContainer {
			place = "within what ::: sets apart"
		}
		o.report(ruleHeadingMisplaced, at, "a heading stands "+place, "take it out")
		return
	}
	mark := o.marks[n]
	if mark.class != "" && n.Level != 2 {
		o.report(ruleHeadingAttribute, mark.classAt, fmt.Sprintf("a heading of level %d cannot be a section", n.Level),
			"{.faq} and {.checklist} stand on headings of level 2")
		mark.class = ""
	}
	index := len(o.doc.Whole.Nodes) - 1
	node := &o.doc.Whole.Nodes[index]
	node.Class = mark.class
	text := plainText(node.Children)
	if text == "" {
		o.report(ruleEmptyHeading, at, "a heading has no words", "write some, or take it out")
	}
	o.headings = append(o.headings, titled{index: index, mark: mark, at: at})
	o.doc.Headings = append(o.doc.Headings, guide.Heading{
		Level: n.Level, Text: text, Class: mark.class, Words: guide.Prose{Nodes: node.Children}, Offset: lineStart(o.source, at.start),
	})
}

// headingRange is the line of a heading without white space, hashes included.
func (o *outline) headingRange(n *ast.Heading) span {
	start := max(n.Pos(), 0)
	end := start
	for end < len(o.source) && o.source[end] != '\n' {
		end++
	}
	return trim(o.source, span{start, end})
}

func lineStart(source []byte, at int) int {
	for at > 0 && source[at-1] != '\n' {
		at--
	}
	return at
}

// readHeadings checks levels, finds the questions and gives every heading its
// id: first the authors' own, then questions, whose words are their anchor and
// must differ, then the rest, which are numbered where they do not.
func (o *outline) readHeadings() {
	faq, i := false, 0
	for _, n := range o.doc.Whole.Nodes {
		switch n.Kind {
		case guide.KindComputed:
			faq = false // a block is a section of its own
		case guide.KindHeading:
			switch h := &o.doc.Headings[i]; {
			case h.Level <= 2:
				faq = h.Class == "faq"
			case h.Level == 3 && faq:
				o.headings[i].question = true
			}
			i++
		}
	}
	ids := map[string]bool{}
	taken := map[string]int{}
	for i := range o.doc.Headings {
		o.ownID(&o.doc.Headings[i], o.headings[i], taken)
	}
	for i := range o.doc.Headings {
		h := &o.doc.Headings[i]
		if h.ID != "" || !o.headings[i].question {
			continue
		}
		h.ID = anchor("question", h.Text)
		switch {
		case reserved[h.ID]:
			o.duplicate(o.headings[i].at, fmt.Sprintf("the question has the id %q of a section", h.ID))
		case taken[h.ID] > 0:
			o.duplicate(o.headings[i].at, fmt.Sprintf("the question has the id %q of another heading", h.ID))
		}
		taken[h.ID] = 1
	}
	for id := range reserved {
		taken[id] = 1
	}
	for i := range o.doc.Headings {
		h := &o.doc.Headings[i]
		if h.ID == "" {
			h.ID = unique(anchor("section", h.Text), taken)
			taken[h.ID] = 1
		}
		ids["#"+h.ID] = true
		o.doc.Whole.Nodes[o.headings[i].index].ID = h.ID
	}
	markOwn(o.doc.Whole.Nodes, ids)
	markOwn(o.notes, ids)
}

// markOwn finds the links that lead to headings of the same body.
func markOwn(nodes []guide.Node, ids map[string]bool) {
	if len(ids) == 0 {
		return
	}
	for i := range nodes {
		n := &nodes[i]
		n.Own = n.Kind == guide.KindLink && ids[n.Destination]
		markOwn(n.Children, ids)
	}
}

// ownID gives a heading the id that its braces say.
func (o *outline) ownID(h *guide.Heading, t titled, taken map[string]int) {
	mark := t.mark
	fixed := classID(h.Class)
	switch {
	case fixed != "" && mark.id != "" && mark.id != fixed:
		o.report(ruleHeadingAttribute, mark.idAt, fmt.Sprintf("the id of a .%s section is always %q", h.Class, fixed), "leave the id out")
		h.ID = fixed
	case fixed != "":
		if taken[fixed] > 0 {
			o.duplicate(mark.classAt, fmt.Sprintf("a second section is .%s", h.Class))
		}
		h.ID = fixed
	case mark.id == "":
		return
	default:
		if reserved[mark.id] {
			o.duplicate(mark.idAt, fmt.Sprintf("the id %q belongs to a section", mark.id))
		} else if taken[mark.id] > 0 {
			o.duplicate(mark.idAt, fmt.Sprintf("the id %q stands on an earlier heading", mark.id))
		}
		h.ID = mark.id
	}
	taken[h.ID] = 1
}

func (o *outline) duplicate(at span, message string) {
	o.report(ruleDuplicateID, at, message, "give it an id of its own: {#another-id}")
}

// parts cuts the document into its sections, blocks and questions.
func (o *outline) parts() {
	d := o.doc
	heading, block, level := 0, 0, 1 // the next of each; the level above
	var part *guide.Part
	var into *guide.Prose // what the next node belongs to
	from := 0             // where that begins
	closeAt := func(to int) {
		if into != nil && to > from {
			*into = o.fragment(from, to)
		}
		from = to + 1
	}
	open := func(p guide.Part) {
		d.Parts = append(d.Parts, p)
		part = &d.Parts[len(d.Parts)-1]
		into = &part.Content
	}
	for i, n := range d.Whole.Nodes {
		switch n.Kind {
		case guide.KindComputed:
			closeAt(i)
			open(guide.Part{Block: &d.Blocks[block]})
			block, level = block+1, 2
			continue
		case guide.KindHeading:
			h, t := &d.Headings[heading], o.headings[heading]
			heading++
			o.checkLevel(h, t, level)
			level = max(h.Level, 2)
			if !t.question {
				o.checkEmpty(i, h, t)
			}
			if h.Level == 2 {
				closeAt(i)
				open(guide.Part{Heading: h})
				continue
			}
			if t.question {
				closeAt(i)
				part.Questions = append(part.Questions, guide.Question{Text: h.Text, ID: h.ID, Words: h.Words, Offset: h.Offset})
				into = &part.Questions[len(part.Questions)-1].Answer
				o.checkAnswer(i, h, t)
				continue
			}
		}
		if part == nil {
			open(guide.Part{})
		}
	}
	closeAt(len(d.Whole.Nodes))
	for _, p := range d.Parts {
		d.Questions = append(d.Questions, p.Questions...)
	}
	o.checkFAQ()
}

func (o *outline) checkLevel(h *guide.Heading, t titled, level int) {
	switch {
	case h.Level == 1:
		o.report(ruleHeadingLevel, t.at, "a heading of level 1 stands in a body", "the title is the heading of level 1: begin with ##")
	case h.Level > level+1 && level == 1:
		o.report(ruleHeadingLevel, t.at, fmt.Sprintf("the first heading is of level %d", h.Level), "begin with ##")
	case h.Level > level+1:
		o.report(ruleHeadingLevel, t.at, fmt.Sprintf("a heading of level %d follows one of level %d", h.Level, level), "no level can be left out")
	}
}

// checkAnswer wants words under a question. Code, a citation or a footnote alone
// is an answer that cannot be read out, nor be told to those who only read words.
func (o *outline) checkAnswer(i int, h *guide.Heading, t titled) {
	if o.emptyBelow(i, h.Level) {
		o.report(ruleQuestionUnanswered, t.at, "a question has no answer", "write one below it, or take it out")
		return
	}
	below := o.doc.Whole.Nodes[i+1:]
	for n, node := range below {
		if node.Kind == guide.KindComputed || node.Kind == guide.KindHeading && node.Number <= h.Level {
			below = below[:n]
			break
		}
	}
	if plainText(below) == "" {
		o.report(ruleQuestionUnanswered, t.at, "a question is answered without a word", "say in a sentence what its code or source says")
	}
}

// emptyBelow reports whether nothing stands under the heading at nodes[i].
func (o *outline) emptyBelow(i, level int) bool {
	for _, n := range o.doc.Whole.Nodes[i+1:] {
		switch n.Kind {
		case guide.KindRule:
			continue
		case guide.KindHeading:
			return n.Number <= level
		case guide.KindComputed:
			return true
		}
		return false
	}
	return true
}

func (o *outline) checkEmpty(i int, h *guide.Heading, t titled) {
	if !o.emptyBelow(i, h.Level) || h.Class == "faq" || h.Text == "" {
		return
	}
	hint := "write something below its heading, or take it out"
	if nodes := o.doc.Whole.Nodes; i+1 < len(nodes) && nodes[i+1].Kind == guide.KindComputed {
		hint = fmt.Sprintf("a block has a heading of its own: write ::%s[%s]", nodes[i+1].Text, h.Text)
	}
	o.report(ruleEmptySection, t.at, "a section has nothing in it", hint)
}

func (o *outline) checkFAQ() {
	heading := 0
	for _, p := range o.doc.Parts {
		if p.Heading == nil || p.Heading.Class != "faq" || len(p.Questions) > 0 {
			continue
		}
		for &o.doc.Headings[heading] != p.Heading {
			heading++
		}
		o.report(ruleFAQ, o.headings[heading].at, "a .faq section has no questions", "each heading of level 3 under it is a question")
	}
}
