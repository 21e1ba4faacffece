package site

import (
	"fmt"
	"io"
	"slices"

	"shortlist/internal/export/sitemap"
)

// unlisted are the templates whose pages search engines are not told of: those
// that lead elsewhere, are canonical elsewhere, or are no page of their own.
var unlisted = []string{"stub", "gone", "404", "edition", "search"}

// mapLength is how many addresses a sitemap of ours holds: a fifth of what is
// allowed, so that it stays a file of 1 or 2 MB, and an address more changes a
// small part.
const mapLength = 10_000

// sitemaps are listed by the templates whose pages they list; what is in none
// of them is in the first.
var sitemaps = []struct {
	name      string
	templates []string
}{
	{"pages", nil},
	{"guides", []string{"guide", "methodology", "lens", "usecase", "region"}},
	{"comparisons", []string{"compare"}},
	{"providers", []string{"provider"}},
	{"articles", []string{"article"}},
}

// planSitemap lists the pages made so far for search engines, a sitemap for each
// kind, and what robots may read. It comes last.
func (s *Site) planSitemap() {
	if s.preview() {
		s.addFile("/robots.txt", s.lib.Site.Origin, func(w io.Writer) error {
			_, err := io.WriteString(w, "User-agent: *\nDisallow: /\n")
			return err
		})
		return
	}
	urls := make([][]sitemap.URL, len(sitemaps))
	for _, p := range s.pages {
		if p.kind == "" || slices.Contains(unlisted, p.kind) {
			continue
		}
		at := 0
		for i := range sitemaps {
			if slices.Contains(sitemaps[i].templates, p.kind) {
				at = i
			}
		}
		urls[at] = append(urls[at], sitemap.URL{Address: s.absolute(p.Path), Changed: p.updated})
	}
	origin := s.lib.Site.Origin
	s.addFile("/robots.txt", origin, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "User-agent: *\nAllow: /\n\nSitemap: %s\n", s.absolute("/sitemap.xml"))
		return err
	})
	var addresses []string
	for i := range sitemaps {
		number := 1
		for part := range slices.Chunk(urls[i], mapLength) {
			path := "/sitemap-" + sitemaps[i].name + ".xml"
			if number > 1 {
				path = fmt.Sprintf("/sitemap-%s-%d.xml", sitemaps[i].name, number)
			}
			number++
			addresses = append(addresses, s.absolute(path))
			s.addFile(path, origin, func(w io.Writer) error { return sitemap.Write(w, part) })
		}
	}
	s.addFile("/sitemap.xml", origin, func(w io.Writer) error { return sitemap.WriteIndex(w, addresses) })
}
