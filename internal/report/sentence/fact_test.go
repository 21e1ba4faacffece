package sentence

import (
	"reflect"
	"strings"
	"testing"

	"shortlist/internal/guide"
)

// told is an edition with every fact that there is.
func told() *guide.Edition {
	return &guide.Edition{
		Date: guide.Date{Year: 2025, Month: 9}, Title: "Best Tents", Stress: 1000, Description: "Two tents.",
		Criteria:   []guide.EditionCriterion{{ID: "mass", Name: "Mass", Weight: 10_000}},
		Attributes: []guide.EditionAttribute{{ID: "berths", Name: "Berths"}},
		Questions:  []guide.EditionQuestion{{Text: "Why?", Answer: "Because."}},
		Sources:    []guide.EditionSource{{ID: "norm", Title: "The norm", URL: "https://norm.example/"}},
		Apart: []guide.EditionApart{{Provider: "birch", Name: "Birch", EditionStatus: guide.EditionStatus{
			Kind: "withdrawn", Date: guide.Date{Year: 2025, Month: 3}, Note: "It closed."}}},
		Entries: []guide.EditionEntry{{
			Provider: "alder", Name: "Alder", Award: "Best for storms", Rank: 1, Total: 10_000_000,
			Scores: []guide.EditionScore{{Low: 500, High: 500, Why: "Weighed.", Figure: "$5"}},
			Facts: &guide.EditionFacts{
				Kind: "maker", Home: "Oslo", Website: "https://alder.example/",
				Status: guide.EditionStatus{Kind: "paused", Date: guide.Date{Year: 2025, Month: 7}, Note: "It said so."}, Role: guide.Core, Audience: []string{"Walkers"}, ConsiderIf: "You walk.", Strengths: []string{"Light"}, Drawbacks: []string{"Dear"},
				Regions: []string{"Norway"}, RegionsNote: "By post", Alternatives: []string{"Birch"}, Fees: "5 %",
				Prices: []guide.EditionPrice{{Name: "Small", Price: "$5", Note: "Without pegs.", Counts: true}, {Name: "Large", Price: "on request"}}, Stated: []string{"Founded: 1948"}, AsOf: guide.Date{Year: 2025, Month: 8},
				Attributes: []string{"2 people"}, Text: []guide.EditionText{{Title: "Features", Lines: []string{"Four poles"}}},
				Sources: []guide.EditionSource{{ID: "lab", Title: "Lab", URL: "https://alder.example/lab"}},
			},
		}},
	}
}

// TestEveryFactIsCompared changes each field of what an edition holds by itself: a
// fact that nobody compares would change without a word.
func TestEveryFactIsCompared(t *testing.T) {
	elsewhere := "is compared by its rank or its score, or is no fact"
	not := map[string]string{
		".Apart.Provider": elsewhere, ".Apart.Name": elsewhere,
		".Date": elsewhere, ".Stress": elsewhere, ".Unknown": elsewhere, ".Grain": elsewhere, ".MinKnown": elsewhere, ".Origin": elsewhere,
		".Criteria": elsewhere, ".Entries.Provider": elsewhere, ".Entries.Rank": elsewhere, ".Entries.Total": elsewhere,
		".Sources.ID": elsewhere, ".Entries.Facts.Sources.ID": elsewhere, ".Entries.Scores.Low": elsewhere, ".Entries.Scores.High": elsewhere, ".Entries.Scores.Why": elsewhere,
	}
	not[".Entries.Was"], not[".Entries.Now"] = "not frozen: what the site makes of the slug and the name of the time", "the same"
	seen := 0
	var walk func(at string, v func(*guide.Edition) reflect.Value)
	walk = func(at string, v func(*guide.Edition) reflect.Value) {
		if not[at] != "" {
			return
		}
		sample := v(told())
		switch sample.Kind() {
		case reflect.Pointer:
			walk(at, func(e *guide.Edition) reflect.Value { return v(e).Elem() })
		case reflect.Struct:
			if sample.Type() == reflect.TypeFor[guide.Date]() {
				walk(at+".Year", func(e *guide.Edition) reflect.Value { return v(e).FieldByName("Year") })
				return
			}
			for i := range sample.NumField() {
				walk(at+"."+sample.Type().Field(i).Name, func(e *guide.Edition) reflect.Value { return v(e).Field(i) })
			}
		case reflect.Slice:
			if sample.Len() == 0 {
				t.Fatalf("%s: there is none to change", at)
			}
			walk(at, func(e *guide.Edition) reflect.Value { return v(e).Index(0) })
		case reflect.String, reflect.Int:
			seen++
			after := told()
			was := strings.TrimSuffix(v(after).String(), ".")
			if v(after).Kind() == reflect.String {
				v(after).SetString("another thing")
			} else {
				was = "2025"
				v(after).SetInt(1999)
			}
			found := Facts(told(), after)
			if len(found) == 0 {
				t.Errorf("%s was changed, and no fact has", at)
			}
			for _, f := range found {
				said := f.Text.String()
				partly := strings.HasSuffix(at, ".ID") || strings.HasSuffix(at, ".Answer") || at == ".Entries.Facts.Text.Title" || strings.Contains(at, "Status")
				if !partly && (!strings.Contains(said, was) || !strings.Contains(said, "another thing") && !strings.Contains(said, "1999")) {
					t.Errorf("%s: %q has not what was said and what is", at, said)
				}
				if entry := strings.HasPrefix(at, ".Entries") || strings.HasPrefix(at, ".Apart"); entry != (f.Provider != "") || f.Kind == "" || f.Text.Claim != "fact" {
					t.Errorf("%s: %+v", at, f)
				}
			}
		}
	}
	walk("", func(e *guide.Edition) reflect.Value { return reflect.ValueOf(e).Elem() })
	if seen < 25 {
		t.Errorf("only %d fields were changed", seen)
	}
}

