package lint

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

var proseAgainstPick = diag.Define(diag.Warning, "prose-against-pick",
	"The conclusion of a guide recommends a provider that a use case rules out, or leaves out the pick of the use case that it speaks of.")

// conclusions are words of the headings under which a guide sums up.
var conclusions = set("conclusion summary verdict recommendation")

// checkConclusion holds what the conclusion recommends against the picks. It reads
// clause by clause. A clause that names providers speaks of the use case with which
// it has most in common, if that is enough: see likeness. Names after "who" or
// "where" are not recommended, and a clause with a word such as "not" or "unless"
// is left alone.
func checkConclusion(list *diag.List, g *guide.Guide, callers map[string]string) {
	if len(g.UseCases) == 0 {
		return
	}
	for _, section := range concluding(&g.Body) {
		text := g.Body.Source[section[0]:section[1]]
		for _, clause := range clauses(split(text)) {
			named := recommended(g, clause, callers)
			if len(named) == 0 {
				continue
			}
			u := spokenOf(g, clause)
			if u == nil {
				continue
			}
			at := func(w word) diag.Span {
				return spanOf(g.Body.At(section[0]+w.start), utf8.RuneCountInString(w.written))
			}
			holdAgainst(list, g, u, named, at)
		}
	}
}

// mention is an entry that a clause names, at a word.
type mention struct {
	entry *guide.Entry
	at    word
}

func holdAgainst(list *diag.List, g *guide.Guide, u *guide.UseCase, named []mention, at func(word) diag.Span) {
	const hint = "reword the conclusion, look at the requirements of the use case again, or accept `prose-against-pick` with a reason"
	for _, m := range named {
		if u.Qualifies(m.entry) || u.Adds(m.entry) {
			continue
		}
		var by []string
		for _, lacks := range u.Unmet(m.entry) {
			by = append(by, sentence.Unmet(m.entry, lacks).String())
		}
		if len(by) == 0 {
			by = append(by, sentence.Role(m.entry.Role).String())
		}
		list.Add(proseAgainstPick, at(m.at), fmt.Sprintf("the conclusion names %s for `%s`, which does not take it: %s",
			m.entry.Provider.Name, u.Name, sentence.List(by)), hint)
	}
	order := rank.Rank(table.UseCase(g, u))
	if len(order.Places) == 0 || slices.ContainsFunc(named, func(m mention) bool {
		p := order.Find(m.entry.Provider.Slug)
		return p < 0 || order.Places[p].Rank == 1
	}) {
		return // the pick is named; or who is not in the order, which is said above, or is added to the pick
	}
	list.Add(proseAgainstPick, at(named[0].at), fmt.Sprintf("the conclusion names %s for `%s`, and the pick is %s",
		named[0].entry.Provider.Name, u.Name, g.Entry(order.Places[0].ID).Provider.Name), hint)
}

// concluding are the ranges of a body that stand under a heading that sums up.
func concluding(b *guide.Body) [][2]int {
	var out [][2]int
	for i, h := range b.Headings {
		if !slices.ContainsFunc(split(h.Text), func(w word) bool { return conclusions[w.stem] }) {
			continue
		}
		from, to := h.Offset, len(b.Source)
		if end := strings.IndexByte(b.Source[from:], '\n'); end >= 0 {
			from += end
		} else {
			from = to
		}
		for _, next := range b.Headings[i+1:] {
			if next.Level <= h.Level {
				to = next.Offset
				break
			}
		}
		for _, block := range b.Blocks {
			if block.Offset > from {
				to = min(to, block.Offset)
			}
		}
		out = append(out, [2]int{from, to})
	}
	return out
}

// clauses parts a text where a sentence or a clause ends, and at a comma before
// "and", "but" or "while".
func clauses(words []word) [][]word {
	var out [][]word
	from := 0
	for i, w := range words {
		joins := w.before == comma && (w.stem == "and" || w.stem == "but" || w.stem == "while")
		if i > from && (w.before >= clause || joins) {
			out = append(out, words[from:i])
			from = i
		}
	}
	if from < len(words) {
		out = append(out, words[from:])
	}
	return out
}

// onlyNames are the slugs of providers by the first word of their names, which is how
// a text calls them, where no other name begins with it.
func onlyNames(providers []*guide.Provider) map[string]string {
	out, count := map[string]string{}, map[string]int{}
	for _, p := range providers {
		if w := split(p.Name); len(w) > 0 {
			out[w[0].plain] = p.Slug
			count[w[0].plain]++
		}
	}
	maps.DeleteFunc(out, func(name, _ string) bool { return count[name] > 1 })
	return out
}

// recommended are the entries that a clause names, each once.
func recommended(g *guide.Guide, clause []word, callers map[string]string) []mention {
	var out []mention
	for _, w := range clause {
		if hedges[w.stem] && w.stem != "if" && w.stem != "would" && w.stem != "should" {
			return nil
		}
	}
	for _, w := range clause {
		if len(out) > 0 && relatives[w.stem] {
			break
		}
		slug, calls := callers[w.plain]
		if !calls {
			continue
		}
		e := g.Entry(slug)
		if e == nil || w.written == w.plain || slices.ContainsFunc(out, func(m mention) bool { return m.entry == e }) {
			continue
		}
		out = append(out, mention{e, w})
	}
	return out
}

// enough is the likeness from which a clause speaks of a use case.
const enough = 2

// spokenOf is the use case that a clause has most in common with; nil where that
// is too little, or two have as much.
func spokenOf(g *guide.Guide, clause []word) *guide.UseCase {
	var best *guide.UseCase
	most, level := enough-1, false
	for i := range g.UseCases {
		switch n := likeness(&g.UseCases[i], clause); {
		case n > most:
			best, most, level = &g.UseCases[i], n, false
		case n == most:
			level = true
		}
	}
	if level {
		return nil
	}
	return best
}

// likeness counts what a clause shares with a use case: two for a word of its id or
// for a region that it requires, one for a word of its name or of a value that it
// requires. Words that narrow nothing, and those of the guide's noun, do not count.
func likeness(u *guide.UseCase, clause []word) int {
	says := map[string]bool{}
	for _, w := range clause {
		if len(w.plain) > 2 || w.written == strings.ToUpper(w.written) {
			says[w.stem] = true
		}
	}
	n := 0
	seen := map[string]bool{}
	count := func(worth int, text string) {
		for _, s := range stems(text) {
			if says[s] && !seen[s] && !plainWords[s] && len(s) > 1 && !hedges[s] && !relatives[s] && !common[s] {
				seen[s] = true
				n += worth
			}
		}
	}
	for _, r := range u.Regions {
		if r.ID != guide.Everywhere {
			count(2, r.ID)
			count(2, r.Name)
		}
	}
	count(2, u.ID)
	count(1, u.Name)
	for _, q := range u.Requires {
		for _, item := range q.Items {
			count(1, item)
		}
	}
	return n
}

// common are words that any two texts may share.
var common = set("that you want need with from custody custodian fund exchange bank platform several who one")
