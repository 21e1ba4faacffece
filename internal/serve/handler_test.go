package serve

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/build"
	"shortlist/internal/site"
)

var september = time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC)

// small is the small site of the stories, with a page that has been elsewhere,
// two that are not published, and files of its own.
func small(t testing.TB) fstest.MapFS {
	t.Helper()
	tree := fstest.MapFS{}
	from := os.DirFS("../../cmd/shortlist/testdata/site")
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(from, name)
		tree[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	add := func(name, text string) { tree[name] = &fstest.MapFile{Data: []byte(text)} }
	add("content/pages/moved.md", "+++\ntitle = \"Moved\"\ndescription = \"It was elsewhere.\"\naliases = [\"/elsewhere/\"]\n+++\nHere.\n")
	add("content/pages/soon.md", "+++\ntitle = \"Soon\"\ndescription = \"Not yet.\"\npublish_at = 2026-01-01\n+++\nHere.\n")
	add("content/pages/late.md", "+++\ntitle = \"Late\"\ndescription = \"No more.\"\nexpire_at = 2025-01-01\n+++\nSee [what comes](/soon/).\n")
	add("static/notes/a note.txt", "0123456789")
	return tree
}

// plan shows a tree of files on a server, as a change of them does.
func plan(t testing.TB, s *server, tree fs.FS, change func(*build.Options)) {
	t.Helper()
	o := build.Options{Site: tree, Now: september, Drafts: true, Expired: true}
	if change != nil {
		change(&o)
	}
	if err := s.show(build.Plan(o)); err != nil {
		t.Fatal(err)
	}
	if p := s.state.Load().problems; len(p) > 0 && change == nil {
		t.Fatalf("%+v", p)
	}
}

func ask(s *server, method, path string) *http.Response {
	r := httptest.NewRequest(method, "http://localhost"+path, nil)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t testing.TB, r *http.Response) string {
	t.Helper()
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(b.String(), "\r\n\r\n")
	return text
}

func TestAnswer(t *testing.T) {
	root, below := newServer(), newServer()
	plan(t, root, small(t), nil)
	plan(t, below, small(t), func(o *build.Options) { o.BaseURL = "http://example.org/a/b%20c/" })
	html := "text/html; charset=utf-8"
	for _, test := range []struct {
		server   *server
		path     string
		status   int
		kind     string // Content-Type
		location string
		has      string
	}{
		{root, "/", 200, html, "", `<script src="/-/reload.js"`},
		{root, "/guides/vaults/", 200, html, "", "</main>"},
		{root, "/guides/vaults", 302, html, "/guides/vaults/", ""},
		{root, "/guides/vaults?a=b&c", 302, html, "/guides/vaults/?a=b&c", ""},
		{root, "/guides/vaults/index.html", 302, html, "/guides/vaults/", ""},
		{root, "/index.html", 302, html, "/", ""},
		{root, "/404.html", 200, html, "", "Page not found"},
		{root, "/nowhere", 404, html, "", "Page not found"},
		{root, "/guides/vaults/nowhere/index.html", 404, html, "", "Page not found"},
		{root, "//guides/", 404, html, "", "Page not found"},
		{root, "/../guides/", 404, html, "", "Page not found"},
		{root, "/Guides/", 404, html, "", "Page not found"},
		{root, "/elsewhere/", 301, html, "/moved/", ""},
		{root, "/soon/", 200, html, "", "Not published (publishes 2026-01-01)"},
		{root, "/late/", 200, html, "", "Not published (expired 2025-01-01)"},
		{root, "/feed.xml", 200, "application/atom+xml; charset=utf-8", "", "<feed"},
		{root, "/guides/vaults/ranking.csv", 200, "text/csv; charset=utf-8", "", "rank"},
		{root, "/notes/a%20note.txt", 200, "text/plain; charset=utf-8", "", "0123456789"},
		{root, "/-/reload.js", 200, "text/javascript; charset=utf-8", "", "EventSource"},
		{root, "/-/preview.css", 200, "text/css; charset=utf-8", "", `a[href="/soon/"], a[href^="/soon/#"]`},
		{root, "/-/preview.css", 200, "text/css; charset=utf-8", "", `content: " (expired 2025-01-01)"`},
		{root, "/-/", 404, "text/plain; charset=utf-8", "", "no such file"},
		{root, "/-/events/x", 404, "text/plain; charset=utf-8", "", "no such file"},
		{below, "/", 302, html, "/a/b%20c/", ""},
		{below, "/a/b%20c", 302, html, "/a/b%20c/", ""},
		{below, "/a/b%20c/", 200, html, "", `href="/a/b%20c/guides/`},
		{below, "/a/b%20c/guides", 302, html, "/a/b%20c/guides/", ""},
		{below, "/a/b%20c/elsewhere/", 301, html, "/a/b%20c/moved/", ""},
		{below, "/guides/", 404, html, "", "Page not found"},
		{below, "/a/", 404, html, "", "Page not found"},
		{below, "/-/preview.css", 200, "text/css; charset=utf-8", "", `a[href="/a/b%20c/soon/"]`},
	} {
		r := ask(test.server, "GET", test.path)
		if r.StatusCode != test.status || r.Header.Get("Content-Type") != test.kind || r.Header.Get("Location") != test.location {
			t.Errorf("%s: %d, %s, to %q", test.path, r.StatusCode, r.Header.Get("Content-Type"), r.Header.Get("Location"))
		}
		if r.Header.Get("Cache-Control") != "no-store" || r.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v", test.path, r.Header)
		}
		if text := body(t, r); !strings.Contains(text, test.has) {
			t.Errorf("%s: no %q in %s", test.path, test.has, text)
		}
	}
}

