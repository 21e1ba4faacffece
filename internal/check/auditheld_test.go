package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/check"
)

// leaks are texts that say or do not say that /guides/x/, "Safe & Sound Vaults"
// and the page /about/ are there, on https://research.example.com/a/b/.
var leaks = []struct {
	file, text string
	leaks      bool
}{
	{"index.md", "[x](https://research.example.com/a/b/guides/x/)", true},
	{"index.md", "(https://research.example.com/a/b/guides/x/index.md)", true},
	{"p.html", `<a href="/a/b/guides/x/#why">`, true},
	{"p.html", `<a href=/a/b/guides/x/ class=a>`, true},
	{"d0.json", `[["X","/guides/x/",""]]`, true},
	{"feed.xml", `<id>tag:research.example.com,2025-09:guides/x</id>`, true},
	{"feed.xml", `<id>tag:research.example.com,2025-09:guides/x-files</id>`, false},
	{"_redirects", "/a/b/old/ /a/b/guides/x/ 301\n", true},
	{"guides/x/ranking.json", `{}`, true},
	{"p.html", `<a href="/a/b/guides/x-files/">`, false},
	{"p.html", `<a href="/a/b/more/guides/x/">`, false},
	{"p.html", `<a href="https://elsewhere.example/guides/x/">`, false},
	{"p.html", `<a href="https://elsewhere.example/about/">`, false},
	{"p.html", `<a href="/a/b/topics/about/">`, false},
	{"p.html", `<a href="//research.example.com/a/b/about/">`, true},
	{"p.html", `<p>Safe &amp; Sound Vaults`, true},
	{"p.json", `"Safe \u0026 Sound Vaults"`, true},
	{"p.md", `# Safe & Sound Vaults`, true},
	{"p.md", `Unsafe & Sound Vaults, Safe & Sound Vaultsmen`, false},
	{"p.md", `About us`, false},
	{"p.html", `<h1>A Published Title</h1>`, false},
	{"p.html.gz", `/a/b/guides/x/`, false},
}

func TestHeldIsFound(t *testing.T) {
	marks := []string{"/guides/x/", "Safe & Sound Vaults", "/about/", "About us", "A Published Title"}
	for _, x := range leaks {
		files := tree(site())
		if got := audited(check.Held(withoutGuide(files), "/a/b/", marks)); len(got) > 0 {
			t.Fatalf("before: %q", got)
		}
		files[x.file] = &fstest.MapFile{Data: []byte(x.text)}
		got := audited(check.Held(files, "/a/b/", marks))
		if (len(got) == 1 && strings.HasPrefix(got[0], x.file+" audit-held: the file ")) != x.leaks || len(got) > 0 && !x.leaks {
			t.Errorf("%s: %s: %q", x.file, x.text, got)
		}
	}
}

// withoutGuide leaves out what the site of the other tests has at /guides/x/.
func withoutGuide(files fstest.MapFS) fstest.MapFS {
	for name, f := range files {
		f.Data = []byte(strings.ReplaceAll(string(f.Data), "guides/x", "guides/y"))
		if moved := strings.Replace(name, "guides/x", "guides/y", 1); moved != name {
			files[moved] = f
			delete(files, name)
		}
	}
	return files
}

// TestHeldMessage: the finding names what it found, and where.
func TestHeldMessage(t *testing.T) {
	files := fstest.MapFS{"a.md": &fstest.MapFile{Data: []byte("See /later/ for Secrets of the Vault.")}}
	want := []string{
		`a.md audit-held: the file contains "/later/", the address of what is held back`,
		`a.md audit-held: the file contains "Secrets of the Vault", the title of what is held back`,
	}
	if diff := cmp.Diff(want, audited(check.Held(files, "/", []string{"/later/", "Secrets of the Vault", "", "Vault"}))); diff != "" {
		t.Error(diff)
	}
}

// TestHeldContent: what the small site holds back is in no byte of it, and what
// it does not hold back would be found.
func TestHeldContent(t *testing.T) {
	files := tree(sample(t))
	if got := check.Held(files, "/", []string{"/guides/vaults/"}); len(got) < 10 {
		t.Errorf("the guide is found in %d files", len(got))
	}
	if got := check.Held(files, "/", []string{"/guides/vault/", "Best Vaults (2026)"}); len(got) > 0 {
		t.Errorf("found: %q", audited(got))
	}
}

func BenchmarkAudit(b *testing.B) {
	built, r := finished(b, "../..", false)
	files := tree(built)
	for b.Loop() {
		if found := check.Audit(files, r.Base); len(found) > 0 {
			b.Fatal(audited(found))
		}
	}
}
