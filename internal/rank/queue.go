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
	n := len(r.Places)
	least := make([]int, n*n) // least[i*n+j] is the least gap of i over j
	for i := range n {
		for j := range n {
			if i != j {
				least[i*n+j] = r.LeastGap(i, j)
			}
		}
	}
	var out []Missing
	row := make([]Interval, len(r.Table.Criteria))
	for i := range n {
		copy(row, r.scores(i))
		for k, c := range r.Table.Criteria {
			score := row[k]
			if score.Known() {
				continue
			}
			missing := Missing{Place: i, Criterion: k, Score: score, Spread: c.Weight * (score.High - score.Low)}
			found := score.Published(r.Table.Unknown)
			row[k] = Interval{found, found}
			for j := range n {
				if i == j || least[i*n+j] > 0 || least[j*n+i] > 0 {
					continue // a pair that is settled stays so
				}
				over := leastGap(r.Table.Criteria, r.Table.Stress, row, r.scores(j))
				under := leastGap(r.Table.Criteria, r.Table.Stress, r.scores(j), row)
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
