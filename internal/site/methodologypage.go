package site

import (
	"html/template"
	"io"
	"strconv"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// MethodologyPage is the view of how a guide ranks, in full: what anyone needs
// to compute the order again, and how firm it is.
type MethodologyPage struct {
	Frame
	Guide     Link
	Weights   *Figure
	Criteria  []ActingRow
	Rubric    *Methodology
	Counts    string // what a score that is not known exactly counts as
	Stress    string
	Scores    []ProviderScores
	Firmness  string
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
	Name   string
	Weight string
	Acting string
}

// ProviderScores is every score of one provider, with reason and source.
type ProviderScores struct {
	ID, Name, URL string
	Rank          int
	Exact         string // the total with all its decimals
	Scores        []ScoreView
}

// FirmnessRow is how firm one place is.
type FirmnessRow struct {
	Rank     int
	Name     string
	URL      string
	Range    string // under stress, whatever the missing scores
	Settled  string // under stress, on the scores as published
	Unknown  string // at the published weights, whatever the missing scores
	Share    string
	Complete string
}

// PairRow is what would turn round two neighbours in the order.
type PairRow struct {
	A, B    string
	URL     string // of their comparison
	Missing string // whether missing scores can
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

func (r *guideRendering) methodologyPage(w io.Writer) error {
	g := r.guide
	top := r.subhead(methodologyPath(g.Slug), "How we ranked: "+g.FullTitle(),
		"Every score of "+g.FullTitle()+" with its reason and source, and how firm each rank is.")
	top.states, top.here = r.statesData, "Method"
	page := MethodologyPage{
		Frame: r.site.frame(top),
		Guide: r.guideLink(),
		JSON:  r.site.url(datasetPath(g.Slug)), CSV: r.site.url(tablePath(g.Slug)),
		Stress:   sentence.Percent(int(g.Stress)),
		Firmness: sentence.Firmness(r.ranking, r.names),
		Counts:   "A score that is not known exactly counts as the middle of its range.",
	}
	if g.Unknown == guide.Low {
		page.Counts = "A score that is not known exactly counts as the low end of its range."
	}
	var err error
	if page.Weights, err = r.weightsFigure(); err != nil {
		return err
	}
	if page.Rubric, err = r.methodology(r.fromOutside()); err != nil {
		return err
	}
	if page.Ranges, err = r.rangesFigure(); err != nil {
		return err
	}
	if page.Field, err = r.contributionsFigure(); err != nil {
		return err
	}
	acting := r.ranking.ActingWeights()
	page.Published = acting != nil
	for _, k := range byWeight(g) {
		row := ActingRow{Name: g.Criteria[k].Name, Weight: sentence.Percent(int(g.Criteria[k].Weight))}
		if acting != nil {
			row.Acting = spread(acting[k])
		}
		page.Criteria = append(page.Criteria, row)
	}
	for _, p := range r.ranking.Places {
		scores, err := r.providerScores(p)
		if err != nil {
			return err
		}
		page.Scores = append(page.Scores, scores)
		page.Missing = page.Missing || p.Completeness < rank.FullWeight
	}
	page.Ranks = r.firmness()
	for _, f := range r.ranking.Flips() {
		page.Pairs = append(page.Pairs, r.pairRow(f))
	}
	queue := r.ranking.ResearchQueue()
	for i, m := range queue[:min(queueLength, len(queue))] {
		if i > 0 && m.Ranks == 0 {
			break // nor would any that follows narrow a range
		}
		page.Queue = append(page.Queue, r.queueRow(m))
	}
	return r.site.show(w, "methodology", page)
}

func (r *guideRendering) pairRow(f rank.Flip) PairRow {
	a, b := r.ranking.Places[f.A].ID, r.ranking.Places[f.B].ID
	row := PairRow{A: r.names.Provider(a), B: r.names.Provider(b), Missing: "cannot",
		URL: r.site.url(comparePath(r.guide.Slug, a, b)), Weight: sentence.Tips(r.ranking, f, r.names)}
	if f.Unsettled {
		row.Missing = "can"
	}
	return row
}

func (r *guideRendering) queueRow(m rank.Missing) QueueRow {
	return QueueRow{
		Provider: r.names.Provider(r.ranking.Places[m.Place].ID), Criterion: r.names.Criterion(r.ranking.Table.Criteria[m.Criterion].ID),
		Now: sentence.Hundredths(m.Score.Low) + "–" + sentence.Hundredths(m.Score.High), Narrows: m.Ranks,
	}
}

// spread prints a share of the spread to a tenth of a point; it may be negative.
func spread(basisPoints int) string {
	if basisPoints < 0 {
		return "−" + spread(-basisPoints)
	}
	return sentence.Percent((basisPoints + 5) / 10 * 10)
}

func (r *guideRendering) providerScores(p rank.Place) (ProviderScores, error) {
	e := r.guide.Entry(p.ID)
	in := r.fromOutside()
	in.sources = e.Source
	scores, err := r.scores(in, e, p)
	return ProviderScores{
		ID: p.ID, Name: e.Provider.Name, URL: r.entryURL(p.ID), Rank: p.Rank,
		Exact: r.ranking.Exact(p.Total), Scores: scores,
	}, err
}

// firmness lists how firm each place is.
func (r *guideRendering) firmness() []FirmnessRow {
	stressed, settled, shares := r.ranking.Ranges(), r.settled(), r.ranking.Shares()
	rows := make([]FirmnessRow, len(r.ranking.Places))
	for i, p := range r.ranking.Places {
		rows[i] = FirmnessRow{
			Rank: p.Rank, Name: r.names.Provider(p.ID), URL: r.entryURL(p.ID),
			Range:    ranks(stressed[i]),
			Settled:  ranks(settled[i]),
			Unknown:  ranks(rank.Range{Best: p.Best, Worst: p.Worst}),
			Share:    strconv.Itoa(shares[i]),
			Complete: sentence.Percent(p.Completeness),
		}
	}
	return rows
}

func ranks(x rank.Range) string {
	if x.Best == x.Worst {
		return strconv.Itoa(x.Best)
	}
	return strconv.Itoa(x.Best) + "–" + strconv.Itoa(x.Worst)
}

// settled returns the ranges under stress of the scores as published, by place.
func (r *guideRendering) settled() []rank.Range { return rank.Rank(r.ranking.Settled()).Ranges() }

// FirmView is how firm a place is, and what would change it, in sentences.
type FirmView struct {
	Range   string
	Settled string
	Share   string
	Flip    string // against the next one down, or for the last the next one up
	ToPass  string
}

// firm says it for every place.
func (r *guideRendering) firm() []FirmView {
	stressed, settled, shares, flips := r.ranking.Ranges(), r.settled(), r.ranking.Shares(), r.ranking.Flips()
	out := make([]FirmView, len(r.ranking.Places))
	for i := range r.ranking.Places {
		out[i] = FirmView{
			Range:   sentence.Range(r.ranking, i, stressed[i]) + ".",
			Settled: sentence.Settled(stressed[i], settled[i]),
			ToPass:  sentence.ToPass(r.ranking, i, r.names),
		}
		if shares[i] > 0 {
			out[i].Share = sentence.Share(shares[i]) + "."
		}
		if i < len(flips) {
			out[i].Flip = sentence.Flip(r.ranking, flips[i], r.names)
		}
	}
	return out
}

// dek is the description as prose.
func (r *guideRendering) dek() (template.HTML, error) {
	return r.prose.line(guide.Inline{Source: r.guide.Description})
}
