package rank

import (
	"fmt"
	"strings"
)

const (
	// FullWeight is the sum of a table's weights: 100 % in basis points.
	FullWeight = 10_000
	// MaxScore is a ten in hundredths.
	MaxScore = 1000

	unit        = FullWeight * MaxScore / 10 // of a total: one point
	maxDecimals = 6                          // unit is 10^6, so six decimals are exact
)

// decimals is the fewest decimals, of at least so many, at which unequal totals
// print unequal.
// Rounding keeps the order, so that it is enough to look at neighbours; but
// one decimal more may print two totals equal again (1.5525 and 1.545 are 1.6
// and 1.5, then 1.55 both), so that each number is tried on all of them.
func decimals(places []Place, least int) int {
	for d := max(least, 1); d < maxDecimals; d++ {
		if separates(places, d) {
			return d
		}
	}
	return maxDecimals
}

func separates(places []Place, d int) bool {
	for i := 1; i < len(places); i++ {
		above, below := places[i-1].Total, places[i].Total
		if above != below && rounded(above, d) == rounded(below, d) {
			return false
		}
	}
	return true
}

// rounded is a total that is not negative in units of 10^-d points, half up.
func rounded(total, d int) int {
	step := 1
	for ; d < maxDecimals; d++ {
		step *= 10
	}
	return (total + step/2) / step
}

// WithDecimals returns the ranking with totals printed with at least so many
// decimals, so that a ranking of part of a field, or under other weights, prints
// as the published one does. Unequal totals still print unequal.
func (r Ranking) WithDecimals(least int) Ranking {
	r.Decimals = decimals(r.Places, least)
	return r
}

// Print prints a total, or a gap between two, out of 10 with the ranking's
// decimals, rounded half away from zero: "8.35". Two totals of the ranking
// that differ print differently; a gap may print as nought ([Exact] does not).
func (r Ranking) Print(total int) string {
	d := min(max(r.Decimals, 1), maxDecimals)
	sign, n := "", rounded(max(total, -total), d)
	if total < 0 && n > 0 {
		sign = "-"
	}
	power := rounded(unit, d)
	return fmt.Sprintf("%s%d.%0*d", sign, n/power, d, n%power)
}

// Exact prints a total, a contribution or a gap out of 10 with as many
// decimals as it needs, at least one: "8.345".
func Exact(total int) string {
	s := Ranking{Decimals: maxDecimals}.Print(total)
	whole, fraction, _ := strings.Cut(s, ".")
	fraction = strings.TrimRight(fraction, "0")
	if fraction == "" {
		fraction = "0"
	}
	return whole + "." + fraction
}

// mended is a copy of the table that keeps the rules every formula counts on:
// as many scores in a row as there are criteria, one that is missing unknown;
// scores from 0 to 1000, low before high; weights and stress from 0 to 10 000.
// What the weights sum to is left as it is. A table from a valid guide comes out
// as it went in.
func (t Table) mended() Table {
	n := len(t.Criteria)
	out := Table{
		Criteria: make([]Criterion, n),
		Entries:  make([]Entry, len(t.Entries)),
		Stress:   min(max(t.Stress, 0), FullWeight),
		Unknown:  t.Unknown,
		Grain:    min(max(t.Grain, 0), MaxScore),
	}
	for k, c := range t.Criteria {
		out.Criteria[k] = Criterion{ID: c.ID, Weight: min(max(c.Weight, 0), FullWeight)}
	}
	scores := make([]Interval, n*len(t.Entries))
	for i, entry := range t.Entries {
		row := scores[i*n : (i+1)*n : (i+1)*n]
		for k := range row {
			row[k] = Interval{0, MaxScore}
			if k < len(entry.Scores) {
				row[k] = entry.Scores[k].mended()
			}
		}
		out.Entries[i] = Entry{ID: entry.ID, Scores: row}
	}
	return out
}
