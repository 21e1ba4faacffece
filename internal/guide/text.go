package guide

// Inline is one line of prose in Markdown, with citations and without links.
type Inline struct {
	Source string
	Prose  Prose
	Origin Origin // of the first character between the quotes
}

// IsZero reports whether nothing was written.
func (t Inline) IsZero() bool { return t.Source == "" }

// Body is the Markdown below the front matter, parsed once.
type Body struct {
	Source string // ends of lines are LF, no byte order mark
	Origin Origin // of the first byte of Source; its column is 1
	Document
}

// At is the place of a byte offset of the body in its file.
func (b *Body) At(offset int) Origin {
	line, column := b.Origin.Line, 1
	for i, r := range b.Source {
		if i >= offset {
			break
		}
		if r == '\n' {
			line, column = line+1, 1
		} else {
			column++
		}
	}
	return Origin{File: b.Origin.File, Line: line, Column: column}
}

// Document is what a body says, as plain data.
type Document struct {
	Words     int       // without code, for the reading time
	Headings  []Heading // all of them, questions too
	Questions []Question
	Citations []Citation
	Blocks    []Block
	Calls     []Call
	Links     []Link
	Parts     []Part
	Whole     Prose // headings and computed blocks included
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
