package report

import (
	"strings"
	"testing"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

func TestReadingLeavesTablesOut(t *testing.T) {
	source := "Six words stand before the table.\n\nTable: What it holds\n\n| Name | Weight |\n| --- | --- |\n| Oak | 7 |\n\n> Two more.\n"
	b := guide.Body{Source: source, Document: markdown.Parse(source).Document}
	if got := Reading(&b); got != 8 {
		t.Errorf("%d words are read, want 8", got)
	}
}

// What is read is counted whole: 460 words take two minutes, one more takes three.
func TestReadingCountsWhatAnEntrySays(t *testing.T) {
	g := &Guide{Entries: []Entry{{Place: Place{Name: "Oak"}, Kind: "maker", Audience: []string{"those in need of shade"},
		Alternatives: []Alternative{{Name: "Elm", For: "hedges"}}, Regions: []Served{{"eu", "Europe"}}}}}
	if got, want := g.reading(), 1+1+5+2+1; got != want {
		t.Errorf("%d words are read, want %d", got, want)
	}
	for n, want := range map[int]int{0: 1, 230: 1, 460: 2, 461: 3} {
		if got := Minutes(n); got != want {
			t.Errorf("%d words take %d minutes, want %d", n, got, want)
		}
	}
	if n := words(strings.Repeat("a – 7 ", 3)); n != 6 {
		t.Errorf("a dash counts as a word: %d", n)
	}
}
