package sentence

import "shortlist/internal/rank"

const (
	movedUp   = "up from {was}"
	movedDown = "down from {was}"
	movedNot  = "as published"

	leaderNobody = "nobody is ranked"
	leaderLevel  = "{names} are level in first place, with {total}"
	leaderComes  = "{name} comes first, with {total}"
	leaderStays  = "{name} stays first, with {total}"
	leaderUp     = "{name} comes first, {was} as published, with {total}"

	aheadLevel = "{a} and {b} are level, both {rank} of {count}"
	aheadBy    = "{a} is {gap} ahead of {b}, {high} to {low}: {rank-a} against {rank-b} of {count}"

	findScore = "{name} on {criterion}, now between {low} and {high}"
	findNone  = ": found to be {counts}, it alone would narrow no range"
	findOne   = ": found to be {counts}, it would narrow the ranges by one rank in all"
	findSome  = ": found to be {counts}, it would narrow the ranges by {ranks} ranks in all"
)

// Moved says how a rank differs from the published one: "up from 6th", "down
// from 1st", "as published".
func Moved(published, now int) Text {
	switch {
	case now < published:
		return say("moved", movedUp, ordinal("was", published))
	case now > published:
		return say("moved", movedDown, ordinal("was", published))
	}
	return say("moved", movedNot)
}

// Leader says who comes first in another ranking of the same field, or of some
// of it, against the published one: "Evertas stays first, with 8.45." or "Lloyd's
// Market comes first, 6th as published, with 8.13."
func Leader(other, published rank.Ranking, names Names) Text {
	if len(other.Places) == 0 {
		return say("leader", leaderNobody).Stop()
	}
	first := other.Places[0]
	sum := total("total", other, first.Total)
	if level := sharing(other, 0); len(level) > 1 {
		return say("leader", leaderLevel, names.places("names", " and ", other, level), sum).Stop()
	}
	name := names.provider("name", first.ID)
	was := published.Find(first.ID)
	switch {
	case was < 0:
		return say("leader", leaderComes, name, sum).Stop()
	case published.Places[was].Rank == 1 && !tied(published, published.Places[was]):
		return say("leader", leaderStays, name, sum).Stop()
	}
	return say("leader", leaderUp, name, sum, placed("was", published, published.Places[was])).Stop()
}

// placed is a rank as a reader reads it: "3rd", "equal 2nd".
func placed(name string, r rank.Ranking, p rank.Place) slot {
	if tied(r, p) {
		return say("", rangeEqual, slot{"rank", ordinal(name, p.Rank).parts}).as(name)
	}
	return ordinal(name, p.Rank)
}

// Ahead says how two places stand to each other: "Evertas is 0.45 ahead of
// Coincover, 8.35 to 7.9: 1st against 2nd of 10." Places are given in order.
func Ahead(r rank.Ranking, a, b int, names Names) Text {
	pa, pb := r.Places[a], r.Places[b]
	slots := append(apart(r, pa.Total, pb.Total), names.provider("a", pa.ID), names.provider("b", pb.ID),
		ordinal("rank", pa.Rank), ordinal("rank-a", pa.Rank), ordinal("rank-b", pb.Rank), fig("count", decimal(len(r.Places)), int64(len(r.Places)), 1))
	if pa.Total == pb.Total {
		return say("ahead", aheadLevel, slots...).Stop()
	}
	return say("ahead", aheadBy, slots...).Stop()
}

// Find says what finding a missing score would do: "Relm on Costs, now between 0
// and 10: found to be 5, it would narrow the ranges by nine ranks in all." What
// will be found is not known, so it is judged by what it counts as.
func Find(r rank.Ranking, m rank.Missing, names Names) Text {
	template := findSome
	switch m.Ranks {
	case 0:
		template = findNone
	case 1:
		template = findOne
	}
	return say("find", findScore+template, names.provider("name", r.Places[m.Place].ID), names.criterion("criterion", r.Table.Criteria[m.Criterion].ID),
		score("low", m.Score.Low), score("high", m.Score.High), counted("counts", r.Counts(m.Place, m.Criterion)), count("ranks", m.Ranks)).Stop()
}
