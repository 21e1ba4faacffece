package site

import (
	"fmt"
	"iter"
	"slices"

	"shortlist/internal/emit/search"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// found is what the guides say of a provider, for its own document.
type found struct {
	notes   []string // "2 of 10 in Best Custody Insurance Providers (2025)"
	awards  []string
	regions []*guide.Region
}

// searchDocs lists what a reader can find. Texts are read when they are wanted
// and forgotten when the index has their words.
func (s *Site) searchDocs() iter.Seq[search.Doc] {
	return func(yield func(search.Doc) bool) {
		guides := map[string]*guide.Guide{}
		for _, g := range s.lib.Guides {
			guides[g.Slug] = g
		}
		providers := map[string]*found{}
		for _, r := range s.reads {
			docs := s.articleDocs(r)
			if r.guide != nil {
				docs = s.guideDocs(r.guide, guides[r.guide.Slug], providers)
			}
			for _, d := range docs {
				if !yield(d) {
					return
				}
			}
		}
		for _, p := range s.lib.Providers {
			if !yield(s.providerDoc(p, providers[p.Slug])) {
				return
			}
		}
		for _, p := range s.lib.Pages {
			for _, d := range questionDocs("/"+p.Slug+"/", p.Title, markdown.Parse(p.Body.Source)) {
				if !yield(d) {
					return
				}
			}
		}
	}
}

// guideDocs makes a guide's documents: itself, its questions, and its pages for
// one region.
func (s *Site) guideDocs(sum *Summary, g *guide.Guide, providers map[string]*found) []search.Doc {
	doc := search.Doc{Item: search.Item{Kind: search.Guide, Title: sum.Title, Path: guidePath(sum.Slug), Note: sum.Description}}
	doc.Text.Titles = []string{sum.Title}
	doc.Text.Awards = append(s.topicNames(sum.Topics), sum.Description, sum.Category, g.Noun.One, g.Noun.Many)
	body := markdown.Parse(g.Body.Source)
	doc.Text.Bodies = []string{body.Whole.Text()}
	for _, c := range g.Criteria {
		doc.Text.Bodies = append(doc.Text.Bodies, c.Name)
	}
	var served []*guide.Region
	for _, place := range sum.Places {
		p := providers[place.Provider]
		if p == nil {
			p = &found{}
			providers[place.Provider] = p
		}
		e := g.Entry(place.Provider)
		p.notes = append(p.notes, fmt.Sprintf("%d of %d in %s", place.Rank, len(sum.Places), sum.Title))
		p.awards = append(p.awards, place.Award)
		p.regions = append(p.regions, e.Regions...)
		served = append(served, e.Regions...)
		doc.Text.Names = append(doc.Text.Names, place.Name)
		doc.Text.Awards = append(doc.Text.Awards, place.Award)
		doc.Text.Bodies = append(doc.Text.Bodies, entryText(e)...)
	}
	doc.Regions = s.regionsServed(served)
	questions := questionDocs(doc.Path, sum.Title, body)
	for _, q := range questions {
		doc.Text.Questions = append(doc.Text.Questions, q.Title)
	}
	docs := append([]search.Doc{doc}, questions...)
	for _, region := range s.dividing(g) {
		docs = append(docs, search.Doc{
			Item:    search.Item{Kind: search.Region, Title: sum.Title + ": " + region.Name, Path: regionPath(sum.Slug, region.ID)},
			Text:    search.Text{Titles: []string{region.Name}, Awards: []string{sum.Title}},
			Regions: []string{region.ID},
		})
	}
	return docs
}

// entryText is what a guide's page says of a provider.
func entryText(e *guide.Entry) []string {
	body := markdown.Parse(e.Body.Source)
	out := append([]string{body.Whole.Text(), plain(e.ConsiderIf), plain(e.Fees), plain(e.RegionsNote)}, e.Audience...)
	for _, r := range e.Regions {
		out = append(out, r.Name)
	}
	return out
}

// regionsServed lists the regions whose clients one of those given serves, in
// the order of site.toml.
func (s *Site) regionsServed(given []*guide.Region) []string {
	var out []string
	any := guide.Entry{Regions: given}
	for _, region := range s.lib.Site.Regions {
		if region.ID != guide.Everywhere && any.Serves(region) {
			out = append(out, region.ID)
		}
	}
	return out
}

// questionDocs makes a document of each question. It can also be found by the
// title of what it belongs to.
func questionDocs(path, title string, body *markdown.Document) []search.Doc {
	var out []search.Doc
	for _, q := range body.Questions {
		out = append(out, search.Doc{
			Item: search.Item{Kind: search.Question, Title: q.Text, Path: path + "#" + q.ID, Note: title},
			Text: search.Text{Questions: []string{q.Text}, Bodies: []string{q.Answer.Text(), title}},
		})
	}
	return out
}

func (s *Site) articleDocs(r *read) []search.Doc {
	if r.article == nil {
		return nil
	}
	body := markdown.Parse(r.article.Body.Source)
	doc := search.Doc{Item: search.Item{Kind: search.Article, Title: r.title, Path: r.path, Note: r.description}}
	doc.Text = search.Text{
		Titles: []string{r.title},
		Awards: append(s.topicNames(r.topics), r.description, r.category),
		Bodies: []string{body.Whole.Text()},
	}
	questions := questionDocs(r.path, r.title, body)
	for _, q := range questions {
		doc.Text.Questions = append(doc.Text.Questions, q.Title)
	}
	return append([]search.Doc{doc}, questions...)
}

// providerDoc makes a provider's document; in is nil when no guide ranks it.
func (s *Site) providerDoc(p *guide.Provider, in *found) search.Doc {
	body := markdown.Parse(p.Body.Source)
	doc := search.Doc{Item: search.Item{Kind: search.Provider, Title: p.Name, Path: providerPath(p.Slug), Note: p.Kind}}
	doc.Text = search.Text{
		Titles: []string{p.Name},
		Awards: []string{p.Kind},
		Bodies: []string{body.Whole.Text(), p.Home, hostOf(p.Website)},
	}
	if in == nil {
		return doc
	}
	for _, note := range in.notes {
		doc.Note += "; " + note
	}
	doc.Text.Awards = append(doc.Text.Awards, in.awards...)
	doc.Regions = s.regionsServed(in.regions)
	for _, r := range in.regions {
		doc.Text.Bodies = append(doc.Text.Bodies, r.Name)
	}
	return doc
}

func (s *Site) topicNames(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = s.lib.Site.TopicName(id)
	}
	return slices.Clip(out)
}
