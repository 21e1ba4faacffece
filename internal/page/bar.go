package page

import "shortlist/internal/report"

// Bar is a total drawn on a track of ten, with the interval that it lies in where
// scores are missing. All three are thousandths of the track.
type Bar struct{ Total, From, To int }

// Wide is how long the bar is, as SVG takes it: "79.3%".
func (b Bar) Wide() string { return tenths(b.Total) }

// Open reports whether there is an interval to draw.
func (b Bar) Open() bool { return b.From < b.To }

// At and Span are where the interval begins and how long it is.
func (b Bar) At() string   { return tenths(b.From) }
func (b Bar) Span() string { return tenths(b.To - b.From) }

// bar draws a total.
func bar(p report.Place) Bar {
	return Bar{Total: p.Total / 10_000, From: p.From / 10_000, To: p.To / 10_000}
}
