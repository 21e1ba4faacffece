package site

import (
	"shortlist/internal/report/address"
	"strings"
	"testing"
	"testing/fstest"
)

// TestSiteWithoutPublisher takes the publisher out of site.toml, in part and as a
// whole: the publication then stands for itself, and every page can be made.
func TestSiteWithoutPublisher(t *testing.T) {
	const name, url = "name = \"Publisher\"\n", "url = \"https://publisher.example/\"\n"
	for _, taken := range []string{url, "[publisher]\n" + name + url} {
		files := tree(t, "testdata/site.txtar")
		edit(t, files, "content/site.toml", taken, "")
		s, problems := load(t, files)
		if len(problems) > 0 {
			t.Fatal(text(problems))
		}
		for _, path := range []string{"/", address.Guide("keepers"), address.Article("keys"), address.Provider("alpha")} {
			page := render(t, s, path)
			if want := `"url":"https://journal.example/a/b/"`; !strings.Contains(page, want) {
				t.Errorf("%s lacks %s", path, want)
			}
			if strings.Contains(page, `href=""`) {
				t.Errorf("%s has a link that leads nowhere", path)
			}
		}
	}
}

// TestPagesStateTheirQuestions has a question on a page of its own: that page shows
// it, the hub lists it, and search engines are told.
func TestPagesStateTheirQuestions(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	text := string(files["content/pages/about.md"].Data)
	files["content/pages/about.md"].Data = []byte(strings.TrimRight(text, "\n") + "\n\n## Questions {.faq}\n\n### Who reads this?\n\nTests do.\n")
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	page := render(t, s, "/about/")
	if want := `{"@type":"Answer","text":"Tests do."}`; !strings.Contains(page, want) || !strings.Contains(page, "<h3 id=\"who-reads-this\"") {
		t.Errorf("the page lacks %s:\n%s", want, page)
	}
	if !strings.Contains(render(t, s, "/faq/"), "/about/#who-reads-this") {
		t.Error("the hub lacks the question")
	}
}

// TestProviderNamedByNobody has a provider that only a guide which is held back
// would name: its page does not say that a guide does.
func TestProviderNamedByNobody(t *testing.T) {
	const named = "named as an alternative"
	if page := render(t, small(t), "/providers/delta/"); !strings.Contains(page, named) {
		t.Errorf("the page of an alternative does not say so")
	}
	files := tree(t, "testdata/site.txtar")
	edit(t, files, "content/guides/keepers/entries/alpha.md", `{ provider = "delta", for = "staking" }`, "")
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	page := render(t, s, "/providers/delta/")
	if strings.Contains(page, named) || !strings.Contains(page, "Who Delta is; no guide of") {
		t.Errorf("the page says that a guide names it:\n%.900s", page)
	}
}

// edit replaces words of a file once.
func edit(t *testing.T, files fstest.MapFS, name, from, to string) {
	t.Helper()
	text := string(files[name].Data)
	if !strings.Contains(text, from) {
		t.Fatalf("%s has no %q", name, from)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, from, to, 1))}
}
