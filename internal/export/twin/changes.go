package twin

import (
	"slices"
	"strings"

	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// changes writes what has changed since the latest edition and between the two
// latest, ranks first and then facts, and where the editions are.
func (t *twin) changes(g *report.Guide) {
	latest := &g.Editions[len(g.Editions)-1]
	if g.Latest != nil {
		t.para("Between the two latest editions:")
		t.changed(g.Latest)
	}
	if latest.Since == nil {
		t.para("Since the edition of %s: %s", latest.Date.Words(), escape(latest.Same.String()))
	} else {
		t.para("Since the edition of %s:", latest.Date.Words())
		t.changed(latest.Since)
	}
	var links []string
	for _, e := range slices.Backward(g.Editions) {
		links = append(links, t.link(e.Date.Words(), address.Edition(g.Slug, e.Date)))
	}
	t.para("Frozen editions: %s.", strings.Join(links, ", "))
}

func (t *twin) changed(c *report.Changes) {
	t.items(escaped(sentence.Strings(slices.Concat(c.Moves, c.Still, c.Facts))))
}
