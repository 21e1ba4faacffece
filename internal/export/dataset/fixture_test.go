package dataset

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	_ "shortlist/internal/lint" // its rules may be accepted in the content
	"shortlist/internal/markdown"
	"shortlist/internal/report"
	"shortlist/internal/report/table"
	"shortlist/internal/testrun"
)

const base = "https://example.com/research/"

// document is the document of a guide in a view.
func document(g *guide.Guide, v table.View, baseURL string) Document {
	r := report.Compile(g, report.Through(g, v), report.Inputs{})
	return New(&r, baseURL)
}

func line(s string) guide.Inline { return guide.Inline{Source: s, Prose: markdown.ParseLine(s).Prose} }

func point(s guide.Score) guide.Assessment {
	return guide.Assessment{State: guide.Exact, Low: s, High: s, Published: true}
}

func between(low, high guide.Score) guide.Assessment {
	return guide.Assessment{State: guide.Ranged, Low: low, High: high, Published: true}
}

// vaults is a small guide that has one of everything: a measured criterion, a
// range, a score that is unknown and one that is not disclosed, every type of
// attribute, and texts that HTML, Markdown and spreadsheets would trip over.
func vaults() *guide.Guide {
	everywhere := &guide.Region{ID: guide.Everywhere, Name: "Global"}
	asia := &guide.Region{ID: "asia", Name: "Asia"}
	japan := &guide.Region{ID: "jp", Name: "Japan", Within: asia}
	g := &guide.Guide{
		Slug: "vaults", Title: "Best Vaults", Year: "2025", Description: line("Three vaults, *ranked* & priced."),
		Dates: guide.Dates{
			Published: guide.Date{Year: 2025, Month: 9}, Updated: guide.Date{Year: 2025, Month: 9, Day: 12},
			Reviewed: guide.Date{Year: 2025, Month: 9}, ReviewEvery: guide.Period{Count: 3, Unit: "months"},
		},
		Stress: 1000,
		Criteria: []guide.Criterion{
			{ID: "strength", Name: "Strength", Weight: 5000, About: line("How long the door holds [@test]."),
				Rubric: []guide.Anchor{{Score: 1000, Text: line("All *night*.")}, {Score: 150, Text: line("Not at all.")}}},
			{ID: "fee", Name: "Fee", Weight: 3750, About: line("What it costs."), Unit: guide.Unit{Name: "bps"},
				Curve: guide.Curve{{Figure: 5_000_000, Score: 1000}, {Figure: 25_500_000, Score: 600}, {Figure: 50_000_000}}},
			{ID: "looks", Name: "Looks", Weight: 1250},
		},
		Attributes: []guide.Attribute{
			{ID: "steel", Name: "Steel", Type: guide.YesNo, About: line("Made of it.")},
			{ID: "doors", Name: "Doors", Type: guide.Number, Unit: guide.Unit{Name: "doors"}},
			{ID: "colour", Name: "Colour", Type: guide.Choice, Choices: []string{"grey", "oak"}},
			{ID: "locks", Name: "Locks", Type: guide.Items},
			{ID: "note", Name: "Note", Type: guide.Text},
		},
		Lenses: []guide.Lens{{ID: "thrift", Name: "Thrift", About: line("For *small* purses."), Weights: []guide.Weight{1000, 8000, 1000}}},
	}
	g.UseCases = []guide.UseCase{
		{ID: "japan", Name: "In Japan", Regions: []*guide.Region{japan}, Weights: []guide.Weight{2000, 3000, 5000}},
		{ID: "strong", Name: "Strong", About: line("Steel."), Requires: []guide.Requirement{
			{Attribute: &g.Attributes[0], YesNo: false},
			{Attribute: &g.Attributes[1], Min: 1_500_000, HasMin: true},
			{Attribute: &g.Attributes[2], Items: []string{"grey", "oak"}},
			{Attribute: &g.Attributes[3], Items: []string{"dial", "key"}},
		}},
	}
	price := &guide.Source{ID: "prices", Title: "Prices <list>", URL: "https://alder.example.com/?a=1&b=2", Kind: guide.Official,
		Accessed: guide.Date{Year: 2025, Month: 9, Day: 3}}
	fee := guide.Assessment{State: guide.Exact, Low: 854, High: 854, Figures: [2]guide.Figure{12_500_000, 12_500_000}, Published: true,
		Why: line("The *published* tier [@prices]."), Sources: []*guide.Source{price}}
	hidden := guide.Assessment{High: guide.MaxScore, Why: line("It answers no letters.")}
	entry := func(slug, name string, regions []*guide.Region, scores ...guide.Assessment) *guide.Entry {
		e := &guide.Entry{
			Guide: g, Provider: &guide.Provider{Slug: slug, Name: name, Website: "https://" + slug + ".example.com/", Kind: "maker"},
			Award: line("Best for *" + slug + "* [@prices]"), Audience: []string{"Households"}, Regions: regions, Scores: scores,
		}
		g.Entries = append(g.Entries, e)
		return e
	}
	alder := entry("alder", "Alder & Söhne", []*guide.Region{everywhere}, point(900), fee, point(505))
	fees := guide.Assessment{State: guide.Ranged, Low: 805, High: 1000, Figures: [2]guide.Figure{4_000_000, 15_000_000}, Published: true}
	birch := entry("birch", "=Birch", []*guide.Region{japan}, between(655, 900), fees, guide.Assessment{High: 1000, Published: true})
	entry("cedar", `Cedar "<Oak>"`, nil, point(500), hidden, between(300, 301))
	alder.Provider.Home = "Austria"
	alder.RegionsNote, alder.Fees, alder.ConsiderIf = line("Varies"), line("See the list [@prices]."), line("You *sleep* soundly.")
	alder.Strengths, alder.Drawbacks = []guide.Inline{line("Two *thick* doors [@prices]."), line("Quiet")}, []guide.Inline{line("Heavy")}
	alder.AsOf = guide.Date{Year: 2025, Month: 9}
	alder.Alternatives = []guide.Alternative{{Provider: birch.Provider, For: "small rooms"}}
	alder.Attributes = map[string]guide.Value{"steel": {YesNo: true}, "doors": {Number: 1_500_000}, "colour": {Text: "grey"},
		"locks": {Items: []string{"dial", "key"}}, "note": {Text: "heavy"}}
	euros := guide.Unit{Name: "EUR", Before: "€", Cents: 2, Per: "door"}
	alder.Prices = []guide.Price{
		{Name: "=One", Figures: [2]guide.Figure{12_500_000, 12_500_000}, Unit: euros, AsOf: guide.Date{Year: 2025, Month: 8}, Note: line("Without a *lock*."), Sources: []*guide.Source{price}, Counts: true},
		{Name: "Two", Figures: [2]guide.Figure{20_000_000, 20_000_000}, From: true, Unit: euros},
	}
	birch.Prices = []guide.Price{{Missing: guide.OnRequest, Counts: true}}
	alder.Provider.Facts = []guide.Stated{
		{At: 0, ID: "founded", Name: "Founded", Words: "1948", Type: guide.Number, Value: guide.Value{Number: 1948_000_000, High: 1948_000_000}},
		{At: 2, ID: "weight", Name: "Weight", Words: "from 5 t", Type: guide.Number, Unit: guide.Unit{Name: "t"}, Value: guide.Value{Number: 5_000_000, High: 5_000_000, From: true}},
	}
	birch.Provider.Facts = []guide.Stated{{At: 1, ID: "insured", Name: "Insured", Words: "yes", Type: guide.YesNo, Value: guide.Value{YesNo: true, URL: "https://register.example.com/"}}}
	birch.Attributes = map[string]guide.Value{"steel": {}}
	return g
}

