package site

import (
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strings"

	"shortlist/internal/export/feed"
	"shortlist/internal/guide"
)

// feedLength is how many reads a feed holds.
const feedLength = 20

// planFeeds lists the feeds of the site and of its articles.
func (s *Site) planFeeds() {
	all := func(*read) bool { return true }
	add := func(path string, write func(io.Writer, feed.Feed) error, title string, match func(*read) bool) {
		s.addFile(path, s.lib.Site.Origin, func(w io.Writer) error { return write(w, s.feed(path, title, match)) })
	}
	title := s.lib.Site.Title
	add("/feed.xml", feed.Atom, title, all)
	add("/feed.json", feed.JSON, title, all)
	add("/articles/feed.xml", feed.Atom, title+": articles", isArticle)
	add("/articles/feed.json", feed.JSON, title+": articles", isArticle)
}

// feed lists the latest reads.
func (s *Site) feed(path, title string, match func(*read) bool) feed.Feed {
	f := feed.Feed{
		ID: s.tag(guide.Date{}, path), Title: title, Subtitle: plainText(s.lib.Site.Description),
		Self: s.absolute(path), Home: s.absolute("/"), Language: s.lib.Site.Language,
	}
	for _, r := range s.reads {
		if len(f.Entries) < feedLength && match(r) {
			f.Entries = append(f.Entries, s.feedEntry(r))
		}
	}
	return f
}

func (s *Site) feedEntry(r *read) feed.Entry {
	e := feed.Entry{
		ID: s.tag(r.dates.Published, r.id), Title: r.title, URL: s.absolute(r.path),
		Published: r.dates.Published, Updated: r.dates.Updated,
		Summary: r.description, HTML: s.feedHTML(r), Authors: s.feedAuthors(r.authors),
	}
	for _, t := range r.topics {
		e.Categories = append(e.Categories, s.lib.Site.TopicName(t))
	}
	return e
}

// feedHTML is what a feed reader shows: the description, and of a guide its
// whole order.
func (s *Site) feedHTML(r *read) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<p>%s</p>", template.HTMLEscapeString(r.description))
	if r.guide != nil {
		b.WriteString("<ol>")
		for _, p := range r.guide.Places {
			fmt.Fprintf(&b, `<li value="%d"><a href="%s">%s</a> %s: %s</li>`, p.Rank, s.absolute(r.path)+"#"+p.Provider,
				template.HTMLEscapeString(p.Name), p.Score, template.HTMLEscapeString(p.Award))
		}
		b.WriteString("</ol>")
	}
	return b.String()
}

func (s *Site) feedAuthors(authors []*guide.Author) []feed.Author {
	out := make([]feed.Author, len(authors))
	for i, a := range authors {
		out[i] = feed.Author{Name: a.Name, URL: a.URL}
	}
	return out
}

// tag makes an identifier that stays when an address changes (RFC 4151): the
// site's host, the month of first publication, and a name that does not move. It
// is the month even where the day is known, since that may be found out later.
func (s *Site) tag(since guide.Date, name string) string {
	host := "localhost"
	if u, err := url.Parse(s.origin); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	date := "2025"
	if !since.IsZero() {
		date = guide.Date{Year: since.Year, Month: since.Month}.String()
	}
	return "tag:" + host + "," + date + ":" + strings.TrimPrefix(s.base+strings.TrimPrefix(name, "/"), "/")
}

// changesFeed is the feed of a guide's rank changes: one entry per edition,
// the latest first.
func (s *Site) changesFeed(g *guide.Guide, path string) feed.Feed {
	f := feed.Feed{
		ID: s.tag(g.Dates.Published, s.readsByPath[guidePath(g.Slug)].id+"/changes"), Title: g.FullTitle() + ": changes of rank",
		Self: s.absolute(path), Home: s.absolute(guidePath(g.Slug)), Language: s.lib.Site.Language,
		Authors: s.feedAuthors(g.Authors), Updated: g.Dates.Updated,
	}
	r := s.rendering(g)
	for i := len(g.Editions) - 1; i >= 0; i-- {
		e := g.Editions[i]
		summary := "The first edition: " + order(e) + "."
		if i > 0 {
			summary = r.news(g.Editions[i-1], e)
		}
		f.Entries = append(f.Entries, feed.Entry{
			ID:    s.tag(e.Date, s.readsByPath[guidePath(g.Slug)].id+"/editions/"+e.Date.String()),
			Title: e.Title + ", " + e.Date.Words() + " edition", URL: s.absolute(editionPath(g.Slug, e.Date)),
			Published: e.Date, Updated: e.Date, Summary: summary,
		})
	}
	return f
}

// order names an edition's places.
func order(e *guide.Edition) string {
	places := make([]string, len(e.Entries))
	for i, x := range e.Entries {
		places[i] = fmt.Sprintf("%d %s", x.Rank, x.Name)
	}
	return strings.Join(places, ", ")
}

// news says what changed from one edition to the next.
func (r *guideRendering) news(before, after *guide.Edition) string {
	c := r.changes(before, after)
	switch {
	case c == nil:
		return "Nothing that the ranking depends on has changed."
	case len(c.Moves) == 0:
		return "No rank has moved. " + strings.Join(c.Still, " ")
	}
	return strings.Join(append(c.Moves, c.Still...), " ")
}
