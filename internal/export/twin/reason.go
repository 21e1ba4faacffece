package twin

import (
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// reason is the line of what an entry's place owes to its scores; none where
// nothing is said.
func reason(e *report.Entry) []string {
	if e.Reason.Empty() {
		return nil
	}
	return []string{"Speaks for it: " + escape(e.Reason.String())}
}

// speaks is what speaks for an entry, or against it; nothing where nothing does.
func speaks(name string, t report.Traits, sources func(id string) *guide.Source) []string {
	var lines []string
	for _, line := range t.Written {
		lines = append(lines, strings.TrimSuffix(cite(line, sources), "."))
	}
	for _, line := range t.Computed {
		lines = append(lines, escape(line.String()))
	}
	if len(t.Computed) > 0 {
		name += ", computed"
	}
	if lines == nil {
		return nil
	}
	return []string{name + ": " + strings.Join(lines, "; ")}
}
