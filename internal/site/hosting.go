package site

import (
	"io"
	"slices"
	"strings"

	"shortlist/internal/export/hosting"
)

// forHosts are the files that are for the host and not for readers. GitHub
// Pages would leave out what begins with an underscore, were it not for the
// last one.
var forHosts = [...]string{"/_headers", "/_redirects", "/.nojekyll"}

// planHosting lists the files for hosts. It comes last: they name all the
// others. A file of that name in the site's own static/ wins over ours.
func (s *Site) planHosting() {
	about, redirects := s.hosting(), s.allRedirects()
	for i, render := range []func(io.Writer) error{
		func(w io.Writer) error { return hosting.Headers(w, about) },
		func(w io.Writer) error { return hosting.Redirects(w, about, redirects) },
		func(io.Writer) error { return nil },
	} {
		path := forHosts[i]
		if !slices.ContainsFunc(s.pages, func(p Page) bool { return p.Path == path }) {
			s.addFile(path, s.lib.Site.Origin, render)
		}
	}
}

// allRedirects are those from aliases, then those from comparisons the other way
// round, as far as hosts read them. A comparison's other address is only guessed:
// no page leads there, so that it is not worth a file, which hosts limit first.
func (s *Site) allRedirects() []hosting.Redirect {
	moved := make(map[string]bool, len(s.redirects))
	for _, r := range s.redirects {
		moved[addressKey(r.From)] = true
	}
	all := slices.Clone(s.redirects)
	for _, r := range s.reversed {
		if !moved[addressKey(r.From)] {
			all = append(all, r)
		}
	}
	return all
}

// hosting describes the files made so far to hosts, but for pages that only
// lead elsewhere.
func (s *Site) hosting() hosting.Site {
	about := hosting.Site{Base: s.base, Secure: strings.HasPrefix(s.origin, "https:"), Hidden: s.preview(), Paths: []string{indexFolder}}
	for _, p := range s.pages {
		if p.kind != "stub" {
			about.Paths = append(about.Paths, p.Path)
		}
	}
	return about
}
