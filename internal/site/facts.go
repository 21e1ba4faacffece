package site

import (
	"slices"

	"shortlist/internal/export/hosting"
	"shortlist/internal/export/search"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// Facts are what other pages need to know of each part of a site, as plain data, so
// that a later process can make the site that one edited guide changes
// ([Facts.Edited]) and read no other.
type Facts struct {
	Guides    []GuideFacts
	Providers []*guide.Provider // without their bodies, as are all that follow
	Articles  []*guide.Article
	Authors   []*guide.Author
	Pages     []*guide.StaticPage // with theirs

	Ties         []guide.Relationship
	Gone         []guide.Gone
	Held, Drafts []guide.Held
	Formerly     map[string][]string
	Corrected    []correctedFacts
	Aliases      []PageFacts // that stand in for redirects
	Redirects    []hosting.Redirect
	Moved        bool // readers are sent on from somewhere
	Files        map[string]Key
	Blocks       map[string]search.Block
}

// GuideFacts are those of one guide.
type GuideFacts struct {
	Slug     string
	Related  []guide.Related
	Summary  report.Summary
	Pairs    [][2]string
	Pages    []PageFacts
	Reversed []hosting.Redirect
	Key      Key        // of what it is made of
	Beside   Key        // of what stands beside it
	Said     [][]string // the texts of its entries, in the order of its places
}

// PageFacts are a page without what makes it.
type PageFacts struct {
	Path, Kind, Template string
	Source               guide.Origin
	Updated              guide.Date
}

// correctedFacts are a correction with the sources that it cites.
type correctedFacts struct {
	report.Corrected
	Sources map[string]*guide.Source
}

// Facts are those of the site, whose keys are given. The site's index of words has
// been made. They are nil where a site cannot be known by them alone.
func (s *Site) Facts(k *Keys) *Facts {
	if len(s.photos) > 0 || k == nil {
		return nil
	}
	f := &Facts{
		Ties: s.lib.Relationships, Gone: s.lib.Gone, Held: s.lib.Held, Drafts: s.lib.Drafts, Formerly: s.print.Formerly,
		Redirects: s.redirects, Moved: len(s.moved) > 0 || len(s.lib.Recorded) > 0, Files: map[string]Key{}, Blocks: s.blocks,
	}
	f.Ties = slices.Clone(f.Ties)
	for i := range f.Ties {
		f.Ties[i].Provider = bare(f.Ties[i].Provider)
	}
	for name, sum := range k.in.Files {
		f.Files[name] = Key(sum)
	}
	if s.facts != nil {
		f.Moved = s.facts.Moved
	}
	for i, p := range s.guides {
		if p.facts != nil {
			f.Guides = append(f.Guides, *p.facts)
			continue
		}
		own := s.own[i]
		g := GuideFacts{
			Slug: p.Slug, Related: p.Related, Summary: *p.summary, Pairs: p.outline.Pairs, Reversed: s.reversed[own.reversedFrom:own.reversedTo],
			Key: k.guides[p.Slug].Sum, Beside: k.beside(address.Guide(p.Slug), p.Related).Sum,
		}
		g.Said = s.said[address.Guide(p.Slug)]
		g.Summary.Questions = questionsOnly(g.Summary.Questions)
		g.Summary.Apart = slices.Clone(g.Summary.Apart)
		for i := range g.Summary.Apart {
			g.Summary.Apart[i].Own, g.Summary.Apart[i].Profile = nil, nil
		}
		for _, page := range s.pages[own.from:own.to] {
			g.Pages = append(g.Pages, factsOf(page))
		}
		f.Guides = append(f.Guides, g)
	}
	for _, p := range s.lib.Providers {
		f.Providers = append(f.Providers, bare(p))
	}
	for _, a := range s.lib.Articles {
		light := *a
		light.Extra, light.Diagrams, light.Body = nil, nil, guide.Body{Document: guide.Document{Questions: questionsOnly(a.Body.Questions)}}
		light.Authors = nil
		for _, author := range a.Authors {
			light.Authors = append(light.Authors, bareAuthor(author))
		}
		f.Articles = append(f.Articles, &light)
	}
	for _, a := range s.lib.Authors {
		own := *a
		own.Extra = nil
		f.Authors = append(f.Authors, &own)
	}
	for _, p := range s.lib.Pages {
		own := *p
		own.Extra = nil
		f.Pages = append(f.Pages, &own)
	}
	for _, page := range s.pages[s.aliases.from:s.aliases.to] {
		f.Aliases = append(f.Aliases, factsOf(page))
	}
	for _, c := range s.print.Corrected {
		facts := correctedFacts{Corrected: c, Sources: map[string]*guide.Source{}}
		facts.Cites = nil
		cited := func(id string) {
			if source := c.Cites(id); id != "" && source != nil {
				facts.Sources[id] = source
			}
		}
		cited(c.Source)
		for _, prose := range []guide.Prose{c.Was.Prose, c.Is.Prose} {
			eachCited(prose.Nodes, cited)
		}
		f.Corrected = append(f.Corrected, facts)
	}
	return f
}

func factsOf(p Page) PageFacts { return PageFacts{p.Path, p.kind, p.Template, p.Source, p.updated} }

func eachCited(nodes []guide.Node, do func(id string)) {
	for i := range nodes {
		for _, id := range nodes[i].Sources {
			do(id)
		}
		eachCited(nodes[i].Children, do)
	}
}

func questionsOnly(questions []guide.Question) []guide.Question {
	var out []guide.Question
	for _, q := range questions {
		out = append(out, guide.Question{Text: q.Text, ID: q.ID})
	}
	return out
}

func bare(p *guide.Provider) *guide.Provider {
	own := *p
	own.Extra, own.Body = nil, guide.Body{}
	return &own
}

func bareAuthor(a *guide.Author) *guide.Author {
	own := *a
	own.Extra, own.Body = nil, guide.Body{}
	return &own
}
