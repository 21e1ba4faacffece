package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

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
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
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
		Prints    sarifPrints     `json:"partialFingerprints"`
	}
	// sarifPrints tell a finding from others while lines above it come and go.
	sarifPrints struct {
		Finding string `json:"finding/v1"`
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
	run.Tool.Driver = sarifDriver{Name: "shortlist", Version: release(), Rules: []sarifRule{}}
	for _, r := range diag.Rules() {
		if slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Rule == r }) {
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{r.Name, sarifText{r.Meaning}, sarifDefault{sarifLevel(r)}})
		}
	}
	prints := printer{}
	for _, p := range problems {
		index := slices.IndexFunc(run.Tool.Driver.Rules, func(r sarifRule) bool { return r.ID == p.Rule.Name })
		run.Results = append(run.Results, sarifResult{
			RuleID: p.Rule.Name, RuleIndex: index, Level: sarifLevel(p.Rule),
			Message: sarifText{message(p)}, Locations: []sarifLocation{{sarifPlace{fileOf(p.Span), regionOf(p.Span)}}}, Prints: prints.of(p),
		})
	}
	return writeJSON(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// printer makes fingerprints. A second finding that is like another but for its line
// has another one.
type printer map[string]int

// of is made of the rule, the file, the words of the line and those of the finding,
// and not of numbers of lines.
func (seen printer) of(p diag.Problem) sarifPrints {
	text := strings.Join([]string{p.Rule.Name, p.Span.File, strings.TrimSpace(p.Span.Text), p.Message}, "\x00")
	seen[text]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", text, seen[text]))
	return sarifPrints{hex.EncodeToString(sum[:16])}
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
