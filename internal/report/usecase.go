package report

import (
	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// UseCase is a reader's situation with the pick that is computed for it.
type UseCase struct {
	ID        string
	Name      string
	About     guide.Inline
	Requires  []string       // in words
	Weights   []guide.Weight // one per criterion; nil where it weighs as the guide does
	Parts     []int          // the same in parts of their sum; nil where it states percentages
	Weighs    []string       // the same in words; nil where it weighs as the guide does
	Reason    sentence.Text
	Lead      sentence.Text // the first sentence of it
	Standings Standings     // those that qualify, the pick first; nobody may
	Sure      sentence.Text // how sure the pick is, and who else could take it
	AddOns    Standings     // what may be added to the pick, the first of them first
	AddOn     *AddOnNeed    // what is asked of one; nil where nothing is
	RuledOut  []RuledOut
	Unclear   []RuledOut // a requirement is not established, so they do not qualify

	Regions []Served      // that must be served
	Facts   []Requirement // that attributes must meet
}

// Requirement is what an attribute must be.
type Requirement struct {
	guide.Requirement        // without its attribute
	ID                string // of the attribute
	Type              guide.AttributeType
	Words             string
}

// AddOnNeed is what a use case asks of an add-on.
type AddOnNeed struct {
	Regions []Served
	Facts   []Requirement
	Words   []string
}

// RuledOut is a provider that does not qualify, and the requirements at fault.
type RuledOut struct {
	Provider string
	Name     string
	State    string // that it has closed; empty for most
	By       sentence.Text
}

func (c *compiler) useCase(u *guide.UseCase) UseCase {
	other := c.other(table.UseCase(c.g, u))
	out := UseCase{
		ID: u.ID, Name: u.Name, About: u.About, Weights: u.Weights, Parts: u.Parts, Weighs: Weighs(u.Exact()),
		Reason:    sentence.Pick(other, c.names),
		Lead:      sentence.PickLead(other, c.names),
		Standings: c.standings(other, u.Weights != nil),
	}
	out.Standings.Serves = out.Standings.Serves || len(u.Regions) > 0
	for i := range out.Standings.Rows {
		row := &out.Standings.Rows[i]
		row.Marks = marks(c.g.Entry(row.Provider), u.Regions)
	}
	if len(out.Standings.Rows) > 0 {
		out.Sure = sentence.Sure(other, out.Standings.Rows[0].Marks, c.names)
	}
	if added := table.AddOns(c.g, u); len(added.Entries) > 0 {
		out.AddOns = c.standings(c.other(added), false)
	}
	if need := u.AddOn; need != nil {
		out.AddOn = &AddOnNeed{}
		out.AddOn.Regions, out.AddOn.Facts, out.AddOn.Words = required(need.Regions, need.Requires)
	}
	out.Regions, out.Facts, out.Requires = required(u.Regions, u.Requires)
	for _, p := range c.published.Places {
		e := c.g.Entry(p.ID)
		unmet := u.Unmet(e)
		if u.Qualifies(e) || u.Adds(e) {
			continue
		}
		sure := !e.Picks() && len(unmet) == 0
		var by []sentence.Text
		if sure {
			by = append(by, sentence.Role(e.Role))
		}
		for _, m := range unmet {
			by = append(by, sentence.Unmet(e, m))
			sure = sure || !m.NotEstablished
		}
		ruled := RuledOut{Provider: p.ID, Name: e.Provider.Name, State: sentence.State(e).String(), By: sentence.All(by)}
		if sure {
			out.RuledOut = append(out.RuledOut, ruled)
		} else {
			out.Unclear = append(out.Unclear, ruled)
		}
	}
	return out
}

// required states requirements as plain values, and in words.
func required(regions []*guide.Region, requires []guide.Requirement) (served []Served, facts []Requirement, words []string) {
	for _, r := range regions {
		served = append(served, Served{r.ID, r.Name})
		words = append(words, "serves "+r.Name)
	}
	for _, q := range requires {
		words = append(words, q.String())
		fact := Requirement{Requirement: q, ID: q.Attribute.ID, Type: q.Attribute.Type, Words: q.String()}
		fact.Attribute = nil
		facts = append(facts, fact)
	}
	return served, facts, words
}

// RuledGroup is those that do not qualify for one reason.
type RuledGroup struct {
	By  sentence.Text
	Who []RuledOut
}

// ByReason gathers those that do not qualify for the same reason, in the order
// of the first of each.
func ByReason(out []RuledOut) []RuledGroup {
	var groups []RuledGroup
	at := map[string]int{}
	for _, x := range out {
		i, seen := at[x.By.String()]
		if !seen {
			i = len(groups)
			at[x.By.String()] = i
			groups = append(groups, RuledGroup{By: x.By.Capital()})
		}
		groups[i].Who = append(groups[i].Who, x)
	}
	return groups
}
