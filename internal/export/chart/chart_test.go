package chart

import (
	"bytes"
	"errors"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

func pictureOf(t *testing.T, c drawn) (string, picture) {
	t.Helper()
	var b bytes.Buffer
	if err := c.Draw(&b); err != nil {
		t.Fatal(err)
	}
	p, err := read(b.String())
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	return b.String(), p
}

// TestNamed: each chart says its finding and what it shows, under ids of its
// own.
func TestNamed(t *testing.T) {
	for _, g := range gallery() {
		svg, p := pictureOf(t, g.chart)
		if len(p.ids) != 4 || p.ids[0] != p.ids[2] || p.ids[1] != p.ids[3] || p.title == "" {
			t.Errorf("%s: ids %q, title %q", g.name, p.ids, p.title)
		}
		if strings.Contains(svg, "style") || strings.Contains(svg, "#") || strings.Contains(svg, "NaN") {
			t.Errorf("%s has a colour, a style or no number", g.name)
		}
		if fault := crowded(p); fault != "" {
			t.Errorf("%s: %s", g.name, fault)
		}
	}
}

// TestEmpty: nothing to draw is a picture of nothing.
func TestEmpty(t *testing.T) {
	h := Head{ID: "e", Title: "Nothing", Desc: "Nothing yet."}
	for _, c := range []drawn{Bump{Head: h}, Bump{Head: h, Editions: []Edition{{}}}, Firmness{Head: h},
		Contributions{Head: h}, Contributions{Head: h, Bars: []Bar{{}}}, Weights{Head: h}, Waterfall{Head: h}} {
		if _, p := pictureOf(t, c); p.title != "Nothing" {
			t.Errorf("%T: title %q", c, p.title)
		}
	}
}

// TestStyled: the style sheet of the site gives each class of the gallery its
// colour, or its weight.
func TestStyled(t *testing.T) {
	css, err := os.ReadFile("../../../static/site.css")
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, g := range gallery() {
		if err := g.chart.Draw(&all); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range regexp.MustCompile(`class="([^"]+)"`).FindAllStringSubmatch(all.String(), -1) {
		if !regexp.MustCompile(`\.` + m[1] + `\b[^{}]*\{`).Match(css) {
			t.Errorf("site.css has no rule for .%s", m[1])
		}
	}
}

// TestSmall: three charts are a small part of a page.
func TestSmall(t *testing.T) {
	for _, g := range gallery() {
		if svg, _ := pictureOf(t, g.chart); len(svg) > 5600 {
			t.Errorf("%s has %d bytes", g.name, len(svg))
		}
	}
}

func TestFirmnessToScale(t *testing.T) {
	svg, _ := pictureOf(t, Firmness{Weights: "weights", Likely: "likely", Never: "never", Rows: []Firm{
		{"1", "A", 1, Ranks{1, 1}, Ranks{1, 2}, Ranks{1, 4}}, {"2", "B", 2, Ranks{2, 2}, Ranks{}, Ranks{1, 3}}}})
	for _, want := range []string{
		`class="never" d="M0 22H1000v4H0z`, `class="likely" d="M0 18H500v12H0z"`, `class="alone" d="M0 22H250v4H0z`,
		`class="dot" d="M125 24h0`, ">weights 1<", ">likely 1–2<", ">never 1–4<",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
}

// TestCalloutsLead: no line to the name of a mark runs through another name, for
// all ways in which three ranges of ten ranks lie inside each other.
func TestCalloutsLead(t *testing.T) {
	for never := range ranksOf(10) {
		for likely := range ranksOf(10) {
			if likely.Best < never.Best || likely.Worst > never.Worst {
				continue
			}
			for _, alone := range []Ranks{likely, {likely.Best, likely.Best}, {likely.Worst, never.Worst}} {
				var marks []mark
				for i, r := range []Ranks{alone, likely, never} {
					marks = append(marks, mark{class: []string{"alone", "likely", "never"}[i], name: []string{"weights alone", "likely", "never outside"}[i],
						ranks: r, height: []int{4, 12, 4}[i], from: scale(r.Best-1, 10), to: scale(r.Worst, 10)})
				}
				if placed := arranged(marks); faults(placed) >= 100 {
					t.Errorf("%v in %v in %v: %+v", alone, likely, never, placed)
				}
			}
		}
	}
}

// ranksOf yields every range of so many ranks.
func ranksOf(n int) func(func(Ranks) bool) {
	return func(yield func(Ranks) bool) {
		for best := 1; best <= n; best++ {
			for worst := best; worst <= n; worst++ {
				if !yield(Ranks{best, worst}) {
					return
				}
			}
		}
	}
}

func TestContributionsToScale(t *testing.T) {
	c := Contributions{Criteria: []string{"Scale", "Costs"}, Bars: []Bar{{Total: "7.5", Parts: []Part{
		{Value: Full / 2, Figure: "5.0"}, {Value: Full / 4, Figure: "2.5", Open: true}}}}}
	svg, p := pictureOf(t, c)
	for _, want := range []string{`class="s6" d="M0 20H500v16H0z"`, `class="open" d="M500 20H750v16H500z"`,
		`Scale <tspan class="fig">5.0</tspan>`, `Costs <tspan class="fig">2.5</tspan>`, `<text x="75%" y="32" dx="6">7.5<`} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
	if len(p.texts) != 3 {
		t.Errorf("%d texts, want two flags and the total", len(p.texts))
	}
}

func TestWaterfallToScale(t *testing.T) {
	c := Waterfall{From: Level{"B", 500, "5"}, To: Level{"A", 700, "7"}, Steps: []Step{{"up", 400, "+4"}, {"down", -200, "−2"}}}
	svg, _ := pictureOf(t, c)
	for _, want := range []string{`class="ahead" d="M10 54H990v10H10z"`, `class="behind" d="M990 90H500v10H990z"`,
		`class="tick" d="M10 18v10M500 126v10"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
}

func TestWeightsFillTheBar(t *testing.T) {
	svg, _ := pictureOf(t, Weights{Criteria: []Weight{{"A", 3333, "33.33 %"}, {"B", 3333, "33.33 %"}, {"C", 3334, "33.34 %"}}})
	for _, want := range []string{"H333v16H0z", "H667v16H333z", "H1000v16H667z"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
}

// TestLinesBeginAndEnd: a line is broken where its entry is not ranked.
func TestLinesBeginAndEnd(t *testing.T) {
	svg, p := pictureOf(t, bump("", "2025-01: a, b, c", "2025-02: a, c, d", "2025-03: a, c", "2025-04: d, a, b"))
	for class, want := range map[string]int{"line": 3, "focus": 3} { // c, d twice; a, b twice
		d := regexp.MustCompile(`class="` + class + `" d="([^"]*)"`).FindStringSubmatch(svg)
		if got := strings.Count(d[1], "M"); got != want {
			t.Errorf("%s: %d strokes, want %d: %s", class, got, want, d[1])
		}
	}
	var names []string
	for _, b := range p.texts {
		names = append(names, b.text)
	}
	for name, want := range map[string]int{"a": 1, "b": 1, "c": 1, "d": 1, "1": 1, "2": 1, "3": 1} {
		if got := len(slices.DeleteFunc(slices.Clone(names), func(s string) bool { return s != name })); got != want {
			t.Errorf("%q stands %d times, want %d: %q", name, got, want, names)
		}
	}
}

func TestTiesAreSaid(t *testing.T) {
	_, p := pictureOf(t, bump("", "2025-01: a, =b, c", "2025-02: c, a, =b"))
	var all []string
	for _, b := range p.texts {
		all = append(all, b.text)
	}
	for _, want := range []string{"1=", "3", "c", "a 2=", "b 2="} {
		if !slices.Contains(all, want) {
			t.Errorf("no %q in %q", want, all)
		}
	}
}

func TestFocus(t *testing.T) {
	c := bump("", "2025-01: a, b, c, d", "2025-02: b, c, d, a")
	if got := c.focus(c.lines()); !slices.Equal(got, []string{"a"}) {
		t.Errorf("focus on %q, want a, which fell farthest", got)
	}
	c.Focus = []string{"d"}
	if got := c.focus(c.lines()); !slices.Equal(got, []string{"d"}) {
		t.Errorf("focus on %q, want d, as asked", got)
	}
	still := bump("", "2025-01: a, b", "2025-02: a, b")
	if got := still.focus(still.lines()); got != nil {
		t.Errorf("focus on %q where nothing moved", got)
	}
}

// TestOrderOfInput: the order in which equal places are given changes nothing.
func TestOrderOfInput(t *testing.T) {
	a, b := bump("", "2025-01: a, =b, c", "2025-02: c, a, b"), bump("", "2025-01: a, =b, c", "2025-02: c, a, b")
	for i := range b.Editions {
		slices.Reverse(b.Editions[i].Places)
	}
	one, _ := pictureOf(t, a)
	two, _ := pictureOf(t, b)
	if one != two {
		t.Errorf("differ:\n%s\n%s", one, two)
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct {
		date      guide.Date
		day, year string
	}{
		{guide.Date{Year: 2025, Month: 9}, "Sep", "2025"},
		{guide.Date{Year: 2025, Month: 5, Day: 12}, "12 May", "2025"},
		{guide.Date{}, "0000-00", ""},
	} {
		if day, year := short(test.date); day != test.day || year != test.year {
			t.Errorf("%v is %q %q, want %q %q", test.date, day, year, test.day, test.year)
		}
	}
	if got := twelve().dated(); got[0] != 0 || got[len(got)-1] != 11 || len(got) > 4 {
		t.Errorf("dates at %v: want the first, the last and few more", got)
	}
}

// TestLabels: an order that is not of a day has a label above it instead.
func TestLabels(t *testing.T) {
	c := bump("", "2025-01: a, b", "2025-02: b, a")
	c.Editions[0].Label, c.Editions[1].Label = "In the guide", "Here"
	_, p := pictureOf(t, c)
	var all []string
	for _, b := range p.texts {
		all = append(all, b.text)
	}
	for _, want := range []string{"In the", "guide", "Here"} {
		if !slices.Contains(all, want) {
			t.Errorf("no %q in %q", want, all)
		}
	}
	if slices.Contains(all, "2025") {
		t.Errorf("a date beside the labels in %q", all)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteFails(t *testing.T) {
	if err := weights(rank.Rank(insurers)).Draw(full{}); err == nil {
		t.Error("a full disk went unnoticed")
	}
}

func BenchmarkDraw(b *testing.B) {
	for _, g := range gallery() {
		b.Run(g.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := g.chart.Draw(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
