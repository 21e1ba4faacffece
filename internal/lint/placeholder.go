package lint

import (
	"fmt"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var placeholderText = diag.Define(diag.Warning, "placeholder-text",
	"A text still has what stood in for words that were to come: a word such as "+toDo+", or lorem ipsum.")

// The words, in two parts, since the test that looks for them in the program's own
// comments would find them here.
const toDo = "TO" + "DO"

var placeholders = map[string]bool{toDo: true, "FIX" + "ME": true, "TBD": true, "TK" + "TK": true, "XX" + "X": true}

// placeholdersInGuide looks through everything of a guide that is published as
// prose.
func placeholdersInGuide(list *diag.List, g *guide.Guide) {
	placeholdersIn(list, &g.Body)
	placeholdersInLines(list, g.Basis)
	for _, c := range g.Criteria {
		placeholdersInLines(list, c.About)
	}
	for _, e := range g.Entries {
		placeholdersInLines(list, e.Award, e.ConsiderIf, e.RegionsNote, e.Fees)
		placeholdersInLines(list, e.Strengths...)
		placeholdersInLines(list, e.Drawbacks...)
		placeholdersInLines(list, notes(e)...)
		for _, s := range e.Scores {
			placeholdersInLines(list, s.Why)
		}
		placeholdersIn(list, &e.Body)
	}
}

func placeholdersIn(list *diag.List, b *guide.Body) {
	eachPlaceholder(b.Source, func(start, end int) {
		reportPlaceholder(list, b.Source[start:end], inBody(b, start, end))
	})
}

func placeholdersInLines(list *diag.List, texts ...guide.Inline) {
	for _, t := range texts {
		eachPlaceholder(t.Source, func(start, end int) {
			reportPlaceholder(list, t.Source[start:end], inLine(t, start, end))
		})
	}
}

// eachPlaceholder finds the placeholders of a text. In code they may be meant.
func eachPlaceholder(text string, found func(start, end int)) {
	if !mayHold(text) {
		return
	}
	words := split(text)
	for i, w := range words {
		switch {
		case placeholders[w.written]:
			found(w.start, w.end)
		case w.plain == "lorem" && i+1 < len(words) && words[i+1].plain == "ipsum" && words[i+1].before == space:
			found(w.start, words[i+1].end)
		}
	}
}

// mayHold reports whether a text has the letters of a placeholder at all: hardly
// any has, and to take it into words takes a hundred times as long.
func mayHold(text string) bool {
	for mark := range placeholders {
		if strings.Contains(text, mark) {
			return true
		}
	}
	const lorem = "lorem"
	for at := 0; ; at++ {
		i := strings.IndexAny(text[at:], "lL")
		if i < 0 {
			return false
		}
		if at += i; len(text)-at >= len(lorem) && strings.EqualFold(text[at:at+len(lorem)], lorem) {
			return true
		}
	}
}

func reportPlaceholder(list *diag.List, written string, at diag.Span) {
	list.Add(placeholderText, at, fmt.Sprintf("`%s` stands in for words that were to come", strings.Join(strings.Fields(written), " ")),
		"write them, or accept `placeholder-text` with a reason")
}
