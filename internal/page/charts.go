package page

import (
	"html/template"
	"io"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"strings"

	"shortlist/internal/export/chart"
	"shortlist/internal/report/sentence"
)

// Figure is a drawing with the finding that it shows. A table or a sentence
// beside it says the same.
type Figure struct {
	Title string
	SVG   template.HTML
}

// figure draws a chart under its title; nil when there is nothing to find.
func figure(title string, draw func(io.Writer) error) (*Figure, error) {
	if title == "" {
		return nil, nil
	}
	var b strings.Builder
	err := draw(&b)
	return &Figure{Title: title, SVG: template.HTML(b.String())}, err
}

// firmnessFigure draws the ranks that each place can have: for moved weight alone,
// likely, and at most. The table on the page of the method says the same.
func (r *guidePrinter) firmnessFigure(table string) (*Figure, error) {
	c := chart.Firmness{
		Head: chart.Head{ID: "chart_firmness", Title: r.g.Findings.Widest.String(),
			Desc: "For each " + r.g.Labels.Provider.One + " a dot at its rank, and three marks over ranks from the first to the last: " +
				"where moved weight alone can take it, where it likely is, and where it never leaves. " + table},
		Weights: "weights alone", Likely: "likely", Never: "never outside",
	}
	a := &r.g.Ranking
	for i := range r.g.Entries {
		e := &r.g.Entries[i]
		row := chart.Firm{Rank: e.Numeral, Name: e.Name, At: e.Rank, Weights: chart.Ranks(a.ScoredRanges[i]), Never: chart.Ranks(a.Outer[i])}
		if a.Draws.Made {
			row.Likely = chart.Ranks(a.Draws.Likely[i])
		}
		c.Rows = append(c.Rows, row)
	}
	return figure(c.Title, c.Draw)
}

// ordinal is a place's number in a drawing: "3rd", or a dash.
func ordinal(p report.Place) string {
	if p.Provisional {
		return p.Numeral
	}
	return sentence.Ordinal(p.Rank)
}

// contributionsFigure draws what each criterion adds to each total.
func (r *guidePrinter) contributionsFigure() (*Figure, error) {
	c := chart.Contributions{Head: chart.Head{ID: "chart_contributions", Title: r.g.Findings.Decides.String(),
		Desc: "A bar for each " + r.g.Labels.Provider.One + ", with a segment for what each criterion adds to its total; dashed where the score is a range or not known. The tables below say the same."}}
	for _, k := range r.g.Order {
		c.Criteria = append(c.Criteria, r.g.Criteria[k].Name)
	}
	for i := range r.g.Entries {
		e := &r.g.Entries[i]
		bar := chart.Bar{Rank: ordinal(e.Place), Name: e.Name, Total: e.Score}
		for _, k := range r.g.Order {
			x := &e.Scores[k]
			bar.Parts = append(bar.Parts, chart.Part{Value: x.Adds, Figure: x.Points, Open: x.State != guide.Exact})
		}
		c.Bars = append(c.Bars, bar)
	}
	return figure(c.Title, c.Draw)
}

// waterfallFigure leads from the lower of two totals to the higher.
func (r *guidePrinter) waterfallFigure(p *report.Pair) (*Figure, error) {
	level := func(e *report.Entry) chart.Level { return chart.Level{Name: e.Name, Total: e.Total, Figure: e.Score} }
	c := chart.Waterfall{Head: chart.Head{ID: "chart_waterfall", Title: p.Lead.String(),
		Desc: "From the lower total to the higher, criterion by criterion, the greatest lead first; the table below says the same."},
		From: level(&r.g.Entries[p.B]), To: level(&r.g.Entries[p.A])}
	for _, s := range p.Steps {
		c.Steps = append(c.Steps, chart.Step{Name: r.g.Criteria[s.Criterion].Name, Gap: s.Gap, Figure: s.Points})
	}
	return figure(c.Title, c.Draw)
}

// weightsFigure draws what each criterion weighs.
func (r *guidePrinter) weightsFigure() (*Figure, error) {
	c := chart.Weights{Head: chart.Head{ID: "chart_weights", Title: r.g.Findings.Heaviest.String(),
		Desc: "One bar for the whole weight, parted among the criteria; the table below says the same."}}
	for _, k := range r.g.Order {
		weight := int(r.g.Criteria[k].Weight)
		c.Criteria = append(c.Criteria, chart.Weight{Name: r.g.Criteria[k].Name, Value: weight, Figure: r.g.Criteria[k].Weighs})
	}
	return figure(c.Title, c.Draw)
}

// shiftFigure leads from the published order to that of a lens.
func (r *guidePrinter) shiftFigure(l *report.Lens) (*Figure, error) {
	c := r.moves(chart.Head{ID: "chart_moves", Title: l.Farthest.String(),
		Desc: "One line per " + r.g.Labels.Provider.One + ", from its rank as published to its rank here; the table below says the same."}, l)
	return figure(c.Title, c.Draw)
}

// scoreBreakdown draws what the score of a provider in a guide is made of.
func scoreBreakdown(line *PlaceLine, sum *report.Summary, place *report.SummaryPlace) error {
	if place.AddsMost.Empty() {
		return nil
	}
	bar := chart.Bar{Total: place.Score}
	var words []string
	for k, adds := range place.Adds {
		figure := place.Points[k]
		bar.Parts = append(bar.Parts, chart.Part{Value: adds, Figure: figure, Open: place.Open[k]})
		words = append(words, sum.Criteria[k]+"\u00a0"+figure)
	}
	c := chart.Contributions{Criteria: sum.Criteria, Bars: []chart.Bar{bar}, Head: chart.Head{
		ID: "chart_" + sum.Slug, Title: place.AddsMost.String(),
		Desc: "One bar for the score out of 10, with a segment for what each criterion adds to it; dashed where the score is a range or not known. The line below says the same.",
	}}
	var err error
	line.Sum, err = figure(c.Title, c.Draw)
	line.Words = strings.Join(words, " + ") + "."
	return err
}
