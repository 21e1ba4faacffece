package markdown

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// isWordRune reports whether r is an ASCII letter or digit.
func isWordRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// Slug makes an id of words: ASCII, lower case, hyphens. Letters with marks lose
// them, apostrophes vanish, other scripts do too. It may be empty.
func Slug(words string) string {
	var b strings.Builder
	gap := false
	put := func(s string) {
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(s)
	}
	for _, r := range words {
		switch {
		case isWordRune(r):
			put(string(unicode.ToLower(r)))
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		default:
			if s := fold(unicode.ToLower(r)); s != "" {
				put(s)
			} else {
				gap = true
			}
		}
	}
	return b.String()
}

// anchor is the id of a heading that gives itself none: its words. Where letters are
// lost, since they are of another script, what all of them come to is added: so the id
// is the heading's own, and stays when another is put before it.
func anchor(kind, text string) string {
	slug := Slug(text)
	if slug != "" && !loses(text) {
		return slug
	}
	sum := fnv.New32a()
	sum.Write([]byte(norm.NFC.String(strings.Join(strings.Fields(text), " "))))
	if slug == "" {
		slug = kind
	}
	return fmt.Sprintf("%s-%08x", slug, sum.Sum32())
}

// loses reports whether a slug has not every letter of its words.
func loses(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool {
		return r >= 0x80 && unicode.IsLetter(r) && fold(unicode.ToLower(r)) == ""
	})
}

// folds lists, for each ASCII spelling, the lower-case Latin letters that are
// written so (Latin-1 and Latin Extended-A).
var folds = []struct{ ascii, letters string }{
	{"a", "àáâãåāăą"}, {"ae", "äæ"}, {"c", "çćĉċč"}, {"d", "ðďđ"}, {"e", "èéêëēĕėęě"}, {"g", "ĝğġģ"},
	{"h", "ĥħ"}, {"i", "ìíîïĩīĭįı"}, {"ij", "ĳ"}, {"j", "ĵ"}, {"k", "ķĸ"}, {"l", "ĺļľŀł"}, {"n", "ñńņňŉŋ"},
	{"o", "òóôõøōŏő"}, {"oe", "öœ"}, {"r", "ŕŗř"}, {"s", "śŝşšſș"}, {"ss", "ß"}, {"t", "ţťŧț"},
	{"th", "þ"}, {"u", "ùúûũūŭůűų"}, {"ue", "ü"}, {"w", "ŵ"}, {"y", "ýÿŷ"}, {"z", "źżž"},
}

func fold(r rune) string {
	if r < 0x80 {
		return ""
	}
	for _, f := range folds {
		if strings.ContainsRune(f.letters, r) {
			return f.ascii
		}
	}
	if base := norm.NFD.String(string(r)); base[0] < 0x80 && isWordRune(rune(base[0])) { // a letter with marks: ế
		return base[:1]
	}
	return ""
}
