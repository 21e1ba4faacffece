package output

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// page is HTML that looks like a page that the program makes.
func page(words string) string {
	sum := sha256.Sum256([]byte("sheet"))
	return fmt.Sprintf(`<!doctype html><link rel="stylesheet" href="/assets/site.%x.css" integrity="sha256-%s"><p>%s</p>`,
		sum[:5], base64.StdEncoding.EncodeToString(sum[:]), words)
}

const stub = `<meta name="robots" content="noindex"><link rel="canonical" href="https://example.com/a/"><meta http-equiv="refresh" content="0; url=/a/">`

// TestAdopt takes over an earlier build of which there is no list, and nothing
// that it could not have made.
func TestAdopt(t *testing.T) {
	site, out := site(t)
	earlier := files{
		"index.html": page("old"), "guides/old/index.html": page("gone"), "guides/old/ranking.csv": "gone", "guides/old/compare/a-vs-b/index.html": stub,
		"assets/site.0123456789.css": "gone", "search/index/0123456789/t0.json": "gone", "hours/index.html": page("gone"),
	}
	theirs := files{
		"mine.txt": "mine", "guides/mine/index.html": "<p>mine</p>", "assets/logo.png": "mine", "guides/old/notes.csv": "mine",
		"a/deep/guides/ranking.csv": "mine", "mine.txt.gz": "mine", "gone.html.br": "mine",
	}
	for _, all := range []files{earlier, theirs} {
		for name, content := range all {
			put(t, out, name, content)
		}
	}
	if err := os.Symlink("mine.txt", filepath.Join(out, "link")); err != nil {
		t.Skip(err)
	}
	theirs["link"] = "-> mine.txt"
	now := files{
		"index.html": page("new"), "guides/new/index.html": page("new"), "guides/new/ranking.csv": "new",
		"assets/site.ffffffffff.css": "new", "search/index/ffffffffff/t0.json": "new",
	}
	if r := publish(t, site, out, now); len(r.Blocked) != 1 || r.Blocked[0].Path != "index.html" || r.Blocked[0].Hint == "" {
		t.Errorf("without being asked: %+v", r)
	}
	d := begin(t, site, out, now)
	d.Adopt = true
	r, err := d.Commit()
	if err != nil || len(r.Blocked) > 0 {
		t.Fatalf("Commit() = %+v, %v", r, err)
	}
	want(t, "adopted", len(r.Adopted), len(earlier))
	want(t, "foreign", len(r.Foreign), len(theirs))
	for name, content := range theirs {
		now[name] = content
	}
	want(t, "folder", read(t, out), now)
}

// TestPageOfOurs knows a page by a sum that is stated twice.
func TestPageOfOurs(t *testing.T) {
	for text, ours := range map[string]bool{
		page("x"): true, stub: true, "<p>x</p>": false, "": false,
		`<link rel="stylesheet" href="/assets/site.0123456789.css" integrity="sha256-LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=">`: false,
		`<link rel="stylesheet" href="/assets/site.css">`:  false,
		`<meta http-equiv="refresh" content="0; url=/a/">`: false,
	} {
		if pageOfOurs([]byte(text)) != ours {
			t.Errorf("%q: %v", text, !ours)
		}
	}
}
