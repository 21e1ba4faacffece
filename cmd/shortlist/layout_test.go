package main

import (
	"slices"
	"strings"
	"testing"
)

func TestBar(t *testing.T) {
	for _, tt := range []struct {
		part, columns int
		want          string
	}{
		{0, 10, ""}, {1000, 10, "██████████"}, {500, 10, "█████"}, {505, 10, "█████"}, {507, 10, "█████▏"},
		{999, 1, "█"}, {125, 1, "▏"}, {875, 1, "▉"}, {12, 10, "▏"},
	} {
		if got := bar(tt.part, tt.columns); got != tt.want {
			t.Errorf("bar(%d, %d) = %q, want %q", tt.part, tt.columns, got, tt.want)
		}
	}
	for part := 1; part <= 1000; part++ {
		if shorter, longer := bar(part-1, 13), bar(part, 13); width(longer) < width(shorter) || width(longer) > 13 {
			t.Fatalf("a bar of %d is %q, of %d %q", part-1, shorter, part, longer)
		}
	}
}

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		text string
		to   int
		want string
	}{
		{"Evertas", 7, "Evertas"},
		{"Evertas", 6, "Evert…"},
		{"Lloyd’s Market", 9, "Lloyd’s…"},
		{"三井住友信託銀行", 16, "三井住友信託銀行"},
		{"三井住友信託銀行", 9, "三井住友…"},
		{"三井住友信託銀行", 10, "三井住友…"},         // half a character does not fit
		{"Zu\u0308rich", 4, "Zu\u0308r…"}, // an accent takes no room, and stays with its letter
	} {
		got := cut(tt.text, tt.to)
		if got != tt.want || width(got) > tt.to {
			t.Errorf("cut(%q, %d) = %q, want %q", tt.text, tt.to, got, tt.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"short", "one two", "- one two\n"},
		{"long", "one two three four", "- one two\n  three\n  four\n"},
		{"joined", "move to 10\u00a0%", "- move to\n  10\u00a0%\n"},
		{"too long for a line", "an unbreakable.word is", "- an\n  unbreakable.word\n  is\n"},
		{"nothing", "", "- \n"},
	} {
		if got := fold(tt.text, "- ", "  ", 9); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAlign(t *testing.T) {
	numbers := []string{"8", "10", "9.75", "0.5"}
	align(numbers)
	if want := []string{" 8.00", "10.00", " 9.75", " 0.50"}; !slices.Equal(numbers, want) {
		t.Errorf("%q, want %q", numbers, want)
	}
	whole := []string{"8", "10"}
	align(whole)
	if want := []string{" 8", "10"}; !slices.Equal(whole, want) {
		t.Errorf("%q, want %q", whole, want)
	}
}

// Columns stand below one another by what a terminal shows, not by bytes.
func TestTable(t *testing.T) {
	table := &grid{
		columns: []column{{head: "Rank", right: true}, {head: "Provider", cut: true}, {head: "Score", right: true}, {bar: true}, {head: "Known", right: true, quiet: true}},
		rows:    [][]string{{"1", "三井住友信託銀行", "10.0", "", "85\u00a0%"}, {"2=", "Zu\u0308rich", "8.5", "", "100\u00a0%"}},
		bars:    []int{1000, 850},
	}
	for _, tt := range []struct {
		name string
		on   screen
		want string
	}{
		{"usual", screen{width: 60}, `
Rank  Provider          Score                          Known
   1  三井住友信託銀行   10.0  ██████████████████████   85 %
  2=  Zürich              8.5  ██████████████████▊     100 %
`},
		{"no room for a bar", screen{width: 40}, `
Rank  Provider          Score  Known
   1  三井住友信託銀行   10.0   85 %
  2=  Zürich              8.5  100 %
`},
		{"no room for quiet columns", screen{width: 32}, `
Rank  Provider          Score
   1  三井住友信託銀行   10.0
  2=  Zürich              8.5
`},
		{"no room for names", screen{width: 24}, `
Rank  Provider     Score
   1  三井住友信…   10.0
  2=  Zürich         8.5
`},
		{"colour", screen{width: 40, color: true}, "\n" +
			"\x1b[2mRank\x1b[0m  \x1b[2mProvider        \x1b[0m  \x1b[2mScore\x1b[0m  \x1b[2mKnown\x1b[0m\n" +
			"   1  三井住友信託銀行   10.0  \x1b[2m 85 %\x1b[0m\n" +
			"  2=  Zürich              8.5  \x1b[2m100 %\x1b[0m\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.NewReplacer("\u00a0", " ", "u\u0308", "ü").Replace(table.text(tt.on))
			if got != tt.want[1:] {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want[1:])
			}
		})
	}
}
