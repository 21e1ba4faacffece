package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest is how many letters of a word count; the rest is not looked at. It
// keeps addresses and keys from filling the index.
const longest = 24

// spelled are letters that people also write without their key, and that no
// Unicode form takes apart. static/search.js has the same list.
var spelled = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i", 'ς': "σ",
}

// unheard are characters that stand within a word and are often left out:
// accents, the points of Hebrew and Arabic, apostrophes, joiners, soft hyphens.
// Other marks are part of their word: in the scripts of India they are vowels.
var unheard = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x27, 0x27, 1}, {0xad, 0xad, 1}, {0x2bc, 0x2bc, 1}, {0x300, 0x36f, 1}, {0x591, 0x5bd, 1}, {0x5bf, 0x5bf, 1},
		{0x5c1, 0x5c2, 1}, {0x5c4, 0x5c5, 1}, {0x5c7, 0x5c7, 1}, {0x610, 0x61a, 1}, {0x640, 0x640, 1}, {0x64b, 0x65f, 1},
		{0x670, 0x670, 1}, {0x6d6, 0x6dc, 1}, {0x200c, 0x200d, 1}, {0x2019, 0x2019, 1},
	},
	LatinOffset: 2,
}

// unspaced are the scripts that set no blanks between words. What is written in
// them is found by pairs of neighbours: each character with the marks on it and
// the one that follows.
func unspaced(r rune) bool {
	return r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// Words returns the words of a text as the index knows them: runs of letters
// and digits in small letters, without accents and apostrophes; of scripts that
// do not part words, pairs of characters.
func Words(text string) []string {
	var out []string
	scan(text, func(w []byte) { out = append(out, string(w)) })
	return out
}

// forms visits the words of a text, and other ways in which people write them:
// "Müller" as "Mueller", "l'assurance" as "assurance", Arabic without its
// article. A word may come more than once.
func forms(text string, visit func([]byte)) {
	scan(text, func(w []byte) {
		visit(w)
		if bare, ok := strings.CutPrefix(string(w), "ال"); ok && utf8.RuneCountInString(bare) > 2 {
			visit([]byte(bare))
		}
	})
	if ascii(text) && !strings.Contains(text, "'") {
		return
	}
	for _, other := range [...]string{umlauts.Replace(norm.NFC.String(text)), apostrophes.Replace(text)} {
		if other != text {
			scan(other, func(w []byte) {
				if len(w) > 2 {
					visit(w)
				}
			})
		}
	}
}

var (
	umlauts     = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "Ø", "Oe", "å", "aa", "Å", "Aa")
	apostrophes = strings.NewReplacer("'", " ", "’", " ", "ʼ", " ")
)

// scanner takes a text apart.
type scanner struct {
	visit   func([]byte)
	buf     []byte
	letters int
	pairs   bool  // what is in buf is written without blanks
	starts  []int // of each character in buf, then
}

// scan calls visit with each word of a text. The bytes are only valid during
// the call.
func scan(text string, visit func([]byte)) {
	if !ascii(text) {
		text = norm.NFKD.String(text)
	}
	s := scanner{visit: visit, buf: make([]byte, 0, 4*longest)}
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			s.put(r)
		case 'A' <= r && r <= 'Z':
			s.put(r + 'a' - 'A')
		case r == '\'':
		case r < utf8.RuneSelf:
			s.end()
		case unicode.Is(unheard, r):
		default:
			s.other(r)
		}
	}
	s.end()
}

// other takes what is not ASCII.
func (s *scanner) other(r rune) {
	mark := unicode.IsMark(r)
	switch {
	case s.pairs && mark:
		s.buf = utf8.AppendRune(s.buf, r)
	case unspaced(r):
		if !s.pairs {
			s.end()
			s.pairs = true
		}
		s.starts = append(s.starts, len(s.buf))
		s.buf = utf8.AppendRune(s.buf, r)
	case mark || unicode.IsLetter(r) || unicode.IsNumber(r):
		r = unicode.ToLower(r)
		if as, ok := spelled[r]; ok {
			for _, r := range as {
				s.put(r)
			}
		} else {
			s.put(r)
		}
	default:
		s.end()
	}
}

// put adds a letter to a word.
func (s *scanner) put(r rune) {
	if s.pairs {
		s.end()
	}
	if s.letters < longest {
		s.buf = utf8.AppendRune(s.buf, r)
	}
	s.letters++
}

// end is the end of a word, or of a run of characters.
func (s *scanner) end() {
	if !s.pairs {
		if s.letters > 0 {
			s.visit(s.buf)
		}
	} else {
		s.starts = append(s.starts, len(s.buf))
		for i := range max(1, len(s.starts)-2) {
			s.visit(firstLetters(s.buf[s.starts[i]:s.starts[min(i+2, len(s.starts)-1)]]))
		}
	}
	s.buf, s.starts, s.letters, s.pairs = s.buf[:0], s.starts[:0], 0, false
}

// firstLetters is as much of a pair as counts.
func firstLetters(pair []byte) []byte {
	n := 0
	for i := range string(pair) {
		if n == longest {
			return pair[:i]
		}
		n++
	}
	return pair
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// compare orders words as the script does, by UTF-16 code units: those that
// need two come before those from U+E000 on.
func compare(a, b string) int {
	for {
		if a == "" || b == "" {
			return len(a) - len(b)
		}
		r, n := utf8.DecodeRuneInString(a)
		s, m := utf8.DecodeRuneInString(b)
		switch {
		case r == s:
			a, b = a[n:], b[m:]
			continue
		case (r >= 0x10000) == (s >= 0x10000):
			return int(r) - int(s)
		case r >= 0x10000:
			return 0xD800 - int(s)
		default:
			return int(r) - 0xD800
		}
	}
}

// shared is the beginning that two words have in common.
func shared(a, b string) string {
	for i, r := range a {
		if s, n := utf8.DecodeRuneInString(b[min(i, len(b)):]); n == 0 || r != s {
			return a[:i]
		}
	}
	return a
}
