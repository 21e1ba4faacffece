package main

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
)

// proof is the proof of one place.
func (p *presentation) proof(place int) answer {
	r, e := &p.g.Ranking, p.provider
	var s answer
	title := fmt.Sprintf("%s: %s of %d", e.Name, sentence.Ordinal(r.Places[place].Rank), len(r.Places))
	if e.Provisional {
		title = fmt.Sprintf("%s: provisional, of %d", e.Name, len(r.Places))
	}
	if p.moved() {
		title += ", " + sentence.Moved(p.published.Places[p.published.Find(e.Provider)].Rank, r.Places[place].Rank).String()
	}
	s.add(block{title: title})
	if p.ties != "" && e.Tie != nil {
		s.add(block{label: "Commercial tie:", text: p.ties})
	}
	s.add(block{text: fmt.Sprintf("%s. %s.", p.g.Title, strings.TrimSuffix(report.Plain(e.Award), "."))})
	if text := p.viewed(); text != "" {
		s.add(block{text: text})
	}
	if text := p.servedBy(); text != "" {
		s.add(block{text: text})
	}
	s.add(block{heading: "The sum"}, block{table: p.sum(place)}, block{text: p.total(place)})
	s.add(block{heading: "The rank"})
	s.items(p.firmness(place))
	if changes := p.changes(place); len(changes) > 0 {
		s.add(block{heading: "What would change it"})
		s.items(changes)
	}
	if cost := p.costs(); len(cost) > 0 {
		s.add(block{heading: p.g.Labels.Fees})
		s.items(cost)
	}
	s.add(block{heading: "The reasons"})
	for _, k := range p.byWeight() {
		s.add(p.reason(place, k)...)
	}
	return s
}

func (a *answer) items(texts []string) {
	for _, text := range texts {
		a.add(block{item: true, text: text})
	}
}

// byWeight is the order in which criteria are shown: the heaviest first.
func (p *presentation) byWeight() []int {
	criteria := p.g.Ranking.Table.Criteria
	return report.HeaviestFirst(len(criteria), func(k int) guide.Weight { return guide.Weight(criteria[k].Weight) })
}

// sum is each weight times each score, so that it can be done again by hand.
func (p *presentation) sum(place int) *grid {
	r := &p.g.Ranking
	t := &grid{sum: true, columns: []column{
		{head: "Criterion", cut: true}, {head: "Weight", right: true}, {head: "Score", right: true}, {head: "Adds", right: true}, {quiet: true}}}
	weights := p.weighs()
	var scores, adds []string
	for _, k := range p.byWeight() {
		scores = append(scores, r.Counts(place, k).String())
		adds = append(adds, r.Exact(r.Places[place].Contributions[k]))
	}
	adds = append(adds, r.Exact(r.Places[place].Total))
	align(scores)
	align(adds)
	for i, k := range p.byWeight() {
		t.rows = append(t.rows, []string{p.g.Criteria[k].Name, weights[k], "× " + scores[i], "= " + adds[i],
			known(&p.provider.Scores[k])})
	}
	all := sentence.Percent(rank.FullWeight)
	if whole := r.Table.Whole(); whole != rank.FullWeight {
		all = fmt.Sprintf("%d of %d", whole, whole)
	}
	t.rows = append(t.rows, []string{"Sum", all, "", "= " + adds[len(adds)-1], ""})
	return t
}

// align gives numbers the same count of decimals, and the same width.
func align(numbers []string) {
	decimals, most := 0, 0
	for _, n := range numbers {
		_, fraction, _ := strings.Cut(n, ".")
		decimals = max(decimals, len(fraction))
	}
	for i, n := range numbers {
		whole, fraction, _ := strings.Cut(n, ".")
		if decimals > 0 {
			numbers[i] = whole + "." + fraction + strings.Repeat("0", decimals-len(fraction))
		}
		most = max(most, len(numbers[i]))
	}
	for i, n := range numbers {
		numbers[i] = strings.Repeat(" ", most-len(n)) + n
	}
}

