package build

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/output"
)

var september = time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC)

// run builds into memory.
func run(t testing.TB, tree fs.FS, change func(*Options)) (Report, *Memory) {
	t.Helper()
	sink := &Memory{}
	o := Options{Site: tree, Now: september, Sink: sink}
	if change != nil {
		change(&o)
	}
	r, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r, sink
}

func messages(problems diag.List) []string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.Span.File+": "+p.Message+" ("+p.Rule.Name+")")
	}
	return lines
}

func TestRun(t *testing.T) {
	r, sink := run(t, generate(3), nil)
	if len(r.Problems) > 0 || !r.Published {
		t.Fatalf("problems: %q", messages(r.Problems))
	}
	all := sink.Files
	for _, name := range []string{"index.html", "guides/index.html", "guides/guide-0000/index.html", "guides/guide-0002/index.html", "providers/provider-39/index.html", "404.html"} {
		if all[name] == "" {
			t.Errorf("no %s", name)
		}
		if _, ok := r.Made()[name]; !ok {
			t.Errorf("nobody made %s", name)
		}
	}
	size := 0
	for _, content := range all {
		size += len(content)
	}
	if r.Files != len(all) || r.Bytes != int64(size) || r.Pages < 45 || r.Pages >= r.Files || r.Base != "/" {
		t.Errorf("report: %d files, %d bytes, %d pages, base %s", r.Files, r.Bytes, r.Pages, r.Base)
	}
	if made := r.Made()["guides/guide-0001/index.html"].Source.File; made != "content/guides/guide-0001/guide.md" {
		t.Errorf("the guide was made from %q", made)
	}
}

// TestProcessorsDoNotShow builds the same site with one and with many
// processors.
func TestProcessorsDoNotShow(t *testing.T) {
	tree := generate(5)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	_, one := run(t, tree, nil)
	runtime.GOMAXPROCS(8)
	_, many := run(t, tree, nil)
	if diff := cmp.Diff(one.Files, many.Files); diff != "" {
		t.Error(diff)
	}
}

