package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

const (
	pageSize    = 4_000  // bytes of a page of words; a single word may need more
	longestList = 3_000  // documents of a word
	longestArea = 20_000 // documents of a region: those beyond are not found by it
	shortList   = 2_000  // documents of a prefix
	shown       = 10     // results that are shown at once
	firstCode   = '0'    // of the 64 characters that numbers are written in
	firstGroup  = '#'    // what the first group begins with
)

// encode writes groups of documents, each in rising order, as a string. A group
// that is not empty begins with its own character, from '#' on; then come the
// differences between neighbours, less one, in base 32 with the highest digit
// first; each digit is a character from '0' on, and 32 is added to all but the
// last of a number. Of more documents than most, the first are written, and
// before them "!" and how many there are.
func encode(groups [][]int32, most int) string {
	var b strings.Builder
	total := 0
	for _, group := range groups {
		total += len(group)
	}
	if total > most {
		b.WriteByte('!')
		writeNumber(&b, int32(total))
	}
	for i, group := range groups {
		group = group[:min(len(group), most)]
		most -= len(group)
		if len(group) > 0 {
			b.WriteByte(byte(firstGroup + i))
		}
		before := int32(-1)
		for _, doc := range group {
			writeNumber(&b, doc-before-1)
			before = doc
		}
	}
	return b.String()
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
	page, size, begins := map[string]string{}, 0, ""
	var prefixes []string
	flush := func() {
		ix.Manifest.Words = append(ix.Manifest.Words, Part{begins, ix.shard(page)})
		page, size = map[string]string{}, 0
	}
	for i, w := range words {
		groups, most := make([][]int32, levels), longestList
		for _, h := range w.hits {
			groups[h.level] = append(groups[h.level], h.doc)
		}
		if w.text[0] == '@' {
			most = longestArea
		}
		list := encode(groups, most)
		cost := len(w.text) + len(list) + len(`"":"",`)
		if size > 0 && size+cost > pageSize {
			flush()
			common := shared(words[i-1].text, w.text)
			// The shortest beginning that tells the page from the one before.
			_, n := utf8.DecodeRuneInString(w.text[len(common):])
			begins = w.text[:len(common)+n]
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
	if size > 0 || begins == "" {
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
	best := make([]uint8, len(ix.Items)) // of each document, one more than its level
	own := make([][]int32, levels)
	for _, w := range words[from:to] {
		for _, h := range w.hits {
			if w.text == p {
				own[h.level] = append(own[h.level], h.doc)
			}
			if b := best[h.doc]; b == 0 || uint8(h.level) < b-1 {
				best[h.doc] = uint8(h.level) + 1
			}
		}
	}
	groups := make([][]int32, levels)
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
	ix.Manifest.Prefixes = append(ix.Manifest.Prefixes, Part{p, ix.shard(struct {
		Whole string   `json:"whole"`
		All   string   `json:"all"`
		Top   [][4]any `json:"top"`
	}{encode(own, longestList), encode(groups, shortList), top})})
}

// names are letters and digits in one case: files that differ only in the case
// of their names are one file on some hosts.
var names = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// shard adds a file and returns its name without the ending. The values are
// strings and numbers, which JSON can say. Two files of the same content are one;
// two that only have the same name are told apart by what is counted for it.
func (ix *Index) shard(value any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		panic("search: " + err.Error())
	}
	data := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	for tried := byte(0); ; tried++ {
		sum := sha256.Sum256(append(data[:len(data):len(data)], make([]byte, tried)...))
		name := names.EncodeToString(sum[:5])
		if ix.names[name] {
			at := slices.IndexFunc(ix.Shards, func(s Shard) bool { return s.Name == name+".json" })
			if bytes.Equal(ix.Shards[at].Data, data) {
				return name
			}
			continue
		}
		ix.names[name] = true
		ix.Shards = append(ix.Shards, Shard{name + ".json", data})
		return name
	}
}
