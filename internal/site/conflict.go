package site

import (
	"fmt"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var pathConflict = diag.Define(diag.Error, "path-conflict", "Two pages want the same path.")

// conflicts reports pages that would be written to one place, also on a file
// system that does not tell capitals from small letters, and whether there are
// none.
func (s *Site) conflicts(problems *diag.List) (none bool) {
	none = true
	first := make(map[string]Page, len(s.pages))
	for _, p := range s.pages {
		key := strings.ToLower(p.File())
		if other, taken := first[key]; taken {
			none = false
			taker, hint := other.Source.File, "rename one of the two files"
			if other.Source == s.lib.Site.Origin {
				taker, hint = "a page or file that every site has", "rename the file"
			}
			problems.Add(pathConflict, spanOf(p.Source, 0),
				fmt.Sprintf("the path %s is taken by %s%s", p.Path, taker, unlessEqual(p.Path, other.Path)), hint)
			continue
		}
		first[key] = p
	}
	return none
}

// spanOf is a place to report a problem at.
func spanOf(o guide.Origin, width int) diag.Span {
	return diag.Span{File: o.File, Line: o.Line, Column: o.Column, Width: width}
}
