package table

import (
	"slices"

	"shortlist/internal/guide"
)

// freezeFacts gives an edition the facts of the guide as a whole.
func freezeFacts(e *guide.Edition, g *guide.Guide, plain func(guide.Inline) string) {
	e.Description = plain(g.Description)
	for _, a := range g.Attributes {
		e.Attributes = append(e.Attributes, guide.EditionAttribute{ID: a.ID, Name: a.Name})
	}
	for _, q := range g.Body.Questions {
		e.Questions = append(e.Questions, guide.EditionQuestion{Text: q.Text, Answer: plain(guide.Inline{Prose: q.Answer})})
	}
	e.Sources = frozenSources(g.Sources)
	for _, x := range g.Apart {
		v := x.Verdict
		e.Apart = append(e.Apart, guide.EditionApart{Provider: x.Provider.Slug, Name: x.Provider.Name,
			EditionStatus: guide.EditionStatus{Kind: string(v.Kind), Date: v.Date, Note: plain(v.Note)}})
	}
}

func frozenSources(sources []*guide.Source) []guide.EditionSource {
	var out []guide.EditionSource
	for _, s := range sources {
		out = append(out, guide.EditionSource{ID: s.ID, Title: s.Title, URL: s.URL})
	}
	return out
}

// factsOf are the facts that readers are told of an entry.
func factsOf(g *guide.Guide, e *guide.Entry, plain func(guide.Inline) string) *guide.EditionFacts {
	p := e.Provider
	status := guide.EditionStatus{Kind: string(p.Status.Kind), Date: p.Status.Date, Note: plain(p.Status.Note)}
	f := &guide.EditionFacts{
		Kind: p.Kind, Home: p.Home, Website: p.Website, Status: status, Role: e.Role, Audience: e.Audience, ConsiderIf: plain(e.ConsiderIf),
		RegionsNote: plain(e.RegionsNote), Fees: plain(e.Fees), AsOf: e.AsOf, Sources: frozenSources(slices.Concat(e.Sources, e.ProviderSources())),
	}
	for _, s := range e.Strengths {
		f.Strengths = append(f.Strengths, plain(s))
	}
	for _, s := range e.Drawbacks {
		f.Drawbacks = append(f.Drawbacks, plain(s))
	}
	for _, r := range e.Regions {
		f.Regions = append(f.Regions, r.Name)
	}
	for _, a := range e.Alternatives {
		name := a.Provider.Name
		if a.For != "" {
			name += " for " + a.For
		}
		f.Alternatives = append(f.Alternatives, name)
	}
	for i := range e.Prices {
		price := &e.Prices[i]
		f.Prices = append(f.Prices, guide.EditionPrice{Name: price.Name, Price: price.Words(), Note: plain(price.Note), Counts: price.Counts})
	}
	for _, s := range p.Facts {
		f.Stated = append(f.Stated, s.Name+": "+s.Words)
	}
	for i := range g.Attributes {
		words := ""
		if v, given := e.Attributes[g.Attributes[i].ID]; given {
			words = g.Attributes[i].Words(v)
		}
		f.Attributes = append(f.Attributes, words)
	}
	for _, part := range e.Body.Parts {
		text := guide.EditionText{Lines: lines(part.Content.Nodes, plain)}
		if part.Heading != nil {
			text.Title = part.Heading.Text
		}
		for _, q := range part.Questions {
			text.Lines = append(text.Lines, q.Text+" "+plain(guide.Inline{Prose: q.Answer}))
		}
		if len(text.Lines) > 0 {
			f.Text = append(f.Text, text)
		}
	}
	return f
}

// lines are blocks as plain text: a line for each paragraph, each item of a list
// and each row of a table.
func lines(blocks []guide.Node, plain func(guide.Inline) string) []string {
	var out []string
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case guide.KindBullets, guide.KindNumbers, guide.KindTable, guide.KindQuote, guide.KindContainer:
			out = append(out, lines(b.Children, plain)...)
		default:
			if line := plain(guide.Inline{Prose: guide.Prose{Nodes: blocks[i : i+1]}}); line != "" {
				out = append(out, line)
			}
		}
	}
	return out
}
