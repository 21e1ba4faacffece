package site

import (
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// Standings is a ranking of a guide's providers other than the published one,
// with what moved.
type Standings struct {
	Caption string
	Before  string // heads the column of ranks in the guide
	Moves   bool   // it weighs in another way, so that ranks may move
	Serves  bool   // it leaves some out, so that it matters where each serves
	Rows    []StandingRow
}

// StandingRow is a place of it.
type StandingRow struct {
	Rank    int
	Name    string
	URL     string // of its entry
	Score   string
	Bar     Bar
	Before  string // its rank in the guide; where ranks may move, among those that are listed
	Moved   string // "up 2"; empty where it has not
	Regions string // with the note on eligibility
}

// other ranks another table of the guide's, printed as the guide prints.
func (r *guideRendering) other(t rank.Table) rank.Ranking {
	return rank.Rank(t).WithDecimals(r.ranking.Decimals)
}

// standings sets a ranking against the published one. A table with other
// weights may move ranks; where it leaves providers out, too, they move because
// those above are gone, so it is compared with the published order of those that
// are left.
func (r *guideRendering) standings(caption string, other rank.Ranking, moves bool) Standings {
	s := Standings{Caption: caption, Before: "In the guide", Moves: moves, Serves: len(other.Places) < len(r.ranking.Places)}
	if moves && s.Serves {
		s.Before = "In the guide, among these"
	}
	for _, p := range other.Places {
		before := r.publishedRank(p.ID, func(id string) bool { return !moves || other.Find(id) >= 0 })
		row := StandingRow{
			Rank: p.Rank, Name: r.names.Provider(p.ID), URL: r.entryURL(p.ID), Score: other.Print(p.Total), Bar: bar(other, p),
			Before: sentence.Ordinal(before), Regions: r.regionWords(p.ID),
		}
		if before != p.Rank {
			row.Moved = sentence.Shift(before, p.Rank)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// publishedRank is a provider's rank in the guide among those that count.
func (r *guideRendering) publishedRank(provider string, counts func(id string) bool) int {
	own := r.ranking.Places[r.ranking.Find(provider)].Total
	rank := 1
	for _, p := range r.ranking.Places {
		if p.Total > own && counts(p.ID) {
			rank++
		}
	}
	return rank
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
			Weight:    sentence.Percent(table.Criteria[k].Weight),
			Published: sentence.Percent(int(r.guide.Criteria[k].Weight)),
		})
	}
	return rows
}
