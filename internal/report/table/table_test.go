package table

import (
	"reflect"
	"slices"
	"testing"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// custody is a small guide: three entries, two criteria, regions, an attribute.
func custody() *guide.Guide {
	apac := &guide.Region{ID: "apac"}
	singapore := &guide.Region{ID: "sg", Within: apac}
	everywhere := &guide.Region{ID: guide.Everywhere}
	eu := &guide.Region{ID: "eu"}
	g := &guide.Guide{
		Slug:       "custody",
		Stress:     1500,
		Criteria:   []guide.Criterion{{ID: "scale", Weight: 6000}, {ID: "costs", Weight: 4000}},
		Attributes: []guide.Attribute{{ID: "staking", Type: guide.YesNo}},
	}
	g.Lenses = []guide.Lens{{ID: "thrift", Weights: []guide.Weight{1000, 9000}}}
	staking := guide.Requirement{Attribute: &g.Attributes[0], YesNo: true}
	g.UseCases = []guide.UseCase{
		{ID: "apac", Regions: []*guide.Region{apac}},
		{ID: "staker", Requires: []guide.Requirement{staking}, Weights: []guide.Weight{5000, 5000}},
		{ID: "both", Regions: []*guide.Region{eu}, Requires: []guide.Requirement{staking}},
	}
	entry := func(slug string, regions []*guide.Region, attributes map[string]guide.Value, scores ...guide.Assessment) {
		g.Entries = append(g.Entries, &guide.Entry{Guide: g, Provider: &guide.Provider{Slug: slug},
			Regions: regions, Attributes: attributes, Scores: scores})
	}
	exact := func(s guide.Score) guide.Assessment { return guide.Assessment{State: guide.Exact, Low: s, High: s} }
	entry("acme", []*guide.Region{singapore}, map[string]guide.Value{"staking": {YesNo: true}}, exact(800), exact(300))
	entry("bolt", []*guide.Region{everywhere}, nil, exact(600), guide.Assessment{State: guide.Ranged, Low: 400, High: 700})
	entry("core", []*guide.Region{eu}, map[string]guide.Value{"staking": {YesNo: false}}, exact(700), guide.Assessment{})
	return g
}

func scores(low1, high1, low2, high2 int) []rank.Interval {
	return []rank.Interval{{Low: low1, High: high1}, {Low: low2, High: high2}}
}

func ids(t rank.Table) []string {
	out := []string{}
	for _, e := range t.Entries {
		out = append(out, e.ID)
	}
	return out
}

func weights(t rank.Table) []int {
	var out []int
	for _, c := range t.Criteria {
		out = append(out, c.Weight)
	}
	return out
}

func TestPublished(t *testing.T) {
	g := custody()
	want := rank.Table{
		Criteria: []rank.Criterion{{ID: "scale", Weight: 6000}, {ID: "costs", Weight: 4000}},
		Entries: []rank.Entry{
			{ID: "acme", Scores: scores(800, 800, 300, 300)},
			{ID: "bolt", Scores: scores(600, 600, 400, 700)},
			{ID: "core", Scores: scores(700, 700, 0, 1000)}, // nothing was said, so it is any score
		},
		Stress:  1500,
		Unknown: rank.Midpoint,
	}
	if got := Published(g); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	g.Unknown = guide.Low
	if got := Published(g).Unknown; got != rank.Low {
		t.Errorf("a guide that counts ranges as low has unknown %v", got)
	}
}

func TestPublishedOfAnEmptyGuide(t *testing.T) {
	if r := rank.Rank(Published(&guide.Guide{})); len(r.Places) != 0 {
		t.Errorf("an empty guide ranks %v", r.Places)
	}
}

func TestLens(t *testing.T) {
	g := custody()
	got := Lens(g, &g.Lenses[0])
	if !slices.Equal(weights(got), []int{1000, 9000}) {
		t.Errorf("weights %v", weights(got))
	}
	got.Criteria = Published(g).Criteria
	if !reflect.DeepEqual(got, Published(g)) {
		t.Errorf("more than the weights differs: %+v", got)
	}
}

func TestUseCase(t *testing.T) {
	g := custody()
	for i, want := range []struct {
		ids     []string
		weights []int
	}{
		{[]string{"bolt"}, []int{6000, 4000}}, // bolt serves everywhere, acme in a part only
		{[]string{"acme"}, []int{5000, 5000}}, // bolt does not say, core does not
		{[]string{}, []int{6000, 4000}},       // nobody qualifies
	} {
		got := UseCase(g, &g.UseCases[i])
		if !slices.Equal(ids(got), want.ids) || !slices.Equal(weights(got), want.weights) {
			t.Errorf("%s: %v with %v, want %v with %v", g.UseCases[i].ID, ids(got), weights(got), want.ids, want.weights)
		}
	}
}

// The entries of a region are told apart by how they come to serve it.
func TestReaching(t *testing.T) {
	g := custody()
	singapore := g.Entries[0].Regions[0]
	for way, want := range map[guide.Reach]string{guide.Named: "acme", guide.Worldwide: "bolt", guide.NotListed: "core"} {
		got := Reaching(g, singapore, way)
		if len(got) != 1 || got[0].Provider.Slug != want {
			t.Errorf("way %d: %v, want %s", way, got, want)
		}
	}
}

func TestRegion(t *testing.T) {
	g := custody()
	singapore := g.Entries[0].Regions[0]
	for _, test := range []struct {
		region *guide.Region
		want   []string
	}{
		{singapore, []string{"acme", "bolt"}},
		{singapore.Within, []string{"bolt"}},
		{g.Entries[2].Regions[0], []string{"bolt", "core"}},
		{&guide.Region{ID: "us"}, []string{"bolt"}},
	} {
		if got := ids(Region(g, test.region)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.region.ID, got, test.want)
		}
	}
}

