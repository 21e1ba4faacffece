package lint

import (
	"slices"
	"testing"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

func TestCounts(t *testing.T) {
	for _, tt := range []struct {
		title, description, body string
		want                     []string
	}{
		{"Best Desks", "Three desks for block trades.", "The three, in order.\n\nTwo desks publish fees. The two differ.", nil},
		{"Seven Desks Compared", "", "", []string{"“Seven Desks” says 7, and the guide ranks 3"}},
		{"Best Desks", "The top 10 trading desks.", "", []string{"“top 10 trading desks” says 10, and the guide ranks 3"}},
		{"Best Desks", "", "::ranking[The ten, in order]", []string{"“The ten” says 10, and the guide ranks 3"}},
		{"Best Desks", "", "::ranking[The two, in order]", []string{"“The two” says 2, and the guide ranks 3"}},
		{"Best Desks", "", "None of the ten; all four desks; these two\ndesks.", []string{"“the ten” says 10, and the guide ranks 3", "“all four desks” says 4, and the guide ranks 3", "“these two desks” says 2, and the guide ranks 3"}},
		{"Best Desks", "Ten venues, brokers and dealers, ranked by depth. Five are new.", "", []string{"“Ten” says 10, and the guide ranks 3"}},
		{"Best Desks", "Ten questions to ask. All were ranked.", "", nil},
		{"Best Desks (2025)", "A guide of 2025 with 12 months of data.", "The five criteria. The seven practices, and 24 hours. Five of the three.", nil},
	} {
		g := &guide.Guide{Title: tt.title, Noun: guide.Noun{One: "desk", Many: "desks"}, Description: guide.Inline{Source: tt.description}, Body: guide.Body{Source: tt.body}}
		var list diag.List
		checkCounts(&list, figures{guide: g, ranking: rank.Ranking{Places: make([]rank.Place, 3)}})
		var got []string
		for _, p := range list {
			got = append(got, p.Message)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%+v: %q", tt, got)
		}
	}
}
