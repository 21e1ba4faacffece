package markdown

// Options says how prose is printed.
type Options struct {
	Shift  int                      // added to heading levels, at most to 6
	Prefix string                   // before each heading and footnote id, and links to them: "evertas-"
	Link   func(dest string) string // resolves the destination of a link or image; nil leaves it
	Plain  bool                     // leaves citations out

	// HTML only: what is known of a picture; nil, or nothing of its files, prints it as
	// it is addressed.
	Picture func(dest string) Picture

	// What stands for a drawing that is called for, by its name and words, in the
	// format that is printed; nil writes the call in Markdown, and nothing in HTML.
	Drawn func(name string, words []string) string

	// The word above what is set apart, by its name; nil writes the usual ones.
	Label func(container string) string

	// HTML only: resolves a citation; nil, or a chip without a label, leaves it out.
	Cite func(ids []string) Chip

	// Markdown only: what stands for a citation, as Markdown; nil writes it as its author did.
	Cited      func(ids []string) string
	Attributes bool // writes ids and classes behind headings
	Cell       bool // the text stands in the cell of a table
}

// Picture is what a picture is in HTML.
type Picture struct {
	Src           string // empty where nothing is known of it
	Set           string // the same in several widths, as srcset has them; empty for one
	WebP          string // the same as WebP, as srcset has it; empty where there is none
	Width, Height int    // 0 where that is not known
}

// Sizes says how wide a picture in the text is shown, for a browser that chooses one
// of a set.
const Sizes = "(min-width: 42rem) 39rem, 92vw"

// Decoration is the title of a picture that says nothing, so that it needs no words.
const Decoration = "decoration"

// Chip is what a citation is in HTML.
type Chip struct {
	Label string // the first source's site: "evertas.com"
	More  int    // how many more sources are cited
	URL   string // where the chip leads: "#source-evertas-insurance"
	Title string // the sources in full, for the tooltip
}
