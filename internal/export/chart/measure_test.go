package chart

import (
	"slices"
	"testing"
)

func TestClip(t *testing.T) {
	for _, test := range []struct {
		text string
		room int
		want string
	}{
		{"Evertas", 60, "Evertas"},
		{"Evertas", 40, "Eve…"},
		{"Aon and others", 42, "Aon…"}, // no space before the ellipsis
		{"Evertas", 5, ""},
		{"", 0, ""},
		{"保管庫保険", 40, "保管…"},
	} {
		got := clip(test.text, test.room)
		if got != test.want {
			t.Errorf("clip(%q, %d) = %q, want %q", test.text, test.room, got, test.want)
		}
		if width(got) > test.room {
			t.Errorf("%q is %d wide, more than %d", got, width(got), test.room)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		room  int
		lines int
		want  []string
	}{
		{"BNY Mellon Digital Asset Custody", 126, 2, []string{"BNY Mellon Digital", "Asset Custody"}},
		{"BNY Mellon Digital Asset Custody", 230, 2, []string{"BNY Mellon Digital Asset Custody"}},
		{"BNY Mellon Digital Asset Custody", 126, 1, []string{"BNY Mellon Digit…"}},
		{"one two three four", 38, 2, []string{"one", "two…"}},
		{"15\u00a0% of it", 40, 2, []string{"15\u00a0%", "of it"}},
		{"  ", 40, 2, []string{""}},
	} {
		if got := wrap(test.text, test.room, test.lines); !slices.Equal(got, test.want) {
			t.Errorf("wrap(%q, %d, %d) = %q, want %q", test.text, test.room, test.lines, got, test.want)
		}
	}
}

// TestFlagsBalance: a flag in two lines leaves no figure alone where the name
// can be parted.
func TestFlagsBalance(t *testing.T) {
	f := flagged([]segment{{from: 240, to: 480, name: "Security and underwriting rigour", figure: "2.375"}})
	if want := []string{"Security and", "underwriting rigour 2.375"}; len(f.above) != 1 || !slices.Equal(f.above[0].lines, want) {
		t.Errorf("flags %+v, want %q above", f, want)
	}
}
