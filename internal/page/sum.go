package page

import (
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"strings"

	"shortlist/internal/export/chart"
)

// Sum is a total taken apart: a bar with a segment per criterion, the heaviest
// first, and the words below it that say the same: "Security 2.4 + Costs 1.5".
type Sum struct {
	Segments []Segment
	Words    string
}

// Segment is what one criterion adds to a total. At and Wide are percents of a
// bar that is ten long, to a tenth, as SVG takes them: "24.5%".
type Segment struct {
	At, Wide string
	Open     bool // the score is a range or not known
}

func (r *guidePrinter) sum(e *report.Entry) Sum {
	var s Sum
	var words []string
	at := 0
	for _, k := range r.g.Order {
		x := &e.Scores[k]
		words = append(words, r.g.Criteria[k].Name+"\u00a0"+x.Points)
		from := thousandths(at)
		at += x.Adds
		if wide := thousandths(at) - from; wide > 0 {
			s.Segments = append(s.Segments, Segment{At: tenths(from), Wide: tenths(wide), Open: x.State != guide.Exact})
		}
	}
	s.Words = strings.Join(words, " + ")
	return s
}

// thousandths is how far along a bar of ten a total reaches, to the nearest.
func thousandths(total int) int { return (total*1000 + chart.Full/2) / chart.Full }

// tenths prints thousandths as a percent: "24.5%", "24%".
func tenths(n int) string { return guide.Figure(n*100_000).String() + "%" }
