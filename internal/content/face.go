package content

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
)

// face is what other files, and the list of what is held back, know of a guide. While
// it is the same, an edit of the guide makes nothing right or wrong elsewhere.
func (g *guideFile) face() string {
	var b strings.Builder
	say := func(what string, values ...any) { fmt.Fprintln(&b, what, values) }
	of := g.guide
	say("hold", g.hold.draft, g.hold.publish.seconds, g.hold.publish.written, g.hold.expires.seconds, g.hold.expires.written)
	say("title", of.FullTitle(), of.Dates, names(g.authors), of.Topics)
	for _, x := range of.Related {
		say("related", x.Title, x.Guide, x.Article)
	}
	for _, a := range of.Aliases {
		say("alias", a.Path)
	}
	say("former", of.Former)
	for _, l := range of.Lenses {
		say("lens", l.ID, l.Former)
	}
	for _, u := range of.UseCases {
		say("use case", u.ID, u.Former)
	}
	for _, c := range of.Corrections {
		say("correction", c.Date, c.Was.Source, c.Is.Source, c.Source, c.Since, len(c.Concerns))
	}
	g.body(&b, &of.Body)
	for _, file := range g.entries {
		e := file.entry
		say("entry", file.slug, file.draft, e.Verdict.Kind)
		for _, a := range e.Alternatives {
			say("alternative", a.Provider.Slug)
		}
		for _, c := range e.Corrections {
			say("correction", c.Date, c.Was.Source, c.Is.Source, c.Source, c.Since, len(c.Concerns))
		}
		g.body(&b, &e.Body)
		for _, d := range file.sources {
			say("source", d.ID, d.URL)
		}
	}
	for _, d := range g.sources {
		say("source", d.ID, d.URL)
	}
	for _, r := range g.readers() {
		say("file", r.file.Path)
		for _, source := range r.uses {
			say("cites", source.Owner, source.ID, source.URL)
		}
		for _, a := range r.addresses {
			say("address", a.URL)
		}
		for _, a := range r.accepted {
			say("accepts", a.Rule)
		}
	}
	return b.String()
}

// body is what links from and to a text can depend on.
func (g *guideFile) body(b *strings.Builder, of *guide.Body) {
	for _, l := range of.Links {
		fmt.Fprintln(b, "link", l.Destination, l.Image)
	}
	for _, h := range of.Headings {
		fmt.Fprintln(b, "heading", h.ID, h.Class)
	}
	for _, q := range of.Questions {
		fmt.Fprintln(b, "question", q.ID, q.Text)
	}
}
