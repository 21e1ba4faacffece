package check

import (
	"regexp"
	"slices"
	"strings"
)

// below holds a page below a guide against it. Folder is the page's own path
// from the guide on: "methodology", or "lens" and the lens.
func (a *audit) below(s *sheet, g *ranked, folder []string) {
	switch {
	case len(g.says.places) == 0: // reported as such
	case folder[0] == "methodology":
		a.method(s, g)
	case folder[0] == "compare":
		a.pair(s, g)
	case len(folder) == 2 && (folder[0] == "lens" || folder[0] == "for" || folder[0] == "in"):
		a.conditions(s, g, folder[0], folder[1])
	}
}

// method is the page of the method: the weights, how firm each rank is, and
// every score with what it adds to the total.
func (a *audit) method(s *sheet, g *ranked) {
	reasons := surface{file: s.name, label: "the table of reasons"}
	sums := surface{file: s.name, label: "the sum", extent: loose}
	for _, t := range s.grids {
		switch {
		case t.like("Criterion", "Weight"):
			a.compare(g.says, surface{file: s.name, label: "the table of weights", extent: loose, weights: t.weights()})
		case t.like("Criterion", "Score") && g.says.at(t.under) >= 0:
			p, sum := place{id: t.under, marks: map[string]string{}}, place{id: t.under, marks: map[string]string{}}
			for _, l := range t.rows {
				score, part := l.at(t.column("Score")), l.at(t.column("Adds"))
				switch {
				case l.name == total:
					sum.marks[total] = short(part)
				case l.name != "":
					p.marks[l.name], sum.marks[adds+l.name] = score, short(part)
				}
			}
			reasons.places = append(reasons.places, p)
			sums.places = append(sums.places, sum)
			a.compare(g.says, surface{file: s.name, label: "the table of reasons", extent: loose, weights: t.weights()})
		case t.rank >= 0 && t.total < 0 && len(t.rows) > 0:
			ranks := t.ranking(s.name, "the table of ranks", whole)
			a.compare(g.says, ranks)
			a.robust(g, ranks)
		}
	}
	if len(reasons.places) > 0 {
		a.compare(g.says, reasons)
		a.robust(g, sums)
	}
	headings := surface{file: s.name, label: "the list of headings"}
	for _, q := range s.questions {
		if m := numbered.FindStringSubmatch(q.question); m != nil && g.says.at(q.id) >= 0 {
			headings.places = append(headings.places, place{id: q.id, rank: m[1], name: m[2]})
		}
	}
	if len(headings.places) > 0 {
		a.compare(g.says, headings)
	}
}

var numbered = regexp.MustCompile(`^(\d+)\.? (.+)$`)

// robust compares what only ranking.json says beside the page of the method.
func (a *audit) robust(g *ranked, s surface) {
	if g.data == nil {
		return
	}
	said := surface{file: s.file, label: s.label, extent: loose}
	for _, p := range s.places {
		said.places = append(said.places, place{id: p.id, marks: p.marks})
	}
	a.compare(g.data.robustness(s.file), said)
}

// pair is a comparison of two: their places, a row for each criterion, the
// totals, and facts.
func (a *audit) pair(s *sheet, g *ranked) {
	for _, list := range s.answers {
		a.compare(g.says, surface{file: s.name, label: "the answer", extent: loose, places: placesOf(list)})
	}
	for _, t := range s.grids {
		label := "the table of facts"
		if t.like("Criterion") {
			label = "the table of scores"
		}
		for i, h := range t.heads {
			at := g.says.named(h.name)
			if i == 0 || at < 0 {
				continue
			}
			p := place{id: g.says.places[at].id, name: h.name, marks: map[string]string{}}
			sum := place{id: p.id, marks: map[string]string{}}
			for _, l := range t.rows {
				switch cell := l.at(i); {
				case l.name != total:
					p.marks[l.name] = cell
				case cell != g.says.places[at].score: // it may be printed in full
					sum.marks[total] = short(cell)
				}
			}
			a.compare(g.says, surface{file: s.name, label: label, extent: loose, places: []place{p}})
			a.robust(g, surface{file: s.name, label: label, places: []place{sum}})
		}
		a.compare(g.says, surface{file: s.name, label: label, extent: loose, weights: t.weights()})
	}
	if len(s.answers) > 0 && len(s.answers[0]) == 2 {
		for _, t := range s.grids {
			for _, l := range s.answers[0] {
				if t.column(l.name) < 0 {
					a.add(auditName, s.name, "the answer calls `%s` %q, and no column of a table is called so", l.id, l.name)
				}
			}
		}
	}
}

