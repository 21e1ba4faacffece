package dataset

import (
	"encoding/json"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
	"strconv"
)

// Entry is the facts and the scores of a provider: all that goes in.
type Entry struct {
	Provider     string         `json:"provider"`
	Name         string         `json:"name"`
	Formerly     []string       `json:"formerly,omitempty"` // names that it had
	Was          []string       `json:"was,omitempty"`      // ids that it had
	Website      string         `json:"website"`
	Kind         string         `json:"kind"`
	Role         string         `json:"role"` // core, add-on or reference
	Home         string         `json:"home,omitempty"`
	Status       *Status        `json:"status,omitempty"`
	Tie          *Tie           `json:"commercial_tie,omitempty"`
	AsOf         string         `json:"as_of,omitempty"`
	Regions      []string       `json:"regions"`
	RegionsNote  string         `json:"regions_note,omitempty"`
	Fees         string         `json:"fees,omitempty"`
	Prices       []Price        `json:"prices,omitempty"`
	ConsiderIf   string         `json:"consider_if,omitempty"`
	Strengths    *Traits        `json:"strengths,omitempty"`
	Drawbacks    *Traits        `json:"drawbacks,omitempty"`
	Alternatives []Alternative  `json:"alternatives,omitempty"`
	Attributes   map[string]any `json:"attributes"` // bool, string, []string or json.Number
	Facts        []Stated       `json:"facts,omitempty"`
	Scores       []Score        `json:"scores"`
}

// Traits are what speaks for an entry, or against it.
type Traits struct {
	Lines    []string `json:"lines"`
	Computed bool     `json:"computed"` // from the scores, for want of the author's
}

func traits(t report.Traits) *Traits {
	out := &Traits{Computed: len(t.Computed) > 0}
	for _, line := range t.Written {
		out.Lines = append(out.Lines, report.Plain(line))
	}
	if out.Lines = append(out.Lines, sentence.Strings(t.Computed)...); len(out.Lines) == 0 {
		return nil
	}
	return out
}

// Status is what has become of a provider, or why an entry takes no place.
type Status struct {
	Kind string `json:"kind"`
	Date string `json:"date,omitempty"`
	Note string `json:"note,omitempty"`
}

// Tie is a commercial tie of the publisher with a provider.
type Tie struct {
	Kind  string `json:"kind"`
	Note  string `json:"note"`
	Since string `json:"since,omitempty"`
}

// Apart is an entry that takes no place.
type Apart struct {
	Provider string  `json:"provider"`
	Name     string  `json:"name"`
	Website  string  `json:"website"`
	Kind     string  `json:"kind"`
	Verdict  Status  `json:"verdict"` // withdrawn or not-recommended
	Last     string  `json:"last_place,omitempty"`
	Status   *Status `json:"status,omitempty"`
	Tie      *Tie    `json:"commercial_tie,omitempty"`
}

// Stated is a fact that the provider states, of those that the site lists.
type Stated struct {
	at    int    // its place in the site's list
	ID    string `json:"id"`
	Name  string `json:"name"`
	Words string `json:"words"`
	Value any    `json:"value"` // bool, string, []string or what a figure is
	Unit  string `json:"unit,omitempty"`
	URL   string `json:"url,omitempty"`
	AsOf  string `json:"as_of,omitempty"`
}

// Alternative is another provider that an entry names.
type Alternative struct {
	Provider string `json:"provider"`
	Name     string `json:"name"`
	For      string `json:"for,omitempty"`
}

// Score is an entry's score on one criterion.
type Score struct {
	Criterion string       `json:"criterion"`
	State     string       `json:"state"` // point, range or unknown
	Low       int          `json:"low"`
	High      int          `json:"high"`
	Published json.Number  `json:"published"` // hundredths, and half of one where the middle of a range lies there
	Printed   PrintedScore `json:"printed"`
	Figure    *FigureRange `json:"figure,omitempty"`
	Disclosed bool         `json:"disclosed"`
	Why       string       `json:"why,omitempty"`
	Sources   []Source     `json:"sources,omitempty"`
}

// PrintedScore is a score as pages print it.
type PrintedScore struct {
	Low       string `json:"low"`
	High      string `json:"high"`
	Published string `json:"published"`
}

// FigureRange is the raw figure of a measured criterion.
type FigureRange struct {
	Low   json.Number `json:"low"`
	High  json.Number `json:"high"`
	From  bool        `json:"from,omitempty"` // low is the least that it is, and high as far as the points go
	AsOf  string      `json:"as_of,omitempty"`
	Words string      `json:"words"`
}

// Source is a page that a score rests on.
type Source struct {
	Title    string `json:"title"`
	URL      string `json:"url"`
	Kind     string `json:"kind"`
	HomePage bool   `json:"home_page,omitempty"`
	Accessed string `json:"accessed,omitempty"`
}

