package site

import (
	"html/template"
	"io"
	"net/url"
	"strings"

	"shortlist/internal/emit/structured"
	"shortlist/internal/explain"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// ProvidersPage is the view of the list of providers.
type ProvidersPage struct {
	Frame
	Providers []ProviderLine
}

// ProviderLine is a provider in the list.
type ProviderLine struct {
	Link
	Kind   string
	Places []PlaceLine
}

// PlaceLine is a provider's place in one guide.
type PlaceLine struct {
	slug  string // of the guide
	Guide Link
	Entry string // URL of its entry
	Rank  int
	Of    int
	Score string
	Award string
	Firm  string
	Sum   *Figure // what its score is made of; only on the provider's own page
	Words string  // the same in words

	Compare []Link
}

func (s *Site) providerIndex(w io.Writer) error {
	page := ProvidersPage{Frame: s.frame(head{
		path: "/providers/", title: "Providers",
		description: "Every provider that " + s.lib.Site.Title + " ranks or names, with its places.",
	})}
	for _, p := range s.lib.Providers {
		page.Providers = append(page.Providers, ProviderLine{
			Link: Link{Label: p.Name, URL: s.url(providerPath(p.Slug))}, Kind: p.Kind, Places: s.places(p),
		})
	}
	return s.show(w, "providers", page)
}

// places lists the guides that rank a provider, the latest first.
func (s *Site) places(p *guide.Provider) []PlaceLine {
	var out []PlaceLine
	for _, sum := range s.summaries {
		if place := sum.place(p.Slug); place != nil {
			link := Link{Label: sum.Title, URL: s.url(guidePath(sum.Slug))}
			out = append(out, PlaceLine{
				slug: sum.Slug, Guide: link, Entry: link.URL + "#" + p.Slug,
				Rank: place.Rank, Of: len(sum.Places), Score: place.Score, Award: place.Award, Firm: place.Firm,
				Compare: s.comparisons(sum, p.Slug),
			})
		}
	}
	return out
}

// comparisons links a provider to its comparisons in a guide.
func (s *Site) comparisons(sum *Summary, provider string) []Link {
	var out []Link
	for _, other := range sum.compared(provider) {
		out = append(out, Link{Label: sum.place(other).Name, URL: s.url(comparePath(sum.Slug, provider, other))})
	}
	return out
}

// ProviderPage is the view of a provider: facts, and the guides that rank it.
type ProviderPage struct {
	Frame
	Kind         string
	Domicile     string
	Website      Link
	Lead         template.HTML
	Sections     []Section
	Places       []PlaceLine
	Alternatives []AlternativeView // those that its entries name
	NamedBy      []Link            // entries of others that name it as an alternative
	Sources      []SourceView
	Report       string
	Disclosure   *Disclosure
}

func (s *Site) provider(w io.Writer, p *guide.Provider) error {
	page := ProviderPage{
		Frame: s.frame(head{
			path: providerPath(p.Slug), title: p.Name, description: s.providerDescription(p),
			parents:    []Link{{Label: "Providers", URL: s.url("/providers/")}},
			alternates: []Alternate{{"text/markdown", "", s.url(twinPath(providerPath(p.Slug)))}},
			states:     func(g *structured.Graph) { g.Reviews = s.reviews(p) },
		}),
		Kind: p.Kind, Domicile: p.Home, Website: Link{Label: hostOf(p.Website), URL: p.Website},
		Places: s.places(p), Sources: sourceViews(p.Sources), Report: s.reportURL(),
	}
	for i := range page.Places {
		if err := s.takeApart(&page.Places[i], p); err != nil {
			return err
		}
	}
	page.Alternatives, page.NamedBy = s.alternativesOf(p)
	doc := markdown.Parse(p.Body.Source)
	var err error
	if page.Disclosure, err = s.disclosure(p); err != nil {
		return err
	}
	page.Lead, page.Sections, err = bodySections(prose{site: s, sources: p.Source}, doc)
	if err != nil {
		return err
	}
	return s.show(w, "provider", page)
}

func (s *Site) providerDescription(p *guide.Provider) string {
	d := "Who " + p.Name + " is"
	var in []string
	for _, place := range s.places(p) {
		in = append(in, place.Guide.Label)
	}
	switch n := len(in); {
	case n > 2:
		return d + ", and where it stands in " + in[0] + " and " + explain.Number(n-1) + " more guides."
	case n > 0:
		return d + ", and where it stands in " + strings.Join(in, " and ") + "."
	}
	if _, namedBy := s.alternativesOf(p); len(namedBy) > 0 {
		return d + ", named as an alternative in the guides of " + s.lib.Site.Title + "."
	}
	return d + "; no guide of " + s.lib.Site.Title + " ranks or names it."
}

// alternativesOf collects, over all guides, whom the provider's entries name
// and whose entries name it.
func (s *Site) alternativesOf(p *guide.Provider) (names []AlternativeView, namedBy []Link) {
	seen := map[string]bool{}
	for _, sum := range s.summaries {
		for _, place := range sum.Places {
			for _, a := range place.Names {
				switch {
				case place.Provider == p.Slug && !seen[a.Provider.Slug]:
					seen[a.Provider.Slug] = true
					names = append(names, AlternativeView{Link: Link{Label: a.Provider.Name, URL: s.url(providerPath(a.Provider.Slug))}, For: a.For})
				case a.Provider == p:
					namedBy = append(namedBy, Link{Label: place.Name, URL: s.url(guidePath(sum.Slug)) + "#" + place.Provider})
				}
			}
		}
	}
	return names, namedBy
}

// hostOf is an address as people say it: "evertas.com".
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// bodySections renders a body that is not a guide's: what stands before the
// first heading, then its sections.
func bodySections(p prose, doc *markdown.Document) (lead template.HTML, sections []Section, err error) {
	for _, part := range doc.Parts {
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