// published is a guide with the views that tests look at it from.
type published struct {
	name     string
	g        *guide.Guide
	view     table.View
	compiled func() report.Guide // once for all tests; nil to compile it now
}

func (p published) document(baseURL string) Document {
	if p.compiled == nil {
		return document(p.g, p.view, baseURL)
	}
	r := p.compiled()
	return New(&r, baseURL)
}

// everything is the small guide, the real ones and a number of random ones,
// from all sides. No test changes any of it.
func everything(t testing.TB) []published {
	t.Helper()
	allOnce.Do(func() { all = everySide(t) })
	return all
}

var (
	allOnce sync.Once
	all     []published
)

func everySide(t testing.TB) []published {
	t.Helper()
	guides := append(repository(t), vaults())
	low := vaults()
	low.Slug, low.Unknown, low.Stress = "low", guide.Low, 2500
	firm := vaults()
	firm.Slug, firm.Stress = "firm", 0
	guides = append(guides, low, firm)
	random := rand.New(rand.NewPCG(3, 5))
	for i := range testrun.Some(22, 40) {
		guides = append(guides, drawn(random, i))
	}
	var out []published
	for _, g := range guides {
		add := func(name string, v table.View) {
			compiled := sync.OnceValue(func() report.Guide { return report.Compile(g, report.Through(g, v), report.Inputs{}) })
			out = append(out, published{g.Slug + " " + name, g, v, compiled})
		}
		add("as published", table.View{})
		for i := range g.Lenses {
			add("lens "+g.Lenses[i].ID, table.View{Lens: &g.Lenses[i]})
		}
		own := make([]guide.Weight, len(g.Criteria))
		for k := range own {
			own[k] = -1
		}
		own[len(own)-1] = 3300
		add("own", table.View{Own: own})
		seen := map[*guide.Region]bool{}
		for _, e := range g.Entries {
			for _, r := range e.Regions {
				if !seen[r] {
					add("region "+r.ID, table.View{Region: r})
				}
				seen[r] = true
			}
		}
		add("nowhere", table.View{Region: &guide.Region{ID: "nowhere"}})
	}
	return out
}

