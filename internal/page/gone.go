package page

import (
	"html/template"
	"io"

	"shortlist/internal/guide"
)

// GonePage is the view of an address where nothing is published any more: it says
// what happened. Search engines are told not to list it.
type GonePage struct {
	Frame
	Date   Day
	Reason template.HTML
	Guides string
	Search string
}

// Gone prints what became of an address.
func (s *Printer) Gone(w io.Writer, g *guide.Gone) error {
	page := GonePage{
		Frame: s.frame(head{path: g.Path, title: "No longer published", unlisted: true,
			description: "Nothing has been published at this address since " + g.Date.Words() + "."}),
		Date: *day(g.Date), Guides: s.URL("/guides/"), Search: s.URL("/search/"),
	}
	var err error
	if page.Reason, err = (prose{site: s}).line(g.Reason); err != nil {
		return err
	}
	return s.show(w, "gone", page)
}
