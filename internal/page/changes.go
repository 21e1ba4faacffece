package page

import (
	"html/template"
	"strings"

	"shortlist/internal/export/chart"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// ChangesBlock is the section of a guide on its editions.
type ChangesBlock struct {
	Editions []Link
	Since    *report.Changes // since the latest edition; nil when nothing changed
	Same     string          // says that nothing changed
	Latest   Day
	Last     *report.Changes // between the two latest editions; nil for fewer, or when nothing changed
	Chart    *BumpView       // from two editions on
	Feed     string          // empty for what is not published

	Corrections []CorrectionView
}

func (r *guidePrinter) changesBlock() (*ChangesBlock, error) {
	corrections, err := r.site.corrections(r.g.Corrections, func(c report.Correction) prose {
		if e := r.g.Entry(c.Provider); e != nil {
			return prose{site: r.site, sources: e.Cited}
		}
		if a := r.g.EntryApart(c.Provider); a != nil {
			return prose{site: r.site, sources: a.Cited}
		}
		return r.prose
	})
	if err != nil {
		return nil, err
	}
	editions := r.g.Editions
	if len(editions) == 0 {
		if len(corrections) == 0 {
			return nil, nil
		}
		return &ChangesBlock{Corrections: corrections}, nil
	}
	latest := &editions[len(editions)-1]
	b := &ChangesBlock{
		Corrections: corrections,
		Editions:    r.editionLinks(-1),
		Since:       latest.Since,
		Same:        latest.Same.String(),
		Latest:      *day(latest.Date),
		Last:        r.g.Latest,
	}
	if r.g.Draft == "" {
		b.Feed = r.below(address.Changes(r.g.Slug))
	}
	if r.g.History != nil {
		b.Chart, err = r.bump()
	}
	return b, err
}

// BumpView is how ranks moved from edition to edition, as a drawing and as the
// table that says the same.
type BumpView struct {
	SVG     template.HTML
	Caption string // what it shows: who led, and who leads
	Column  string // heads the providers
	Dates   []string
	Rows    []BumpRow
}

// BumpRow is one provider's rank in each edition, a dash where it had none.
type BumpRow struct {
	Name  string
	Ranks []string
}

// bump draws the guide's editions.
func (r *guidePrinter) bump() (*BumpView, error) {
	v := &BumpView{Caption: r.g.History.Caption.String(), Column: labelsOf(r.g.Labels).Column}
	for _, from := range r.g.History.Rows {
		row := BumpRow{Name: from.Name, Ranks: from.Printed()}
		if from.Now != "" {
			row.Name += ", now " + from.Now
		}
		v.Rows = append(v.Rows, row)
	}
	c := chart.Bump{Head: chart.Head{
		ID: "chart_bump", Title: r.g.History.Caption.String(),
		Desc: "One line per " + r.g.Labels.Provider.One + " through the frozen editions; the table below says the same.",
	}}
	for _, e := range r.g.Editions {
		v.Dates = append(v.Dates, e.Date.Words())
		edition := chart.Edition{Date: e.Date}
		for _, x := range e.Rows {
			edition.Places = append(edition.Places, chart.Spot{ID: x.Provider, Name: x.Name, Rank: x.Rank})
		}
		c.Editions = append(c.Editions, edition)
	}
	var b strings.Builder
	err := c.Draw(&b)
	v.SVG = template.HTML(b.String())
	return v, err
}
