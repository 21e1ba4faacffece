package site

import (
	"html/template"
	"io"
	"strings"

	"shortlist/internal/export/chart"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
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

// rangesFigure draws the ranks that each place keeps to.
func (r *guideRendering) rangesFigure() (*Figure, error) {
	title := sentence.Widest(r.ranking, r.names)
	c := chart.Ranges{Head: chart.Head{ID: "chart_ranges", Title: title,
		Desc: "A dot for the rank of each provider and a bar for the ranks that it keeps to; the table below says the same."}}
	for i, x := range r.ranking.Ranges() {
		p := r.ranking.Places[i]
		c.Rows = append(c.Rows, chart.Range{Name: r.names.Provider(p.ID), Rank: p.Rank, Best: x.Best, Worst: x.Worst})
	}
	return figure(title, c.Draw)
}

// contributionsFigure draws what each criterion adds to each total.
func (r *guideRendering) contributionsFigure() (*Figure, error) {
	title := sentence.Decides(r.ranking, r.names)
	c := chart.Contributions{Head: chart.Head{ID: "chart_contributions", Title: title,
		Desc: "A bar for each provider, with a segment for what each criterion adds to its total; dashed where the score is a range or not known. The tables below say the same."}}
	order := byWeight(r.guide)
	for _, k := range order {
		c.Criteria = append(c.Criteria, r.guide.Criteria[k].Name)
	}
	for _, p := range r.ranking.Places {
		e := r.guide.Entry(p.ID)
		bar := chart.Bar{Rank: sentence.Ordinal(p.Rank), Name: e.Provider.Name, Total: r.ranking.Print(p.Total)}
		for _, k := range order {
			bar.Parts = append(bar.Parts, chart.Part{
				Value: r.ranking.Millionths(p.Contributions[k]), Figure: contribution(r.ranking, p.Contributions[k]), Open: e.Scores[k].State != guide.Exact,
			})
		}
		c.Bars = append(c.Bars, bar)
	}
	return figure(title, c.Draw)
}

// waterfallFigure leads from the lower of two totals to the higher.
func (r *guideRendering) waterfallFigure(a, b rank.Place) (*Figure, error) {
	title := sentence.Lead(r.ranking, a, b, r.names)
	level := func(p rank.Place) chart.Level {
		return chart.Level{Name: r.names.Provider(p.ID), Total: r.ranking.Millionths(p.Total), Figure: r.ranking.Print(p.Total)}
	}
	c := chart.Waterfall{Head: chart.Head{ID: "chart_waterfall", Title: title,
		Desc: "From the lower total to the higher, criterion by criterion, the greatest lead first; the table below says the same."}, From: level(b), To: level(a)}
	for _, l := range r.ranking.Over(r.ranking.Find(a.ID), r.ranking.Find(b.ID)) {
		if l.Gap != 0 {
			c.Steps = append(c.Steps, chart.Step{Name: r.guide.Criteria[l.Criterion].Name, Gap: r.ranking.Millionths(l.Gap), Figure: signed(r.ranking, l.Gap)})
		}
	}
	return figure(title, c.Draw)
}

// weightsFigure draws what each criterion weighs.
func (r *guideRendering) weightsFigure() (*Figure, error) {
	title := sentence.Heaviest(r.ranking.Table.Criteria, r.names)
	c := chart.Weights{Head: chart.Head{ID: "chart_weights", Title: title,
		Desc: "One bar for the whole weight, parted among the criteria; the table below says the same."}}
	for _, k := range byWeight(r.guide) {
		weight := int(r.guide.Criteria[k].Weight)
		c.Criteria = append(c.Criteria, chart.Weight{Name: r.guide.Criteria[k].Name, Value: weight, Figure: sentence.Percent(weight)})
	}
	return figure(title, c.Draw)
}

// shiftFigure leads from the published order to another one of the same field.
func (r *guideRendering) shiftFigure(other rank.Ranking) (*Figure, error) {
	title := sentence.Farthest(r.ranking, other, r.names)
	c := chart.Bump{Head: chart.Head{ID: "chart_moves", Title: title,
		Desc: "One line per provider, from its rank as published to its rank here; the table below says the same."}}
	for _, side := range []struct {
		label   string
		ranking rank.Ranking
	}{{"In the guide", r.ranking}, {"Here", other}} {
		edition := chart.Edition{Label: side.label}
		for _, p := range side.ranking.Places {
			edition.Places = append(edition.Places, chart.Spot{ID: p.ID, Name: r.names.Provider(p.ID), Rank: p.Rank})
		}
		c.Editions = append(c.Editions, edition)
	}
	return figure(title, c.Draw)
}

// takeApart draws what the score of a provider in a guide is made of.
func (s *Site) takeApart(line *PlaceLine, p *guide.Provider) error {
	sum := s.summary(line.slug)
	place := sum.place(p.Slug)
	bar, most := chart.Bar{Total: place.Score}, 0
	var words []string
	for k, adds := range place.Adds {
		figure := place.Figures[k]
		bar.Parts = append(bar.Parts, chart.Part{Value: adds, Figure: figure, Open: place.Open[k]})
		words = append(words, sum.Criteria[k]+"\u00a0"+figure)
		if adds > place.Adds[most] {
			most = k
		}
	}
	if len(words) == 0 || place.Adds[most] <= 0 {
		return nil
	}
	c := chart.Contributions{Criteria: sum.Criteria, Bars: []chart.Bar{bar}, Head: chart.Head{
		ID: "chart_" + sum.Slug, Title: sentence.AddsMost(sum.Criteria[most], bar.Parts[most].Figure, place.Score),
		Desc: "One bar for the score out of 10, with a segment for what each criterion adds to it; dashed where the score is a range or not known. The line below says the same.",
	}}
	var err error
	line.Sum, err = figure(c.Title, c.Draw)
	line.Words = strings.Join(words, " + ") + "."
	return err
}
