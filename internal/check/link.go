package check

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"shortlist/internal/diag"
)

// linksOf follows every address of an element.
func (r *reader) linksOf(t html.Token) {
	if t.Data == "base" || r.within["template"] > 0 {
		return // reported as such; filled by scripts
	}
	fetched := !navigates(t)
	follow := func(key, written string, fetched bool) {
		follows := t.Data == "a" || t.Data == "area" || t.Data == "iframe" || t.Data == "form"
		r.lead(link{at: r.at, from: "<" + t.Data + " " + key + ">", written: written, fetched: fetched, follows: follows})
	}
	for _, a := range t.Attr {
		switch a.Key {
		case "href", "src", "poster", "xlink:href", "background":
			follow(a.Key, a.Val, fetched)
		case "ping":
			follow(a.Key, a.Val, true)
		case "data":
			if t.Data == "object" {
				follow(a.Key, a.Val, true)
			}
		case "action", "formaction":
			// A form sends what the reader typed, so it counts as fetching.
			follow(a.Key, a.Val, true)
		case "srcset", "imagesrcset":
			for _, target := range candidates(a.Val) {
				follow(a.Key, target, true)
			}
		}
	}
	if rel, _ := attribute(t, "rel"); t.Data == "link" && hasWord(rel, "canonical") {
		r.canonical(t)
	}
}

// canonical notes the address that stands for the page, which may be another
// page's or another site's.
func (r *reader) canonical(t html.Token) {
	r.canonicals = append(r.canonicals, r.at)
	href, _ := attribute(t, "href")
	u, err := url.Parse(href)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.Fragment != "" {
		r.add(canonical, r.at, fmt.Sprintf("the canonical address %q is not the absolute address of a page", href), "")
		return
	}
	before := len(r.arrivals)
	r.lead(link{at: r.at, from: "<link href>", written: href, canonical: true})
	r.page.hidden = r.page.hidden || len(r.arrivals) == before
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

// refreshTarget returns the address in the content of a refresh, "0; url=/x/",
// "" for one that loads the page again.
func refreshTarget(content string) string {
	at := strings.IndexAny(content, ";,")
	if at < 0 {
		return ""
	}
	rest := strings.TrimSpace(content[at+1:])
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

func (d *document) readStyle() {
	// Comments become blanks, so that what follows stays where it is.
	text := styleComment.ReplaceAllFunc(d.data, func(s []byte) []byte {
		return bytes.Map(func(c rune) rune {
			if c == '\n' {
				return c
			}
			return ' '
		}, s)
	})
	at := diag.Span{File: outputPrefix + d.name, Line: 1, Column: 1}
	done := 0
	for _, m := range styleLink.FindAllSubmatchIndex(text, -1) {
		at = advance(&at, text[done:m[0]])
		done = m[0]
		target := ""
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				target = string(text[m[g]:m[g+1]])
			}
		}
		if strings.HasPrefix(target, "#") {
			continue // means the page that is styled, whichever that is
		}
		here := at
		advance(&here, text[m[0]:m[1]])
		d.lead(link{at: here, from: "url", written: target, fetched: true})
	}
}
