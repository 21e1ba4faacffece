package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckFolder(t *testing.T) {
	root := t.TempDir()
	site := filepath.Join(root, "site")
	for _, name := range []string{"site/content/guides", "site/docs", "home", "away"} {
		if err := os.MkdirAll(filepath.Join(root, name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	put(t, site, "file", "")
	for link, target := range map[string]string{"to-content": "content", "to-up": "..", "to-away": "../away", "to-home": "../home"} {
		if err := os.Symlink(target, filepath.Join(site, link)); err != nil {
			t.Skip(err)
		}
	}
	t.Setenv("HOME", filepath.Join(root, "home"))
	for out, reason := range map[string]string{
		"public":             "",
		"docs":               "",
		"new/deep":           "",
		"contents":           "",
		"to-away":            "",
		"../away/public":     "",
		"../home/public":     "",
		"":                   "the site folder itself",
		"docs/..":            "the site folder itself",
		"..":                 "inside it",
		"to-up":              "inside it",
		"/":                  "the root",
		"content":            "the site's content folder",
		"content/guides/new": "the site's content folder",
		"to-content":         "the site's content folder",
		"to-content/public":  "the site's content folder",
		"templates":          "the site's templates folder",
		"static/x":           "the site's static folder",
		".git":               "the site's .git folder",
		".shortlist/public":  "the site's .shortlist folder",
		"../home":            "your home folder",
		"to-home":            "your home folder",
		"file":               "it is a file",
	} {
		folder := filepath.Join(site, out)
		if out == "/" {
			folder = out
		}
		err := CheckFolder(site, folder)
		switch {
		case reason == "" && err != nil:
			t.Errorf("CheckFolder(%q) = %v", out, err)
		case reason != "" && (err == nil || !strings.Contains(err.Error(), reason)):
			t.Errorf("CheckFolder(%q) = %v, want something about %s", out, err, reason)
		}
	}
}

func TestManifestNames(t *testing.T) {
	if got := manifestName("/s", "/s/public"); got != "manifest" {
		t.Errorf("public/ has %s", got)
	}
	seen := map[string]string{"manifest": "/s/public"}
	for _, out := range []string{"/s/dist", "/s/a/public", "/dist", "/public", "/t/public"} {
		name := manifestName("/s", out)
		if other, taken := seen[name]; taken {
			t.Errorf("%s and %s share %s", out, other, name)
		}
		seen[name] = out
	}
	if manifestName("/s", "/s/dist") != manifestName("/moved", "/moved/dist") {
		t.Error("the manifest is lost when the site moves")
	}
}
