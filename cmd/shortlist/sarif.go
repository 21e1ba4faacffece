package main

import (
	"io"
	"net/url"
	"slices"

	"shortlist/internal/diag"
)

// The part of SARIF 2.1.0 (OASIS, 2020) that a list of problems needs. It is
// written out here rather than taken from a library, because the libraries
// write every optional property too; a test holds it to the standard's schema.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string       `json:"id"`
		Short   sarifText    `json:"shortDescription"`
		Default sarifDefault `json:"defaultConfiguration"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		Artifact sarifFile    `json:"artifactLocation"`
		Region   *sarifRegion `json:"region,omitempty"`
	}
	sarifFile struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
)

// writeSARIF writes the list as a SARIF log, with the rules that occur in it.
func writeSARIF(w io.Writer, problems diag.List) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "shortlist", Rules: []sarifRule{}}
	for _, r := range diag.Rules() {
		if slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Rule == r }) {
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{r.Name, sarifText{r.Meaning}, sarifDefault{sarifLevel(r)}})
		}
	}
	for _, p := range problems {
		index := slices.IndexFunc(run.Tool.Driver.Rules, func(r sarifRule) bool { return r.ID == p.Rule.Name })
		run.Results = append(run.Results, sarifResult{
			RuleID: p.Rule.Name, RuleIndex: index, Level: sarifLevel(p.Rule),
			Message: sarifText{message(p)}, Locations: []sarifLocation{{sarifPlace{fileOf(p.Span), regionOf(p.Span)}}},
		})
	}
	return writeJSON(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func sarifLevel(r *diag.Rule) string {
	if r.Severity == diag.Advice {
		return "note"
	}
	return r.Severity.String()
}

func message(p diag.Problem) string {
	if p.Hint == "" {
		return diag.Escaped(p.Message)
	}
	return diag.Escaped(p.Message + " (" + p.Hint + ")")
}

func fileOf(s diag.Span) sarifFile {
	return sarifFile{URI: (&url.URL{Path: s.File}).EscapedPath()}
}

// regionOf is the stretch of the line, nil when the problem is about the file
// as a whole. The end column is the first one behind it.
func regionOf(s diag.Span) *sarifRegion {
	if s.Line == 0 {
		return nil
	}
	r := &sarifRegion{StartLine: s.Line, StartColumn: s.Column}
	if s.Column > 0 && s.Width > 0 {
		r.EndColumn = s.Column + s.Width
	}
	if s.Text != "" {
		r.Snippet = &sarifText{s.Text}
	}
	return r
}
