package search

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// settledRune reports whether a character has been in Unicode for so long that
// every browser knows it: those of Unicode 15 and later it may not.
func settledRune(r rune) bool {
	return utf8.ValidRune(r) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Han,
		unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Devanagari, unicode.Common) && r < 0x2A6DE
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "Lloyd's of London", "Crédit Güney ﬁx", "a\xffb", "İSTANBUL straße", strings.Repeat("x", 99), "漢字 かな 1⁄2 ½"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := Words(text)
		for _, w := range words {
			if n := utf8.RuneCountInString(w); n == 0 || n > longest {
				t.Errorf("%q has %d letters", w, n)
			}
			if strings.ContainsAny(w, " @\"\\<") {
				t.Errorf("%q is no word", w)
			}
			if again := Words(w); len(again) != 1 || again[0] != w {
				t.Errorf("%q becomes %q when read again", w, again)
			}
		}
		if again := Words(strings.Join(words, " ")); !slices.Equal(words, again) {
			t.Errorf("%q becomes %q when read again", words, again)
		}
	})
}

func TestCompareIsTheScripts(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune{'a', 'b', 'é', '힣', '\uE000', 'ﬀ', '\U00010000', '\U0002A6D0'}), 0, 4, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		got, want := compare(a, b), slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
		if sign(got) != want {
			t.Fatalf("compare(%q, %q) = %d, want %d", a, b, got, want)
		}
	})
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestShared(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"", "", ""}, {"a", "", ""}, {"", "a", ""}, {"custody", "custom", "custo"}, {"cat", "cats", "cat"}, {"é", "è", ""}, {"xé", "xè", "x"},
	} {
		if got := shared(tt.a, tt.b); got != tt.want {
			t.Errorf("shared(%q, %q) = %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}

// decode reads a list as the script does.
func decode(t testing.TB, list string, groups int) (out [][]int, all int) {
	out = make([][]int, groups)
	n, doc, group := 0, -1, 0
	for _, c := range []byte(list) {
		switch digit := int(c) - firstCode; {
		case digit < 0:
			group, doc = int(c)-firstGroup, -1
		case digit > 63:
			t.Fatalf("%q is no digit", c)
		case digit > 31:
			n = n*32 + digit - 32
		default:
			n = n*32 + digit
			if group < 0 {
				all = n
			} else {
				doc += n + 1
				out[group] = append(out[group], doc)
			}
			n = 0
		}
	}
	return out, all
}

func TestEncode(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		groups, total := make([][]int32, rapid.IntRange(1, levels).Draw(rt, "groups")), 0
		for i := range groups {
			groups[i] = rapid.SliceOfDistinct(rapid.Int32Range(0, 1<<24), func(n int32) int32 { return n }).Draw(rt, "group")
			slices.Sort(groups[i])
			total += len(groups[i])
		}
		most := rapid.IntRange(0, total+1).Draw(rt, "most")
		read, all := decode(t, encode(groups, most), levels)
		if (all > 0) != (total > most) || all > 0 && all != total {
			rt.Fatalf("of %d documents, %d at most are said to be of %d", total, most, all)
		}
		left := most
		for i, group := range groups {
			group = group[:min(len(group), left)]
			left -= len(group)
			if len(read[i]) != len(group) {
				rt.Fatalf("%v becomes %v", groups, read)
			}
			for j, doc := range group {
				if int32(read[i][j]) != doc {
					rt.Fatalf("%v becomes %v", groups, read)
				}
			}
		}
	})
}
