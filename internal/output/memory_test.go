package output

import (
	"testing"
	"testing/fstest"
)

func TestMemoryIsAFileSystem(t *testing.T) {
	var m Memory
	if err := m.Begin(t.Context(), Settings{}); err != nil {
		t.Fatal(err)
	}
	all := files{"index.html": "home", "guides/x/index.html": "x", "guides/y/index.html": "", "guides.txt": "text", "a/b/c/d": "deep"}
	var names []string
	for name, content := range all {
		names = append(names, name)
		if err := m.Write(name, text(content)); err != nil {
			t.Fatal(err)
		}
	}
	r, err := m.Commit()
	if err != nil {
		t.Fatal(err)
	}
	want(t, "result", r, Result{Files: 5, Bytes: 13})
	if err := fstest.TestFS(m.FS(), names...); err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS((&Memory{}).FS()); err != nil {
		t.Errorf("empty: %v", err)
	}
}

func TestMemoryForgets(t *testing.T) {
	var m Memory
	for range 2 {
		if err := m.Begin(t.Context(), Settings{}); err != nil {
			t.Fatal(err)
		}
		if err := m.Write("index.html", text("home")); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Discard(); err != nil {
		t.Fatal(err)
	}
	if r, _ := m.Commit(); r.Files != 0 {
		t.Errorf("%d files after Discard", r.Files)
	}
}
