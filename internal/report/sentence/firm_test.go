package sentence

import (
	"testing"

	"shortlist/internal/rank"
)

// stressed sets a table's stress.
func stressed(t rank.Table, basisPoints int) rank.Table {
	t.Stress = basisPoints
	return t
}

func TestPercent(t *testing.T) {
	for n, want := range map[int]string{1000: "10\u00a0%", 1250: "12.5\u00a0%", 1205: "12.05\u00a0%", 5: "0.05\u00a0%", 0: "0\u00a0%"} {
		if got := Percent(n); got != want {
			t.Errorf("Percent(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestRangeSaysWhatItAllowsFor(t *testing.T) {
	_, ahead := field([2]rank.Interval{point(900), point(900)}, [2]rank.Interval{point(100), point(100)})
	_, level := field([2]rank.Interval{point(600), point(500)}, [2]rank.Interval{point(500), point(590)})
	_, open := field([2]rank.Interval{point(900), {Low: 0, High: 1000}}, [2]rank.Interval{point(500), point(500)})
	for _, tt := range []struct {
		name  string
		table rank.Table
		want  string
	}{
		{"dominates", stressed(ahead, 1000), "1st; stays 1st if up to 10\u00a0% of the weight moves."},
		{"close", stressed(level, 1000), "1st; stays between 1st and 2nd if up to 10\u00a0% of the weight moves."},
		{"missing", stressed(open, 1000), "1st; stays between 1st and 2nd if up to 10\u00a0% of the weight moves, whatever the missing scores turn out to be."},
		{"missing, no stress", open, "1st; stays between 1st and 2nd, whatever the missing scores turn out to be."},
		{"nothing moves", level, "1st; stays 1st at these weights."},
	} {
		r := rank.Rank(tt.table)
		if got := Range(r, 0, r.Ranges()[0]).String(); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestSettled(t *testing.T) {
	wide := rank.Range{Best: 1, Worst: 9}
	for _, tt := range []struct {
		settled rank.Range
		want    string
	}{
		{wide, ""},
		{rank.Range{Best: 1, Worst: 1}, "As scored, it stays 1st; the missing scores make the rest of the range."},
		{rank.Range{Best: 2, Worst: 3}, "As scored, it stays between 2nd and 3rd; the missing scores make the rest of the range."},
	} {
		if got := Settled(wide, tt.settled).String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestFirmness(t *testing.T) {
	row := func(a, b int) [2]rank.Interval { return [2]rank.Interval{point(a), point(b)} }
	for _, tt := range []struct {
		name   string
		scores [][2]rank.Interval
		want   string
	}{
		{"nobody", nil, ""},
		{"one", [][2]rank.Interval{row(900, 900)}, ""},
		{"a clear first", [][2]rank.Interval{row(900, 900), row(500, 490), row(490, 500)},
			"First place is settled: Provider a stays first if up to 10\u00a0% of the weight moves. Apart from it, nobody is surely ahead of any of the others."},
		{"a clear order", [][2]rank.Interval{row(900, 900), row(500, 500), row(100, 100)},
			"First place is settled: Provider a stays first if up to 10\u00a0% of the weight moves."},
		{"nobody is separate", [][2]rank.Interval{row(900, 880), row(880, 900)},
			"Neither is surely ahead of the other if up to 10\u00a0% of the weight moves."},
		{"the first two", [][2]rank.Interval{row(900, 880), row(880, 900), row(100, 100)},
			"Nobody is surely ahead of any of the first two if up to 10\u00a0% of the weight moves."},
		{"only missing scores leave it open", [][2]rank.Interval{{point(900), {Low: 0, High: 1000}}, row(500, 400), row(300, 300)},
			"As scored, Provider a stays first if up to 10\u00a0% of the weight moves. With the missing scores open, nobody is surely ahead of any of the first two."},
		{"not neighbours", [][2]rank.Interval{row(900, 900), row(700, 700), {point(500), {Low: 0, High: 1000}}},
			"First place is settled: Provider a stays first if up to 10\u00a0% of the weight moves, whatever the missing scores turn out to be. Apart from it, nobody is surely ahead of any of the others."},
	} {
		g, table := field(tt.scores...)
		r := rank.Rank(stressed(table, 1000))
		if got := Firmness(r.Analyse(), NamesOf(g)).String(); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestShare(t *testing.T) {
	for n, want := range map[int]string{
		0: "First in fewer than one of 100 draws.", 62: "First in about 62 of 100 draws.", 100: "First in 99 or more of 100 draws.",
	} {
		if got := Share(rank.Analysis{Draws: rank.Draws{Made: true}, Shares: []int{n}}, 0).String(); got != want {
			t.Errorf("Share(%d) = %q", n, got)
		}
	}
}
