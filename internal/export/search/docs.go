package search

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// found is what the guides say of a provider, for its own document.
type found struct {
	notes   []string // "2 of 10 in Best Custody Insurance Providers (2025)"
	awards  []string
	said    []string // the texts of its entries
	regions []*guide.Region
}

// Site is what a site has to be found.
type Site struct {
	Publication *guide.Publication
	Posts       *report.Posts
	Guides      []*guide.Guide
	Articles    []*guide.Article
	Providers   []*guide.Provider
	Pages       []*guide.StaticPage
	Corrected   []report.Corrected
	Formerly    map[string][]string      // the names that providers had, by slug
	TiesIn      func(text string) string // tells of the commercial ties with those whom a text names; empty for none
}

// Index indexes all of it.
func (s *Site) Index() *Index { return New(s.Docs(), commonWords(s.Publication.Language)) }

// Docs lists what a reader can find. Texts are read when they are wanted and
// forgotten when the index has their words.
func (s *Site) Docs() iter.Seq[Doc] {
	return func(yield func(Doc) bool) {
		for d := range s.untold() {
			if s.TiesIn != nil {
				if ties := s.TiesIn(d.Title + " " + d.Note); ties != "" {
					d.Note = strings.TrimSpace(ties + " " + d.Note)
				}
			}
			if !yield(d) {
				return
			}
		}
	}
}

// untold lists them without the commercial ties with those whom they name.
func (s *Site) untold() iter.Seq[Doc] {
	return func(yield func(Doc) bool) {
		guides, articles := map[string]*guide.Guide{}, map[string]*guide.Article{}
		for _, g := range s.Guides {
			guides[address.Guide(g.Slug)] = g
		}
		for _, a := range s.Articles {
			articles[address.Article(a.Slug)] = a
		}
		providers := map[string]*found{}
		for _, p := range s.Posts.All {
			docs := []Doc(nil)
			if p.IsArticle() {
				docs = s.articleDocs(p, articles[p.Path])
			} else {
				docs = s.guideDocs(p.Guide, guides[p.Path], providers)
			}
			for _, d := range docs {
				if !yield(d) {
					return
				}
			}
		}
		for _, p := range s.Providers {
			if !yield(s.providerDoc(p, providers[p.Slug])) {
				return
			}
		}
		if len(s.Corrected) > 0 {
			if !yield(s.correctionsDoc()) {
				return
			}
		}
		for _, p := range s.Pages {
			for _, d := range questionDocs(address.Page(p.Slug), p.Title, &p.Body) {
				if !yield(d) {
					return
				}
			}
		}
	}
}

// note says where a guide ranks a provider.
func note(p *report.SummaryPlace, sum *report.Summary) string {
	if p.Provisional {
		return fmt.Sprintf("provisional, of %d in %s", len(sum.Places), sum.Title)
	}
	return fmt.Sprintf("%d of %d in %s", p.Rank, len(sum.Places), sum.Title)
}

func foundOf(providers map[string]*found, provider string) *found {
	p := providers[provider]
	if p == nil {
		p = &found{}
		providers[provider] = p
	}
	return p
}

// guideDocs makes a guide's documents: itself, its questions, its comparisons,
// the views of it, and the facts that it states.
func (s *Site) guideDocs(sum *report.Summary, g *guide.Guide, providers map[string]*found) []Doc {
	doc := Doc{Item: Item{Kind: Guide, Title: sum.Title, Path: address.Guide(sum.Slug), Note: sum.Description}}
	doc.Text.Titles = []string{sum.Title}
	doc.Text.Awards = append(s.topicNames(sum.Topics), sum.Description, sum.Category, g.Noun.One, g.Noun.Many)
	body := &g.Body
	doc.Text.Bodies = []string{markdown.Text(body.Whole)}
	for _, c := range g.Criteria {
		doc.Text.Bodies = append(doc.Text.Bodies, c.Name)
	}
	var served []*guide.Region
	for _, place := range sum.Places {
		p := foundOf(providers, place.Provider)
		e := g.Entry(place.Provider)
		p.notes = append(p.notes, note(&place, sum))
		p.awards = append(p.awards, place.Award)
		p.regions = append(p.regions, e.Regions...)
		said := entryText(e)
		p.said = append(p.said, said...)
		served = append(served, e.Regions...)
		doc.Text.Names = append(doc.Text.Names, place.Name)
		doc.Text.Names = append(doc.Text.Names, s.Formerly[place.Provider]...)
		doc.Text.Awards = append(doc.Text.Awards, place.Award)
		doc.Text.Bodies = append(doc.Text.Bodies, said...)
	}
	for i := range sum.Apart {
		a := &sum.Apart[i]
		p := foundOf(providers, a.Provider)
		p.notes = append(p.notes, a.Elsewhere.String())
		doc.Text.Names = append(doc.Text.Names, a.Name)
		doc.Text.Bodies = append(doc.Text.Bodies, a.Said.String()+" "+report.Plain(a.Note))
	}
	doc.Regions = s.regionsServed(served)
	questions := questionDocs(doc.Path, sum.Title, body)
	for _, q := range questions {
		doc.Text.Questions = append(doc.Text.Questions, q.Title)
	}
	docs := append([]Doc{doc}, questions...)
	docs = append(docs, comparisonDocs(sum)...)
	docs = append(docs, s.viewDocs(sum, g)...)
	docs = append(docs, s.factDocs(sum, g)...)
	for i := range docs {
		docs[i].Of = sum.Slug
	}
	return docs
}

