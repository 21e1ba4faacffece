// Package twin prints pages as Markdown, for programs that read text. A twin is
// made of the same values as its page, so that it cannot say something else.
package twin

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// Printer prints the twins of one site.
type Printer struct {
	Publication *guide.Publication
	Absolute    func(path string) string // the address of a path of the site, with scheme and host
	Ties        []guide.Relationship
	TiesIn      func(text string) string // tells of the ties with those whom a text names; empty for none
	Directory   *report.Directory
	Corrected   []report.Corrected
	Formerly    map[string][]string    // the names that providers had, by slug
	Picture     func(at string) string // where a picture is on the site; empty where it is not known
}

// twin collects the text of one.
type twin struct {
	strings.Builder
	site   Printer
	path   string        // of the page
	labels *guide.Labels // the words of the guide; nil for those of the site
	deeper int           // how many levels the headings of a body go down
	prefix string        // before the names of a body's footnotes, and the ids of its headings on the page
}

// para writes a paragraph; nothing for an empty one.
func (t *twin) para(format string, args ...any) {
	if text := strings.TrimSpace(fmt.Sprintf(format, args...)); text != "" {
		t.WriteString(text + "\n\n")
	}
}

// drawn is what a drawing says: its finding, and the same as a table. It is empty for
// none.
func drawn(d *report.Drawing) string {
	if d == nil {
		return ""
	}
	rows := make([][]string, len(d.Rows))
	for i, row := range d.Rows {
		rows[i] = escaped(row)
	}
	t := &twin{}
	t.para("**%s**", escape(d.Title))
	t.table(escaped(d.Header), rows)
	return strings.TrimRight(t.String(), "\n")
}

func escaped(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = escape(c)
	}
	return out
}

// items writes a list.
func (t *twin) items(lines []string) {
	for _, line := range lines {
		t.WriteString("- " + line + "\n")
	}
	if len(lines) > 0 {
		t.WriteByte('\n')
	}
}

