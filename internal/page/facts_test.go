package page

import (
	"slices"
	"testing"

	"shortlist/internal/report"
)

// TestShares: no column of facts is narrower than its longest word while another has
// more than it needs, and all of them fit the page.
func TestShares(t *testing.T) {
	column := func(name string, texts ...string) known {
		k := known{Column: Column{Name: name}}
		for _, text := range texts {
			k.cells = append(k.cells, GridCell{Cell: report.Cell{Text: text}})
		}
		return k
	}
	kind := column("Kind", "custodian", "bank")
	regions := column("Regions", "North America, Europe, the Middle East and Africa, Asia-Pacific (Where its entities are; which clients they accept was not looked into)")
	for _, test := range []struct {
		name    string
		columns []known
		want    []int
	}{
		{"one takes all", []known{regions}, []int{20}},
		{"a word is not cut beside a long text", []known{kind, regions}, []int{3, 17}},
		{"equals share", []known{kind, kind}, []int{10, 10}},
		{"a line may end at a hyphen", []known{column("Cover", "Bermuda-domiciled"), regions}, []int{3, 17}},
		{"more words than there is room for", slices.Repeat([]known{kind}, 8), []int{3, 3, 3, 3, 3, 3, 3, 3}},
	} {
		needs := make([]int, len(test.columns))
		for i := range needs {
			needs[i] = test.columns[i].need()
		}
		if got := shares(test.columns, needs); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, not %v", test.name, got, test.want)
		}
	}
}
