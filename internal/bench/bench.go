// Package bench makes publications to measure the program with: of any size, the
// same every time, in our format and in that of Hugo.
//
// The texts are made up, but they are as varied as written ones: words follow
// Zipf's law over a few thousand, sentences and paragraphs differ in length, so
// that parsers, compressors and caches have as much to do as with real content.
// Both formats say the same, field by field; README.md in this folder says how
// the two programs are compared.
package bench

import (
	"fmt"
	"strings"
)

// Publication is made up of so many guides, providers and articles.
type Publication struct {
	Guides, Providers, Articles int
	Entries                     int  // of each guide
	All                         bool // each entry names all others as alternatives
	Favourite                   bool // all guides rank the first provider
}

// Sized is a publication of about so many pages, as Hugo counts them: a fifth are
// guides of ten entries, two fifths providers, two fifths articles.
func Sized(pages int) Publication {
	return Publication{Guides: pages / 5, Providers: max(10, pages*2/5), Articles: pages * 2 / 5, Entries: 10}
}

// Put takes a file of a publication.
type Put func(name, text string)

type guideText struct {
	slug, title, description, month string
	topics                          []string
	criteria                        []criterionText
	entries                         []entryText
	lead, advice                    []string
	checklist                       []string
	questions                       []questionText
}

type criterionText struct {
	id, name, about string
	weight          int
}

type entryText struct {
	provider        int   // by number
	others          []int // alternatives
	award, consider string
	fees            string
	audience        []string
	scores          []int // of 10
	reasons         []string
	why, features   []string
	asia            bool
}

type questionText struct{ question, answer string }

type providerText struct {
	slug, name, kind, home string
	body                   []string
}

type articleText struct {
	slug, title, description, month string
	topics                          []string
	lead                            []string
	sections                        []questionText // heading and text
}

const topics = 24

func topic(i int) string { return "topic-" + vocabulary[40+i%topics] }

func month(w *writer) string { return fmt.Sprintf("2025-%02d", 1+w.below(9)) }

func (p Publication) guide(i int) guideText {
	w := newWriter(1, i)
	g := guideText{
		slug: fmt.Sprintf("%s-%s-%d", w.rare(), w.rare(), i), month: month(w),
		topics: []string{topic(w.below(topics)), topic(w.below(topics))},
	}
	if g.topics[0] == g.topics[1] {
		g.topics = g.topics[:1]
	}
	g.title = fmt.Sprintf("%s %s providers %d", capital(w.rare()), w.rare(), i)
	g.description = w.sentenceUpTo(150)
	weights := []int{30, 25, 20, 15, 10}
	for k, weight := range weights {
		g.criteria = append(g.criteria, criterionText{
			id: fmt.Sprintf("c%d", k+1), name: capital(w.rare()) + " " + w.rare(), weight: weight, about: w.sentence(),
		})
	}
	start, step := w.below(p.Providers), 1+w.below(max(1, p.Providers/p.Entries-1))
	if p.Favourite {
		start = 0
	}
	for e := range p.Entries {
		x := entryText{
			provider: (start + e*step) % p.Providers,
			award:    "For " + strings.ToLower(w.words(4)), consider: w.sentence(), fees: w.sentence(), asia: w.below(3) > 0,
			why: w.paragraphs(2), features: w.lines(3),
		}
		for other := range p.Entries {
			if other == (e+1)%p.Entries || p.All && other != e {
				x.others = append(x.others, (start+other*step)%p.Providers)
			}
		}
		for n := range 3 {
			x.audience = append(x.audience, capital(w.words(2))+[]string{" desks", " funds", " houses"}[n])
		}
		for range weights {
			x.scores, x.reasons = append(x.scores, 2+w.below(9)), append(x.reasons, w.sentence())
		}
		g.entries = append(g.entries, x)
	}
	g.lead, g.advice, g.checklist = w.paragraphs(3), w.paragraphs(4), w.lines(7)
	for range 4 {
		g.questions = append(g.questions, questionText{w.question(), strings.Join(w.paragraphs(1), "")})
	}
	return g
}

func (p Publication) provider(i int) providerText {
	w := newWriter(2, i)
	return providerText{
		slug: providerSlug(i), name: providerName(i), kind: []string{"insurer", "custodian", "exchange", "broker"}[w.below(4)],
		home: capital(w.rare()), body: w.paragraphs(3),
	}
}

func providerSlug(i int) string { return fmt.Sprintf("%s-%d", vocabulary[200+i%700], i) }

func providerName(i int) string { return fmt.Sprintf("%s %d", capital(vocabulary[200+i%700]), i) }

func (p Publication) article(i int) articleText {
	w := newWriter(3, i)
	a := articleText{
		slug: fmt.Sprintf("%s-%s-%d", w.rare(), w.rare(), i), title: capital(w.words(6)) + fmt.Sprint(" ", i), month: month(w),
		description: w.sentenceUpTo(150), topics: []string{topic(w.below(topics))}, lead: w.paragraphs(2),
	}
	for range 4 {
		a.sections = append(a.sections, questionText{capital(w.words(4)), strings.Join(w.paragraphs(3), "\n\n")})
	}
	return a
}
