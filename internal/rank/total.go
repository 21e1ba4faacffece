package rank

import "fmt"

const (
	// FullWeight is 100 % in basis points.
	FullWeight = 10_000
	// MaxScore is a ten in hundredths.
	MaxScore = 1000

	defaultUnit = FullWeight * MaxScore / 10 // of weights in basis points
	maxDecimals = 7                          // two totals that differ do so by 1/2 000 000 of a point or more
)

// decimals is the fewest decimals, of at least so many, at which unequal totals
// print unequal. With seven they always do: a unit is at most 2 000 000.
// Rounding keeps the order, so that it is enough to look at neighbours; but
// one decimal more may print two totals equal again (1.5525 and 1.545 are 1.6
// and 1.5, then 1.55 both), so that each number is tried on all of them.
func decimals(places []Place, least, unit int) int {
	for d := max(least, 1); d < maxDecimals; d++ {
		if separates(places, d, unit) {
			return d
		}
	}
	return maxDecimals
}

func separates(places []Place, d, unit int) bool {
	for i := 1; i < len(places); i++ {
		above, below := places[i-1].Total, places[i].Total
		if above != below && rounded(above, d, unit) == rounded(below, d, unit) {
			return false
		}
	}
	return true
}

var powers = [maxDecimals + 1]int{1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000}

// rounded is a total that is not negative in units of 10^-d points, half up.
func rounded(total, d, unit int) int { return (2*total*powers[d] + unit) / (2 * unit) }

// WithDecimals returns the ranking with totals printed with at least so many
// decimals, so that a ranking of part of a field, or under other weights, prints
// as the published one does. Unequal totals still print unequal.
func (r Ranking) WithDecimals(least int) Ranking {
	r.Decimals = decimals(r.Places, least, r.unit())
	return r
}

// unit is that of a ranking which was not made by [Rank], too.
func (r Ranking) unit() int {
	if r.Unit == 0 {
		return defaultUnit
	}
	return r.Unit
}

// Print prints a total, or a gap between two, out of 10 with the ranking's
// decimals, rounded half away from zero: "8.35". Two totals of the ranking
// that differ print differently; a gap may print as 0 ([Ranking.Exact]
// does not).
func (r Ranking) Print(total int) string {
	return r.print(total, min(max(r.Decimals, 1), maxDecimals))
}

func (r Ranking) print(total, d int) string {
	sign, n := "", rounded(max(total, -total), d, r.unit())
	if total < 0 && n > 0 {
		sign = "-"
	}
	return fmt.Sprintf("%s%d.%0*d", sign, n/powers[d], d, n%powers[d])
}

// Exact prints a total, a contribution or a gap out of 10 with as many
// decimals as it needs, at least one: "8.345". A number that no seven decimals
// hold, such as a third, is rounded to as many as totals have, at least two, and
// to more where that would make it nothing.
func (r Ranking) Exact(total int) string {
	unit := r.unit()
	for d := 1; d <= maxDecimals; d++ {
		if total*powers[d]%unit == 0 {
			return r.print(total, d)
		}
	}
	d := min(max(r.Decimals, 2), maxDecimals)
	for d < maxDecimals && rounded(max(total, -total), d, unit) == 0 {
		d++
	}
	return r.print(total, d)
}

// normalized is a copy of the table that keeps the rules every formula counts on:
// as many scores in a row as there are criteria, one that is missing unknown;
// scores within their criterion's reach, low before high; weights and stress from 0 to 10 000.
// What the weights sum to is left as it is. A table from a valid guide comes out
// as it went in.
func (t Table) normalized() Table {
	n := len(t.Criteria)
	out := Table{
		Criteria: make([]Criterion, n),
		Entries:  make([]Entry, len(t.Entries)),
		Stress:   min(max(t.Stress, 0), FullWeight),
		Unknown:  t.Unknown,
		Grain:    min(max(t.Grain, 0), MaxScore),
		MinKnown: min(max(t.MinKnown, 0), FullWeight),
		Settled:  t.Settled,
	}
	for k, c := range t.Criteria {
		out.Criteria[k] = Criterion{ID: c.ID, Weight: min(max(c.Weight, 0), FullWeight), Reach: c.Reach.within(Interval{0, MaxScore})}
	}
	scores := make([]Interval, n*len(t.Entries))
	for i, entry := range t.Entries {
		row := scores[i*n : (i+1)*n : (i+1)*n]
		for k := range row {
			row[k] = out.Criteria[k].reach()
			if k < len(entry.Scores) {
				row[k] = entry.Scores[k].within(row[k])
			}
		}
		out.Entries[i] = Entry{ID: entry.ID, Scores: row}
	}
	return out
}

// Millionths is a total, a contribution or a gap in millionths of a point, rounded
// down: how long to draw it, never which of two is greater.
func (r Ranking) Millionths(total int) int { return floorDiv(total*defaultUnit, r.unit()) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
