package site

import (
	"io"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

// EditionPage is the view of a frozen ranking. It is made from the edition's
// own file, so that it stays what it was when the guide has moved on.
type EditionPage struct {
	Frame
	Guide    Link
	Date     Day
	Criteria []Column
	Rows     []EditionRow
	Since    *ChangesView // what has changed since
	Others   []Link
}

// EditionRow is a place of the time.
type EditionRow struct {
	Rank  int
	Name  string
	URL   string // of the provider's page; empty when the site no longer knows it
	Score string
	Bar   Bar
	Cells []Cell
	Award string
}

func (r *guideRendering) editionPage(w io.Writer, e *guide.Edition) error {
	ranking := rank.Rank(table.Edition(e))
	page := EditionPage{
		Frame: r.subframe(editionPath(r.guide.Slug, e.Date), e.Date.Words()+" edition", e.Title+", "+e.Date.Words()+" edition",
			"The ranking of "+e.Title+" as it stood in "+e.Date.Words()+", and what has changed since."),
		Guide: r.guideLink(), Date: *day(e.Date),
		Since:  r.changes(e, r.now()),
		Others: r.editionLinks(e),
	}
	page.Canonical = r.site.absolute(guidePath(r.guide.Slug))
	order := heaviestFirst(len(e.Criteria), func(k int) guide.Weight { return e.Criteria[k].Weight })
	for _, k := range order {
		page.Criteria = append(page.Criteria, Column{Name: e.Criteria[k].Name, Weight: e.Criteria[k].Weight.String()})
	}
	for i, x := range e.Entries {
		p := ranking.Places[i]
		row := EditionRow{Rank: x.Rank, Name: x.Name, Score: ranking.Print(p.Total), Bar: bar(ranking, p), Award: x.Award}
		if r.site.provides(x.Provider) {
			row.URL = r.site.url(providerPath(x.Provider))
		}
		for _, k := range order {
			row.Cells = append(row.Cells, frozenCell(x.Scores[k]))
		}
		page.Rows = append(page.Rows, row)
	}
	return r.site.show(w, "edition", page)
}

// frozenCell says a score of the time.
func frozenCell(s guide.EditionScore) Cell {
	switch {
	case s.Low == s.High:
		return cell(guide.Assessment{State: guide.Exact, Low: s.Low, High: s.High})
	case s.Low == 0 && s.High == guide.MaxScore:
		return Cell{Text: "not known", Shade: -1}
	}
	return cell(guide.Assessment{State: guide.Ranged, Low: s.Low, High: s.High})
}

func (s *Site) provides(provider string) bool {
	for _, p := range s.lib.Providers {
		if p.Slug == provider {
			return true
		}
	}
	return false
}

// now is the guide as it stands, as an edition of its last change.
func (r *guideRendering) now() *guide.Edition {
	return table.Freeze(r.guide, r.guide.Dates.Updated, plain)
}

// editionLinks lists the guide's editions but one, the latest first.
func (r *guideRendering) editionLinks(but *guide.Edition) []Link {
	var out []Link
	for i := len(r.guide.Editions) - 1; i >= 0; i-- {
		if e := r.guide.Editions[i]; e != but {
			out = append(out, Link{Label: e.Date.Words(), URL: r.site.url(editionPath(r.guide.Slug, e.Date))})
		}
	}
	return out
}
