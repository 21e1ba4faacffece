package site

import "shortlist/internal/export/twin"

// twins prints pages as Markdown.
func (s *Site) twins() twin.Printer {
	return twin.Printer{Publication: &s.lib.Site, Absolute: s.absolute, Ties: s.lib.Relationships, TiesIn: s.print.TiesIn, Directory: s.print.Directory, Formerly: s.print.Formerly, Corrected: s.print.Corrected, Picture: s.photos.path}
}
