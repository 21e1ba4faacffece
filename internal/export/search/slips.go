package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
)

const (
	slipSize  = 6_000 // bytes of a file of words by their ends
	slipWords = 300   // words of one end: the best, and the commonest of them
	slipLeast = 4     // letters of a word that can be meant by another one
)

// ends are the keys of a word: "0" with its first two letters, "1" with its last
// two. Words of one slip have one of them in common, if they are long enough.
func ends(letters []rune) [2]string {
	return [2]string{"0" + string(letters[:2]), "1" + string(letters[len(letters)-2:])}
}

// meant reports whether a slip may have missed a word, and gives its letters. What
// is only in the text of a page is not looked for, and neither is a number.
func meant(w *word) ([]rune, bool) {
	letters := []rune(w.text)
	if len(letters) < slipLeast || w.text[0] == '@' || slices.ContainsFunc(letters, unicode.IsNumber) {
		return nil, false
	}
	return letters, slices.ContainsFunc(w.hits, func(h hit) bool { return h.level < levels-1 })
}

// slips writes the words by their ends, so that a word that nothing has can be
// taken for one that somebody meant.
func (ix *Index) slips(words []word) {
	type known struct {
		text  string
		level int32
		hits  int
	}
	byKey := map[string][]known{}
	for i := range words {
		w := &words[i]
		letters, ok := meant(w)
		if !ok {
			continue
		}
		best := slices.MinFunc(w.hits, func(a, b hit) int { return cmp.Compare(a.level, b.level) })
		for _, key := range ends(letters) {
			byKey[key] = append(byKey[key], known{w.text, min(best.level, titleLevels), len(w.hits)})
		}
	}
	page, size, begins := map[string]string{}, 0, ""
	flush := func() {
		if size > 0 {
			ix.Manifest.Slips = append(ix.Manifest.Slips, Part{begins, ix.shard(page)})
		}
		page, size = map[string]string{}, 0
	}
	for _, key := range slices.SortedFunc(maps.Keys(byKey), compare) {
		list := byKey[key]
		slices.SortStableFunc(list, func(a, b known) int { return cmp.Or(cmp.Compare(a.level, b.level), cmp.Compare(b.hits, a.hits)) })
		var b strings.Builder
		for i, w := range list[:min(len(list), slipWords)] {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w.text)
		}
		cost := len(key) + b.Len() + len(`"":"",`)
		if size > 0 && size+cost > slipSize {
			flush()
		}
		if size == 0 {
			begins = key
		}
		page[key], size = b.String(), size+cost
	}
	flush()
}
