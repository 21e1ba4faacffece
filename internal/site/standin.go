package site

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
)

// movedTo is a redirect with where it comes from.
type movedTo struct {
	hosting.Redirect
	by   guide.Alias
	file string // the path of a page that can do the same; empty where none can
}

// standIn adds what takes the place of redirects: a page that leads on, at each
// old path that can have one. A host that shows such a page rather than follow its
// redirect has none of it ([hosting.Profile].Stubs), but for what is beyond its
// limits. Where the host sends nobody on, what is no page has a copy: a program
// that asks for data or a feed reads no page that leads on.
func (s *Site) standIn(moved []movedTo, planned *occupied) {
	about, host := s.hosting(), hosting.Of(s.lib.Site.Host)
	_, unread := hosting.Split(about, s.redirects)
	beyond := map[hosting.Redirect]bool{}
	for _, r := range unread {
		beyond[r] = true
	}
	for _, m := range moved {
		switch {
		case !host.Stubs && !beyond[m.Redirect]:
		case m.Below:
			s.standBelow(m, planned, !host.Moves())
		case m.file != "":
			s.addStub(m.file, m.by.Origin, m.To)
		}
	}
}

// standBelow stands in for all that lies below a path.
func (s *Site) standBelow(m movedTo, planned *occupied, copies bool) {
	for _, p := range s.pages { // those that there are now
		rest, below := strings.CutPrefix(p.Path, m.To)
		from := m.From + rest
		if !below || rest == "" || p.kind == "stub" || planned.taken(from) != "" {
			continue
		}
		switch {
		case strings.HasSuffix(p.File(), ".html"):
			s.addStub(from, m.by.Origin, p.Path)
		case copies:
			s.addFile(from, m.by.Origin, func(w io.Writer) error { return s.Render(w, p) })
		default:
			continue
		}
		planned.add(s.pages[len(s.pages)-1])
	}
}

// adviseUnread says once that the host will not read all of the redirects, and of
// each address of which that is the end.
func (s *Site) adviseUnread(moved []movedTo, problems *diag.List) {
	host := hosting.Of(s.lib.Site.Host)
	if !host.Moves() {
		for _, m := range moved {
			if m.file == "" && !m.Below {
				problems.Add(aliasLost, spanOf(m.by.Origin, len(m.by.Path)+2),
					fmt.Sprintf("nobody is sent on from %s: a host of the kind %s does not do it, and a page cannot be there", m.by.Path, s.lib.Site.Host),
					"remove the alias, or have the server in front of the host send readers on")
			}
		}
		return
	}
	read, unread := hosting.Split(s.hosting(), s.redirects)
	if len(unread) == 0 {
		return
	}
	for _, m := range moved {
		if m.Redirect == unread[0] {
			problems.Add(aliasUnread, spanOf(m.by.Origin, len(m.by.Path)+2),
				fmt.Sprintf("hosts read %d of the %d aliases of the site as redirects: not %s, the first of the others", len(read), len(s.redirects), m.by.Path),
				"the page at the alias itself still sends readers on")
		}
	}
}

// inhabited reports whether pages lie below a path, which a redirect of all that
// lies there would hide. The pages that lead on are not among them yet.
func (s *Site) inhabited(path string) bool {
	return slices.ContainsFunc(s.pages, func(p Page) bool {
		return len(p.Path) >= len(path) && strings.EqualFold(p.Path[:len(path)], path)
	})
}
