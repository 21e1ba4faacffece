package page

import (
	"html/template"

	"shortlist/internal/export/picture"
	"shortlist/internal/export/structured"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// graph is what every page states for search engines; a kind of page adds its
// own through head.states.
func (s *Printer) graph(h head) structured.Graph {
	site := s.Publication
	g := structured.Graph{
		Site:      structured.Site{URL: s.Absolute("/"), Name: site.Title, Description: report.Plain(site.Description), Language: site.Language},
		Publisher: structured.Publisher{Name: site.Publisher.Name, URL: site.Publisher.URL},
		Page: structured.Page{
			URL: s.Absolute(h.path), Anywhere: h.path == notFound, Name: h.title, Description: h.description,
			Image: structured.Image{URL: s.Absolute(s.picturePath(h)), Width: picture.Width, Height: picture.Height},
		},
	}
	if h.path == "/" {
		g.Page.Name = site.Title
	} else {
		g.Page.Parents = []structured.Crumb{{Name: "Home", URL: s.Absolute("/")}}
		for _, p := range h.parents {
			g.Page.Parents = append(g.Page.Parents, structured.Crumb{Name: p.Label, URL: s.Origin + p.URL})
		}
	}
	if h.states != nil {
		h.states(&g)
	}
	return g
}

// block is the graph as an element for the page's head.
func (s *Printer) block(h head) (template.HTML, error) {
	data, err := s.graph(h).JSON()
	if err != nil {
		return "", err
	}
	return template.HTML(`<script type="application/ld+json">` + string(data) + `</script>`), nil
}

func (s *Printer) signed(authors []report.Author) []structured.Author {
	out := make([]structured.Author, len(authors))
	for i, a := range authors {
		out[i] = structured.Author{Kind: a.Kind, Name: a.Name, URL: s.Absolute(address.Author(a.Slug)), Website: a.URL}
	}
	return out
}

// dated are a page's dates.
func dated(p *structured.Page, d guide.Dates) {
	p.Published, p.Modified, p.Reviewed = d.Published, d.Updated, d.Reviewed
}

// answered are the questions of a body with the answers that the page shows. Each
// has words: package markdown refuses one that is code alone.
func (s *Printer) answered(path string, b *guide.Body) []structured.Question {
	var out []structured.Question
	for _, q := range b.Questions {
		out = append(out, structured.Question{URL: s.Absolute(path) + "#" + q.ID, Text: q.Text, Answer: markdown.Text(q.Answer)})
	}
	return out
}

// states is what a guide's page says of itself.
func (r *guidePrinter) states(out *structured.Graph) {
	s, g := r.site, r.g
	path := address.Guide(g.Slug)
	dated(&out.Page, g.Dates)
	out.Article = &structured.Article{Stays: s.Tag(s.Posts.At(path).ID), Section: g.Category, Topics: s.topicNames(g.Topics), Authors: s.signed(g.Authors)}
	out.Ranking = &structured.Ranking{Name: g.Title}
	for i := range g.Entries {
		e := &g.Entries[i]
		out.Ranking.Places = append(out.Ranking.Places, structured.Place{Rank: e.Rank, Name: e.Name, URL: s.Absolute(path) + "#" + e.Provider})
	}
	out.Questions = s.answered(path, &g.Body)
}

// statesData is what the methodology page says of the data that it explains.
func (r *guidePrinter) statesData(out *structured.Graph) {
	s, g := r.site, r.g
	dated(&out.Page, g.Dates)
	data := &structured.Dataset{
		Name:        g.Title + ": the ranking as data",
		Description: "Every weight, score, reason and source of " + g.Title + ", with totals, ranks and how firm they are: all that is needed to compute the order again.",
		Method:      s.Absolute(address.Methodology(g.Slug)),
		About:       s.Absolute(address.Guide(g.Slug)),
		Files:       []structured.File{{URL: s.Absolute(address.Dataset(g.Slug)), Type: "application/json"}, {URL: s.Absolute(address.Table(g.Slug)), Type: "text/csv"}},
		From:        g.Dates.Updated,
	}
	for i := range g.Criteria {
		c := &g.Criteria[i]
		data.Variables = append(data.Variables, structured.Variable{Name: c.Name, Description: report.Plain(c.About), Unit: "points of 10"})
	}
	out.Dataset = data
}

// reviews are the judgements of a provider in guides that rank it.
func (s *Printer) reviews(p *guide.Provider, ranked []report.Appearance) []structured.Review {
	var out []structured.Review
	for _, a := range ranked {
		out = append(out, structured.Review{
			URL: s.Absolute(address.Guide(a.Guide.Slug)) + "#" + p.Slug, Name: a.Place.Award, Score: a.Place.Score,
			Subject: structured.Subject{Name: p.Name, Page: s.Absolute(address.Provider(p.Slug)), Website: p.Website, Offers: offers(a.Place.Prices)},
			Authors: s.signed(a.Guide.Authors), Published: a.Guide.Dates.Published, Modified: a.Guide.Dates.Updated,
		})
	}
	return out
}

// offers are the prices that have a figure in a currency.
func offers(prices []report.Price) []structured.Offer {
	var out []structured.Offer
	for i := range prices {
		p := &prices[i]
		if p.Missing != "" || !p.Unit.Currency() {
			continue
		}
		o := structured.Offer{Plan: p.Name, Low: p.Figures[0].String(), High: p.Figures[1].String(), Currency: p.Unit.Name, Per: p.Unit.Per}
		if p.From {
			o.High = ""
		}
		out = append(out, o)
	}
	return out
}
