package guide

import (
	"testing"
)

func TestFigures(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{Weight(2500).String(), "25"}, {Weight(1250).String(), "12.5"}, {Weight(5).String(), "0.05"}, {Weight(0).String(), "0"},
		{Score(850).String(), "8.5"}, {Score(1000).String(), "10"}, {Score(-125).String(), "-1.25"},
		{Figure(12_500_000).String(), "12.5"}, {Figure(-1).String(), "-0.000001"}, {MaxFigure.String(), "1000000000"},
		{Figure(999_000_000).In(Unit{Name: "USD"}), "999 USD"}, {Figure(1000_000_000).In(Unit{Name: "USD"}), "1,000 USD"}, {MaxFigure.In(Unit{Name: "USD"}), "1 billion USD"},
		{Figure(-1234567_500_000).In(Unit{Name: "USD"}), "-1,234,567.5 USD"}, {Figure(-999_500_000).In(Unit{Name: "%"}), "-999.5 %"}, {Figure(100_000_123_456).In(Unit{}), "100,000.123456"},
		{Figure(2013_000_000).In(Unit{}), "2013"}, {Figure(10_000_000_000).In(Unit{}), "10,000"}, {Figure(1_500_000).Words(Unit{}), "1.5"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestParseDecimal(t *testing.T) {
	for _, tt := range []struct {
		text   string
		places int
		want   int64
		ok     bool
	}{
		{"8.5", 2, 850, true}, {"10", 2, 1000, true}, {"+0.05", 2, 5, true}, {"-3", 6, -3_000_000, true},
		{"1_000", 2, 100_000, true}, {"8.50", 2, 850, true}, {"8.5000", 2, 850, true},
		{"8.555", 2, 0, false}, {"1e3", 2, 0, false}, {"0x10", 2, 0, false}, {"inf", 2, 0, false}, {"nan", 2, 0, false},
		{"", 2, 0, false}, {".5", 2, 0, false}, {"12345678901234567890", 2, 0, false},
		{"99999999999999.99", 2, 9999999999999999, true}, {"100000000000000", 2, 0, false},
		{"--1", 2, 0, false}, {"+-1", 2, 0, false}, {"-+1", 2, 0, false},
	} {
		got, ok := ParseDecimal(tt.text, tt.places)
		if got != tt.want || ok != tt.ok {
			t.Errorf("ParseDecimal(%q, %d) = %d, %v; want %d, %v", tt.text, tt.places, got, ok, tt.want, tt.ok)
		}
	}
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"8.5", "-0", "1_0.0", "99999999999999999", "--1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := ParseDecimal(s, 2)
		if !ok {
			return
		}
		again, ok := ParseDecimal(hundredths(int(n)), 2)
		if !ok || again != n {
			t.Errorf("%q is %d, which prints as %q, which is %d, %v", s, n, hundredths(int(n)), again, ok)
		}
	})
}

func TestCurve(t *testing.T) {
	fee := Curve{{5_000_000, 1000}, {25_000_000, 600}, {50_000_000, 0}} // the example of the content format
	for _, tt := range []struct {
		figure Figure
		want   Score
	}{
		{0, 1000}, {5_000_000, 1000}, {12_500_000, 850}, {25_000_000, 600}, {37_500_000, 300}, {50_000_000, 0}, {99_000_000, 0},
		{5_025_000, 1000}, // 999.5, half up
		{5_025_001, 999},  // just below the half
	} {
		if got := fee.Score(tt.figure); got != tt.want {
			t.Errorf("Score(%s) = %d, want %d", tt.figure, got, tt.want)
		}
	}
	valley := Curve{{0, 800}, {10, 200}, {20, 900}}
	if low, high := valley.Range(5, 20); low != 200 || high != 900 {
		t.Errorf("Range(5, 20) = %d, %d; want 200, 900", low, high)
	}
	if got := (Curve{{-MaxFigure, 0}, {MaxFigure, 1000}}).Score(0); got != 500 {
		t.Errorf("the middle of the widest curve scores %d, want 500", got)
	}
}

