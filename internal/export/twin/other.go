package twin

import (
	"fmt"
	"io"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// Article prints an article's twin.
func (s Printer) Article(w io.Writer, a *guide.Article) error {
	t := &twin{site: s}
	t.head(a.Title, report.Plain(a.Description), address.Article(a.Slug), a.Dates, report.Authors(a.Authors))
	o := t.options(a.Source)
	o.Drawn = func(_ string, words []string) string {
		return drawn(report.Diagram(a.Diagrams, strings.Join(words, " ")))
	}
	t.prose(a.Body.Whole, o)
	t.corrections(report.CorrectionsOfArticle(a))
	if len(a.Sources) > 0 {
		t.para("## Sources")
		t.sourceList(report.Values(a.Sources))
	}
	return t.write(w)
}

// Corrections prints the twin of the page of all corrections; the page of the
// publication's own may be nil.
func (s Printer) Corrections(w io.Writer, own *guide.StaticPage, all []report.Corrected) error {
	t := &twin{site: s}
	if own != nil {
		t.head(own.Title, report.Plain(own.Description), address.Page(own.Slug), guide.Dates{}, nil)
		t.body(&own.Body, own.Source)
	} else {
		t.head("Corrections", "", address.Corrections, guide.Dates{}, nil)
	}
	t.para("## What was corrected")
	var lines []string
	for _, c := range all {
		lines = append(lines, c.Date.Words()+", "+t.link(c.Title, c.Path+"#"+c.ID)+": "+escape(c.Says.String()))
	}
	if len(lines) == 0 {
		t.para("Nothing so far.")
	}
	t.items(lines)
	return t.write(w)
}

// corrections lists those of a page.
func (t *twin) corrections(list []report.Correction) {
	if len(list) == 0 {
		return
	}
	t.para("## Corrections")
	var lines []string
	for _, c := range list {
		line := c.Date.Words() + ": "
		for _, who := range c.Who {
			line += escape(who.Name) + ": "
		}
		lines = append(lines, line+escape(c.Says.String()))
	}
	t.items(lines)
}

// Provider prints a provider's twin.
func (s Printer) Provider(w io.Writer, p *guide.Provider) error {
	t := &twin{site: s}
	t.head(p.Name, "", address.Provider(p.Slug), guide.Dates{}, nil)
	t.status(report.StatusOf(p), p.Source)
	t.tie(report.TieWith(s.Ties, p))
	t.body(&p.Body, p.Source)
	facts := []string{"Kind: " + escape(p.Kind), "Website: " + target(p.Website)}
	if names := s.Formerly[p.Slug]; len(names) > 0 {
		facts = append(facts, "Formerly: "+escape(sentence.List(names)))
	}
	if p.Home != "" {
		facts = append(facts, "Home: "+escape(p.Home))
	}
	t.items(append(facts, stated(p.Facts)...))
	t.para("## Where it ranks")
	var lines []string
	for _, a := range s.Directory.Ranked(p.Slug) {
		lines = append(lines, fmt.Sprintf("%s: %s of %d%s, with %s out of 10. %s. %s",
			t.link(a.Guide.Title, address.Guide(a.Guide.Slug)), a.Place.Numeral, len(a.Guide.Places), escape(a.Place.Marks()), a.Place.Score, escape(a.Place.Award), escape(a.Place.Firm.String()))+told(a.Place))
		if a.Place.Price != "" {
			lines[len(lines)-1] += " " + escape(a.Guide.Labels.Over(s.Publication.Labels).Fees) + ": " + escape(a.Place.Price) + "."
		}
	}
	for _, b := range s.Directory.Apart(p.Slug) {
		lines = append(lines, t.link(b.Apart.Elsewhere.Capital().String(), address.Guide(b.Guide.Slug))+": "+escape(report.Plain(b.Apart.Note)))
	}
	if len(lines) == 0 {
		t.para("No guide ranks it in this edition.")
	}
	t.items(t.few(lines, address.Provider(p.Slug)))
	var wrong []report.Correction
	for _, c := range report.Concerning(s.Corrected, p.Slug) {
		wrong = append(wrong, c.Correction)
	}
	t.corrections(wrong)
	if len(p.Sources) > 0 {
		t.para("## Sources")
		t.sourceList(report.Values(p.Sources))
	}
	return t.write(w)
}

// stated lists what a provider states.
func stated(facts []guide.Stated) []string {
	var lines []string
	for _, f := range facts {
		line := escape(f.Name) + ": " + escape(f.Words)
		if f.URL != "" {
			line += " " + target(f.URL)
		}
		lines = append(lines, line)
	}
	return lines
}

// indexBytes bounds lists that are read whole, those of llms.txt and of a provider:
// what is beyond it stands on pages, and in the sitemap.
const indexBytes = 18_000

// few cuts lines off where they would take too many bytes, and says so.
func (t *twin) few(lines []string, list string) []string {
	bytes := 0
	for i, line := range lines {
		if bytes += len(line); bytes > indexBytes && i > 0 {
			return append(lines[:i], fmt.Sprintf("%d more: %s and %s", len(lines)-i, t.link("the list of all", list), t.link("the sitemap", "/sitemap.xml")))
		}
	}
	return lines
}

// Index prints llms.txt: the site for programs that read text, as llmstxt.org
// proposes, the latest of each kind.
func (s Printer) Index(w io.Writer, posts *report.Posts, providers []*guide.Provider) error {
	t := &twin{site: s}
	t.para("# %s", escape(s.Publication.Title))
	t.para("> %s", escape(report.Plain(s.Publication.Description)))
	t.para("Every ranking is computed from published weights and scores. Each guide's ranking.json holds all that is needed to compute it again.")
	var guides, articles, known []string
	for _, p := range posts.All {
		line := t.link(p.Title, address.Twin(p.Path)) + ": " + escape(p.Description)
		if p.IsArticle() {
			articles = append(articles, line)
		} else {
			guides = append(guides, line)
		}
	}
	for _, p := range providers {
		known = append(known, t.link(p.Name, address.Twin(address.Provider(p.Slug)))+": "+escape(joined(p.Kind, sentence.Status(p.Status).String())))
	}
	for _, group := range []struct {
		title, list string
		lines       []string
	}{{"Guides", "/guides/", guides}, {"Articles", "/articles/", articles}, {sentence.Capital(s.Publication.Labels.Provider.Many), "/providers/", known}} {
		if len(group.lines) > 0 {
			t.para("## %s", group.title)
			t.items(t.few(group.lines, group.list))
		}
	}
	return t.write(w)
}

func joined(a, b string) string {
	if b == "" {
		return a
	}
	return a + "; " + b
}
