package markdown

import (
	"unicode"
	"unicode/utf8"
)

// Unseen reports whether a character has no place in a text, because no reader
// sees it: controls, what is left of broken encodings, and whatever Unicode says
// a program may leave out when it shows a text (Default_Ignorable_Code_Point in
// DerivedCoreProperties.txt, Unicode 15). Such characters make a line read other
// than it is written, and carry words that people cannot see to programs that read
// text: the tag characters spell out all of ASCII.
//
// A few have a use beside certain neighbours, and only there: see useful. before
// and after are the characters around it, 0 where there is none.
func Unseen(before, r, after rune) bool {
	if r < 0x7f {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r'
	}
	return unseen(r) && !useful(before, r, after)
}

// Hidden reports whether a character has no place in a text, whatever stands
// beside it. It is asked of what is written as an escape or an entity, which an
// author sees.
func Hidden(r rune) bool {
	return Unseen(0, r, 0) && r != softHyphen && r != joiner && r != nonJoiner && r != asText && r != asEmoji
}

// unseen is Unseen without regard to the neighbours.
func unseen(r rune) bool {
	switch {
	case r < 0xa0, r == utf8.RuneError:
		return true
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r >= 0x180b && r <= 0x180f:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r == 0x2800, r == 0x3164, r == 0xffa0: // blanks that are called letters or signs
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r == 0xfeff, r >= 0xfff0 && r <= 0xfffb, r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return true
	case r >= 0x13430 && r <= 0x1345f, r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a:
		return true
	}
	return r >= 0xe0000 && r <= 0xe0fff // tags, and further variation selectors
}

const (
	softHyphen = 0xad
	nonJoiner  = 0x200c
	joiner     = 0x200d
	asText     = 0xfe0e
	asEmoji    = 0xfe0f
)

// useful reports whether an unseen character does something where it stands: a
// soft hyphen in a word, a joiner between letters that join or between emoji, a
// choice of form behind a sign that has two, or behind an ideograph.
func useful(before, r, after rune) bool {
	switch {
	case r == softHyphen:
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	case r == joiner && (isSign(before) || before == asEmoji):
		return isSign(after)
	case r == joiner, r == nonJoiner:
		return unicode.In(before, joining...) && !unseen(after)
	case r == asText, r == asEmoji:
		return isSign(before) || before >= '0' && before <= '9' || before == '#' || before == '*'
	case r >= 0xe0100 && r <= 0xe01ef:
		return unicode.Is(unicode.Han, before)
	}
	return false
}

// isSign reports whether a character may be an emoji.
func isSign(r rune) bool {
	return r >= 0x80 && (unicode.Is(unicode.So, r) || unicode.In(r, unicode.Sm, unicode.Po) || r >= 0x1f3fb && r <= 0x1f3ff)
}

// joining are the scripts whose letters take another form beside a joiner.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi,
	unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
	unicode.Khmer, unicode.Myanmar,
}

// FirstUnseen is the byte offset of the first unseen character of a text, and that
// character; -1 when there is none.
func FirstUnseen(s string) (at int, r rune) {
	before := rune(0)
	for i, r := range s {
		if r < ' ' || r >= 0x7f {
			_, size := utf8.DecodeRuneInString(s[i:])
			after, n := utf8.DecodeRuneInString(s[i+size:])
			if n == 0 {
				after = 0
			}
			if Unseen(before, r, after) {
				return i, r
			}
		}
		before = r
	}
	return -1, 0
}
