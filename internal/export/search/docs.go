package search

import (
	"iter"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

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

	// Said are the texts of the entries of guides, in the order of their ranking, by the
	// paths of the guides. Those of guides that it does not have are added.
	Said map[string][][]string

	Kept map[string]Block           // documents that are known, by the path of what they are of
	Keep func(path string, b Block) // is given all of them; may be nil
}

// Index indexes all of it.
func (s *Site) Index() *Index { return Join(s.Blocks(), commonWords(s.Publication.Language)) }

// Docs lists what a reader can find. Texts are read when they are wanted and
// forgotten when the index has their words.
func (s *Site) Docs() iter.Seq[Doc] {
	return func(yield func(Doc) bool) {
		for _, docs := range s.parts() {
			for _, d := range s.told(docs()) {
				if !yield(d) {
					return
				}
			}
		}
	}
}

// Blocks lists the same as the index takes it. What is kept already is not read.
func (s *Site) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for at, docs := range s.parts() {
			b, kept := s.Kept[at]
			if !kept {
				b = Read(s.told(docs()))
			}
			if s.Keep != nil {
				s.Keep(at, b)
			}
			if !yield(b) {
				return
			}
		}
	}
}

// told puts the commercial ties with those whom documents name into their notes.
func (s *Site) told(docs []Doc) []Doc {
	if s.TiesIn == nil {
		return docs
	}
	for i := range docs {
		d := &docs[i]
		if ties := s.TiesIn(d.Title + " " + d.Note); ties != "" {
			d.Note = strings.TrimSpace(ties + " " + d.Note)
		}
	}
	return docs
}

// parts lists what has documents, by the path of its page, with what makes them.
func (s *Site) parts() iter.Seq2[string, func() []Doc] {
	return func(yield func(string, func() []Doc) bool) {
		if s.Said == nil {
			s.Said = map[string][][]string{}
		}
		guides, articles := map[string]*guide.Guide{}, map[string]*guide.Article{}
		for _, g := range s.Guides {
			guides[address.Guide(g.Slug)] = g
		}
		for _, a := range s.Articles {
			articles[address.Article(a.Slug)] = a
		}
		providers := map[string]*found{}
		for _, p := range s.Posts.All {
			docs := func() []Doc { return s.articleDocs(p, articles[p.Path]) }
			if !p.IsArticle() {
				s.findIn(p.Guide, guides[p.Path], providers)
				docs = func() []Doc { return s.guideDocs(p.Guide, guides[p.Path]) }
			}
			if !yield(p.Path, docs) {
				return
			}
		}
		for _, p := range s.Providers {
			if !yield(address.Provider(p.Slug), func() []Doc { return []Doc{s.providerDoc(p, providers[p.Slug])} }) {
				return
			}
		}
		if len(s.Corrected) > 0 {
			if !yield(address.Corrections, func() []Doc { return []Doc{s.correctionsDoc()} }) {
				return
			}
		}
		for _, p := range s.Pages {
			if !yield(address.Page(p.Slug)+"?", func() []Doc { return questionDocs(address.Page(p.Slug), p.Title, &p.Body) }) {
				return
			}
		}
	}
}

// guideDocs makes a guide's documents: itself, its questions, its comparisons,
// the views of it, and the facts that it states.
func (s *Site) guideDocs(sum *report.Summary, g *guide.Guide) []Doc {
	doc := Doc{Item: Item{Kind: Guide, Title: sum.Title, Path: address.Guide(sum.Slug), Note: sum.Description}}
	doc.Text.Titles = []string{sum.Title}
	doc.Text.Awards = append(s.topicNames(sum.Topics), sum.Description, sum.Category, g.Noun.One, g.Noun.Many)
	body := &g.Body
	doc.Text.Bodies = []string{markdown.Text(body.Whole)}
	for _, c := range g.Criteria {
		doc.Text.Bodies = append(doc.Text.Bodies, c.Name)
	}
	var served []*guide.Region
	for i, place := range sum.Places {
		e := g.Entry(place.Provider)
		said := s.Said[doc.Path][i]
		served = append(served, e.Regions...)
		doc.Text.Names = append(doc.Text.Names, place.Name)
		doc.Text.Names = append(doc.Text.Names, s.Formerly[place.Provider]...)
		doc.Text.Awards = append(doc.Text.Awards, place.Award)
		doc.Text.Bodies = append(doc.Text.Bodies, said...)
	}
	for i := range sum.Apart {
		a := &sum.Apart[i]
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
