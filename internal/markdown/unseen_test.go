package markdown

import (
	"testing"
	"unicode"
)

func TestFirstUnseen(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		at         int
	}{
		{"plain", "Plain text, with\ta tab and «signs» — in it.\r\n", -1},
		{"tag characters", "ab\U000E0041\U000E007F", 2},
		{"a flag that is spelt in tags", "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", 4},
		{"a byte that is not UTF-8", "a\xffb", 1},
		{"delete", "a\u007f", 1},
		{"a space of no width", "a\u200bb", 1},
		{"a direction", "a\u202eb", 1},
		{"a line separator", "a\u2028b", 1},
		{"an invisible operator", "a\u2063b", 1},
		{"a Hangul filler", "\u3164", 0},
		{"a blank of Braille", "\u2800", 0},
		{"a grapheme joiner", "a\u034fb", 1},
		{"an annotation", "a\ufff9b", 1},
		{"no character", "a\ufffeb", 1},
		{"a form behind a letter", "a\ufe0fb", 1},
		{"a form behind a sign", "\u2600\ufe0f and 1\ufe0f", -1},
		{"two forms behind a sign", "\u2600\ufe0f\ufe0f", 6},
		{"another form behind a sign", "\u2600\ufe01", 3},
		{"a variant of an ideograph", "葛\U000E0100", -1},
		{"a variant of a letter", "g\U000E0100", 1},
		{"a soft hyphen in a word", "wind\u00adproof", -1},
		{"a soft hyphen outside", "wind \u00adproof", 5},
		{"two soft hyphens", "wind\u00ad\u00adproof", 4},
		{"joined emoji", "👩\u200d🌾 🏳\ufe0f\u200d🌈", -1},
		{"a joiner between Latin letters", "a\u200db", 1},
		{"a joiner at the end", "👩\u200d", 4},
		{"letters that join", "می\u200cخواهم क्\u200dष", -1},
		{"two joiners", "می\u200c\u200dخ", 4},
	} {
		if at, _ := FirstUnseen(tt.text); at != tt.at {
			t.Errorf("%s: at %d, want %d", tt.name, at, tt.at)
		}
	}
}

// TestIgnorable: what Unicode says may be left out is unseen. The library has the
// part of the property that no other property implies, and the format characters,
// of which some are seen: they surround digits.
func TestIgnorable(t *testing.T) {
	seen := &unicode.RangeTable{R16: []unicode.Range16{{0x600, 0x605, 1}, {0x6dd, 0x6dd, 1}, {0x70f, 0x70f, 1}, {0x890, 0x891, 1}, {0x8e2, 0x8e2, 1}},
		R32: []unicode.Range32{{0x110bd, 0x110bd, 1}, {0x110cd, 0x110cd, 1}}}
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		ignorable := unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector, unicode.Cf) && !unicode.Is(seen, r)
		if ignorable && !Unseen(0, r, 0) {
			t.Errorf("U+%04X is not unseen", r)
		}
		if Unseen(0, r, 0) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Nd) {
			t.Errorf("U+%04X is a letter", r)
		}
	}
}
