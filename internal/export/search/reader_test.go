package search

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"
)

// reader finds what static/search.js finds, in the same way, and counts what
// it had to fetch.
type reader struct {
	t       testing.TB
	index   *Index
	files   map[string][]byte
	items   map[int]Item
	fetched map[string]bool
	parsed  map[string]map[string]string // pages of words
}

func newReader(t testing.TB, ix *Index) *reader {
	r := &reader{t: t, index: ix, files: map[string][]byte{}, parsed: map[string]map[string]string{}}
	for _, s := range ix.Shards {
		r.files[strings.TrimSuffix(s.Name, ".json")] = s.Data
	}
	r.forget()
	return r
}

// forget makes it a reader that has just come.
func (r *reader) forget() { r.items, r.fetched = map[int]Item{}, map[string]bool{} }

// cost is what was fetched since, in bytes.
func (r *reader) cost() (bytes int) {
	for name := range r.fetched {
		bytes += len(r.files[name])
	}
	return bytes
}

func (r *reader) load(name string, value any) {
	r.t.Helper()
	data, ok := r.files[name]
	if !ok {
		r.t.Fatalf("there is no file %s", name)
	}
	r.fetched[name] = true
	if err := json.Unmarshal(data, value); err != nil {
		r.t.Fatalf("%s: %v", name, err)
	}
}

func (r *reader) scores(word string, begins bool) map[int]int {
	found := map[int]int{}
	add := func(doc, level int) { found[doc] = max(found[doc], 512>>level) }
	if begins {
		for i, p := range r.index.Manifest.Prefixes {
			if !strings.HasPrefix(p, word) {
				continue
			}
			var file struct {
				All string
				Top [][]any
			}
			r.load(fmt.Sprint("p", i), &file)
			for _, row := range file.Top {
				r.items[int(row[0].(float64))] = Item{Title: row[1].(string), Path: row[2].(string), Note: row[3].(string), ""}
			}
			for group, docs := range decode(r.t, file.All) {
				if p != word {
					group |= 1
				}
				for _, doc := range docs {
					add(doc, group)
				}
			}
			return found
		}
	}
	pages := r.index.Manifest.Pages
	at := sort.Search(len(pages), func(i int) bool { return compare(pages[i], word) > 0 })
	name := fmt.Sprint("t", at)
	page := r.parsed[name]
	if page == nil {
		r.load(name, &page)
		r.parsed[name] = page
	}
	r.fetched[name] = true
	for text, list := range page {
		more := 1
		if text == word {
			more = 0
		} else if !begins || !strings.HasPrefix(text, word) {
			continue
		}
		for field, docs := range decode(r.t, list) {
			for _, doc := range docs {
				add(doc, 2*field+more)
			}
		}
	}
	return found
}

func (r *reader) find(query, region string) []int {
	type result struct{ doc, score int }
	var lists []map[int]int
	words := Words(query)
	for i, w := range words {
		lists = append(lists, r.scores(w, i == len(words)-1))
	}
	if region != "" {
		lists = append(lists, r.scores("@"+region, false))
	}
	var hits []result
	if len(lists) > 0 {
	documents:
		for doc := range lists[0] {
			sum := 0
			for _, list := range lists {
				score, ok := list[doc]
				if !ok {
					continue documents
				}
				sum += score
			}
			hits = append(hits, result{doc, sum})
		}
	}
	slices.SortFunc(hits, func(a, b result) int { return cmp.Or(b.score-a.score, a.doc-b.doc) })
	docs := make([]int, len(hits))
	for i, h := range hits {
		docs[i] = h.doc
	}
	return docs
}

// shows returns the first results as they are shown.
func (r *reader) shows(docs []int) []Item {
	var out []Item
	for _, doc := range docs[:min(len(docs), shown)] {
		item, known := r.items[doc]
		if !known {
			var rows [][3]string
			r.load(fmt.Sprint("d", doc/perFile), &rows)
			row := rows[doc%perFile]
			item = Item{Title: row[0], Path: row[1], Note: row[2], ""}
		}
		out = append(out, item)
	}
	return out
}

// decode reads a list.
func decode(t testing.TB, list string) [][]int {
	t.Helper()
	var groups [][]int
	for group := range strings.SplitSeq(list, " ") {
		docs, n, doc := []int{}, 0, -1
		for _, c := range []byte(group) {
			digit := int(c) - '0'
			if digit < 0 || digit > 63 {
				t.Fatalf("%q is no digit", c)
			}
			n = n*32 + digit%32
			if digit < 32 {
				doc += n + 1
				docs, n = append(docs, doc), 0
			}
		}
		groups = append(groups, docs)
	}
	return groups
}
