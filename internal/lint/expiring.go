package lint

import (
	"fmt"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var expiringClaim = diag.Define(diag.Advice, "expiring-claim",
	"A text claims what a competitor can end on any day, such as \"the only bank that\", and says of no date.")

// expiring are the beginnings of claims that hold until somebody else does the same.
var expiring = [][]string{{"the", "only"}, {"the", "first"}, {"the", "newest"}, {"the", "largest"}, {"the", "biggest"}, {"no", "other"}, {"nobody", "else"}}

// expiringIn reports such claims of an entry or a provider. A year in the same
// sentence dates one, and `as_of` dates them all.
func expiringIn(list *diag.List, asOf guide.Date, body *guide.Body, lines []guide.Inline) {
	if !asOf.IsZero() {
		return
	}
	report := func(text string, at func(start, end int) diag.Span) {
		words := split(text)
		for i, w := range words {
			for _, claim := range expiring {
				if !says(words[i:], claim) || dated(words, i) {
					continue
				}
				end := words[i+len(claim)-1].end
				said := strings.Join(strings.Fields(text[w.start:end]), " ")
				list.Add(expiringClaim, at(w.start, end), fmt.Sprintf("`%s` claims what can end on any day", said),
					"add `as_of`, name the year in the sentence, or accept `expiring-claim` with a reason")
			}
		}
	}
	for _, t := range lines {
		report(t.Source, func(start, end int) diag.Span { return inLine(t, start, end) })
	}
	report(body.Source, func(start, end int) diag.Span { return inBody(body, start, end) })
}

// dated reports whether the sentence around a word names a year.
func dated(words []word, i int) bool {
	for from := i; from >= 0; from-- {
		if year(words[from].plain) {
			return true
		}
		if words[from].before == stop {
			break
		}
	}
	for to := i + 1; to < len(words) && words[to].before != stop; to++ {
		if year(words[to].plain) {
			return true
		}
	}
	return false
}

func year(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && s[2] >= '0' && s[2] <= '9' && s[3] >= '0' && s[3] <= '9'
}