// TestHeadersAreThoseOfTheFile: a page has the headers that the site's own
// _headers gives its path, but for the two that the preview decides.
func TestHeadersAreThoseOfTheFile(t *testing.T) {
	s := newServer()
	plan(t, s, small(t), nil)
	for path, kind := range map[string]string{"/": "text/html; charset=utf-8", "/guides/vaults/index.md": "text/markdown; charset=utf-8"} {
		want := http.Header{"Content-Type": {kind}, "Cache-Control": {"no-store"}}
		pattern := ""
		for line := range strings.Lines(body(t, ask(s, "GET", "/_headers"))) {
			name, value, header := strings.Cut(strings.TrimSpace(line), ": ")
			switch {
			case !header:
				pattern = strings.TrimSpace(line)
			case pattern == "/*" && name != "Strict-Transport-Security":
				want.Set(name, value)
			}
		}
		got := ask(s, "GET", path).Header
		got.Del("Content-Length")
		got.Del("Accept-Ranges")
		if diff := cmp.Diff(want, got); diff != "" || len(want["Content-Security-Policy"]) != 1 {
			t.Errorf("%s: %s", path, diff)
		}
	}

	tree := small(t)
	tree["static/_headers"] = &fstest.MapFile{Data: []byte("/*\n  X-Mine: 1\n/guides/*\n  X-Mine: 2\n  Cache-Control: max-age=9\n  Strict-Transport-Security: max-age=9\n")}
	tree["static/_redirects"] = &fstest.MapFile{Data: []byte("/away https://elsewhere.example/ 302\n")}
	plan(t, s, tree, nil)
	got := ask(s, "GET", "/guides/").Header
	if diff := cmp.Diff([]string{"1", "2"}, got["X-Mine"]); diff != "" || got.Get("Content-Security-Policy") != "" ||
		got.Get("Cache-Control") != "no-store" || got.Get("Strict-Transport-Security") != "" {
		t.Errorf("the site's own file: %s %v", diff, got)
	}
	if r := ask(s, "GET", "/away"); r.StatusCode != 302 || r.Header.Get("Location") != "https://elsewhere.example/" {
		t.Errorf("the site's own redirect: %d %v", r.StatusCode, r.Header)
	}
}

func TestOnlyLooking(t *testing.T) {
	s := newServer()
	plan(t, s, small(t), nil)
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"} {
		r := ask(s, method, "/")
		if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, %v", method, r.StatusCode, r.Header)
		}
	}
	for _, path := range []string{"/", "/feed.xml", "/-/events", "/-/reload.js"} {
		if r := ask(s, "HEAD", path); r.StatusCode != http.StatusOK {
			t.Errorf("HEAD %s: %d", path, r.StatusCode)
		}
	}
	r := httptest.NewRequest("GET", "http://localhost/notes/a%20note.txt", nil)
	r.Header.Set("Range", "bytes=2-4")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusPartialContent || w.Body.String() != "234" {
		t.Errorf("a part of a file: %d %s", w.Code, w.Body)
	}
}

func TestOnlyThisMachine(t *testing.T) {
	s := newServer()
	plan(t, s, small(t), nil)
	for _, path := range []string{"/", "/soon/", "/-/events", "/-/reload.js", "/nowhere"} {
		r := httptest.NewRequest("GET", "http://evil.example:8421"+path, nil)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "<") {
			t.Errorf("%s as another site: %d %s", path, w.Code, w.Body)
		}
	}
}

