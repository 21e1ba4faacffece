package lint

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var proseContradictsRank = diag.Define(diag.Warning, "prose-contradicts-rank",
	"The prose of an entry uses a superlative that the figures contradict.")

// checkProse reads what an entry says of itself, but for its award.
func checkProse(list *diag.List, f figures, v *vocabulary, e *guide.Entry, names map[string]bool) {
	report := func(text string, place func(start, end int) diag.Span) {
		words := split(text)
		for _, c := range v.claims(words) {
			if !speaksOf(e, names, words, c.word) {
				continue
			}
			if against := f.against(e, c.about); against != "" {
				list.Add(proseContradictsRank, place(c.start, c.end),
					fmt.Sprintf("the prose says `%s`, but %s", strings.Join(strings.Fields(text[c.start:c.end]), " "), against),
					"reword it, look at the scores again, or accept `prose-contradicts-rank` with a reason")
			}
		}
	}
	lines := slices.Concat([]guide.Inline{e.ConsiderIf, e.Fees, e.RegionsNote}, e.Strengths, e.Drawbacks)
	for _, s := range e.Scores {
		lines = append(lines, s.Why)
	}
	lines = append(lines, notes(e)...)
	for _, t := range lines {
		report(t.Source, func(start, end int) diag.Span { return inLine(t, start, end) })
	}
	report(e.Body.Source, func(start, end int) diag.Span { return inBody(&e.Body, start, end) })
}

// notes are what an entry says of its prices.
func notes(e *guide.Entry) []guide.Inline {
	var out []guide.Inline
	for i := range e.Prices {
		out = append(out, e.Prices[i].Note)
	}
	return out
}

// firstNames is the words by which a text calls providers: the first of each
// name, "marsh" or "hex".
func firstNames(providers []*guide.Provider) map[string]bool {
	out := map[string]bool{}
	for _, p := range providers {
		if w := split(p.Name); len(w) > 0 {
			out[w[0].plain] = true
		}
	}
	return out
}

var (
	// standIns stand for the entry in its own prose. "You want the cheapest" is said
	// of the entry, too.
	standIns = set("it its they their you your we")

	// relatives begin a clause that is about the word before them.
	relatives = set("which that who where what")
)

// speaksOf reports whether a superlative is said of the entry: its sentence names
// no other provider, and the clause before it names the entry or a stand-in, or
// there is none. "Cold storage is the safest" is about something else.
func speaksOf(e *guide.Entry, names map[string]bool, words []word, i int) bool {
	own := ""
	if w := split(e.Provider.Name); len(w) > 0 {
		own = w[0].plain
	}
	from, to := i, i+1
	for from > 0 && words[from].before < stop {
		from--
	}
	for to < len(words) && words[to].before < stop {
		to++
	}
	for _, w := range words[from:to] {
		if names[w.plain] && w.plain != own && w.written != w.plain {
			return false
		}
	}
	for ; ; i-- {
		if words[i].before == stop {
			return true // nothing but plain words before it
		}
		w := words[i-1]
		switch {
		case words[i].before > space || relatives[w.stem]:
			return false
		case standIns[w.stem] || w.plain == own:
			return true
		case !plainWords[w.stem]:
			return subjectBefore(own, words[:i-1], words[i-1].before)
		}
	}
}

// subjectBefore looks for the entry in the rest of a clause, backwards.
func subjectBefore(own string, words []word, before pause) bool {
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		if before > space || relatives[w.stem] {
			return false
		}
		if standIns[w.stem] || w.plain == own {
			return true
		}
		before = w.before
	}
	return false
}
