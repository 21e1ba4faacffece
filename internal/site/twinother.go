package site

import (
	"fmt"
	"io"

	"shortlist/internal/guide"
)

func (s *Site) articleTwin(w io.Writer, a *guide.Article) error {
	t := &twin{site: s}
	t.head(a.Title, plainText(a.Description), articlePath(a.Slug), a.Dates, a.Authors)
	t.body(&a.Body, a.Source)
	if len(a.Sources) > 0 {
		t.para("## Sources")
		t.sourceList(a.Sources)
	}
	return t.write(w)
}

func (s *Site) providerTwin(w io.Writer, p *guide.Provider) error {
	t := &twin{site: s}
	t.head(p.Name, "", providerPath(p.Slug), guide.Dates{}, nil)
	t.tie(p)
	t.body(&p.Body, p.Source)
	facts := []string{"Kind: " + escape(p.Kind), "Website: " + p.Website}
	if p.Home != "" {
		facts = append(facts, "Home: "+escape(p.Home))
	}
	t.items(facts)
	t.para("## Where it ranks")
	var lines []string
	for _, sum := range s.summaries {
		if place := sum.place(p.Slug); place != nil {
			lines = append(lines, fmt.Sprintf("%s: %d of %d, with %s out of 10. %s. %s",
				t.link(sum.Title, guidePath(sum.Slug)), place.Rank, len(sum.Places), place.Score, escape(place.Award), escape(place.Firm)))
		}
	}
	if len(lines) == 0 {
		t.para("No guide ranks it in this edition.")
	}
	t.items(lines)
	if len(p.Sources) > 0 {
		t.para("## Sources")
		t.sourceList(p.Sources)
	}
	return t.write(w)
}

// twinPath is the address of a page's Markdown twin.
func twinPath(path string) string { return path + "index.md" }

// llms lists the site for programs that read text, as llmstxt.org proposes.
func (s *Site) llms(w io.Writer) error {
	t := &twin{site: s}
	t.para("# %s", escape(s.lib.Site.Title))
	t.para("> %s", escape(plainText(s.lib.Site.Description)))
	t.para("Every ranking is computed from published weights and scores. Each guide's ranking.json holds all that is needed to compute it again.")
	var guides, articles, providers []string
	for _, r := range s.reads {
		line := t.link(r.title, twinPath(r.path)) + ": " + escape(r.description)
		if isArticle(r) {
			articles = append(articles, line)
		} else {
			guides = append(guides, line)
		}
	}
	for _, p := range s.lib.Providers {
		providers = append(providers, t.link(p.Name, twinPath(providerPath(p.Slug)))+": "+escape(p.Kind))
	}
	for _, group := range []struct {
		title string
		lines []string
	}{{"Guides", guides}, {"Articles", articles}, {"Providers", providers}} {
		if len(group.lines) > 0 {
			t.para("## %s", group.title)
			t.items(group.lines)
		}
	}
	return t.write(w)
}
