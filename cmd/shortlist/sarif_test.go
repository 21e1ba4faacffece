package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"shortlist/internal/diag"
)

func findings() diag.List {
	rule := diag.Lookup
	return diag.List{
		{Rule: rule("output-foreign"), Span: diag.Span{File: "public/a file.html"}, Message: "in the way"},
		{Rule: rule("score-range"), Span: diag.Span{File: "content/é.md", Line: 9, Column: 22, Width: 2, Text: "score = 11"}, Message: "score 11 is above 10", Hint: "scores run from 0 to 10"},
		{Rule: rule("review-overdue"), Span: diag.Span{File: "content/x.md", Line: 3}, Message: "overdue"},
		{Rule: rule("score-range"), Span: diag.Span{File: "content/y.md", Line: 1, Column: 1}, Message: "again"},
	}
}

// TestSARIFKeepsToTheStandard holds the log to the schema of SARIF 2.1.0, and
// to the names of its properties, with and without findings.
func TestSARIFKeepsToTheStandard(t *testing.T) {
	for _, problems := range []diag.List{nil, findings()} {
		var log bytes.Buffer
		if err := writeSARIF(&log, problems); err != nil {
			t.Fatal(err)
		}
		dec := json.NewDecoder(bytes.NewReader(log.Bytes()))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&sarif.Report{}); err != nil {
			t.Error(err)
		}
		report, err := sarif.FromBytes(log.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		// The library validates its own form of the log, in which what was not
		// given is empty where the standard has a default.
		run := report.Runs[0]
		run.Language, run.Tool.Driver.Language = "en-US", "en-US"
		run.NewlineSequences = []string{"\r\n", "\n"}
		if err := report.Validate(); err != nil {
			t.Errorf("%v\n%s", err, &log)
		}
		if n := len(run.Results); n != len(problems) {
			t.Errorf("%d results for %d problems", n, len(problems))
		}
	}
}

func TestSARIFPlaces(t *testing.T) {
	var log bytes.Buffer
	if err := writeSARIF(&log, findings()); err != nil {
		t.Fatal(err)
	}
	var got sarifLog
	if err := json.Unmarshal(log.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	type place struct {
		Rule, Level, URI string
		Region           *sarifRegion
	}
	var places []place
	for _, r := range got.Runs[0].Results {
		if id := got.Runs[0].Tool.Driver.Rules[r.RuleIndex].ID; id != r.RuleID {
			t.Errorf("rule %d is %s, not %s", r.RuleIndex, id, r.RuleID)
		}
		at := r.Locations[0].Physical
		places = append(places, place{r.RuleID, r.Level, at.Artifact.URI, at.Region})
	}
	want := []place{
		{"output-foreign", "error", "public/a%20file.html", nil},
		{"score-range", "error", "content/%C3%A9.md", &sarifRegion{9, 22, 24, &sarifText{"score = 11"}}},
		{"review-overdue", "note", "content/x.md", &sarifRegion{3, 0, 0, nil}},
		{"score-range", "error", "content/y.md", &sarifRegion{1, 1, 0, nil}},
	}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Error(diff)
	}
	if n := len(got.Runs[0].Tool.Driver.Rules); n != 3 {
		t.Errorf("%d rules, want the 3 that occur", n)
	}
}

// TestSARIFFingerprints: a finding keeps its own while its line moves, and two that
// are alike have two.
func TestSARIFFingerprints(t *testing.T) {
	prints := func(problems diag.List) (out []string) {
		var log bytes.Buffer
		if err := writeSARIF(&log, problems); err != nil {
			t.Fatal(err)
		}
		var read sarifLog
		if err := json.Unmarshal(log.Bytes(), &read); err != nil {
			t.Fatal(err)
		}
		if v := read.Runs[0].Tool.Driver.Version; v == "" {
			t.Error("no version")
		}
		for _, r := range read.Runs[0].Results {
			out = append(out, r.Prints.Finding)
		}
		return out
	}
	all := findings()
	all = append(all, all[1])
	before := prints(all)
	for i := range all {
		all[i].Span.Line += 7
	}
	if diff := cmp.Diff(before, prints(all)); diff != "" {
		t.Error(diff)
	}
	seen := map[string]bool{}
	for _, fingerprint := range before {
		seen[fingerprint] = true
	}
	if len(seen) != len(all) {
		t.Errorf("%d fingerprints of %d findings", len(seen), len(all))
	}
}
