package report_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
	"shortlist/internal/testrun"
)

// shape says what kind of guide to make.
type shape struct {
	entries, criteria int
	step              int // scores are multiples of so many hundredths, so that some tie
	open              int // percent of the scores that are no points
	parts             bool
	measured          bool
	fine              bool // weights of hundredths of a percent
	stress, grain     int
	unknown           guide.Unknown
}

var slugs = []string{"alder", "birch", "cedar", "dogwood", "elm", "fir"}

// made is a guide of a shape, with a lens and a use case of other weights.
func made(random *rand.Rand, s shape) *guide.Guide {
	g := &guide.Guide{Slug: "trees", Title: "Trees", Stress: guide.Weight(s.stress), Grain: guide.Score(s.grain), MinKnown: 3000, Unknown: s.unknown,
		Noun: guide.Noun{One: "tree", Many: "trees"}}
	weights := split(random, s.criteria, s.fine)
	for k := range s.criteria {
		c := guide.Criterion{ID: fmt.Sprintf("c%02d", k), Name: fmt.Sprintf("Crit%02d", k), Weight: weights[k]}
		if s.parts {
			c.Parts = 1 + random.IntN(3)
		}
		if s.measured && k == 0 {
			c.Unit, c.Curve = guide.Unit{Name: "days"}, guide.Curve{{Figure: 0, Score: 600}, {Figure: 1_000_000, Score: 100}}
		}
		g.Criteria = append(g.Criteria, c)
	}
	for _, slug := range slugs[:s.entries] {
		e := &guide.Entry{Guide: g, Provider: &guide.Provider{Slug: slug, Name: strings.ToUpper(slug[:1]) + slug[1:]}}
		for k := range s.criteria {
			e.Scores = append(e.Scores, assessment(random, s, &g.Criteria[k]))
		}
		g.Entries = append(g.Entries, e)
	}
	g.Lenses = []guide.Lens{{ID: "other", Name: "Other", Weights: split(random, s.criteria, s.fine)}}
	g.UseCases = []guide.UseCase{{ID: "all", Name: "All", Weights: split(random, s.criteria, s.fine)}}
	return g
}

func assessment(random *rand.Rand, s shape, c *guide.Criterion) guide.Assessment {
	low, high := c.Reach()
	draw := func() guide.Score {
		return low + guide.Score(random.IntN(int(high-low)/s.step+1)*s.step)
	}
	a := guide.Assessment{State: guide.Exact, Low: draw(), Published: true}
	a.High = a.Low
	switch {
	case random.IntN(100) >= s.open:
	case random.IntN(3) == 0:
		return guide.Assessment{State: guide.NotCovered, Published: true}
	default:
		a.High = draw()
		a.Low, a.High = min(a.Low, a.High), max(a.Low, a.High)
		if a.Low < a.High {
			a.State = guide.Ranged
		}
	}
	return a
}

// split is weights of n criteria that sum to the whole.
func split(random *rand.Rand, n int, fine bool) []guide.Weight {
	unit := 500
	if fine {
		unit = 1
	}
	pieces := int(guide.FullWeight) / unit
	if n > pieces {
		unit, pieces = 100, 100
	}
	cuts := random.Perm(pieces - 1)[:n-1]
	slices.Sort(cuts)
	out, last := make([]guide.Weight, n), 0
	for k, cut := range append(cuts, pieces-1) {
		out[k], last = guide.Weight((cut+1-last)*unit), cut+1
	}
	return out
}

// shapes are the kinds of guides that sentences have been wrong about, and all
// that lies between.
func shapes() []shape {
	var out []shape
	for entries := 1; entries <= 5; entries++ {
		for criteria := 1; criteria <= 4; criteria++ {
			out = append(out,
				shape{entries: entries, criteria: criteria, step: 100, stress: 1000, grain: 25},
				shape{entries: entries, criteria: criteria, step: 50, stress: 1000, open: 30, grain: 25},
				shape{entries: entries, criteria: criteria, step: 500, stress: 1000, open: 20},
				shape{entries: entries, criteria: criteria, step: 50, parts: true, stress: 500, open: 20, unknown: guide.Low},
				shape{entries: entries, criteria: criteria, step: 1, fine: true, stress: 1000},
				shape{entries: entries, criteria: criteria, step: 100, open: 100, stress: 1000, grain: 25},
				shape{entries: entries, criteria: criteria, step: 50, open: 50, measured: true, grain: 25},
				shape{entries: entries, criteria: criteria, step: 250})
		}
	}
	return append(out, shape{entries: 6, criteria: 40, step: 50, open: 20, stress: 1000, grain: 25}, shape{entries: 6, criteria: 40, step: 500, parts: true, stress: 1000})
}

