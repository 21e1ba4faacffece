package site

import (
	"html/template"
	"io"
	"strings"

	"shortlist/internal/emit/chart"
	"shortlist/internal/explain"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
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

// rangesFigure draws the ranks that each place keeps to.
func (r *guideRendering) rangesFigure() (*Figure, error) {
	title := explain.Widest(r.ranking, r.names)
	c := chart.Ranges{Head: chart.Head{ID: "ranges", Title: title,
		Desc: "A dot for the rank of each provider and a bar for the ranks that it keeps to; the table below says the same."}}
	for i, x := range r.ranking.Ranges() {
		p := r.ranking.Places[i]
		c.Rows = append(c.Rows, chart.Range{Name: r.names.Provider(p.ID), Rank: p.Rank, Best: x.Best, Worst: x.Worst})
	}
	return figure(title, c.Draw)
}

// contributionsFigure draws what each criterion adds to each total.
func (r *guideRendering) contributionsFigure() (*Figure, error) {
	title := explain.Decides(r.ranking, r.names)
	c := chart.Contributions{Head: chart.Head{ID: "contributions", Title: title,
		Desc: "A bar for each provider, with a segment for what each criterion adds to its total; dashed where the score is a range or not known. The tables below say the same."}}
	order := byWeight(r.guide)
	for _, k := range order {
		c.Criteria = append(c.Criteria, r.guide.Criteria[k].Name)
	}
	for _, p := range r.ranking.Places {
		e := r.guide.Entry(p.ID)
		bar := chart.Bar{Rank: explain.Ordinal(p.Rank), Name: e.Provider.Name, Total: r.ranking.Print(p.Total)}
		for _, k := range order {
			bar.Parts = append(bar.Parts, chart.Part{
				Value: p.Contributions[k], Figure: contribution(p.Contributions[k]), Open: e.Scores[k].State != guide.Exact,
			})
		}
		c.Bars = append(c.Bars, bar)
	}
	return figure(title, c.Draw)
}

// waterfallFigure leads from the lower of two totals to the higher.
func (r *guideRendering) waterfallFigure(a, b rank.Place) (*Figure, error) {
	title := explain.Lead(r.ranking, a, b, r.names)
	level := func(p rank.Place) chart.Level {
		return chart.Level{Name: r.names.Provider(p.ID), Total: p.Total, Figure: r.ranking.Print(p.Total)}
	}
	c := chart.Waterfall{Head: chart.Head{ID: "waterfall", Title: title,
		Desc: "From the lower total to the higher, criterion by criterion; the table below says the same."}, From: level(b), To: level(a)}
	for _, k := range byWeight(r.guide) {
		gap := a.Contributions[k] - b.Contributions[k]
		c.Steps = append(c.Steps, chart.Step{Name: r.guide.Criteria[k].Name, Gap: gap, Figure: signed(gap)})
	}
	return figure(title, c.Draw)
}
