package rank

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"shortlist/internal/testrun"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/orders.json again")

// vector is a table under some weights with what comes out: what this package
// and static/order.js must agree on, written down.
type vector struct {
	Name     string        `json:"name"`
	Weights  []int         `json:"weights"`
	Criteria []string      `json:"criteria"`
	Entries  []vectorEntry `json:"entries"`
	MinKnown int           `json:"min_known"`
	Decimals int           `json:"decimals"`
	Places   []vectorPlace `json:"places"`
	Leads    []vectorLead  `json:"leads"` // of the first place over the last
}

// vectorEntry has the scores as they are published.
type vectorEntry struct {
	ID     string    `json:"id"`
	Scores []float64 `json:"scores"` // in hundredths: whole ones or a half more
	Known  []bool    `json:"known"`
}

type vectorPlace struct {
	ID      string `json:"id"`
	Rank    int    `json:"rank"`
	Total   int    `json:"total"`
	Printed string `json:"printed"`

	Provisional bool `json:"provisional"`
}

// vectorLead is what a criterion adds to a lead, and what that prints as, so
// that gaps are tried too.
type vectorLead struct {
	Criterion int    `json:"criterion"`
	Gap       int    `json:"gap"`
	Printed   string `json:"printed"` // of its size
}

func newVector(name string, t Table) vector {
	r := Rank(t)
	v := vector{Name: name, MinKnown: r.Table.MinKnown, Decimals: r.Decimals, Criteria: []string{}, Weights: []int{}, Entries: []vectorEntry{}, Places: []vectorPlace{}, Leads: []vectorLead{}}
	for _, c := range t.Criteria {
		v.Criteria, v.Weights = append(v.Criteria, c.ID), append(v.Weights, c.Weight)
	}
	for _, e := range t.Entries {
		scores, known := make([]float64, len(e.Scores)), make([]bool, len(e.Scores))
		for k, s := range e.Scores {
			scores[k], known[k] = float64(s.Counts(t.Unknown))/2, s.Known()
		}
		v.Entries = append(v.Entries, vectorEntry{e.ID, scores, known})
	}
	for _, p := range r.Places {
		v.Places = append(v.Places, vectorPlace{p.ID, p.Rank, p.Total, r.Print(p.Total), p.Provisional})
	}
	if n := len(r.Places); n > 0 {
		for _, lead := range r.Over(0, n-1) {
			size := max(lead.Gap, -lead.Gap)
			printed := r.Print(size)
			if rounded(size, r.Decimals, r.Unit) == 0 {
				printed = r.Exact(size)
			}
			v.Leads = append(v.Leads, vectorLead{lead.Criterion, lead.Gap, printed})
		}
	}
	return v
}

// newHalves is a table whose totals differ by half a millionth of a point.
func newHalves() Table {
	return Table{Criteria: []Criterion{{ID: "a", Weight: 9999}, {ID: "b", Weight: 1}}, Entries: []Entry{
		{"x", []Interval{at(500), {500, 501}}}, {"y", []Interval{at(500), at(500)}}, {"z", []Interval{at(500), at(501)}}}}
}

// leastKnown is a table of which half, less than half and all of the weight is
// known, and of which so much must be.
func leastKnown(weights []int, basisPoints int) Table {
	t := Table{MinKnown: basisPoints, Entries: []Entry{
		{"x", []Interval{at(700), at(650), {300, 900}}}, {"y", []Interval{{500, 800}, at(640), {200, 980}}}, {"z", []Interval{at(610), at(620), at(590)}}}}
	for k, w := range weights {
		t.Criteria = append(t.Criteria, Criterion{ID: fmt.Sprintf("c%d", k), Weight: w})
	}
	return t
}

