package hosting

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"shortlist/internal/guide"
)

// The limits of the hosts.
const (
	maxRules = 100
	maxLine  = 2000
)

// The two lifetimes. What carries a hash of its content in its name never
// changes. All else is asked about each time, which costs an answer of a few
// bytes while it has not changed: a page, its feed and its data must not be of
// different days. It is also what both hosts do when nobody says anything.
const (
	forever    = "public, max-age=31536000, immutable"
	revalidate = "public, max-age=0, must-revalidate"
)

// Rule is one block of the _headers file.
type Rule struct {
	Pattern string
	Headers []Header
}

// Header is one line of a rule.
type Header struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Headers writes the _headers file.
func Headers(w io.Writer, s Site) error {
	for i, rule := range Rules(s) {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(w, rule.Pattern); err != nil {
			return err
		}
		for _, h := range rule.Headers {
			if _, err := fmt.Fprintf(w, "  %s: %s\n", h.Name, h.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// Rules returns the rules of the _headers file: what holds for every file, then
// types, then lifetimes. A file with a hash in its path has a rule of its own: a
// pattern would hold for a file that is not there, too, and a host would then have
// browsers and caches keep its 404 for a year. Where a site has more such files
// than a host takes rules, the last ones are left out: they are asked about each
// time.
func Rules(s Site) []Rule {
	rules := append([]Rule{{s.under("/*"), Everywhere(s)}}, ofFiles(s, maxRules-1)...)
	if s.Kind == guide.AnyHost { // the others are known to do this by themselves
		for _, pattern := range tops(s.Paths) {
			if len(rules) < maxRules {
				rules = append(rules, Rule{s.under(pattern), []Header{{"Cache-Control", revalidate}}})
			}
		}
	}
	return rules
}

// Promises returns what a host sends that has been told to: by one of the files or
// a configuration of this package, or, for a bucket, with each file.
func Promises(s Site) []Rule {
	switch p := profiles[s.Kind]; {
	case p.Files:
		return append([]Rule{{s.under("/*"), Everywhere(s)}}, ofFiles(s, maxRules-1)...)
	case p.Config:
		return append([]Rule{{s.under("/*"), Everywhere(s)}}, ofFiles(s, len(types)+len(s.Paths))...)
	case s.Kind == guide.S3:
		return ofFiles(s, len(types)+len(s.Paths))
	}
	return nil
}

// ofFiles are the rules for types and for lifetimes, as many as there may be. Those
// of /assets/ come before those of /search/.
func ofFiles(s Site, most int) []Rule {
	var rules []Rule
	for _, t := range types {
		if s.has(t.ending) {
			rules = append(rules, Rule{s.under("/*" + t.ending), []Header{{"Content-Type", t.kind}}})
		}
	}
	paths := slices.DeleteFunc(slices.Clone(s.Paths), func(path string) bool { return !Hashed(path) })
	slices.Sort(paths)
	for _, path := range paths {
		if len(rules) < most {
			rules = append(rules, Rule{s.under(path), []Header{{"Cache-Control", forever}}})
		}
	}
	return rules
}

// Hashed reports whether a path carries a hash of its file's content, so that the
// file never changes.
func Hashed(path string) bool { return hashed.MatchString(path) }

// hashed is the pattern of [Hashed], in the notation that nginx, Caddy and Apache
// share with Go. It begins at the root of the site.
var hashed = regexp.MustCompile(`^/` + hashedPaths + `$`)

const hashedPaths = `(assets/.+\.[0-9a-f]{8,64}\.[a-z0-9]+|search/index/.+\.json)`

// Everywhere are the headers of every file.
func Everywhere(s Site) []Header {
	headers := []Header{
		{"Content-Security-Policy", Policy(s)},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Permissions-Policy", permissionsPolicy()},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"X-Content-Type-Options", "nosniff"},
		{"X-Frame-Options", "DENY"},
	}
	if s.Hidden {
		headers = append(headers, Header{"X-Robots-Tag", "noindex"})
	}
	if s.Secure {
		headers = append(headers, Header{"Strict-Transport-Security", "max-age=31536000"})
	}
	return headers
}

// types are those that hosts do not know by the ending of the name, or do not
// know to be UTF-8. No name ends in two of them.
var types = []struct{ ending, kind string }{
	{"changes.xml", "application/atom+xml; charset=utf-8"},
	{"changes.json", "application/feed+json; charset=utf-8"},
	{"feed.xml", "application/atom+xml; charset=utf-8"},
	{"feed.json", "application/feed+json; charset=utf-8"},
	{".csv", "text/csv; charset=utf-8"},
	{".md", "text/markdown; charset=utf-8"},
	{".txt", "text/plain; charset=utf-8"},
}

// besideHashed reports whether a name at the root, or what Netlify takes for it,
// may hold files with a hash in their path.
func besideHashed(name string) bool {
	return begins("assets", strings.TrimSuffix(name, "/")) || begins("search", strings.TrimSuffix(name, "/"))
}

// plainName is a name that means itself in a pattern.
var plainName = regexp.MustCompile(`^[A-Za-z0-9._~-]+$`)

// tops returns patterns for the files of a site, one for each name at its root,
// sorted, the home page first. So that no file gets two lifetimes, a folder that
// holds hashed files has one for its own page alone, and what Netlify takes for
// a part of another name's folder has none: there, the hosts' own lifetime
// holds.
func tops(paths []string) []string {
	more := map[string]bool{} // by name; whether all that is below it is meant
	for _, p := range paths {
		name, rest, folder := strings.Cut(strings.TrimPrefix(p, "/"), "/")
		if !plainName.MatchString(name) || rest != "" && besideHashed(name) {
			continue
		}
		if folder {
			name += "/"
		}
		more[name] = more[name] || rest != ""
	}
	names := slices.Sorted(maps.Keys(more))
	patterns := []string{"/"}
	for _, name := range names {
		swallowed := slices.ContainsFunc(names, func(other string) bool {
			return more[other] && other != name && begins(name, strings.TrimSuffix(other, "/"))
		})
		switch {
		case swallowed:
		case more[name]:
			patterns = append(patterns, "/"+name+"*")
		default:
			patterns = append(patterns, "/"+name)
		}
	}
	return patterns
}

// begins reports whether a name begins with another, in any letter case.
func begins(name, start string) bool {
	return len(name) >= len(start) && strings.EqualFold(name[:len(start)], start)
}
