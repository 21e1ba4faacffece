// Package search makes the index that static/search.js reads: a search engine
// whose server is a folder of small files.
//
// Every word of every document is in the index, and no stems; [Words] says what
// a word is. A word scores by the best field that has it, [Text] lists them from
// best to least; a whole word is worth twice the beginning of one, which the
// last word of a query may be, since it may still be typed. What a word is worth
// in a field is taken as often as the number of bits of "all documents by those
// that have it": rare words decide. A document with a title of up to three words
// that the query names in full scores double: it is what was asked for. All of
// it is integers, so the order is the same everywhere; equals stand in the order
// of the index.
//
// A query finds the documents that have all of its words. Of four words or more
// they need only those that make up three quarters of the bits; and where nothing
// has them all, those with most of the bits are found. Function words of the site's
// language ([Manifest].Common) do not count beside others. A word that nothing
// has is taken for one that is one slip away: a letter too many, too few, another
// one, or two neighbours the wrong way round.
//
// The files, so that a query costs little however large the site is. Each is named
// by what is in it, so that an edit renames only those that it changes:
//
//	{"word": list}          a page of words; all words are in order
//	{"whole": list, "all": list, "top": [[document, title, path, note], ...]}
//	                        what begins with a prefix whose words stand on several
//	                        pages, and those that have it as a whole word
//	{"key": "word word"}    words by their first two letters, and by their last
//	                        two: a slip leaves the ones or the others as they were
//	["row", ...]            what results show, a few each; see rows.go
//	"namename..."           the names of these files, a list of many
//
// Which page has a word, which prefixes have a file, and how all of these are
// called, is in the [Manifest], which the page itself carries: a first keystroke
// asks for one file. A region that a document belongs to is the word "@" and its
// id.
//
// A list is a string of groups of documents; see [encode]. On a page of words the
// groups are the levels of [Text]. A list has at most [longestList] documents,
// the best of them, and then says of how many: such a word excludes nothing.
package search

import (
	"cmp"
	"iter"
	"slices"
)

// Kind is what a document is. Documents of one kind stand together, in this
// order.
type Kind uint8

const (
	Guide Kind = iota
	Provider
	Comparison
	View // a guide by one criterion, for a use case, under a lens, for a region
	Fact // what a guide says of one provider
	Article
	Question

	Kinds = iota
)

// Item is a document as it is shown among the results.
type Item struct {
	Kind  Kind
	Title string
	Path  string // from the site's root, without the path of base_url; may have an anchor
	Note  string // one line about it; may be empty
}

// Doc is a document as it is given to [New].
type Doc struct {
	Item
	Text    Text
	Regions []string // ids of the regions that it belongs to
	Of      string   // the guide that it is a part of; what is a guide's stands together
}

// Text is all that a document can be found by, the best field first. What is
// not in it is not found, so a title is given here too.
type Text struct {
	Titles    []string // what it is called, and what it is asked for by
	Names     []string // of the providers that it ranks
	Awards    []string // and its description, category and topics
	Questions []string
	Bodies    []string
}

// levels is how many levels a word can stand on: in a title of one, two, three
// or more words, then in each other field.
const levels = titleLevels + 4

const titleLevels = 4

// each visits the texts with the level of their words, the best level first.
func (t *Text) each(visit func(text string, level int)) {
	of := make([]int, len(t.Titles))
	for i, title := range t.Titles {
		scan(title, func([]byte) { of[i]++ })
		of[i] = max(0, min(of[i], titleLevels)-1)
	}
	for level := range titleLevels {
		for i, title := range t.Titles {
			if of[i] == level {
				visit(title, level)
			}
		}
	}
	for i, texts := range [...][]string{t.Names, t.Awards, t.Questions, t.Bodies} {
		for _, text := range texts {
			visit(text, titleLevels+i)
		}
	}
}

// Index is a finished index.
type Index struct {
	Items    []Item // by the number of the document; an empty one is room for another of its guide
	Manifest Manifest
	Shards   []Shard

	names map[string]bool // of the shards
}

// Manifest is what a reader must know before it asks for a file.
type Manifest struct {
	Words    []Part         // pages of words
	Prefixes []Part         // prefixes that have a file of their own
	Slips    []Part         // words by their ends
	Rows     []string       // files with the names of those that results are shown from
	Starts   [Kinds + 1]int // where the documents of each kind begin; the last is where they end
	Counts   [Kinds]int     // documents of each kind
	Common   []string       // words that do not count beside others
}

// Part is a file, with what it begins with or stands for.
type Part struct{ Begins, Name string }

// Shard is one file of the index.
type Shard struct {
	Name string // "k3f9a2mx.json"
	Data []byte
}

// New indexes documents. It keeps their words, not their text, so they need
// not all be in memory at once. Those of one kind keep their order. The words of
// common do not count beside others.
func New(docs iter.Seq[Doc], common []string) *Index {
	return Join(func(yield func(Block) bool) {
		for d := range docs {
			if !yield(Read([]Doc{d})) {
				return
			}
		}
	}, common)
}

// Join indexes documents that have been read ([Read]).
func Join(blocks iter.Seq[Block], common []string) *Index {
	c := collection{ids: map[string]int32{}}
	for b := range blocks {
		c.add(b)
	}
	ix := &Index{names: map[string]bool{}}
	ix.Manifest.Common = common
	c.settle(ix)
	for _, item := range ix.Items {
		if item.Path != "" {
			ix.Manifest.Counts[item.Kind]++
		}
	}
	ix.words(c.words)
	ix.slips(c.words)
	ix.rows()
	return ix
}

// word is a word with the documents that have it.
type word struct {
	text string
	hits []hit
}

// hit is a document that has a word, and the best level on which it does.
type hit struct {
	doc   int32
	level int32
}

// collection is an index that documents are still added to.
type collection struct {
	items []Item
	of    []string         // the guide that each is a part of
	ids   map[string]int32 // of each word, its place in words
	words []word
}

// room is what the parts of a guide are rounded up to, so that one more or less
// leaves the numbers of all that follows as they are: which comparisons there
// are changes with the scores.
const room = 8

// settle gives documents their numbers, in the order of their kinds, and puts
// words in order.
func (c *collection) settle(ix *Index) {
	order := make([]int32, len(c.items))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(c.items[a].Kind, c.items[b].Kind) })
	place := make([]int32, len(order))
	kind, of := Kind(0), ""
	fill := func() {
		for of != "" && len(ix.Items)%room > 0 {
			ix.Items = append(ix.Items, Item{Kind: kind})
		}
	}
	for _, from := range order {
		item := c.items[from]
		if item.Kind != kind || c.of[from] != of {
			fill()
			of = c.of[from]
		}
		for ; kind < item.Kind; kind++ {
			ix.Manifest.Starts[kind+1] = len(ix.Items)
		}
		place[from] = int32(len(ix.Items))
		ix.Items = append(ix.Items, item)
	}
	fill()
	for k := int(kind) + 1; k <= Kinds; k++ {
		ix.Manifest.Starts[k] = len(ix.Items)
	}
	for _, w := range c.words {
		for i := range w.hits {
			w.hits[i].doc = place[w.hits[i].doc]
		}
		slices.SortFunc(w.hits, func(a, b hit) int { return cmp.Compare(a.doc, b.doc) })
	}
	slices.SortFunc(c.words, func(a, b word) int { return compare(a.text, b.text) })
}
