package site

import (
	"fmt"
	"io"
	"slices"

	"shortlist/internal/export/sitemap"
)

// unlisted are the templates whose pages search engines are not told of: those
// that lead elsewhere, are canonical elsewhere, or are no page of their own.
var unlisted = []string{"stub", "404", "edition", "search"}

// planSitemap lists the pages made so far for search engines, and what robots
// may read. It comes last.
func (s *Site) planSitemap() {
	if s.preview() {
		s.addFile("/robots.txt", s.lib.Site.Origin, func(w io.Writer) error {
			_, err := io.WriteString(w, "User-agent: *\nDisallow: /\n")
			return err
		})
		return
	}
	var urls []sitemap.URL
	for _, p := range s.pages {
		if p.kind != "" && !slices.Contains(unlisted, p.kind) {
			urls = append(urls, sitemap.URL{Address: s.absolute(p.Path), Changed: p.updated})
		}
	}
	origin := s.lib.Site.Origin
	s.addFile("/robots.txt", origin, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "User-agent: *\nAllow: /\n\nSitemap: %s\n", s.absolute("/sitemap.xml"))
		return err
	})
	if len(urls) <= sitemap.MaxURLs {
		s.addFile("/sitemap.xml", origin, func(w io.Writer) error { return sitemap.Write(w, urls) })
		return
	}
	var addresses []string
	for part := range slices.Chunk(urls, sitemap.MaxURLs) {
		path := fmt.Sprintf("/sitemap-%d.xml", len(addresses)+1)
		addresses = append(addresses, s.absolute(path))
		s.addFile(path, origin, func(w io.Writer) error { return sitemap.Write(w, part) })
	}
	s.addFile("/sitemap.xml", origin, func(w io.Writer) error { return sitemap.WriteIndex(w, addresses) })
}
