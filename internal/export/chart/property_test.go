package chart

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shortlist/internal/guide"
)

// words are names of all lengths, with what could break a picture.
var words = rapid.Custom(func(t *rapid.T) string {
	return rapid.OneOf(
		rapid.StringMatching(`[A-Z][a-z]{1,12}( [A-Z]?[a-z]{1,12}){0,6}`),
		rapid.StringMatching(`[A-Za-z]{0,90}`),
		rapid.SampledFrom([]string{"", " ", "</text><script>", `"&'`, "\x00\xff\ufffe", "保管庫保険会社", strings.Repeat("Wm ", 200)}),
	).Draw(t, "name")
})

var (
	figures = rapid.StringMatching(`[+−]?\d{1,2}(\.\d{1,6})?`)
	amounts = rapid.OneOf(rapid.IntRange(-Full, 2*Full), rapid.IntRange(0, 9), rapid.SampledFrom([]int{0, math.MaxInt32, math.MinInt32}))
)

func list[T any](t *rapid.T, most int, draw func() T) []T {
	var out []T
	for range rapid.IntRange(0, most).Draw(t, "n") {
		out = append(out, draw())
	}
	return out
}

// charts draws any chart at all.
var charts = rapid.Custom(func(t *rapid.T) drawn {
	h := Head{ID: "c", Title: words.Draw(t, "title"), Desc: words.Draw(t, "desc")}
	name := func() string { return words.Draw(t, "name") }
	figure := func() string { return figures.Draw(t, "figure") }
	amount := func() int { return amounts.Draw(t, "amount") }
	place := rapid.IntRange(-1, 40)
	switch rapid.IntRange(0, 8).Draw(t, "kind") {
	case 0:
		ranks := func(what string) Ranks {
			return Ranks{place.Draw(t, what+" best"), place.Draw(t, what+" worst")}
		}
		return Firmness{h, "weights alone", "likely", "never outside", list(t, 30, func() Firm {
			return Firm{rapid.SampledFrom([]string{"", "1", "12=", "–"}).Draw(t, "rank"), name(), place.Draw(t, "at"), ranks("weights"), ranks("likely"), ranks("never")}
		})}
	case 1:
		return Contributions{h, list(t, 9, name), list(t, 30, func() Bar {
			return Bar{rapid.SampledFrom([]string{"", "1", "12="}).Draw(t, "rank"), name(), figure(),
				list(t, 9, func() Part { return Part{amount(), figure(), rapid.Bool().Draw(t, "open")} })}
		})}
	case 2:
		return Weights{h, list(t, 12, func() Weight { return Weight{name(), amount(), figure() + "\u00a0%"} })}
	case 3:
		level := func() Level { return Level{name(), amount(), figure()} }
		return Waterfall{h, level(), level(), list(t, 12, func() Step { return Step{name(), amount(), figure()} })}
	}
	switch rapid.IntRange(0, 4).Draw(t, "newer kind") {
	case 0:
		return Matrix{h, list(t, 12, func() Column { return Column{name(), figure()} }),
			list(t, 12, func() Marks {
				return Marks{"1", name(), list(t, 14, func() int { return rapid.IntRange(0, 3).Draw(t, "cell") })}
			}), [3]string{name(), name(), name()}}
	case 1:
		return Lollipop{h, list(t, 12, func() Stem { return Stem{"1", name(), amount(), figure(), rapid.Bool().Draw(t, "unknown")} })}
	case 2:
		return Layers{h, list(t, 8, func() Layer { return Layer{name(), name()} })}
	case 3:
		return Steps{h, list(t, 8, name), list(t, 3, func() Span { return Span{name(), place.Draw(t, "from"), place.Draw(t, "to")} })}
	}
	date := guide.Date{Year: 2020, Month: 1, Day: rapid.IntRange(0, 28).Draw(t, "day")}
	return Bump{Head: h, Editions: list(t, 14, func() Edition {
		date = date.Plus(guide.Period{Count: rapid.IntRange(1, 400).Draw(t, "later"), Unit: "days"})
		e, at := Edition{Date: date, Label: rapid.SampledFrom([]string{"", "", "Here", "In the guide", strings.Repeat("Wm ", 9)}).Draw(t, "label")}, 0
		for i := range rapid.IntRange(0, 30).Draw(t, "places") {
			if i == 0 || !rapid.Bool().Draw(t, "tie") {
				at = i + 1
			}
			id := rapid.IntRange(0, 40).Draw(t, "id")
			e.Places = append(e.Places, Spot{fmt.Sprint(id), strings.Repeat("Provider of cover ", id%4) + fmt.Sprint(id), at})
		}
		return e
	})}
})

// TestAnyChart: whatever is drawn is well-formed, within its bounds and the
// same each time, and in the narrowest column no text meets another or the
// edge.
func TestAnyChart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := charts.Draw(t, "chart")
		var first, second bytes.Buffer
		if err := c.Draw(&first); err != nil {
			t.Fatal(err)
		}
		_ = c.Draw(&second)
		if first.String() != second.String() {
			t.Fatal("is drawn in two ways")
		}
		p, err := read(first.String())
		if err != nil {
			t.Fatalf("%v\n%s", err, first.String())
		}
		if fault := crowded(p); fault != "" {
			t.Fatalf("%s\n%s", fault, first.String())
		}
	})
}

// crowded finds a text that is not alone in its place.
func crowded(p picture) string {
	for i, a := range p.texts {
		if a.x0 < -1 || a.x1 > narrow+1 {
			return fmt.Sprintf("%q reaches from %d to %d of %d", a.text, a.x0, a.x1, narrow)
		}
		if a.y1 > p.height || a.y0 < 0 {
			return fmt.Sprintf("%q reaches from %d down to %d of %d", a.text, a.y0, a.y1, p.height)
		}
		for _, b := range p.texts[:i] {
			if a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1 && a.text != "" && b.text != "" {
				return fmt.Sprintf("%q stands on %q", a.text, b.text)
			}
		}
	}
	return ""
}

// TestFlagsFlyClear: no pole of a bar runs through another one's text.
func TestFlagsFlyClear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var segments []segment
		at := 0
		for range rapid.IntRange(1, 9).Draw(t, "n") {
			to := rapid.IntRange(at, unit).Draw(t, "to")
			segments = append(segments, segment{from: at, to: to, name: words.Draw(t, "name"), figure: figures.Draw(t, "figure")})
			at = to
		}
		f := flagged(segments)
		if len(f.above)+len(f.below) != len(segments) {
			t.Fatalf("%d and %d flags for %d segments", len(f.above), len(f.below), len(segments))
		}
		for _, a := range f.above {
			for _, b := range f.above {
				if x := pixels(b.from); a != b && b.from != a.from && b.row+b.rows > a.row && x > pixels(a.from) && x < pixels(a.from)+flagGap+a.width {
					t.Errorf("the pole of %q runs through %q", b.lines, a.lines)
				}
			}
		}
		for _, a := range f.below {
			for _, b := range f.below {
				if x := pixels(b.to); a != b && b.to != a.to && b.row+b.rows > a.row && x < pixels(a.to) && x > pixels(a.to)-flagGap-a.width {
					t.Errorf("the pole of %q runs through %q", b.lines, a.lines)
				}
			}
		}
	})
}