// TestProblemsWriteNothing gives the sink no chance: it fails at every call.
func TestProblemsWriteNothing(t *testing.T) {
	tree := generate(2)
	for name, text := range map[string]string{
		"content/authors/desk.md":             "no fence\n",
		"content/guides/guide-0000/guide.md":  "+++\ntitle = \n+++\n",
		"content/providers/provider-39.md":    "+++\nname = 3\n+++\n",
		"templates/pages/guide.html":          "{{ end }}",
		"static/site.css":                     "body { color: red }",
		"templates/README.md":                 "for people",
		"content/guides/guide-0001/README.md": "for people",
	} {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := Run(t.Context(), Options{Site: tree, Now: september, Sink: untouchable{t}})
	if err != nil || r.Published {
		t.Fatalf("published: %v, %v", r.Published, err)
	}
	files := map[string]bool{}
	for _, p := range r.Problems {
		files[p.Span.File] = true
	}
	for _, want := range []string{"content/authors/desk.md", "content/guides/guide-0000/guide.md", "content/providers/provider-39.md", "templates/pages/guide.html"} {
		if !files[want] {
			t.Errorf("nothing said of %s: %q", want, messages(r.Problems))
		}
	}
}

type untouchable struct{ t *testing.T }

func (u untouchable) Begin(context.Context, output.Settings) error { u.t.Error("Begin"); return nil }
func (u untouchable) Write(string, func(io.Writer) error) error {
	u.t.Error("Write")
	return nil
}
func (u untouchable) Keep(string, string) (bool, string) { u.t.Error("Keep"); return false, "" }
func (u untouchable) Commit() (output.Result, error) {
	u.t.Error("Commit")
	return output.Result{}, nil
}
func (u untouchable) Discard() error { u.t.Error("Discard"); return nil }

func TestStrict(t *testing.T) {
	tree := generate(1)
	guide := tree["content/guides/guide-0000/guide.md"]
	guide.Data = []byte(strings.Replace(string(guide.Data), `year = "2025"`, `year = "2019"`, 1))
	r, _ := run(t, tree, nil)
	if !r.Published || r.Problems.Count(diag.Warning) == 0 {
		t.Fatalf("published: %v, %q", r.Published, messages(r.Problems))
	}
	r, _ = run(t, tree, func(o *Options) { o.Strict = true })
	if r.Published {
		t.Error("a warning does not fail a strict build")
	}
}

func TestHeldBackAndDrafts(t *testing.T) {
	tree := generate(2)
	draft := tree["content/guides/guide-0001/guide.md"]
	draft.Data = []byte(strings.Replace(string(draft.Data), "year =", "draft = true\nyear =", 1))
	r, sink := run(t, tree, nil)
	unannounced := slices.DeleteFunc(slices.Clone(r.Held), func(h guide.Held) bool { return !h.Named })
	if len(unannounced) == 0 || len(r.Held) != 1+len(unannounced) || r.Held[0].Path != "/guides/guide-0001/" || r.Held[0].Reason != "draft" {
		t.Errorf("held: %+v", r.Held)
	}
	for name, content := range sink.Files {
		if strings.Contains(name, "guide-0001") || strings.Contains(content, "guide-0001") {
			t.Errorf("%s speaks of what is held back", name)
		}
	}
	r, sink = run(t, tree, func(o *Options) { o.Drafts = true })
	if len(r.Held) != 0 || sink.Files["guides/guide-0001/index.html"] == "" {
		t.Errorf("drafts were asked for: %+v", r.Held)
	}
}

func TestBaseURL(t *testing.T) {
	r, sink := run(t, generate(1), func(o *Options) { o.BaseURL = "https://other.example/a/b/" })
	home := sink.Files["index.html"]
	if r.Base != "/a/b/" || !strings.Contains(home, `href="/a/b/guides/guide-0000/"`) || strings.Contains(home, "research.example.com") {
		t.Errorf("base %s; home page: %s", r.Base, home)
	}
}

func TestProgress(t *testing.T) {
	var seen []int
	r, _ := run(t, generate(2), func(o *Options) {
		o.Progress = func(done, total int) {
			if done > total {
				t.Errorf("%d of %d", done, total)
			}
			seen = append(seen, done)
		}
	})
	for i, done := range seen {
		if done != i+1 {
			t.Fatalf("call %d said %d", i, done)
		}
	}
	if len(seen) != r.Files {
		t.Errorf("%d calls for %d files", len(seen), r.Files)
	}
}

// faulty is a sink whose disk is full after some files.
type faulty struct {
	Memory
	left      int
	discarded bool
}

var errFull = errors.New("no space left on device")

func (f *faulty) Write(name string, render func(io.Writer) error) error {
	if f.left--; f.left < 0 {
		return errFull
	}
	return f.Memory.Write(name, render)
}

func (f *faulty) Commit() (output.Result, error) { panic("committed") }

func (f *faulty) Discard() error {
	f.discarded = true
	return f.Memory.Discard()
}

func TestFullDisk(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	sink := &faulty{left: 7}
	r, err := Run(t.Context(), Options{Site: generate(1), Now: september, Sink: sink})
	if !errors.Is(err, errFull) || !sink.discarded || r.Published {
		t.Errorf("Run() = %v; discarded %v, published %v", err, sink.discarded, r.Published)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Run(ctx, Options{Site: generate(1), Now: september, Sink: &Memory{}, Progress: func(done, _ int) {
		if done == 5 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Run() = %v", err)
	}
}

// TestTemplateThatFails asks a page for something that its view does not have.
func TestTemplateThatFails(t *testing.T) {
	tree := generate(1)
	tree["templates/pages/home.html"] = &fstest.MapFile{Data: []byte(`{{ define "main" }}{{ .Nonsense }}{{ end }}`)}
	r, err := Run(t.Context(), Options{Site: tree, Now: september, Sink: untouchable{t}})
	if err != nil || r.Published || len(r.Problems) != 1 || r.Problems[0].Span.File != "templates/pages/home.html" {
		t.Errorf("Run() = %v, %q", err, messages(r.Problems))
	}
}

// TestPlan plans without a sink and renders one page.
func TestPlan(t *testing.T) {
	tree := generate(2)
	planned, r := Plan(Options{Site: tree, Now: september})
	if planned == nil || r.Published || r.Pages < 40 || r.Base != "/" {
		t.Fatalf("%d pages, %q", r.Pages, messages(r.Problems))
	}
	_, sink := run(t, tree, nil)
	var page strings.Builder
	if err := planned.Render(&page, r.Made()["guides/guide-0001/index.html"]); err != nil || page.String() != sink.Files["guides/guide-0001/index.html"] {
		t.Errorf("another page than the build makes: %v", err)
	}
	tree["content/authors/desk.md"].Data = []byte("no fence\n")
	if planned, r = Plan(Options{Site: tree, Now: september}); planned != nil || r.Problems.Count(diag.Error) == 0 {
		t.Errorf("planned in spite of a mistake: %q", messages(r.Problems))
	}
}

// BenchmarkPlan1000 is what an author waits for after a save.
func BenchmarkPlan1000(b *testing.B) {
	tree := generate(1000)
	for b.Loop() {
		if planned, r := Plan(Options{Site: tree, Now: september}); planned == nil {
			b.Fatalf("problems: %q", messages(r.Problems))
		}
	}
}

func BenchmarkBuild1000(b *testing.B) {
	tree := generate(1000)
	for b.Loop() {
		if r, _ := run(b, tree, nil); !r.Published {
			b.Fatalf("problems: %q", messages(r.Problems))
		}
	}
}
