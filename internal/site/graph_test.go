package site

import (
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
		for _, path := range []string{"/", guidePath("keepers"), articlePath("keys"), providerPath("alpha")} {
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

// TestAnswerWithoutWords has a question that is answered by a listing alone. The
// page shows it; structured data, which are words, leave it out.
func TestAnswerWithoutWords(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	edit(t, files, "content/articles/keys.md", " {.faq}\n", " {.faq}\n\n### How is it called?\n\n    keep --all\n\n### Is that all?\n\nYes.\n")
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	page := render(t, s, articlePath("keys"))
	_, data, _ := strings.Cut(page, `<script type="application/ld+json">`)
	data, body, _ := strings.Cut(data, "</script>")
	if !strings.Contains(body, "How is it called?") || !strings.Contains(body, "keep --all") {
		t.Error("the page does not show the question with its answer")
	}
	if strings.Contains(data, "How is it called?") || !strings.Contains(data, "Is that all?") {
		t.Errorf("the structured data are\n%s", data)
	}
}

// edit replaces words of a file once.
func edit(t *testing.T, files fstest.MapFS, name, old, new string) {
	t.Helper()
	text := string(files[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", name, old)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
}
