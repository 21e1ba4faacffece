package content

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

func loadBase(t *testing.T, o Options) *guide.Library {
	t.Helper()
	return load(t, baseSite(t), o)
}

// load loads a site without errors.
func load(t *testing.T, files fstest.MapFS, o Options) *guide.Library {
	t.Helper()
	lib, list := Load(files, o)
	for _, p := range list.Only(diag.Error) {
		t.Error(said(p))
	}
	if lib == nil {
		t.Fatal("no library")
	}
	return lib
}

func TestBaseHasNothingToReport(t *testing.T) {
	if _, list := Load(baseSite(t), Options{Now: today}); len(list) > 0 {
		t.Errorf("%d findings, the first %v", len(list), said(list[0]))
	}
}

func TestPublication(t *testing.T) {
	p := loadBase(t, Options{Now: today}).Site
	if p.Title != "Field Notes" || p.BaseURL != "https://notes.example/" || p.Language != "en" || !p.Compress ||
		p.Disclaimer != "Weather is nobody's fault." || p.Publisher.Name != "Field Notes Society" {
		t.Errorf("publication: %+v", p)
	}
	if len(p.Product.Points) != 1 || p.Product.Points[0].Source != "Contours: every ten metres" ||
		p.Product.CTA.Label != "Open the map" || !slices.Equal(p.Product.Workflow, []string{"Plan", "Walk"}) {
		t.Errorf("product: %+v", p.Product)
	}
	if p.Policy != guide.OfficialOnly || !slices.Equal(p.Regulators, []string{"safety.example"}) {
		t.Errorf("sources: %s %v", p.Policy, p.Regulators)
	}
	if len(p.Regions) != 3 || p.Regions[2].Within != p.Regions[1] || p.Regions[1].Within != nil {
		t.Errorf("regions: %+v", p.Regions)
	}
	if len(p.Navigation) != 1 || p.Navigation[0].Path != "/guides/" || p.Navigation[0].Origin.Line == 0 {
		t.Errorf("navigation: %+v", p.Navigation)
	}
}

func TestGuide(t *testing.T) {
	lib := loadBase(t, Options{Now: today})
	g := lib.Guides[0]
	if g.Slug != "tents" || g.FullTitle() != "Best Tents (2025)" || g.Noun != (guide.Noun{One: "tent", Many: "tents"}) ||
		g.Stress != 1000 || g.Unknown != guide.Midpoint || g.Authors[0] != lib.Authors[0] {
		t.Errorf("guide: %+v", g)
	}
	dates := guide.Dates{Published: guide.Date{Year: 2025, Month: 9}, Updated: guide.Date{Year: 2025, Month: 9, Day: 20},
		Reviewed: guide.Date{Year: 2025, Month: 9}, ReviewEvery: guide.Period{Count: 3, Unit: "months"}}
	if g.Dates != dates {
		t.Errorf("dates: %+v", g.Dates)
	}
	if c := g.Criteria[0]; c.Weight != 6000 || len(c.Rubric) != 2 || c.Rubric[1].Score != 500 || c.Measured() || c.About.Origin.Line != 22 {
		t.Errorf("first criterion: %+v", c)
	}
	if c := g.Criteria[1]; c.Weight != 3000 || c.Unit.Name != "kg" || c.Curve.Score(2_500_000) != 550 {
		t.Errorf("second criterion: %+v", c)
	}
	if got := g.Lenses[0].Weights; !slices.Equal(got, []guide.Weight{2000, 7000, 1000}) {
		t.Errorf("weights of the lens: %v", got)
	}
	// 24.5 is left, shared 30 to 10: 18.375 and 6.125, and the larger remainder is in the first.
	if got := g.UseCases[0].Weights; !slices.Equal(got, []guide.Weight{7550, 1838, 612}) {
		t.Errorf("weights of the use case: %v", got)
	}
	if u := g.UseCases[0]; len(u.Regions) != 1 || u.Regions[0].ID != "norway" || len(u.Requires) != 2 ||
		u.Requires[1].String() != "Berths: at least 2 people" {
		t.Errorf("use case: %+v", u)
	}
	if len(g.Related) != 2 || g.Related[0].Article != lib.Articles[0].Slug || g.Related[1].Title != "Best Stoves" {
		t.Errorf("related: %+v", g.Related)
	}
	if len(g.Aliases) != 1 || g.Aliases[0].Path != "/tents/" || g.Sources[0].Accessed.Day != 1 {
		t.Errorf("aliases %v, sources %v", g.Aliases, g.Sources[0])
	}
	b := g.Body
	if len(b.Headings) != 3 || len(b.Questions) != 1 || len(b.Citations) != 3 || len(b.Blocks) != 1 || b.Words == 0 {
		t.Errorf("body: %+v", b)
	}
	if at := b.At(b.Blocks[0].Offset); at.Line != 74 || b.Blocks[0].Title != "The three" {
		t.Errorf("block %+v at %v", b.Blocks[0], at)
	}
}

