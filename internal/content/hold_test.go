package content

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"
	"time"
)

func TestVerdict(t *testing.T) {
	at := func(s string) instant {
		if moment, ok := parseInstant(s); ok {
			return instant{dated: dated{Date: dateOf(moment)}, exact: true, seconds: moment.Unix(), written: s}
		}
		d, ok := parseDate(s)
		if s != "" && !ok {
			t.Fatalf("bad date %s", s)
		}
		return instant{dated: dated{Date: d}, written: s, seconds: midnight(d)}
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
		{publish: "2025-10-01T14:00:00+02:00", reason: "", in: true}, // noon in UTC, which it is
		{publish: "2025-10-01T12:00:01Z", reason: "publishes 2025-10-01T12:00:01Z"},
		{publish: "2025-10-01 08:00-04:00", reason: "", in: true},
		{publish: "2025-10-02T00:30:00+14:00", reason: "", in: true}, // where it is the second already
		{expires: "2025-10-01T13:00:00+01:00", reason: "expired 2025-10-01T13:00:00+01:00"},
		{expires: "2025-10-01T12:00:01Z", reason: "", in: true},
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
		h := hold{draft: tt.draft, publish: at(tt.publish), expires: at(tt.expires)}
		reason, in := h.verdict(momentOf(time.Date(2025, 10, 1, 12, 0, 0, 0, time.UTC)), tt.drafts, tt.all)
		if reason != tt.reason || in != tt.in {
			t.Errorf("%+v: %q, %v", tt, reason, in)
		}
	}
}

// TestHeldBack: what is held back is nowhere in the library, and is named.
func TestHeldBack(t *testing.T) {
	files := baseSite(t)
	edited := func(path, from, to string) {
		files[path].Data = edit(t, files[path], "-"+from+"\n+"+from+"\n+"+to+"\n")
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
		"/providers/alder/ only what is held back uses it: /guides/tents/ content/providers/alder.md",
		"/providers/birch/ only what is held back uses it: /guides/tents/ content/providers/birch.md",
		"/providers/cedar/ only what is held back uses it: /guides/tents/ content/providers/cedar.md",
	}
	if !slices.Equal(held, want) {
		t.Errorf("held %q", held)
	}

	lib = load(t, files, Options{Now: today, Drafts: true})
	if len(lib.Guides) != 1 || lib.Guides[0].Draft != "publishes 2026-01-01" || len(lib.Articles[0].Related) != 1 || len(lib.Held) != 1 || len(lib.Providers) != 3 || len(lib.Drafts) != 1 {
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

// TestUnannounced: whom only held pages name is held with them, and whom anything
// published uses, in any way, is not.
func TestUnannounced(t *testing.T) {
	provider := func(slug string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\nname = \"" + slug + "\"\nwebsite = \"https://" + slug + ".example/\"\nkind = \"maker\"\n+++\n")}
	}
	author := func(name string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\nname = \"" + name + "\"\nkind = \"person\"\n+++\n")}
	}
	page := func(front, body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\ntitle = \"T\"\ndescription = \"D\"\n" + front + "\n+++\n" + body + "\n")}
	}
	files := baseSite(t)
	for _, slug := range []string{"larch", "maple", "rowan", "willow", "yew"} {
		files["content/providers/"+slug+".md"] = provider(slug)
	}
	files["content/authors/ann.md"], files["content/authors/bob.md"] = author("Ann"), author("Bob")
	files["content/articles/later.md"] = page("draft = true\nauthors = [\"ann\", \"team\"]\npublished = \"2025-09\"", "See [it](/providers/maple/).")
	files["content/pages/secret.md"] = page("draft = true", "See [it](/providers/larch/#about), [Yew](/providers/yew/), [Bob](/authors/bob/), and [Cedar](/providers/cedar/).")
	files["content/pages/open.md"] = page("", "See [it](/providers/yew/#about).")
	files["content/guides/tents/entries/birch.md"].Data = edit(t, files["content/guides/tents/entries/birch.md"], "-audience = [\"Walkers\"]\n+audience = [\"Walkers\"]\n+alternatives = [\"rowan\"]\n")
	files["content/relationships.toml"] = &fstest.MapFile{Data: []byte("[[relationships]]\nprovider = \"maple\"\nkind = \"client\"\nnote = \"A client.\"\n" +
		"[[relationships]]\nprovider = \"alder\"\nkind = \"client\"\nnote = \"A client.\"\n")}

	lib := load(t, files, Options{Now: today})
	var held, shown []string
	for _, h := range lib.Held {
		if h.Named {
			held = append(held, h.Path+" "+h.Title+" "+h.Reason)
		}
	}
	for _, p := range lib.Providers {
		shown = append(shown, p.Slug)
	}
	for _, a := range lib.Authors {
		shown = append(shown, a.Slug)
	}
	if want := []string{
		"/providers/larch/ larch only what is held back uses it: /secret/",
		"/providers/maple/ maple only what is held back uses it: /articles/later/",
		"/authors/ann/ Ann only what is held back uses it: /articles/later/",
		"/authors/bob/ Bob only what is held back uses it: /secret/",
	}; !slices.Equal(held, want) {
		t.Errorf("held %q", held)
	}
	// Rowan is an alternative, Yew is linked to, and Willow is used by nothing.
	if want := []string{"alder", "birch", "cedar", "rowan", "willow", "yew", "team"}; !slices.Equal(shown, want) {
		t.Errorf("shown %q", shown)
	}
	if len(lib.Relationships) != 1 || lib.Relationships[0].Provider.Slug != "alder" {
		t.Errorf("ties %+v", lib.Relationships)
	}
	if lib = load(t, files, Options{Now: today, Drafts: true}); len(lib.Held) != 0 || len(lib.Providers) != 8 || len(lib.Authors) != 3 || len(lib.Relationships) != 2 {
		t.Errorf("with drafts: held %v", lib.Held)
	}
}
