package page

import (
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// sections lays out a guide's body: the author's prose and blocks in their
// order, with the blocks that were left out in their places.
func (r *guidePrinter) sections() ([]Section, error) {
	var out []Section
	parts := report.Complete(r.g.Body.Parts)
	if parts[0].Block != nil && parts[0].Block.Name == "comparison" {
		table, err := r.section(parts[0])
		if err != nil {
			return nil, err
		}
		out, parts = append(out, *table), parts[1:]
	}
	lead := 0
	for lead < len(parts) && parts[lead].Block == nil && report.ClassName(parts[lead]) == "" {
		lead++
	}
	if lead > 0 {
		why, err := r.lead(parts[:lead])
		if err != nil {
			return nil, err
		}
		out = append(out, why)
	}
	for _, p := range parts[lead:] {
		sec, err := r.section(p)
		if err != nil {
			return nil, err
		}
		if sec != nil {
			out = append(out, *sec)
		}
	}
	return out, nil
}

// lead is the section #why: the prose before the first block.
func (r *guidePrinter) lead(parts []guide.Part) (Section, error) {
	sec := Section{ID: "why"}
	for i, p := range parts {
		html, err := r.prose.fragment(p.Content)
		if err != nil {
			return sec, err
		}
		switch {
		case i == 0 && p.Heading != nil:
			sec.Title, sec.Prose = p.Heading.Text, html
		case i == 0:
			sec.Prose = html
		default:
			sec.More = append(sec.More, Prose{Title: p.Heading.Text, ID: p.Heading.ID, HTML: html})
		}
	}
	return sec, nil
}

// section makes one section, nil for a computed block that has nothing to show.
func (r *guidePrinter) section(p guide.Part) (*Section, error) {
	if p.Block == nil {
		return proseSection(r.prose, p)
	}
	html, err := r.prose.fragment(p.Content)
	if err != nil {
		return nil, err
	}
	sec := &Section{ID: p.Block.Name, Title: p.Block.Title, Prose: html}
	found := false
	switch p.Block.Name {
	case "methodology":
		sec.title("How we ranked them")
		sec.Methodology, err = r.methodology(r.prose)
		found = true
	case "comparison":
		sec.title("The comparison")
		sec.Comparison, err = r.comparison()
		found = true
	case "ranking":
		sec.title("The ranking")
		sec.Entries, sec.Allows, sec.Report = r.entries, r.g.Findings.Marks.String(), r.site.reportURL()
		sec.Computed = r.g.Findings.Traits.String()
		sec.Apart, err = r.apart()
		if len(r.entries) > 1 {
			sec.HowFirm = howFirmID
		}
		found = true
	case "use-cases":
		sec.title("Best by use case")
		sec.UseCases, err = r.useCases()
		found = sec.UseCases != nil
	case "lenses":
		sec.title("Other weights, other orders")
		sec.Lenses, err = r.lenses()
		found = len(sec.Lenses) > 0
	case "changes":
		sec.title("Editions and changes")
		sec.Changes, err = r.changesBlock()
		found = sec.Changes != nil
	case "product":
		sec.Product, err = r.site.product(r.prose)
		if found = sec.Product != nil; found {
			sec.Product.Prose, sec.Prose = sec.Prose, ""
			sec.title("Use " + sec.Product.Name + " beside this guide")
		}
	case "sources":
		sec.title("Sources")
		sec.Sources = r.sources()
		found = sec.Sources != nil
	case "related":
		sec.title("Related reads")
		sec.Related = r.site.relatedTo(address.Guide(r.g.Slug), r.related)
		found = len(sec.Related) > 0
	}
	if !found && html == "" || err != nil {
		return nil, err
	}
	return sec, nil
}

func (s *Section) title(usual string) {
	if s.Title == "" {
		s.Title = usual
	}
}

// proseSection is a section that the author wrote, on any page.
func proseSection(p prose, part guide.Part) (*Section, error) {
	html, err := p.fragment(part.Content)
	if err != nil {
		return nil, err
	}
	sec := &Section{Prose: html}
	if h := part.Heading; h != nil {
		sec.ID, sec.Class, sec.Title = report.SectionID(h.Class, h.ID), h.Class, h.Text
	}
	for _, q := range part.Questions {
		answer, err := p.fragment(q.Answer)
		if err != nil {
			return nil, err
		}
		sec.Questions = append(sec.Questions, QuestionView{Text: q.Text, ID: q.ID, Answer: answer})
	}
	return sec, nil
}
