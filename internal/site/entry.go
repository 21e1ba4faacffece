package site

import (
	"html/template"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// EntryView is a ranked provider as its guide shows it.
type EntryView struct {
	ID           string // its anchor, the provider's slug
	Rank         int
	Name         string
	URL          string // of the provider's page
	Score        string
	Bar          Bar
	Sum          Sum
	Award        template.HTML
	Kind         string
	Home         string
	Regions      string
	RegionsNote  template.HTML
	Fees         template.HTML
	Why          template.HTML
	Sections     []Prose // notable features, and whatever else the author wrote
	Audience     []string
	ConsiderIf   template.HTML
	Alternatives []AlternativeView
	Firm         string // the ranks that it keeps to
	Change       string // what would change its rank
	Share        string // how often it comes first; empty for never
	Proof        string // URL of its scores with their reasons
	Compare      []Link
	Disclosure   *Disclosure
}

// AlternativeView is another provider that an entry names.
type AlternativeView struct {
	Link
	For string
}

// ScoreView is one line of the sum that makes a total.
type ScoreView struct {
	Criterion string
	Weight    string
	Cell      Cell
	Adds      string // weight times score, out of 10
	Figure    string // the raw figure of a measured criterion
	Why       template.HTML
	Chip      *Chip
}

func (r *guideRendering) entry(p rank.Place) (EntryView, error) {
	e := r.guide.Entry(p.ID)
	in := prose{site: r.site, sources: e.Source, shift: 2, prefix: p.ID + "-"}
	v := EntryView{
		ID: p.ID, Rank: p.Rank, Name: e.Provider.Name, URL: r.site.url(providerPath(p.ID)),
		Score: r.ranking.Print(p.Total), Bar: bar(r.ranking, p), Sum: r.sum(e, p),
		Kind: e.Provider.Kind, Home: e.Provider.Home, Audience: e.Audience,
		Proof:   r.below(methodologyPath(r.guide.Slug)) + "#" + p.ID,
		Compare: r.compared(e),
	}
	if len(e.Regions) > 0 {
		v.Regions = regionNames(e)
	}
	lines := []struct {
		into *template.HTML
		from guide.Inline
	}{{&v.Award, e.Award}, {&v.RegionsNote, e.RegionsNote}, {&v.Fees, e.Fees}, {&v.ConsiderIf, e.ConsiderIf}}
	for _, l := range lines {
		html, err := in.line(l.from)
		if err != nil {
			return v, err
		}
		*l.into = html
	}
	if err := v.body(in, e); err != nil {
		return v, err
	}
	for _, a := range e.Alternatives {
		v.Alternatives = append(v.Alternatives, r.alternative(p.ID, a))
	}
	var err error
	v.Disclosure, err = r.site.disclosure(e.Provider)
	return v, err
}

// below is the address of one of the guide's own pages, as the guide links to
// it: relative, because a guide leads to so many of them.
func (r *guideRendering) below(path string) string {
	return strings.TrimPrefix(path, guidePath(r.guide.Slug))
}

// compared leads to the comparisons of a provider with those that it does not
// name as alternatives.
func (r *guideRendering) compared(e *guide.Entry) []Link {
	var out []Link
	provider := e.Provider.Slug
	for _, other := range r.site.summary(r.guide.Slug).compared(provider) {
		if slices.ContainsFunc(e.Alternatives, func(a guide.Alternative) bool { return a.Provider.Slug == other }) {
			continue
		}
		out = append(out, Link{Label: r.names.Provider(other), URL: r.below(comparePath(r.guide.Slug, provider, other))})
	}
	return out
}

// stand says of every entry how firm its rank is and what would change it.
func (r *guideRendering) stand() {
	stressed, settled, shares := r.ranking.Ranges(), r.settled(), r.ranking.Shares()
	for i := range r.entries {
		e := &r.entries[i]
		e.Firm = sentence.Stays(stressed[i], settled[i])
		if e.Change = sentence.Overtakes(r.ranking, i, r.names); i == 0 {
			e.Change = sentence.Overtaken(r.ranking, r.names)
		}
		if shares[i] > 0 {
			e.Share = sentence.Share(shares[i]) + "."
		}
	}
}

// body renders what the author wrote about the entry: why first, then the
// sections under their headings.
func (v *EntryView) body(in prose, e *guide.Entry) error {
	doc := markdown.Parse(e.Body.Source)
	for _, part := range doc.Parts {
		html, err := in.fragment(doc, part.Content)
		if err != nil {
			return err
		}
		if part.Heading == nil {
			v.Why += html
			continue
		}
		v.Sections = append(v.Sections, Prose{Title: part.Heading.Text, ID: in.prefix + part.Heading.ID, HTML: html})
	}
	return nil
}

// alternative leads to the comparison with another provider of this guide, or
// else to the provider's page.
func (r *guideRendering) alternative(to string, a guide.Alternative) AlternativeView {
	v := AlternativeView{Link: Link{Label: a.Provider.Name, URL: r.site.url(providerPath(a.Provider.Slug))}, For: a.For}
	if r.guide.Entry(a.Provider.Slug) != nil {
		v.URL = r.below(comparePath(r.guide.Slug, to, a.Provider.Slug))
	}
	return v
}

// scores lists what each criterion adds to the total, the heaviest first.
func (r *guideRendering) scores(in prose, e *guide.Entry, p rank.Place) ([]ScoreView, error) {
	var out []ScoreView
	for _, k := range byWeight(r.guide) {
		c, a := &r.guide.Criteria[k], e.Scores[k]
		why, err := in.line(a.Why)
		if err != nil {
			return nil, err
		}
		v := ScoreView{
			Criterion: c.Name, Weight: c.Weight.String(), Cell: cell(a),
			Adds: contribution(r.ranking, p.Contributions[k]), Why: why, Chip: in.chips(a.Sources),
		}
		if c.Measured() && a.State != guide.NotCovered {
			v.Figure = figures(a.Figures, c.Unit)
		}
		out = append(out, v)
	}
	return out, nil
}

// contribution prints weight times score exactly, out of 10: up to six decimals.
func contribution(r rank.Ranking, n int) string { return strings.TrimSuffix(r.Exact(n), ".0") }

func figures(f [2]guide.Figure, unit string) string {
	if f[0] == f[1] {
		return f[0].String() + " " + unit
	}
	return f[0].String() + "–" + f[1].String() + " " + unit
}

// reportURL is where readers report an error: the corrections page, or else
// the publisher's own site.
func (s *Site) reportURL() string {
	for _, p := range s.lib.Pages {
		if p.Slug == "corrections" {
			return s.url("/corrections/")
		}
	}
	return s.lib.Site.Publisher.URL
}
