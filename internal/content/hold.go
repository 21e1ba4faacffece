package content

import (
	"fmt"

	"shortlist/internal/guide"
)

// hold is what may keep a guide, article or page back.
type hold struct {
	draft            bool
	publish, expires instant
}

func (f *fields) readHold() hold {
	h := hold{draft: f.bool("draft")}
	h.publish = f.instant("publish_at")
	h.expires = f.instant("expire_at")
	if !h.expires.IsZero() && !h.publish.IsZero() && h.expires.seconds <= h.publish.seconds {
		f.r.report(dateOrder, h.expires.at, fmt.Sprintf("`expire_at` is not after `publish_at`, %s", h.publish.written),
			"correct one of the two dates: a page is gone on the day on which it expires, and a month begins on its first")
	}
	return h
}

// verdict says why something is not published at a moment, "" if it is; and
// whether it is in the library, in spite of that if need be.
func (h hold) verdict(now moment, drafts, expired bool) (reason string, in bool) {
	switch {
	case !h.expires.IsZero() && now.reached(h.expires):
		return "expired " + h.expires.written, expired
	case h.draft:
		return "draft", drafts
	case !h.publish.IsZero() && !now.reached(h.publish):
		return "publishes " + h.publish.written, drafts
	}
	return "", true
}

// library is what is published: everything that is not held back, and whom it
// uses, without the references to what is.
func (s *site) library() *guide.Library {
	lib := &guide.Library{Site: s.publication.Publication}
	show := func(r *reader) { lib.Addresses = append(lib.Addresses, r.addresses...) }
	show(s.publication.reader)
	lib.Gone = s.publication.gone
	if s.addresses != nil {
		lib.Recorded = s.addresses.paths
	}
	hidden := func(h hold, at guide.Origin, why *string, path, title string) bool {
		reason, in := h.verdict(s.now, s.drafts, s.expired)
		s.turn(lib, h, path, at)
		switch of := (guide.Held{Path: path, Title: title, Reason: reason, Origin: at}); {
		case !in:
			lib.Held = append(lib.Held, of)
		case reason != "":
			lib.Drafts = append(lib.Drafts, of)
		}
		if *why != reason { // else a value of an earlier library is left alone
			*why = reason
		}
		return !in
	}
	used := &users{map[string][]string{}, map[string]bool{}}
	for _, g := range s.guides {
		if hidden(g.hold, g.guide.Origin, &g.guide.Draft, fmt.Sprintf("/guides/%s/", g.guide.Slug), g.guide.FullTitle()) {
			used.guide(g.guide, fmt.Sprintf("/guides/%s/", g.guide.Slug))
			continue
		}
		used.guide(g.guide, "")
		s.holdEntries(lib, g, used)
		s.turnReview(lib, g.guide, fmt.Sprintf("/guides/%s/", g.guide.Slug))
		show(g.reader)
		for _, e := range g.entries {
			if !e.draft || s.drafts {
				show(e.reader)
			}
		}
		lib.Guides = append(lib.Guides, g.guide)
	}
	for _, a := range s.articles {
		if hidden(a.hold, a.article.Origin, &a.article.Draft, fmt.Sprintf("/articles/%s/", a.article.Slug), a.article.Title) {
			used.article(a.article, fmt.Sprintf("/articles/%s/", a.article.Slug))
			continue
		}
		used.article(a.article, "")
		show(a.reader)
		lib.Articles = append(lib.Articles, a.article)
	}
	for _, p := range s.pages {
		at := fmt.Sprintf("/%s/", p.page.Slug)
		if hidden(p.hold, p.page.Origin, &p.page.Draft, at, p.page.Title) {
			used.body(&p.page.Body, at)
			continue
		}
		used.body(&p.page.Body, "")
		show(p.reader)
		lib.Pages = append(lib.Pages, p.page)
	}
	sortTurns(lib.Turns)
	s.holdUnannounced(lib, used, show)
	for _, r := range s.readers() {
		lib.Accepted = append(lib.Accepted, r.accepted...)
	}
	return lib
}

// holdEntries notes the entries of a published guide that are drafts.
func (s *site) holdEntries(lib *guide.Library, g *guideFile, used *users) {
	for _, e := range g.entries {
		if !e.draft {
			continue
		}
		at := fmt.Sprintf("/guides/%s/#%s", g.guide.Slug, e.slug)
		of := guide.Held{Path: at, Title: e.entry.Provider.Name, Reason: "draft", Named: true, Origin: e.entry.Origin}
		if s.drafts {
			lib.Drafts = append(lib.Drafts, of)
			continue
		}
		lib.Held = append(lib.Held, of)
		used.entry(e.entry, at)
	}
}
