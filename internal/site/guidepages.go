package site

import (
	"fmt"
	"io"

	"shortlist/internal/export/dataset"
	"shortlist/internal/export/feed"
	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// listGuide lists the pages of a guide, and notes which they are.
func (s *Site) listGuide(p *planned) {
	own := span{from: len(s.pages), reversedFrom: len(s.reversed)}
	if p.facts == nil {
		s.planGuide(p)
	} else {
		for _, page := range p.facts.Pages {
			s.pages = append(s.pages, unread(page))
		}
		s.reversed = append(s.reversed, p.facts.Reversed...)
	}
	own.to, own.reversedTo = len(s.pages), len(s.reversed)
	s.own = append(s.own, own)
}

// planGuide lists a guide's pages: the guide itself, and the same ranking seen
// from other sides. The report is compiled when the first of them is wanted.
func (s *Site) planGuide(p *planned) {
	g, slug, printer := p.Guide, p.Slug, s.print
	add := func(path, template string, from guide.Origin, write func(io.Writer, *report.Guide) error) {
		s.addPage(path, template, from, func(w io.Writer) error { return write(w, p.report()) }).updated = g.Dates.Updated
	}
	each := func(at int, write func(io.Writer, *report.Guide, int) error) func(io.Writer, *report.Guide) error {
		return func(w io.Writer, r *report.Guide) error { return write(w, r, at) }
	}
	file := func(path string, write func(io.Writer, *report.Guide) error) {
		s.addFile(path, g.Origin, func(w io.Writer) error {
			if err := write(w, p.report()); err != nil {
				return fmt.Errorf("%s: %w", g.Origin.File, err)
			}
			return nil
		})
	}
	add(address.Guide(slug), "guide", g.Origin, func(w io.Writer, r *report.Guide) error { return printer.Guide(w, r, g.Related) })
	file(address.Dataset(slug), func(w io.Writer, r *report.Guide) error { return dataset.JSON(w, s.dataset(r)) })
	file(address.Table(slug), func(w io.Writer, r *report.Guide) error { return dataset.CSV(w, s.dataset(r)) })
	if len(g.Editions) > 0 && g.Draft == "" {
		atom, json := address.Changes(slug), address.ChangesJSON(slug)
		file(atom, func(w io.Writer, r *report.Guide) error { return feed.Atom(w, s.changesFeed(r, atom)) })
		file(json, func(w io.Writer, r *report.Guide) error { return feed.JSON(w, s.changesFeed(r, json)) })
	}
	file(address.Twin(address.Guide(slug)), func(w io.Writer, r *report.Guide) error { return s.twins().Guide(w, r) })
	add(address.Methodology(slug), "methodology", g.Origin, printer.Methodology)
	for i := range g.Lenses {
		l := &g.Lenses[i]
		add(address.Lens(slug, l.ID), "lens", l.Origin, each(i, printer.Lens))
	}
	for i := range g.UseCases {
		u := &g.UseCases[i]
		add(address.UseCase(slug, u.ID), "usecase", u.Origin, each(i, printer.UseCase))
	}
	for i, region := range p.outline.Regions {
		add(address.Region(slug, region.ID), "region", g.Origin, each(i, printer.Region))
	}
	for i, e := range g.Editions {
		add(address.Edition(slug, e.Date), "edition", e.Origin, each(i, printer.Edition))
	}
	for i, pair := range p.outline.Pairs {
		a, b := pair[0], pair[1]
		add(address.Compare(slug, a, b), "compare", g.Entry(a).Origin, each(i, printer.Compare))
		s.reversed = append(s.reversed, hosting.Redirect{From: address.Reverse(slug, a, b), To: address.Compare(slug, a, b)})
	}
}
