package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// record is the JSON form of a finding.
type record struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Width    int    `json:"width,omitempty"`
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Source   string `json:"source,omitempty"`
}

// WriteJSON writes the list as one JSON array, empty for an empty list. File is
// the name as it is, by which a program finds it; the sentences are as [Escaped].
func WriteJSON(w io.Writer, list List) error {
	records := make([]record, len(list))
	for i, p := range list {
		records[i] = record{
			File: p.Span.File, Line: p.Span.Line, Column: p.Span.Column, Width: p.Span.Width,
			Severity: p.Rule.Severity.String(), Rule: p.Rule.Name,
			Message: Escaped(p.Message), Hint: Escaped(p.Hint), Source: p.Span.Text,
		}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(records)
}

// WriteGitHub writes the list as workflow commands, which GitHub shows as
// annotations beside the changed lines.
func WriteGitHub(w io.Writer, list List) error {
	for _, p := range list {
		command := map[Severity]string{Error: "error", Warning: "warning", Advice: "notice"}[p.Rule.Severity]
		where := "file=" + escapeProperty(Escaped(p.Span.File))
		if p.Span.Line > 0 {
			where += fmt.Sprintf(",line=%d", p.Span.Line)
		}
		if p.Span.Column > 0 {
			where += fmt.Sprintf(",col=%d", p.Span.Column)
		}
		message := Escaped(p.Message)
		if p.Hint != "" {
			message += "\n" + Escaped(p.Hint)
		}
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", command, where, escapeProperty(p.Rule.Name), escapeData(message)); err != nil {
			return err
		}
	}
	return nil
}

// The escapes are those of actions/toolkit, packages/core/src/command.ts.
var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeData(s string) string     { return data.Replace(s) }
func escapeProperty(s string) string { return property.Replace(s) }
