package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/check"
)

// leaks are texts that say or do not say that /guides/z/, "Safe & Sound Vaults"
// and the page /about/ are there, on https://research.example.com/a/b/.
var leaks = []struct{ file, text, rule string }{
	{"index.md", "[x](https://research.example.com/a/b/guides/z/)", "page-held"},
	{"index.md", "(https://research.example.com/a/b/guides/z/index.md)", "page-held"},
	{"p.html", `<a href="/a/b/guides/z/#why">`, "page-held"},
	{"p.html", `<a href=/a/b/guides/z/ class=a>`, "page-held"},
	{"d0.json", `[["X","/guides/z/",""]]`, "page-held"},
	{"feed.xml", `<id>tag:research.example.com,2025-09:guides/z</id>`, "page-held"},
	{"feed.xml", `<id>tag:research.example.com,2025-09:guides/z-files</id>`, ""},
	{"_redirects", "/a/b/old/ /a/b/guides/z/ 301\n", "page-held"},
	{"guides/z/ranking.json", `{}`, "page-held"},
	{"guides/z/card.png", "\x89PNG", "page-held"},
	{"p.html", `<a href="/a/b/guides/z-files/">`, ""},
	{"p.html", `<a href="/a/b/more/guides/z/">`, ""},
	{"p.html", `<a href="https://elsewhere.example/guides/z/">`, ""},
	{"p.html", `<a href="https://elsewhere.example/about/">`, ""},
	{"p.html", `<a href="/a/b/topics/about/">`, ""},
	{"p.html", `<p>Ask about/around, for his/about/her good`, ""},
	{"p.html", `<a href="//research.example.com/a/b/about/">`, "page-held"},
	{"p.html", `<p>Safe &amp; Sound Vaults`, "page-held-title"},
	{"p.json", `["Safe \u0026 Sound Vaults"]`, "page-held-title"},
	{"p.md", `# Safe & Sound Vaults`, "page-held-title"},
	{"p.md", "Now safe & sound\nvaults", "page-held-title"},
	{"p.md", `Unsafe & Sound Vaults, Safe & Sound Vaultsmen`, ""},
	{"p.html", `<h2 id="safe-sound-vaults">`, ""},
	{"p.md", `About us`, ""},
	{"p.html", `<h2>A Published <em>Title</em></h2><a title="A published title">`, ""},
	{"p.md.gz", packed(`/a/b/guides/z/`), ""},
}

var held = check.Options{
	BaseURL:   "https://research.example.com/a/b/",
	Addresses: []string{"/guides/z/", "/about/"},
	Titles:    check.NewPhrases([]string{"Safe & Sound Vaults", "About us", "A Published Title"}),
}

func TestHeld(t *testing.T) {
	if got := lines(checked(tree(site()), held)); len(got) > 0 {
		t.Fatalf("before: %q", got)
	}
	for _, x := range leaks {
		files := tree(site())
		files[x.file] = &fstest.MapFile{Data: []byte(x.text)}
		var got []string
		for _, p := range checked(files, held) {
			if strings.HasPrefix(p.Rule.Name, "page-held") && p.Span.File == "public/"+x.file {
				got = append(got, p.Rule.Name)
			}
		}
		if strings.Join(got, " ") != x.rule {
			t.Errorf("%s: %s: %q, not %q", x.file, x.text, got, x.rule)
		}
	}
}

// TestHeldMessage: the finding names what it found, and where.
func TestHeldMessage(t *testing.T) {
	files := tree(site())
	files["a.md"] = &fstest.MapFile{Data: []byte("See /a/b/later/ for Secrets of the Vault.")}
	o := check.Options{BaseURL: held.BaseURL, Addresses: []string{"/later/"}, Titles: check.NewPhrases([]string{"Secrets of the Vault", "", "Vault"})}
	want := []string{
		`public/a.md:0:0 page-held: the file contains "/later/", the address of what is held back`,
		`public/a.md:0:0 page-held-title: the file contains "Secrets of the Vault", the title of what is held back`,
	}
	if diff := cmp.Diff(want, lines(checked(files, o))); diff != "" {
		t.Error(diff)
	}
}

// TestPhrases: a title counts as written however the text writes it down.
func TestPhrases(t *testing.T) {
	p := check.NewPhrases([]string{"The lender's own choice", "Two words"})
	for text, want := range map[string]bool{
		`title = "The lender's own choice"`:         true,
		"the *lender’s* own\n[choice](/x/)":         true,
		`The lender&#39;s own\nchoice`:              true,
		`The lender&rsquo;s [own](/at/any/) choice`: true,
		"The lender's own-choice":                   false,
		"The lender's choice":                       false,
		"Two words":                                 false,
	} {
		if got := len(p.In([]byte(text))) == 1; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if check.NewPhrases([]string{"Two words"}) != nil || len((*check.Phrases)(nil).In([]byte("a b c"))) > 0 {
		t.Error("a title of two words is looked for")
	}
}
