package verify

import (
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/manifest"
)

const policy = "default-src 'none'"

// built is a folder as a build leaves it, below the path /a/.
func built(t *testing.T) fstest.MapFS {
	t.Helper()
	tree := fstest.MapFS{}
	for name, text := range map[string]string{
		"a/index.html": "home", "a/index.html.br": "packed", "a/guides/x/index.html": "guide", "a/guides/x/index.md": "twin",
		"404.html": "nothing", "_headers": "rules",
	} {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	list(t, tree)
	return tree
}

// list writes the list of a folder.
func list(t *testing.T, tree fstest.MapFS) {
	t.Helper()
	delete(tree, "a/"+manifest.Name)
	var files []manifest.File
	for name, f := range tree {
		files = append(files, manifest.File{Path: name, Sum: manifest.SumOf(f.Data), Size: int64(len(f.Data))})
	}
	all, err := manifest.Manifest{Program: "p", Root: "/", Promises: []manifest.Rule{
		{Pattern: "/a/*", Headers: map[string]string{"Content-Security-Policy": policy}},
		{Pattern: "/a/*.md", Headers: map[string]string{"Content-Type": "text/markdown; charset=utf-8"}},
	}}.Encode("a/"+manifest.Name, files)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range all {
		tree[name] = &fstest.MapFile{Data: data}
	}
}

func TestFolder(t *testing.T) {
	tree := built(t)
	r, err := Folder(tree)
	if err != nil || len(r.Faults) > 0 || r.Checked != 6 {
		t.Fatalf("%+v, %v", r, err)
	}
	tree["a/index.html"].Data = []byte("hume")
	delete(tree, "a/guides/x/index.md")
	tree["a/more.html"] = &fstest.MapFile{}
	tree[".gitignore"] = &fstest.MapFile{}
	r, err = Folder(tree)
	want := []Fault{{"a/guides/x/index.md", "is not there"}, {"a/index.html", "is not as it was built"}, {"a/more.html", "is not of the site"}}
	if diff := cmp.Diff(want, r.Faults); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if _, err := Folder(fstest.MapFS{"index.html": {}}); err == nil || !strings.Contains(err.Error(), "has no build/manifest.json") {
		t.Error(err)
	}
}

// serve is a host of a folder.
func serve(t *testing.T, tree fstest.MapFS, change func(http.Header, string)) *httptest.Server {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, status := strings.TrimPrefix(r.URL.Path, "/"), http.StatusOK
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		f := tree[name]
		if f == nil {
			f, name, status = tree["404.html"], "404.html", http.StatusNotFound
		}
		w.Header().Set("Content-Security-Policy", policy)
		if path.Ext(name) == ".md" {
			w.Header().Set("Content-Type", "text/markdown;charset=UTF-8")
		}
		if change != nil {
			change(w.Header(), name)
		}
		if w.Header().Get("Location") != "" {
			status = http.StatusFound
		}
		w.WriteHeader(status)
		w.Write(f.Data)
	}))
	t.Cleanup(server.Close)
	return server
}

func TestLive(t *testing.T) {
	tree := built(t)
	m, err := List(tree)
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, tree, nil)
	r, err := Live(t.Context(), s.Client(), s.URL+"/a/", m)
	if err != nil || len(r.Faults) > 0 || r.Checked != 4 || r.Skipped != 2 || r.Answers != 4 {
		t.Fatalf("%+v, %v", r, err)
	}

	// Each thing that can be wrong.
	tree["a/guides/x/index.md"].Data = []byte("another")
	delete(tree, "404.html")
	tree["404.html"] = &fstest.MapFile{Data: []byte("the host's own")}
	s = serve(t, tree, func(h http.Header, name string) {
		switch name {
		case "a/index.html":
			h.Del("Content-Security-Policy")
		case "a/guides/x/index.html":
			h.Set("Location", "/elsewhere")
		}
	})
	r, err = Live(t.Context(), s.Client(), s.URL+"/a/", m)
	want := []Fault{
		{"404.html", "is not as it was built"},
		{"a/guides/x/index.html", "leads to /elsewhere"},
		{"a/guides/x/index.md", "is not as it was built"},
		{"a/index.html", `is sent with Content-Security-Policy "", not "default-src 'none'"`},
	}
	if diff := cmp.Diff(want, r.Faults); diff != "" || err != nil {
		t.Error(err, diff)
	}

	// Another build is live, and is whole.
	other := built(t)
	other["a/new.html"] = &fstest.MapFile{Data: []byte("new")}
	other["a/index.html"].Data = []byte("home again")
	delete(other, "a/guides/x/index.md")
	list(t, other)
	s = serve(t, other, nil)
	r, err = Live(t.Context(), s.Client(), s.URL+"/a/", m)
	want = []Fault{
		{"a/guides/x/index.md", "was built and is not live"},
		{"a/index.html", "is live as another build made it"},
		{"a/new.html", "is live and was not built"},
	}
	if diff := cmp.Diff(want, r.Faults); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if r, err := Live(t.Context(), s.Client(), s.URL+"/a/", nil); err != nil || len(r.Faults) > 0 {
		t.Errorf("by itself: %+v, %v", r, err)
	}
	if _, err := Live(t.Context(), s.Client(), s.URL+"/b/", nil); err == nil || !strings.Contains(err.Error(), "has no build/manifest.json") {
		t.Error(err)
	}
	s.Close()
	if _, err := Live(t.Context(), s.Client(), s.URL+"/a/", nil); err == nil {
		t.Error("a host that does not answer is as built")
	}
}