// entries are the facts and scores of each provider, by slug.
func entries(g *report.Guide) []Entry {
	out := make([]Entry, len(g.Entries))
	for i := range g.Entries {
		e := &g.Entries[i]
		entry := Entry{
			Provider: e.Provider, Name: e.Name, Formerly: e.Formerly, Was: e.Was, Website: e.Website, Kind: e.Kind, Role: role(e.Role), Home: e.Home, AsOf: date(e.AsOf),
			Regions: served(e.Regions), RegionsNote: report.Plain(e.RegionsNote),
			Fees: report.Plain(e.Fees), ConsiderIf: report.Plain(e.ConsiderIf),
			Status: status(e.Status), Tie: tie(e.Tie),
			Strengths: traits(e.Strengths), Drawbacks: traits(e.Drawbacks),
			Attributes: facts(g, e),
			Scores:     make([]Score, len(e.Scores)),
		}
		for i := range e.Stated {
			f := &e.Stated[i]
			entry.Facts = append(entry.Facts, Stated{f.At, f.ID, f.Name, f.Words, value(f.Type, f.Value), f.Unit.String(), f.URL, date(f.AsOf)})
		}
		entry.Prices = prices(e.Prices)
		for _, a := range e.Alternatives {
			entry.Alternatives = append(entry.Alternatives, Alternative{a.Provider, a.Name, a.For})
		}
		for k := range e.Scores {
			entry.Scores[k] = score(g.Criteria[k].ID, &e.Scores[k])
		}
		out[g.Ranking.Places[i].Row] = entry
	}
	return out
}

// apart are the entries that take no place.
func apart(g *report.Guide) []Apart {
	var out []Apart
	for i := range g.Apart {
		a := &g.Apart[i]
		out = append(out, Apart{
			Provider: a.Provider, Name: a.Name, Website: a.Website, Kind: a.Kind, Last: a.Last.String(),
			Verdict: Status{string(a.Verdict), date(a.Date), report.Plain(a.Note)}, Status: status(a.Status), Tie: tie(a.Tie),
		})
	}
	return out
}

func status(s report.Status) *Status {
	if s.Kind == "" {
		return nil
	}
	return &Status{string(s.Kind), date(s.Date), report.Plain(s.Note)}
}

func tie(t *report.Tie) *Tie {
	if t == nil {
		return nil
	}
	return &Tie{string(t.Kind), report.Plain(t.Note), date(t.Since)}
}

func role(r guide.Role) string {
	if r == "" {
		r = guide.Core
	}
	return string(r)
}

// facts are the attributes that the entry gives; one that is missing is not
// established.
func facts(g *report.Guide, e *report.Entry) map[string]any {
	out := map[string]any{}
	for i, a := range g.Attributes {
		f := &e.Facts[i]
		if f.Given {
			out[a.ID] = value(a.Type, f.Value)
		}
	}
	return out
}

// value is a value of a type.
func value(t guide.AttributeType, v guide.Value) any {
	switch t {
	case guide.YesNo:
		return v.YesNo
	case guide.Number:
		return figure(v)
	case guide.Items:
		return v.Items
	}
	return v.Text
}

// figure is a number that is known to the point, else its two ends; of one of which
// only the least is known, that.
func figure(v guide.Value) any {
	switch {
	case v.From:
		return map[string]json.Number{"from": number(v.Number)}
	case v.High > v.Number:
		return map[string]json.Number{"low": number(v.Number), "high": number(v.High)}
	}
	return number(v.Number)
}

func score(criterion string, a *report.Score) Score {
	out := Score{
		Criterion: criterion,
		State:     state(a.State),
		Low:       int(a.Low), High: int(a.High), Published: hundredths(a.Counts),
		Printed:   PrintedScore{a.Low.String(), a.High.String(), a.Counts.String()},
		Disclosed: a.Published,
		Why:       report.Plain(a.Why),
	}
	if a.Measured {
		out.Figure = &FigureRange{number(a.Figures[0]), number(a.Figures[1]), a.From, date(a.AsOf), a.Figure}
	}
	out.Sources = sources(a.Sources)
	return out
}

func sources(list []guide.Source) []Source {
	var out []Source
	for _, s := range list {
		out = append(out, Source{Title: s.Title, URL: s.URL, Kind: string(s.Kind), HomePage: s.HomePage(), Accessed: date(s.Accessed)})
	}
	return out
}

func state(s guide.State) string {
	switch s {
	case guide.Exact:
		return "point"
	case guide.Ranged:
		return "range"
	}
	return "unknown"
}

// hundredths states half-hundredths as hundredths: 850, or 512.5.
func hundredths(h rank.Half) json.Number {
	if h%2 != 0 {
		return json.Number(strconv.Itoa(int(h)/2) + ".5")
	}
	return json.Number(strconv.Itoa(int(h) / 2))
}