// TestProblems goes through the states: nothing yet, a site, the same site with
// problems above it, a site again.
func TestProblems(t *testing.T) {
	s := newServer()
	good, bad := small(t), small(t)
	bad["content/pages/moved.md"] = &fstest.MapFile{Data: []byte("+++\ntitel = \"<b>\"\n+++\nHere.\n")}
	bad["content/pages/new.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"New\"\ndescription = \"New.\"\n+++\nNew.\n")}
	lenient := func(*build.Options) {}
	look := func(path string) (int, string) {
		t.Helper()
		r := ask(s, "GET", path)
		if !strings.Contains(r.Header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s without a policy: %v", path, r.Header)
		}
		return r.StatusCode, body(t, r)
	}

	plan(t, s, bad, lenient)
	status, page := look("/guides/")
	if status != http.StatusServiceUnavailable || !strings.Contains(page, "content/pages/moved.md:2:1: error: unknown key `titel`") ||
		!strings.Contains(page, "   2 | titel = &#34;&lt;b&gt;&#34;\n     | ^^^^^") || strings.Contains(page, "<main") {
		t.Errorf("no good state yet: %d %s", status, page)
	}

	plan(t, s, good, nil)
	if status, page = look("/guides/"); status != 200 || strings.Contains(page, "shortlist-preview") {
		t.Errorf("a good state: %d %s", status, page)
	}

	before := s.state.Load()
	plan(t, s, bad, lenient)
	select {
	case <-before.replaced:
	default:
		t.Error("the former state does not know that it is over")
	}
	status, page = look("/guides/")
	if status != 200 || !strings.Contains(page, "unknown key `titel`") || !strings.Contains(page, "<main") || strings.Index(page, "unknown key") > strings.Index(page, "<main") {
		t.Errorf("a bad state after a good one: %d %s", status, page)
	}
	if strings.Contains(page, " style=") || strings.Contains(page, "<style") || strings.Contains(page, "<script>") {
		t.Error("something is inline")
	}
	if status, page = look("/moved/"); status != 200 || !strings.Contains(page, "Moved") {
		t.Errorf("the page with the problem: %d %s", status, page)
	}
	if status, page = look("/new/"); status != 404 || !strings.Contains(page, "unknown key") {
		t.Errorf("a page that is not good yet: %d %s", status, page)
	}
	if text := body(t, ask(s, "GET", "/feed.xml")); strings.Contains(text, "shortlist-preview") {
		t.Error("a feed has problems in it")
	}

	plan(t, s, good, nil)
	if status, page = look("/guides/"); status != 200 || strings.Contains(page, "shortlist-preview") {
		t.Errorf("fixed: %d %s", status, page)
	}
}

// TestStaticFilesComeFromTheDisk: no copy of one is held, and a part that is asked
// for is all that is sent.
func TestStaticFilesComeFromTheDisk(t *testing.T) {
	s, tree := newServer(), small(t)
	plan(t, s, tree, nil)
	tree["static/notes/a note.txt"].Data = []byte("abcdefghijkl")
	r := httptest.NewRequest("GET", "http://localhost/notes/a%20note.txt", nil)
	r.Header.Set("Range", "bytes=2-4")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusPartialContent || w.Body.String() != "cde" {
		t.Errorf("%d %q", w.Code, w.Body)
	}
	delete(tree, "static/notes/a note.txt")
	if r := ask(s, "GET", "/notes/a%20note.txt"); r.StatusCode != http.StatusInternalServerError {
		t.Errorf("a file that is gone: %d", r.StatusCode)
	}
}

// TestPageThatFails renders a page of a state that has none, which no file can
// bring about.
func TestPageThatFails(t *testing.T) {
	s := newServer()
	plan(t, s, small(t), nil)
	next := *s.state.Load()
	next.pages = map[string]site.Page{"/": {Path: "/"}}
	s.state.Store(&next)
	r := ask(s, "GET", "/")
	if text := body(t, r); r.StatusCode != http.StatusInternalServerError || !strings.Contains(text, "a fault in the program") || !strings.Contains(text, "/-/reload.js") {
		t.Errorf("%d %s", r.StatusCode, text)
	}
}

func TestQuote(t *testing.T) {
	for in, want := range map[string]string{"/a/": `"/a/"`, `a"b\c`: `"a\"b\\c"`, "a\nb": `"a\a b"`} {
		if got := quote(in); got != want {
			t.Errorf("quote(%q) = %s", in, got)
		}
	}
}
