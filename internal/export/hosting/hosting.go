// Package hosting knows the kinds of hosts ([Profile]) and writes what tells one
// how to serve the site: _headers and _redirects ([Headers], [Redirects]), or a
// configuration ([Config]). README.md says which host's own program was asked.
//
// What Netlify and Cloudflare have in common, as their documentation and their
// published parsers have it, is less than either can do. For a site that names no
// host this package stays within it, and of headers for each of the two:
//
//   - At most 100 rules of headers, 2,000 characters a line; at most 2,000
//     redirects, 1,000 characters a line; the status of a redirect is a bare
//     number. What is beyond that is ignored by one of them.
//   - Every rule whose pattern matches a request applies, and when two give the
//     same header, Cloudflare joins the values with a comma. To take a header
//     back ("! Name") is Cloudflare's own. So no two rules that match one file
//     give the same header with different values, and only Cache-Control could
//     be given twice at all.
//   - A pattern has at most one asterisk, which stands for any characters,
//     slashes too. Netlify also takes "/guides/*" for "/guides-old/" and does
//     not tell capitals from small letters.
//   - Patterns match the path that a browser asks for, so that they carry the
//     path of base_url. The two files themselves are read at the root of what
//     is deployed ([AtRoot]): a site that lives below a path and names no host
//     moves them there by hand.
package hosting

import (
	"strings"

	"shortlist/internal/guide"
)

// Site is what the files depend on.
type Site struct {
	Kind   guide.HostKind
	Base   string   // the path of base_url: "/" or "/a/b/"
	Secure bool     // base_url is https
	Hidden bool     // search engines are not to list it
	Gone   []string // paths where a page says that nothing is published any more: an answer of 410, where the host can
	Paths  []string // of all files of the site, from its root: "/", "/guides/x/", "/assets/site.3f2a9c01.css"
}

// under is a path of the site as a browser asks for it.
func (s *Site) under(path string) string { return s.Base + strings.TrimPrefix(path, "/") }

// has reports whether a path of the site has one of some endings.
func (s *Site) has(endings ...string) bool {
	for _, path := range s.Paths {
		for _, ending := range endings {
			if strings.HasSuffix(path, ending) {
				return true
			}
		}
	}
	return false
}
