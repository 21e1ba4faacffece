package guide

// Entry is one provider ranked in one guide.
type Entry struct {
	Guide        *Guide
	Provider     *Provider
	Role         Role
	Verdict      Verdict // why it takes no place; zero for one that does
	Draft        string  // why it is not published, if it is shown all the same
	Award        Inline
	Audience     []string
	ConsiderIf   Inline   // zero when it was not given
	Strengths    []Inline // none where they are left to be computed
	Drawbacks    []Inline
	Alternatives []Alternative
	Regions      []*Region
	RegionsNote  Inline
	Fees         Inline
	Prices       []Price          // of its plans, as the author orders them; one of them counts
	AsOf         Date             // when what it states held, where that can expire; zero where nothing is said
	Attributes   map[string]Value // by attribute id; an id that is missing is not established
	Scores       []Assessment     // one per criterion, in the guide's order
	Sources      []*Source
	Corrections  []Correction
	Body         Body
	Extra        map[string]any
	Origin       Origin
}

// Source returns what [@id] cites in this entry: a source of its own, else one
// of its provider; nil when there is none.
func (e *Entry) Source(id string) *Source {
	if s := find(e.Sources, id); s != nil {
		return s
	}
	return find(e.Provider.Sources, id)
}

// ProviderSources are those of its provider that it does not replace by its own.
func (e *Entry) ProviderSources() []*Source {
	var out []*Source
	for _, s := range e.Provider.Sources {
		if e.Source(s.ID) == s {
			out = append(out, s)
		}
	}
	return out
}

// Alternative is another provider that the entry names, if need be for a
// purpose: "Munich Re (staking)".
type Alternative struct {
	Provider *Provider
	For      string
	Origin   Origin
}

// Assessment is an entry's score on one criterion. A point score has Low equal
// to High; a missing one runs over what its criterion reaches.
type Assessment struct {
	State     State
	Low, High Score
	Figures   [2]Figure // the raw figures of a measured criterion, lowest first
	From      bool      // the first of them is the least that it is; the second is as far as the curve goes
	AsOf      Date      // when the figure held; zero where nothing is said
	Why       Inline
	Sources   []*Source
	Published bool // false: the provider does not publish it, and Why says so
	Origin    Origin
}

// Measure is the raw figure of a measured criterion, for readers: "12.5 bps".
func (a *Assessment) Measure(u Unit) string {
	return NumberRange(a.Figures[0], a.Figures[1], a.From, u) + AsOf(a.AsOf)
}

// State says how much is known of a score.
type State int

const (
	NotCovered State = iota // nothing was said: our gap
	Ranged                  // known to lie between Low and High
	Exact                   // a point score
)

// Provider is a company or product, whoever ranks it: facts only.
type Provider struct {
	Slug        string
	Name        string
	Website     string
	Domains     []string
	Kind        string // insurer, broker, marketplace, custodian, bank, add-on ...
	Home        string // where it is domiciled, in words
	Logo        Picture
	AsOf        Date     // when what the profile states held; zero where nothing is said
	Facts       []Stated // of those that the site lists, in its order
	Status      Status   // what has become of it; zero where it goes on
	Sources     []*Source
	Aliases     []Alias // with the addresses of its former slugs
	Former      []Former
	Corrections []Correction
	Body        Body // a neutral profile
	Extra       map[string]any
	Origin      Origin
}

// Picture is one that front matter names: its file from the site's folder when it
// lies in content/, else its address on the site; empty where there is none.
type Picture struct {
	At     string
	Origin Origin
}

// Stated is a fact that a provider states, of those that the site lists.
type Stated struct {
	At    int // its place among those that the site lists
	ID    string
	Name  string
	Words string
	Type  AttributeType
	Unit  Unit // of a number
	Value
}

// Source returns what [@id] cites in the provider's profile, or nil.
func (p *Provider) Source(id string) *Source { return find(p.Sources, id) }
