package manifest

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func files(n int) []File {
	var out []File
	for i := range n {
		data := fmt.Appendf(nil, "file %d", i)
		out = append(out, File{fmt.Sprintf("a/%05d.html", n-i), SumOf(data), int64(len(data))})
	}
	return out
}

func opener(all map[string][]byte) func(string) (io.ReadCloser, error) {
	return func(name string) (io.ReadCloser, error) {
		data, ok := all[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(bytes.NewReader(data)), nil
	}
}

// TestReadBack: a list is read as it was written, in parts when it is long.
func TestReadBack(t *testing.T) {
	for n, parts := range map[int]int{0: 0, 1: 0, most: 0, most + 1: 2, 3*most + 5: 4} {
		m := Manifest{Program: "p", Address: "https://e.example/a/", Root: "/", Promises: []Rule{{"/*", map[string]string{"X": "y"}}}}
		all, err := m.Encode("a/"+Name, files(n))
		if err != nil || len(all) != parts+1 {
			t.Fatalf("%d files: %d, %v", n, len(all), err)
		}
		got, err := Read("a/"+Name, opener(all))
		if err != nil || len(got.Files) != n || got.Count != n || len(got.Parts) != parts {
			t.Fatalf("%d files: %v", n, err)
		}
		if diff := cmp.Diff(m.Promises, got.Promises); diff != "" {
			t.Error(diff)
		}
		for name := range all {
			if !got.IsList(name) {
				t.Errorf("%s is not of the list", name)
			}
		}
		if got.IsList("a/build/index.html") || got.IsList("manifest.json") {
			t.Error("another file is of the list")
		}
	}
}

// TestWhole: the sum is that of what sha256sum prints.
func TestWhole(t *testing.T) {
	got := whole([]File{{Path: "a", Sum: SumOf([]byte("1"))}, {Path: "b/c", Sum: SumOf(nil)}})
	want := SumOf([]byte("6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  a\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b/c\n"))
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestNotBelieved(t *testing.T) {
	all, err := Manifest{}.Encode(Name, files(most+1))
	if err != nil {
		t.Fatal(err)
	}
	change := func(name, old, now string) map[string][]byte {
		out := map[string][]byte{}
		for k, v := range all {
			out[k] = v
			if k == name {
				if out[k] = []byte(strings.Replace(string(v), old, now, 1)); string(out[k]) == string(v) {
					t.Fatalf("%s has no %q", name, old)
				}
			}
		}
		return out
	}
	evil, err := Manifest{}.Encode(Name, []File{{Path: "../etc/passwd", Sum: SumOf(nil)}})
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string]map[string][]byte{
		"none":              {},
		"another format":    change(Name, `"format": 1`, `"format": 2`),
		"another sum":       change(Name, `"count": 2001`, `"count": 2000`),
		"a changed part":    change("build/manifest-1.json", "00001", "00002"),
		"no list":           {Name: []byte("<html>")},
		"out of the folder": evil,
	} {
		if m, err := Read(Name, opener(files)); err == nil {
			t.Errorf("%s: read %d files", name, len(m.Files))
		}
	}
}

func FuzzRead(f *testing.F) {
	all, _ := Manifest{}.Encode(Name, files(3))
	f.Add(all[Name])
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Read(Name, opener(map[string][]byte{Name: data}))
		if err != nil {
			return
		}
		again, err := m.Encode(Name, m.Files)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := Read(Name, opener(again)); err != nil || back.Sum != m.Sum {
			t.Fatalf("%v", err)
		}
	})
}
