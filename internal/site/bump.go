package site

import (
	"html/template"
	"strings"

	"shortlist/internal/export/chart"
	"shortlist/internal/report/sentence"
)

// BumpView is how ranks moved from edition to edition, as a drawing and as the
// table that says the same.
type BumpView struct {
	SVG     template.HTML
	Caption string // what it shows: who led, and who leads
	Dates   []string
	Rows    []BumpRow
}

// BumpRow is one provider's rank in each edition, a dash where it had none.
type BumpRow struct {
	Name  string
	Ranks []string
}

// bump draws the guide's editions. Providers stand in the order of the latest
// edition that ranks them.
func (r *guideRendering) bump() (*BumpView, error) {
	v := &BumpView{Caption: sentence.Led(r.guide.Editions)}
	names := map[string]string{}
	var order []string
	for i := len(r.guide.Editions) - 1; i >= 0; i-- {
		for _, x := range r.guide.Editions[i].Entries {
			if _, seen := names[x.Provider]; !seen {
				names[x.Provider] = x.Name
				order = append(order, x.Provider)
			}
		}
	}
	for _, id := range order {
		row := BumpRow{Name: names[id]}
		for _, e := range r.guide.Editions {
			place := "–"
			for _, x := range e.Entries {
				if x.Provider == id {
					place = sentence.Ordinal(x.Rank)
				}
			}
			row.Ranks = append(row.Ranks, place)
		}
		v.Rows = append(v.Rows, row)
	}
	for _, e := range r.guide.Editions {
		v.Dates = append(v.Dates, e.Date.Words())
	}
	var b strings.Builder
	err := r.bumpChart().Draw(&b)
	v.SVG = template.HTML(b.String())
	return v, err
}

// bumpChart draws the same. Its title says who led and who leads.
func (r *guideRendering) bumpChart() chart.Bump {
	c := chart.Bump{Head: chart.Head{
		ID: "chart_bump", Title: sentence.Led(r.guide.Editions),
		Desc: "One line per provider through the frozen editions; the table below says the same.",
	}}
	for _, e := range r.guide.Editions {
		edition := chart.Edition{Date: e.Date}
		for _, x := range e.Entries {
			edition.Places = append(edition.Places, chart.Spot{ID: x.Provider, Name: x.Name, Rank: x.Rank})
		}
		c.Editions = append(c.Editions, edition)
	}
	return c
}
