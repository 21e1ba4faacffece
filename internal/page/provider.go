package page

import (
	"html/template"
	"io"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"slices"
	"strings"

	"shortlist/internal/export/structured"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// ProvidersPage is the view of the list of providers.
type ProvidersPage struct {
	Frame
	Providers []ProviderLine
	Pager     *Pager
}

// ProviderLine is a provider in the list.
type ProviderLine struct {
	Link
	Letter string // the id of the letter that begins with it, on the first of each
	Kind   string
	State  string // that it has closed; empty for most
	Places []PlaceLine
	More   int         // how many more places it has
	Apart  []ApartLine // the guides in which it takes no place
}

// placesListed is how many places a provider shows in the list.
const placesListed = 3

// PlaceLine is a provider's place in one guide.
type PlaceLine struct {
	Guide Link
	Entry string // URL of its entry
	Numbered
	Of    int
	Score string
	Award string
	Firm  string
	Sum   *Figure // what its score is made of; only on the provider's own page
	Words string  // the same in words

	Told    []StatedView // what else the guide tells of it; only on the provider's own page
	Untold  string       // what it asks and does not know
	History []ThenLine   // the places that it had, the latest first

	Price *CostLine // that counts in its guide; nil where none is given

	Overdue string // that the guide's promised review is, and since when

	Compare []Link
}

// ThenLine is a place in an edition.
type ThenLine struct {
	Link
	Place string // "2nd of 10"
}

// ProviderLists divides the list of providers into pages, by name.
func (s *Printer) ProviderLists(providers []*guide.Provider) []Part[*guide.Provider] {
	providers = slices.Clone(providers)
	slices.SortStableFunc(providers, func(a, b *guide.Provider) int { return byName(a.Name, b.Name) })
	return divide(providers, func(p *guide.Provider) int {
		n := 130 + len(s.Base) + len(p.Slug) + printed(p.Name, p.Kind)
		ranked := s.Directory.Ranked(p.Slug)
		for _, a := range ranked[:min(placesListed, len(ranked))] {
			n += 60 + len(s.Base) + len(a.Guide.Slug) + len(p.Slug) + printed(a.Guide.Title)
		}
		for _, b := range s.Directory.Apart(p.Slug) {
			n += 90 + len(s.Base) + len(b.Guide.Slug) + len(p.Slug) + printed(b.Guide.Title)
		}
		return n
	})
}

// ProviderIndex prints a page of the list of providers.
func (s *Printer) ProviderIndex(w io.Writer, all []Part[*guide.Provider], at int) error {
	const path = "/providers/"
	list := all[at]
	page := ProvidersPage{Frame: s.frame(s.partOf(head{
		path: path, title: sentence.Capital(s.labels().Providers),
		description: "Every " + s.labels().Provider + " that " + s.Publication.Title + " ranks or names, with its places.",
	}, list.Number, list.Of))}
	for _, p := range list.Items {
		ranked := s.Directory.Ranked(p.Slug)
		shown := ranked[:min(placesListed, len(ranked))]
		page.Providers = append(page.Providers, ProviderLine{
			Link: Link{Label: p.Name, URL: s.URL(address.Provider(p.Slug))}, Kind: p.Kind, State: sentence.Status(p.Status).String(),
			Places: s.places(p, shown), More: len(ranked) - len(shown), Apart: s.apart(p.Slug),
		})
	}
	if list.Of > 1 {
		name := func(p *guide.Provider) string { return p.Name }
		page.Pager = s.pager(path, list.Number, list.Of, "Letters", letters(s.URL(path), all, name))
		mark(list.Items, name, func(i int, id string) { page.Providers[i].Letter = id })
	}
	return s.show(w, "providers", page)
}

// places shows places of a provider.
func (s *Printer) places(p *guide.Provider, ranked []report.Appearance) []PlaceLine {
	var out []PlaceLine
	for _, a := range ranked {
		link := Link{Label: a.Guide.Title, URL: s.URL(address.Guide(a.Guide.Slug))}
		line := PlaceLine{
			Guide: link, Entry: link.URL + "#" + p.Slug,
			Numbered: numbered(a.Place.Place), Of: len(a.Guide.Places), Score: a.Place.Score, Award: a.Place.Award, Firm: a.Place.Firm.String(),
			Overdue: sentence.Overdue(a.Guide.Dates).String(),
		}
		if a.Place.Price != "" {
			line.Price = &CostLine{a.Guide.Labels.Over(s.Publication.Labels).Fees, a.Place.Price}
		}
		line.State = "" // it stands beside the name
		for _, at := range a.Place.Compared {
			other := &a.Guide.Places[at]
			line.Compare = append(line.Compare, Link{Label: withState(other.Name, other.State), URL: s.URL(address.Compare(a.Guide.Slug, p.Slug, other.Provider))})
		}
		out = append(out, line)
	}
	return out
}

// told adds what a guide tells of a provider beside its place.
func (s *Printer) told(line *PlaceLine, a report.Appearance) {
	for _, said := range a.Place.Told {
		line.Told = append(line.Told, StatedView{Name: said.Name, Words: said.Words})
	}
	line.Untold = a.Place.Untold.String()
	for _, t := range a.Place.Then {
		line.History = append(line.History, ThenLine{Link{Label: t.Date.Words(), URL: s.URL(address.Edition(a.Guide.Slug, t.Date))}, sentence.Before(t.Rank, t.Of).String()})
	}
}

// ProviderPage is the view of a provider: facts, and the guides that rank it.
type ProviderPage struct {
	Frame
	Kind         string
	Domicile     string
	AsOf         *Day // when what the profile states held
	Formerly     string
	Website      Link
	Logo         *MarkView
	Stated       []StatedView
	Lead         template.HTML
	Sections     []Section
	Places       []PlaceLine
	Apart        []ApartLine // the guides in which it takes no place
	Status       *StatusView // what has become of it
	Pager        *Pager
	First        bool              // of the pages that its places are divided into: facts stand there
	Alternatives []AlternativeView // those that its entries name
	NamedBy      []Link            // entries of others that name it as an alternative
	NamedByMore  int               // how many more there are
	Sources      []SourceView
	Report       string
	Disclosure   *Disclosure
	Corrections  []CorrectionView // of its profile, and of what guides say of it
}

// A page of a provider shows so many of its places, each with what its score is
// made of, and names so many entries that name it.
const (
	placesShown  = 12
	namedByShown = 40
)

// PlaceLists divides the places of a provider into pages.
func (s *Printer) PlaceLists(p *guide.Provider) []Part[report.Appearance] {
	return divide(s.Directory.Ranked(p.Slug), func(report.Appearance) int { return partBytes / placesShown })
}

// Provider prints a provider, and of its places one page. Who it is stands on the
// first.
func (s *Printer) Provider(w io.Writer, p *guide.Provider, list Part[report.Appearance]) error {
	path := address.Provider(p.Slug)
	h := head{
		path: path, title: p.Name, description: s.providerDescription(p),
		parents: []Link{{Label: sentence.Capital(s.labels().Providers), URL: s.URL("/providers/")}},
		states:  func(g *structured.Graph) { g.Reviews = s.reviews(p, list.Items) },
	}
	if list.Number == 1 {
		h.alternates = []Alternate{{"text/markdown", "", s.URL(address.Twin(path))}}
	}
	page := ProviderPage{
		Frame: s.frame(s.partOf(h, list.Number, list.Of)),
		Kind:  p.Kind, Domicile: p.Home, AsOf: day(p.AsOf), Formerly: sentence.List(s.Formerly[p.Slug]), Website: Link{Label: report.HostOf(p.Website), URL: p.Website},
		Places: s.places(p, list.Items), Pager: s.pager(path, list.Number, list.Of, "", nil), First: list.Number == 1, Report: s.reportURL(),
	}
	for i, a := range list.Items {
		s.told(&page.Places[i], a)
		if err := scoreBreakdown(&page.Places[i], a.Guide, a.Place); err != nil {
			return err
		}
	}
	if !page.First {
		return s.show(w, "provider", page)
	}
	page.Stated = statedViews(p.Facts)
	page.Logo = s.small(p.Logo)
	page.Sources, page.Apart = sourceViews(report.Values(p.Sources), p.FormerSlugs()), s.apart(p.Slug)
	for _, a := range s.Directory.Names(p.Slug) {
		page.Alternatives = append(page.Alternatives, AlternativeView{Link: Link{Label: a.Name, URL: s.URL(address.Provider(a.Provider))}, For: a.For, State: a.State})
	}
	namedBy := s.Directory.NamedBy(p.Slug)
	shown := namedBy[:min(namedByShown, len(namedBy))]
	page.NamedByMore = len(namedBy) - len(shown)
	for _, a := range shown {
		page.NamedBy = append(page.NamedBy, Link{Label: withState(a.Place.Name, a.Place.State), URL: s.URL(address.Guide(a.Guide.Slug)) + "#" + a.Place.Provider})
	}
	var err error
	if page.Corrections, err = s.concerning(p); err != nil {
		return err
	}
	if page.Status, err = (prose{site: s, sources: p.Source}).status(report.StatusOf(p)); err != nil {
		return err
	}
	if page.Disclosure, err = s.disclosure(report.TieWith(s.Ties, p)); err != nil {
		return err
	}
	page.Lead, page.Sections, err = bodySections(prose{site: s, sources: p.Source}, &p.Body)
	if err != nil {
		return err
	}
	return s.show(w, "provider", page)
}

func (s *Printer) providerDescription(p *guide.Provider) string {
	d := "Who " + p.Name + " is"
	var in []string
	for _, a := range s.Directory.Ranked(p.Slug) {
		in = append(in, a.Guide.Title)
	}
	switch n := len(in); {
	case n > 2:
		return d + ", and where it stands in " + in[0] + " and " + sentence.Number(n-1) + " more guides."
	case n > 0:
		return d + ", and where it stands in " + strings.Join(in, " and ") + "."
	case len(s.Directory.Apart(p.Slug)) > 0:
		return d + ", and why it takes no place in " + s.Directory.Apart(p.Slug)[0].Guide.Title + "."
	case len(s.Directory.NamedBy(p.Slug)) > 0:
		return d + ", named as an alternative in the guides of " + s.Publication.Title + "."
	}
	return d + "; no guide of " + s.Publication.Title + " ranks or names it."
}

// bodySections renders a body that is not a guide's: what stands before the
// first heading, then its sections.
func bodySections(p prose, b *guide.Body) (lead template.HTML, sections []Section, err error) {
	for _, part := range b.Parts {
		sec, err := proseSection(p, part)
		if err != nil {
			return "", nil, err
		}
		if part.Heading == nil {
			lead += sec.Prose
			continue
		}
		sections = append(sections, *sec)
	}
	return lead, sections, nil
}
