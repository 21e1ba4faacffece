package lint

import (
	"fmt"
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

// figures is a guide with its published ranking.
type figures struct {
	guide   *guide.Guide
	ranking rank.Ranking
}

// against says what contradicts an entry's claim to be the best; it is empty
// where nothing does.
func (f figures) against(e *guide.Entry, about subject) string {
	switch {
	case about.criteria != nil:
		return f.againstBestOn(e, about.criteria)
	case about.lens != nil:
		return f.againstFirst(e, rank.Rank(table.Lens(f.guide, about.lens)), "under the lens "+about.lens.Name+" ")
	case about.region == nil:
		return f.againstFirst(e, f.ranking, "")
	case len(e.Regions) == 0:
		return "the entry names no regions"
	case !e.Serves(about.region):
		return fmt.Sprintf("the entry does not name %s among its regions", about.region.Name)
	}
	return f.againstFirst(e, rank.Rank(table.Region(f.guide, about.region)), "among those that serve "+about.region.Name+" ")
}

func (f figures) againstFirst(e *guide.Entry, r rank.Ranking, where string) string {
	place := r.Places[r.Find(e.Provider.Slug)]
	if place.Rank == 1 {
		return ""
	}
	return fmt.Sprintf("%sit ranks %d of %d; %s is first", where, place.Rank, len(r.Places), f.name(r.Places[0].ID))
}

// againstBestOn names the first of the criteria that may be meant, and only if
// each of them contradicts.
func (f figures) againstBestOn(e *guide.Entry, criteria []int) string {
	var first []rank.Place
	for _, k := range criteria {
		above := f.above(e, k)
		if len(above) == 0 {
			return ""
		}
		if first == nil {
			first = above
		}
	}
	k, best := criteria[0], first[0]
	own := "an unknown score"
	if e.Scores[k].State != guide.NotCovered {
		own = f.score(f.ranking.Places[f.ranking.Find(e.Provider.Slug)], k)
	}
	if len(first) == 1 {
		return fmt.Sprintf("%s scores clearly higher on %s: %s against %s",
			f.name(best.ID), f.guide.Criteria[k].Name, f.score(best, k), own)
	}
	return fmt.Sprintf("%d entries score clearly higher on %s: %s against %s, %s first",
		len(first), f.guide.Criteria[k].Name, f.score(best, k), own, f.name(best.ID))
}

// margin is by how much a published score must be higher to be clearly so,
// where the ranges of the two overlap.
const margin rank.Half = 100

// above returns the entries that score clearly higher on a criterion, the
// highest first, equal ones in the order of the ranking. An entry that nothing is
// known of is above nobody. Another is where even its low end lies above the
// other's high end, or where its published score leads by half a point.
func (f figures) above(e *guide.Entry, criterion int) []rank.Place {
	t := f.ranking.Table
	row := f.ranking.Places[f.ranking.Find(e.Provider.Slug)].Row
	own := t.Entries[row].Scores[criterion]
	var out []rank.Place
	for _, p := range f.ranking.Places {
		s := t.Entries[p.Row].Scores[criterion]
		surely := s.Low > own.High
		published := s.Counts(t.Unknown)-own.Counts(t.Unknown) >= margin
		if f.guide.Entries[p.Row].Scores[criterion].State == guide.NotCovered || !surely && !published {
			continue
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b rank.Place) int {
		counts := func(p rank.Place) rank.Half { return t.Entries[p.Row].Scores[criterion].Counts(t.Unknown) }
		return int(counts(b) - counts(a))
	})
	return out
}

func (f figures) score(p rank.Place, criterion int) string {
	s := f.ranking.Table.Entries[p.Row].Scores[criterion]
	return s.Counts(f.ranking.Table.Unknown).String()
}

func (f figures) name(id string) string { return f.guide.Entry(id).Provider.Name }
