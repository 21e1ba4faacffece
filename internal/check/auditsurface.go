package check

import (
	"maps"
	"slices"
	"strings"
)

// surface is what one part of the site says of a guide's ranking.
type surface struct {
	file    string // where it stands
	label   string // what findings call it: "ranking.csv", "the comparison table"
	extent  extent
	places  []place
	weights map[string]string // percents, by the name of the criterion
}

// place is one entry. What a surface does not state is "", or is not there.
type place struct {
	id, name, rank, score string
	marks                 map[string]string // what else it says: scores by criterion, the award, facts
}

// award is the mark that lists of entries carry beside rank and score.
const award = "Award"

// extent is how much of a ranking a surface has to have.
type extent int

const (
	whole extent = iota // every entry
	top                 // the first ones, without a gap
	some                // any of them, in their order
	each                // every entry, in any order
	loose               // any of them, in any order
)

func (s *surface) at(id string) int {
	return slices.IndexFunc(s.places, func(p place) bool { return p.id == id })
}

// called is how findings speak of an entry.
func (p *place) called() string {
	if p.name != "" {
		return p.name
	}
	return "`" + p.id + "`"
}

// identify gives the places of a surface that knows only names the ids of
// another: of the one with that name, else of the one that stands there.
func (s *surface) identify(known surface) {
	taken := map[string]bool{}
	for i := range s.places {
		p := &s.places[i]
		stated := p.id != ""
		for _, k := range known.places {
			// Two that share a name are taken in turn.
			if !stated && p.name == k.name && (p.id == "" || taken[p.id] && !taken[k.id]) {
				p.id = k.id
			}
		}
		taken[p.id] = true
	}
	for i := range s.places {
		if p := &s.places[i]; p.id == "" && i < len(known.places) && !taken[known.places[i].id] {
			p.id = known.places[i].id
			taken[p.id] = true
		}
	}
}

// compare reports where a surface differs from the one that is taken for the
// guide's word.
func (a *audit) compare(word, other surface) {
	if len(word.places) == 0 {
		return // reported as such
	}
	other.identify(word)
	seen := map[string]bool{}
	var order []int // of the entries that both have, in the order of the other
	for i := range other.places {
		p := &other.places[i]
		at := word.at(p.id)
		switch {
		case at < 0:
			a.add(auditMissing, other.file, "%s has %s, which %s lacks", other.label, p.called(), word.label)
			continue
		case seen[p.id]:
			a.add(auditMissing, other.file, "%s has %s twice", other.label, p.called())
			continue
		}
		seen[p.id] = true
		order = append(order, at)
		a.same(word, other, &word.places[at], p)
	}
	want := len(word.places)
	switch other.extent {
	case top:
		want = min(want, len(other.places))
	case some, loose:
		want = 0
	}
	for i := range word.places[:want] {
		if p := &word.places[i]; !seen[p.id] {
			a.add(auditMissing, other.file, "%s lacks %s, which %s has", other.label, p.called(), word.label)
		}
	}
	sorted := slices.Sorted(slices.Values(order))
	for i, at := range order {
		if at != sorted[i] && other.extent < each {
			a.add(auditOrder, other.file, "%s has %s where %s has %s", other.label, word.places[at].called(), word.label, word.places[sorted[i]].called())
			break
		}
	}
	for _, criterion := range slices.Sorted(maps.Keys(other.weights)) {
		if w, both := word.weights[criterion]; both && w != other.weights[criterion] {
			a.add(auditWeight, other.file, "%s gives %s the weight %s %%, %s %s %%", other.label, criterion, other.weights[criterion], word.label, w)
		}
	}
}

// same compares what two surfaces say of one entry.
func (a *audit) same(word, other surface, w, p *place) {
	if w.name != "" && p.name != "" && w.name != p.name {
		a.add(auditName, other.file, "%s calls `%s` %q, %s %q", other.label, p.id, p.name, word.label, w.name)
	}
	if w.rank != "" && p.rank != "" && w.rank != p.rank {
		a.add(auditRank, other.file, "%s gives %s the rank %s, %s %s", other.label, w.called(), p.rank, word.label, w.rank)
	}
	if w.score != "" && p.score != "" && w.score != p.score {
		a.add(auditScore, other.file, "%s gives %s the score %s, %s %s", other.label, w.called(), p.score, word.label, w.score)
	}
	for _, key := range slices.Sorted(maps.Keys(p.marks)) {
		said, stated := w.marks[key], p.marks[key]
		if _, scored := word.weights[key]; said == "" || stated == "" || alike(said, stated) {
			continue
		} else if scored {
			a.add(auditScore, other.file, "%s gives %s %q on %s, %s %q", other.label, w.called(), stated, key, word.label, said)
		} else {
			a.add(auditFact, other.file, "%s says %q of %s under %s, %s %q", other.label, stated, w.called(), key, word.label, said)
		}
	}
}

// alike reports whether two surfaces mean the same. Where a page says in words
// that a score is not known, data files give the whole scale.
func alike(a, b string) bool {
	const unknown = "0–10"
	inWords := func(s string) bool { return s[0] < '0' || s[0] > '9' }
	return a == b || a == unknown && inWords(b) || b == unknown && inWords(a)
}

// guide compares all that states a guide's ranking beside the guide's page with
// its comparison table.
func (a *audit) guide(slug string, s *sheet) {
	g := &ranked{title: s.heading}
	a.guides[slug] = g
	surfaces := append(slices.Clone(s.surfaces), a.dataOf(slug, g)...)
	for _, kept := range surfaces {
		if len(kept.places) == 0 {
			a.add(auditMissing, kept.file, "%s states no ranking", kept.label)
		}
	}
	surfaces = slices.DeleteFunc(surfaces, func(s surface) bool { return len(s.places) == 0 })
	if len(surfaces) == 0 {
		return
	}
	g.says = surfaces[0]
	for _, t := range s.grids {
		if t.like("Criterion", "Weight") {
			a.compare(g.says, surface{file: s.name, label: "the table of criteria", extent: loose, weights: t.weights()})
		}
	}
	a.compare(g.says, surface{file: s.name, label: "the list of criteria", extent: loose, weights: s.weights})
	for _, other := range surfaces[1:] {
		a.compare(g.says, other)
	}
}

// rankOf takes "3. Marsh" apart.
func rankOf(text string) (rank, name string) {
	rank, name, found := strings.Cut(text, ". ")
	if !found || rank == "" || strings.Trim(rank, "0123456789") != "" {
		return "", text
	}
	return rank, name
}