// madeVectors are tables with ties of two, three and all; totals that only the
// sixth decimal tells apart, or that one decimal more prints equal again; ranges
// under either reading; and some that a generator of its own draws, the same
// ones forever.
func madeVectors() []vector {
	table := func(weights []int, rows ...[]int) Table {
		var t Table
		for k, w := range weights {
			t.Criteria = append(t.Criteria, Criterion{ID: fmt.Sprintf("k%d", (k*5+3)%7), Weight: w})
		}
		for i, row := range rows {
			e := Entry{ID: fmt.Sprintf("e%d", (i*7+4)%11)}
			for _, s := range row {
				e.Scores = append(e.Scores, Interval{s, s})
			}
			t.Entries = append(t.Entries, e)
		}
		return t
	}
	ranges := func(u Unknown) Table {
		t := table([]int{6000, 4000}, []int{0, 0}, []int{500, 500}, []int{333, 0})
		t.Unknown = u
		t.Entries[0].Scores = []Interval{{0, 1000}, {401, 402}}
		t.Entries[2].Scores = []Interval{{333, 336}, {0, 1}}
		return t
	}
	out := []vector{
		newVector("nothing", Table{}),
		newVector("one entry", table([]int{10_000}, []int{725})),
		newVector("no weight on most", table([]int{0, 10_000, 0}, []int{1000, 1, 1000}, []int{0, 2, 0})),
		newVector("two tie for first", table([]int{5000, 5000}, []int{800, 600}, []int{600, 800}, []int{700, 690})),
		newVector("three tie for second", table([]int{3000, 3000, 4000}, []int{900, 900, 900}, []int{500, 600, 700}, []int{600, 500, 700}, []int{500, 600, 700}, []int{0, 0, 0})),
		newVector("all tie", table([]int{2500, 7500}, []int{400, 400}, []int{400, 400}, []int{400, 400})),
		newVector("all nothing", table([]int{2500, 7500}, []int{0, 0}, []int{0, 0})),
		newVector("all ten", table([]int{2500, 7500}, []int{1000, 1000}, []int{1000, 999})),
		newVector("the last decimal", table([]int{9999, 1}, []int{500, 500}, []int{500, 501}, []int{500, 502})),
		newVector("one decimal separates, two do not", table([]int{10_000}, []int{0}, []int{4}, []int{5})),
		newVector("halves are rounded up", table([]int{5000, 5000}, []int{775, 800}, []int{310, 309}, []int{155, 154})),
		newVector("a range as its midpoint", ranges(Midpoint)),
		newVector("three equal thirds tie", table([]int{1, 1, 1}, []int{600, 600, 900}, []int{900, 600, 600}, []int{600, 900, 600})),
		newVector("parts of seven", table([]int{2, 4, 1}, []int{600, 655, 900}, []int{601, 655, 897}, []int{601, 655, 898})),
		newVector("parts of 9999", table([]int{3333, 6666}, []int{500, 500}, []int{502, 499}, []int{501, 500})),
		newVector("seven decimals", newHalves()),
		newVector("little is known of two of three", leastKnown([]int{2, 3, 5}, 5001)),
		newVector("what is known is just enough", leastKnown([]int{2000, 3000, 5000}, 5000)),
		newVector("a range as its low end", ranges(Low)),
	}
	state := uint64(20250912)
	next := func(n int) int { // Knuth's MMIX generator: its upper bits
		state = state*6364136223846793005 + 1442695040888963407
		return int(state>>33) % n
	}
	for i := range 30 {
		weights, whole := make([]int, 2+next(5)), FullWeight
		for k := range weights[1:] {
			step := []int{1, 50, 500}[next(3)]
			weights[k] = next(whole/step+1) * step
			whole -= weights[k]
		}
		weights[len(weights)-1] = whole
		rows := make([][]int, 2+next(7))
		for j := range rows {
			rows[j] = make([]int, len(weights))
			for k := range rows[j] {
				step := []int{1, 50, 250}[i%3]
				rows[j][k] = next(MaxScore/step+1) * step
			}
		}
		out = append(out, newVector(fmt.Sprintf("drawn %d", i+1), table(weights, rows...)))
	}
	return out
}

const ordersFile = "testdata/orders.json"

func TestOrderVectors(t *testing.T) {
	b := bytes.NewBufferString("[\n")
	for i, v := range madeVectors() {
		line, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			b.WriteString(",\n")
		}
		b.Write(line)
	}
	b.WriteString("\n]\n")
	if *update {
		if err := os.WriteFile(ordersFile, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(ordersFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s is not what comes out; look at the difference, then run with -update", ordersFile)
	}
}

// TestScriptVectors asks static/order.js itself: the reader who moves the
// weights gets the order that Go would print. Node is among what `make test`
// installs.
func TestScriptVectors(t *testing.T) {
	testrun.Needs(t, "node")
	source, err := os.Open("../../static/order.js") // here, so that go test knows what the result depends on
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	command := exec.Command("node", "testdata/script.mjs")
	command.Stdin, command.Stderr = source, os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Weights [][]int  `json:"weights"` // null where there are none
		Orders  []vector `json:"orders"`
	}
	if err := json.Unmarshal(out, &answer); err != nil {
		t.Fatal(err)
	}
	var shared []struct {
		Name string
		Want []int
	}
	readJSON(t, "testdata/own_weights.json", &shared)
	if len(answer.Weights) != len(shared) {
		t.Fatalf("%d answers for %d vectors", len(answer.Weights), len(shared))
	}
	for i, v := range shared {
		if got := answer.Weights[i]; (got == nil) != (v.Want == nil) || !slices.Equal(got, v.Want) {
			t.Errorf("%s: the script gives %v, want %v", v.Name, got, v.Want)
		}
	}
	var orders []vector
	readJSON(t, ordersFile, &orders)
	if len(orders) < 40 || len(answer.Orders) != len(orders) {
		t.Fatalf("%d answers for %d vectors", len(answer.Orders), len(orders))
	}
	for i, v := range orders {
		got := answer.Orders[i]
		if got.Decimals != v.Decimals || !slices.Equal(got.Places, v.Places) || !slices.Equal(got.Leads, v.Leads) {
			t.Errorf("%s: the script gives %d decimals, %v, %v; want %d, %v, %v", v.Name, got.Decimals, got.Places, got.Leads, v.Decimals, v.Places, v.Leads)
		}
	}
}

func readJSON(t *testing.T, file string, v any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
}
