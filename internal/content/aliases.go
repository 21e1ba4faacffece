package content

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// aliases reads the old paths that lead to a page.
func (f *fields) aliases() []guide.Alias {
	var out []guide.Alias
	for _, x := range f.texts("aliases", optional) {
		old, fault, hint := oldPath(x.name)
		if fault != "" {
			f.r.report(badPath, x.at, fmt.Sprintf("the alias `%s` %s", x.name, fault), hint)
			continue
		}
		out = append(out, guide.Alias{Path: old, Origin: origin(x.at)})
	}
	return out
}

var inPath = regexp.MustCompile(`^(/[A-Za-z0-9._~!$&'()+,;=:@%*-]*)+$`)

// oldPath reads an address of a site as it was, from its root: any path that a
// browser can ask for, in its one spelling. Letters that a browser encodes may be
// written as they are.
func oldPath(written string) (path, fault, hint string) {
	if !strings.HasPrefix(written, "/") {
		return "", "does not begin with a slash", "write it from the root of the site: /old/page.html"
	}
	if strings.ContainsAny(written, "?#") {
		return "", "has a query or a fragment", "hosts send on paths alone: leave out what follows them"
	}
	decoded, err := url.PathUnescape(written)
	path = strings.ReplaceAll((&url.URL{Path: decoded}).EscapedPath(), ":", "%3A") // hosts read ":name" as any name
	switch {
	case err != nil:
		return "", "has a % that encodes nothing", "write %25 for the sign itself"
	case strings.ContainsAny(decoded, "\\\x00") || strings.Contains(strings.ToLower(written), "%2f"):
		return "", "has a character that no file name has", "remove it"
	case unreadable(decoded) || !inPath.MatchString(path):
		return "", "is not a path", "write it as a browser shows it, from the root of the site"
	case strings.Contains(decoded, "//") || strings.Contains(decoded+"/", "/./") || strings.Contains(decoded+"/", "/../"):
		return "", "is not in its shortest form", "browsers ask for the shortest form: leave out //, . and .."
	}
	return path, "", ""
}

func unreadable(s string) bool {
	at, _ := markdown.FirstUnseen(s)
	return at >= 0 || strings.ContainsAny(s, "\t\r\n")
}
