package check

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"shortlist/internal/diag"
)

// link is an address that a file names.
type link struct {
	at      diag.Span
	from    string // "<a href>", for messages
	target  string
	fetched bool // by the browser, without being asked
}

func (r *reader) link(t html.Token, key, target string, fetched bool) {
	r.links = append(r.links, link{r.at, "<" + t.Data + " " + key + ">", strings.TrimSpace(target), fetched})
}

// linksOf collects every address of an element.
func (r *reader) linksOf(t html.Token) {
	if t.Data == "base" {
		return // reported as such
	}
	fetched := !navigates(t)
	for _, a := range t.Attr {
		switch a.Key {
		case "href", "src", "poster", "xlink:href", "background", "ping":
			r.link(t, a.Key, a.Val, fetched || a.Key == "ping")
		case "data":
			if t.Data == "object" {
				r.link(t, a.Key, a.Val, true)
			}
		case "action", "formaction":
			// A form sends what the reader typed, so it counts as fetching.
			r.link(t, a.Key, a.Val, true)
		case "srcset", "imagesrcset":
			for _, target := range candidates(a.Val) {
				r.link(t, a.Key, target, true)
			}
		}
	}
	if rel, _ := attribute(t, "rel"); t.Data == "link" && hasWord(rel, "canonical") {
		r.canonicals = append(r.canonicals, r.at)
		r.canonical, _ = attribute(t, "href")
		r.canonAt = r.at
	}
}

// navigates reports whether an element's address waits for the reader, or only
// says something about the page.
func navigates(t html.Token) bool {
	switch t.Data {
	case "a", "area":
		return true
	case "link":
		rel, _ := attribute(t, "rel")
		for _, word := range []string{"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload",
			"modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"} {
			if hasWord(rel, word) {
				return false
			}
		}
		return true
	}
	return false
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// candidates returns the addresses of a srcset. An address ends at a blank, or
// at the comma before one; it may contain commas.
func candidates(srcset string) []string {
	var out []string
	for {
		srcset = strings.TrimLeft(srcset, " \t\n\f\r,")
		if srcset == "" {
			return out
		}
		end := strings.IndexAny(srcset, " \t\n\f\r")
		if end < 0 {
			end = len(srcset)
		}
		target := srcset[:end]
		srcset = srcset[end:]
		out = append(out, strings.TrimRight(target, ","))
		if !strings.HasSuffix(target, ",") { // its descriptor follows
			_, srcset, _ = strings.Cut(srcset, ",")
		}
	}
}

// refreshTarget returns the address in the content of a refresh: "0; url=/x/".
func refreshTarget(content string) string {
	_, rest, _ := strings.Cut(content, ";")
	rest = strings.TrimSpace(rest)
	if name, value, ok := strings.Cut(rest, "="); ok && strings.EqualFold(strings.TrimSpace(name), "url") {
		rest = strings.TrimSpace(value)
	}
	return strings.Trim(rest, `"'`)
}

// The addresses in a style sheet, and its comments, which are not read.
var (
	styleComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	styleLink    = regexp.MustCompile(`(?i)url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')`)
)

func (p *page) readStyle(data []byte) {
	// Comments become blanks, so that what follows stays where it is.
	text := styleComment.ReplaceAllStringFunc(string(data), func(s string) string {
		return strings.Map(func(c rune) rune {
			if c == '\n' {
				return c
			}
			return ' '
		}, s)
	})
	at := diag.Span{File: outputPrefix + p.name, Line: 1, Column: 1}
	done := 0
	for _, m := range styleLink.FindAllStringSubmatchIndex(text, -1) {
		at = advance(&at, []byte(text[done:m[0]]))
		done = m[0]
		target := ""
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				target = text[m[g]:m[g+1]]
			}
		}
		if strings.HasPrefix(target, "#") {
			continue // means the page that is styled, whichever that is
		}
		here := at
		advance(&here, []byte(text[m[0]:m[1]]))
		p.links = append(p.links, link{here, "url", target, true})
	}
}

