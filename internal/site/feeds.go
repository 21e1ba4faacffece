package site

import (
	"fmt"
	"html/template"
	"io"
	"strings"

	"shortlist/internal/export/feed"
	"shortlist/internal/page"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// A feed holds so many reads, and shows so many places of a guide.
const (
	feedLength = 20
	feedPlaces = 25
)

// planFeeds lists the feeds of the site and of its articles.
func (s *Site) planFeeds() {
	all := func(*report.Post) bool { return true }
	add := func(path string, write func(io.Writer, feed.Feed) error, title string, match func(*report.Post) bool) {
		s.addFile(path, s.lib.Site.Origin, func(w io.Writer) error { return write(w, s.feed(path, title, match)) })
	}
	title := s.lib.Site.Title
	add("/feed.xml", feed.Atom, title, all)
	add("/feed.json", feed.JSON, title, all)
	add("/articles/feed.xml", feed.Atom, title+": articles", (*report.Post).IsArticle)
	add("/articles/feed.json", feed.JSON, title+": articles", (*report.Post).IsArticle)
}

// feed lists the latest reads, without those that only a preview shows.
func (s *Site) feed(path, title string, match func(*report.Post) bool) feed.Feed {
	f := feed.Feed{
		ID: s.print.Tag(path), Title: title, Subtitle: report.Plain(s.lib.Site.Description),
		Self: s.absolute(path), Home: s.absolute("/"), Language: s.lib.Site.Language,
	}
	for _, p := range s.posts.All {
		if len(f.Entries) == feedLength {
			break
		}
		if p.Draft == "" && match(p) {
			f.Entries = append(f.Entries, s.feedEntry(p))
		}
	}
	return f
}

func (s *Site) feedEntry(p *report.Post) feed.Entry {
	e := feed.Entry{
		ID: s.print.Tag(p.ID), Title: p.Title, URL: s.absolute(p.Path),
		Published: p.Dates.Public(), Updated: p.Dates.Updated,
		Summary: strings.TrimSpace(p.Description + " " + sentence.Overdue(p.Dates).String()), HTML: s.feedHTML(p), Authors: feedAuthors(p.Authors),
	}
	if ties := s.print.TiesIn(e.Title + " " + e.Summary + " " + page.Visible(e.HTML)); ties != "" {
		e.Summary, e.HTML = ties+" "+e.Summary, "<p>"+template.HTMLEscapeString(ties)+"</p>"+e.HTML
	}
	for _, t := range p.Topics {
		e.Categories = append(e.Categories, s.lib.Site.TopicName(t))
	}
	return e
}

// feedHTML is what a feed reader shows: the description, and of a guide its
// order, where that is long its beginning.
func (s *Site) feedHTML(p *report.Post) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<p>%s</p>", template.HTMLEscapeString(p.Description))
	if overdue := sentence.Overdue(p.Dates).String(); overdue != "" {
		fmt.Fprintf(&b, "<p>%s</p>", template.HTMLEscapeString(overdue))
	}
	if !p.IsArticle() {
		b.WriteString("<ol>")
		for _, x := range p.Guide.Places[:min(feedPlaces, len(p.Guide.Places))] {
			fmt.Fprintf(&b, `<li value="%d"><a href="%s">%s</a> %s: %s</li>`, x.Rank, s.absolute(p.Path)+"#"+x.Provider,
				template.HTMLEscapeString(x.Marked()), x.Score, template.HTMLEscapeString(x.Award))
		}
		b.WriteString("</ol>")
		for i := range p.Guide.Apart {
			a := &p.Guide.Apart[i]
			fmt.Fprintf(&b, "<p>%s: %s. %s</p>", template.HTMLEscapeString(a.Name), template.HTMLEscapeString(a.Said.String()), template.HTMLEscapeString(report.Plain(a.Note)))
		}
	}
	return b.String()
}

func feedAuthors(authors []report.Author) []feed.Author {
	out := make([]feed.Author, len(authors))
	for i, a := range authors {
		out[i] = feed.Author{Name: a.Name, URL: a.URL}
	}
	return out
}

// changesFeed is the feed of a guide's changes: for each of the latest editions, the
// newest first, an entry on its ranks, and one on the facts that it changed. Their
// categories tell them apart.
func (s *Site) changesFeed(g *report.Guide, path string) feed.Feed {
	id := s.posts.At(address.Guide(g.Slug)).ID
	f := feed.Feed{
		ID: s.print.Tag(id + "/changes"), Title: g.Title + ": changes",
		Self: s.absolute(path), Home: s.absolute(address.Guide(g.Slug)), Language: s.lib.Site.Language,
		Authors: feedAuthors(g.Authors), Updated: g.Dates.Updated,
	}
	for i := len(g.Editions) - 1; i >= max(0, len(g.Editions)-feedLength); i-- {
		e := &g.Editions[i]
		about := feed.Entry{
			ID:    s.print.Tag(id + "/editions/" + e.Date.String()),
			Title: e.Title + ", " + e.Date.Words() + " edition", URL: s.absolute(address.Edition(g.Slug, e.Date)),
			Published: e.Date, Updated: e.Date, Summary: e.News.String(), Categories: []string{"rank"},
		}
		tell := func(entry feed.Entry) feed.Entry {
			if ties := s.print.TiesIn(entry.Title + " " + entry.Summary); ties != "" {
				entry.Summary = ties + " " + entry.Summary
			}
			return entry
		}
		f.Entries = append(f.Entries, tell(about))
		if !e.Facts.Empty() {
			about.ID += "/facts"
			about.Title += ": facts"
			about.Summary, about.Categories = e.Facts.String(), []string{"fact"}
			f.Entries = append(f.Entries, tell(about))
		}
	}
	return f
}
