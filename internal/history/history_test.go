package history

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

func source(t guide.Inline) string { return t.Source }

var september = guide.Date{Year: 2025, Month: 9}

// small is a guide in which nothing is covered of beta's second score.
func small() *guide.Guide {
	g := &guide.Guide{Slug: "things", Title: "Best Things", Year: "2025", Stress: 1000, Dates: guide.Dates{Updated: september},
		Criteria: []guide.Criterion{{ID: "one", Name: "One", Weight: 7000}, {ID: "two", Name: "Two", Weight: 3000}}}
	for _, e := range []struct {
		slug   string
		scores []guide.Assessment
	}{
		{"alpha", []guide.Assessment{{State: guide.Exact, Low: 500, High: 500}, {State: guide.Ranged, Low: 401, High: 700, Why: line("Not *said*.")}}},
		{"beta", []guide.Assessment{{State: guide.Exact, Low: 900, High: 900, Why: line("Seen.")}, {State: guide.NotCovered, High: 3}}},
	} {
		g.Entries = append(g.Entries, &guide.Entry{Guide: g, Provider: &guide.Provider{Slug: e.slug, Name: strings.ToUpper(e.slug)},
			Award: line("Best for *" + e.slug + "*"), Scores: e.scores})
	}
	return g
}

func TestFreeze(t *testing.T) {
	plain := func(t guide.Inline) string { return strings.ReplaceAll(t.Source, "*", "") }
	want := &guide.Edition{
		Date: september, Title: "Best Things (2025)", Stress: 1000,
		Criteria: []guide.EditionCriterion{{ID: "one", Name: "One", Weight: 7000}, {ID: "two", Name: "Two", Weight: 3000}},
		Entries: []guide.EditionEntry{
			{Provider: "beta", Name: "BETA", Award: "Best for beta", Rank: 1, Total: 15_600_000,
				Scores: []guide.EditionScore{{Low: 900, High: 900, Why: "Seen."}, {Low: 0, High: 1000}}, Facts: &guide.EditionFacts{}},
			{Provider: "alpha", Name: "ALPHA", Award: "Best for alpha", Rank: 2, Total: 10_303_000,
				Scores: []guide.EditionScore{{Low: 500, High: 500}, {Low: 401, High: 700, Why: "Not said."}}, Facts: &guide.EditionFacts{}},
		},
	}
	if diff := cmp.Diff(want, table.Freeze(small(), rank.Rank(table.Published(small())), september, plain)); diff != "" {
		t.Error(diff)
	}
}

