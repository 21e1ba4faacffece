package main

import (
	"fmt"
	"unicode/utf8"

	"shortlist/internal/build"
)

// stages prints what the parts of a build took: on the error stream, where it is
// in nobody's way.
func (t *tui) stages(all []build.Stage) {
	width := 0
	for _, s := range all {
		width = max(width, utf8.RuneCountInString(s.Name))
	}
	for _, s := range all {
		line := fmt.Sprintf("%-*s %9.1f ms", width, s.Name, float64(s.Took.Microseconds())/1000)
		if s.Files > 0 {
			line += fmt.Sprintf("  %7s, %.2f ms each", number(s.Files), float64(s.Took.Microseconds())/1000/float64(s.Files))
		}
		t.remark("%s", line)
	}
}

// hits prints how many files were taken over from the build before.
func (t *tui) hits(r build.Report) {
	if r.Same {
		t.remark("nothing was read: every file of the site and of the output folder is as the last build left it")
		return
	}
	t.remark("taken over from the build before: %s of %s", number(r.Kept-r.Cached), count(r.Files, "file"))
	t.remark("taken from the cache: %s", count(r.Cached, "file"))
}