func (s *surface) named(name string) int {
	for i := range s.places {
		if s.places[i].name == name {
			return i
		}
	}
	return -1
}

// conditions is a guide's table under a lens, for a use case or for a region.
// Names are those of the guide. Totals and ranks are computed anew, from the
// scores and weights of ranking.json; so are the ranks that the guide gives to
// those that are listed.
func (a *audit) conditions(s *sheet, g *ranked, kind, id string) {
	if g.data == nil {
		return // reported as such
	}
	points, found := g.data.published(), kind == "in"
	for _, set := range map[string][]weighing{"lens": g.data.Lenses, "for": g.data.UseCases}[kind] {
		if set.ID != id {
			continue
		}
		if found = true; len(set.Points) > 0 { // a use case may keep to the published weights
			points = set.Points
		}
	}
	if !found {
		a.add(auditMissing, s.name, "ranking.json has no weights for `%s`", id)
		return
	}
	label := "ranking.json under `" + id + "`"
	for _, t := range s.grids {
		switch {
		case t.rank >= 0 && t.total >= 0:
			a.standings(s, g, t, kind, surface{file: s.name, label: label}, points)
		case t.like("Criterion", "Here"):
			a.weighed(s, g, t, label, points)
		}
	}
}

// standings is the order itself, with the pick of a use case. A column says
// the ranks in the guide, or in the guide among those that are listed.
func (a *audit) standings(s *sheet, g *ranked, t *grid, kind string, computed surface, points map[string]int) {
	table := t.ranking(s.name, "the table", whole)
	names := surface{file: s.name, label: table.label, extent: loose}
	if kind == "lens" {
		names.extent = each
	}
	was := surface{file: s.name, label: "the column of ranks in the guide", extent: loose}
	column := slices.IndexFunc(t.heads, func(h head) bool {
		return strings.HasPrefix(h.name, "In the guide") || strings.HasPrefix(h.name, "Published")
	})
	for _, l := range t.rows {
		if l.id == "" {
			continue
		}
		names.places = append(names.places, place{id: l.id, name: l.name})
		was.places = append(was.places, place{id: l.id, rank: leading.FindString(l.at(column))})
	}
	a.compare(g.says, names)
	computed.places = g.data.under(points, table.places)
	a.compare(computed, table)
	published := g.says
	if column >= 0 && strings.Contains(t.heads[column].name, "among") {
		published = surface{label: "ranking.json", places: g.data.under(g.data.published(), table.places)}
	}
	a.compare(published, was)
	if len(s.answers) > 0 {
		pick := surface{file: s.name, label: "the pick", extent: top, places: placesOf(s.answers[0])}
		a.compare(computed, pick)
		said := surface{file: s.name, label: pick.label, extent: loose}
		for _, p := range pick.places {
			said.places = append(said.places, place{id: p.id, name: p.name, marks: p.marks})
		}
		a.compare(g.says, said)
	}
}

var leading = regexp.MustCompile(`^\d+`)

// weighed is the table of a lens's weights beside those of the guide.
func (a *audit) weighed(s *sheet, g *ranked, t *grid, label string, points map[string]int) {
	here, guide := map[string]string{}, map[string]string{}
	for _, l := range t.rows {
		if m := percent.FindStringSubmatch(l.at(t.column("Here"))); m != nil {
			here[l.name] = m[1]
		}
		if m := percent.FindStringSubmatch(l.at(t.column("In the guide"))); m != nil {
			guide[l.name] = m[1]
		}
	}
	want := map[string]string{}
	for id, n := range points {
		want[g.data.criterion(id)] = decimal(n, 2)
	}
	a.compare(surface{label: label, places: g.says.places, weights: want}, surface{file: s.name, label: "the table of weights", extent: loose, weights: here})
	a.compare(g.says, surface{file: s.name, label: "the column of weights in the guide", extent: loose, weights: guide})
}