// TestEverySentenceIsTrue reads every sentence of many guides and computes again
// what it claims.
func TestEverySentenceIsTrue(t *testing.T) {
	t.Parallel()
	rounds := testrun.Some(1, 2)
	said := map[string]int{}
	for n, s := range shapes() {
		for round := range rounds {
			g := made(rand.New(rand.NewPCG(uint64(n), uint64(round))), s)
			each(g, func(o oracle, claim string, text sentence.Text) {
				said[claim]++
				if err := o.read(text); err != nil {
					t.Errorf("%s of %+v, round %d: %v", claim, s, round, err)
				}
			})
		}
		if t.Failed() {
			t.FailNow()
		}
	}
	for claim, n := range said {
		if n < 10 {
			t.Errorf("%s was read only %d times", claim, n)
		}
	}
}

// each calls for every sentence of a guide's report, with what it speaks of.
func each(g *guide.Guide, visit func(o oracle, claim string, text sentence.Text)) {
	outline := report.Sketch(g, nil)
	r := report.Compile(g, outline, report.Inputs{})
	own := newTruth(g, nil)
	row := func(place int) int { return slices.Index(slugs, r.Entries[place].Provider) }
	say := func(claim string, a, b int, text sentence.Text) {
		if !text.Empty() {
			visit(oracle{truth: own, other: own, a: a, b: b}, claim, text)
		}
	}
	f := &r.Findings
	first := row(0)
	for claim, text := range map[string]sentence.Text{"verdict": f.Verdict, "firmness": f.Firmness, "allows": f.Allows, "marks": f.Marks, "decides": f.Decides, "heaviest": f.Heaviest,
		"first": f.First, "lead": f.Lead, "edge": f.Edge, "likely": f.Likely, "loss": f.Loss, "worst": f.Worst, "draws": f.Draws} {
		say("findings."+claim, first, -1, text)
	}
	if own.few() {
		say("findings.widest", first, -1, f.Widest)
	}
	for place, e := range r.Entries {
		say("reason", row(place), -1, e.Reason)
		for side, all := range map[string][]sentence.Text{"Strength: ": e.Strengths.Computed, "Drawback: ": e.Drawbacks.Computed} {
			for _, said := range all {
				say("traits", row(place), -1, sentence.Text{Parts: append([]sentence.Part{{Words: side}}, said.Parts...)})
			}
		}
		say("unknown", row(place), -1, e.Unknown)
		for _, m := range e.Firm.Marks {
			if own.few() {
				say("firm.marks", row(place), -1, sentence.Text{Parts: append([]sentence.Part{{Words: m.Name + ": "}}, m.Words.Parts...)})
			}
		}
		for claim, text := range map[string]sentence.Text{"likely": e.Firm.Likely, "never": e.Firm.Never, "stays": e.Firm.Stays, "range": e.Firm.Range, "scored": e.Firm.Scored,
			"change": e.Firm.Change, "to-pass": e.Firm.ToPass, "share": e.Firm.Share, "open": e.Firm.Open, "provisional": e.Firm.Provisional} {
			say("firm."+claim, row(place), -1, text)
		}
	}
	for _, n := range r.Neighbours {
		for claim, text := range map[string]sentence.Text{"flip": n.Flip, "swap-weight": n.Weight, "ahead": n.Ahead, "over": n.Over} {
			say("neighbours."+claim, row(n.A), row(n.B), text)
		}
	}
	for _, p := range r.Pairs {
		for claim, text := range map[string]sentence.Text{"verdict": p.Verdict, "swaps": p.Swaps, "over": p.Over, "flip": p.Flip, "lead": p.Lead} {
			if own.few() || claim != "swaps" {
				say("pairs."+claim, row(p.A), row(p.B), text)
			}
		}
	}
	for _, m := range r.Queue {
		say("find", row(m.Place), -1, m.Find)
	}
	for i, p := range report.Summarize(g, outline, guide.Labels{}).Places {
		say("adds-most", row(i), -1, p.AddsMost)
	}
	lens := &r.Lenses[0]
	other := newTruth(g, lens.Weights)
	for claim, text := range map[string]sentence.Text{"leader": lens.Leader, "moves": lens.Moves, "farthest": lens.Farthest} {
		if !text.Empty() {
			visit(oracle{truth: own, other: other, a: first, b: -1}, "lens."+claim, text)
		}
	}
	use := newTruth(g, r.UseCases[0].Weights)
	pick := oracle{truth: use, other: use, a: slices.Index(slugs, r.UseCases[0].Standings.Rows[0].Provider), b: -1}
	visit(pick, "pick", r.UseCases[0].Reason)
	visit(pick, "picklead", r.UseCases[0].Lead)
	if use.few() {
		visit(pick, "sure", r.UseCases[0].Sure)
	}
}
