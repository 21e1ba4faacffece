package hosting

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
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
type Header struct{ Name, Value string }

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
// types, then lifetimes. Where a site has more names at its root than the hosts
// take rules, the last ones are left out, and the hosts' own lifetime holds,
// which is the same.
func Rules(s Site) []Rule {
	rules := []Rule{{s.under("/*"), everywhere(s)}}
	for _, t := range types {
		if s.has(t.ending) {
			rules = append(rules, Rule{s.under("/*" + t.ending), []Header{{"Content-Type", t.kind}}})
		}
	}
	for _, h := range hashed {
		if slices.ContainsFunc(s.Paths, h.holds) {
			rules = append(rules, Rule{s.under(h.folder + "*" + h.ending), []Header{{"Cache-Control", forever}}})
		}
	}
	for _, pattern := range tops(s.Paths) {
		if len(rules) == maxRules {
			break
		}
		rules = append(rules, Rule{s.under(pattern), []Header{{"Cache-Control", revalidate}}})
	}
	return rules
}

// everywhere are the headers of every file.
func everywhere(s Site) []Header {
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

// hashed are the files that carry a hash of their content in their path.
var hashed = []family{{"/assets/", ".css"}, {"/assets/", ".js"}, {"/assets/", ".woff2"}, {"/search/index/", ""}}

// family is the files of a folder that have one ending.
type family struct{ folder, ending string }

func (f family) holds(path string) bool {
	return strings.HasPrefix(path, f.folder) && strings.HasSuffix(path, f.ending)
}

// besideHashed reports whether a name at the root, or what Netlify takes for it,
// may hold files with a hash in their path.
func besideHashed(name string) bool {
	return slices.ContainsFunc(hashed, func(f family) bool {
		return begins(strings.TrimPrefix(f.folder, "/"), strings.TrimSuffix(name, "/"))
	})
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
