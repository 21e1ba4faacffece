package dataset

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// This file is another program: it knows the two files and what the schema says
// of them, and computes the order again with arithmetic of its own. It takes
// nothing from package rank, nor from the types of this package.

// other is what the other program works with.
type other struct {
	stress   int
	grain    int // in half-hundredths
	minKnown int
	weights  []int
	reach    [][2]int // what a score can be, by criterion; nil where the file does not say it of them
	rows     []row
}

type row struct {
	provider             string
	low, high, published []int     // in half-hundredths, as are the totals of the statement
	stated               statement // what the file says came out
}

type statement struct {
	rank, total, totalLow, totalHigh       int
	best, worst, bestUnknown, worstUnknown int
	bestSettled, worstSettled              int
	bestNever, worstNever                  int
	completeness                           int
	provisional                            bool
	numeral                                string
}

func sum(weights, scores []int) (total int) {
	for k, w := range weights {
		total += w * scores[k]
	}
	return total
}

// leastGap is the least lead of one row's scores over another's within the
// stress, by the dual of that linear program: the gap at the weights, less the
// minimum over lambda of e lambda + sum_k w_k max(0, d_k - d_min - lambda). The
// minimum lies at one of the kinks.
func leastGap(weights []int, e int, ours, theirs []int) int {
	d := make([]int, len(weights))
	for k := range d {
		d[k] = ours[k] - theirs[k]
	}
	least := slices.Min(d)
	best, whole := -1, sum(weights, slices.Repeat([]int{1}, len(weights)))
	for _, kink := range d {
		lambda := kink - least
		value := e * whole * lambda // weights and stress in 1/10 000 of a part
		for k, w := range weights {
			value += 10_000 * w * max(0, d[k]-least-lambda)
		}
		if best < 0 || value < best {
			best = value
		}
	}
	return 10_000*sum(weights, d) - best
}

// grained is the ends of a row's scores before rounding: points so much lower and
// higher, within what can be.
func (o other) grained(r row) (low, high []int) {
	for k := range r.low {
		l, h := r.low[k], r.high[k]
		if l == h && o.reach != nil {
			l, h = max(l-o.grain, o.reach[k][0]), min(h+o.grain, o.reach[k][1])
		}
		low, high = append(low, l), append(high, h)
	}
	return low, high
}

// check computes everything again.
func (o other) check(t *testing.T, name string) {
	t.Helper()
	whole := sum(o.weights, slices.Repeat([]int{1}, len(o.weights)))
	for i, r := range o.rows {
		got := statement{
			rank: 1, best: 1, worst: 1, bestUnknown: 1, worstUnknown: 1, bestSettled: 1, worstSettled: 1, bestNever: 1, worstNever: 1,
			total: sum(o.weights, r.published), totalLow: sum(o.weights, r.low), totalHigh: sum(o.weights, r.high),
		}
		for k, w := range o.weights {
			if r.low[k] == r.high[k] {
				got.completeness += w
			}
		}
		got.provisional = got.completeness*10_000 < o.minKnown*whole
		got.completeness = got.completeness * 10_000 / whole
		low, high := o.grained(r)
		for j, s := range o.rows {
			if i == j {
				continue
			}
			theirLow, theirHigh := o.grained(s)
			if leastGap(o.weights, o.stress, theirLow, high) > 0 {
				got.bestNever++
			}
			if leastGap(o.weights, o.stress, low, theirHigh) < 0 {
				got.worstNever++
			}
			if sum(o.weights, s.published) > got.total {
				got.rank++
			}
			if sum(o.weights, s.low) > got.totalHigh {
				got.bestUnknown++
			}
			if sum(o.weights, s.high) > got.totalLow {
				got.worstUnknown++
			}
			if leastGap(o.weights, o.stress, s.low, r.high) > 0 {
				got.best++
			}
			if leastGap(o.weights, o.stress, r.low, s.high) < 0 {
				got.worst++
			}
			if leastGap(o.weights, o.stress, s.published, r.published) > 0 {
				got.bestSettled++
			}
			if leastGap(o.weights, o.stress, r.published, s.published) < 0 {
				got.worstSettled++
			}
		}
		if got.numeral = strconv.Itoa(got.rank); got.provisional {
			got.numeral = "–"
		}
		if o.reach == nil {
			got.bestNever, got.worstNever = r.stated.bestNever, r.stated.worstNever
		}
		if got != r.stated {
			t.Errorf("%s: %s comes to %+v, the file says %+v", name, r.provider, got, r.stated)
		}
		if i > 0 {
			before := o.rows[i-1]
			if before.stated.total < got.total || before.stated.total == got.total && before.provider >= r.provider {
				t.Errorf("%s: %s stands after %s", name, r.provider, before.provider)
			}
		}
	}
}

