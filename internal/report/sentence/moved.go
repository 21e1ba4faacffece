package sentence

import (
	"fmt"

	"shortlist/internal/rank"
)

// Moved says how a rank differs from the published one: "up from 6th", "down
// from 1st", "as published".
func Moved(published, now int) string {
	switch {
	case now < published:
		return "up from " + Ordinal(published)
	case now > published:
		return "down from " + Ordinal(published)
	}
	return "as published"
}

// Leader says who comes first in another ranking of the same field, against
// the published one: "Evertas stays first, with 8.45." or "Lloyd's Market comes
// first, up from 6th, with 8.13."
func Leader(other, published rank.Ranking, names Names) string {
	if len(other.Places) == 0 {
		return "Nobody is ranked."
	}
	first := other.Places[0]
	if len(other.Places) > 1 && other.Places[1].Rank == 1 {
		var level []string
		for _, p := range other.Places {
			if p.Rank == 1 {
				level = append(level, names.Provider(p.ID))
			}
		}
		return fmt.Sprintf("%s are level in first place, with %s.", List(level), other.Print(first.Total))
	}
	name, score := names.Provider(first.ID), other.Print(first.Total)
	was := published.Find(first.ID)
	if was < 0 {
		return fmt.Sprintf("%s comes first, with %s.", name, score)
	}
	if published.Places[was].Rank == 1 {
		return fmt.Sprintf("%s stays first, with %s.", name, score)
	}
	return fmt.Sprintf("%s comes first, up from %s, with %s.", name, Ordinal(published.Places[was].Rank), score)
}

// Ahead says how two places stand to each other: "Evertas is 0.45 ahead of
// Coincover, 1st against 2nd." Places are given in order.
func Ahead(r rank.Ranking, a, b int, names Names) string {
	pa, pb := r.Places[a], r.Places[b]
	if pa.Total == pb.Total {
		return fmt.Sprintf("%s and %s are level, both %s.", names.Provider(pa.ID), names.Provider(pb.ID), Ordinal(pa.Rank))
	}
	return fmt.Sprintf("%s is %s ahead of %s: %s against %s of %d.",
		names.Provider(pa.ID), r.Exact(pa.Total-pb.Total), names.Provider(pb.ID), Ordinal(pa.Rank), Ordinal(pb.Rank), len(r.Places))
}

// Find says what finding out a missing score would do: "Relm's score on Costs,
// now between 0 and 10: the ranges would narrow by 9 ranks in all."
func Find(r rank.Ranking, m rank.Missing, names Names) string {
	s := fmt.Sprintf("%s on %s, now between %s and %s",
		names.Provider(r.Places[m.Place].ID), names.Criterion(r.Table.Criteria[m.Criterion].ID), Hundredths(m.Score.Low), Hundredths(m.Score.High))
	switch m.Ranks {
	case 0:
		return s + ": no range would narrow by this score alone."
	case 1:
		return s + ": the ranges would narrow by one rank in all."
	}
	return s + fmt.Sprintf(": the ranges would narrow by %s ranks in all.", Number(m.Ranks))
}
