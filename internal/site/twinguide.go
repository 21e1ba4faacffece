package site

import (
	"fmt"
	"io"
	"strings"

	"shortlist/internal/explain"
	"shortlist/internal/rank"
	"shortlist/internal/tabulate"
)

// guideTwin writes a guide as Markdown, with the computed ranking in it.
func (r *guideRendering) guideTwin(w io.Writer) error {
	t := &twin{site: r.site}
	g := r.guide
	t.head(g.FullTitle(), plainText(g.Description), guidePath(g.Slug), g.Dates, g.Authors)
	t.para("%s", explain.Firmness(r.ranking, r.names))
	o := t.options(g.Source)
	for _, p := range withMissingBlocks(r.doc().Parts) {
		if p.Block != nil {
			r.twinBlock(t, p.Block.Name, p.Block.Title)
		}
		t.part(p, o)
	}
	t.para("%s", escape(r.site.lib.Site.Disclaimer))
	return t.write(w)
}

// twinBlock writes a computed block, nothing for one that has nothing to show.
func (r *guideRendering) twinBlock(t *twin, name, title string) {
	heading := func(usual string) {
		if title == "" {
			title = usual
		}
		t.para("## %s", escape(title))
	}
	switch name {
	case "methodology":
		heading("How we ranked them")
		r.twinMethodology(t)
	case "comparison":
		heading("The comparison")
		r.twinComparison(t)
	case "ranking":
		heading("The ranking")
		firm := r.firm()
		for i, p := range r.ranking.Places {
			r.twinEntry(t, p, firm[i])
		}
	case "use-cases":
		if len(r.guide.UseCases) > 0 {
			heading("Best by use case")
			r.twinUseCases(t)
		}
	case "lenses":
		if len(r.guide.Lenses) > 0 {
			heading("Other weights, other orders")
			var lines []string
			for i := range r.guide.Lenses {
				l := &r.guide.Lenses[i]
				other := r.other(tabulate.Lens(r.guide, l))
				lines = append(lines, t.link(l.Name, lensPath(r.guide.Slug, l.ID))+": "+escape(explain.Leader(other, r.ranking, r.names)))
			}
			t.items(lines)
		}
	case "sources":
		if sources := guideSources(r.guide); len(sources) > 0 {
			heading("Sources")
			t.sourceList(sources)
		}
	}
}

func (r *guideRendering) twinMethodology(t *twin) {
	var rows [][]string
	for _, k := range byWeight(r.guide) {
		c := &r.guide.Criteria[k]
		rows = append(rows, []string{escape(c.Name), explain.Percent(int(c.Weight)), cite(c.About, r.guide.Source)})
	}
	t.table([]string{"Criterion", "Weight", "What it measures"}, rows)
	t.para("%s; the data: %s.", t.link("Every score with its reason", methodologyPath(r.guide.Slug)), t.link("ranking.json", datasetPath(r.guide.Slug)))
}

func (r *guideRendering) twinComparison(t *twin) {
	c := r.comparison()
	header := []string{"Rank", "Provider", "Score"}
	for _, k := range c.Criteria {
		header = append(header, escape(k.Name)+" ("+k.Weight+" %)")
	}
	header = append(header, "Award", "Regions")
	for _, a := range c.Attributes {
		header = append(header, escape(a.Name))
	}
	var rows [][]string
	for _, row := range c.Rows {
		cells := []string{fmt.Sprint(row.Rank), escape(row.Name), row.Score}
		for _, x := range row.Cells {
			cells = append(cells, x.Text)
		}
		cells = append(cells, escape(row.Award), escape(row.Regions))
		for _, f := range row.Facts {
			cells = append(cells, escape(f))
		}
		rows = append(rows, cells)
	}
	t.table(header, rows)
}

func (r *guideRendering) twinEntry(t *twin, p rank.Place, firm FirmView) {
	e := r.guide.Entry(p.ID)
	t.para("### %d. %s", p.Rank, escape(e.Provider.Name))
	t.para("*%s* Score: %s out of 10.", cite(e.Award, e.Source), r.ranking.Print(p.Total))
	t.tie(e.Provider)
	t.deeper, t.prefix = 2, p.ID+"-" // below the entry's own heading
	t.body(&e.Body, e.Source)
	t.deeper, t.prefix = 0, ""
	facts := []string{"Best for: " + escape(strings.Join(e.Audience, "; "))}
	add := func(name, text string) {
		if text == "" {
			text = "not covered in this edition"
		}
		facts = append(facts, name+": "+text)
	}
	add("Consider if", cite(e.ConsiderIf, e.Source))
	var others []string
	for _, a := range e.Alternatives {
		other := escape(a.Provider.Name)
		if a.For != "" {
			other += " for " + escape(a.For)
		}
		others = append(others, other)
	}
	add("Alternatives", strings.Join(others, "; "))
	regions := ""
	if len(e.Regions) > 0 {
		regions = escape(regionNames(e))
	}
	add("Regions", regions)
	add("Fees", cite(e.Fees, e.Source))
	add("Kind", escape(e.Provider.Kind))
	for i := range r.guide.Attributes {
		a := &r.guide.Attributes[i]
		add(escape(a.Name), escape(fact(e, a)))
	}
	t.items(facts)
	t.para("%s", escape(strings.Join(strings.Fields(firm.Range+" "+firm.Settled+" "+firm.Flip+" "+firm.ToPass+" "+firm.Share), " ")))
}

func (r *guideRendering) twinUseCases(t *twin) {
	var lines []string
	for i := range r.guide.UseCases {
		u := &r.guide.UseCases[i]
		ranking := r.other(tabulate.UseCase(r.guide, u))
		line := t.link(u.Name, useCasePath(r.guide.Slug, u.ID)) + ": "
		if len(ranking.Places) == 0 {
			line += "nobody qualifies in this edition."
		} else {
			line += "**" + escape(r.names.Provider(ranking.Places[0].ID)) + "**. " + escape(explain.Pick(ranking, r.names))
		}
		lines = append(lines, line)
	}
	t.items(lines)
}
