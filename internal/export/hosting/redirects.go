package hosting

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"shortlist/internal/guide"
)

// Redirect sends readers of one path of the site to another, for good.
type Redirect struct {
	From, To string

	// Below sends on what lies below From, to the same place below To. Both end in a
	// slash.
	Below bool
}

// lines are a redirect as the file of the host has it. For a site that names no
// host it is one line that any of them reads; there is a page at From as well, and
// hosts that show it lead to the same place.
func (r Redirect) lines(s Site) []string {
	from, to, status := s.under(r.From), s.under(r.To), "301"
	if r.Below {
		from, to = from+"*", to+":splat"
	}
	if profiles[s.Kind].Rewrite {
		status = "301!"
	}
	lines := []string{fmt.Sprintf("%s %s %s", from, to, status)}
	if cloudflare(s.Kind) && !r.Below {
		// It compares a path as it was asked for, while a reader may come without the
		// slash at the end or with it.
		other := strings.TrimSuffix(from, "/")
		if other == from {
			other += "/"
		}
		lines = append(lines, fmt.Sprintf("%s %s %s", other, to, status))
	}
	return lines
}

func cloudflare(kind guide.HostKind) bool {
	return kind == guide.CloudflarePages || kind == guide.CloudflareWorkers
}

// Split divides redirects into those that the host reads and those beyond its
// limits. A host that reads no _redirects reads all of them, if it has a
// configuration, or none.
func Split(s Site, all []Redirect) (read, unread []Redirect) {
	p := profiles[s.Kind]
	lines, wildcards := 0, 0
	for _, r := range all {
		own := r.lines(s)
		switch {
		case p.Config:
			read = append(read, r)
		case !p.Files, lines+len(own) > p.Redirects, r.Below && wildcards == p.Wildcards, slices.ContainsFunc(own, func(line string) bool { return len(line) > maxRedirectLine }):
			unread = append(unread, r)
		default:
			read = append(read, r)
			lines += len(own)
			if r.Below {
				wildcards++
			}
		}
	}
	return read, unread
}

// Redirects writes the _redirects file: those that the host reads. What names one
// path comes before what has an asterisk, as the hosts want it. Netlify alone can be
// told there that a page is the answer for what is gone.
func Redirects(w io.Writer, s Site, all []Redirect) error {
	if s.Kind == guide.Netlify {
		for _, path := range s.Gone {
			if _, err := fmt.Fprintf(w, "%s %sindex.html 410!\n", s.under(path), s.under(path)); err != nil {
				return err
			}
		}
	}
	for _, r := range inOrder(s, all) {
		for _, line := range r.lines(s) {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
			}
		}
	}
	return nil
}

// inOrder are the redirects that the host reads: those of one path, then those of all
// that lies below one.
func inOrder(s Site, all []Redirect) []Redirect {
	read, _ := Split(s, all)
	var single, below []Redirect
	for _, r := range read {
		if r.Below {
			below = append(below, r)
		} else {
			single = append(single, r)
		}
	}
	return append(single, below...)
}
