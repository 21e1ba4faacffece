package site

import (
	"shortlist/internal/report/address"
	"strings"
	"testing"
)

// TestTwinLinks follows the links of a body into its Markdown twin, which is read
// far from the site: there they have their full addresses, whatever their form.
func TestTwinLinks(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	edit(t, files, "content/articles/keys.md", "## How\n", `## How

See [about](/about/ "the page /about/"), [below](#how), [how](</guides/keepers/#faqs>), [the law][law], [*us*][],
![a card](/card.png), [![a card](/card.png)](/about/), and [abroad](https://regulator.example/a/); `+"`[code](/about/)`"+`.

[law]: /about/
[*us*]: </guides/keepers/> "Keepers"

`)
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	page := render(t, s, address.Twin(address.Article("keys")))
	const base = "https://journal.example/a/b"
	for _, want := range []string{
		`[about](` + base + `/about/ "the page /about/")`, `[below](` + base + `/articles/keys/#how)`, `[how](` + base + `/guides/keepers/#faqs)`,
		`[the law](` + base + `/about/), [*us*](` + base + `/guides/keepers/ "Keepers")`,
		`![a card](` + base + `/card.png), [![a card](` + base + `/card.png)](` + base + `/about/)`,
		`[abroad](https://regulator.example/a/)`, "`[code](/about/)`", `[the guide](` + base + `/guides/keepers/#faqs)`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the twin lacks %s", want)
		}
	}
	if t.Failed() {
		t.Log(page)
	}
}

// TestTwinSaysWhatThePageSays writes what a pattern over the source would take
// for something else: braces behind a backslash and in code, code at the start.
func TestTwinSaysWhatThePageSays(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	edit(t, files, "content/articles/keys.md", "## How\n", "## How\n\n```\n## note {left}\n```\n\n### Pick \\{one, two\\} {#pick}\n\nOne[^n] ~~two~~.\n\n[^n]: A note.\n\n")
	edit(t, files, "content/providers/beta.md", "+++\nBeta is", "+++\n\n    first {line}\n\nBeta is")
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for path, wants := range map[string][]string{
		address.Twin(address.Article("keys")):  {"\n```\n## note {left}\n```\n\n### Pick \\{one, two\\}\n\nOne[^1] ~~two~~.\n", "\n\n[^1]: A note.\n"},
		address.Twin(address.Provider("beta")): {"\n\n```\nfirst {line}\n```\n"},
	} {
		page := render(t, s, path)
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %q:\n%s", path, want, page)
			}
		}
	}
}

// TestTwinsAreText writes what looks like markup into words that have none, and
// finds it escaped wherever Markdown would take it for markup.
func TestTwinsAreText(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	edit(t, files, "content/articles/keys.md", `A *short* explainer.`, `A *short* \\<b> \\[explainer\\].`)
	edit(t, files, "content/site.toml", `A publication for tests.`, `A \\<i> publication.`)
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for path, want := range map[string]string{
		address.Twin(address.Article("keys")): `A short \<b\> \[explainer\].`,
		"/llms.txt":                           `index.md): A short \<b\> \[explainer\].`,
	} {
		if page := render(t, s, path); !strings.Contains(page, want) {
			t.Errorf("%s lacks %s:\n%s", path, want, page)
		}
	}
	if page := render(t, s, "/llms.txt"); !strings.Contains(page, `> A \<i\> publication.`) {
		t.Errorf("llms.txt begins\n%.200s", page)
	}
}

// TestTwinNames: a name or an address that is made of Markdown is a name or an
// address in the twin, whoever reads it.
func TestTwinNames(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	name := "Beta [home](https://evil.example/) &lt;b&gt; ~~x~~ <b> `y` #"
	provider := string(files["content/providers/beta.md"].Data)
	front, body, _ := strings.Cut(provider, "+++\nBeta is")
	var lines []string
	for line := range strings.SplitSeq(front, "\n") {
		switch {
		case strings.HasPrefix(line, "name = "):
			line = `name = "` + name + `"`
		case strings.HasPrefix(line, "website = "):
			line = `website = "https://beta.example/)[more](https://evil.example/"`
		}
		lines = append(lines, line)
	}
	files["content/providers/beta.md"].Data = []byte(strings.Join(lines, "\n") + "+++\nBeta is" + body)
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for _, path := range []string{address.Twin(address.Provider("beta")), address.Twin(address.Guide("keepers")), "/llms.txt"} {
		page := render(t, s, path)
		if !strings.Contains(page, `Beta \[home\](https://evil.example/) \&lt;b\&gt; \~\~x\~\~ \<b\> \`+"`y\\`"+` \#`) {
			t.Errorf("%s does not have the name as a name:\n%s", path, page)
		}
		if strings.Contains(page, "[home](") || strings.Contains(page, "[more](") {
			t.Errorf("%s: the name or the website is a link", path)
		}
	}
}
