package site

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// Summary is what the rest of the site sees of a guide.
type Summary struct {
	Slug        string
	Title       string
	Description string
	Category    string
	Topics      []string
	Sites       []string // hosts that it cites
	Questions   []guide.Question
	Aliases     []guide.Alias
	Dates       guide.Dates
	Authors     []*guide.Author
	Criteria    []string       // names, the heaviest first
	Places      []PlaceSummary // in order
	Pairs       [][2]string    // providers that are compared, each pair in alphabetical order
	Draft       string
}

// PlaceSummary is one place of a guide's published ranking.
type PlaceSummary struct {
	Provider string // slug
	Name     string
	Rank     int
	Score    string // the total out of 10, as it is printed everywhere
	Total    int    // the same as an integer, up to 10^7
	Award    string
	Firm     string              // how firm the rank is, in a sentence
	Adds     []int               // what each criterion adds to the total, in millionths of a point
	Figures  []string            // the same in print
	Open     []bool              // whether its score is a range or not known
	Names    []guide.Alternative // the alternatives that its entry names
}

func summarize(g *guide.Guide) *Summary {
	s := &Summary{
		Slug: g.Slug, Title: g.FullTitle(), Description: plainText(g.Description), Category: g.Category,
		Topics: g.Topics, Sites: sitesOf(guideSources(g)), Questions: g.Body.Questions, Aliases: g.Aliases,
		Dates: g.Dates, Authors: g.Authors, Draft: g.Draft,
	}
	r := rank.Rank(table.Published(g))
	s.Pairs = pairs(g, r)
	ranges, order := r.Ranges(), byWeight(g)
	for _, k := range order {
		s.Criteria = append(s.Criteria, g.Criteria[k].Name)
	}
	for i, p := range r.Places {
		e := g.Entry(p.ID)
		place := PlaceSummary{
			Provider: p.ID, Name: e.Provider.Name, Rank: p.Rank,
			Score: r.Print(p.Total), Total: r.Millionths(p.Total), Award: plain(e.Award), Firm: sentence.Range(r, i, ranges[i]) + ".", Names: e.Alternatives,
		}
		for _, k := range order {
			place.Adds = append(place.Adds, r.Millionths(p.Contributions[k]))
			place.Figures = append(place.Figures, contribution(r, p.Contributions[k]))
			place.Open = append(place.Open, e.Scores[k].State != guide.Exact)
		}
		s.Places = append(s.Places, place)
	}
	return s
}

// place returns a provider's place in the guide, or nil.
func (s *Summary) place(provider string) *PlaceSummary {
	for i := range s.Places {
		if s.Places[i].Provider == provider {
			return &s.Places[i]
		}
	}
	return nil
}

// compared lists whom a provider is compared with in the guide.
func (s *Summary) compared(provider string) []string {
	var others []string
	for _, pair := range s.Pairs {
		switch provider {
		case pair[0]:
			others = append(others, pair[1])
		case pair[1]:
			others = append(others, pair[0])
		}
	}
	return others
}

// Card is a guide as it stands in a list of guides.
type Card struct {
	Title       string
	URL         string
	Category    string
	Description string
	Updated     *Day
	Count       int
	Top         []CardPlace
	Draft       string
}

// CardPlace is one of a card's first places.
type CardPlace struct {
	Rank  int
	Name  string
	URL   string
	Score string
	Award string
}

// card lists a guide with its first places; top bounds how many.
func (s *Site) card(sum *Summary, top int) Card {
	c := Card{
		Title: sum.Title, URL: s.url(guidePath(sum.Slug)), Category: sum.Category,
		Description: sum.Description, Updated: day(sum.Dates.Updated), Count: len(sum.Places), Draft: sum.Draft,
	}
	for _, p := range sum.Places[:min(top, len(sum.Places))] {
		c.Top = append(c.Top, CardPlace{Rank: p.Rank, Name: p.Name, URL: c.URL + "#" + p.Provider, Score: p.Score, Award: p.Award})
	}
	return c
}

// summary returns the summary of a published guide.
func (s *Site) summary(slug string) *Summary {
	for _, sum := range s.summaries {
		if sum.Slug == slug {
			return sum
		}
	}
	return nil
}
