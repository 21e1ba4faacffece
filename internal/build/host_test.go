package build

import (
	"testing"
	"testing/fstest"

	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
)

// TestTooMuch holds the fixture site against a host that takes little, which
// site.toml may accept.
func TestTooMuch(t *testing.T) {
	tree := generate(1)
	tree["static/film.mp4"] = &fstest.MapFile{Data: make([]byte, 50_000)}
	planned, r := Plan(Options{Site: tree, Now: september})
	if planned == nil {
		t.Fatal(r.Problems)
	}
	if got := tooMuch(planned, hosting.Profile{}, nil); len(got) > 0 {
		t.Errorf("a host without limits: %v", got)
	}
	got := tooMuch(planned, hosting.Profile{MaxFiles: 3, MaxSize: 1 << 30}, nil)
	if len(got) != 1 || got[0].Rule.Name != "host-files" || got[0].Span.File != "content/site.toml" {
		t.Errorf("three files: %v", got)
	}
	accepted := []guide.Accepted{{Rule: "host-files", Origin: guide.Origin{File: "content/site.toml"}}}
	if got := tooMuch(planned, hosting.Profile{MaxFiles: 3}, accepted); len(got) > 0 || accepted[0].Count != 1 {
		t.Errorf("accepted: %v, %d", got, accepted[0].Count)
	}
	got = tooMuch(planned, hosting.Profile{MaxSize: 49_999}, nil)
	if len(got) != 1 || got[0].Rule.Name != "host-size" {
		t.Errorf("49,999 bytes: %v", got)
	}
}