func TestAnotherProgramRecomputesTheJSON(t *testing.T) {
	ranked := 0
	for _, p := range everything(t) {
		o := readJSON(t, p.name, encode(t, p))
		o.check(t, p.name)
		ranked += len(o.rows)
	}
	if ranked < 500 {
		t.Errorf("only %d places were looked at", ranked)
	}
}

// file is what the other program wants to know of ranking.json.
type file struct {
	Method struct {
		Stress  int    `json:"stress_basis_points"`
		Unknown string `json:"unknown"`
		Point   int
		Sum     int `json:"weight_sum"`
		Grain   int
		Min     int `json:"min_known_basis_points"`
		Draws   struct {
			Made  bool
			Count int
		}
	}
	Criteria []struct {
		ID     string
		Weight int
		Basis  int `json:"weight_basis_points"`
		Points []fixed
	}
	Entries []struct {
		Provider string
		Scores   []scored
	}
	Places []struct {
		Provider      string
		Rank, Total   int
		TotalLow      int `json:"total_low"`
		TotalHigh     int `json:"total_high"`
		Range         struct{ Best, Worst int }
		RangeUnknown  struct{ Best, Worst int }  `json:"range_unknown"`
		RangeSettled  struct{ Best, Worst int }  `json:"range_settled"`
		RangeNever    struct{ Best, Worst int }  `json:"range_never"`
		RangeLikely   *struct{ Best, Worst int } `json:"range_likely"`
		Completeness  int
		Share         *int
		Provisional   bool
		Numeral       string
		Contributions map[string]int
	}
}

type fixed struct {
	Figure float64
	Score  int
}

type scored struct {
	Criterion string
	State     string
	Low, High int
	Published float64
	Figure    *struct{ Low, High float64 }
}

func readJSON(t *testing.T, name string, bytes []byte) other {
	t.Helper()
	var f file
	if err := json.Unmarshal(bytes, &f); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	o := other{stress: f.Method.Stress, grain: 2 * f.Method.Grain, minKnown: f.Method.Min}
	rounded := 0
	for _, c := range f.Criteria {
		rounded += c.Basis
		o.weights = append(o.weights, c.Weight)
		reach := [2]int{0, 2000}
		if len(c.Points) > 0 {
			reach = [2]int{2000, 0}
			for _, p := range c.Points {
				reach = [2]int{min(reach[0], 2*p.Score), max(reach[1], 2*p.Score)}
			}
		}
		o.reach = append(o.reach, reach)
	}
	whole := sum(o.weights, slices.Repeat([]int{1}, len(o.weights)))
	halves := func(total int) int { // totals are a sum of weights times half-hundredths, or half of it
		if total*200*whole%f.Method.Point != 0 {
			t.Errorf("%s: a total of %d is none where a point is %d", name, total, f.Method.Point)
		}
		return total * 200 * whole / f.Method.Point
	}
	scores := map[string][]scored{}
	for _, e := range f.Entries {
		scores[e.Provider] = e.Scores
	}
	shares := 0
	for _, p := range f.Places {
		r := row{provider: p.Provider, stated: statement{p.Rank, halves(p.Total), halves(p.TotalLow), halves(p.TotalHigh),
			p.Range.Best, p.Range.Worst, p.RangeUnknown.Best, p.RangeUnknown.Worst,
			p.RangeSettled.Best, p.RangeSettled.Worst, p.RangeNever.Best, p.RangeNever.Worst, p.Completeness, p.Provisional, p.Numeral}}
		for k, s := range scores[p.Provider] {
			published := s.Low + s.High
			if f.Method.Unknown == "low" {
				published = 2 * s.Low
			}
			c := f.Criteria[k]
			if s.Criterion != c.ID || 2*s.Published != float64(published) || !s.sound(c.Points) || halves(p.Contributions[c.ID]) != c.Weight*published {
				t.Errorf("%s: %s on %s: %+v, which adds %d", name, p.Provider, c.ID, s, p.Contributions[c.ID])
			}
			r.low, r.high, r.published = append(r.low, 2*s.Low), append(r.high, 2*s.High), append(r.published, published)
		}
		if made := f.Method.Draws.Made; made != (p.Share != nil) || made != (p.RangeLikely != nil) {
			t.Errorf("%s: draws are made, %v, and yet %s has %v and %v", name, made, p.Provider, p.Share, p.RangeLikely)
		} else if made {
			shares += *p.Share
			if l, n := p.RangeLikely, p.RangeNever; n.Best > l.Best || l.Best > l.Worst || l.Worst > n.Worst {
				t.Errorf("%s: %s is likely %v and never outside %v", name, p.Provider, *l, n)
			}
		}
		o.rows = append(o.rows, r)
	}
	if rounded != 10_000 || whole != f.Method.Sum {
		t.Errorf("%s: the weights come to %d, and in basis points to %d", name, whole, rounded)
	}
	if f.Method.Draws.Made && (shares != 100 && len(o.rows) > 0 || f.Method.Draws.Count == 0) {
		t.Errorf("%s: the shares come to %d", name, shares)
	}
	return o
}

