package page

import (
	"html/template"
	"strconv"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// prose turns what an author wrote into HTML for one page: citations become
// chips that lead to the page's sources, links carry the path of base_url.
type prose struct {
	site    *Printer
	sources func(id string) *guide.Source // what [@id] means here
	page    string                        // where the Sources section is: "" on this page, else a URL
	shift   int                           // how much deeper headings stand than they were written
	prefix  string                        // before the ids of headings
	labels  *guide.Labels                 // the words of the guide; nil for those of the site

	drawn func(name string, words []string) string // what stands for a drawing; nil leaves it out
}

func (p prose) options() markdown.Options {
	labels := p.labels
	if labels == nil {
		labels = &p.site.Publication.Labels
	}
	return markdown.Options{Label: labels.Container, Shift: p.shift, Prefix: p.prefix, Cite: p.cite, Link: p.site.link, Picture: p.site.picture, Plain: p.sources == nil, Drawn: p.drawn}
}

// fragment renders a part of a body.
func (p prose) fragment(f guide.Prose) (template.HTML, error) {
	if f.Empty() {
		return "", nil
	}
	var b strings.Builder
	err := markdown.HTML(&b, f, p.options())
	return template.HTML(b.String()), err
}

// line renders a field that holds one line of prose.
func (p prose) line(t guide.Inline) (template.HTML, error) {
	if t.IsZero() {
		return "", nil
	}
	var b strings.Builder
	err := markdown.HTML(&b, t.Prose, p.options())
	return template.HTML(b.String()), err
}

// cite makes the chip of a citation. Every id is known: content has checked it.
func (p prose) cite(ids []string) markdown.Chip {
	sources := make([]*guide.Source, 0, len(ids))
	for _, id := range ids {
		if s := p.sources(id); s != nil {
			sources = append(sources, s)
		}
	}
	return p.chip(sources)
}

func (p prose) chip(sources []*guide.Source) markdown.Chip {
	if len(sources) == 0 {
		return markdown.Chip{}
	}
	label := sources[0].Site
	if sources[0].Kind == guide.ThirdParty {
		label += ", third party"
	}
	return markdown.Chip{Label: label, More: len(sources) - 1, URL: p.page + "#" + sources[0].Anchor()}
}

// link is the address that a link in prose gets. Links to pages of the site
// are written from its root and carry the path of base_url.
func (s *Printer) link(destination string) string {
	if strings.HasPrefix(destination, "/") {
		return s.URL(destination)
	}
	return destination
}

// Chip is a citation beside something that is not prose: a score. Title names
// the sources in full.
type Chip struct {
	Label, More, URL, Title string
}

// chips makes the citation of a score, nil when it cites nothing.
func (p prose) chips(sources []guide.Source) *Chip {
	if len(sources) == 0 {
		return nil
	}
	c := p.chip(pointers(sources))
	titles := make([]string, len(sources))
	for i, s := range sources {
		titles[i] = s.Title
	}
	chip := &Chip{Label: c.Label, URL: c.URL, Title: strings.Join(titles, "; ")}
	if c.More > 0 {
		chip.More = "+" + strconv.Itoa(c.More)
	}
	return chip
}

func pointers(sources []guide.Source) []*guide.Source {
	out := make([]*guide.Source, len(sources))
	for i := range sources {
		out[i] = &sources[i]
	}
	return out
}
