package sentence

import (
	"strings"
	"testing"

	"shortlist/internal/guide"
)

func TestLed(t *testing.T) {
	// A name that ends in "=" shares the rank of the one before it.
	edition := func(month int, names ...string) *guide.Edition {
		e := &guide.Edition{Date: guide.Date{Year: 2025, Month: month}}
		at := 0
		for i, n := range names {
			name, tied := strings.CutSuffix(n, "=")
			if !tied {
				at = i + 1
			}
			e.Entries = append(e.Entries, guide.EditionEntry{Provider: name, Name: name, Rank: at})
		}
		return e
	}
	for _, tt := range []struct {
		editions []*guide.Edition
		want     string
	}{
		{nil, ""},
		{[]*guide.Edition{edition(1)}, ""},
		{[]*guide.Edition{edition(1, "Oak", "Elm")}, "Oak has led since January 2025"},
		{[]*guide.Edition{edition(1, "Oak", "Elm"), edition(2, "Oak"), edition(3, "Oak")}, "Oak has led since January 2025"},
		{[]*guide.Edition{edition(1, "Oak", "Elm"), edition(2, "Elm", "Oak"), edition(3, "Elm")}, "Elm took first place from Oak in February 2025"},
		{[]*guide.Edition{edition(1, "Oak", "Elm"), dated(edition(2, "Elm", "Oak"))}, "Elm took first place from Oak on 12 February 2025"},
		{[]*guide.Edition{edition(1, "Oak", "Elm"), edition(2, "Elm", "Oak="), edition(3, "Elm", "Oak=")}, "Elm and Oak have shared first place since February 2025"},
		{[]*guide.Edition{edition(1, "Oak", "Elm="), edition(2, "Elm", "Oak")}, "Elm has led alone since February 2025"},
		{[]*guide.Edition{edition(1, "Oak", "Elm="), edition(2, "Fir", "Elm", "Oak")}, "Fir took first place from Oak and Elm in February 2025"},
	} {
		if got := Led(tt.editions).String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func dated(e *guide.Edition) *guide.Edition {
	e.Date.Day = 12
	return e
}

func TestForemost(t *testing.T) {
	for _, tt := range []struct {
		ranks []int
		want  string
	}{
		{nil, ""},
		{[]int{1, 2}, "A first"},
		{[]int{1, 1, 3}, "A and B level in first place"},
		{[]int{1, 1, 1, 1, 5}, "four level in first place"},
	} {
		e := &guide.Edition{}
		for i, n := range tt.ranks {
			e.Entries = append(e.Entries, guide.EditionEntry{Provider: string(rune('a' + i)), Name: string(rune('A' + i)), Rank: n})
		}
		if got := Foremost(e).String(); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.ranks, got, tt.want)
		}
	}
}
