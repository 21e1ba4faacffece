package site

import (
	"html/template"
	"io"

	"shortlist/internal/emit/feed"
	"shortlist/internal/explain"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/rank"
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
	Review    string // the promise: "every 3 months"
	Minutes   int
	Top       []EntryView // the first three
	Count     int
	Firmness  string
	Many      string // what the guide calls its providers
	Topics    []Link
	Contents  []ContentsItem
	Sections  []Section
	Cite      *CiteView
}

// ContentsItem is a line of the contents list.
type ContentsItem struct {
	Title, Anchor string
	Entries       []EntryView // under the ranking
}

// guideRendering holds what the sections of one guide page share while it is
// rendered.
type guideRendering struct {
	site    *Site
	guide   *guide.Guide
	ranking rank.Ranking
	names   explain.Names
	doc     *markdown.Document
	prose   prose
	entries []EntryView // in order
}

func (r *guideRendering) guidePage(w io.Writer) error {
	g := r.guide
	firm := r.firm()
	for i, p := range r.ranking.Places {
		e, err := r.entry(p)
		if err != nil {
			return err
		}
		e.Firm = firm[i]
		r.entries = append(r.entries, e)
	}
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
		Count:     len(r.entries),
		Many:      g.Noun.Many,
		Firmness:  explain.Firmness(r.ranking, r.names),
		Topics:    r.site.topicLinks(g.Topics),
		Contents:  r.contents(sections),
		Sections:  sections,
		Cite:      r.cite(),
	}
	if !g.Dates.ReviewEvery.IsZero() {
		page.Review = "every " + g.Dates.ReviewEvery.String()
	}
	return r.site.show(w, "guide", page)
}

// alternates are the guide in other forms.
func (r *guideRendering) alternates() []Alternate {
	s, slug := r.site, r.guide.Slug
	out := []Alternate{
		{"text/markdown", "As Markdown", s.url(twinPath(guidePath(slug)))},
		{"application/json", "The ranking as data", s.url(datasetPath(slug))},
		{"text/csv", "The ranking as a table", s.url(tablePath(slug))},
	}
	if len(r.guide.Editions) > 0 {
		out = append(out, Alternate{feed.AtomType, "Changes of rank", s.url(changesPath(slug))},
			Alternate{feed.JSONType, "Changes of rank", s.url(changesJSONPath(slug))})
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
		item := ContentsItem{Title: sec.Title, Anchor: sec.ID}
		if sec.ID == "ranking" {
			item.Entries = r.entries
		}
		items = append(items, item)
	}
	return items
}

// Section is one section of a guide or another page. Title is its h2; besides
// the prose at most one of the pointers and lists is set.
type Section struct {
	ID          string
	Class       string // "faq", "checklist" or a block's name, for the style sheet
	Title       string
	Prose       template.HTML
	More        []Prose // further level-2 headings inside the section
	Questions   []QuestionView
	Methodology *Methodology
	Comparison  *Comparison
	Entries     []EntryView
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