func TestWeights(t *testing.T) {
	g := custody()
	got, ok := Weights(g, []guide.Weight{-1, 2500})
	if !ok || !slices.Equal(weights(got), []int{7500, 2500}) || len(got.Entries) != 3 {
		t.Errorf("got %+v, %v", got, ok)
	}
	for _, own := range [][]guide.Weight{{-1, 10_001}, {5000, 4000}, {5000}} {
		if got, ok := Weights(g, own); ok || !reflect.DeepEqual(got, rank.Table{}) {
			t.Errorf("own weights %v make %+v", own, got)
		}
	}
}

// A lens within a region is made of the same parts.
func TestTableCombines(t *testing.T) {
	g := custody()
	got := Table(g, g.Lenses[0].Weights, Serving(g, g.Entries[0].Regions[0]))
	if !slices.Equal(ids(got), []string{"acme", "bolt"}) || !slices.Equal(weights(got), []int{1000, 9000}) {
		t.Errorf("got %+v", got)
	}
}

// The order that readers see comes out of the arithmetic, not of the files.
func TestRankOfATable(t *testing.T) {
	g := custody()
	g.Entries[1].Scores[0].Low, g.Entries[1].Scores[0].High = 900, 900
	r := rank.Rank(Published(g))
	if got := []string{r.Places[0].ID, r.Places[1].ID, r.Places[2].ID}; !slices.Equal(got, []string{"bolt", "core", "acme"}) {
		t.Errorf("order %v", got)
	}
}

func BenchmarkPublished(b *testing.B) {
	g := custody()
	for b.Loop() {
		Published(g)
	}
}

// TestExactWeights: parts are what ranks, in the guide's own table, under a lens
// and for a use case; so do the reach of a curve, the grain and what must be known.
func TestExactWeights(t *testing.T) {
	g := &guide.Guide{Stress: 1000, Grain: 25, MinKnown: 3000,
		Criteria: []guide.Criterion{{ID: "a", Weight: 3333, Parts: 1},
			{ID: "b", Weight: 6667, Parts: 2, Curve: guide.Curve{{Figure: 1, Score: 200}, {Figure: 2, Score: 600}, {Figure: 3, Score: 100}}}},
		Lenses:   []guide.Lens{{ID: "l", Weights: []guide.Weight{7500, 2500}, Parts: []int{3, 1}}, {ID: "m", Weights: []guide.Weight{4000, 6000}}},
		UseCases: []guide.UseCase{{ID: "u", Weights: []guide.Weight{1667, 8333}, Parts: []int{1, 5}}, {ID: "v"}},
	}
	g.Entries = []*guide.Entry{{Guide: g, Provider: &guide.Provider{Slug: "x"}, Scores: []guide.Assessment{{Low: 3}, {High: 1000}}}}
	for name, test := range map[string]struct {
		table rank.Table
		want  []int
	}{
		"guide":             {Published(g), []int{1, 2}},
		"lens":              {Lens(g, &g.Lenses[0]), []int{3, 1}},
		"lens in percent":   {Lens(g, &g.Lenses[1]), []int{4000, 6000}},
		"use case":          {UseCase(g, &g.UseCases[0]), []int{1, 5}},
		"use case of guide": {UseCase(g, &g.UseCases[1]), []int{1, 2}},
	} {
		for k, c := range test.table.Criteria {
			if c.Weight != test.want[k] {
				t.Errorf("%s: criterion %d weighs %d, want %d", name, k, c.Weight, test.want[k])
			}
		}
		if test.table.Grain != 25 || test.table.MinKnown != 3000 {
			t.Errorf("%s: grain %d, least known %d", name, test.table.Grain, test.table.MinKnown)
		}
	}
	p := Published(g)
	if reach := (rank.Interval{Low: 100, High: 600}); p.Criteria[1].Reach != reach || p.Entries[0].Scores[1] != reach {
		t.Errorf("the curve reaches %v, not known is %v", p.Criteria[1].Reach, p.Entries[0].Scores[1])
	}
	if own, ok := Weights(g, []guide.Weight{-1, -1}); !ok || own.Criteria[0].Weight != 1 {
		t.Errorf("without own weights: %+v", own.Criteria)
	}
	if own, ok := Weights(g, []guide.Weight{5000, -1}); !ok || own.Whole() != 10_000 {
		t.Errorf("with own weights: %+v", own.Criteria)
	}
	if again := Edition(Freeze(g, rank.Rank(Published(g)), guide.Date{Year: 2025, Month: 9}, func(i guide.Inline) string { return i.Source })); again.Whole() != 3 || again.Grain != 25 || again.MinKnown != 3000 {
		t.Errorf("frozen: %+v", again)
	}
}
