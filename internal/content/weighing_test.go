package content

import (
	"slices"
	"strings"
	"testing"
)

// TestParts: three equal thirds can be written, on the criteria and in a lens;
// people are told percentages that sum to 100.
func TestParts(t *testing.T) {
	files := baseSite(t)
	const path = "content/guides/tents/guide.md"
	text := string(files[path].Data)
	for _, change := range [][2]string{
		{"weight = 60", "parts = 1"}, {"weight = 30", "parts = 1"}, {"weight = 10", "parts = 1"},
		{"weights = { mass = 70, shelter = 20, price = 10 }", "parts = { price = 1, mass = 4, shelter = 2 }"},
		{"stress = 10", "stress = 10\ngrain = 0\nmin_known = 45.5"},
	} {
		if strings.Count(text, change[0]) != 1 {
			t.Fatalf("%q is not there once", change[0])
		}
		text = strings.Replace(text, change[0], change[1], 1)
	}
	files[path].Data = []byte(text)
	g := load(t, files, Options{Now: today}).Guides[0]
	var weights, parts []int
	for _, c := range g.Criteria {
		weights, parts = append(weights, int(c.Weight)), append(parts, c.Parts)
	}
	if !slices.Equal(weights, []int{3334, 3333, 3333}) || !slices.Equal(parts, []int{1, 1, 1}) {
		t.Errorf("criteria: weights %v, parts %v", weights, parts)
	}
	lens := g.Lenses[0]
	if !slices.Equal(lens.Parts, []int{2, 4, 1}) || lens.Weights[1].String() != "57.14" || lens.Exact()[1] != 4 {
		t.Errorf("lens: weights %v, parts %v", lens.Weights, lens.Parts)
	}
	// A use case in percent has what it does not name shared by parts.
	if w := g.UseCases[0].Weights; w[0] != 7550 || w[1] != 1225 || w[2] != 1225 {
		t.Errorf("use case: %v", w)
	}
	if g.Grain != 0 || g.MinKnown != 4550 {
		t.Errorf("grain %s, min_known %s", g.Grain, g.MinKnown)
	}
	if g := loadBase(t, Options{Now: today}).Guides[0]; g.Grain != 25 || g.MinKnown != 3000 {
		t.Errorf("by default grain %s, min_known %s", g.Grain, g.MinKnown)
	}
}
