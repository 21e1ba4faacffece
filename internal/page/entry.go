package page

import (
	"html/template"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// EntryView is a ranked provider as its guide shows it.
type EntryView struct {
	ID  string   // its anchor, the provider's slug
	Was []string // those that it had
	Numbered
	Name         string
	URL          string // of the provider's page
	Score        string
	Bar          Bar
	Sum          Sum
	Award        template.HTML
	Reason       string // what its place owes to its scores, in a few words
	Kind         string
	Role         string // what it can be to a buyer; empty for one that meets a need by itself
	Home         string
	AsOf         *Day // when what it states held
	Logo         *MarkView
	Labels       Labels
	Says         report.Says  // which lines the guide has
	Measures     []StatedView // the raw figures of measured criteria
	Priced       bool         // one of them is what the line of fees would say
	Stated       []StatedView
	Formerly     string
	Regional     bool // the guide says where some serve
	Regions      string
	RegionsNote  template.HTML
	Fees         template.HTML
	Prices       []PriceView
	Why          template.HTML
	Traits       *TraitsView
	Sections     []Prose // notable features, and whatever else the author wrote
	Audience     []string
	ConsiderIf   template.HTML
	Alternatives []AlternativeView
	Doubt        string      // that too little is known to call it ranked; empty where enough is
	Reach        []ReachView // the ranks that it keeps to, the least allowance first
	Change       string      // what would change its rank
	Share        string      // how often it comes first; empty for never
	Proof        string      // URL of its scores with their reasons
	Sources      *SourceGroup
	Compare      []Link
	Status       *StatusView // what has become of the provider
	Disclosure   *Disclosure
	Corrected    []Link // the corrections of what it says, by their dates
}

// AlternativeView is another provider that an entry names.
type AlternativeView struct {
	Link
	For   string
	State string // that it has closed, or stands apart in the guide; empty for most
}

// ReachView is ranks that an entry keeps to: a bar on a scale of all ranks, and words.
// At and Wide are percents of the scale, as SVG takes them.
type ReachView struct {
	Name, At, Wide, Words string
	Of                    int // how long the scale is; only with the last
}

func reach(m report.Mark) ReachView {
	from, to := (m.Range.Best-1)*1000/m.Of, (m.Range.Worst*1000+m.Of-1)/m.Of
	return ReachView{Name: m.Name, At: tenths(from), Wide: tenths(to - from), Words: m.Words.String()}
}

// ScoreView is one line of the sum that makes a total.
type ScoreView struct {
	Criterion string
	Weight    string
	Cell      report.Cell
	Adds      string // weight times score, out of 10
	Why       template.HTML
	Chip      *Chip
}

func (r *guidePrinter) entry(e *report.Entry) (EntryView, error) {
	in := prose{site: r.site, sources: e.Cited, shift: 2, prefix: e.Provider + "-", labels: &r.g.Labels}
	v := EntryView{
		ID: e.Provider, Was: e.Was, Formerly: sentence.List(e.Formerly), Numbered: numbered(e.Place), Name: e.Name, URL: r.site.URL(address.Provider(e.Provider)),
		Score: e.Score, Bar: bar(e.Place), Sum: r.sum(e), Labels: labelsOf(r.g.Labels), Says: r.g.Says, Stated: statedViews(e.Stated),
		Kind: e.Kind, Role: sentence.Role(e.Role).String(), Home: e.Home, AsOf: day(e.AsOf), Audience: e.Audience,
		Doubt: e.Firm.Provisional.String(), Reason: e.Reason.Capital().String(), Change: e.Firm.Change.String(),
		Proof: r.below(address.Methodology(r.g.Slug)) + "#" + e.Provider,
	}
	for _, m := range e.Firm.Marks {
		v.Reach = append(v.Reach, reach(m))
	}
	if last := len(v.Reach) - 1; last >= 0 {
		v.Reach[last].Of = len(r.g.Entries)
	}
	v.Sources = sourceGroup(e.AllSources(), e.Was)
	if share := e.Firm.Ranks.Share; share != "" && share != "0" {
		v.Share = e.Firm.Share.String()
	}
	for _, other := range e.Compared {
		v.Compare = append(v.Compare, Link{Label: withState(r.g.Entry(other).Name, r.g.Entry(other).State), URL: r.below(address.Compare(r.g.Slug, e.Provider, other))})
	}
	for _, c := range r.g.Corrections {
		if c.Provider == e.Provider {
			v.Corrected = append(v.Corrected, Link{Label: c.Date.Words(), URL: "#" + c.ID})
		}
	}
	for _, k := range r.g.Order {
		if e.Shown(r.g, k) {
			v.Measures = append(v.Measures, StatedView{Name: r.g.Criteria[k].Name, Words: e.Scores[k].Figure})
		}
	}
	v.Priced = e.Priced(r.g)
	v.Logo = r.site.small(e.Logo)
	v.Regional = r.g.Regional()
	if len(e.Regions) > 0 {
		v.Regions = e.RegionNames()
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
	var err error
	if v.Prices, err = in.prices(e.Prices); err != nil {
		return v, err
	}
	if v.Why, v.Sections, err = in.entryBody(&e.Body); err != nil {
		return v, err
	}
	if v.Status, err = in.status(e.Status); err != nil {
		return v, err
	}
	if v.Traits, err = in.traits(e.Strengths, e.Drawbacks, e.Unknown.String()); err != nil {
		return v, err
	}
	for _, a := range e.Alternatives {
		v.Alternatives = append(v.Alternatives, r.alternative(e.Provider, a))
	}
	v.Disclosure, err = r.site.disclosure(e.Tie)
	return v, err
}

// entryBody renders what the author wrote about an entry: why first, then the
// sections under their headings.
func (p prose) entryBody(body *guide.Body) (why template.HTML, sections []Prose, err error) {
	for _, part := range body.Parts {
		html, err := p.fragment(part.Content)
		if err != nil {
			return "", nil, err
		}
		if part.Heading == nil {
			why += html
			continue
		}
		sections = append(sections, Prose{Title: part.Heading.Text, ID: p.prefix + part.Heading.ID, HTML: html})
	}
	return why, sections, nil
}

// alternative leads to the comparison with another provider of this guide, to why it
// takes no place here, or else to the provider's page.
func (r *guidePrinter) alternative(to string, a report.Alternative) AlternativeView {
	v := AlternativeView{Link: Link{Label: a.Name, URL: r.site.URL(address.Provider(a.Provider))}, For: a.For, State: a.State}
	switch {
	case a.Compared:
		v.URL = r.below(address.Compare(r.g.Slug, to, a.Provider))
	case a.Apart:
		v.URL = "#" + a.Provider
	}
	return v
}

// scores lists what each criterion adds to the total, the heaviest first.
func (r *guidePrinter) scores(in prose, e *report.Entry) ([]ScoreView, error) {
	var out []ScoreView
	for _, k := range r.g.Order {
		c, a := &r.g.Criteria[k], &e.Scores[k]
		why, err := in.line(a.Why)
		if err != nil {
			return nil, err
		}
		out = append(out, ScoreView{
			Criterion: c.Name, Weight: c.Weighs, Cell: a.Cell, Adds: a.Points, Why: why, Chip: in.chips(a.Sources),
		})
	}
	return out, nil
}

// reportURL is where readers report an error: the corrections page, or else
// the publisher's own site.
func (s *Printer) reportURL() string {
	for _, p := range s.Pages {
		if address.Page(p.Slug) == address.Corrections {
			return s.URL(address.Corrections)
		}
	}
	return s.Publication.Publisher.URL
}
