package site

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"shortlist/internal/content"
	"shortlist/internal/theme"
	"shortlist/static"
	"shortlist/templates"
)

func TestFilesForHosts(t *testing.T) {
	s := small(t)
	headers := render(t, s, "/_headers")
	for _, want := range []string{
		"\n/a/b/*\n  Content-Security-Policy: default-src 'none'; ", "\n  Strict-Transport-Security: max-age=31536000\n",
		".css\n  Cache-Control: public, max-age=31536000, immutable\n", "\n/a/b/guides/*\n  Cache-Control: public, max-age=0, must-revalidate\n",
		"\n/a/b/*.md\n  Content-Type: text/markdown; charset=utf-8\n",
	} {
		if !strings.Contains("\n"+headers, want) {
			t.Errorf("_headers lacks %q:\n%s", want, headers)
		}
	}
	if got := render(t, s, "/_redirects") + render(t, s, "/.nojekyll"); got != reversed {
		t.Errorf("a site without aliases has the redirects %q", got)
	}
}

// TestOwnFilesForHosts has a site bring its own.
func TestOwnFilesForHosts(t *testing.T) {
	lib, problems := content.Load(tree(t, "testdata/site.txtar"), content.Options{Now: time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)})
	if problems.Fails(false) {
		t.Fatal(text(problems))
	}
	own := fstest.MapFS{"_headers": {Data: []byte("/*\n  X-Mine: yes\n")}, "_redirects": {Data: []byte("/x / 302\n")}}
	th, problems := theme.Load(templates.FS, theme.Overlay(own, static.FS))
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	s, problems := New(lib, th)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for path, want := range map[string]string{"/_headers": "/*\n  X-Mine: yes\n", "/_redirects": "/x / 302\n", "/.nojekyll": ""} {
		if got := render(t, s, path); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
}
