package markdown

import (
	"strings"
	"unicode"
)

// Words counts the words of a text: what has a letter or digit in it between white
// space. Of what is written without spaces, so many characters count as one word as are
// read in its time.
//
// Two of Chinese or Japanese are one, so that 230 words a minute are 460 characters:
// 400 to 500 is what is usually taken for silent reading. Of Thai, Lao, Khmer and
// Burmese 4.7 are one, which is what a word of alphabetic scripts has in the texts of
// Trauzettel-Klosinski and Dietz, Standardized Assessment of Reading Performance (2012):
// 863 characters a minute, 184 words.
func Words(text string) int {
	count, pictured, spelled := 0, 0, 0
	for word := range strings.FieldsSeq(text) {
		other := false
		for _, r := range word {
			switch {
			case r < firstUnspaced:
				other = other || unicode.IsLetter(r) || unicode.IsDigit(r)
			case r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
				pictured++
			case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
				spelled++
			default:
				other = other || unicode.IsLetter(r) || unicode.IsDigit(r)
			}
		}
		if other {
			count++
		}
	}
	return count + (pictured+1)/2 + (spelled*184+862)/863
}

// firstUnspaced is where the scripts begin that are written without spaces.
const firstUnspaced = '\u0e00'
