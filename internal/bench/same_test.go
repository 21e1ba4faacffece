package bench

import (
	"os"
	"testing"

	"shortlist/internal/build"
	"shortlist/internal/diag"
)

// TestSameTemplates: the templates that print what Hugo's layouts do ask pages only
// for what those have, which nothing else tells before the next comparison.
func TestSameTemplates(t *testing.T) {
	site := t.TempDir()
	Sized(5).Shortlist(into(t, site), false)
	if err := os.CopyFS(site+"/templates", os.DirFS("testdata/same")); err != nil {
		t.Fatal(err)
	}
	_, report := build.Plan(build.Options{Site: os.DirFS(site), Now: now})
	for _, p := range report.Problems {
		if p.Rule.Severity == diag.Error {
			t.Errorf("%s:%d: %s", p.Span.File, p.Span.Line, p.Message)
		}
	}
}
