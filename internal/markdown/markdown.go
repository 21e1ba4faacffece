// Package markdown is the one place where goldmark is configured. It reads a
// body once, reports what its author must fix, says what is in it (headings,
// questions, citations, computed blocks, links), and turns it into plain data
// that prints as HTML, as Markdown and as plain text.
//
// The dialect is CommonMark with tables, footnotes, ~~struck~~ words, tasks and
// typographic quotes and dashes, and four things of our own: citations [@id], computed blocks
// ::name[Words], heading attributes {#id .faq .checklist}, and a paragraph
// "Table: words" as the caption of the table below it. Raw HTML is off.
//
// Goldmark's tree is read once, right after parsing, and dropped: see [Prose].
//
// Offsets are bytes into the source that was given. Everything here is pure:
// the same source and options make the same bytes, and a Document may be
// printed by several goroutines at once.
package markdown

// Document is a parsed body.
type Document struct {
	Mistakes  []Mistake // in order of their place
	Words     int       // without code, for the reading time
	Headings  []Heading // all of them, questions too
	Questions []Question
	Citations []Citation
	Blocks    []Block
	Links     []Link
	Parts     []Part
	Whole     Prose // headings and computed blocks included
}

// Mistake is something that an author must fix, at a byte range of the source.
type Mistake struct {
	Rule       string // one of [Rules]: "citation-in-link"
	Start, End int
	Message    string
	Hint       string
}

// Heading is a heading; Offset is where its line begins. ID is the id that the
// author gave; else "faqs" or "checklist" for a section of that class; else
// made of its words. It is unique in the document.
type Heading struct {
	Level           int
	Text, ID, Class string
	Words           Prose // in full
	Offset          int
}

// Question is a heading under a .faq section, with its answer.
type Question struct {
	Text, ID string
	Words    Prose // in full
	Offset   int
	Answer   Prose
}

// Citation is one pair of brackets.
type Citation struct {
	IDs        []string
	Start, End int
}

// Block is a computed block on a line of its own.
type Block struct {
	Name, Title string // Title is plain text, empty for the block's own
	Offset      int
}

// Link is a link or image destination that the author wrote, with escapes and
// entities resolved. The range is that of the whole link.
type Link struct {
	Destination string
	Image       bool
	Start, End  int
}

// Part is a stretch of the body: a section with its level-2 heading, the prose
// before the first heading, or a computed block with the prose that follows it.
type Part struct {
	Heading   *Heading // nil for lead prose and for a block
	Block     *Block   // nil for prose
	Content   Prose    // what stands under the heading or block; without Questions
	Questions []Question
}

// Line is one line of inline Markdown.
type Line struct {
	Mistakes  []Mistake
	Citations []Citation

	Prose
}
