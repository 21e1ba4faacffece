package lint

import (
	"testing"

	"shortlist/internal/guide"
)

func TestPlaceholders(t *testing.T) {
	for text, want := range map[string][]string{
		"The price is TBD.":                        {"TBD"},
		"TODO: ask them. A todo list is none.":     {"TODO"},
		"FIXME, XXX and TKTK":                      {"FIXME", "XXX", "TKTK"},
		"lorem\nipsum and Lorem Ipsum":             {"lorem\nipsum", "Lorem Ipsum"},
		"Lorem, ipsum":                             nil,
		"`TODO` is in code, [@TODO] is cited":      nil,
		"TODOS, MAXXXI and the lorem of the forum": nil,
	} {
		var got []string
		eachPlaceholder(text, func(start, end int) { got = append(got, text[start:end]) })
		check(t, got, want...)
	}
}

// TestPlaceholderPlaces: every kind of text is looked through, once.
func TestPlaceholderPlaces(t *testing.T) {
	line := func() guide.Inline { return guide.Inline{Source: "TBD"} }
	body := guide.Body{Source: "TBD"}
	lib := vaults()
	g := lib.Guides[0]
	g.Body, g.Criteria[0].About = body, line()
	e := g.Entries[0]
	e.Award, e.ConsiderIf, e.RegionsNote, e.Fees, e.Scores[0].Why, e.Body = line(), line(), line(), line(), line(), body
	lib.Providers[0].Body = body
	lib.Authors = []*guide.Author{{Body: body}}
	lib.Articles = []*guide.Article{{Body: body}}
	lib.Pages = []*guide.StaticPage{{Body: body}}
	lib.Relationships = []guide.Relationship{{Note: line()}}
	// A list that is sorted drops what is repeated, and these have no places.
	n := 0
	for _, p := range Library(lib) {
		if p.Rule == placeholderText {
			n++
		}
	}
	if n != 13 {
		t.Errorf("%d findings", n)
	}
}
