package site

import (
	"io"
	"slices"
	"strings"

	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
)

// forHosts are the files that are for the host and not for readers. GitHub
// Pages would leave out what begins with an underscore, were it not for the
// last one.
var forHosts = [...]string{"/_headers", "/_redirects", "/.nojekyll"}

// planHosting lists the files for hosts. It comes last: they name all the
// others. A file of that name in the site's own static/ wins over ours.
func (s *Site) planHosting() {
	about, host := s.hosting(), hosting.Of(s.lib.Site.Host)
	for i, file := range []struct {
		wanted bool
		render func(io.Writer) error
	}{
		{host.Files, func(w io.Writer) error { return hosting.Headers(w, s.hostingWithParts()) }},
		{host.Files, func(w io.Writer) error { return hosting.Redirects(w, about, s.allRedirects()) }},
		{host.Jekyll, func(io.Writer) error { return nil }},
	} {
		path := forHosts[i]
		if file.wanted && !slices.ContainsFunc(s.pages, func(p Page) bool { return p.Path == path }) {
			s.addFile(path, s.lib.Site.Origin, file.render)
		}
	}
	if !host.Sends() {
		s.print.Policy = hosting.PagePolicy(about)
	}
}

// Rules are the headers that the host is told to send, but for the lifetimes of
// the parts of the search index.
func (s *Site) Rules() []hosting.Rule { return hosting.Rules(s.hosting()) }

// Promises are the headers that the host is told to send, lifetimes of the parts of
// the search index and all.
func (s *Site) Promises() []hosting.Rule { return hosting.Promises(s.hostingWithParts()) }

// Redirects are those that the host is told of, as far as it reads them.
func (s *Site) Redirects() []hosting.Redirect {
	read, _ := hosting.Split(s.hosting(), s.allRedirects())
	return read
}

// Host is the kind of host that the site is made for.
func (s *Site) Host() guide.HostKind { return s.lib.Site.Host }

// HostConfig writes the configuration of a server that has the site in a folder.
func (s *Site) HostConfig(w io.Writer, folder string) error {
	return hosting.Config(w, s.hosting(), s.allRedirects(), folder)
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
// lead elsewhere and the parts of the search index.
func (s *Site) hosting() hosting.Site {
	about := hosting.Site{Kind: s.lib.Site.Host, Base: s.base, Secure: strings.HasPrefix(s.origin, "https:"), Hidden: s.preview()}
	for _, p := range s.pages {
		if p.kind == "gone" {
			about.Gone = append(about.Gone, p.Path)
		}
		if p.kind != "stub" {
			about.Paths = append(about.Paths, p.Path)
		}
	}
	return about
}

func (s *Site) hostingWithParts() hosting.Site {
	about := s.hosting()
	for _, p := range s.Parts() {
		about.Paths = append(about.Paths, p.Path)
	}
	return about
}
