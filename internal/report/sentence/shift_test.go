package sentence

import (
	"strings"
	"testing"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

func TestShift(t *testing.T) {
	for _, tt := range []struct {
		published, now int
		want           string
	}{{4, 2, "up 2"}, {1, 2, "down 1"}, {3, 3, "same"}} {
		if got := Shift(tt.published, tt.now).String(); got != tt.want {
			t.Errorf("Shift(%d, %d) = %q", tt.published, tt.now, got)
		}
	}
}

func TestShifts(t *testing.T) {
	// The field in the order of its names, and in another.
	ranked := func(order string) (*guide.Guide, rank.Ranking) {
		rows := make([][2]rank.Interval, len(order))
		for i, id := range order {
			rows[id-'a'] = [2]rank.Interval{point(900 - 100*i), point(900 - 100*i)}
		}
		g, table := field(rows...)
		return g, rank.Rank(table)
	}
	for _, tt := range []struct{ order, says, finds string }{
		{"abcdef", "All six keep their ranks.", ""},
		{"abdcef", "Two of six move: Provider d from 4th to 3rd and Provider c from 3rd to 4th.", "Provider d and Provider c change ranks"},
		{"dabcef", "Four of six move: Provider d from 4th to 1st, Provider a from 1st to 2nd, Provider b from 2nd to 3rd and Provider c from 3rd to 4th.",
			"Provider d gains most: 4th to 1st"},
		{"bcdefa", "Six of six move, among them Provider a from 1st to 6th, Provider b from 2nd to 1st, Provider c from 3rd to 2nd and Provider d from 4th to 3rd.",
			"Provider a loses most: 1st to 6th"},
	} {
		g, published := ranked("abcdef")
		_, other := ranked(tt.order)
		if got := Shifts(published, other, NamesOf(g)).String(); got != tt.says {
			t.Errorf("%s: got %q", tt.order, got)
		}
		if got := Farthest(published, other, NamesOf(g)).String(); got != tt.finds {
			t.Errorf("%s: got %q", tt.order, got)
		}
	}
}

func TestHeaviest(t *testing.T) {
	for _, tt := range []struct {
		weights []int
		want    string
	}{
		{nil, ""},
		{[]int{6000, 4000}, "A alone carries 60\u00a0% of the weight"},
		{[]int{2000, 3000, 2500, 2500}, "B and C carry 55\u00a0% of the weight"},
		{[]int{2500, 2500, 3000, 2000}, "C and A carry 55\u00a0% of the weight"},
		{[]int{1250, 1250, 1250, 1250, 1250, 1250, 1250, 1250}, "Five of eight criteria carry 62.5\u00a0% of the weight"},
	} {
		var criteria []rank.Criterion
		g := &guide.Guide{}
		for i, w := range tt.weights {
			id := string(rune('a' + i))
			criteria = append(criteria, rank.Criterion{ID: id, Weight: w})
			g.Criteria = append(g.Criteria, guide.Criterion{ID: id, Name: strings.ToUpper(id)})
		}
		if got := Heaviest(rank.Rank(rank.Table{Criteria: criteria}), NamesOf(g)).String(); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.weights, got, tt.want)
		}
	}
}
