package lint

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var countClaim = diag.Define(diag.Warning, "count-claim",
	"A title, a description or a text says how many a guide ranks, and it ranks another number.")

// spelled are the numbers that people write as words.
var spelled = map[string]int{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}

// counting is a number that may say how many there are: in the words before it, and
// those that follow in the sentence.
var counting = regexp.MustCompile(`(?i)(?:\b(the|all|these|our|top)\s+)?\b(\d{1,3}|` + numbersAsWords() + `)\b((?:\s+[\p{L}-]+){0,4})([^\p{L}\s]?)`)

// opening is a number that a description begins with, where its first sentence says
// that so many were ranked: "Ten insurers, brokers and markets, ranked by capacity".
var opening = regexp.MustCompile(`(?i)^(\d{1,3}|` + numbersAsWords() + `)\s[^.!?]*?\b(?:ranked|compared|rated|scored)\b`)

func numbersAsWords() string { return strings.Join(slices.Sorted(maps.Keys(spelled)), "|") }

// fewest is the least number that a text means all by when it names nobody: "the
// two" are any two that were spoken of.
const fewest = 4

// checkCounts holds the numbers that a guide gives for its entries against how many
// there are. "Ten custody insurers" counts them in a title or a description, where
// nothing else is counted by the guide's own noun; in a text it takes "the ten",
// "all ten" or the like, since two insurers may be any two.
func checkCounts(list *diag.List, f figures) {
	g, ranked := f.guide, len(f.ranking.Places)
	report := func(text string, headline bool, at func(count) diag.Span) {
		for _, m := range countsIn(g, text, headline) {
			if m.n != ranked {
				list.Add(countClaim, at(m), fmt.Sprintf("“%s” says %d, and the guide ranks %d", m.said, m.n, ranked),
					"correct the number, or accept this rule with a reason")
			}
		}
	}
	report(g.Title, true, func(count) diag.Span { return fence(g.Origin) })
	report(g.Description.Source, true, func(m count) diag.Span { return inLine(g.Description, m.start, m.start+len(m.said)) })
	report(g.Body.Source, false, func(m count) diag.Span { return spanOf(g.Body.At(m.start), utf8.RuneCountInString(m.said)) })
}

// count is a number of entries that a text gives.
type count struct {
	said  string
	start int
	n     int
}

// countsIn finds the numbers of entries in a text; headline says that its numbers
// count entries wherever the guide's noun follows.
func countsIn(g *guide.Guide, text string, headline bool) []count {
	many := strings.Fields(strings.ToLower(g.Noun.Many))
	if len(many) == 0 {
		return nil
	}
	last := many[len(many)-1]
	var out []count
	for _, m := range counting.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		n := spelled[strings.ToLower(part(2))]
		if n == 0 {
			n, _ = strconv.Atoi(part(2))
		}
		if n < 2 {
			continue
		}
		opens := headline && m[0] == 0 && n >= fewest && opening.MatchString(text)
		words := strings.Fields(strings.ToLower(part(3)))
		named := slices.Index(words, last) // the place of the noun
		whole := part(1) != ""             // "the ten"
		block := strings.HasSuffix(text[:m[0]], "::ranking[") || strings.HasSuffix(text[:m[0]], "::comparison[")
		switch {
		case named >= 0 && (headline || whole):
		case opens:
		case whole && len(words) == 0 && (block || n >= fewest):
		default:
			continue
		}
		start, said := m[4], part(2)
		if whole {
			start, said = m[2], part(1)+" "+part(2)
		}
		if named >= 0 {
			said = text[start:m[6]] + " " + strings.Join(strings.Fields(part(3))[:named+1], " ")
		}
		out = append(out, count{said, start, n})
	}
	return out
}
