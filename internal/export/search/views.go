package search

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// comparisonDocs makes a document of each pair that a guide compares. It is
// found by both names, and by the words in which one asks which is better.
func comparisonDocs(sum *report.Summary) []Doc {
	var docs []Doc
	for i := range sum.Places {
		a := &sum.Places[i]
		for _, at := range a.Compared {
			b := &sum.Places[at]
			if b.Provider < a.Provider {
				continue // it stands with the other one
			}
			title := a.Name + " vs " + b.Name
			docs = append(docs, Doc{
				Item: Item{Kind: Comparison, Title: title, Path: address.Compare(sum.Slug, a.Provider, b.Provider),
					Note: fmt.Sprintf("%s and %s of %d in %s", standing(a), standing(b), len(sum.Places), sum.Title)},
				Text: Text{Titles: []string{title}, Awards: []string{sum.Title, "versus or compare compared comparison difference better between"}},
			})
		}
	}
	return docs
}

func standing(p *report.SummaryPlace) string {
	if p.Provisional {
		return fmt.Sprintf("%d (provisional)", p.Rank)
	}
	return fmt.Sprint(p.Rank)
}

// viewDocs makes documents of a guide seen from other sides: by one criterion,
// for a use case, under a lens, for a region.
func (s *Site) viewDocs(sum *report.Summary, g *guide.Guide) []Doc {
	var docs []Doc
	add := func(title, path, note string, d Doc) {
		d.Item = Item{Kind: View, Title: title, Path: path, Note: note}
		d.Text.Awards = append(d.Text.Awards, sum.Title, sum.Category)
		docs = append(docs, d)
	}
	asked := askedFor(s.Publication.Language)
	for k := range g.Criteria {
		c := &g.Criteria[k]
		titles := []string{"Best on " + c.Name, c.Name}
		if asked.price.in(c.Name, c.ID) {
			titles = append(titles, asked.cheapest...)
		}
		add("Best on "+c.Name, address.Guide(sum.Slug)+"?sort="+c.ID+"#comparison", leaders(sum, g, k)+"; "+sum.Title,
			Doc{Text: Text{Titles: titles, Bodies: []string{report.Plain(c.About)}}})
	}
	for i := range g.UseCases {
		u := &g.UseCases[i]
		text := Text{Titles: []string{u.Name}, Bodies: []string{report.Plain(u.About)}}
		for _, q := range u.Requires {
			text.Bodies = append(text.Bodies, q.String())
		}
		d := Doc{Text: text}
		for _, r := range u.Regions {
			d.Regions, d.Text.Bodies = append(d.Regions, r.ID), append(d.Text.Bodies, r.Name)
		}
		add(u.Name, address.UseCase(sum.Slug, u.ID), "Who fits, in "+sum.Title, d)
	}
	for i := range g.Lenses {
		l := &g.Lenses[i]
		titles := []string{l.Name}
		if asked.price.in(l.Name, l.ID) {
			titles = append(titles, asked.cheapest...)
		}
		add(l.Name, address.Lens(sum.Slug, l.ID), "Other weights for "+sum.Title,
			Doc{Text: Text{Titles: titles, Bodies: []string{report.Plain(l.About)}}})
	}
	for _, region := range sum.Regions {
		add(sum.Title+": "+region.Name, address.Region(sum.Slug, region.ID), "", Doc{Text: Text{Titles: []string{region.Name}}, Regions: []string{region.ID}})
	}
	return docs
}

// leaders names who scores best on a criterion, three at most.
func leaders(sum *report.Summary, g *guide.Guide, k int) string {
	type scored struct {
		name  string
		score guide.Score
	}
	var known []scored
	for _, p := range sum.Places {
		if a := &g.Entry(p.Provider).Scores[k]; a.State == guide.Exact {
			known = append(known, scored{p.Name, a.High})
		}
	}
	if len(known) == 0 {
		return "every score is an estimate"
	}
	slices.SortStableFunc(known, func(a, b scored) int { return int(b.score - a.score) })
	names := []string(nil)
	for _, x := range known[:min(3, len(known))] {
		names = append(names, x.name+" "+x.score.String())
	}
	return strings.Join(names, ", ")
}

// factDocs makes a document of each fact of each entry. What is not known has one,
// too, after all that is: whoever asks for it is told so.
func (s *Site) factDocs(sum *report.Summary, g *guide.Guide) []Doc {
	var docs, open []Doc
	asked, labels := askedFor(s.Publication.Language), g.Labels.Over(s.Publication.Labels)
	for _, place := range sum.Places {
		e := g.Entry(place.Provider)
		fact := func(name, words string) Doc {
			return Doc{
				Item: Item{Kind: Fact, Title: place.Name + ": " + name, Path: address.Guide(sum.Slug) + "#" + place.Provider, Note: words + " (" + sum.Title + ")"},
				Text: Text{Titles: []string{place.Name + " " + name}, Awards: []string{words}, Bodies: []string{sum.Title}},
			}
		}
		add := func(name, words string, others, questions []string) {
			d := fact(name, words)
			for _, other := range others {
				d.Text.Titles = append(d.Text.Titles, place.Name+" "+other)
			}
			d.Text.Questions = questions
			docs = append(docs, d)
		}
		if said := fees(e, asked, labels.Fees); said != "" {
			add(labels.Fees, said, asked.price, asked.cheapest)
		}
		for k := range g.Criteria {
			if c, a := &g.Criteria[k], &e.Scores[k]; c.Measured() && !c.Prices && a.State != guide.NotCovered {
				var others []string
				if asked.price.in(c.Name, c.ID) {
					others = asked.price
				}
				add(c.Name, a.Measure(c.Unit), others, nil)
			}
		}
		for _, f := range e.Provider.Facts {
			add(f.Name, f.Words, nil, nil)
		}
		for i := range g.Attributes {
			a := &g.Attributes[i]
			into := &open
			if _, given := e.Attributes[a.ID]; given {
				into = &docs
			}
			*into = append(*into, fact(a.Name, report.FactWords(e, a)))
		}
	}
	return append(docs, open...)
}

// fees is what an entry says of what it costs: its prices, in so many words, or as the
// reason of its score on that. Of what no entry of its guide speaks, there is nothing to
// find; of what another says, that it is not checked, unless a measured figure of the
// name of that line says it.
func fees(e *guide.Entry, asked asking, label string) string {
	if said := cost(e, asked); said != "" {
		return said
	}
	for k := range e.Guide.Criteria {
		if c := &e.Guide.Criteria[k]; c.Measured() && (c.Name == label || asked.price.in(c.Name, c.ID)) && e.Scores[k].State != guide.NotCovered {
			return ""
		}
	}
	for _, other := range e.Guide.Entries {
		if cost(other, asked) != "" {
			return "Not checked in this edition"
		}
	}
	return ""
}

func cost(e *guide.Entry, asked asking) string {
	var said []string
	for i := range e.Prices {
		said = append(said, e.Prices[i].Named())
	}
	if !e.Fees.IsZero() {
		said = append(said, report.Plain(e.Fees))
	}
	if said != nil {
		return strings.Join(said, "; ")
	}
	for k := range e.Guide.Criteria {
		c, a := &e.Guide.Criteria[k], &e.Scores[k]
		if asked.price.in(c.Name, c.ID) && !c.Measured() && !a.Why.IsZero() {
			return report.Plain(a.Why)
		}
	}
	return ""
}
