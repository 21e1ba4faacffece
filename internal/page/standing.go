package page

import (
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
)

// Standings is a ranking of a guide's providers other than the published one,
// with what moved.
type Standings struct {
	Caption string
	Before  string // heads the column of ranks in the guide
	Moves   bool   // it weighs in another way, so that ranks may move
	Serves  bool   // it leaves some out, so that it matters where each serves
	Labels  Labels
	Rows    []StandingRow
}

// StandingRow is a place of it.
type StandingRow struct {
	Numbered
	Name    string
	URL     string // of its entry
	Score   string
	Bar     Bar
	Before  string // its rank in the guide; where ranks may move, among those that are listed
	Moved   string // "up 2"; empty where it has not
	Regions string // with the note on eligibility
	Marks   string // of required regions, those that it does not name
}

func (r *guidePrinter) standings(caption string, from report.Standings) Standings {
	s := Standings{Caption: caption, Before: from.Before, Moves: from.Moves, Serves: from.Serves, Labels: labelsOf(r.g.Labels)}
	for _, p := range from.Rows {
		s.Rows = append(s.Rows, StandingRow{
			Numbered: numbered(p.Place), Name: p.Name, URL: r.entryURL(p.Provider), Score: p.Score, Bar: bar(p.Place),
			Before: sentence.Ordinal(p.Before), Moved: p.Moved.String(), Regions: p.Regions, Marks: p.Marks,
		})
	}
	return s
}

// WeightRow is a criterion with its weight here and as published.
type WeightRow struct{ Criterion, Weight, Published string }

// Numbered is how a place is numbered wherever it is shown: by its rank, or by a
// dash where too little is known of it to call it ranked. It counts all the same.
type Numbered struct {
	Numeral     string
	Provisional bool
	State       string // that the provider has closed, or the entry is a draft; empty for most
}

func numbered(p report.Place) Numbered { return Numbered{p.Numeral, p.Provisional, p.State} }

// weightRows lists other weights beside the guide's own.
func (r *guidePrinter) weightRows(weighs []string) []WeightRow {
	var rows []WeightRow
	for _, k := range r.g.Order {
		rows = append(rows, WeightRow{
			Criterion: r.g.Criteria[k].Name,
			Weight:    weighs[k],
			Published: r.g.Criteria[k].Weighs,
		})
	}
	return rows
}

// RuledOut is a provider that does not qualify, and the requirements at fault.
type RuledOut struct {
	Link
	By string
}

// RuledGroup is those that do not qualify for one reason.
type RuledGroup struct {
	By    string
	Links []Link
}

func ruledOut(all []report.RuledOut, entryURL func(provider string) string) []RuledOut {
	var out []RuledOut
	for _, x := range all {
		out = append(out, RuledOut{Link: Link{Label: withState(x.Name, x.State), URL: entryURL(x.Provider)}, By: x.By.String()})
	}
	return out
}

// byReason gathers those that do not qualify for the same reason.
func byReason(all []report.RuledOut, entryURL func(provider string) string) []RuledGroup {
	var groups []RuledGroup
	for _, g := range report.ByReason(all) {
		group := RuledGroup{By: g.By.String()}
		for _, x := range g.Who {
			group.Links = append(group.Links, Link{Label: withState(x.Name, x.State), URL: entryURL(x.Provider)})
		}
		groups = append(groups, group)
	}
	return groups
}
