package table

import (
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// View is the angle from which a guide is ranked. The zero View is the
// published order. A lens and own weights exclude each other; either may be
// combined with a region.
type View struct {
	Lens   *guide.Lens
	Region *guide.Region

	// Own is the weights that a reader chose, one per criterion in the guide's
	// order and -1 where none was; those share the rest. Check them with
	// [Redistribute] first: weights that cannot be completed are
	// ignored.
	Own []guide.Weight
}

// Published reports whether the view is the published order.
func (v View) Published() bool { return v.Lens == nil && v.Region == nil && v.Own == nil }

// Table is the table that the guide is ranked by in this view.
func (v View) Table(g *guide.Guide) rank.Table {
	return Table(g, v.weights(g), v.Entries(g))
}

// weights is nil where the guide's own hold.
func (v View) weights(g *guide.Guide) []guide.Weight {
	if v.Lens != nil {
		return v.Lens.Exact()
	}
	if slices.ContainsFunc(v.Own, func(w guide.Weight) bool { return w >= 0 }) {
		if full, ok := Redistribute(g.Exact(), v.Own, ByReaders); ok {
			return full
		}
	}
	return nil
}

// Entries are those that the view ranks, in the guide's order.
func (v View) Entries(g *guide.Guide) []*guide.Entry {
	if v.Region != nil {
		return Serving(g, v.Region)
	}
	return g.Entries
}

// LeftOut are the entries that the view does not rank, in the guide's order.
func (v View) LeftOut(g *guide.Guide) []*guide.Entry {
	in := v.Entries(g)
	var out []*guide.Entry
	for _, e := range g.Entries {
		if !slices.Contains(in, e) {
			out = append(out, e)
		}
	}
	return out
}
