// Package search makes the index that static/search.js reads: a search engine
// whose server is a folder of small files.
//
// Every word of every document is in the index, with no list of words that are
// left out and no stems. A query finds the documents that have all of its
// words; the last one counts as the beginning of a word, since it may still be
// typed. A word scores by the best field that has it, [Text] lists them from
// best to least: each is worth four times the next, and a whole word twice as
// much as the beginning of one. Scores are added up, equals stand in the order
// of the index. All of it is integers, so the order is the same everywhere.
//
// The files, so that a query costs little however large the site is:
//
//	t0.json ...  {"word": list}          all words, in order, cut into pages
//	p0.json ...  {"all": list, "top": [[document, title, path, note], ...]}
//	             what begins with a prefix whose words stand on several pages
//	d0.json ...  [[title, path, note], ...]   what a result shows, a few each
//
// Which page has a word, and which prefixes have a file, is in the [Manifest],
// which the page itself carries: a first keystroke asks for one file. A region
// that a document belongs to is the word "@" and its id.
//
// A list is a string of groups, set apart by spaces, of documents; see
// [encode]. On a page of words the groups are the fields; in a prefix's file
// there are two for each field: those that have the prefix as a whole word,
// then the rest.
package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
)

// Kind is what a document is. Documents of one kind stand together, in this
// order.
type Kind uint8

const (
	Guide Kind = iota
	Provider
	Article
	Question
	Region // a guide for one region

	Kinds = iota
)

// Item is a document as it is shown among the results.
type Item struct {
	Kind  Kind
	Title string
	Path  string // from the site's root, without the path of base_url; may have an anchor
	Note  string // one line about it; may be empty
	State string // of a provider: that it has closed; empty for most
}

// Doc is a document as it is given to [New].
type Doc struct {
	Item
	Text    Text
	Regions []string // ids of the regions that it belongs to
}

// Text is all that a document can be found by, the best field first. What is
// not in it is not found, so a title is given here too.
type Text struct {
	Titles    []string
	Names     []string // of the providers that it ranks
	Awards    []string // and its description, category and topics
	Questions []string
	Bodies    []string
}

// fields is how many fields a text has.
const fields = 5

func (t *Text) fields() [fields][]string {
	return [fields][]string{t.Titles, t.Names, t.Awards, t.Questions, t.Bodies}
}

// Index is a finished index.
type Index struct {
	Items    []Item // by the number of the document
	Manifest Manifest
	Shards   []Shard
}

// Manifest is what a reader must know before it asks for a file.
type Manifest struct {
	Digest   string     // of the whole index: two that differ have different ones
	Pages    []string   // where each page of words begins, but for the first
	Prefixes []string   // that have a file of their own
	Counts   [Kinds]int // documents of each kind
}

// Shard is one file of the index.
type Shard struct {
	Name string // "t0.json"
	Data []byte
}

// New indexes documents. It keeps their words, not their text, so they need
// not all be in memory at once. Those of one kind keep their order.
func New(docs iter.Seq[Doc]) *Index {
	c := collection{ids: map[string]int32{}}
	for d := range docs {
		c.add(&d)
	}
	c.settle()
	ix := &Index{Items: c.items}
	for _, item := range c.items {
		ix.Manifest.Counts[item.Kind]++
	}
	ix.words(c.words)
	ix.documents()
	ix.Manifest.Digest = digest(ix.Shards)
	return ix
}

// digest is that of the whole index. It stands in the address of each file, so
// that the script never reads a new list with old document numbers.
func digest(shards []Shard) string {
	h := sha256.New()
	for _, s := range shards {
		h.Write([]byte(s.Name))
		h.Write([]byte{0})
		h.Write(s.Data)
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:5])
}

// word is a word with the documents that have it.
type word struct {
	text string
	hits []hit
}

// hit is a document that has a word, and the best field that does.
type hit struct {
	doc   int32
	field int32
}

// collection is an index that documents are still added to.
type collection struct {
	items []Item
	ids   map[string]int32 // of each word, its place in words
	words []word
}

func (c *collection) add(d *Doc) {
	doc := int32(len(c.items))
	c.items = append(c.items, d.Item)
	for field, texts := range d.Text.fields() {
		for _, text := range texts {
			scan(text, func(w []byte) { c.hit(w, doc, int32(field)) })
		}
	}
	for _, region := range d.Regions {
		c.hit([]byte("@"+region), doc, 0)
	}
}

// hit notes a word. Documents and their fields come in order, so a word that
// this document has already has it in a better field.
func (c *collection) hit(text []byte, doc, field int32) {
	id, known := c.ids[string(text)]
	if !known {
		id = int32(len(c.words))
		c.words = append(c.words, word{text: string(text)})
		c.ids[c.words[id].text] = id
	}
	w := &c.words[id]
	if n := len(w.hits); n == 0 || w.hits[n-1].doc != doc {
		w.hits = append(w.hits, hit{doc, field})
	}
}

// settle puts documents in the order of their kinds, and words in order.
func (c *collection) settle() {
	order := make([]int32, len(c.items))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(c.items[a].Kind, c.items[b].Kind) })
	items, place := make([]Item, len(order)), make([]int32, len(order))
	for to, from := range order {
		items[to], place[from] = c.items[from], int32(to)
	}
	c.items = items
	for _, w := range c.words {
		for i := range w.hits {
			w.hits[i].doc = place[w.hits[i].doc]
		}
		slices.SortFunc(w.hits, func(a, b hit) int { return cmp.Compare(a.doc, b.doc) })
	}
	slices.SortFunc(c.words, func(a, b word) int { return compare(a.text, b.text) })
}
