// Package markdown is the one place where goldmark is configured. It reads a
// body once, reports what its author must mend, says what is in it (headings,
// questions, citations, computed blocks, links), and renders any run of its
// blocks as HTML or as plain text.
//
// The dialect is CommonMark with tables, footnotes and typographic quotes and
// dashes, and four things of our own: citations [@id], computed blocks
// ::name[Words], heading attributes {#id .faq .checklist}, and a paragraph
// "Table: words" as the caption of the table below it. Raw HTML is off.
//
// The tree is goldmark's, the HTML is ours: the renderer here knows every node
// that it writes and writes nothing else, so that no attribute, comment, style
// or unsafe address can slip through a default of the library.
//
// Offsets are bytes into the source that was given. Everything here is pure:
// the same source and options make the same bytes, and a Document may be
// rendered by several goroutines at once.
package markdown

import "github.com/yuin/goldmark/ast"

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

	tree
}

// Mistake is something that an author must mend, at a byte range of the source.
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
	Offset          int
}

// Question is a heading under a .faq section, with its answer.
type Question struct {
	Text, ID string
	Offset   int
	Answer   Fragment
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
	Content   Fragment // what stands under the heading or block; without Questions
	Questions []Question
}

// Fragment is a run of blocks of a document, to be rendered on its own.
type Fragment struct {
	first int // where the run begins in tree.nodes
	nodes []ast.Node
}

// Empty reports whether there is nothing in it.
func (f Fragment) Empty() bool { return len(f.nodes) == 0 }

// Whole is all of a document, headings included, without its computed blocks.
func (d *Document) Whole() Fragment { return Fragment{0, d.nodes} }

// Line is one line of inline Markdown.
type Line struct {
	Mistakes  []Mistake
	Citations []Citation

	tree
}

// Chip is what a citation renders as.
type Chip struct {
	Label string // the first source's site: "evertas.com"
	More  int    // how many more sources are cited
	URL   string // where the chip leads: "#source-evertas-insurance"
	Title string // the sources in full, for the tooltip
}

// Options says how a fragment is rendered.
type Options struct {
	Shift  int                      // added to heading levels, at most to 6
	Prefix string                   // before each heading and footnote id, and links to them: "evertas-"
	Cite   func(ids []string) Chip  // resolves a citation; nil, or a chip without a label, leaves it out
	Link   func(dest string) string // resolves the destination of a link or image; nil leaves it
	Plain  bool                     // leaves citations out
}
