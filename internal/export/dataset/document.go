package dataset

import "encoding/json"

// Document is ranking.json. What its fields mean is said once, in
// ranking.schema.json, where the readers of the file find it too.
type Document struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`

	Guide      Guide       `json:"guide"`
	View       Perspective `json:"view"`
	Method     Method      `json:"method"`
	Criteria   []Criterion `json:"criteria"`
	Lenses     []Lens      `json:"lenses"`
	UseCases   []UseCase   `json:"use_cases"`
	Regions    []Region    `json:"regions"`
	Attributes []Attribute `json:"attributes"`
	Entries    []Entry     `json:"entries"`
	Apart      []Apart     `json:"apart,omitempty"`

	Places        []Place        `json:"places"`
	Pairs         []Pair         `json:"pairs"`
	Tiers         [][]string     `json:"tiers"`
	ActingWeights map[string]int `json:"acting_weights,omitempty"`
	ResearchQueue []Missing      `json:"research_queue"`
	Corrections   []Correction   `json:"corrections,omitempty"`
}

// Guide is the guide that is ranked.
type Guide struct {
	Slug        string `json:"slug"`
	Title       string `json:"title"`
	Year        string `json:"year,omitempty"`
	Description string `json:"description"`
	URL         string `json:"url"`
	Published   string `json:"published"`
	Updated     string `json:"updated"`
	Reviewed    string `json:"reviewed,omitempty"`
	ReviewEvery string `json:"review_every,omitempty"`
	OverdueFrom string `json:"review_overdue_since,omitempty"`
	Basis       string `json:"basis,omitempty"`
}

// Perspective is a [View] as the file states it.
type Perspective struct {
	Weights    string         `json:"weights"` // published, lens or own
	Lens       string         `json:"lens,omitempty"`
	OwnWeights map[string]int `json:"own_weights,omitempty"`
	Region     string         `json:"region,omitempty"`
	LeftOut    []string       `json:"left_out,omitempty"`
}

// Method is how the order is computed.
type Method struct {
	Stress        int    `json:"stress_basis_points"`
	StressPercent string `json:"stress_percent"`
	Unknown       string `json:"unknown"` // midpoint or low
	WeightSum     int    `json:"weight_sum"`
	Point         int    `json:"point"` // what one point is in totals
	Decimals      int    `json:"decimals"`
	Grain         int    `json:"grain"` // hundredths
	MinKnown      int    `json:"min_known_basis_points"`
	Draws         Draws  `json:"draws"`
}

// Draws are what shares and likely ranks are counted over.
type Draws struct {
	Made  bool `json:"made"`
	Count int  `json:"count"`        // 0 where there are none
	Tail  int  `json:"tail_percent"` // that likely ranks leave out at either end
}

// Criterion is a column.
type Criterion struct {
	ID              string   `json:"id"`
	Name            string   `json:"name"`
	Weight          int      `json:"weight"` // of the method's sum
	BasisPoints     int      `json:"weight_basis_points"`
	PublishedWeight int      `json:"published_weight"` // of the sum of these
	WeightPrinted   string   `json:"published_weight_printed"`
	About           string   `json:"about"`
	Rubric          []Anchor `json:"rubric,omitempty"`
	Unit            string   `json:"unit,omitempty"`
	Estimate        string   `json:"estimate,omitempty"`
	Points          []Point  `json:"points,omitempty"`
}

// Anchor is one line of a rubric.
type Anchor struct {
	Score   int    `json:"score"`
	Printed string `json:"printed"`
	Text    string `json:"text"`
}

// Point is one fixed point of a measured criterion.
type Point struct {
	Figure json.Number `json:"figure"`
	Score  int         `json:"score"`
}

// Lens is an alternative set of weights.
type Lens struct {
	ID      string         `json:"id"`
	Name    string         `json:"name"`
	About   string         `json:"about,omitempty"`
	Weights map[string]int `json:"weights"` // of their sum
}

// UseCase is a reader's situation.
type UseCase struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	About    string         `json:"about,omitempty"`
	Regions  []string       `json:"regions,omitempty"`
	Requires []Requirement  `json:"requires,omitempty"`
	AddOn    *AddOn         `json:"add_on,omitempty"`
	Weights  map[string]int `json:"weights,omitempty"` // of their sum
}

// AddOn is what a use case asks of an add-on beside its pick.
type AddOn struct {
	Regions  []string      `json:"regions,omitempty"`
	Requires []Requirement `json:"requires,omitempty"`
}

// Requirement is what an attribute must be. Which of the fields is set is the
// attribute's type.
type Requirement struct {
	Attribute string      `json:"attribute"`
	YesNo     *bool       `json:"yes_no,omitempty"`
	AnyOf     []string    `json:"any_of,omitempty"`
	AllOf     []string    `json:"all_of,omitempty"`
	Min       json.Number `json:"min,omitempty"`
	Max       json.Number `json:"max,omitempty"`
	Printed   string      `json:"printed"`
}

// Region is where a provider serves clients.
type Region struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Within string `json:"within,omitempty"`
}

// Attribute is a further fact of each entry.
type Attribute struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Type    string   `json:"type"`
	About   string   `json:"about,omitempty"`
	Unit    string   `json:"unit,omitempty"`
	Choices []string `json:"choices,omitempty"`
}

// Place is one provider's place in the order: all that comes out.
type Place struct {
	Provider      string         `json:"provider"`
	Name          string         `json:"name"`
	Rank          int            `json:"rank"`
	Numeral       string         `json:"numeral"`
	Provisional   bool           `json:"provisional"`
	Total         int            `json:"total"`
	Score         string         `json:"score"`
	TotalLow      int            `json:"total_low"`
	TotalHigh     int            `json:"total_high"`
	Range         Range          `json:"range"`
	RangeUnknown  Range          `json:"range_unknown"`
	RangeSettled  Range          `json:"range_settled"`
	RangeNever    Range          `json:"range_never"`
	RangeLikely   *Range         `json:"range_likely,omitempty"`
	Completeness  int            `json:"completeness"`
	Share         *int           `json:"share,omitempty"`
	Contributions map[string]int `json:"contributions"`
	ToPass        *ToPass        `json:"to_pass,omitempty"`
	Award         string         `json:"award"`
	Audience      []string       `json:"audience"`
	Sentence      string         `json:"sentence"`
}

// Range is the ranks that a place keeps to.
type Range struct {
	Best  int `json:"best"`
	Worst int `json:"worst"`
}

// ToPass is what a place needs to pass the next one up.
type ToPass struct {
	Provider string `json:"provider"`
	Gap      int    `json:"gap"`
	Rises    []Rise `json:"rises"`
}

// Rise is the score on one criterion that would pass it.
type Rise struct {
	Criterion string      `json:"criterion"`
	More      json.Number `json:"more"`
	Possible  bool        `json:"possible"`
}

// Pair is two neighbours in the order.
type Pair struct {
	Above         string         `json:"above"`
	Below         string         `json:"below"`
	Gap           int            `json:"gap"`
	Contributions map[string]int `json:"contributions"`
	Unsettled     bool           `json:"unsettled"`
	Dominates     bool           `json:"dominates"`
	Possible      bool           `json:"possible"`
	Flip          *Flip          `json:"flip,omitempty"`
	Sentence      string         `json:"sentence"`
}

// Flip is the cheapest way to turn a pair round.
type Flip struct {
	Weight  Fraction `json:"weight_basis_points"`
	Printed string   `json:"weight_points"`
	From    []Gift   `json:"from"`
	To      string   `json:"to"`
}

// Gift is the weight that a criterion gives away.
type Gift struct {
	Criterion string   `json:"criterion"`
	Weight    Fraction `json:"weight_basis_points"`
}

// Fraction is an exact amount of weight.
type Fraction struct {
	Numerator   int64 `json:"numerator"`
	Denominator int64 `json:"denominator"`
}

// Missing is a score that is not known to the point.
type Missing struct {
	Provider  string `json:"provider"`
	Criterion string `json:"criterion"`
	Low       int    `json:"low"`
	High      int    `json:"high"`
	Ranks     int    `json:"ranks"`
	Spread    int    `json:"spread"`
}
