package site

import (
	"html/template"
	"io"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// ComparePage is the view of two providers side by side. A stands before B in
// the guide's order.
type ComparePage struct {
	Frame
	Guide   Link
	A, B    Side
	Verdict string // who leads, by how much, and on what
	Turn    string // whether that can turn round
	Over    string // why A stands above B
	Flip    string // what would turn them round
	Of      int    // how many the guide ranks
	Rows    []CompareRow
	Counts  string // what a range counts as; empty where the two have none
	Facts   []CompareFact
	Gap     string
	Chart   *Figure
	Others  []Link // further comparisons of the two
}

// Side is one of the two.
type Side struct {
	Name       string
	URL        string // of its entry
	Rank       int
	Score      string
	Exact      string // the total with all its decimals
	Bar        Bar
	Award      template.HTML
	ConsiderIf template.HTML
	Audience   []string
	Disclosure *Disclosure
}

// CompareRow is a criterion with both scores and what they add to the gap.
type CompareRow struct {
	Criterion string
	Weight    string
	A, B      Cell
	Gap       string // signed, out of 10
}

// CompareFact is a fact of both.
type CompareFact struct{ Name, A, B string }

func (r *guideRendering) comparePage(w io.Writer, first, second string) error {
	a, b := r.ranking.Find(first), r.ranking.Find(second)
	if b < a {
		a, b = b, a
	}
	pa, pb := r.ranking.Places[a], r.ranking.Places[b]
	nameA, nameB := r.names.Provider(pa.ID), r.names.Provider(pb.ID)
	flip := r.ranking.Flip(a, b)
	heading := nameA + " vs " + nameB
	title := heading
	if r.site.compared[[2]string{min(pa.ID, pb.ID), max(pa.ID, pb.ID)}] > 1 { // no two pages have one title
		title += ": " + r.guide.FullTitle()
	}
	page := ComparePage{
		Frame: r.subframe(comparePath(r.guide.Slug, pa.ID, pb.ID), heading, title,
			nameA+" against "+nameB+" in "+r.guide.FullTitle()+": scores, facts, and what would turn the order round."),
		Guide:   r.guideLink(),
		Verdict: sentence.Verdict(r.ranking, a, b, r.names),
		Turn:    sentence.Turn(r.ranking, flip, r.names),
		Of:      len(r.ranking.Places),
		Over:    sentence.Over(r.ranking, a, b, r.names),
		Flip:    sentence.Flip(r.ranking, flip, r.names),
		Gap:     signed(r.ranking, pa.Total-pb.Total),
	}
	var err error
	if page.A, err = r.side(pa); err != nil {
		return err
	}
	if page.B, err = r.side(pb); err != nil {
		return err
	}
	ea, eb := r.guide.Entry(pa.ID), r.guide.Entry(pb.ID)
	for _, k := range byWeight(r.guide) {
		page.Rows = append(page.Rows, CompareRow{
			Criterion: r.guide.Criteria[k].Name, Weight: sentence.Percent(int(r.guide.Criteria[k].Weight)),
			A: cell(ea.Scores[k]), B: cell(eb.Scores[k]), Gap: signed(r.ranking, pa.Contributions[k]-pb.Contributions[k]),
		})
	}
	if min(pa.Completeness, pb.Completeness) < rank.FullWeight {
		page.Counts = counts(r.guide)
	}
	if page.Chart, err = r.waterfallFigure(pa, pb); err != nil {
		return err
	}
	page.Facts = r.compareFacts(ea, eb)
	page.Others = append(r.otherComparisons(pa.ID, pb.ID), r.otherComparisons(pb.ID, pa.ID)...)
	return r.site.show(w, "compare", page)
}

// otherComparisons leads to those of one provider with any but another.
func (r *guideRendering) otherComparisons(of, but string) []Link {
	var out []Link
	for _, other := range r.site.summary(r.guide.Slug).compared(of) {
		if other != but {
			out = append(out, Link{
				Label: r.names.Provider(of) + " vs " + r.names.Provider(other), URL: r.site.url(comparePath(r.guide.Slug, of, other)),
			})
		}
	}
	return out
}

func (r *guideRendering) side(p rank.Place) (Side, error) {
	e := r.guide.Entry(p.ID)
	in := r.fromOutside()
	in.sources = e.Source
	s := Side{
		Name: e.Provider.Name, URL: r.entryURL(p.ID), Rank: p.Rank, Score: r.ranking.Print(p.Total), Exact: r.ranking.Exact(p.Total), Bar: bar(r.ranking, p),
		Audience: e.Audience,
	}
	var err error
	if s.Award, err = in.line(e.Award); err != nil {
		return s, err
	}
	if s.Disclosure, err = r.site.disclosure(e.Provider); err != nil {
		return s, err
	}
	s.ConsiderIf, err = in.line(e.ConsiderIf)
	return s, err
}

// compareFacts lists what the two are and do, apart from scores.
func (r *guideRendering) compareFacts(a, b *guide.Entry) []CompareFact {
	words := func(t guide.Inline) string {
		if t.IsZero() {
			return notCovered
		}
		return plain(t)
	}
	facts := []CompareFact{
		{"Kind", a.Provider.Kind, b.Provider.Kind},
		{"Regions", regionNames(a), regionNames(b)},
		{"Fees", words(a.Fees), words(b.Fees)},
	}
	for i := range r.guide.Attributes {
		at := &r.guide.Attributes[i]
		facts = append(facts, CompareFact{at.Name, fact(a, at), fact(b, at)})
	}
	return facts
}

// signed prints a gap with its sign: "+0.45", "−0.1", "0".
func signed(r rank.Ranking, n int) string {
	switch {
	case n > 0:
		return "+" + contribution(r, n)
	case n < 0:
		return "−" + contribution(r, -n)
	}
	return "0"
}
