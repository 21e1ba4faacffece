// Package twin prints pages as Markdown, for programs that read text. A twin is
// made of the same values as its page, so that it cannot say something else.
package twin

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// Printer prints the twins of one site.
type Printer struct {
	Publication *guide.Publication
	Absolute    func(path string) string // the address of a path of the site, with scheme and host
	Ties        []guide.Relationship
	Directory   *report.Directory
}

// twin collects the text of one.
type twin struct {
	strings.Builder
	site   Printer
	path   string // of the page
	deeper int    // how many levels the headings of a body go down
}

// para writes a paragraph; nothing for an empty one.
func (t *twin) para(format string, args ...any) {
	if text := strings.TrimSpace(fmt.Sprintf(format, args...)); text != "" {
		t.WriteString(text + "\n\n")
	}
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

var special = regexp.MustCompile("[\\\\`*_\\[\\]<>|]")

// escape makes words that mean nothing in Markdown.
func escape(text string) string { return special.ReplaceAllString(text, `\$0`) }

// link is a Markdown link with the full address.
func (t *twin) link(label, path string) string {
	return "[" + escape(label) + "](" + t.site.Absolute(path) + ")"
}

// body writes what an author wrote, with its citations as links, its links with
// their full addresses, and without what only concerns the page. Each computed block is written by block.
func (t *twin) body(b *guide.Body, sources func(id string) *guide.Source, block func(name, title string)) {
	doc := markdown.Parse(b.Source)
	at := 0
	for _, computed := range doc.Blocks {
		t.prose(b.Source, at, computed.Offset, doc, sources)
		block(computed.Name, computed.Title)
		at = computed.Offset + len(lineFrom(b.Source, computed.Offset))
	}
	t.prose(b.Source, at, len(b.Source), doc, sources)
}

func lineFrom(source string, offset int) string {
	line, _, _ := strings.Cut(source[offset:], "\n")
	return line
}

var headingAttributes = regexp.MustCompile(`(?m)^(#{2,6} .*?)[ \t]*\{[^{}\n]*\}[ \t]*$`)

// prose writes a stretch of a body.
func (t *twin) prose(source string, from, to int, doc *markdown.Document, sources func(id string) *guide.Source) {
	changes := t.addresses(source, doc)
	for _, c := range doc.Citations {
		changes = append(changes, change{c.Start, c.End, cited(c.IDs, sources)})
	}
	for _, h := range doc.Headings {
		if t.deeper > 0 && source[h.Offset] == '#' {
			changes = append(changes, change{h.Offset, h.Offset, strings.Repeat("#", min(t.deeper, 6-h.Level))})
		}
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.start, b.start) })
	var b strings.Builder
	at := from
	for _, c := range changes {
		if c.start < at || c.end > to {
			continue
		}
		b.WriteString(source[at:c.start])
		b.WriteString(c.text)
		at = c.end
	}
	b.WriteString(source[at:to])
	t.para("%s", headingAttributes.ReplaceAllString(b.String(), "$1"))
}

// change is a stretch of a body with what stands there in the twin.
type change struct {
	start, end int
	text       string
}

// addresses are the changes that make the links to pages of the site lead there
// from anywhere: authors write them from the site's root, or from the page.
func (t *twin) addresses(source string, doc *markdown.Document) []change {
	var out []change
	for _, l := range doc.Links {
		full := t.site.Absolute(l.Destination)
		switch {
		case strings.HasPrefix(l.Destination, "#"):
			full = t.site.Absolute(t.path) + l.Destination
		case !strings.HasPrefix(l.Destination, "/") || address.External(l.Destination):
			continue
		}
		start := destination(source, l)
		if start >= 0 && !slices.ContainsFunc(out, func(c change) bool { return c.start == start }) {
			out = append(out, change{start, start + len(l.Destination), full})
		}
	}
	return out
}

// destination finds where a link's destination stands: in the link itself, or in
// the definition that it refers to. It is -1 for one that is written in another
// way than it is read, with an escape.
func destination(source string, l markdown.Link) int {
	text := source[l.Start:l.End]
	if at := strings.LastIndex(text, "]("); at >= 0 {
		if n := strings.Index(text[at:], l.Destination); n >= 0 {
			return l.Start + at + n
		}
	}
	definition := regexp.MustCompile(`(?m)^ {0,3}\[[^\]\n]+\]:\s*<?` + regexp.QuoteMeta(l.Destination) + `(?:[\s>]|$)`)
	found := definition.FindStringIndex(source)
	if found == nil {
		return -1
	}
	return found[0] + strings.Index(source[found[0]:found[1]], l.Destination)
}

// cited is a citation as links to the sources themselves.
func cited(ids []string, sources func(id string) *guide.Source) string {
	var links []string
	for _, id := range ids {
		if s := sources(id); s != nil {
			links = append(links, "["+escape(s.Site)+"]("+s.URL+")")
		}
	}
	return "(" + strings.Join(links, ", ") + ")"
}

// line is a field of prose with its citations as links.
func cite(text guide.Inline, sources func(id string) *guide.Source) string {
	line := markdown.ParseLine(text.Source)
	var b strings.Builder
	at := 0
	for _, c := range line.Citations {
		b.WriteString(text.Source[at:c.Start])
		b.WriteString(cited(c.IDs, sources))
		at = c.End
	}
	b.WriteString(text.Source[at:])
	return strings.ReplaceAll(b.String(), "|", `\|`)
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
	t.items(facts)
}

// sourceList writes sources as a list.
func (t *twin) sourceList(sources []guide.Source) {
	var lines []string
	for _, s := range sources {
		lines = append(lines, fmt.Sprintf("[%s](%s), %s; %s", escape(s.Title), s.URL, escape(s.Site), report.KindName(s.Kind)))
	}
	t.items(lines)
}

// write hands the text over.
func (t *twin) write(w io.Writer) error {
	_, err := io.WriteString(w, strings.TrimRight(t.String(), "\n")+"\n")
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
	t.para("Commercial tie: %s. %s%s It has no part in the ranking.", escape(tie.Kind), cite(tie.Note, func(string) *guide.Source { return nil }), since)
}
