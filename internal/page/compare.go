package page

import (
	"cmp"
	"html/template"
	"io"
	"shortlist/internal/report"

	"shortlist/internal/report/address"
)

// ComparePage is the view of two providers side by side. A stands before B in
// the guide's order.
type ComparePage struct {
	Frame
	Guide   Link
	A, B    Side
	Verdict string // who leads, by how much, and on what
	Swaps   string // whether that can change
	Over    string // why A stands above B
	Flip    string // what would swap them
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
	Name string
	URL  string // of its entry
	Numbered
	Score      string
	Exact      string // the total with all its decimals
	Bar        Bar
	Award      template.HTML
	ConsiderIf template.HTML
	Logo       *MarkView
	Labels     Labels
	Audience   []string
	Status     *StatusView
	Disclosure *Disclosure
}

// CompareRow is a criterion with both scores and what they add to the gap.
type CompareRow struct {
	Criterion string
	Weight    string
	A, B      report.Cell
	Gap       string // signed, out of 10
}

// CompareFact is a fact of both.
type CompareFact struct{ Name, A, B string }

// Compare prints a guide's comparison at an index.
func (s *Printer) Compare(w io.Writer, g *report.Guide, at int) error {
	r, pair := s.of(g), &g.Pairs[at]
	a, b := &g.Entries[pair.A], &g.Entries[pair.B]
	heading := a.Name + " vs " + b.Name
	title := heading
	if s.Compared[[2]string{min(a.Provider, b.Provider), max(a.Provider, b.Provider)}] > 1 { // no two pages have one title
		title += ": " + g.Title
	}
	page := ComparePage{
		Frame: r.subframe(address.Compare(g.Slug, a.Provider, b.Provider), heading, title,
			a.Name+" against "+b.Name+" in "+g.Title+": scores, facts, and what would swap the two."),
		Guide:   r.guideLink(),
		Verdict: pair.Verdict.String(),
		Swaps:   pair.Swaps.String(),
		Of:      len(g.Entries),
		Over:    pair.Over.String(),
		Flip:    pair.Flip.String(),
		Gap:     pair.Gap,
	}
	var err error
	if page.A, err = r.side(a); err != nil {
		return r.failing(err)
	}
	if page.B, err = r.side(b); err != nil {
		return r.failing(err)
	}
	for _, k := range g.Order {
		page.Rows = append(page.Rows, CompareRow{
			Criterion: g.Criteria[k].Name, Weight: g.Criteria[k].Weighs,
			A: a.Scores[k].Cell, B: b.Scores[k].Cell, Gap: pair.Gaps[k],
		})
	}
	if pair.Missing {
		page.Counts = counts(g)
	}
	if page.Chart, err = r.waterfallFigure(pair); err != nil {
		return r.failing(err)
	}
	page.Facts = r.compareFacts(a, b)
	page.Others = append(r.otherComparisons(a.Provider, b.Provider), r.otherComparisons(b.Provider, a.Provider)...)
	return s.show(w, "compare", page)
}

// otherComparisons leads to those of one provider with any but another.
func (r *guidePrinter) otherComparisons(of, but string) []Link {
	var out []Link
	for i := range r.g.Pairs {
		a, b := &r.g.Entries[r.g.Pairs[i].A], &r.g.Entries[r.g.Pairs[i].B]
		if b.Provider == of {
			a, b = b, a
		}
		if a.Provider == of && b.Provider != but {
			out = append(out, Link{Label: withState(a.Name+" vs "+b.Name, b.State), URL: r.site.URL(address.Compare(r.g.Slug, a.Provider, b.Provider))})
		}
	}
	return out
}

func (r *guidePrinter) side(e *report.Entry) (Side, error) {
	in := r.fromOutsideOf(e)
	s := Side{
		Name: e.Name, URL: r.entryURL(e.Provider), Numbered: numbered(e.Place), Score: e.Score, Exact: e.Exact, Bar: bar(e.Place), Audience: e.Audience, Labels: labelsOf(r.g.Labels), Logo: r.site.small(e.Logo),
	}
	var err error
	if s.Award, err = in.line(e.Award); err != nil {
		return s, err
	}
	if s.Status, err = in.status(e.Status); err != nil {
		return s, err
	}
	if s.Disclosure, err = r.site.disclosure(e.Tie); err != nil {
		return s, err
	}
	s.ConsiderIf, err = in.line(e.ConsiderIf)
	return s, err
}

// statement is what an entry's provider states, empty where it states nothing.
func statement(e *report.Entry, id string) string {
	for _, f := range e.Stated {
		if f.ID == id {
			return f.Words
		}
	}
	return ""
}

// compareFacts lists what the two are and do, apart from scores.
func (r *guidePrinter) compareFacts(a, b *report.Entry) []CompareFact {
	var facts []CompareFact
	if !r.alike() {
		facts = append(facts, CompareFact{"Kind", a.Kind, b.Kind})
	}
	if r.g.Regional() {
		facts = append(facts, CompareFact{r.g.Labels.Regions, a.RegionWords(), b.RegionWords()})
	}
	if r.g.Says.Fees {
		facts = append(facts, CompareFact{r.g.Labels.Fees, cmp.Or(a.Cost(r.g), report.NotCovered), cmp.Or(b.Cost(r.g), report.NotCovered)})
	}
	for _, f := range r.site.Publication.Facts {
		x, y := statement(a, f.ID), statement(b, f.ID)
		if x != "" || y != "" {
			facts = append(facts, CompareFact{f.Name, cmp.Or(x, report.NotCovered), cmp.Or(y, report.NotCovered)})
		}
	}
	for i := range r.g.Attributes {
		facts = append(facts, CompareFact{r.g.Attributes[i].Name, a.Facts[i].Words, b.Facts[i].Words})
	}
	return facts
}
