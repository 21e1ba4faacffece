package picture

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// even sets a text in letters of one width.
func even(value string) []letter {
	var out []letter
	for _, r := range value {
		out = append(out, letter{char: r, advance: 10})
	}
	return out
}

func read(lines [][]letter) []string {
	var out []string
	for _, l := range lines {
		var b strings.Builder
		for _, letter := range l {
			b.WriteRune(letter.char)
		}
		out = append(out, b.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text       string
		room, most int
		lines      []string
		rest       string
	}{
		{"one", 30, 3, []string{"one"}, ""},
		{"one two", 69, 3, []string{"one", "two"}, ""},
		{"one two", 70, 3, []string{"one two"}, ""},
		{"one two three four", 80, 2, []string{"one two", "three"}, "four"},
		{"unbreakable", 50, 3, []string{"unbre", "akabl", "e"}, ""},
		{"a unbreakable", 50, 3, []string{"a", "unbre", "akabl"}, "e"},
		{"wide", 1, 2, []string{"w", "i"}, "de"},
		{"", 50, 3, nil, ""},
	} {
		lines, rest := wrap(even(c.text), c.room, c.most)
		if diff := cmp.Diff(c.lines, read(lines)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
		if got := strings.Join(read([][]letter{rest}), ""); got != c.rest {
			t.Errorf("%q leaves %q, not %q", c.text, got, c.rest)
		}
	}
}

func TestBalance(t *testing.T) {
	for _, c := range []struct {
		text        string
		room, lines int
		want        []string
	}{
		{"aaaa bbbb cc dd", 130, 2, []string{"aaaa bbbb", "cc dd"}},
		{"a b c d e f", 100, 2, []string{"a b c", "d e f"}},
		{"aa bb cc dd ee ff", 170, 3, []string{"aa bb", "cc dd", "ee ff"}},
		{"one", 50, 1, []string{"one"}},
		{"one", 20, 1, nil},
		{"unbreakable it", 50, 3, nil},
	} {
		got, _ := balance(even(c.text), c.room, c.lines)
		if diff := cmp.Diff(c.want, read(got)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

// TestBalanceKeeps holds balancing to what wrapping allows: as many lines, no
// letter lost, none too wide.
func TestBalanceKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-z]{1,9}`), 1, 12).Draw(t, "words"), " ")
		room := rapid.IntRange(90, 400).Draw(t, "room")
		lines, rest := wrap(even(text), room, 3)
		if len(rest) > 0 {
			return
		}
		balanced, _ := balance(even(text), room, len(lines))
		if got := strings.Join(read(balanced), " "); got != text {
			t.Fatalf("%q became %q", text, got)
		}
		for _, l := range balanced {
			if width(l) > room {
				t.Fatalf("a line of %q is wider than %d", text, room)
			}
		}
	})
}

func TestClip(t *testing.T) {
	fonts, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	s := &canvas{fonts: fonts}
	for _, c := range []struct {
		text string
		room int // in em
		want string
	}{
		{"Evertas", 10, "Evertas"},
		{"Munich Re Digital Asset Protection", 10, "Munich Re Digital…"},
		{"Marsh, McLennan and others of the kind", 10, "Marsh, McLennan…"},
		{"Jurisdictionsabcdefghijklm", 5, "Jurisdict…"},
		{"Zürich", 0, "…"},
	} {
		if got := read([][]letter{s.clip(sans, s.letters(sans, c.text, 0), c.room*em)})[0]; got != c.want {
			t.Errorf("%q in %d em is %q, not %q", c.text, c.room, got, c.want)
		}
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"  a \n\t b ":          "a b",
		"a\u00a0b\u202fc":      "a\u00a0b\u00a0c",
		"a\u200bb\u202e\ufe0f": "ab",
		"a\x00\x7fb":           "ab",
		"a\xff":                "a\ufffd",
	} {
		if got := string(clean(text)); got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
	}
}
