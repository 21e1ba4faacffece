package bench

import (
	"fmt"
	"math"
	"strings"
)

// vocabulary is some thousand words, the commonest first.
var vocabulary = makeVocabulary()

func makeVocabulary() []string {
	words := strings.Fields(`the of and to a in is that for it with as on by are which from at be not this or an has its
		have when where one more than each only other who what before after their they over under between`)
	seen := map[string]bool{}
	for _, w := range words {
		seen[w] = true
	}
	heads := strings.Fields("ba ca da fa ga la ma na pa ra sa ta va cre dri flo gra plu sto tri chi the pro con per tra res mon lin kel")
	tails := strings.Fields("n r l s t ment tion ble ing ed er est ry ce ge nt st ck m ve")
	w := newWriter(0, 0)
	for len(words) < 4000 {
		word := heads[w.below(len(heads))]
		for range w.below(3) {
			word += heads[w.below(len(heads))]
		}
		word += tails[w.below(len(tails))]
		if !seen[word] && len(word) < 13 {
			seen[word] = true
			words = append(words, word)
		}
	}
	return words
}

// writer makes texts of one stream of numbers, that of splitmix64 (Steele, Lea and
// Flood, 2014).
type writer struct{ state uint64 }

func newWriter(kind, number int) *writer {
	seed := writer{uint64(kind)<<40 + uint64(number)}
	return &writer{seed.next()}
}

func (w *writer) next() uint64 {
	w.state += 0x9e3779b97f4a7c15
	z := w.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (w *writer) below(n int) int { return int(w.next() % uint64(n)) }

// word is a word of the vocabulary: the one of rank k comes once in k times as many
// words as the first.
func (w *writer) word() string {
	u := float64(w.next()>>11) / (1 << 53)
	return vocabulary[int(math.Pow(float64(len(vocabulary)), u))-1]
}

// rare is a word that means something.
func (w *writer) rare() string { return vocabulary[100+w.below(len(vocabulary)-100)] }

func (w *writer) words(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = w.word()
	}
	return strings.Join(out, " ")
}

func (w *writer) sentence() string {
	text := capital(w.words(4 + w.below(9)))
	if w.below(2) == 0 {
		text += ", " + w.words(3+w.below(8))
	}
	return text + "."
}

func (w *writer) sentenceUpTo(bytes int) string {
	for {
		if s := w.sentence(); len(s) <= bytes {
			return s
		}
	}
}

func (w *writer) question() string { return "What " + w.words(5+w.below(4)) + "?" }

// paragraphs are of two to five sentences, with a link here and a word in bold
// there.
func (w *writer) paragraphs(n int) []string {
	out := make([]string, n)
	for i := range out {
		var b strings.Builder
		for s := range 2 + w.below(4) {
			if s > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w.sentence())
		}
		switch w.below(3) {
		case 0:
			fmt.Fprintf(&b, " [%s](https://www.%s.example.com/%s) %s.", capital(w.rare()), w.rare(), w.rare(), w.words(4))
		case 1:
			fmt.Fprintf(&b, " %s **%s** %s.", capital(w.rare()), w.rare(), w.words(5))
		}
		out[i] = b.String()
	}
	return out
}

func (w *writer) lines(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = capital(w.words(6 + w.below(8)))
	}
	return out
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
