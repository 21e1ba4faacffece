package twin

import (
	"strings"

	"shortlist/internal/report"
)

// costs is what a provider costs: its prices, then what is said of them in words.
func costs(e *report.Entry) string {
	var out []string
	for i := range e.Prices {
		p := &e.Prices[i]
		line := escape(p.Words)
		if p.Name != "" {
			line = escape(p.Name) + ": " + line
		}
		if p.Scores {
			line += ", which counts in the score"
		}
		var from []string
		for j := range p.Sources {
			from = append(from, "["+escape(report.SiteName(&p.Sources[j]))+"]("+p.Sources[j].URL+")")
		}
		if len(from) > 0 {
			line += " (" + strings.Join(from, ", ") + ")"
		}
		if note := cite(p.Note, e.Cited); note != "" {
			line += ". " + strings.TrimSuffix(note, ".")
		}
		out = append(out, line)
	}
	if fees := cite(e.Fees, e.Cited); fees != "" {
		out = append(out, fees)
	}
	return strings.Join(out, "; ")
}