// entryText is what a guide's page says of a provider.
func entryText(e *guide.Entry) []string {
	body := &e.Body
	out := append([]string{markdown.Text(body.Whole), report.Plain(e.ConsiderIf), report.Plain(e.Fees), report.Plain(e.RegionsNote)}, e.Audience...)
	for _, line := range slices.Concat(e.Strengths, e.Drawbacks) {
		out = append(out, report.Plain(line))
	}
	for i := range e.Prices {
		out = append(out, e.Prices[i].Name, report.Plain(e.Prices[i].Note))
	}
	for _, r := range e.Regions {
		out = append(out, r.Name)
	}
	return out
}

// regionsServed lists the regions whose clients one of those given serves, in
// the order of site.toml.
func (s *Site) regionsServed(given []*guide.Region) []string {
	var out []string
	some := guide.Entry{Regions: given}
	for _, region := range s.Publication.Regions {
		if region.ID != guide.Everywhere && some.Serves(region) {
			out = append(out, region.ID)
		}
	}
	return out
}

// questionDocs makes a document of each question. It can also be found by the
// title of what it belongs to.
func questionDocs(path, title string, body *guide.Body) []Doc {
	var out []Doc
	for _, q := range body.Questions {
		out = append(out, Doc{
			Item: Item{Kind: Question, Title: q.Text, Path: path + "#" + q.ID, Note: title},
			Text: Text{Titles: []string{q.Text}, Bodies: []string{markdown.Text(q.Answer), title}},
		})
	}
	return out
}

func (s *Site) articleDocs(r *report.Post, a *guide.Article) []Doc {
	body := &a.Body
	doc := Doc{Item: Item{Kind: Article, Title: r.Title, Path: r.Path, Note: r.Description}}
	doc.Text = Text{
		Titles: []string{r.Title},
		Awards: append(s.topicNames(r.Topics), r.Description, r.Category),
		Bodies: []string{markdown.Text(body.Whole)},
	}
	questions := questionDocs(r.Path, r.Title, body)
	for _, q := range questions {
		doc.Text.Questions = append(doc.Text.Questions, q.Title)
	}
	return append([]Doc{doc}, questions...)
}

// providerDoc makes a provider's document; in is nil when no guide ranks it.
func (s *Site) providerDoc(p *guide.Provider, in *found) Doc {
	body := &p.Body
	doc := Doc{Item: Item{Kind: Provider, Title: p.Name, Path: address.Provider(p.Slug), Note: p.Kind}}
	doc.Text = Text{
		Titles: []string{p.Name},
		Awards: []string{p.Kind},
		Bodies: []string{markdown.Text(body.Whole), p.Home, report.HostOf(p.Website)},
	}
	if said := sentence.Status(p.Status).String(); said != "" {
		doc.Title += " (" + said + ")"
		doc.Text.Bodies = append(doc.Text.Bodies, report.Plain(p.Status.Note))
	}
	if former := s.Formerly[p.Slug]; len(former) > 0 {
		doc.Note = "formerly " + sentence.List(former) + "; " + doc.Note
		doc.Text.Titles = append(doc.Text.Titles, former...)
	}
	for _, slug := range p.FormerSlugs() {
		doc.Text.Bodies = append(doc.Text.Bodies, strings.ReplaceAll(slug, "-", " "))
	}
	if in == nil {
		return doc
	}
	for _, note := range in.notes {
		doc.Note += "; " + note
	}
	doc.Text.Awards = append(doc.Text.Awards, in.awards...)
	doc.Text.Bodies = append(doc.Text.Bodies, in.said...)
	doc.Regions = s.regionsServed(in.regions)
	return doc
}

// correctionsDoc is the page of all corrections.
func (s *Site) correctionsDoc() Doc {
	doc := Doc{Item: Item{Kind: Article, Title: "Corrections", Path: address.Corrections, Note: "What was wrong, and what is right"}}
	doc.Text.Titles = []string{doc.Title}
	for _, c := range s.Corrected {
		doc.Text.Bodies = append(doc.Text.Bodies, c.Title, c.Says.String())
		for _, who := range c.Who {
			doc.Text.Names = append(doc.Text.Names, who.Name)
		}
	}
	return doc
}

func (s *Site) topicNames(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = s.Publication.TopicName(id)
	}
	return slices.Clip(out)
}
