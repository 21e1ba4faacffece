package report

import (
	"cmp"
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// Traits are what speaks for an entry or against it: the author's words, or else what
// the scores say.
type Traits struct {
	Written  []guide.Inline
	Computed []sentence.Text // none where the author gave any
}

// A criterion counts as a strength or a drawback where the score stands apart from the
// known ones by a point, which is 400 here, since a median lies between two middles of
// ranges; at most so many are told.
const (
	traitApart = 400
	traitsMost = 3
	traitField = 3 // fewer known scores are no field to stand out of
)

// field is what is known on a criterion: the scores in half-hundredths, of ranges what
// they count as in the order, and their median in four-hundredths of a point.
type field struct {
	known  map[int]rank.Half // by row of the table
	median int
}

func (c *compiler) fields() []field {
	out := make([]field, len(c.g.Criteria))
	t := &c.ranking.Table
	for k := range out {
		known, all := map[int]rank.Half{}, []rank.Half(nil)
		for row, x := range t.Entries {
			if c.g.Entry(x.ID).Scores[k].State != guide.NotCovered {
				known[row] = x.Scores[k].Counts(t.Unknown)
				all = append(all, known[row])
			}
		}
		slices.Sort(all)
		out[k].known = known
		if n := len(all); n > 0 {
			out[k].median = int(all[(n-1)/2] + all[n/2])
		}
	}
	return out
}

// beyond counts the known scores of others that are above a figure, or below it.
func (f *field) beyond(own int, than rank.Half, sign int) int {
	n := 0
	for row, at := range f.known {
		if row != own && cmp.Compare(at, than) == sign {
			n++
		}
	}
	return n
}

// traits finds what speaks for an entry, or against it, by weight times distance from
// the median. What is not known is neither.
func (c *compiler) traits(e *guide.Entry, row int) (strengths, drawbacks []sentence.Text, unknown sentence.Text) {
	type trait struct{ k, apart int }
	var good, bad []trait
	var open []int
	for _, k := range byWeight(c.g) {
		weight, a, f := c.ranking.Table.Criteria[k].Weight, &e.Scores[k], &c.standing[k]
		if weight == 0 {
			continue
		}
		if a.State == guide.NotCovered {
			open = append(open, k)
			continue
		}
		if len(f.known) < traitField {
			continue
		}
		third := len(f.known) / 3
		if above := 4*int(a.Low) - f.median; above >= traitApart && f.beyond(row, 2*rank.Half(a.Low), 1) < third {
			good = append(good, trait{k, weight * above})
		}
		if below := f.median - 4*int(a.High); below >= traitApart && f.beyond(row, 2*rank.Half(a.High), -1) < third {
			bad = append(bad, trait{k, weight * below})
		}
	}
	say := func(all []trait) []sentence.Text {
		slices.SortStableFunc(all, func(a, b trait) int { return cmp.Compare(b.apart, a.apart) })
		var out []sentence.Text
		for _, t := range all[:min(traitsMost, len(all))] {
			out = append(out, sentence.Trait(c.g.Criteria[t.k].ID, e.Scores[t.k].Low, e.Scores[t.k].High, c.standing[t.k].median, c.names))
		}
		return out
	}
	return say(good), say(bad), sentence.NotKnown(c.ranking.Ranking, open, c.names)
}

// setTraits puts what the author gave before what is computed.
func (c *compiler) setTraits(out *Entry, e *guide.Entry, row int) {
	out.Strengths.Written, out.Drawbacks.Written = e.Strengths, e.Drawbacks
	strengths, drawbacks, unknown := c.traits(e, row)
	if out.Unknown = unknown; len(e.Strengths) == 0 {
		out.Strengths.Computed = strengths
	}
	if len(e.Drawbacks) == 0 {
		out.Drawbacks.Computed = drawbacks
	}
}

// explains says what computed ones are, where there are any.
func explains(entries []Entry) sentence.Text {
	for i := range entries {
		if len(entries[i].Strengths.Computed)+len(entries[i].Drawbacks.Computed) > 0 {
			return sentence.Traits()
		}
	}
	return sentence.Text{}
}