// originOf returns scheme and host of the site, as its canonical addresses say:
// the home page's, else the first one that is absolute.
func originOf(home *page, pages []*page) string {
	for _, p := range append([]*page{home}, pages...) {
		if p == nil {
			continue
		}
		if u, err := url.Parse(p.canonical); err == nil && u.Scheme != "" && u.Host != "" {
			return u.Scheme + "://" + u.Host
		}
	}
	return ""
}

// resolve follows every link of a page.
func (s *site) resolve(p *page) {
	own := &url.URL{Path: s.address(p.name)}
	for _, l := range p.links {
		s.follow(p, own, l)
	}
	if u, err := url.Parse(p.canonical); p.canonical != "" {
		at := p.canonAt
		switch {
		case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
			p.add(canonical, at, fmt.Sprintf("the canonical address %q is not absolute", p.canonical), "")
		case u.Scheme+"://"+u.Host != s.origin:
			p.add(canonical, at, fmt.Sprintf("the canonical address %q is not on %s, as the home page's is", p.canonical, s.origin), "")
		case u.Fragment != "" || u.RawQuery != "":
			p.add(canonical, at, fmt.Sprintf("the canonical address %q has a query or a fragment", p.canonical), "")
		}
	}
}

func (s *site) follow(p *page, own *url.URL, l link) {
	u, err := url.Parse(l.target)
	if err != nil {
		p.add(deadLink, l.at, fmt.Sprintf("%s is not an address: %q", l.from, l.target), "")
		return
	}
	switch {
	case l.target == "":
		p.add(deadLink, l.at, l.from+" is empty", "")
		return
	case strings.EqualFold(u.Scheme, "javascript"):
		p.add(inline, l.at, l.from+" is a script", "")
		return
	case u.Host == "" && (u.Scheme == "http" || u.Scheme == "https"):
		p.add(deadLink, l.at, fmt.Sprintf("%s names no host: %q", l.from, l.target), "")
		return
	case u.Host == "" && u.Scheme != "": // mailto:, tel:, data:
		return
	case u.Host != "":
		scheme := u.Scheme
		if scheme == "" {
			scheme, _, _ = strings.Cut(s.origin, ":")
		}
		if scheme+"://"+u.Host != s.origin {
			if l.fetched {
				p.add(otherOrigin, l.at, fmt.Sprintf("%s asks another origin: %q", l.from, l.target), "serve the file with the site, or link to it")
			}
			return
		}
	case p.name == "404.html" && u.Path != "" && !strings.HasPrefix(u.Path, "/"):
		p.add(deadLink, l.at, fmt.Sprintf("%s is relative: %q", l.from, l.target), "404.html is shown at any path: begin its links with a slash")
		return
	}
	s.arrive(p, l, own.ResolveReference(u))
}

// arrive looks for the file that an internal address stands for.
func (s *site) arrive(p *page, l link, u *url.URL) {
	path := u.Path
	if path == "" {
		path = "/"
	}
	rel, ok := strings.CutPrefix(path, s.base)
	if !ok {
		p.add(outsideBase, l.at, fmt.Sprintf("%s leads out of the site: %q", l.from, l.target), "every internal address begins with `"+s.base+"`")
		return
	}
	if rel == "" || strings.HasSuffix(rel, "/") {
		rel += "index.html"
	}
	target := s.files[rel]
	if target == nil {
		hint := ""
		if s.files[rel+"/index.html"] != nil {
			hint = "did you mean `" + path + "/`?"
		}
		p.add(deadLink, l.at, fmt.Sprintf("%s leads nowhere: %q", l.from, l.target), hint)
		return
	}
	// A text directive after :~: is for the browser alone.
	id, _, _ := strings.Cut(u.Fragment, ":~:")
	if id == "" || id == "top" || target.ids == nil {
		return
	}
	if _, ok := target.ids[id]; !ok {
		p.add(deadFragment, l.at, fmt.Sprintf("%s leads to `%s`, which has no id `%s`", l.from, path, id), "")
	}
}
