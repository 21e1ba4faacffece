package sentence

import (
	"testing"

	"shortlist/internal/guide"
)

func TestLed(t *testing.T) {
	edition := func(month int, names ...string) *guide.Edition {
		e := &guide.Edition{Date: guide.Date{Year: 2025, Month: month}}
		for _, n := range names {
			e.Entries = append(e.Entries, guide.EditionEntry{Provider: n, Name: n})
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
	} {
		if got := Led(tt.editions); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
