package report

import (
	"net/url"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"strings"
)

// Plain is the text of a field without its markup and citations.
func Plain(t guide.Inline) string { return markdown.Text(t.Prose) }

// HostOf is an address as people say it: "evertas.com".
func HostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
