package content

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"shortlist/internal/guide"
)

func TestVerdict(t *testing.T) {
	day := func(s string) dated {
		d, ok := parseDate(s)
		if s != "" && !ok {
			t.Fatalf("bad date %s", s)
		}
		return dated{Date: d}
	}
	for _, tt := range []struct {
		draft            bool
		publish, expires string
		drafts, all      bool // all: what has expired, too
		reason           string
		in               bool
	}{
		{reason: "", in: true},
		{draft: true, reason: "draft"},
		{draft: true, drafts: true, reason: "draft", in: true},
		{publish: "2025-10-01", reason: "", in: true},
		{publish: "2025-10-02", reason: "publishes 2025-10-02"},
		{publish: "2025-10-02", drafts: true, reason: "publishes 2025-10-02", in: true},
		{publish: "2025-10", reason: "", in: true},
		{publish: "2025-11", reason: "publishes 2025-11"},
		{expires: "2025-10-02", reason: "", in: true},
		{expires: "2025-10-01", reason: "expired 2025-10-01"},
		{expires: "2025-09", drafts: true, reason: "expired 2025-09"},
		{expires: "2025-09", all: true, reason: "expired 2025-09", in: true},
		{draft: true, expires: "2025-09-30", drafts: true, reason: "expired 2025-09-30"},
		{draft: true, expires: "2025-09-30", drafts: true, all: true, reason: "expired 2025-09-30", in: true},
		{draft: true, all: true, reason: "draft"},
		{draft: true, publish: "2026-01-01", reason: "draft"},
	} {
		h := hold{draft: tt.draft, publish: day(tt.publish), expires: day(tt.expires)}
		reason, in := h.verdict(guide.Date{Year: 2025, Month: 10, Day: 1}, tt.drafts, tt.all)
		if reason != tt.reason || in != tt.in {
			t.Errorf("%+v: %q, %v", tt, reason, in)
		}
	}
}

// TestHeldBack: what is held back is nowhere in the library, and is named.
func TestHeldBack(t *testing.T) {
	files := baseSite(t)
	edited := func(path, old, new string) {
		files[path].Data = edit(t, files[path], "-"+old+"\n+"+old+"\n+"+new+"\n")
	}
	edited("content/guides/tents/guide.md", `title = "Best Tents"`, "publish_at = 2026-01-01")
	edited("content/pages/about.md", `title = "About"`, "expire_at = 2025-09-30")

	lib := load(t, files, Options{Now: today})
	if len(lib.Guides) != 0 || len(lib.Pages) != 0 || len(lib.Articles) != 1 || len(lib.Articles[0].Related) != 0 {
		t.Errorf("%d guides, %d pages, %d articles", len(lib.Guides), len(lib.Pages), len(lib.Articles))
	}
	var held []string
	for _, h := range lib.Held {
		held = append(held, fmt.Sprintf("%s %s %s", h.Path, h.Reason, h.Origin.File))
	}
	want := []string{
		"/guides/tents/ publishes 2026-01-01 content/guides/tents/guide.md",
		"/about/ expired 2025-09-30 content/pages/about.md",
	}
	if !slices.Equal(held, want) {
		t.Errorf("held %q", held)
	}

	lib = load(t, files, Options{Now: today, Drafts: true})
	if len(lib.Guides) != 1 || lib.Guides[0].Draft != "publishes 2026-01-01" || len(lib.Articles[0].Related) != 1 || len(lib.Held) != 1 || len(lib.Drafts) != 1 {
		t.Errorf("with drafts: %d guides, held %v, drafts %v", len(lib.Guides), lib.Held, lib.Drafts)
	}
	lib = load(t, files, Options{Now: today, Drafts: true, Expired: true})
	if len(lib.Pages) != 1 || lib.Pages[0].Draft != "expired 2025-09-30" || len(lib.Held) != 0 || len(lib.Drafts) != 2 {
		t.Errorf("with all: %d pages, held %v, drafts %v", len(lib.Pages), lib.Held, lib.Drafts)
	}
	lib = load(t, files, Options{Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
	if len(lib.Guides) != 1 || lib.Guides[0].Draft != "" {
		t.Errorf("on the day: %d guides", len(lib.Guides))
	}
}
