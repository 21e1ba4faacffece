package search

import "encoding/binary"

// Block is some documents as the index takes them: how they are shown, and their
// words. What it was made of is not in it, so that a block can be kept, and an index
// be made of it without reading the texts again.
//
// It is made of numbers, in the notation of package binary, and texts, each after its
// length: how many words the block has and these; how many documents and of each its
// kind, title, path, note, guide, how many words it has, and of each its number in the
// block and its level.
type Block []byte

// reader takes texts apart, and knows the words so far.
type reader struct {
	ids   map[string]uint32
	words []string
	last  []int32 // of each word, the last document that has it
	docs  []byte
}

// Read reads documents.
func Read(docs []Doc) Block {
	r := &reader{ids: map[string]uint32{}}
	r.docs = binary.AppendUvarint(r.docs, uint64(len(docs)))
	var hits []byte
	for i := range docs {
		d := &docs[i]
		count := uint64(0)
		hits = hits[:0]
		hit := func(w []byte, level int) {
			if id, first := r.hit(w, int32(i)); first {
				count++
				hits = binary.AppendUvarint(hits, uint64(id))
				hits = append(hits, byte(level))
			}
		}
		d.Text.each(func(text string, level int) {
			forms(text, func(w []byte) { hit(w, level) })
		})
		for _, region := range d.Regions {
			hit([]byte("@"+region), 0)
		}
		r.docs = append(r.docs, byte(d.Kind))
		for _, text := range [...]string{d.Title, d.Path, d.Note, d.Of} {
			r.docs = appendText(r.docs, text)
		}
		r.docs = append(binary.AppendUvarint(r.docs, count), hits...)
	}
	b := binary.AppendUvarint(nil, uint64(len(r.words)))
	for _, w := range r.words {
		b = appendText(b, w)
	}
	return append(b, r.docs...)
}

// hit notes a word of a document, and reports whether it is its first. Levels come in
// order, so a word that this document has already has it on a better level.
func (r *reader) hit(text []byte, doc int32) (id uint32, first bool) {
	id, known := r.ids[string(text)]
	if !known {
		id = uint32(len(r.words))
		w := string(text)
		r.words, r.last = append(r.words, w), append(r.last, -1)
		r.ids[w] = id
	}
	if r.last[id] == doc {
		return id, false
	}
	r.last[id] = doc
	return id, true
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// opened is a block that is being taken apart.
type opened struct{ left []byte }

func (o *opened) number() int {
	n, size := binary.Uvarint(o.left)
	o.left = o.left[size:]
	return int(n)
}

// bytes are those of a text; they belong to the block.
func (o *opened) bytes() []byte {
	n := o.number()
	text := o.left[:n]
	o.left = o.left[n:]
	return text
}

func (o *opened) text() string { return string(o.bytes()) }

func (o *opened) byte() byte {
	b := o.left[0]
	o.left = o.left[1:]
	return b
}

// add takes the documents of a block.
func (c *collection) add(b Block) {
	o := opened{b}
	ids := make([]int32, o.number())
	for i := range ids {
		ids[i] = c.id(o.bytes())
	}
	for range o.number() {
		doc := int32(len(c.items))
		item := Item{Kind: Kind(o.byte())}
		item.Title, item.Path, item.Note = o.text(), o.text(), o.text()
		c.items, c.of = append(c.items, item), append(c.of, o.text())
		for range o.number() {
			w := &c.words[ids[o.number()]]
			w.hits = append(w.hits, hit{doc, int32(o.byte())})
		}
	}
}

// id is the place of a word.
func (c *collection) id(text []byte) int32 {
	id, known := c.ids[string(text)]
	if !known {
		id = int32(len(c.words))
		c.words = append(c.words, word{text: string(text)})
		c.ids[c.words[id].text] = id
	}
	return id
}
