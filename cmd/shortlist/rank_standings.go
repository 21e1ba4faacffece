package main

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
)

// standings is the whole order.
func (p *presentation) standings() answer {
	g, r := p.g, &p.g.Ranking
	var s answer
	s.add(block{title: g.Title})
	s.add(block{text: fmt.Sprintf("%s on %s, updated %s.",
		upper(counted(len(r.Places), g.Noun.One, g.Noun.Many)), counted(len(g.Criteria), "criterion", "criteria"), g.Dates.Updated.Words())})
	if p.ties != "" {
		s.add(block{label: "Commercial tie:", text: p.ties})
	}
	if text := p.viewed(); text != "" {
		s.add(block{text: text})
	}
	if len(r.Places) == 0 {
		return s
	}
	if text := g.Findings.Firmness; !text.Empty() {
		s.add(block{text: text.String()})
	}
	s.add(block{table: p.order()})
	for i := range g.Apart {
		a := &g.Apart[i]
		s.add(block{item: true, text: fmt.Sprintf("%s: %s. %s", a.Name, a.Said, report.Plain(a.Note))})
	}
	s.add(p.legend()...)
	return s
}

// viewed says how the order differs from the published one; empty if it is that.
func (p *presentation) viewed() string {
	var parts []string
	switch {
	case p.view.Lens != nil:
		parts = append(parts, "Under the lens "+p.view.Lens.Name+".")
		if about := report.Plain(p.view.Lens.About); about != "" {
			parts = append(parts, about)
		}
	case p.view.Own != nil:
		parts = append(parts, "Under your own weights.")
	}
	if p.view.Region != nil {
		left := p.view.LeftOut(p.guide)
		parts = append(parts, fmt.Sprintf("Only who serves %s.", p.view.Region.Name), p.serving())
		if len(left) > 0 {
			var names []string
			for _, e := range left {
				names = append(names, fmt.Sprintf("%s (%s)", e.Provider.Name, absence(e, p.view.Region)))
			}
			parts = append(parts, "Left out: "+sentence.List(names)+".")
		}
	}
	if p.moved() {
		parts = append(parts, sentence.Leader(p.g.Ranking.Ranking, p.published, sentence.NamesOf(p.guide)).String())
	}
	return strings.Join(parts, " ")
}

// order is the table. The ranges that allow for the weights alone and for the
// missing scores alone stand beside the range where they differ from it.
func (p *presentation) order() *grid {
	r := &p.g.Ranking
	ranges := r.Ranges
	scored, weighted := p.scored(ranges), p.weighted(ranges)
	t := &grid{columns: []column{{head: "Rank", right: true}, {head: "Provider", cut: true}, {head: "Score", right: true}, {bar: true}}}
	if p.moved() {
		t.columns = append(t.columns, column{head: "Was", right: true})
	}
	if p.view.Region != nil {
		t.columns = append(t.columns, column{head: headServes})
	}
	t.columns = append(t.columns, column{head: "Range", right: true})
	for _, c := range []struct {
		head   string
		ranges []rank.Range
	}{{headScored, scored}, {headWeighted, weighted}} {
		if c.ranges != nil {
			t.columns = append(t.columns, column{head: c.head, right: true, quiet: true})
		}
	}
	if p.missing() {
		t.columns = append(t.columns, column{head: "Known", right: true, quiet: true})
	}
	for i, place := range r.Places {
		row := []string{ordinal(r.Ranking, place), p.g.Entries[i].Name + state(&p.g.Entries[i]), p.g.Entries[i].Score, ""}
		if p.moved() {
			row = append(row, p.was(place))
		}
		if p.view.Region != nil {
			row = append(row, ways[p.reach(place.ID)])
		}
		row = append(row, span(ranges[i]))
		for _, other := range [][]rank.Range{scored, weighted} {
			if other != nil {
				row = append(row, span(other[i]))
			}
		}
		if p.missing() {
			row = append(row, sentence.Percent(place.Completeness))
		}
		t.rows = append(t.rows, row)
		t.bars = append(t.bars, r.Millionths(place.Total)/10_000)
	}
	return t
}

// state is what a reader should know beside a name: that the provider has closed.
func state(e *report.Entry) string {
	if e.State == "" {
		return ""
	}
	return " (" + e.State + ")"
}

const (
	headScored   = "Scored"
	headWeighted = "Weighted"
)

