package page

import (
	"net/url"
	"strings"
)

// Tag makes an identifier that stays (RFC 4151): what site.toml says that
// identifiers begin with, and a name that does not move. Feed readers take a new
// one for news.
//
// No date of a page is in it, since a date may be corrected. Without a word in
// site.toml it begins with the host and the path of base_url, and then changes
// when the site moves: whoever moves one writes down before what it was.
//
// The @id of JSON-LD stays an address: it has no date in it, and leads to the
// thing itself; whoever moves a site sends the old addresses on. What stays there
// is the identifier of an article, which is this.
func (s *Printer) Tag(name string) string {
	begin := s.Publication.FeedID
	if begin == "" {
		host := "localhost"
		if u, err := url.Parse(s.Origin); err == nil && u.Hostname() != "" {
			host = u.Hostname()
		}
		begin = "tag:" + host + ",2025:" + strings.TrimPrefix(s.Base, "/")
	}
	return begin + strings.TrimPrefix(name, "/")
}
