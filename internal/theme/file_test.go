package theme

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// TestOverlayFallsBackOnlyWhereNothingIs: a site's own file that cannot be read is
// not silently replaced by the program's.
func TestOverlayFallsBackOnlyWhereNothingIs(t *testing.T) {
	broken := errors.New("input/output error")
	both := Overlay(faulty{files("a.html", "own"), broken}, files("a.html", "embedded", "b.html", "embedded"))
	if _, err := fs.ReadFile(both, "a.html"); !errors.Is(err, broken) {
		t.Errorf("ReadFile() = %v", err)
	}
	if _, err := fs.ReadDir(both, "."); !errors.Is(err, broken) {
		t.Errorf("ReadDir() = %v", err)
	}
	if text, err := fs.ReadFile(both, "b.html"); err != nil || string(text) != "embedded" {
		t.Errorf("what the site has not: %q, %v", text, err)
	}
	if _, problems := Load(both, sheet); len(problems) == 0 {
		t.Error("a theme that cannot be read is no problem")
	}
}

// faulty fails for what is there.
type faulty struct {
	fs.FS
	err error
}

func (f faulty) Open(name string) (fs.File, error) {
	if file, err := f.FS.Open(name); err != nil {
		return nil, err
	} else {
		file.Close()
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: f.err}
}

// TestStaticFilesThatAreNone: links and pipes are named, leftovers passed over.
func TestStaticFilesThatAreNone(t *testing.T) {
	static := files("site.css", "a{}", "photo.jpg", "jpeg", "photo.jpg.bak", "x", "Thumbs.db", "x", "notes/desktop.ini", "x",
		"site.css~", "x", "#site.css#", "x", "4913", "x")
	static["link.txt"] = &fstest.MapFile{Data: []byte("photo.jpg"), Mode: fs.ModeSymlink | 0o777}
	static["pipe.css"] = &fstest.MapFile{Mode: fs.ModeNamedPipe | 0o666}
	th, problems := Load(files("layout.html", layout), static)
	var named []string
	for _, p := range problems {
		named = append(named, p.Span.File)
	}
	if strings.Join(named, " ") != "static/link.txt static/pipe.css" {
		t.Errorf("problems: %+v", problems)
	}
	for _, a := range th.Assets() {
		if a.Name != "site.css" && a.Name != "photo.jpg" {
			t.Errorf("%s is served", a.Name)
		}
	}
}

// TestCopiedFilesAreNotHeld: what is not changed is read when it is written.
func TestCopiedFilesAreNotHeld(t *testing.T) {
	static := files("site.css", "a{}", "film.mp4", "before")
	th, problems := Load(files("layout.html", layout), static)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	static["film.mp4"].Data = []byte("after")
	for _, a := range th.Assets() {
		if a.Name != "film.mp4" {
			continue
		}
		var out strings.Builder
		if _, err := a.WriteTo(&out); err != nil || out.String() != "after" || a.Data != nil {
			t.Errorf("%q, %v, holds %d bytes", out.String(), err, len(a.Data))
		}
		return
	}
	t.Error("the film is not served")
}

// TestLongTextsAreRefused, for they are held in memory.
func TestLongTextsAreRefused(t *testing.T) {
	long := strings.Repeat(" ", maxText+1)
	_, problems := Load(files("layout.html", long), files("site.css", long, "a.js", long, "b.svg", long))
	if len(problems) < 4 {
		t.Errorf("%+v", problems)
	}
	for _, p := range problems {
		if p.Rule == broken && !strings.Contains(p.Message, "longer than 4194304 bytes") {
			t.Errorf("%s: %s", p.Span.File, p.Message)
		}
	}
	if _, err := readText(files("a", long[1:]), "a"); err != nil {
		t.Error(err)
	}
}
