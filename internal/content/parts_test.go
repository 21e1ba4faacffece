package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/internal/guide"
)

func TestCheckFileSlug(t *testing.T) {
	for slug, good := range map[string]bool{
		"munich-re": true, "a": true, "4096": true, strings.Repeat("a", 64): true, "consul": true, "com10": true,
		"": false, "..": false, ".": false, "a--b": false, "-a": false, "a-": false, "Aon": false, "a_b": false, "é": false,
		"a/b": false, "con": false, "CON": false, "nul": false, "com1": false, "lpt9": false,
		"why": false, "methodology": false, "main": false, "faqs": false, "page": false, "pages": true, "use-cases": false, strings.Repeat("a", 65): false,
	} {
		if message, hint := checkFileSlug(slug); (message == "") != good || (hint == "") != good {
			t.Errorf("checkFileSlug(%q) = %q, %q", slug, message, hint)
		}
	}
}

func TestParseDate(t *testing.T) {
	for raw, want := range map[string]guide.Date{
		"2025-09":    {Year: 2025, Month: 9},
		"2025-09-12": {Year: 2025, Month: 9, Day: 12},
		"2024-02-29": {Year: 2024, Month: 2, Day: 29},
		"2025-02-29": {}, "2025-00": {}, "2025-13": {}, "2025-09-00": {}, "2025-9": {}, "2025": {}, "0000-01": {},
		"2025-09-12T10:00:00": {}, "2025-09-12 10:00:00Z": {}, "10:00:00": {}, "": {},
	} {
		got, ok := parseDate(raw)
		if ok != !want.IsZero() || ok && got != want {
			t.Errorf("parseDate(%q) = %v, %v", raw, got, ok)
		}
	}
}

func TestPrecedes(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"2025-08", "2025-09", true},
		{"2025-09", "2025-09-12", false},
		{"2025-09-12", "2025-09", false},
		{"2025-09-11", "2025-09-12", true},
		{"2025-10", "2025-09-12", false},
	} {
		a, _ := parseDate(tt.a)
		b, _ := parseDate(tt.b)
		if got := precedes(a, b); got != tt.want {
			t.Errorf("precedes(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}

func TestHost(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.Example.com/a?b#c": "www.example.com",
		"http://example.com:8080":       "example.com",
		"https://xn--bcher-kva.example": "xn--bcher-kva.example",
		"//example.com/":                "", "example.com": "", "ftp://example.com/": "", "javascript:alert(1)": "",
		"https://": "", "https:///a": "", "https://user:secret@example.com/": "", "https://a b.example/": "",
		"https://example.com/\"onclick": "", "https://example.com/%zz": "", "": "",
	} {
		if got := host(address); got != want {
			t.Errorf("host(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestClosest(t *testing.T) {
	names := []string{"title", "description", "draft", "why"}
	for name, want := range map[string]string{
		"titel": "title", "Draft": "draft", "descripton": "description", "wy": "why",
		"colour": "", "x": "", "": "", strings.Repeat("title", 20): "",
	} {
		if got := closest(name, names); got != want {
			t.Errorf("closest(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestLinkOutOfTheTree loads from the disk as the program does: what a link
// leads to is never read.
func TestLinkOutOfTheTree(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(outside, []byte("+++\ntitle = \"Secret\"\n+++\nSecret.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, baseSite(t)); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{
		"content/pages/secret.md": outside,
		"content/articles/all":    filepath.Dir(outside),
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	site, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	_, list := Load(site.FS(), Options{Now: today})
	if len(list) != 2 || list[0].Rule != symbolicLink || list[1].Rule != symbolicLink {
		t.Errorf("%d findings: %v", len(list), list)
	}
}
