package serve

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/build"
	"shortlist/internal/diag"
	"shortlist/internal/site"
)

// TestFirst: before the whole site is read, a guide can be looked at, and what else is
// asked for waits. What was right is not loaded again.
func TestFirst(t *testing.T) {
	tree := small(t)
	o := build.Options{Site: tree, Now: september}
	if base := build.Base(o); base != "/" {
		t.Fatalf("the site is at %q", base)
	}
	asked := 0
	s := newServer()
	s.begin("/", func(path string) *site.Site {
		asked++
		return build.First(o, path)
	})
	waits := func(path string) {
		t.Helper()
		gone, leave := context.WithCancel(t.Context())
		leave()
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequestWithContext(gone, http.MethodGet, "http://localhost"+path, nil))
		if w.Body.Len() > 0 {
			t.Errorf("%s does not wait for the whole site", path)
		}
	}
	const guide = "/guides/vaults/"
	waits("/")
	waits("/guides/nowhere/")
	for _, path := range []string{guide, guide + "methodology/", guide} {
		if r := ask(s, http.MethodGet, path); r.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s", path, r.Status)
		}
	}
	if asked != 2 {
		t.Errorf("a guide was read %d times", asked-1)
	}
	waits("/")
	waits("/providers/")
	if r := ask(s, http.MethodGet, "/"+sheet(t, s.state.Load())); r.StatusCode != http.StatusOK {
		t.Errorf("its style sheet: %s", r.Status)
	}
	first := body(t, ask(s, http.MethodGet, guide))
	planned, r := build.Plan(o)
	if err := s.show(planned, r); err != nil {
		t.Fatal(err)
	}
	if second := body(t, ask(s, http.MethodGet, guide)); second != first {
		t.Errorf("the page is another in the whole site: %s", cmp.Diff(strings.Split(first, "<"), strings.Split(second, "<")))
	}
	if r := ask(s, http.MethodGet, "/"); r.StatusCode != http.StatusOK {
		t.Errorf("the home page: %s", r.Status)
	}
}

// TestFirstOfAWrongSite: when the whole site has problems, nothing of the first view
// stays.
func TestFirstOfAWrongSite(t *testing.T) {
	tree := small(t)
	o := build.Options{Site: tree, Now: september, Drafts: true, Expired: true}
	s := newServer()
	s.begin("/", func(path string) *site.Site { return build.First(o, path) })
	if r := ask(s, http.MethodGet, "/guides/vaults/"); r.StatusCode != http.StatusOK {
		t.Fatal(r.Status)
	}
	tree["content/site.toml"].Data = []byte("title = 1\n")
	planned, r := build.Plan(o)
	if planned != nil || r.Problems.Count(diag.Error) == 0 {
		t.Fatal("nothing is wrong")
	}
	if err := s.show(planned, r); err != nil {
		t.Fatal(err)
	}
	if r := ask(s, http.MethodGet, "/guides/vaults/"); r.StatusCode != http.StatusServiceUnavailable {
		t.Error(r.Status)
	}
}