// table writes a table; cells are Markdown already.
func (t *twin) table(header []string, rows [][]string) {
	t.WriteString("| " + strings.Join(header, " | ") + " |\n|" + strings.Repeat(" --- |", len(header)) + "\n")
	for _, row := range rows {
		t.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
	t.WriteByte('\n')
}

var special = regexp.MustCompile("[\\\\`*_~#\\[\\]<>|]|&[#0-9A-Za-z]+;")

// escape makes words that mean nothing in Markdown.
func escape(text string) string { return special.ReplaceAllString(text, `\$0`) }

// target is an address in which nothing closes the link that it stands in, or
// begins another.
func target(address string) string { return brackets.Replace(address) }

var brackets = strings.NewReplacer("(", "%28", ")", "%29", "[", "%5B", "]", "%5D", "*", "%2A")

// link is a Markdown link with the full address.
func (t *twin) link(label, path string) string {
	return "[" + escape(label) + "](" + t.site.Absolute(path) + ")"
}

// body writes what an author wrote, with its citations as links, its links with
// their full addresses, and without what only concerns the page.
func (t *twin) body(b *guide.Body, sources func(id string) *guide.Source) {
	t.prose(b.Whole, t.options(sources))
}

func (t *twin) options(sources func(id string) *guide.Source) markdown.Options {
	return markdown.Options{
		Label: t.label, Shift: t.deeper, Prefix: t.prefix, Link: t.address,
		Cited: func(ids []string) string { return cited(ids, sources) },
	}
}

// label is the word above what a text sets apart.
func (t *twin) label(container string) string {
	if t.labels != nil {
		return t.labels.Container(container)
	}
	return t.site.Publication.Labels.Container(container)
}

func (t *twin) prose(p guide.Prose, o markdown.Options) { t.para("%s", markdown.Markdown(p, o)) }

// part writes a section that an author wrote.
func (t *twin) part(p guide.Part, o markdown.Options) {
	if p.Heading != nil {
		t.para("## %s", markdown.Markdown(p.Heading.Words, o))
	}
	t.prose(p.Content, o)
	for _, q := range p.Questions {
		t.para("### %s", markdown.Markdown(q.Words, o))
		t.prose(q.Answer, o)
	}
}

// address makes a link to a page of the site lead there from anywhere: authors
// write it from the site's root, or from the page.
func (t *twin) address(destination string) string {
	switch {
	case strings.HasPrefix(destination, "#"):
		return t.site.Absolute(t.path) + destination
	case t.site.Picture != nil && t.site.Picture(destination) != "":
		return t.site.Absolute(t.site.Picture(destination))
	case strings.HasPrefix(destination, "/") && !address.External(destination):
		return t.site.Absolute(destination)
	}
	return destination
}

// cited is a citation as links to the sources themselves.
func cited(ids []string, sources func(id string) *guide.Source) string {
	var links []string
	for _, id := range ids {
		if s := sources(id); s != nil {
			links = append(links, "["+escape(s.Site)+"]("+target(s.URL)+")")
		}
	}
	if len(links) == 0 {
		return ""
	}
	return "(" + strings.Join(links, ", ") + ")"
}

// cite is a field of prose with its citations as links. It can stand in a table.
func cite(text guide.Inline, sources func(id string) *guide.Source) string {
	return inCell(text.Prose, sources)
}

// stressed is the same between marks of emphasis.
func stressed(text guide.Inline, sources func(id string) *guide.Source) string {
	words := guide.Node{Kind: guide.KindEmphasis, Children: text.Prose.Nodes}
	return inCell(guide.Prose{Nodes: []guide.Node{words}}, sources)
}

func inCell(p guide.Prose, sources func(id string) *guide.Source) string {
	return markdown.Markdown(p, markdown.Options{Cell: true, Cited: func(ids []string) string { return cited(ids, sources) }})
}

// head writes the title and what stands around it.
func (t *twin) head(title, description, path string, dates guide.Dates, authors []report.Author) {
	t.path = path
	t.para("# %s", escape(title))
	t.para("%s", escape(description))
	var names []string
	for _, a := range authors {
		names = append(names, escape(a.Name))
	}
	facts := []string{"Page: " + t.site.Absolute(path)}
	if len(names) > 0 {
		facts = append(facts, "By: "+strings.Join(names, ", "))
	}
	for _, d := range []struct {
		name string
		date guide.Date
	}{{"Published", dates.Published}, {"Updated", dates.Updated}, {"Facts reviewed", dates.Reviewed}} {
		if !d.date.IsZero() {
			facts = append(facts, d.name+": "+d.date.String())
		}
	}
	if review := sentence.Review(dates).String(); review != "" {
		facts = append(facts, "Review: "+review)
	}
	t.items(facts)
}

// sourceList writes sources as a list.
func (t *twin) sourceList(sources []guide.Source) {
	var lines []string
	for i := range sources {
		s := &sources[i]
		line := fmt.Sprintf("[%s](%s), %s; %s", escape(s.Title), target(s.URL), escape(report.SiteName(s)), report.KindName(s.Kind))
		if !s.Accessed.IsZero() {
			line += ", read " + s.Accessed.Words()
		}
		lines = append(lines, line)
	}
	t.items(lines)
}

// write hands the text over.
func (t *twin) write(w io.Writer) error {
	text := t.String()
	if t.site.TiesIn != nil {
		// Under the title, before anything else that names a provider.
		if ties := t.site.TiesIn(strings.ReplaceAll(text, `\`, "")); ties != "" {
			title, rest, _ := strings.Cut(text, "\n\n")
			text = title + "\n\nCommercial tie: " + escape(ties) + "\n\n" + rest
		}
	}
	_, err := io.WriteString(w, strings.TrimRight(text, "\n")+"\n")
	return err
}

// tie tells of a commercial tie; nothing where there is none.
func (t *twin) tie(tie *report.Tie) {
	if tie == nil {
		return
	}
	since := ""
	if !tie.Since.IsZero() {
		since = " Since " + tie.Since.Words() + "."
	}
	t.para("Commercial tie: %s. %s%s It has no part in the ranking.", escape(tie.Kind.Words()), cite(tie.Note, func(string) *guide.Source { return nil }), since)
}
