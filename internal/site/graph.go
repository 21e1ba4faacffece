package site

import (
	"html/template"

	"shortlist/internal/emit/card"
	"shortlist/internal/emit/structured"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// graph is what every page states for search engines; a kind of page adds its
// own through head.states.
func (s *Site) graph(h head) structured.Graph {
	site := &s.lib.Site
	g := structured.Graph{
		Site:      structured.Site{URL: s.absolute("/"), Name: site.Title, Description: plainText(site.Description), Language: site.Language},
		Publisher: structured.Publisher{Name: site.Publisher.Name, URL: site.Publisher.URL},
		Page: structured.Page{
			URL: s.absolute(h.path), Name: h.title, Description: h.description,
			Image: structured.Image{URL: s.absolute(s.cardPath(h)), Width: card.Width, Height: card.Height},
		},
	}
	if h.path == "/" {
		g.Page.Name = site.Title
	} else {
		g.Page.Parents = []structured.Crumb{{Name: "Home", URL: s.absolute("/")}}
		for _, p := range h.parents {
			g.Page.Parents = append(g.Page.Parents, structured.Crumb{Name: p.Label, URL: s.origin + p.URL})
		}
	}
	if h.states != nil {
		h.states(&g)
	}
	return g
}

// block is the graph as an element for the page's head.
func (s *Site) block(h head) (template.HTML, error) {
	data, err := s.graph(h).JSON()
	if err != nil {
		return "", err
	}
	return template.HTML(`<script type="application/ld+json">` + string(data) + `</script>`), nil
}

func (s *Site) signed(authors []*guide.Author) []structured.Author {
	out := make([]structured.Author, len(authors))
	for i, a := range authors {
		out[i] = structured.Author{Kind: a.Kind, Name: a.Name, URL: s.absolute(authorPath(a.Slug)), Website: a.URL}
	}
	return out
}

// stated are a page's dates.
func stated(p *structured.Page, d guide.Dates) {
	p.Published, p.Modified, p.Reviewed = d.Published, d.Updated, d.Reviewed
}

// answered are the questions of a body with the answers that the page shows. Each
// has words: package markdown refuses one that is code alone.
func (s *Site) answered(path string, doc *markdown.Document) []structured.Question {
	var out []structured.Question
	for _, q := range doc.Questions {
		out = append(out, structured.Question{URL: s.absolute(path) + "#" + q.ID, Text: q.Text, Answer: q.Answer.Text()})
	}
	return out
}

// states is what a guide's page says of itself.
func (r *guideRendering) states(out *structured.Graph) {
	s, g := r.site, r.guide
	path := guidePath(g.Slug)
	stated(&out.Page, g.Dates)
	out.Article = &structured.Article{Section: g.Category, Topics: s.topicNames(g.Topics), Authors: s.signed(g.Authors)}
	out.Ranking = &structured.Ranking{Name: g.FullTitle()}
	for _, p := range r.ranking.Places {
		out.Ranking.Places = append(out.Ranking.Places, structured.Place{
			Rank: p.Rank, Name: r.names.Provider(p.ID), URL: s.absolute(path) + "#" + p.ID,
		})
	}
	out.Questions = s.answered(path, r.doc())
}

// statesData is what the methodology page says of the data that it explains.
func (r *guideRendering) statesData(out *structured.Graph) {
	s, g := r.site, r.guide
	stated(&out.Page, g.Dates)
	data := &structured.Dataset{
		Name:        g.FullTitle() + ": the ranking as data",
		Description: "Every weight, score, reason and source of " + g.FullTitle() + ", with totals, ranks and how firm they are: all that is needed to compute the order again.",
		Method:      s.absolute(methodologyPath(g.Slug)),
		About:       s.absolute(guidePath(g.Slug)),
		Files:       []structured.File{{URL: s.absolute(datasetPath(g.Slug)), Type: "application/json"}, {URL: s.absolute(tablePath(g.Slug)), Type: "text/csv"}},
		From:        g.Dates.Updated,
	}
	for i := range g.Criteria {
		c := &g.Criteria[i]
		data.Variables = append(data.Variables, structured.Variable{Name: c.Name, Description: plain(c.About), Unit: "points of 10"})
	}
	out.Dataset = data
}

// reviews are the judgements of a provider in the guides that rank it.
func (s *Site) reviews(p *guide.Provider) []structured.Review {
	var out []structured.Review
	for _, sum := range s.summaries {
		place := sum.place(p.Slug)
		if place == nil {
			continue
		}
		out = append(out, structured.Review{
			URL: s.absolute(guidePath(sum.Slug)) + "#" + p.Slug, Name: place.Award, Score: place.Score,
			Subject: structured.Subject{Name: p.Name, Page: s.absolute(providerPath(p.Slug)), Website: p.Website},
			Authors: s.signed(sum.Authors), Published: sum.Dates.Published, Modified: sum.Dates.Updated,
		})
	}
	return out
}
