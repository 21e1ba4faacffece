package report

import (
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// Summary is what the rest of the site sees of a guide.
type Summary struct {
	Slug        string
	Title       string // with its year
	Description string // plain
	Category    string
	Topics      []string
	Sites       []string // hosts that it cites
	Questions   []guide.Question
	Aliases     []guide.Alias
	Dates       guide.Dates
	Authors     []Author
	Noun        guide.Noun
	Labels      guide.Labels
	Criteria    []string // names, the heaviest first
	Places      []SummaryPlace
	Apart       []Apart  // those that take no place, without their bodies and sources
	BySlug      []int    // indexes into Places, in the order of the providers' slugs
	Regions     []Served // that have a page
	Draft       string
}

// SummaryPlace is one place of a guide's published ranking.
type SummaryPlace struct {
	Place
	Award    string
	Price    string        // that stands for it, and how many there are; empty where none is given
	Prices   []Price       // without notes and sources
	Firm     sentence.Text // how firm the rank is
	Adds     []int         // what each criterion adds to the total, the heaviest first, in millionths of a point
	Points   []string      // the same in print
	AddsMost sentence.Text // the criterion that adds most to it; empty where none adds
	Open     []bool        // whether its score is a range or not known
	Names    []Alternative // the alternatives that its entry names
	Compared []int         // places of those that it is compared with in the guide
	Serves   []string      // ids of the regions that it serves
	Told     []Line        // what else the guide tells of it, under the labels that are the guide's own or usual
	Untold   sentence.Text // what it asks and does not know; empty for nothing
	Then     []Then        // the places that it had, the latest first
}

// Summarize says what the rest of the site sees of a guide. It reads no body and
// draws nothing. The labels are the site's.
func Summarize(g *guide.Guide, o Outline, site guide.Labels) *Summary {
	s := &Summary{
		Slug: g.Slug, Title: g.FullTitle(), Description: Plain(g.Description), Category: g.Category,
		Topics: g.Topics, Sites: Sites(SourcesOf(g)), Questions: g.Body.Questions, Aliases: g.Aliases,
		Dates: g.Dates, Authors: Authors(g.Authors), Noun: g.Noun, Labels: g.Labels, Draft: g.Draft,
	}
	order, labels := byWeight(g), g.Labels.Over(site.Over(guide.Usual))
	for _, k := range order {
		s.Criteria = append(s.Criteria, g.Criteria[k].Name)
	}
	for _, r := range o.Regions {
		s.Regions = append(s.Regions, Served{r.ID, r.Name})
	}
	r, ranges := o.Ranking, o.Ranking.Ranges()
	c := compiler{g: g, names: sentence.NamesOf(g)}
	for i, p := range r.Places {
		e := g.Entries[p.Row]
		place := SummaryPlace{
			Place: c.place(r, p), Award: Plain(e.Award), Price: e.PriceWords(), Prices: prices(g, e),
			Firm: sentence.Range(r, i, ranges[i]),
		}
		for i := range place.Prices {
			place.Prices[i].Note, place.Prices[i].Sources = guide.Inline{}, nil
		}
		place.Names = alternatives(e, g, g.FullTitle())
		for _, region := range e.Regions {
			place.Serves = append(place.Serves, region.ID)
		}
		for _, k := range order {
			place.Adds, place.Points = append(place.Adds, r.Millionths(p.Contributions[k])), append(place.Points, points(r, p.Contributions[k]))
			place.Open = append(place.Open, e.Scores[k].State != guide.Exact)
		}
		place.Told, place.Untold, place.Then = told(g, e, labels), untold(g, e, order, labels), then(g.Editions, p.ID)
		place.AddsMost = sentence.AddsMost(r, i, c.names)
		s.Places = append(s.Places, place)
		s.BySlug = append(s.BySlug, i)
	}
	slices.SortFunc(s.BySlug, func(a, b int) int { return strings.Compare(s.Places[a].Provider, s.Places[b].Provider) })
	for _, e := range g.Apart {
		a := apartOf(g, e)
		a.Body = guide.Body{}
		s.Apart = append(s.Apart, a)
	}
	for _, pair := range o.Pairs {
		a, b := s.at(pair[0]), s.at(pair[1])
		s.Places[a].Compared, s.Places[b].Compared = append(s.Places[a].Compared, b), append(s.Places[b].Compared, a)
	}
	return s
}

// Place returns a provider's place in the guide, or nil.
func (s *Summary) Place(provider string) *SummaryPlace {
	if at := s.at(provider); at >= 0 {
		return &s.Places[at]
	}
	return nil
}

// at is the index of a provider's place, or -1.
func (s *Summary) at(provider string) int {
	i, found := slices.BinarySearchFunc(s.BySlug, provider, func(at int, slug string) int { return strings.Compare(s.Places[at].Provider, slug) })
	if !found {
		return -1
	}
	return s.BySlug[i]
}

// SourcesOf lists what a guide may cite: its own sources, then for each entry
// its own and those of its provider that it does not replace.
func SourcesOf(g *guide.Guide) []guide.Source {
	all := Values(g.Sources)
	for _, e := range g.AllEntries() {
		all = append(append(all, Values(e.Sources)...), Values(e.ProviderSources())...)
	}
	return all
}

// AllSources lists what a guide may cite, as SourcesOf does, its entries in the
// order of the ranking's table: by slug.
func (g *Guide) AllSources() []guide.Source {
	all := append([]guide.Source(nil), g.Sources...)
	rows := make([]int, len(g.Entries))
	for i, p := range g.Ranking.Places {
		rows[p.Row] = i
	}
	for _, at := range rows {
		all = append(all, g.Entries[at].AllSources()...)
	}
	for i := range g.Apart {
		all = append(all, g.Apart[i].AllSources()...)
	}
	return all
}

// AllSources lists what an entry may cite.
func (e *Entry) AllSources() []guide.Source {
	return append(append([]guide.Source(nil), e.Own...), e.Profile...)
}

// Sites lists the hosts of sources, each once, in order.
func Sites(sources []guide.Source) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range sources {
		if !seen[s.Site] {
			seen[s.Site] = true
			out = append(out, s.Site)
		}
	}
	return out
}

// SiteName is where a source stands: "evertas.com", or "evertas.com home page".
func SiteName(s *guide.Source) string {
	if s.HomePage() {
		return s.Site + " home page"
	}
	return s.Site
}

// KindName is who speaks in a source, in words.
func KindName(k guide.SourceKind) string {
	if k == guide.ThirdParty {
		return "third party"
	}
	return string(k)
}
