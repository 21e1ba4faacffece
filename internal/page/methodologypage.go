package page

import (
	"io"
	"shortlist/internal/guide"
	"shortlist/internal/report"

	"shortlist/internal/report/address"
)

// MethodologyPage is the view of how a guide ranks, in full: what anyone needs
// to compute the order again, and how firm it is.
type MethodologyPage struct {
	Frame
	Guide     Link
	Weights   *Figure
	Criteria  []ActingRow
	Estimates []string // which criteria are estimates
	Rubric    *Methodology
	Counts    string // what a score that is not known exactly counts as
	Allows    string // what the ranks that a place is never outside of allow for
	Draws     string // what they are, or why there are none
	Drawn     bool   // there are some
	Scores    []ProviderScores
	Ranks     []FirmnessRow
	Missing   bool // some scores are not known
	Pairs     []PairRow
	Queue     []QueueRow
	Published bool // acting weights can be stated
	JSON, CSV string
	Ranges    *Figure
	Field     *Figure // what each criterion adds to each total
}

// ActingRow sets what a criterion weighs beside what it does.
type ActingRow struct {
	Name     string
	Weight   string
	Acting   string
	Estimate bool // most of its scores are not known to the point
}

// ProviderScores is every score of one provider, with reason and source.
type ProviderScores struct {
	ID, Name, URL string
	Numbered
	Exact  string // the total with all its decimals
	Scores []ScoreView
}

// FirmnessRow is how firm one place is.
type FirmnessRow struct {
	Numbered
	Name     string
	URL      string
	Likely   string // where most draws put it; a dash where there are none
	Never    string // at most, whatever the missing scores and the rounding hide
	Weights  string // under stress, as scored
	Unknown  string // at the published weights, whatever the missing scores
	Share    string
	Complete string
}

// PairRow is what would swap two neighbours in the order.
type PairRow struct {
	A, B    string
	URL     string // of their comparison
	Missing string // whether missing scores could: "Yes"
	Weight  string // how much moved weight does
}

// QueueRow is a missing score that is worth finding out.
type QueueRow struct {
	Provider, Criterion string
	Now                 string
	Narrows             int // by how many ranks all ranges together
}

// queueLength bounds how much of the research queue is shown.
const queueLength = 10

// Methodology prints how a guide ranks, in full.
func (s *Printer) Methodology(w io.Writer, g *report.Guide) error {
	r := s.of(g)
	top := r.subhead(address.Methodology(g.Slug), "How we ranked: "+g.Title,
		"Every score of "+g.Title+" with its reason and source, and how firm each rank is.")
	top.states, top.here = r.statesData, "Method"
	page := MethodologyPage{
		Frame: s.frame(top),
		Guide: r.guideLink(),
		JSON:  s.URL(address.Dataset(g.Slug)), CSV: s.URL(address.Table(g.Slug)),
		Counts:    "A score that is not known exactly counts as the middle of its range.",
		Published: g.Ranking.Acting != nil,
		Draws:     g.Findings.Draws.String(), Drawn: g.Ranking.Draws.Made, Allows: g.Findings.Allows.String(),
	}
	if g.Counts == guide.Low {
		page.Counts = "A score that is not known exactly counts as the low end of its range."
	}
	var err error
	if page.Weights, err = r.weightsFigure(); err != nil {
		return r.failing(err)
	}
	if page.Rubric, err = r.methodology(r.fromOutside()); err != nil {
		return r.failing(err)
	}
	if page.Ranges, err = r.firmnessFigure("The table below says the same."); err != nil {
		return r.failing(err)
	}
	if page.Field, err = r.contributionsFigure(); err != nil {
		return r.failing(err)
	}
	page.Estimates = g.Estimates()
	for _, k := range g.Order {
		c := &g.Criteria[k]
		page.Criteria = append(page.Criteria, ActingRow{Name: c.Name, Weight: c.Weighs, Acting: c.Acting, Estimate: !c.Estimate.Empty()})
	}
	for i := range g.Entries {
		e := &g.Entries[i]
		scores, err := r.scores(r.fromOutsideOf(e), e)
		if err != nil {
			return r.failing(err)
		}
		page.Scores = append(page.Scores, ProviderScores{
			ID: e.Provider, Name: e.Name, URL: r.entryURL(e.Provider), Numbered: numbered(e.Place), Exact: e.Exact, Scores: scores,
		})
		page.Missing = page.Missing || e.Firm.Missing
		page.Ranks = append(page.Ranks, FirmnessRow{
			Numbered: numbered(e.Place), Name: e.Name, URL: r.entryURL(e.Provider),
			Likely: dash(e.Firm.Ranks.Likely), Never: e.Firm.Ranks.Never, Weights: e.Firm.Ranks.Scored, Unknown: e.Firm.Ranks.Unknown,
			Share: dash(e.Firm.Ranks.Share), Complete: e.Firm.Ranks.Known,
		})
	}
	for _, n := range g.Neighbours {
		a, b := &g.Entries[n.A], &g.Entries[n.B]
		row := PairRow{A: a.Name, B: b.Name, Missing: "No", Weight: n.Weight.String(), URL: s.URL(address.Compare(g.Slug, a.Provider, b.Provider))}
		if n.Unsettled {
			row.Missing = "Yes"
		}
		page.Pairs = append(page.Pairs, row)
	}
	for _, m := range g.Queue[:min(queueLength, len(g.Queue))] {
		page.Queue = append(page.Queue, QueueRow{Provider: m.Provider, Criterion: m.Criterion, Now: m.Now, Narrows: m.Narrows})
	}
	return s.show(w, "methodology", page)
}

// dash stands for a figure that there is none of.
func dash(figure string) string {
	if figure == "" {
		return "–"
	}
	return figure
}
