package search

import (
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

// Words returns the words of a text as the index knows them: runs of letters
// and digits in small letters, without accents and apostrophes.
func Words(text string) []string {
	var out []string
	scan(text, func(w []byte) { out = append(out, string(w)) })
	return out
}

// scan calls visit with each word of a text. The bytes are only valid during
// the call.
func scan(text string, visit func([]byte)) {
	if !ascii(text) {
		text = norm.NFKD.String(text)
	}
	buf, letters := make([]byte, 0, 4*longest), 0
	put := func(r rune) {
		if letters < longest {
			buf = utf8.AppendRune(buf, r)
		}
		letters++
	}
	end := func() {
		if letters > 0 {
			visit(buf)
		}
		buf, letters = buf[:0], 0
	}
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			put(r)
		case 'A' <= r && r <= 'Z':
			put(r + 'a' - 'A')
		case r == '\'' || r == '’' || r == 'ʼ':
		case r < utf8.RuneSelf:
			end()
		case unicode.IsMark(r):
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			r = unicode.ToLower(r)
			if s, ok := spelled[r]; ok {
				for _, r := range s {
					put(r)
				}
			} else {
				put(r)
			}
		default:
			end()
		}
	}
	end()
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
