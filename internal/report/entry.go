package report

import (
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// Entry is a ranked provider: its place, and all that is said of it.
type Entry struct {
	Place
	Website      string
	Kind         string
	Home         string
	Role         guide.Role
	AsOf         guide.Date // when what it states held; zero where nothing is said
	Formerly     []string   // the names that it had, the oldest first
	Was          []string   // the slugs that it had, which are none of another entry's
	Award        guide.Inline
	Audience     []string
	ConsiderIf   guide.Inline
	Fees         guide.Inline
	Prices       []Price
	PriceWords   string // the price that stands for it, and how many there are; empty where none is given
	Regions      []Served
	RegionsNote  guide.Inline
	Strengths    Traits
	Drawbacks    Traits
	Unknown      sentence.Text // the criteria of which nothing is known; empty for none
	Alternatives []Alternative
	Compared     []string // slugs of those that it is compared with and does not name as alternatives
	Facts        []Fact   // one per attribute
	Logo         guide.Picture
	Stated       []guide.Stated // facts of the provider
	Scores       []Score        // one per criterion
	Body         guide.Body
	Own          []guide.Source // its own sources
	Profile      []guide.Source // those of its provider that it does not replace
	Status       Status         // what has become of the provider
	Tie          *Tie
	Reason       sentence.Text // what its place owes to its scores, in a few words
	Firm         Firm
}

// Firm is how firm a place is, and what would change it, in sentences.
type Firm struct {
	Likely sentence.Text // "likely 2nd to 5th"; empty where there are no draws
	Never  sentence.Text // "never outside 1st to 9th": the guarantee

	Provisional sentence.Text // that too little is known of it; empty where enough is

	Stays   sentence.Text // the ranks that it keeps to, in few words
	Marks   []Mark        // the same as ranges to draw, each with its words; none for one entry alone
	Range   sentence.Text // the same, with what that allows for
	Scored  sentence.Text // the same on the scores as published; empty where that says nothing more
	Change  sentence.Text // what would change its rank
	Flip    sentence.Text // what would swap it with the next one down; empty for the last
	ToPass  sentence.Text // what would take it past the next one up
	Share   sentence.Text // how often it comes first; empty where there are no draws
	Open    sentence.Text // how far missing scores alone could move it
	Missing bool          // some of its scores are not known to the point
	Ranks   Ranks
}

// Alternative is another provider that an entry names.
type Alternative struct {
	Provider string // slug
	Name     string
	For      string // a purpose; may be empty
	Compared bool   // the guide has a comparison of the two
	State    string // that it has closed, or stands apart in the guide; empty for most
	Apart    bool   // it stands apart in the guide
}

// Fact is an attribute's value for an entry. Given says whether it is
// established at all.
type Fact struct {
	guide.Value
	Given bool
	Words string
}

// Tie is a commercial tie between the publisher and a provider.
type Tie struct {
	Kind  guide.TieKind
	Note  guide.Inline
	Since guide.Date
	Try   string // where a paid link to the provider leads; empty for none
}

// Served is a region that an entry serves.
type Served struct{ ID, Name string }

// Cited is the source that [@id] cites in the entry, or nil.
func (e *Entry) Cited(id string) *guide.Source {
	if s := find(e.Own, id); s != nil {
		return s
	}
	return find(e.Profile, id)
}

// Cited is the source that [@id] or [@provider/id] cites in the guide's own
// text, or nil.
func (g *Guide) Cited(id string) *guide.Source {
	provider, rest, ok := strings.Cut(id, "/")
	if !ok {
		return find(g.Sources, id)
	}
	if e := g.Entry(provider); e != nil {
		return e.Cited(rest)
	}
	if a := g.EntryApart(provider); a != nil {
		return a.Cited(rest)
	}
	return nil
}

// Entry is the entry of a provider, or nil.
func (g *Guide) Entry(provider string) *Entry {
	for i := range g.Entries {
		if g.Entries[i].Provider == provider {
			return &g.Entries[i]
		}
	}
	return nil
}

func find(sources []guide.Source, id string) *guide.Source {
	for i := range sources {
		if sources[i].ID == id {
			return &sources[i]
		}
	}
	return nil
}

func (c *compiler) entry(at int, compared map[string][]string) Entry {
	p := c.ranking.Places[at]
	e := c.g.Entry(p.ID)
	out := Entry{
		Place:   c.place(c.ranking.Ranking, p),
		Website: e.Provider.Website, Kind: e.Provider.Kind, Home: e.Provider.Home, Role: e.Role, AsOf: e.AsOf,
		Formerly: c.g.WasCalled(e.Provider), Was: c.g.FormerSlugs(e.Provider),
		Award: e.Award, Audience: e.Audience, ConsiderIf: e.ConsiderIf, Fees: e.Fees, RegionsNote: e.RegionsNote,
		Body: e.Body, Own: Values(e.Sources), Profile: Values(e.ProviderSources()), Firm: c.firm(at), Reason: sentence.Reason(c.ranking.Ranking, at, c.names), Status: StatusOf(e.Provider), Tie: TieWith(c.in.Ties, e.Provider),
	}
	out.Stated, out.Logo = e.Provider.Facts, e.Provider.Logo
	out.Prices, out.PriceWords = prices(c.g, e), e.PriceWords()
	for _, r := range e.Regions {
		out.Regions = append(out.Regions, Served{r.ID, r.Name})
	}
	has, named := map[string]bool{}, map[string]bool{}
	for _, other := range compared[p.ID] {
		has[other] = true
	}
	out.Alternatives = alternatives(e, c.g, "")
	for i := range out.Alternatives {
		a := &out.Alternatives[i]
		named[a.Provider], a.Compared = true, has[a.Provider]
	}
	for _, other := range compared[p.ID] {
		if !named[other] {
			out.Compared = append(out.Compared, other)
		}
	}
	for i := range c.g.Attributes {
		out.Facts = append(out.Facts, fact(e, &c.g.Attributes[i]))
	}
	for k := range e.Scores {
		out.Scores = append(out.Scores, c.score(e, k, p))
	}
	c.setTraits(&out, e, p.Row)
	return out
}

func (c *compiler) place(r rank.Ranking, p rank.Place) Place {
	out := placeOf(r, p, p.ID, c.names.Provider(p.ID))
	out.State = sentence.State(c.g.Entry(p.ID)).String()
	return out
}

// Marked is the provider's name with what a reader should know beside it, that its
// place is provisional or that it has closed: for surfaces of plain text.
func (p Place) Marked() string { return p.Name + p.Marks() }

// Marks is that alone: " (provisional; closed in March 2026)"; empty for most.
func (p Place) Marks() string {
	var marks []string
	if p.Provisional {
		marks = append(marks, "provisional")
	}
	if p.State != "" {
		marks = append(marks, p.State)
	}
	if len(marks) == 0 {
		return ""
	}
	return " (" + strings.Join(marks, "; ") + ")"
}

// compared lists whom each provider is compared with.
func (o Outline) compared() map[string][]string {
	others := map[string][]string{}
	for _, pair := range o.Pairs {
		others[pair[0]], others[pair[1]] = append(others[pair[0]], pair[1]), append(others[pair[1]], pair[0])
	}
	return others
}

// firm says how firm a place is.
func (c *compiler) firm(at int) Firm {
	r := c.ranking
	f := Firm{
		Likely: sentence.Likely(r, at), Never: sentence.Never(c.ranking.Outer[at]), Provisional: sentence.Provisional(r.Ranking, at),
		Stays:   sentence.Stays(r, at, c.ranking.Outer[at]),
		Marks:   c.marks(at),
		Range:   sentence.Range(r.Ranking, at, r.Ranges[at]),
		Scored:  sentence.Settled(r.Ranges[at], r.ScoredRanges[at]),
		ToPass:  sentence.ToPass(r.Ranking, at, c.names),
		Share:   sentence.Share(r, at),
		Missing: r.Places[at].Completeness < rank.FullWeight,
		Ranks:   c.ranks(at),
		Open:    sentence.Place(r.Ranking, r.Places[at]),
	}
	if at == 0 {
		f.Change = sentence.Loss(r, c.names)
	} else {
		f.Change = sentence.Overtakes(r.Ranking, at, c.names)
	}
	if at < len(r.Flips) {
		f.Flip = sentence.Flip(r.Ranking, r.Flips[at], c.names)
	}
	return f
}

// FactWords says an attribute's value in words; what is not known too.
func FactWords(e *guide.Entry, a *guide.Attribute) string { return fact(e, a).Words }

// fact says an attribute's value in words.
func fact(e *guide.Entry, a *guide.Attribute) Fact {
	v, given := e.Attributes[a.ID]
	f := Fact{Value: v, Given: given, Words: notEstablished}
	if given {
		f.Words = a.Words(v)
	}
	return f
}

// RegionNames says where the entry serves.
func (e *Entry) RegionNames() string {
	if len(e.Regions) == 0 {
		return NotCovered
	}
	names := make([]string, len(e.Regions))
	for i, r := range e.Regions {
		names[i] = r.Name
	}
	return strings.Join(names, ", ")
}

// TieWith is the tie with a provider, nil when none is declared.
func TieWith(ties []guide.Relationship, p *guide.Provider) *Tie {
	for i := range ties {
		if t := &ties[i]; t.Provider == p {
			return &Tie{Kind: t.Kind, Note: t.Note, Since: t.Since, Try: t.Try}
		}
	}
	return nil
}

// What is not known, in words.
const (
	NotCovered     = "not checked"
	notPublished   = "not published"
	notEstablished = "not established"
)
