package guide

// Prose is a run of blocks, or of what stands in one line: plain data, made once
// from goldmark's tree, which is then dropped. Package markdown
// prints it as HTML, as Markdown and as plain text. Two that are made of the same source are equal.
type Prose struct {
	Nodes []Node `json:",omitempty"`
	Notes []Node `json:",omitempty"` // the footnotes that Nodes call, by number; they stand at its end
}

// Empty reports whether there is nothing in it.
func (p Prose) Empty() bool { return len(p.Nodes) == 0 }

// Kind says what a node is.
type Kind uint8

// The kinds of nodes: first the blocks, then what stands in a line.
const (
	KindNothing   Kind = iota // what was refused: raw HTML
	KindHeading               // Number is its level, ID and Class are those of the page
	KindParagraph             //
	KindTight                 // a paragraph of a list without blank lines
	KindBullets               // of items
	KindNumbers               // of items; Number is the first
	KindItem                  //
	KindQuote                 //
	KindRule                  //
	KindCode                  // Text is the code, Class the language
	KindTable                 // of a caption, if it has one, and rows, the first its header
	KindCaption               //
	KindRow                   // of cells
	KindCell                  //
	KindComputed              // a computed block: Text is its name, Title its words
	KindNote                  // a footnote: Number, ID
	KindDrawn                 // a drawing that is called for: Text is its name, Title its words
	KindContainer             // what :::name sets apart: Text is its name; its title is a caption before its blocks, whom it quotes one behind them
	KindVideo                 // a video on another site: Destination; its child is the picture that stands for it, in whose words its title is

	KindText     // Text, in which a line end is a space to readers
	KindBreak    // a line end that is wanted
	KindCodeSpan // Text
	KindEmphasis //
	KindStrong   //
	KindStrike   //
	KindLink     // Destination, Title
	KindImage    // Destination, Title; Text is what it shows
	KindCite     // a citation: Sources
	KindCall     // of a footnote: Number is the note's, ID its own
	KindTask     // the box at the beginning of a list item
)

// Align is where the text of a cell stands; 0 is the usual side.
type Align uint8

// The sides that an author can ask for.
const (
	Center Align = iota + 1
	Right
)

// Node is a piece of prose. Which fields are used depends on its kind.
type Node struct {
	Kind        Kind
	Align       Align    `json:",omitempty"` // of a cell
	Spaced      bool     `json:",omitempty"` // of a citation: white space stood before it
	Own         bool     `json:",omitempty"` // of a link: it leads to a heading of the same body
	Done        bool     `json:",omitempty"` // of a task
	Number      int      `json:",omitempty"`
	Text        string   `json:",omitempty"`
	ID          string   `json:",omitempty"`
	Class       string   `json:",omitempty"`
	Destination string   `json:",omitempty"` // as written, with escapes and entities resolved; empty when it was refused
	Title       string   `json:",omitempty"`
	Sources     []string `json:",omitempty"` // nil for a citation that is malformed
	Children    []Node   `json:",omitempty"`
}
