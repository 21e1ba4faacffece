package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // the pause before a word, then its stem
	}{
		{"", nil},
		{"Best for costs", []string{"3 best", "0 for", "0 cost"}},
		{"security-first, APAC", []string{"3 security", "0 first", "1 apac"}},
		{"*Best* (by far): 8.5 - no", []string{"3 best", "2 by", "0 far", "2 8.5", "2 no"}},
		{"Lloyd’s isn't. It does", []string{"3 lloyd", "0 isn't", "3 it", "0 doe"}},
		{"cheap [@a; @b] and [the page](https://cheapest.example/) <https://best.example>", []string{"3 cheap", "0 and", "0 the", "0 page"}},
		{"one `code` two ``a ` b`` three `", []string{"3 one", "2 two", "2 three"}},
		{"# Fees\nAll\nof it\n\n- item\n| cell | cell", []string{"3 fee", "3 all", "0 of", "0 it", "3 item", "3 cell", "3 cell"}},
		{"class glass us costs", []string{"3 class", "0 glass", "0 us", "0 cost"}},
		{"ä\u0308pfel 東京", []string{"3 ä\u0308pfel", "0 東京"}},
		{"<5 and ]( and [@", []string{"3 5", "0 and", "2 and"}},
	} {
		var got []string
		for _, w := range split(c.text) {
			got = append(got, fmt.Sprintf("%d %s", w.before, w.stem))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q", c.text, got)
		}
	}
}

// FuzzClaims: whatever the text, words lie in it in order, and claims are made of
// them.
func FuzzClaims(f *testing.F) {
	for _, s := range []string{"Best for costs and security", "It's the cheapest.", "’", "a’", "9.", "[@", "](", "<", "`", "``a`", "-", "\n#\n",
		"best bank vault", "best best best", "the best US. \xff'\xff", "Ranks first on Scale and liquidity, with"} {
		f.Add(s)
	}
	lib := vaults()
	v := newVocabulary(lib.Guides[0], lib.Site.Regions)
	names := firstNames(lib.Providers)
	f.Fuzz(func(t *testing.T, text string) {
		words := split(text)
		last := 0
		for _, w := range words {
			if w.start < last || w.end <= w.start || w.end > len(text) || text[w.start:w.end] != w.written {
				t.Fatalf("%+v in %q", w, text)
			}
			last = w.end
		}
		for _, c := range v.claims(words) {
			if c.start != words[c.word].start || c.end <= c.start || c.end > len(text) {
				t.Fatalf("%+v in %q", c, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[c.start:c.end]) {
				t.Fatalf("%+v cuts a character of %q", c, text)
			}
			speaksOf(lib.Guides[0].Entries[0], names, words, c.word)
		}
	})
}

// TestPhrases: each phrase is found where it stands alone, as itself and not as a
// part of another.
func TestPhrases(t *testing.T) {
	n := 0
	for first, list := range phrases {
		for _, p := range list {
			n++
			var words []word
			for _, s := range p.words {
				words = append(words, word{stem: s})
			}
			got, ok := phraseAt(words, 0)
			if !ok || p.words[0] != first || !slices.Equal(got.words, p.words) {
				t.Errorf("%q is read as %q", p.words, got.words)
			}
			if p.topic != nil && p.whole {
				t.Errorf("%q is of a criterion and of the whole", p.words)
			}
		}
	}
	if n < 40 {
		t.Errorf("only %d phrases", n)
	}
}

// TestSplitCutsWhatNeverStops: no sentence is longer than the longest, so that a
// text of one sentence costs what its length is.
func TestSplitCutsWhatNeverStops(t *testing.T) {
	words := split(strings.Repeat("best of all ", 1000))
	length := 0
	for i, w := range words {
		if w.before == stop {
			length = 0
		}
		if length++; length > longest {
			t.Fatalf("at word %d a sentence has %d words", i, length)
		}
	}
}