// repository is the guides of this repository.
func repository(t testing.TB) []*guide.Guide {
	t.Helper()
	lib, problems := content.Load(os.DirFS("../../.."), content.Options{Now: time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC)})
	if lib == nil {
		t.Fatalf("the content of this repository has problems: %v", problems)
	}
	return lib.Guides
}

// drawn is a guide with random scores, of which many are equal.
func drawn(random *rand.Rand, n int) *guide.Guide {
	g := &guide.Guide{Slug: fmt.Sprintf("drawn-%d", n), Title: "Drawn", Stress: guide.Weight(random.IntN(4) * 750), Unknown: guide.Unknown(random.IntN(2)),
		Grain: guide.Score(n % 3 * 25), MinKnown: guide.Weight(n % 4 * 2000)}
	left := guide.FullWeight
	for k := range 1 + random.IntN(7) {
		w := guide.Weight(random.IntN(int(left)/50+1)) * 25
		left -= w
		g.Criteria = append(g.Criteria, guide.Criterion{ID: fmt.Sprintf("c%d", k), Name: "C", Weight: w})
	}
	g.Criteria[0].Weight += left
	if n%3 == 2 { // in parts, of which basis points are only a rounded share
		parts := make([]guide.Weight, len(g.Criteria))
		for k := range parts {
			parts[k] = 1 + guide.Weight(random.IntN(3))
		}
		for k, w := range table.Percent(parts) {
			g.Criteria[k].Weight, g.Criteria[k].Parts = w, int(parts[k])
		}
	}
	for i := range random.IntN(13) {
		e := &guide.Entry{Provider: &guide.Provider{Slug: fmt.Sprintf("p%d", i), Name: "P", Website: "https://p.example.com/", Kind: "x"}}
		for range g.Criteria {
			low := guide.Score(random.IntN(11) * 100)
			a := point(low)
			switch random.IntN(4) {
			case 0:
				a = between(low, min(low+guide.Score(random.IntN(400)), guide.MaxScore))
			case 1:
				a = guide.Assessment{Published: true}
			}
			e.Scores = append(e.Scores, a)
		}
		g.Entries = append(g.Entries, e)
	}
	return g
}

func encode(t testing.TB, p published) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := JSON(&b, p.document(base)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
