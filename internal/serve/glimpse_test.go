package serve

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/fsnotify/fsnotify"

	"shortlist/internal/build"
)

// TestGlimpse: after an edit of a guide its own page is there at once, and what else
// is asked for waits for the whole site; a page that was right is not loaded again.
func TestGlimpse(t *testing.T) {
	tree, s := small(t), newServer()
	o := build.Options{Site: tree, Now: september, Drafts: true, Expired: true}
	var p build.Planner
	show := func(changed map[string]bool) {
		t.Helper()
		planned, r := p.Plan(o, changed)
		if planned == nil {
			t.Fatal(r.Problems)
		}
		if err := s.show(planned, r); err != nil {
			t.Fatal(err)
		}
	}
	show(nil)
	const guide, name = "/guides/vaults/", "content/guides/vaults/guide.md"
	edit := func(from, to string) map[string]bool {
		t.Helper()
		text := bytes.Replace(tree[name].Data, []byte(from), []byte(to), 1)
		if bytes.Equal(text, tree[name].Data) {
			t.Fatalf("no %q to replace", from)
		}
		tree[name].Data = text
		return map[string]bool{name: true}
	}

	changed := edit("\n+++\n", "\n+++\nA text that is new.\n\n")
	before := s.state.Load().name
	s.glimpse(p.Glimpse(o, changed))
	fresh := s.state.Load()
	if fresh.name == before || !strings.Contains(body(t, ask(s, http.MethodGet, guide)), "A text that is new") {
		t.Error("the guide is not shown at once")
	}
	if r := ask(s, http.MethodGet, "/"+sheet(t, fresh)); r.StatusCode != http.StatusOK {
		t.Errorf("its style sheet: %s", r.Status)
	}
	gone, leave := context.WithCancel(t.Context()) // who waits gets nothing
	leave()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequestWithContext(gone, http.MethodGet, "http://localhost/", nil))
	if w.Body.Len() > 0 {
		t.Error("the home page does not wait for the whole site")
	}
	home := make(chan string)
	go func() { home <- body(t, ask(s, http.MethodGet, "/")) }()
	show(changed)
	if !strings.Contains(<-home, "Best Vaults") {
		t.Error("the home page does not come")
	}
	now := s.state.Load()
	if now.name != fresh.name || now.fresh != nil {
		t.Error("a page that was right is loaded again")
	}

	// What was shown at once and was not right is loaded again.
	changed = edit("A text that is new.", "A text that is newer.")
	pages := p.Glimpse(o, changed)
	pages[guide] = now.pages[guide]
	s.glimpse(pages)
	fresh = s.state.Load()
	ask(s, http.MethodGet, guide)
	show(changed)
	if s.state.Load().name == fresh.name {
		t.Error("a page that was wrong stays")
	}

	// Problems end it.
	s.glimpse(p.Glimpse(o, edit("A text that is newer.", "A text.")))
	if err := s.show(nil, build.Report{}); err != nil {
		t.Fatal(err)
	}
	if s.state.Load().fresh != nil {
		t.Error("the site waits for what does not come")
	}
}

// sheet is the style sheet of a site.
func sheet(t *testing.T, s *state) string {
	t.Helper()
	for path, p := range s.pages {
		if p.Source.File == "static/site.css" {
			return strings.TrimPrefix(path, "/")
		}
	}
	t.Fatal("no style sheet")
	return ""
}

// TestOwedChanges: a plan that ended early is made up for, although nothing more
// that matters has changed.
func TestOwedChanges(t *testing.T) {
	root, _, _ := folders(t)
	w, err := watch(root, fsnotify.NewWatcher, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	w.owed = true
	if changed, err := w.wait(t.Context()); err != nil || changed == nil || len(changed) > 0 {
		t.Errorf("wait in %s: %v, %v", root, changed, err)
	}
}