// known says what is known of a score; nothing of a point, for that is all.
func known(a *report.Score) string {
	switch {
	case a.State == guide.Exact:
		return ""
	case a.State == guide.Ranged:
		return fmt.Sprintf("%s–%s", a.Low, a.High)
	case !a.Published:
		return "not published, 0–10"
	}
	return "not checked, 0–10"
}

// total says what the sum comes to, and what the missing scores leave open.
func (p *presentation) total(place int) string {
	r, at := &p.g.Ranking, p.g.Ranking.Places[place]
	exact := r.Exact(at.Total)
	s := fmt.Sprintf("The sum is %s out of 10", exact)
	if printed := r.Print(at.Total); printed != exact {
		s += fmt.Sprintf(", printed as %s", printed)
	}
	if at.Low == at.High {
		return s + ". Every score is known to the point."
	}
	counts := "the middle of what it may be"
	if r.Table.Unknown == rank.Low {
		counts = "the low end of what it may be"
	}
	return s + fmt.Sprintf(". A score that is not known to the point counts as %s; with all of them at their low ends the sum is %s, at their high ends %s.",
		counts, r.Exact(at.Low), r.Exact(at.High))
}

// firmness says how firm the rank is.
func (p *presentation) firmness(place int) []string {
	r, firm := &p.g.Ranking, &p.g.Entries[place].Firm
	at, within := r.Places[place], r.Ranges[place]
	out := []string{firm.Range.String()}
	if !firm.Provisional.Empty() {
		out = append(out, firm.Provisional.String())
	}
	if !firm.Scored.Empty() {
		out = append(out, firm.Scored.String())
	}
	if (rank.Range{Best: at.Best, Worst: at.Worst}) != within && at.Best != at.Worst {
		out = append(out, "At these weights "+lower(firm.Open.String())+".")
	}
	if !firm.Likely.Empty() {
		out = append(out, firm.Likely.Stop().String()+" "+firm.Share.String())
	}
	out = append(out, p.g.Findings.Draws.String())
	switch at.Completeness {
	case 0:
		out = append(out, "No score is known to the point.")
	case rank.FullWeight: // the sum has said so
	default:
		out = append(out, fmt.Sprintf("%s of the weight has a score that is known to the point.", firm.Ranks.Known))
	}
	return out
}

// changes says what would move the place: its neighbours, a higher score, a
// score found out.
func (p *presentation) changes(place int) []string {
	var out []string
	for _, n := range p.g.Neighbours {
		if n.A == place || n.B == place {
			out = append(out, strings.Join([]string{n.Ahead.String(), n.Over.String(), n.Flip.String()}, " "))
		}
	}
	if firm := &p.g.Entries[place].Firm; !firm.ToPass.Empty() {
		out = append(out, firm.ToPass.String())
	}
	for _, m := range p.g.Queue {
		if m.Place == place && m.Narrows > 0 {
			out = append(out, "Worth finding out: "+m.Find.String())
		}
	}
	return out
}

// reason is why a score is what it is, and where that comes from.
func (p *presentation) reason(place, k int) []block {
	c, a := &p.g.Criteria[k], &p.provider.Scores[k]
	score := a.Counts.String()
	if what := known(a); what != "" {
		score += " (" + what + ")"
	}
	if c.Measured() && a.State != guide.NotCovered {
		score += ", from " + strings.TrimPrefix(a.Figure, "from ")
	}
	why := report.Plain(a.Why)
	if why == "" {
		why = "No reason is given."
		switch {
		case a.State == guide.NotCovered:
			why = "Not checked in this edition."
		case c.Prices:
			why = "The price that counts."
		}
	}
	out := []block{{label: fmt.Sprintf("%s: %s.", c.Name, score), text: why}}
	for _, source := range a.Sources {
		out = append(out, block{text: source.Title + ",", url: source.URL})
	}
	return out
}

// lower continues a sentence.
func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// costs are the prices of the provider, a line each.
func (p *presentation) costs() []string {
	var out []string
	for i := range p.provider.Prices {
		price := &p.provider.Prices[i]
		line := price.Words
		if price.Name != "" {
			line = price.Name + ": " + line
		}
		if price.Scores {
			line += ", which counts in the score"
		}
		if note := report.Plain(price.Note); note != "" {
			line += ". " + note
		}
		out = append(out, line)
	}
	return out
}