// TestFrozenIsRead: whatever is ranked can be frozen, written and read back, and
// ranks as the guide did. Package content ranks an edition when it reads it,
// and would refuse one whose totals are not its own.
func TestFrozenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGuide(t)
		frozen := table.Freeze(g, rank.Rank(table.Published(g)), september, source)
		data := content.EncodeEdition(frozen)
		read, list := content.DecodeEdition(content.EditionPath(g.Slug, september), data)
		if read == nil {
			t.Fatalf("%v\n%s", list, data)
		}
		if diff := cmp.Diff(frozen, read, cmpopts.IgnoreFields(guide.Edition{}, "Origin")); diff != "" {
			t.Fatal(diff)
		}
		was, is := rank.Rank(table.Published(g)), rank.Rank(table.Edition(read))
		if diff := cmp.Diff(was.Standings(), is.Standings()); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(was.Ranges(), is.Ranges()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func drawGuide(t *rapid.T) *guide.Guide {
	g := &guide.Guide{Slug: "g", Title: "G " + drawText(t), Year: "2025",
		Stress: guide.Weight(rapid.IntRange(0, 10_000).Draw(t, "stress")), Unknown: guide.Unknown(rapid.IntRange(0, 1).Draw(t, "unknown"))}
	g.Grain = guide.Score(rapid.IntRange(0, 100).Draw(t, "grain"))
	g.MinKnown = guide.Weight(rapid.IntRange(0, 10_000).Draw(t, "least known"))
	left := guide.FullWeight
	criteria := rapid.IntRange(1, 5).Draw(t, "criteria")
	for k := range criteria {
		w := left
		if rest := criteria - 1 - k; rest > 0 {
			w = guide.Weight(rapid.IntRange(1, int(left)-rest).Draw(t, "weight"))
		}
		left -= w
		g.Criteria = append(g.Criteria, guide.Criterion{ID: fmt.Sprintf("c-%d", k), Name: "N " + drawText(t), Weight: w})
	}
	if rapid.Bool().Draw(t, "in parts") {
		parts := make([]guide.Weight, criteria)
		for k := range parts {
			parts[k] = guide.Weight(rapid.IntRange(1, 2000).Draw(t, "parts"))
		}
		for k, w := range table.Percent(parts) {
			g.Criteria[k].Weight, g.Criteria[k].Parts = w, int(parts[k])
		}
	}
	for i := range rapid.IntRange(1, 6).Draw(t, "entries") {
		e := &guide.Entry{Guide: g, Award: line(strings.TrimSpace(drawText(t))), Role: guide.Core,
			Fees: line(strings.TrimSpace(drawText(t))), RegionsNote: line(strings.TrimSpace(drawText(t))),
			Provider: &guide.Provider{Slug: fmt.Sprintf("p-%d", i), Name: "P " + drawText(t)}}
		for range g.Criteria {
			e.Scores = append(e.Scores, drawScore(t))
		}
		g.Entries = append(g.Entries, e)
	}
	return g
}

// drawScore draws from few scores, so that totals are often equal.
func drawScore(t *rapid.T) guide.Assessment {
	score := func() guide.Score {
		return guide.Score(rapid.SampledFrom([]int{0, 1, 333, 500, 500, 501, 999, 1000}).Draw(t, "score"))
	}
	a := guide.Assessment{State: guide.Exact, Low: score(), Why: line(strings.TrimSpace(drawText(t)))}
	a.High = a.Low
	switch rapid.IntRange(0, 3).Draw(t, "state") {
	case 0:
		a = guide.Assessment{State: guide.NotCovered, High: guide.MaxScore}
	case 1:
		if b := score(); b != a.Low {
			a.State, a.Low, a.High = guide.Ranged, min(a.Low, b), max(a.Low, b)
		}
	}
	return a
}

func drawText(t *rapid.T) string {
	return rapid.StringOfN(rapid.SampledFrom([]rune(`abc "\'#=[]{}é𝄞—\u0041`)), 0, 12, -1).Draw(t, "text")
}

func TestStates(t *testing.T) {
	g := small()
	other := small()
	other.Slug = "other"
	october := guide.Date{Year: 2025, Month: 10}
	frozen := table.Freeze(g, rank.Rank(table.Published(g)), october, source)
	g.Editions = []*guide.Edition{{Date: september}, frozen}
	other.Editions = []*guide.Edition{{Date: september}}
	lib := &guide.Library{Guides: []*guide.Guide{other, g}}

	if got, want := Dates(lib), []guide.Date{september, october}; !slices.Equal(got, want) {
		t.Errorf("dates %v", got)
	}
	now := Now(lib, source)
	if len(now.Guides) != 2 || now.Partial || now.Guides[1].Guide != "things" || now.Guides[1].Edition.Date != september || now.Guides[1].Edition.Entries[0].Provider != "beta" {
		t.Errorf("now: %+v", now)
	}
	at := At(lib, october)
	if len(at.Guides) != 1 || !at.Partial || at.Guides[0].Edition != frozen {
		t.Errorf("at: %+v", at)
	}
	if got := At(lib, guide.Date{Year: 2025, Month: 10, Day: 1}); len(got.Guides) != 0 {
		t.Errorf("a day is not its month: %+v", got)
	}
}

func TestPairs(t *testing.T) {
	a, b, c := &guide.Edition{Title: "a"}, &guide.Edition{Title: "b"}, &guide.Edition{Title: "c"}
	whole := State{Guides: []Ranking{{"one", a}, {"two", b}}}
	later := State{Guides: []Ranking{{"three", c}, {"two", c}}}
	part := State{Guides: []Ranking{{"one", c}}, Partial: true}
	for _, tt := range []struct {
		name          string
		before, after State
		want          []Pair
	}{
		{"guides come and go", whole, later, []Pair{{"one", a, nil}, {"three", nil, c}, {"two", b, c}}},
		{"an edition is silent about the others", part, whole, []Pair{{"one", c, a}}},
		{"and so it is as the later side", whole, part, []Pair{{"one", a, c}}},
		{"a guide that is gone since an edition", part, later, []Pair{{"one", c, nil}}},
		{"nothing", State{}, State{}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Pairs(tt.before, tt.after)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func line(s string) guide.Inline { return guide.Inline{Source: s, Prose: markdown.ParseLine(s).Prose} }
