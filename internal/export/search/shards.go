package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

const (
	pageSize  = 10_000 // bytes of a page of words; a single word may need more
	perFile   = 8      // documents whose items share a file
	shown     = 10     // results that are shown at once
	firstCode = '0'    // of the 64 characters that lists are written in
	noteSize  = 120    // letters of a note
)

// encode writes groups of documents, each in rising order, as a string. A
// group is the differences between neighbours, less one, in base 32 with the
// highest digit first; each digit is a character from '0' on, and 32 is added
// to all but the last of a number.
func encode(groups [][]int32) string {
	var b strings.Builder
	for i, group := range groups {
		if i > 0 {
			b.WriteByte(' ')
		}
		before := int32(-1)
		for _, doc := range group {
			writeNumber(&b, doc-before-1)
			before = doc
		}
	}
	return strings.TrimRight(b.String(), " ")
}

func writeNumber(b *strings.Builder, n int32) {
	shift := 0
	for n>>(shift+5) > 0 {
		shift += 5
	}
	for ; shift > 0; shift -= 5 {
		b.WriteByte(byte(firstCode + 32 + n>>shift&31))
	}
	b.WriteByte(byte(firstCode + n&31))
}

// words cuts the words into pages, and gives prefixes that need one a file.
func (ix *Index) words(words []word) {
	page, size, pages := map[string]string{}, 0, 0
	var prefixes []string
	flush := func() {
		ix.shard("t", pages, page)
		page, size, pages = map[string]string{}, 0, pages+1
	}
	for i, w := range words {
		groups := make([][]int32, fields)
		for _, h := range w.hits {
			groups[h.field] = append(groups[h.field], h.doc)
		}
		list := encode(groups)
		cost := len(w.text) + len(list) + len(`"":"",`)
		if size > 0 && size+cost > pageSize {
			flush()
			common := shared(words[i-1].text, w.text)
			// The shortest beginning that tells the page from the one before.
			_, n := utf8.DecodeRuneInString(w.text[len(common):])
			ix.Manifest.Pages = append(ix.Manifest.Pages, w.text[:len(common)+n])
			for end := range common {
				if end > 0 {
					prefixes = append(prefixes, common[:end])
				}
			}
			if common != "" {
				prefixes = append(prefixes, common)
			}
		}
		page[w.text], size = list, size+cost
	}
	if size > 0 || pages == 0 {
		flush()
	}
	slices.SortFunc(prefixes, compare)
	for _, p := range slices.Compact(prefixes) {
		ix.prefix(p, words)
	}
}

// prefix writes the file of a prefix, unless every word that begins with it
// goes on in the same way: then the longer prefix answers for it. Regions are
// never asked for by their beginning.
func (ix *Index) prefix(p string, words []word) {
	from := sort.Search(len(words), func(i int) bool { return compare(words[i].text, p) >= 0 })
	to := from + sort.Search(len(words)-from, func(i int) bool { return !strings.HasPrefix(words[from+i].text, p) })
	if p[0] == '@' || shared(words[from].text, words[to-1].text) != p {
		return
	}
	best := make([]uint8, len(ix.Items)) // of each document, one more than its group
	for _, w := range words[from:to] {
		for _, h := range w.hits {
			group := uint8(2*h.field + 2)
			if w.text == p {
				group--
			}
			if b := best[h.doc]; b == 0 || group < b {
				best[h.doc] = group
			}
		}
	}
	groups := make([][]int32, 2*fields)
	for doc, b := range best {
		if b > 0 {
			groups[b-1] = append(groups[b-1], int32(doc))
		}
	}
	top := [][4]any{}
	for _, group := range groups {
		for _, doc := range group[:min(len(group), shown-len(top))] {
			item := ix.Items[doc]
			top = append(top, [4]any{doc, item.Title, item.Path, short(item.Note)})
		}
	}
	ix.shard("p", len(ix.Manifest.Prefixes), struct {
		All string   `json:"all"`
		Top [][4]any `json:"top"`
	}{encode(groups), top})
	ix.Manifest.Prefixes = append(ix.Manifest.Prefixes, p)
}

// documents writes what results show.
func (ix *Index) documents() {
	n := 0
	for items := range slices.Chunk(ix.Items, perFile) {
		rows := make([][3]string, len(items))
		for i, item := range items {
			rows[i] = [3]string{item.Title, item.Path, short(item.Note)}
		}
		ix.shard("d", n, rows)
		n++
	}
}

// short cuts a note between two words, or within one that is longer than a note.
func short(note string) string {
	letters, blank := 0, 0
	for i, r := range note {
		if letters++; letters > noteSize {
			if blank == 0 {
				blank = i
			}
			return strings.TrimRight(note[:blank], " ,;:.") + " …"
		}
		if r == ' ' {
			blank = i
		}
	}
	return note
}

// shard adds a file. The values are strings and numbers, which JSON can say.
func (ix *Index) shard(kind string, number int, value any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		panic("search: " + err.Error())
	}
	ix.Shards = append(ix.Shards, Shard{fmt.Sprintf("%s%d.json", kind, number), bytes.TrimSuffix(b.Bytes(), []byte("\n"))})
}
