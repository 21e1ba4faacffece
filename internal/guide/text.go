package guide

// Inline is one line of prose in Markdown, with citations and without links.
type Inline struct {
	Source string
	Origin Origin // of the first character between the quotes
}

// IsZero reports whether nothing was written.
func (t Inline) IsZero() bool { return t.Source == "" }

// Body is the Markdown below the front matter. It stays source text until a
// page wants it; the outline says what is in it, for the rest of the site.
type Body struct {
	Source    string // ends of lines are LF, no byte order mark
	Origin    Origin // of the first byte of Source; its column is 1
	Words     int    // for the reading time
	Headings  []Heading
	Questions []Question
	Citations []Citation
	Blocks    []Block
	Links     []Link
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

// Heading is a heading of a body. Offset is where its line begins, in bytes.
type Heading struct {
	Level  int
	Text   string // plain
	ID     string
	Class  string // "", "faq" or "checklist"
	Offset int
}

// Question is a heading under a .faq section.
type Question struct {
	Text   string // plain
	ID     string
	Offset int
}

// Citation is one pair of brackets with the ids that it cites.
type Citation struct {
	IDs    []string
	Offset int
}

// Block is a computed block, "::ranking[The ten, in order]".
type Block struct {
	Name   string
	Title  string // the words in brackets; empty for the block's own
	Offset int
}

// Link is a link that the author wrote.
type Link struct {
	Destination string
	Offset      int
}
