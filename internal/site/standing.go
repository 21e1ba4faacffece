package site

import (
	"shortlist/internal/explain"
	"shortlist/internal/rank"
)

// Standings is a ranking of a guide's providers other than the published one,
// with what moved.
type Standings struct {
	Caption string
	Before  string // heads the column of ranks to compare with
	Rows    []StandingRow
}

// StandingRow is a place of it.
type StandingRow struct {
	Rank    int
	Name    string
	URL     string // of its entry
	Score   string
	Bar     Bar
	Before  string // its rank at the published weights among those that are listed
	Moved   string
	Regions string // with the note on eligibility
}

// other ranks another table of the guide's, printed as the guide prints.
func (r *guideRendering) other(t rank.Table) rank.Ranking {
	return rank.Rank(t).WithDecimals(r.ranking.Decimals)
}

// standings sets a ranking against the published one. Where it leaves
// providers out, ranks move because those above are gone; so it is compared
// with the published order of those that are left.
func (r *guideRendering) standings(caption string, other rank.Ranking) Standings {
	s := Standings{Caption: caption, Before: "Published"}
	if len(other.Places) < len(r.ranking.Places) {
		s.Before = "Published, among these"
	}
	kept := map[string]int{} // rank among those that the other ranking has
	for _, p := range r.ranking.Places {
		if other.Find(p.ID) < 0 {
			continue
		}
		kept[p.ID] = 1
		for _, q := range r.ranking.Places {
			if q.Total > p.Total && other.Find(q.ID) >= 0 {
				kept[p.ID]++
			}
		}
	}
	for _, p := range other.Places {
		s.Rows = append(s.Rows, StandingRow{
			Rank: p.Rank, Name: r.names.Provider(p.ID), URL: r.entryURL(p.ID),
			Score: other.Print(p.Total), Bar: bar(p),
			Before: explain.Ordinal(kept[p.ID]), Moved: explain.Moved(kept[p.ID], p.Rank),
			Regions: r.regionWords(p.ID),
		})
	}
	return s
}

// regionWords names where a provider serves, with its note.
func (r *guideRendering) regionWords(provider string) string {
	e := r.guide.Entry(provider)
	words := regionNames(e)
	if !e.RegionsNote.IsZero() {
		words += " (" + plain(e.RegionsNote) + ")"
	}
	return words
}

// entryURL is the address of an entry from a page other than the guide.
func (r *guideRendering) entryURL(provider string) string {
	return r.site.url(guidePath(r.guide.Slug)) + "#" + provider
}

// WeightRow is a criterion with its weight here and as published.
type WeightRow struct{ Criterion, Weight, Published string }

// weightRows lists the weights of a ranking beside the guide's own.
func (r *guideRendering) weightRows(table rank.Table) []WeightRow {
	var rows []WeightRow
	for _, k := range byWeight(r.guide) {
		rows = append(rows, WeightRow{
			Criterion: r.guide.Criteria[k].Name,
			Weight:    explain.Percent(table.Criteria[k].Weight),
			Published: explain.Percent(int(r.guide.Criteria[k].Weight)),
		})
	}
	return rows
}
