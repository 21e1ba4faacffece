// Package table makes the table that a guide is ranked by: as published,
// under a lens, for a use case or a region, or with own weights.
//
// It is a package of its own because neither side may know the other. Package
// guide is the model and imports nothing of ours; package rank knows one thing,
// a table, so that prose and money cannot get into the arithmetic. This is the
// one place where the one becomes the other: whoever wants a ranking of a guide
// comes through here, and every ranking of it is made in the same way.
//
// In each table the criteria stand in the guide's order, the entries in the
// order of their providers' slugs, which are their ids.
package table

import (
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Published is the table of the guide as it is published.
func Published(g *guide.Guide) rank.Table {
	return Table(g, nil, g.Entries)
}

// Lens is the table of the whole guide under a lens's weights.
func Lens(g *guide.Guide, l *guide.Lens) rank.Table {
	return Table(g, l.Exact(), g.Entries)
}

// UseCase is the table of the entries that qualify for a use case, under its
// weights, or the guide's if it has none of its own. Nobody may qualify.
func UseCase(g *guide.Guide, u *guide.UseCase) rank.Table {
	return Table(g, u.Exact(), Qualifying(g, u))
}

// Region is the table of the entries that serve a region.
func Region(g *guide.Guide, r *guide.Region) rank.Table {
	return Table(g, nil, Serving(g, r))
}

// Weights is the table of the whole guide with own weights for some criteria,
// one per criterion in the guide's order and -1 where none is given; those
// share the rest as [rank.Redistribute] says. It reports false when no full
// weights can be made of them.
func Weights(g *guide.Guide, own []guide.Weight) (rank.Table, bool) {
	if !slices.ContainsFunc(own, func(w guide.Weight) bool { return w >= 0 }) && len(own) == len(g.Criteria) {
		return Published(g), true // not what parts come to in basis points
	}
	weights, ok := Redistribute(g.Exact(), own, ByReaders)
	if !ok {
		return rank.Table{}, false
	}
	return Table(g, weights, g.Entries), true
}

// The steps in which weights are chosen, and in which the others share the rest:
// readers have whole percents, authors hundredths of one.
const (
	ByReaders guide.Weight = 100
	ByAuthors guide.Weight = 1
)

// Redistribute makes full weights of own weights for some criteria, in whole
// steps, where others have the weights that are given, in percent or in parts:
// see [Weights].
func Redistribute(given, own []guide.Weight, step guide.Weight) ([]guide.Weight, bool) {
	weights := make([]int, len(given))
	for k, w := range given {
		weights[k] = int(w)
	}
	named := make([]int, len(own))
	for k, w := range own {
		named[k] = int(w)
	}
	full, ok := rank.Redistribute(weights, named, int(step))
	if !ok {
		return nil, false
	}
	out := make([]guide.Weight, len(full))
	for k, w := range full {
		out[k] = guide.Weight(w)
	}
	return out, true
}

// Percent is parts as shares of the full weight, rounded so that they sum to it.
func Percent(parts []guide.Weight) []guide.Weight {
	none := make([]guide.Weight, len(parts))
	for k := range none {
		none[k] = -1
	}
	out, _ := Redistribute(parts, none, ByAuthors)
	return out
}

// Qualifying is the entries that can be picked and meet every requirement of a use
// case, in the guide's order. An attribute that an entry does not give meets none.
func Qualifying(g *guide.Guide, u *guide.UseCase) []*guide.Entry {
	return those(g, u.Qualifies)
}

// AddOns is the table of the entries that may be added to the pick of a use case,
// under the same weights. There may be none.
func AddOns(g *guide.Guide, u *guide.UseCase) rank.Table {
	return Table(g, u.Exact(), those(g, u.Adds))
}

func those(g *guide.Guide, fit func(*guide.Entry) bool) []*guide.Entry {
	var out []*guide.Entry
	for _, e := range g.Entries {
		if fit(e) {
			out = append(out, e)
		}
	}
	return out
}

// Serving is the entries that serve a region, in the guide's order.
func Serving(g *guide.Guide, r *guide.Region) []*guide.Entry {
	return those(g, func(e *guide.Entry) bool { return e.Serves(r) })
}

// Reaching is the entries that serve a region in one way, in the guide's order.
func Reaching(g *guide.Guide, r *guide.Region, way guide.Reach) []*guide.Entry {
	return those(g, func(e *guide.Entry) bool {
		reach, _ := e.Reaches(r)
		return reach == way
	})
}

// Table is the table of some of the guide's entries under full weights, one
// per criterion in the guide's order, in parts of any sum; nil means the guide's
// own. The other
// functions are made of it; it is for their combinations, such as a lens
// within a region.
func Table(g *guide.Guide, weights []guide.Weight, entries []*guide.Entry) rank.Table {
	t := rank.Table{
		Criteria: make([]rank.Criterion, len(g.Criteria)),
		Entries:  make([]rank.Entry, len(entries)),
		Stress:   int(g.Stress),
		Unknown:  rank.Midpoint,
		Grain:    int(g.Grain),
		MinKnown: int(g.MinKnown),
	}
	if g.Unknown == guide.Low {
		t.Unknown = rank.Low
	}
	if weights == nil {
		weights = g.Exact()
	}
	for k, w := range weights {
		t.Criteria[k] = rank.Criterion{ID: g.Criteria[k].ID, Weight: int(w)}
		if g.Criteria[k].Measured() {
			t.Criteria[k].Reach = reach(&g.Criteria[k])
		}
	}
	for i, e := range entries {
		t.Entries[i] = rank.Entry{ID: e.Provider.Slug, Scores: intervals(g, e)}
	}
	return t
}

func reach(c *guide.Criterion) rank.Interval {
	low, high := c.Reach()
	return rank.Interval{Low: int(low), High: int(high)}
}

// intervals is an entry's scores. A state that is not checked is any score that
// the criterion can reach, whatever the bounds say.
func intervals(g *guide.Guide, e *guide.Entry) []rank.Interval {
	out := make([]rank.Interval, len(e.Scores))
	for k, a := range e.Scores {
		out[k] = rank.Interval{Low: int(a.Low), High: int(a.High)}
		if a.State == guide.NotCovered {
			out[k] = reach(&g.Criteria[k])
		}
	}
	return out
}
