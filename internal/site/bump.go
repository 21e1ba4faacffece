package site

import (
	"html/template"

	"shortlist/internal/explain"
)

// BumpView is how ranks moved from edition to edition, as a drawing and as the
// table that says the same.
type BumpView struct {
	SVG     template.HTML
	Caption string
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
	v := &BumpView{Caption: "Rank in each frozen edition"}
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
					place = explain.Ordinal(x.Rank)
				}
			}
			row.Ranks = append(row.Ranks, place)
		}
		v.Rows = append(v.Rows, row)
	}
	for _, e := range r.guide.Editions {
		v.Dates = append(v.Dates, e.Date.Words())
	}
	return v, nil
}
