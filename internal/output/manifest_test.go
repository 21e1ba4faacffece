package output

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const sum = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

func TestManifestIsReadBack(t *testing.T) {
	one := manifest{"b/index.html": {stampOf([]byte("b"))}, "a.css": {stampOf([]byte("a"))}, "with space": {stampOf(nil)}}
	got, err := parseManifest(one.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want(t, "manifest", string(got.Bytes()), string(one.Bytes()))
	lines := strings.Split(string(one.Bytes()), "\n")
	if len(lines) != 5 || !strings.HasSuffix(lines[1], " 1 a.css") || !strings.HasSuffix(lines[2], " 1 b/index.html") {
		t.Errorf("lines = %q", lines)
	}
	both := one.union(manifest{"a.css": {stampOf([]byte("A"))}, "c": {stampOf(nil)}})
	if len(both["a.css"]) != 2 || len(both) != 4 || len(one["a.css"]) != 1 {
		t.Errorf("union = %v", both)
	}
}

func TestBadManifests(t *testing.T) {
	for text, reason := range map[string]string{
		"":                                  "line 1",
		"shortlist manifest 2\n":            "line 1",
		header + "\nnonsense\n":             "line 2: no SHA-256 sum",
		header + "\n" + sum[:62] + " 1 a\n": "no SHA-256 sum",
		header + "\n" + sum + "00 1 a\n":    "no SHA-256 sum",
		header + "\n" + sum + " x a\n":      "no size",
		header + "\n" + sum + " -1 a\n":     "no size",
		header + "\n" + sum + " 1 a\n" + sum + " 1 ../../a\n": "line 3: a path",
		header + "\n" + sum + " 1 /etc/passwd\n":              "a path",
		header + "\n" + sum + " 1 \n":                         "empty",
	} {
		if _, err := parseManifest([]byte(text)); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("parseManifest(%q) = %v, want %s", text, err, reason)
		}
	}
}

// listed reads the manifest of a site's public/.
func listed(t interface{ Fatal(...any) }, site string) manifest {
	text, err := os.ReadFile(filepath.Join(site, state, "manifest"))
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}
	}
	m, err2 := parseManifest(text)
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	return m
}

func FuzzParseManifest(f *testing.F) {
	f.Add([]byte(header + "\n" + sum + " 4 index.html\n"))
	f.Add([]byte(header + "\n" + sum + " 4 a b\n" + sum + " 5 a b\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := parseManifest(text)
		if err != nil {
			return
		}
		again, err := parseManifest(m.Bytes())
		if err != nil || !bytes.Equal(again.Bytes(), m.Bytes()) {
			t.Errorf("%q is not read back: %v", m.Bytes(), err)
		}
		for name := range m {
			if CheckName(name) != nil {
				t.Errorf("%q was taken", name)
			}
		}
	})
}
