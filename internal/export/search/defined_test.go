package search

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// levelsOf are the words of a document with the best level of each.
func levelsOf(d *Doc) map[string]int {
	out := map[string]int{}
	d.Text.each(func(text string, level int) {
		forms(text, func(w []byte) {
			if old, known := out[string(w)]; !known || level < old {
				out[string(w)] = level
			}
		})
	})
	return out
}

// definition is a search without an index, as the package comment defines it.
type definition struct {
	docs   []Doc // in the order of the index
	levels []map[string]int
	common []string
	size   int // documents that the index has room for
	known  map[string]*candidate
}

// candidate is a word that may have been meant.
type candidate struct {
	text        string
	level, hits int
}

func define(docs []Doc, ix *Index) *definition {
	d := &definition{docs: slices.Clone(docs), common: ix.Manifest.Common, size: len(ix.Items), known: map[string]*candidate{}}
	slices.SortStableFunc(d.docs, func(a, b Doc) int { return int(a.Kind) - int(b.Kind) })
	for i := range d.docs {
		d.levels = append(d.levels, levelsOf(&d.docs[i]))
		for w, level := range d.levels[i] {
			c := d.known[w]
			if c == nil {
				c = &candidate{w, level, 0}
				d.known[w] = c
			}
			c.level, c.hits = min(c.level, level), c.hits+1
		}
	}
	return d
}

// has are the documents that have a word: twice the level, and one more where it
// is only the beginning of one.
func (d *definition) has(word string, begins bool) map[int]int {
	found := map[int]int{}
	for i, levels := range d.levels {
		for w, level := range levels {
			level *= 2
			if w != word {
				if !begins || !strings.HasPrefix(w, word) {
					continue
				}
				level++
			}
			if old, known := found[i]; !known || level < old {
				found[i] = level
			}
		}
	}
	return found
}

// slipped are all words that are one slip away from a word, with some other letter
// written as "?".
func slipped(word string) map[string]bool {
	out, w := map[string]bool{}, []rune(word)
	at := func(i int, put []rune, skip int) { out[string(w[:i])+string(put)+string(w[i+skip:])] = true }
	for i := range len(w) + 1 {
		at(i, []rune("?"), 0)
		if i < len(w) {
			at(i, nil, 1)
			at(i, []rune("?"), 1)
		}
		if i+1 < len(w) {
			at(i, []rune{w[i+1], w[i]}, 2)
		}
	}
	return out
}

func isSlip(a, b string) bool {
	for pattern := range slipped(a) {
		x, y := []rune(pattern), []rune(b)
		if len(x) == len(y) {
			same := true
			for i := range x {
				same = same && (x[i] == y[i] || x[i] == '?')
			}
			if same {
				return true
			}
		}
	}
	return false
}

// meant is the word that somebody may have meant.
func (d *definition) meant(word string) string {
	if len([]rune(word)) < slipLeast {
		return ""
	}
	asked := ends([]rune(word))
	for k := range asked {
		var fit []*candidate
		for w, c := range d.known {
			letters := []rune(w)
			if len(letters) >= slipLeast && !strings.ContainsAny(w, "0123456789") && c.level < levels-1 && ends(letters)[k] == asked[k] && isSlip(word, w) {
				fit = append(fit, &candidate{w, min(c.level, titleLevels), c.hits})
			}
		}
		if len(fit) > 0 {
			return slices.MinFunc(fit, func(a, b *candidate) int {
				return cmp.Or(a.level-b.level, b.hits-a.hits, compare(a.text, b.text))
			}).text
		}
	}
	return ""
}

var worth = [levels]int{128, 128, 128, 128, 32, 16, 8, 2}

// find returns the paths of what a query finds, the best first.
func (d *definition) find(query, region string) (paths []string, partly bool) {
	all := Words(query)
	used := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(d.common, w) })
	if len(used) == 0 {
		used = all
	}
	used = used[:min(8, len(used))]
	type list struct {
		levels map[int]int
		bits   int
	}
	var lists []list
	most := 0
	for i, w := range used {
		begins := i == len(used)-1 && w == all[len(all)-1]
		found := d.has(w, begins)
		if len(found) == 0 {
			if other := d.meant(w); other != "" {
				found = d.has(other, false)
			}
		}
		l := list{found, bits.Len(uint(d.size / max(1, len(found))))}
		lists, most = append(lists, l), most+l.bits
	}
	type hit struct{ doc, score, bits, lists int }
	var hits []hit
	for i := range d.docs {
		if region != "" && !slices.Contains(d.docs[i].Regions, region) {
			continue
		}
		h, named := hit{doc: i}, [3]int{}
		for _, l := range lists {
			level, has := l.levels[i]
			if !has {
				continue
			}
			h.score += worth[level/2] * (2 - level%2) * l.bits
			h.bits, h.lists = h.bits+l.bits, h.lists+1
			if level/2 < 3 {
				named[level/2]++
			}
		}
		if named[0] > 0 || named[1] > 1 || named[2] > 2 {
			h.score *= 2
		}
		if h.lists > 0 || len(lists) == 0 && region != "" {
			hits = append(hits, h)
		}
	}
	kept := slices.DeleteFunc(slices.Clone(hits), func(h hit) bool {
		if len(lists) < 4 {
			return h.lists < len(lists)
		}
		return 4*h.bits < 3*most
	})
	if len(kept) == 0 && len(hits) > 0 {
		best := slices.MaxFunc(hits, func(a, b hit) int { return a.bits - b.bits }).bits
		kept, partly = slices.DeleteFunc(hits, func(h hit) bool { return h.bits < best }), true
	}
	slices.SortStableFunc(kept, func(a, b hit) int { return b.score - a.score })
	for _, h := range kept {
		paths = append(paths, d.docs[h.doc].Path)
	}
	return paths, partly
}
