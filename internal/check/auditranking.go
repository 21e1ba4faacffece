package check

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ranking is ranking.json, as far as other surfaces repeat it or can be
// computed from it.
type ranking struct {
	Criteria []struct {
		ID, Name string
		Weight   string `json:"weight_percent"`
		Points   int    `json:"weight_basis_points"`
	}
	Method struct {
		Point int // one point in totals
	}
	Lenses   []weighing
	UseCases []weighing `json:"use_cases"`
	Entries  []struct {
		Provider string
		Scores   []struct {
			Criterion, State string
			Published        float64 // hundredths, or half of one more
			Printed          struct{ Low, High string }
		}
	}
	Places []struct {
		Provider, Name, Score, Award     string
		Rank, Total, Share, Completeness int
		Range                            struct{ Best, Worst int }
		Contributions                    map[string]int
	}
}

// weighing is a lens or a use case.
type weighing struct {
	ID, Name string
	Points   map[string]int `json:"weights_basis_points"`
}

// rankingJSON reads what ranking.json states, and its totals as they would be
// printed.
func rankingJSON(s surface, data []byte, g *ranked) ([]surface, error) {
	var doc ranking
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	g.data = &doc
	s.weights = map[string]string{}
	for _, c := range doc.Criteria {
		s.weights[c.Name] = c.Weight
	}
	scores := doc.scores()
	totals := surface{file: s.file, label: "the total in " + s.label}
	for _, p := range doc.Places {
		marks := scores[p.Provider]
		marks[award] = p.Award
		s.places = append(s.places, place{p.Provider, p.Name, strconv.Itoa(p.Rank), p.Score, marks})
		totals.places = append(totals.places, place{id: p.Provider, score: printed(p.Total, doc.Method.Point, p.Score)})
	}
	return []surface{s, totals}, nil
}

// scores are those of each provider as a table prints them, by the name of the
// criterion. Every provider that has a place is there.
func (r *ranking) scores() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, p := range r.Places {
		out[p.Provider] = map[string]string{}
	}
	for _, e := range r.Entries {
		for _, score := range e.Scores {
			if marks := out[e.Provider]; marks != nil {
				marks[r.criterion(score.Criterion)] = span(score.Printed.Low, score.Printed.High)
			}
		}
	}
	return out
}

func (r *ranking) criterion(id string) string {
	for _, c := range r.Criteria {
		if c.ID == id {
			return c.Name
		}
	}
	return id
}

// span prints a range: "4–7", or "8" for one figure.
func span(low, high string) string {
	if low == high {
		return low
	}
	return low + "–" + high
}

// robustness is what the page of the method adds to names, ranks and scores,
// under the heads of its tables.
func (r *ranking) robustness(file string) surface {
	s := surface{file: file, label: "ranking.json"}
	for _, p := range r.Places {
		marks := map[string]string{
			"Keeps to":      span(strconv.Itoa(p.Range.Best), strconv.Itoa(p.Range.Worst)),
			"First, of 100": strconv.Itoa(p.Share),
			"Known":         decimal(p.Completeness, 2) + " %",
			total:           exactly(p.Total, r.Method.Point, p.Score),
		}
		for id, points := range p.Contributions {
			marks[adds+r.criterion(id)] = exactly(points, r.Method.Point, p.Score)
		}
		s.places = append(s.places, place{id: p.Provider, name: p.Name, marks: marks})
	}
	return s
}

// total and adds name what a table of reasons sums up, and its parts.
const (
	total = "Total"
	adds  = "Adds: "
)

// decimal prints n of so many decimals without zeros at its end.
func decimal(n, decimals int) string {
	digits := fmt.Sprintf("%0*d", decimals+1, max(n, 0))
	point := len(digits) - decimals
	return short(digits[:point] + "." + digits[point:])
}

// exactly is a total with as many decimals as it needs, or where seven are not
// enough with at least two and as many as the score that is printed.
func exactly(total, point int, score string) string {
	for n, power := 0, 1; n <= 7 && point > 0; n, power = n+1, power*10 {
		if total*power%point == 0 {
			return decimal(total*power/point, n)
		}
	}
	_, decimals, _ := strings.Cut(score, ".")
	return short(printed(total, point, "0."+strings.Repeat("0", max(len(decimals), 2))))
}

// short is a number without zeros at its end.
func short(number string) string {
	if strings.Contains(number, ".") {
		return strings.TrimSuffix(strings.TrimRight(number, "0"), ".")
	}
	return number
}

// published are the weights of the guide.
func (r *ranking) published() map[string]int {
	out := map[string]int{}
	for _, c := range r.Criteria {
		out[c.ID] = c.Points
	}
	return out
}

// under ranks those of the listed that have a place by other weights. Each
// total is printed with the decimals of the score that is listed.
func (r *ranking) under(points map[string]int, listed []place) []place {
	type sum struct {
		place
		total int
	}
	var sums []sum
	point := 0
	for _, n := range points {
		point += 200 * n
	}
	for _, p := range listed {
		for _, e := range r.Entries {
			if e.Provider != p.id {
				continue
			}
			n := 0
			for _, score := range e.Scores {
				n += points[score.Criterion] * int(2*score.Published)
			}
			sums = append(sums, sum{place{id: p.id, name: p.name, score: printed(n, point, p.score)}, n})
		}
	}
	slices.SortFunc(sums, func(a, b sum) int { return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(a.id, b.id)) })
	out := make([]place, len(sums))
	rank := 0
	for i, s := range sums {
		if i == 0 || s.total != sums[i-1].total {
			rank = i + 1
		}
		out[i] = s.place
		out[i].rank = strconv.Itoa(rank)
	}
	return out
}
