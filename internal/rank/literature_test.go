package rank

import (
	"slices"
	"testing"
)

// Two rankings that others published, with their full tables of scores. The
// figures were read from stored copies, not recalled.
//
// The first is the Academic Ranking of World Universities 2005 of Shanghai Jiao
// Tong University, places 1 to 20: six indicators out of 100 with the weights
// that its methodology states (alumni 10 %, award, highly cited researchers,
// papers in Nature and Science, papers indexed 20 % each, per capita 10 %). It
// scales totals so that the first has 100. The figures are those of the file
// shanghaiData.csv as github.com/FleetFei/Information-visulization holds it
// (commit 09e998673348); the weights are as knoema.es states them
// for it.
func TestAcademicRankingOfWorldUniversities2005(t *testing.T) {
	published := []struct {
		id         string
		total      int   // tenths of a point out of 100
		indicators []int // in tenths: alumni, award, hici, n&s, pub, pcp
	}{
		{"harvard", 1000, []int{1000, 1000, 1000, 1000, 1000, 724}},
		{"cambridge", 736, []int{998, 934, 533, 566, 709, 669}},
		{"stanford", 734, []int{411, 722, 885, 709, 723, 650}},
		{"berkeley", 728, []int{718, 760, 694, 739, 722, 527}},
		{"mit", 701, []int{740, 806, 667, 658, 643, 530}},
		{"caltech", 671, []int{592, 686, 598, 658, 525, 1000}},
		{"columbia", 623, []int{794, 606, 561, 542, 695, 454}},
		{"princeton", 609, []int{634, 768, 609, 487, 485, 591}},
		{"chicago", 601, []int{756, 819, 503, 447, 564, 422}},
		{"oxford", 597, []int{643, 591, 484, 556, 684, 532}},
		{"yale", 569, []int{521, 445, 603, 572, 639, 493}},
		{"cornell", 546, []int{465, 524, 550, 488, 663, 398}},
		{"san-diego", 510, []int{177, 347, 598, 565, 645, 466}},
		{"los-angeles", 506, []int{273, 328, 567, 501, 756, 343}},
		{"pennsylvania", 502, []int{355, 351, 567, 429, 718, 391}},
		{"wisconsin", 492, []int{430, 363, 521, 463, 687, 290}},
		{"washington", 484, []int{288, 324, 539, 471, 738, 272}},
		{"san-francisco", 478, []int{0, 376, 556, 579, 588, 452}},
		{"johns-hopkins", 469, []int{514, 283, 416, 522, 677, 249}},
		{"tokyo", 467, []int{360, 144, 385, 521, 865, 347}},
	}
	in := Table{Criteria: []Criterion{{ID: "alumni", Weight: 1000}, {ID: "award", Weight: 2000}, {ID: "hici", Weight: 2000}, {ID: "n-and-s", Weight: 2000}, {ID: "pub", Weight: 2000}, {ID: "pcp", Weight: 1000}}}
	for _, p := range published {
		in.Entries = append(in.Entries, Entry{p.id, points(p.indicators...)})
	}
	slices.Reverse(in.Entries) // so that the order does not come from the input
	r := Rank(in)
	first := r.Places[0].Total
	for i, p := range published {
		got := r.Places[i]
		if got.ID != p.id || got.Rank != i+1 {
			t.Errorf("place %d: %s is ranked %d, published is %s", i+1, got.ID, got.Rank, p.id)
			continue
		}
		// The published totals come from figures that had not been rounded.
		if scaled := (got.Total*1000 + first/2) / first; scaled < p.total-1 || scaled > p.total+1 {
			t.Errorf("%s has %d tenths, published %d", p.id, scaled, p.total)
		}
	}
}

// The second is the worked example of the weighted sum model in the
// encyclopaedia article of that name, read at chaos.owiki.org and
// cryer.org.uk: three alternatives, four criteria of 20, 15, 40 and 25 %,
// totals 21.50, 22.00 and 22.00, so that A2 and A3 tie. A figure of 10 there
// is a score of 1 here.
func TestWeightedSumModelExample(t *testing.T) {
	in := Table{
		Criteria: []Criterion{{ID: "c1", Weight: 2000}, {ID: "c2", Weight: 1500}, {ID: "c3", Weight: 4000}, {ID: "c4", Weight: 2500}},
		Entries: []Entry{
			{"a1", points(250, 200, 150, 300)},
			{"a2", points(100, 300, 200, 300)},
			{"a3", points(300, 100, 300, 100)},
		},
	}
	want := []Standing{{"a2", 1, 2_200_000}, {"a3", 1, 2_200_000}, {"a1", 3, 2_150_000}}
	if got := Rank(in).Standings(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
