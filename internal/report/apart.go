package report

import (
	"cmp"
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// Apart is an entry that takes no place: it has left the ranking, or was looked at
// and is not recommended.
type Apart struct {
	Provider  string // slug
	Name      string
	Verdict   guide.VerdictKind
	Date      guide.Date    // zero where nothing is said
	Said      sentence.Text // "Left the ranking in March 2026", without a full stop
	Elsewhere sentence.Text // the same where the guide has to be named
	Note      guide.Inline  // the reason
	Last      sentence.Text // the place that it had in the latest edition that ranks it; empty for none
	Was       []string      // the slugs that it had
	State     string        // of its provider, and that it is a draft; empty for most
	Status    Status
	Website   string
	Kind      string
	Tie       *Tie
	Strengths []guide.Inline
	Drawbacks []guide.Inline
	Body      guide.Body // of what is not recommended; what has left says no more
	Own       []guide.Source
	Profile   []guide.Source
}

// Status is what has become of a provider.
type Status struct {
	Kind guide.StatusKind // empty for one that goes on
	Date guide.Date
	Said sentence.Text // "Closed in March 2026", without a full stop
	Note guide.Inline  // with its source
}

// StatusOf is what has become of a provider.
func StatusOf(p *guide.Provider) Status {
	return Status{Kind: p.Status.Kind, Date: p.Status.Date, Note: p.Status.Note, Said: sentence.Status(p.Status).Capital()}
}

// Cited is the source that [@id] cites in the entry, or nil.
func (a *Apart) Cited(id string) *guide.Source {
	if s := find(a.Own, id); s != nil {
		return s
	}
	return find(a.Profile, id)
}

// AllSources lists what it may cite.
func (a *Apart) AllSources() []guide.Source { return slices.Concat(a.Own, a.Profile) }

// apart lists the entries that take no place: first those that are not recommended,
// then those that left, the latest first.
func (c *compiler) apart() []Apart {
	var out []Apart
	for _, e := range c.g.Apart {
		a := apartOf(c.g, e)
		a.Tie = TieWith(c.in.Ties, e.Provider)
		a.Own, a.Profile = Values(e.Sources), Values(e.ProviderSources())
		out = append(out, a)
	}
	slices.SortStableFunc(out, func(a, b Apart) int {
		return cmp.Or(cmp.Compare(a.Verdict, b.Verdict), b.Date.Compare(a.Date))
	})
	return out
}

func apartOf(g *guide.Guide, e *guide.Entry) Apart {
	out := Apart{
		Provider: e.Provider.Slug, Name: e.Provider.Name, Verdict: e.Verdict.Kind, Date: e.Verdict.Date, Note: e.Verdict.Note,
		Said: sentence.Apart(e.Verdict, "").Capital(), Elsewhere: sentence.Apart(e.Verdict, g.FullTitle()),
		Last: sentence.LastPlace(g.Editions, e.Provider.Slug), State: sentence.State(e).String(), Status: StatusOf(e.Provider),
		Was: g.FormerSlugs(e.Provider), Website: e.Provider.Website, Kind: e.Provider.Kind,
	}
	if e.Verdict.Kind == guide.NotRecommended {
		out.Body, out.Strengths, out.Drawbacks = e.Body, e.Strengths, e.Drawbacks
	}
	return out
}

// alternatives are the other providers that an entry names. One that has closed says
// so, and one that stands apart in the guide, which elsewhere than there is named.
func alternatives(e *guide.Entry, g *guide.Guide, elsewhere string) []Alternative {
	var out []Alternative
	for _, a := range e.Alternatives {
		x := Alternative{Provider: a.Provider.Slug, Name: a.Provider.Name, For: a.For, State: sentence.Status(a.Provider.Status).String()}
		if apart := g.EntryApart(a.Provider.Slug); apart != nil {
			said := sentence.Apart(apart.Verdict, elsewhere).String()
			if x.Apart = true; x.State != "" {
				said = x.State + "; " + said
			}
			x.State = said
		}
		out = append(out, x)
	}
	return out
}

// EntryApart is the entry of a provider that takes no place, or nil.
func (g *Guide) EntryApart(provider string) *Apart {
	for i := range g.Apart {
		if g.Apart[i].Provider == provider {
			return &g.Apart[i]
		}
	}
	return nil
}
