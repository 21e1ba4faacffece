// Package sitemap writes sitemaps as sitemaps.org describes them: the
// addresses of a site's pages, each with the day on which its own content last
// changed, where that is known.
package sitemap

import (
	"encoding/xml"
	"io"

	"shortlist/internal/guide"
)

// MaxURLs is how many addresses one sitemap may hold; with more, an index leads
// to several.
const MaxURLs = 50_000

// URL is the address of a page. Changed is the day on which what the page says
// last changed, or the month, of which a sitemap states the first day, since its
// schema knows no months; the zero date means that it is not known.
type URL struct {
	Address string // with scheme and host
	Changed guide.Date
}

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

type entry struct {
	Location string `xml:"loc"`
	Changed  string `xml:"lastmod,omitempty"`
}

type urlSet struct {
	XMLName   xml.Name `xml:"urlset"`
	Namespace string   `xml:"xmlns,attr"`
	URLs      []entry  `xml:"url"`
}

type index struct {
	XMLName   xml.Name `xml:"sitemapindex"`
	Namespace string   `xml:"xmlns,attr"`
	Maps      []entry  `xml:"sitemap"`
}

// Write writes a sitemap of at most [MaxURLs] addresses. The only errors are
// those of w.
func Write(w io.Writer, urls []URL) error {
	set := urlSet{Namespace: namespace, URLs: make([]entry, len(urls))}
	for i, u := range urls {
		set.URLs[i] = entry{Location: u.Address, Changed: changed(u.Changed)}
	}
	return encode(w, set)
}

// WriteIndex writes the index of several sitemaps, given by their addresses.
func WriteIndex(w io.Writer, addresses []string) error {
	x := index{Namespace: namespace, Maps: make([]entry, len(addresses))}
	for i, a := range addresses {
		x.Maps[i] = entry{Location: a}
	}
	return encode(w, x)
}

func changed(d guide.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.First().String()
}

func encode(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	if err := xml.NewEncoder(w).Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
