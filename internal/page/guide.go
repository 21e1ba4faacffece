package page

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"strings"

	"shortlist/internal/export/feed"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// GuidePage is the view of a guide.
type GuidePage struct {
	Frame
	Category  string
	Dek       template.HTML
	Authors   []Link
	Published *Day
	Updated   *Day
	Reviewed  *Day
	Review    string // the promise while it is kept, or that it is not
	Minutes   int
	Top       []EntryView   // the first three
	Firmness  string        // how firm that is, in a sentence
	Firm      *FirmView     // what stands behind it
	Basis     template.HTML // how the scores came about
	Topics    []Link
	First     *Section // the comparison, where it stands before the contents and the prose
	Contents  []ContentsItem
	Sections  []Section // the rest
	Cite      *CiteView
}

// ContentsItem is a line of the contents list, with those of the entries below that
// of the ranking.
type ContentsItem struct {
	Title, Anchor string
	Entries       []EntryView
}

// guidePrinter prints the pages of one guide.
type guidePrinter struct {
	site    *Printer
	g       *report.Guide
	prose   prose
	entries []EntryView // in order; only on the guide's own page
	related []guide.Related
	undrawn error // the first fault of a drawing in the prose
}

// of is the printer of a guide's pages.
func (s *Printer) of(g *report.Guide) *guidePrinter {
	r := &guidePrinter{site: s, g: g, prose: prose{site: s, sources: g.Cited, labels: &g.Labels}}
	r.prose.drawn = r.draw(&r.undrawn)
	return r
}

// Guide prints a guide; related is what its editors chose to go with it.
func (s *Printer) Guide(w io.Writer, g *report.Guide, related []guide.Related) error {
	r := s.of(g)
	r.related = related
	return r.failing(r.guidePage(w))
}

// failing names the guide in an error.
func (r *guidePrinter) failing(err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", r.g.File, err)
	}
	return nil
}

func (r *guidePrinter) guidePage(w io.Writer) error {
	g := r.g
	for i := range g.Entries {
		e, err := r.entry(&g.Entries[i])
		if err != nil {
			return err
		}
		r.entries = append(r.entries, e)
	}
	sections, err := r.sections()
	if err := cmp.Or(err, r.undrawn); err != nil {
		return err
	}
	dek, err := r.prose.line(g.Description)
	if err != nil {
		return err
	}
	basis, err := r.prose.line(g.Basis)
	if err != nil {
		return err
	}
	page := &GuidePage{
		Frame: r.site.frame(head{
			path: address.Guide(g.Slug), title: g.Title, description: report.Plain(g.Description), draft: g.Draft,
			parents:    []Link{{Label: "Guides", URL: r.site.URL("/guides/")}},
			alternates: r.alternates(),
			scripts:    []string{"guide.js"},
			article:    true,
			states:     r.states,
		}),
		Category:  g.Category,
		Dek:       dek,
		Authors:   r.site.bylines(g.Authors),
		Published: day(g.Dates.Published),
		Updated:   day(g.Dates.Updated),
		Reviewed:  day(g.Dates.Reviewed),
		Review:    sentence.Review(g.Dates).String(),
		Minutes:   report.Minutes(g.Words),
		Top:       r.entries[:min(3, len(r.entries))],
		Firmness:  r.firmness(),
		Basis:     basis,
		Topics:    r.site.topicLinks(g.Topics),
		Contents:  contents(sections),
		Sections:  sections,
		Cite:      r.cite(),
	}
	if page.Firm, err = r.howFirm(); err != nil {
		return err
	}
	if page.Firm != nil {
		page.Contents = append([]ContentsItem{{Title: howFirmTitle, Anchor: howFirmID}}, page.Contents...)
	}
	if sections[0].Comparison != nil {
		page.First, page.Sections = &sections[0], sections[1:]
	}
	return r.site.show(w, "guide", page)
}

// alternates are the guide in other forms.
func (r *guidePrinter) alternates() []Alternate {
	s, slug := r.site, r.g.Slug
	out := []Alternate{
		{"text/markdown", "", s.URL(address.Twin(address.Guide(slug)))},
		{"application/json", "", s.URL(address.Dataset(slug))},
		{"text/csv", "", s.URL(address.Table(slug))},
	}
	if len(r.g.Editions) > 0 && r.g.Draft == "" {
		out = append(out, Alternate{feed.AtomType, "Changes", s.URL(address.Changes(slug))})
	}
	return out
}

// contents lists every heading of the second level, in order.
func contents(sections []Section) []ContentsItem {
	var items []ContentsItem
	for _, sec := range sections {
		if sec.Title == "" {
			continue
		}
		items = append(items, ContentsItem{sec.Title, sec.ID, sec.Entries})
		for _, more := range sec.More {
			items = append(items, ContentsItem{Title: more.Title, Anchor: more.ID})
		}
	}
	return append(items, ContentsItem{Title: citeTitle, Anchor: "cite"})
}

// fromOutside is the prose of the guide on a page other than its own, where
// citations lead to the guide's list of sources.
func (r *guidePrinter) fromOutside() prose {
	p := r.prose
	p.page = r.site.URL(address.Guide(r.g.Slug))
	return p
}

// fromOutsideOf is the same for the prose of an entry.
func (r *guidePrinter) fromOutsideOf(e *report.Entry) prose {
	p := r.fromOutside()
	p.sources = e.Cited
	return p
}

// subframe is the frame of a page below the guide. The breadcrumbs call it
// here; its title names the guide, too.
func (r *guidePrinter) subframe(path, here, title, description string) Frame {
	h := r.subhead(path, title, description)
	h.here = here
	f := r.site.frame(h)
	f.Labels = labelsOf(r.g.Labels)
	return f
}

func (r *guidePrinter) subhead(path, title, description string) head {
	return head{
		path: path, title: title, description: description, draft: r.g.Draft,
		parents: []Link{
			{Label: "Guides", URL: r.site.URL("/guides/")},
			r.guideLink(),
		},
	}
}

func (r *guidePrinter) guideLink() Link {
	return Link{Label: r.g.Title, URL: r.site.URL(address.Guide(r.g.Slug))}
}

// entryURL is the address of an entry from a page other than the guide.
func (r *guidePrinter) entryURL(provider string) string {
	return r.site.URL(address.Guide(r.g.Slug)) + "#" + provider
}

// below is the address of one of the guide's own pages, as the guide links to
// it: relative, because a guide leads to so many of them.
func (r *guidePrinter) below(path string) string {
	return strings.TrimPrefix(path, address.Guide(r.g.Slug))
}