// scored is the ranges on the scores as published; nil where nothing is missing.
func (p *presentation) scored(ranges []rank.Range) []rank.Range {
	settled := p.g.Ranking.ScoredRanges
	if !p.missing() || slices.Equal(settled, ranges) {
		return nil
	}
	return settled
}

// weighted is the ranges that the missing scores alone allow, at the weights as
// they are; nil where nothing is missing.
func (p *presentation) weighted(ranges []rank.Range) []rank.Range {
	open := make([]rank.Range, len(ranges))
	for i, place := range p.g.Ranking.Places {
		open[i] = rank.Range{Best: place.Best, Worst: place.Worst}
	}
	if !p.missing() || slices.Equal(open, ranges) {
		return nil
	}
	return open
}

// ordinal is a rank in a table: "2", or "2=" where it is shared, or a dash where
// it is provisional.
func ordinal(r rank.Ranking, place rank.Place) string {
	if place.Provisional {
		return "–"
	}
	for _, other := range r.Places {
		if other.Rank == place.Rank && other.ID != place.ID {
			return fmt.Sprintf("%d=", place.Rank)
		}
	}
	return fmt.Sprint(place.Rank)
}

// was is the published rank, with the way that the place went since.
func (p *presentation) was(place rank.Place) string {
	before := p.published.Places[p.published.Find(place.ID)].Rank
	way := " " // so that the numbers stand below one another
	switch {
	case place.Rank < before:
		way = "▲"
	case place.Rank > before:
		way = "▼"
	}
	return fmt.Sprint(before) + way
}

// span is a range of ranks: "2–4", or "2".
func span(x rank.Range) string {
	if x.Best == x.Worst {
		return fmt.Sprint(x.Best)
	}
	return fmt.Sprintf("%d–%d", x.Best, x.Worst)
}

// legend says what the columns hold, and the weights.
func (p *presentation) legend() []block {
	r := &p.g.Ranking
	ranges := r.Ranges
	weight, scores := "", ""
	if r.Table.Stress > 0 {
		weight = fmt.Sprintf(" if up to %s of the weight moves", sentence.Percent(r.Table.Stress))
	}
	if p.missing() {
		scores = ", whatever the missing scores turn out to be"
	}
	out := []block{{term: "Range", text: "the ranks that it stays in" + weight + scores}}
	if p.scored(ranges) != nil {
		out = append(out, block{term: headScored, text: "the same with the missing scores as they are counted here"})
	}
	if p.weighted(ranges) != nil {
		out = append(out, block{term: headWeighted, text: "the same without any weight being moved"})
	}
	if p.missing() {
		out = append(out, block{term: "Known", text: "the share of the weight whose scores are known to the point"})
	}
	if slices.ContainsFunc(r.Places, func(place rank.Place) bool { return place.Provisional }) {
		out = append(out, block{term: "–", text: fmt.Sprintf("provisional: less than %s of the weight has scores known to the point; the place counts all the same",
			sentence.Percent(r.Table.MinKnown))})
	}
	if p.moved() {
		out = append(out, block{term: "Was", text: "the rank in the published order; ▲ it has moved up from there, ▼ down"})
	}
	out = append(out, p.served()...)
	return append(out, block{term: "Weights", text: p.weights()})
}

// moved reports whether there is another order to compare with.
func (p *presentation) moved() bool { return !p.view.Published() }

// missing reports whether a score is not known to the point.
func (p *presentation) missing() bool {
	return slices.ContainsFunc(p.g.Ranking.Places, func(place rank.Place) bool { return place.Completeness < rank.FullWeight })
}

func (p *presentation) weights() string {
	var parts []string
	weights := p.weighs()
	for _, k := range p.byWeight() {
		c := &p.g.Criteria[k]
		part := c.Name + " " + weights[k]
		if weights[k] != c.Weighs {
			part += fmt.Sprintf(" (published: %s)", c.Weighs)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// weighs is what each criterion weighs in the order that is asked for, in words.
func (p *presentation) weighs() []string {
	exact := make([]guide.Weight, len(p.g.Criteria))
	for k, c := range p.g.Ranking.Table.Criteria {
		exact[k] = guide.Weight(c.Weight)
	}
	return report.Weighs(exact)
}

// counted is "one vault", "ten vaults".
func counted(n int, one, many string) string {
	if n == 1 {
		return "one " + one
	}
	return sentence.Number(n) + " " + many
}

// upper begins a sentence.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
