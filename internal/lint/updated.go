package lint

import (
	"fmt"
	"reflect"
	"slices"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// ChangedNotUpdated is found by whoever has the history of a site; this package
// says what has changed.
var ChangedNotUpdated = diag.Define(diag.Warning, "changed-not-updated",
	"A score, weight or fact of a guide has changed since its `updated` did, and later than that says.")

// Changed names what ranks or is stated as a fact and differs between two states of a
// guide: "the weight of Security", "Evertas on Costs".
func Changed(before, after *guide.Guide) []string {
	var out []string
	add := func(differs bool, format string, args ...any) {
		if said := fmt.Sprintf(format, args...); differs && !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	for k := range after.Criteria {
		c := &after.Criteria[k]
		old := before.Criterion(c.ID)
		add(old < 0 || before.Criteria[old].Weight != c.Weight || before.Criteria[old].Parts != c.Parts, "the weight of %s", c.Name)
	}
	for k := range before.Criteria {
		add(after.Criterion(before.Criteria[k].ID) < 0, "%s, which is gone", before.Criteria[k].Name)
	}
	add(before.Unknown != after.Unknown, "what a range counts as")
	known := map[string]bool{} // slugs of those that are ranked, and what they were
	for _, e := range after.Entries {
		name := e.Provider.Name
		old := before.Entry(e.Provider.Slug)
		known[e.Provider.Slug] = true
		for _, slug := range after.FormerSlugs(e.Provider) { // one that was renamed is the same
			known[slug] = true
			if old == nil {
				old = before.Entry(slug)
			}
		}
		if old == nil {
			add(true, "%s, which is new", name)
			continue
		}
		for k := range after.Criteria {
			was := before.Criterion(after.Criteria[k].ID)
			add(was >= 0 && scored(&old.Scores[was]) != scored(&e.Scores[k]), "%s on %s", name, after.Criteria[k].Name)
		}
		add(!reflect.DeepEqual(stated(old), stated(e)), "the facts of %s", name)
	}
	for _, e := range before.Entries {
		add(!known[e.Provider.Slug], "%s, which is gone", e.Provider.Name)
	}
	return out
}

type points struct {
	state     guide.State
	low, high guide.Score
	figures   [2]guide.Figure
}

func scored(a *guide.Assessment) points { return points{a.State, a.Low, a.High, a.Figures} }

// facts are what an entry states beside its scores, without places in files.
type facts struct {
	Regions    []string
	Note, Fees string
	Role       guide.Role
	Attributes map[string]guide.Value
	Prices     []string
}

func stated(e *guide.Entry) facts {
	f := facts{Note: e.RegionsNote.Source, Fees: e.Fees.Source, Role: e.Role, Attributes: map[string]guide.Value{}}
	for _, r := range e.Regions {
		f.Regions = append(f.Regions, r.ID)
	}
	for i := range e.Prices {
		p := &e.Prices[i]
		f.Prices = append(f.Prices, fmt.Sprint(p.Named(), " ", p.Note.Source, p.Counts))
	}
	for id, v := range e.Attributes {
		v.Origin = guide.Origin{}
		f.Attributes[id] = v
	}
	return f
}
