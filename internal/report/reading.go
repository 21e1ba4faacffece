package report

import (
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// Reading counts the words of a body as one reads it: without its tables, which
// are looked things up in, and without code.
func Reading(b *guide.Body) int {
	return b.Words - words(markdown.Text(guide.Prose{Nodes: tables(b.Whole.Nodes)}))
}

// tables are the tables of some nodes, wherever they stand.
func tables(nodes []guide.Node) []guide.Node {
	var out []guide.Node
	for _, n := range nodes {
		if n.Kind == guide.KindTable {
			out = append(out, n)
		} else {
			out = append(out, tables(n.Children)...)
		}
	}
	return out
}

// reading counts the words that the page of a guide has for a reader: all that
// the author wrote and all that is computed for it, but for the tables and the
// lists of sources.
func (g *Guide) reading() int {
	f := &g.Findings
	n := Reading(&g.Body) + words(Plain(g.Description)) +
		words(f.Verdict.String()) + words(f.Firmness.String()) + words(f.First.String()) + words(f.Marks.String())
	for i := range g.Entries {
		e := &g.Entries[i]
		n += Reading(&e.Body) + words(e.Name) + words(e.Kind) + words(e.Home)
		if g.Regional() {
			n += words(e.RegionWords())
		}
		for _, line := range []guide.Inline{e.Award, e.ConsiderIf, e.Fees} {
			n += words(Plain(line))
		}
		n += words(strings.Join(e.Audience, " ")) + words(e.Unknown.String())
		for _, t := range []Traits{e.Strengths, e.Drawbacks} {
			for _, line := range t.Written {
				n += words(Plain(line))
			}
			for _, said := range t.Computed {
				n += words(said.String())
			}
		}
		for i := range e.Prices {
			n += words(e.Prices[i].Name) + words(e.Prices[i].Words) + words(Plain(e.Prices[i].Note))
		}
		for _, a := range e.Alternatives {
			n += words(a.Name) + words(a.For)
		}
		for _, said := range []string{e.Firm.Stays.String(), e.Firm.Change.String(), e.Firm.Share.String()} {
			n += words(said)
		}
	}
	for i := range g.Apart {
		a := &g.Apart[i]
		n += words(a.Name) + words(a.Said.String()) + words(Plain(a.Note)) + words(a.Last.String()) + a.Body.Words
	}
	for i := range g.Lenses {
		l := &g.Lenses[i]
		n += words(l.Name) + words(Plain(l.About)) + words(l.Leader.String()) + words(l.Moves.String())
	}
	for i := range g.UseCases {
		u := &g.UseCases[i]
		n += words(u.Name) + words(Plain(u.About)) + words(u.Reason.String())
	}
	if g.Latest != nil {
		for _, said := range slices.Concat(g.Latest.Moves, g.Latest.Still, g.Latest.Facts) {
			n += words(said.String())
		}
	}
	return n
}

func words(text string) int { return markdown.Words(text) }

// Minutes is the time that so many words take to read.
func Minutes(words int) int {
	const perMinute = 230
	return max((words+perMinute-1)/perMinute, 1)
}