func TestFacts(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, tt := range []struct {
		name   string
		change func(e *guide.Edition)
		want   []string
	}{
		{"nothing", func(*guide.Edition) {}, nil},
		{"a text that was not there", func(e *guide.Edition) { e.Entries[0].Facts.Fees = "" }, []string{"Alder: fees removed, which was “5 %”"}},
		{"a long text", func(e *guide.Edition) { e.Entries[0].Facts.Fees = long }, []string{"Alder: fees rewritten"}},
		{"a price", func(e *guide.Edition) { e.Entries[0].Facts.Prices[0].Price = "$6" }, []string{"Alder: price of “Small” changed from $5 to $6"}},
		{"another price that counts", func(e *guide.Edition) {
			e.Entries[0].Facts.Prices[0].Counts, e.Entries[0].Facts.Prices[1].Counts = false, true
		}, []string{"Alder: price that counts changed from Small, $5 to Large, on request"}},
		{"a price that a criterion measures", func(e *guide.Edition) {
			e.Entries[0].Facts.Prices[0].Price, e.Entries[0].Scores[0].Figure = "$6", "$6"
			e.Entries[0].Facts.Prices[1].Price = "$9"
		}, []string{"Alder: Mass changed from $5 to $6", "Alder: price of “Large” changed from on request to $9"}},
		{"a plan that is new, and one that goes", func(e *guide.Edition) {
			e.Entries[0].Facts.Prices[1] = guide.EditionPrice{Name: "Huge", Price: "$50"}
		}, []string{"Alder: prices added: Huge, $50; removed: Large, on request"}},
		{"a list in another order", func(e *guide.Edition) {
			e.Entries[0].Facts.Regions = []string{"Chile", "Norway", "Peru"}
		}, []string{"Alder: regions added: Chile and Peru"}},
		{"an attribute that is not established", func(e *guide.Edition) { e.Entries[0].Facts.Attributes[0] = "" },
			[]string{"Alder: Berths is no longer known; it was 2 people"}},
		{"a column", func(e *guide.Edition) {
			e.Attributes = append(e.Attributes, guide.EditionAttribute{ID: "colour", Name: "Colour"})
			e.Entries[0].Facts.Attributes = append(e.Entries[0].Facts.Attributes, "red")
		}, []string{"column of the comparison added: Colour, known of one of one"}},
		{"a column that goes", func(e *guide.Edition) { e.Attributes, e.Entries[0].Facts.Attributes = nil, nil },
			[]string{"columns of the comparison removed: Berths"}},
		{"an answer", func(e *guide.Edition) { e.Questions[0].Answer = "No." }, []string{"answer to “Why?” rewritten"}},
		{"an edition without facts", func(e *guide.Edition) { e.Description, e.Entries[0].Facts, e.Entries[0].Award = "", nil, "Best" },
			[]string{"Alder: award changed from “Best for storms” to “Best”"}},
		{"a provider that closed", func(e *guide.Edition) {
			e.Entries[0].Facts.Status = guide.EditionStatus{Kind: "closed", Date: guide.Date{Year: 2026, Month: 3, Day: 2}, Note: "Its court says so."}
		}, []string{"Alder: closed on 2 March 2026 (“Its court says so.”)"}},
		{"a provider that goes on", func(e *guide.Edition) { e.Entries[0].Facts.Status = guide.EditionStatus{} },
			[]string{"Alder: goes on again; it was paused in July 2025"}},
		{"an entry that was withdrawn", func(e *guide.Edition) {
			e.Apart = append(e.Apart, guide.EditionApart{Provider: "cedar", Name: "Cedar", EditionStatus: guide.EditionStatus{Kind: "not-recommended", Note: "It leaks."}})
		}, []string{"Cedar: not recommended (“It leaks.”)"}},
		{"an entry that is told no longer", func(e *guide.Edition) { e.Apart = nil },
			[]string{"Birch: no longer mentioned; before: left the ranking in March 2025"}},
		{"an entry that leaves", func(e *guide.Edition) { e.Entries = nil }, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			after := told()
			tt.change(after)
			var got []string
			for _, f := range Facts(told(), after) {
				got = append(got, f.Text.String())
			}
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if back := Facts(after, told()); (len(back) == 0) != (len(tt.want) == 0) {
				t.Errorf("the other way round: %v", back)
			}
		})
	}
}
