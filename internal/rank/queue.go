package rank

import (
	"cmp"
	"slices"
)

// Missing is a score that is not known to the point, and what finding it out would
// do for the ranking.
type Missing struct {
	Place     int
	Criterion int
	Score     Interval
	Ranks     int // by how many ranks the ranges of all entries together would narrow
	Spread    int // weight times the width of the score: what it leaves open in the total
}

// ResearchQueue returns the missing scores in the order in which to look for
// them: first those whose finding would narrow the ranges under stress most,
// all entries together, then those that leave most open in a total, then by
// place and by the criterion's weight and id.
//
// What will be found is not known beforehand, so each is judged as though it
// came out at its published value and all else stayed unknown. An interval
// that shrinks never widens a range, so Ranks is never negative.
func (r Ranking) ResearchQueue() []Missing {
	n, work := len(r.Places), r.work()
	rows, criteria := work.rows, r.Table.Criteria
	least := make([]int, n*n) // least[i*n+j] is the least gap of i over j
	for i := range n {
		for j := range n {
			if i != j {
				least[i*n+j] = work.leastGap(criteria, rows[i], rows[j])
			}
		}
	}
	var out []Missing
	row := make([]span, len(r.Table.Criteria))
	for i := range n {
		copy(row, rows[i])
		for k, c := range r.Table.Criteria {
			score := row[k]
			if score.low == score.high {
				continue
			}
			missing := Missing{Place: i, Criterion: k, Spread: c.Weight * (score.high - score.low),
				Score: r.Table.Entries[r.Places[i].Row].Scores[k]}
			row[k] = span{score.counts, score.counts, score.counts}
			for j := range n {
				if i == j || least[i*n+j] > 0 || least[j*n+i] > 0 {
					continue // a pair that is settled stays so
				}
				over := work.leastGap(criteria, row, rows[j])
				under := work.leastGap(criteria, rows[j], row)
				missing.Ranks += open(least[i*n+j]) - open(over) + open(least[j*n+i]) - open(under)
			}
			row[k] = score
			out = append(out, missing)
		}
	}
	slices.SortFunc(out, func(a, b Missing) int {
		return cmp.Or(cmp.Compare(b.Ranks, a.Ranks), cmp.Compare(b.Spread, a.Spread),
			cmp.Compare(a.Place, b.Place), r.before(a.Criterion, b.Criterion))
	})
	return out
}

// open is what one ordered pair adds to the sum of worst less best over all
// entries, from its least gap: a positive one raises a best rank, a negative
// one a worst rank.
func open(least int) int { return -cmp.Compare(least, 0) }
