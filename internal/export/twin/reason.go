package twin

import (
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
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

// told is what a guide tells of a provider beside its place.
func told(p *report.SummaryPlace) string {
	var all []string
	for _, line := range p.Told {
		all = append(all, line.Name+": "+strings.TrimSuffix(line.Words, ".")+".")
	}
	if !p.Untold.Empty() {
		all = append(all, p.Untold.String())
	}
	if len(p.Then) > 0 {
		var then []string
		for _, t := range p.Then {
			then = append(then, t.Date.Words()+" "+sentence.Before(t.Rank, t.Of).String())
		}
		all = append(all, "By edition: "+strings.Join(then, ", ")+".")
	}
	if all == nil {
		return ""
	}
	return " " + escape(strings.Join(all, " "))
}
