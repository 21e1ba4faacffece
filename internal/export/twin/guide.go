package twin

import (
	"cmp"
	"io"
	"strings"

	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// Guide prints a guide's twin, with the computed ranking in it.
func (s Printer) Guide(w io.Writer, g *report.Guide) error {
	t := &twin{site: s, labels: &g.Labels}
	t.head(g.Title, report.Plain(g.Description), address.Guide(g.Slug), g.Dates, g.Authors)
	t.firmness(g)
	if basis := cite(g.Basis, g.Cited); basis != "" {
		t.para("%s", basis)
	}
	o := t.options(g.Cited)
	o.Drawn = func(name string, words []string) string { return drawn(g.Drawing(name, words)) }
	for _, p := range report.Complete(g.Body.Parts) {
		if p.Block != nil {
			t.block(g, p.Block.Name, p.Block.Title)
		}
		t.part(p, o)
	}
	t.para("%s", escape(s.Publication.Disclaimer))
	return t.write(w)
}

// firmness says how firm first place is: the sentence, then what stands behind it.
func (t *twin) firmness(g *report.Guide) {
	f := &g.Findings
	first := f.First
	if first.Empty() {
		first = f.Firmness
	}
	t.para("%s", escape(first.String()))
	var lines []string
	for _, said := range []sentence.Text{f.Lead, f.Edge, f.Likely, f.Loss, f.Worst, f.Draws} {
		if !said.Empty() && len(g.Entries) > 1 {
			lines = append(lines, escape(said.String()))
		}
	}
	t.items(lines)
}

// block writes a computed block, nothing for one that has nothing to show.
func (t *twin) block(g *report.Guide, name, title string) {
	heading := func(usual string) {
		if title == "" {
			title = usual
		}
		t.para("## %s", escape(title))
	}
	switch name {
	case "methodology":
		heading("How we ranked them")
		t.methodology(g)
	case "comparison":
		heading("The comparison")
		t.comparison(g)
	case "ranking":
		heading("The ranking")
		for i := range g.Entries {
			t.entry(g, &g.Entries[i])
		}
		for i := range g.Apart {
			t.apart(&g.Apart[i])
		}
	case "use-cases":
		if len(g.UseCases) > 0 {
			heading("Best by use case")
			t.useCases(g)
		}
	case "lenses":
		if len(g.Lenses) > 0 {
			heading("Other weights, other orders")
			var lines []string
			for i := range g.Lenses {
				l := &g.Lenses[i]
				lines = append(lines, t.link(l.Name, address.Lens(g.Slug, l.ID))+": "+escape(l.Rests.Then(l.Leader).String()))
			}
			t.items(lines)
		}
	case "changes":
		if len(g.Editions) > 0 {
			heading("Editions and changes")
			t.changes(g)
		}
		t.corrections(g.Corrections)
	case "sources":
		if sources := g.AllSources(); len(sources) > 0 {
			heading("Sources")
			t.sourceList(sources)
		}
	}
}

func (t *twin) methodology(g *report.Guide) {
	var rows [][]string
	for _, k := range g.Order {
		c := &g.Criteria[k]
		rows = append(rows, []string{escape(c.Name), c.Weighs, cite(c.About, g.Cited)})
	}
	t.table([]string{"Criterion", "Weight", "What it measures"}, rows)
	if estimates := g.Estimates(); len(estimates) > 0 {
		t.para("%s", escape(strings.Join(estimates, " ")))
	}
	t.para("%s; the data: %s.", t.link("Every score with its reason", address.Methodology(g.Slug)), t.link("ranking.json", address.Dataset(g.Slug)))
}

func (t *twin) comparison(g *report.Guide) {
	header := []string{"Rank", escape(sentence.Capital(g.Labels.Provider.One)), "Score"}
	for _, k := range g.Order {
		header = append(header, escape(g.Criteria[k].Name)+" ("+g.Criteria[k].Weighs+")")
	}
	header = append(header, "Award")
	if g.Regional() {
		header = append(header, escape(g.Labels.Regions))
	}
	for _, a := range g.Attributes {
		header = append(header, escape(a.Name))
	}
	var rows [][]string
	for i := range g.Entries {
		e := &g.Entries[i]
		cells := []string{e.Numeral, escape(e.Marked()), e.Score}
		for _, k := range g.Order {
			cells = append(cells, escape(e.Scores[k].Cell.Words()))
		}
		cells = append(cells, escape(report.Plain(e.Award)))
		if g.Regional() {
			cells = append(cells, escape(e.RegionWords()))
		}
		for _, f := range e.Facts {
			cells = append(cells, escape(f.Words))
		}
		rows = append(rows, cells)
	}
	t.table(header, rows)
	var meanings []string
	for _, a := range g.Attributes {
		if !a.About.IsZero() {
			meanings = append(meanings, escape(a.Name)+": "+cite(a.About, g.Cited))
		}
	}
	t.items(meanings)
}

func (t *twin) entry(g *report.Guide, e *report.Entry) {
	if e.Provisional {
		t.para("### %s %s", e.Numeral, escape(e.Marked()))
	} else {
		t.para("### %s. %s", e.Numeral, escape(e.Marked()))
	}
	t.para("%s Score: %s out of 10.", stressed(e.Award, e.Cited), e.Score)
	t.status(e.Status, e.Cited)
	t.tie(e.Tie)
	t.deeper, t.prefix = 2, e.Provider+"-" // below the entry's own heading
	t.body(&e.Body, e.Cited)
	t.deeper, t.prefix = 0, ""
	facts := []string{escape(g.Labels.Audience) + ": " + escape(strings.Join(e.Audience, "; "))}
	add := func(name, text string) {
		if text == "" {
			text = "not checked in this edition"
		}
		facts = append(facts, name+": "+text)
	}
	if g.Says.ConsiderIf {
		add(escape(g.Labels.ConsiderIf), cite(e.ConsiderIf, e.Cited))
	}
	var others []string
	for _, a := range e.Alternatives {
		other := escape(a.Name)
		if a.For != "" {
			other += " for " + escape(a.For)
		}
		if a.State != "" {
			other += " (" + escape(a.State) + ")"
		}
		others = append(others, other)
	}
	for i, traits := range []report.Traits{e.Strengths, e.Drawbacks} {
		facts = append(facts, speaks([...]string{"Strengths", "Drawbacks"}[i], traits, e.Cited)...)
	}
	if !e.Unknown.Empty() {
		facts = append(facts, escape(strings.TrimSuffix(e.Unknown.String(), ".")))
	}
	if g.Says.Alternatives {
		add(escape(g.Labels.Alternatives), strings.Join(others, "; "))
	}
	regions := ""
	if len(e.Regions) > 0 {
		regions = escape(e.RegionNames())
	}
	if note := cite(e.RegionsNote, e.Cited); note != "" {
		regions = strings.TrimSpace(cmp.Or(regions, "not checked in this edition") + " (" + note + ")")
	}
	if g.Regional() {
		add(escape(g.Labels.Regions), regions)
	}
	if g.Says.Fees && !e.Priced(g) {
		add(escape(g.Labels.Fees), costs(e))
	}
	for k := range e.Scores {
		if e.Shown(g, k) {
			add(escape(g.Criteria[k].Name), escape(e.Scores[k].Figure))
		}
	}
	add("Kind", escape(e.Kind))
	if len(e.Formerly) > 0 {
		add("Formerly", escape(sentence.List(e.Formerly)))
	}
	if !e.AsOf.IsZero() {
		add("As of", e.AsOf.Words())
	}
	if role := sentence.Role(e.Role).String(); role != "" {
		add("Role", escape(role))
	}
	for i, f := range e.Facts {
		add(escape(g.Attributes[i].Name), escape(f.Words))
	}
	facts = append(facts, stated(e.Stated)...)
	facts = append(facts, reason(e)...)
	t.items(facts)
	var firm []string
	for _, said := range []sentence.Text{e.Firm.Provisional, e.Firm.Stays, e.Firm.Flip, e.Firm.ToPass, e.Firm.Share} {
		if !said.Empty() {
			firm = append(firm, said.String())
		}
	}
	t.para("%s", escape(strings.Join(firm, " ")))
}

func (t *twin) useCases(g *report.Guide) {
	header, adds := []string{"Need", "Pick", "Lead", "How sure"}, false
	for i := range g.UseCases {
		adds = adds || len(g.UseCases[i].AddOns.Rows) > 0 || g.UseCases[i].AddOn != nil
	}
	if adds {
		header = append(header, "Add to it")
	}
	var rows [][]string
	for i := range g.UseCases {
		u := &g.UseCases[i]
		need := t.link(u.Name, address.UseCase(g.Slug, u.ID))
		if len(u.Requires) > 0 {
			need += ": " + escape(strings.Join(u.Requires, "; "))
		}
		row := []string{need, "nobody qualifies in this edition", "", ""}
		if len(u.Standings.Rows) > 0 {
			row = []string{need, picked(&u.Standings.Rows[0]), escape(u.Lead.String()), escape(u.Sure.String())}
		}
		if adds {
			row = append(row, addOn(u))
		}
		rows = append(rows, row)
	}
	t.table(header, rows)
}

func picked(p *report.Standing) string { return "**" + escape(p.Marked()) + "** " + p.Score }

// addOn names what may be added to the pick of a use case, and what is asked of it.
func addOn(u *report.UseCase) string {
	var add []string
	for i := range u.AddOns.Rows {
		add = append(add, picked(&u.AddOns.Rows[i]))
	}
	said := sentence.List(add)
	if u.AddOn == nil {
		return said
	}
	return cmp.Or(said, "no add-on of this edition has what is asked") + ": " + escape(strings.Join(u.AddOn.Words, "; "))
}