func TestDate(t *testing.T) {
	month, d := Date{2025, 9, 0}, Date{2025, 9, 12}
	for _, tt := range []struct{ got, want string }{
		{month.String(), "2025-09"}, {d.String(), "2025-09-12"}, {month.Words(), "September 2025"}, {d.Words(), "12 September 2025"},
		{Period{3, "months"}.String(), "3 months"}, {Period{1, "years"}.String(), "1 year"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
	if month.Compare(d) >= 0 || d.Compare(month) <= 0 || month.Compare(Date{2025, 9, 1}) != 0 {
		t.Error("a month does not count as its first day")
	}
	for date, valid := range map[Date]bool{
		{2024, 2, 29}: true, {2025, 2, 29}: false, {1900, 2, 29}: false, {2000, 2, 29}: true,
		{2025, 13, 1}: false, {2025, 4, 31}: false, {2025, 4, 0}: true, {0, 1, 1}: false,
	} {
		if date.Valid() != valid {
			t.Errorf("%v.Valid() = %v", date, !valid)
		}
	}
}

// regions returns apac, sg inside it, eu, and global.
func regions() (apac, sg, eu, global *Region) {
	apac = &Region{ID: "apac", Name: "Asia-Pacific"}
	return apac, &Region{ID: "sg", Name: "Singapore", Within: apac}, &Region{ID: "eu", Name: "European Union"}, &Region{ID: Everywhere, Name: "Global"}
}

func TestServes(t *testing.T) {
	apac, sg, eu, global := regions()
	for _, tt := range []struct {
		lists []*Region
		asked *Region
		want  Reach
		by    *Region
	}{
		{[]*Region{apac}, apac, Named, apac},
		{[]*Region{apac}, sg, Wider, apac},
		{[]*Region{sg}, apac, PartOnly, sg}, // a part opens no more than itself
		{[]*Region{eu}, apac, NotListed, nil},
		{[]*Region{sg}, eu, NotListed, nil},
		{[]*Region{global}, eu, Worldwide, global},
		{[]*Region{sg, global}, apac, Worldwide, global},
		{[]*Region{global, apac, sg}, sg, Named, sg},
		{[]*Region{global, apac}, sg, Wider, apac},
		{[]*Region{apac, global, eu}, apac, Named, apac}, // the closest, wherever it stands
		{[]*Region{apac, global, eu}, sg, Wider, apac},
		{nil, sg, NotListed, nil},
	} {
		e := &Entry{Regions: tt.lists}
		reach, by := e.Reaches(tt.asked)
		if reach != tt.want || by != tt.by {
			t.Errorf("%v asked for %s: %v by %v", tt.lists, tt.asked.ID, reach, by)
		}
		if e.Serves(tt.asked) != (tt.want >= Worldwide) {
			t.Errorf("%v serves %s: %v", tt.lists, tt.asked.ID, e.Serves(tt.asked))
		}
	}
	if (&Entry{}).Serves(apac) {
		t.Error("an entry without regions serves one")
	}
}

func TestUnmet(t *testing.T) {
	apac, _, eu, _ := regions()
	staking := &Attribute{ID: "staking", Name: "Staking", Type: YesNo}
	limit := &Attribute{ID: "limit", Name: "Limit", Type: Number, Unit: Unit{Name: "million"}}
	tiers := &Attribute{ID: "tiers", Name: "Tiers", Type: Items}
	role := &Attribute{ID: "role", Name: "Role", Type: Choice}
	entry := &Entry{
		Regions: []*Region{eu},
		Attributes: map[string]Value{
			"staking": {YesNo: true}, "limit": {Number: 50_000_000}, "tiers": {Items: []string{"cold", "hot"}}, "role": {Text: "broker"},
		},
	}
	for _, tt := range []struct {
		name string
		use  UseCase
		want int
		open bool // the first unmet is not established
	}{
		{"all met", UseCase{Regions: []*Region{eu}, Requires: []Requirement{{Attribute: staking, YesNo: true}}}, 0, false},
		{"region", UseCase{Regions: []*Region{apac}}, 1, false},
		{"yes-no", UseCase{Requires: []Requirement{{Attribute: staking, YesNo: false}}}, 1, false},
		{"number within", UseCase{Requires: []Requirement{{Attribute: limit, Min: 50_000_000, HasMin: true, Max: 60_000_000, HasMax: true}}}, 0, false},
		{"number below", UseCase{Requires: []Requirement{{Attribute: limit, Min: 51_000_000, HasMin: true}}}, 1, false},
		{"list holds", UseCase{Requires: []Requirement{{Attribute: tiers, Items: []string{"hot"}}}}, 0, false},
		{"list lacks", UseCase{Requires: []Requirement{{Attribute: tiers, Items: []string{"hot", "warm"}}}}, 1, false},
		{"choice is one of", UseCase{Requires: []Requirement{{Attribute: role, Items: []string{"insurer", "broker"}}}}, 0, false},
		{"not established", UseCase{Requires: []Requirement{{Attribute: &Attribute{ID: "other", Type: YesNo}}}}, 1, true},
	} {
		got := tt.use.Unmet(entry)
		if len(got) != tt.want {
			t.Errorf("%s: %d unmet, want %d", tt.name, len(got), tt.want)
		} else if len(got) > 0 && got[0].NotEstablished != tt.open {
			t.Errorf("%s: NotEstablished = %v", tt.name, got[0].NotEstablished)
		}
	}
}

func TestRequirementInWords(t *testing.T) {
	limit := &Attribute{Name: "Limit", Type: Number, Unit: Unit{Name: "million"}}
	for _, tt := range []struct {
		q    Requirement
		want string
	}{
		{Requirement{Attribute: &Attribute{Name: "Staking", Type: YesNo}, YesNo: true}, "Staking: yes"},
		{Requirement{Attribute: limit, Min: 5_000_000, HasMin: true}, "Limit: at least 5 million"},
		{Requirement{Attribute: limit, Max: 5_000_000, HasMax: true}, "Limit: at most 5 million"},
		{Requirement{Attribute: limit, Min: 5_000_000, HasMin: true, Max: 5_000_000, HasMax: true}, "Limit: 5 million"},
		{Requirement{Attribute: limit, Min: 1_000_000, HasMin: true, Max: 5_000_000, HasMax: true}, "Limit: 1 to 5 million"},
		{Requirement{Attribute: &Attribute{Name: "Tiers", Type: Items}, Items: []string{"hot", "cold"}}, "Tiers: hot and cold"},
		{Requirement{Attribute: &Attribute{Name: "Role", Type: Choice}, Items: []string{"bank", "broker"}}, "Role: bank or broker"},
	} {
		if got := tt.q.String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestSources(t *testing.T) {
	shared, own := &Source{ID: "licence", Owner: "a"}, &Source{ID: "fees", Owner: "a"}
	p := &Provider{Slug: "a", Sources: []*Source{shared, {ID: "fees", Owner: "a"}}}
	e := &Entry{Provider: p, Sources: []*Source{own}}
	g := &Guide{Entries: []*Entry{e}, Sources: []*Source{{ID: "law"}}}
	for _, tt := range []struct {
		id   string
		want *Source
	}{{"law", g.Sources[0]}, {"a/fees", own}, {"a/licence", shared}, {"a/none", nil}, {"b/fees", nil}, {"fees", nil}} {
		if got := g.Source(tt.id); got != tt.want {
			t.Errorf("Source(%q) = %v", tt.id, got)
		}
	}
	if shared.Anchor() != "source-a-licence" || g.Sources[0].Anchor() != "source-law" {
		t.Error("anchors changed: they are permanent addresses")
	}
}

func TestBodyAt(t *testing.T) {
	b := &Body{Source: "é漢x\n\ty", Origin: Origin{File: "a.md", Line: 7, Column: 1}}
	for _, tt := range []struct{ offset, line, column int }{{0, 7, 1}, {5, 7, 3}, {7, 8, 1}, {8, 8, 2}} {
		if got := b.At(tt.offset); got.Line != tt.line || got.Column != tt.column {
			t.Errorf("At(%d) = %d:%d, want %d:%d", tt.offset, got.Line, got.Column, tt.line, tt.column)
		}
	}
}