// sound reports whether the score agrees with its state, and with the figure
// that it was made from.
func (s scored) sound(points []fixed) bool {
	switch s.State {
	case "point":
		if s.Low != s.High {
			return false
		}
	case "unknown":
		least, greatest := 0, 1000
		if len(points) > 0 {
			scores := make([]int, len(points))
			for i, p := range points {
				scores[i] = p.Score
			}
			least, greatest = slices.Min(scores), slices.Max(scores)
		}
		return s.Low == least && s.High == greatest && s.Figure == nil
	}
	if s.Figure == nil {
		return points == nil
	}
	earned := []float64{earns(points, s.Figure.Low), earns(points, s.Figure.High)}
	for _, p := range points {
		if p.Figure > s.Figure.Low && p.Figure < s.Figure.High {
			earned = append(earned, float64(p.Score))
		}
	}
	return float64(s.Low) == slices.Min(earned) && float64(s.High) == slices.Max(earned)
}

// earns is what a figure scores: straight lines between the points, half up.
func earns(points []fixed, figure float64) float64 {
	at := slices.IndexFunc(points, func(p fixed) bool { return p.Figure >= figure })
	switch at {
	case -1:
		return float64(points[len(points)-1].Score)
	case 0:
		return float64(points[0].Score)
	}
	a, b := points[at-1], points[at]
	return math.Floor(float64(a.Score) + float64(b.Score-a.Score)*(figure-a.Figure)/(b.Figure-a.Figure) + 0.5)
}

func TestAnotherProgramRecomputesTheCSV(t *testing.T) {
	for _, p := range everything(t) {
		var file bytes.Buffer
		if err := CSV(&file, p.document("/")); err != nil {
			t.Fatal(err)
		}
		readCSV(t, p.name, &file).check(t, p.name)
	}
}

func readCSV(t *testing.T, name string, file *bytes.Buffer) other {
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	header, weights := records[0], records[1]
	if weights[0] != "weight" {
		t.Fatalf("%s: the second record begins with %q", name, weights[0])
	}
	number := func(record []string, column string) int {
		n, err := strconv.Atoi(record[slices.Index(header, column)])
		if err != nil {
			t.Fatalf("%s: %s: %v", name, column, err)
		}
		return n
	}
	var o other
	var criteria []string
	for _, column := range header {
		if id, ok := strings.CutSuffix(column, ".published"); ok {
			criteria = append(criteria, id)
			o.weights = append(o.weights, number(weights, column))
		}
	}
	if all := sum(o.weights, slices.Repeat([]int{1}, len(o.weights))); number(weights, "total") != all {
		t.Errorf("%s: the weights come to %d, not to %d", name, all, number(weights, "total"))
	}
	fine := 1 // or 2, where something counts as half a hundredth
	for _, record := range records[2:] {
		for _, id := range criteria {
			if strings.HasSuffix(record[slices.Index(header, id+".published")], ".5") {
				fine = 2
			}
		}
	}
	for _, record := range records[2:] {
		text := func(column string) string { return record[slices.Index(header, column)] }
		o.stress, o.minKnown = number(record, "stress_basis_points"), number(record, "min_known_basis_points")
		r := row{provider: text("provider")}
		r.stated.provisional, r.stated.numeral = text("provisional") == "true", text("numeral")
		if (text("share") == "") != (text("best_likely") == "") {
			t.Errorf("%s: %s has the share %q and is likely %q", name, r.provider, text("share"), text("best_likely"))
		}
		for i, column := range []string{"rank", "total", "total_low", "total_high", "best", "worst", "best_unknown", "worst_unknown",
			"best_settled", "worst_settled", "completeness"} {
			*[]*int{&r.stated.rank, &r.stated.total, &r.stated.totalLow, &r.stated.totalHigh, &r.stated.best, &r.stated.worst,
				&r.stated.bestUnknown, &r.stated.worstUnknown, &r.stated.bestSettled, &r.stated.worstSettled, &r.stated.completeness}[i] = number(record, column)
		}
		for _, id := range criteria {
			r.low = append(r.low, 2*number(record, id+".low"))
			r.high = append(r.high, 2*number(record, id+".high"))
			published, err := strconv.ParseFloat(record[slices.Index(header, id+".published")], 64)
			if err != nil {
				t.Fatal(err)
			}
			r.published = append(r.published, int(2*published))
		}
		for _, total := range []*int{&r.stated.total, &r.stated.totalLow, &r.stated.totalHigh} {
			*total *= 2 / fine
		}
		o.rows = append(o.rows, r)
	}
	return o
}
