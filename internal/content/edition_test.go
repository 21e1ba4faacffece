package content

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"shortlist/internal/guide"
)

const baseEdition = "content/guides/tents/editions/2025-09.toml"

func TestEdition(t *testing.T) {
	g := loadBase(t, Options{Now: today}).Guides[0]
	if len(g.Editions) != 1 {
		t.Fatalf("%d editions", len(g.Editions))
	}
	e := g.Editions[0]
	if e.Date != (guide.Date{Year: 2025, Month: 9}) || e.Title != "Best Tents (2025)" || e.Stress != 1000 ||
		e.Unknown != guide.Midpoint || e.Origin.File != baseEdition {
		t.Errorf("edition: %+v", e)
	}
	if want := (guide.EditionCriterion{ID: "mass", Name: "Mass", Weight: 3000}); e.Criteria[1] != want {
		t.Errorf("second criterion: %+v", e.Criteria[1])
	}
	want := guide.EditionEntry{Provider: "birch", Name: "Birch", Award: "Best for two", Rank: 2, Total: 10_600_000,
		Scores: []guide.EditionScore{{Low: 400, High: 700, Why: "Nobody publishes the fabric."}, {High: 1000}, {High: 1000}}}
	if diff := cmp.Diff(want, e.Entries[1]); diff != "" {
		t.Error(diff)
	}
}

// TestEditionsStandInOrder: by date, whatever the order of their names; a month
// stands before its first day.
func TestEditionsStandInOrder(t *testing.T) {
	files := baseSite(t)
	for name, date := range map[string]string{"2025-09-01": "2025-09-01", "2024-12-31": "2024-12-31", "2025-10": `"2025-10"`} {
		text := strings.Replace(string(files[baseEdition].Data), `date = "2025-09"`, "date = "+date, 1)
		files["content/guides/tents/editions/"+name+".toml"] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	var got []string
	for _, e := range load(t, files, Options{Now: today}).Guides[0].Editions {
		got = append(got, e.Date.String())
	}
	if want := "2024-12-31 2025-09 2025-09-01 2025-10"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestEncodeEdition: the file in the base is what the program writes.
func TestEncodeEdition(t *testing.T) {
	data := baseSite(t)[baseEdition].Data
	e, list := DecodeEdition(baseEdition, data)
	if e == nil {
		t.Fatal(list)
	}
	if got := EncodeEdition(e); !bytes.Equal(got, data) {
		t.Error(cmp.Diff(string(data), string(got)))
	}
}

// TestEncodeDecode: what an edition says comes back as it was.
func TestEncodeDecode(t *testing.T) {
	e := &guide.Edition{
		Date: guide.Date{Year: 2026, Month: 2, Day: 28}, Title: `"Best" \ Ärzte ± 🏕`, Stress: 1250, Unknown: guide.Low,
		Criteria:    []guide.EditionCriterion{{ID: "a-1", Name: `#1: "x"`, Weight: 3333}, {ID: "7", Name: "Seven", Weight: 6667}},
		Description: `What "all" of it says [@x].`, Attributes: []guide.EditionAttribute{{ID: "staking", Name: "Staking"}, {ID: "8", Name: `"Eight"`}},
		Questions: []guide.EditionQuestion{{Text: "Why?", Answer: "Because."}, {Text: "And?"}},
		Sources:   []guide.EditionSource{{ID: "norm", Title: "The norm", URL: "https://a.example/"}},
		Apart: []guide.EditionApart{
			{Provider: "gone", Name: "Gone", EditionStatus: guide.EditionStatus{Kind: "withdrawn", Date: guide.Date{Year: 2026, Month: 1}, Note: "It closed."}},
			{Provider: "no", Name: "No", EditionStatus: guide.EditionStatus{Kind: "not-recommended"}}},
		Entries: []guide.EditionEntry{
			{Provider: "one", Name: "One's", Award: "Best “quoted” award", Rank: 1, Total: 20_000_000,
				Scores: []guide.EditionScore{{Low: 1000, High: 1000, Why: `C:\path, "said" so`}, {Low: 1000, High: 1000, Figure: "12.5 bps"}},
				Facts: &guide.EditionFacts{Kind: "maker", Home: "Oslo", Website: "https://one.example/", Role: guide.AddOn, Status: guide.EditionStatus{Kind: "paused", Date: guide.Date{Year: 2026, Month: 2, Day: 3}, Note: "It says so."}, Audience: []string{"A", `B "b"`},
					ConsiderIf: "You do.", Strengths: []string{"Broad"}, Drawbacks: []string{`Dear, "very"`}, Regions: []string{"EU"}, RegionsNote: "By post", Alternatives: []string{"Two for tea"}, Stated: []string{"Founded: 1948"}, Fees: "5 %",
					AsOf: guide.Date{Year: 2026, Month: 1}, Attributes: []string{"", "yes"},
					Text:    []guide.EditionText{{Lines: []string{"Lead.", "Lead."}}, {Title: "Features", Lines: []string{"x"}}},
					Sources: []guide.EditionSource{{ID: "a", Title: "A", URL: "https://one.example/a"}}}},
			{Provider: "two", Name: "Two", Rank: 2, Total: 13_334,
				Scores: []guide.EditionScore{{High: 1000, Why: "Not published."}, {Low: 1, High: 999}}},
		},
	}
	path := EditionPath("x", e.Date)
	if path != "content/guides/x/editions/2026-02-28.toml" {
		t.Error(path)
	}
	got, list := DecodeEdition(path, EncodeEdition(e))
	if got == nil {
		t.Fatalf("%v\n%s", list, EncodeEdition(e))
	}
	if diff := cmp.Diff(e, got, cmpopts.IgnoreFields(guide.Edition{}, "Origin")); diff != "" {
		t.Error(diff)
	}
}

func FuzzLoadEdition(f *testing.F) { fuzzFile(f, baseEdition) }
