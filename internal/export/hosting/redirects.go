package hosting

import (
	"fmt"
	"io"
)

// The limits of the hosts.
const (
	maxRedirects    = 2000
	maxRedirectLine = 1000
)

// Redirect sends readers of one path of the site to another, for good.
type Redirect struct{ From, To string }

// line is a redirect as the file has it. Hosts that find a page at From as well
// may show that instead; it leads to the same place.
func (r Redirect) line(s Site) string {
	return fmt.Sprintf("%s %s 301", s.under(r.From), s.under(r.To))
}

// Split divides redirects into those that every host reads and those beyond the
// limits.
func Split(s Site, all []Redirect) (read, unread []Redirect) {
	for _, r := range all {
		if len(read) < maxRedirects && len(r.line(s)) <= maxRedirectLine {
			read = append(read, r)
		} else {
			unread = append(unread, r)
		}
	}
	return read, unread
}

// Redirects writes the _redirects file: those that every host reads.
func Redirects(w io.Writer, s Site, all []Redirect) error {
	read, _ := Split(s, all)
	for _, r := range read {
		if _, err := fmt.Fprintln(w, r.line(s)); err != nil {
			return err
		}
	}
	return nil
}