func TestEntries(t *testing.T) {
	g := loadBase(t, Options{Now: today}).Guides[0]
	alder, birch, cedar := g.Entries[0], g.Entries[1], g.Entries[2]
	if alder.Guide != g || alder.Provider.Name != "Alder" || alder.Award.Source != "Best for storms [@lab]" ||
		alder.Award.Origin != (guide.Origin{File: "content/guides/tents/entries/alder.md", Line: 2, Column: 10}) {
		t.Errorf("alder: %+v", alder)
	}
	if a := alder.Alternatives; len(a) != 2 || a[0].Provider != birch.Provider || a[1].For != "short trips" {
		t.Errorf("alternatives: %+v", a)
	}
	want := map[string]guide.Value{"freestanding": {YesNo: true}, "berths": {Number: 2_000_000, High: 2_000_000}, "colours": {Items: []string{"red"}}}
	for id, v := range alder.Attributes {
		v.Origin = guide.Origin{}
		if !reflect.DeepEqual(v, want[id]) {
			t.Errorf("attribute %s: %+v", id, v)
		}
	}
	if len(alder.Attributes) != len(want) || len(birch.Attributes) != 0 {
		t.Errorf("attributes: %v and %v", alder.Attributes, birch.Attributes)
	}
	for _, tt := range []struct {
		entry     *guide.Entry
		criterion int
		state     guide.State
		low, high guide.Score
		published bool
	}{
		{alder, 0, guide.Exact, 950, 950, true},
		{alder, 1, guide.Exact, 550, 550, true}, // 2.5 kg, between 3 kg for 4 and 1 kg for 10
		{alder, 2, guide.NotCovered, 0, 1000, true},
		{birch, 0, guide.Ranged, 400, 700, false},
		{birch, 1, guide.NotCovered, 0, 1000, true},
		{cedar, 0, guide.NotCovered, 0, 1000, true},
		{cedar, 1, guide.Ranged, 200, 700, true}, // 2 to 4 kg
	} {
		a := tt.entry.Scores[tt.criterion]
		if a.State != tt.state || a.Low != tt.low || a.High != tt.high || a.Published != tt.published {
			t.Errorf("%s, %s: %+v", tt.entry.Provider.Slug, g.Criteria[tt.criterion].ID, a)
		}
	}
	if s := alder.Scores[0]; len(s.Sources) != 1 || s.Sources[0] != alder.Sources[0] || s.Why.Source != "Stood in a storm." {
		t.Errorf("score: %+v", s)
	}
	if f := cedar.Scores[1].Figures; f != [2]guide.Figure{2_000_000, 4_000_000} {
		t.Errorf("figures: %v", f)
	}
	if s := alder.Sources[0]; s.Owner != "alder" || s.Site != "lab.alder.example" || s.Anchor() != "source-alder-lab" {
		t.Errorf("source: %+v", s)
	}
	if p := birch.Provider; !slices.Equal(p.Domains, []string{"birch.example"}) {
		t.Errorf("domains: %v", p.Domains)
	}
}

func TestArticle(t *testing.T) {
	lib := loadBase(t, Options{Now: today})
	a := lib.Articles[0]
	if a.Title != "Choosing a Tent" || a.Related[0].Guide != lib.Guides[0].Slug || a.CTA.Label != "See the guide" ||
		a.Dates.Updated != a.Dates.Published || a.Dates.Published.Day != 12 {
		t.Errorf("article: %+v", a)
	}
	if p := lib.Pages[0]; p.Slug != "about" || !strings.Contains(p.Body.Source, "We are many.") || p.Body.Origin.Line != 5 {
		t.Errorf("page: %+v", p)
	}
}

// TestDeterminism: the same files give the same library and the same problems.
func TestDeterminism(t *testing.T) {
	first := loadBase(t, Options{Now: today})
	for range 5 {
		if diff := cmp.Diff(first, loadBase(t, Options{Now: today})); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestExtra(t *testing.T) {
	files := baseSite(t)
	files["content/pages/about.md"].Data = []byte("+++\ntitle = \"A\"\ndescription = \"B\"\n" +
		"[extra]\nn = 1_000\nx = 2.5\ns = \"t\"\nb = true\nd = 2025-01-02\nl = [1, \"a\"]\nt = { k = 0x10 }\n+++\nText.\n")
	want := map[string]any{"n": int64(1000), "x": 2.5, "s": "t", "b": true, "d": "2025-01-02",
		"l": []any{int64(1), "a"}, "t": map[string]any{"k": int64(16)}}
	if diff := cmp.Diff(want, load(t, files, Options{Now: today}).Pages[0].Extra); diff != "" {
		t.Error(diff)
	}
}

func TestAccepted(t *testing.T) {
	fx := readFixture(t, "testdata/traps/accepted.txtar")
	lib := load(t, fx.files, fx.options)
	var got []string
	for _, a := range lib.Accepted {
		got = append(got, a.Rule+": "+a.Reason)
		if a.Count != 1 || a.Origin.Line == 0 {
			t.Errorf("%+v", a)
		}
	}
	if want := []string{"stale-year: historical title", "review-overdue: rescheduled"}; !slices.Equal(got, want) {
		t.Errorf("accepted %v", got)
	}
}
