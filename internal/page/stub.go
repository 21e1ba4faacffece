package page

import (
	"io"
)

// StubPage is the view of an address that only leads elsewhere. Search engines
// are told not to list it.
type StubPage struct {
	Language  string
	Policy    string // of what it may load; empty where the host sends it
	Target    string // as a link
	Canonical string // with scheme and host
}

// Stub prints an address that leads to another path of the site.
func (s *Printer) Stub(w io.Writer, target string) error {
	return s.show(w, "stub", StubPage{Language: s.Publication.Language, Policy: s.Policy, Target: s.URL(target), Canonical: s.Absolute(target)})
}
