package site

import (
	"html/template"
	"io"

	"shortlist/internal/export/feed"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// GuidePage is the view of a guide.
type GuidePage struct {
	Frame
	Category  string
	Dek       template.HTML
	Authors   []Link
	Published *Day
	Updated   *Day
	Reviewed  *Day
	Review    string // the promise: "next review due December 2025"
	Minutes   int
	Top       []EntryView // the first three
	Firmness  string
	Topics    []Link
	First     *Section // the comparison, where it stands before the contents and the prose
	Contents  []ContentsItem
	Sections  []Section // the rest
	Cite      *CiteView
}

// ContentsItem is a line of the contents list.
type ContentsItem struct{ Title, Anchor string }

// guideRendering holds what the sections of one guide page share while it is
// rendered.
type guideRendering struct {
	site    *Site
	guide   *guide.Guide
	ranking rank.Ranking
	names   sentence.Names
	doc     func() *markdown.Document // of the body: parsed for the pages that show it
	prose   prose
	entries []EntryView // in order
}

func (r *guideRendering) guidePage(w io.Writer) error {
	g := r.guide
	for _, p := range r.ranking.Places {
		e, err := r.entry(p)
		if err != nil {
			return err
		}
		r.entries = append(r.entries, e)
	}
	r.stand()
	sections, err := r.sections()
	if err != nil {
		return err
	}
	dek, err := r.dek()
	if err != nil {
		return err
	}
	page := &GuidePage{
		Frame: r.site.frame(head{
			path: guidePath(g.Slug), title: g.FullTitle(), description: plainText(g.Description), draft: g.Draft,
			parents:    []Link{{Label: "Guides", URL: r.site.url("/guides/")}},
			alternates: r.alternates(),
			scripts:    []string{"guide.js"},
			article:    true,
			states:     r.states,
		}),
		Category:  g.Category,
		Dek:       dek,
		Authors:   r.site.bylines(g.Authors),
		Published: day(g.Dates.Published),
		Updated:   day(g.Dates.Updated),
		Reviewed:  day(g.Dates.Reviewed),
		Minutes:   minutes(r.words()),
		Top:       r.entries[:min(3, len(r.entries))],
		Firmness:  r.verdict(),
		Topics:    r.site.topicLinks(g.Topics),
		Contents:  r.contents(sections),
		Sections:  sections,
		Cite:      r.cite(),
	}
	if sections[0].Comparison != nil {
		page.First, page.Sections = &sections[0], sections[1:]
	}
	if due := g.Dates.NextReview(); !due.IsZero() {
		page.Review = "next review due " + due.Words()
	}
	return r.site.show(w, "guide", page)
}

// verdict is the answer in words: who leads and by what, and how firm that is.
func (r *guideRendering) verdict() string {
	firm := sentence.Firmness(r.ranking, r.names)
	if len(r.ranking.Places) < 2 {
		return firm
	}
	return sentence.Verdict(r.ranking, 0, 1, r.names) + " " + firm
}

// alternates are the guide in other forms.
func (r *guideRendering) alternates() []Alternate {
	s, slug := r.site, r.guide.Slug
	out := []Alternate{
		{"text/markdown", "", s.url(twinPath(guidePath(slug)))},
		{"application/json", "", s.url(datasetPath(slug))},
		{"text/csv", "", s.url(tablePath(slug))},
	}
	if len(r.guide.Editions) > 0 {
		out = append(out, Alternate{feed.AtomType, "Changes of rank", s.url(changesPath(slug))})
	}
	return out
}

// words counts what a reader reads: the guide's prose and its entries'.
func (r *guideRendering) words() int {
	n := r.guide.Body.Words
	for _, e := range r.guide.Entries {
		n += e.Body.Words
	}
	return n
}

func (r *guideRendering) contents(sections []Section) []ContentsItem {
	var items []ContentsItem
	for _, sec := range sections {
		if sec.Title == "" {
			continue
		}
		items = append(items, ContentsItem{sec.Title, sec.ID})
	}
	return items
}

// Section is one section of a guide or another page. Title is its h2; besides
// the prose at most one of the pointers and lists is set.
type Section struct {
	ID          string
	Class       string // "faq", "checklist"
	Title       string
	Prose       template.HTML
	More        []Prose // further level-2 headings inside the section
	Questions   []QuestionView
	Methodology *Methodology
	Comparison  *Comparison
	Entries     []EntryView
	Allows      string // what the ranks that entries keep to allow for
	Report      string // where to report an error in an entry
	UseCases    []UseCaseView
	Lenses      []LensView
	Changes     *ChangesBlock
	Product     *ProductView
	Sources     []SourceGroup
	Related     []RelatedView
}

// Prose is a heading with what stands under it.
type Prose struct {
	Title, ID string
	HTML      template.HTML
}

// QuestionView is a question with its answer.
type QuestionView struct {
	Text, ID string
	Answer   template.HTML
}
