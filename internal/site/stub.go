package site

import (
	"io"

	"shortlist/internal/guide"
)

// StubPage is the view of an address that only leads elsewhere. Search engines
// are told not to list it.
type StubPage struct {
	Language  string
	Target    string // as a link
	Canonical string // with scheme and host
}

// addStub adds a page that leads to another path of the site.
func (s *Site) addStub(path string, source guide.Origin, target string) {
	view := StubPage{Language: s.lib.Site.Language, Target: s.url(target), Canonical: s.absolute(target)}
	s.addPage(path, "stub", source, func(w io.Writer) error { return s.show(w, "stub", view) })
}
