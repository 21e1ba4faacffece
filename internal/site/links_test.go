package site

import (
	"strings"
	"testing"
	"testing/fstest"
)

// with returns the fixture with one file changed: from becomes to, or a file
// is added when from is empty.
func with(t *testing.T, file, from, to string) fstest.MapFS {
	t.Helper()
	files := tree(t, "testdata/site.txtar")
	if from == "" {
		files[file] = &fstest.MapFile{Data: []byte(to)}
		return files
	}
	before := string(files[file].Data)
	if strings.Count(before, from) != 1 {
		t.Fatalf("%s holds %q %d times", file, from, strings.Count(before, from))
	}
	files[file] = &fstest.MapFile{Data: []byte(strings.Replace(before, from, to, 1))}
	return files
}

func TestProblems(t *testing.T) {
	const about, guide = "content/pages/about.md", "content/guides/keepers/guide.md"
	for _, tt := range []struct {
		name, file, old, new string
		want                 string
	}{
		{"dead link", about, "/guides/keepers/#faqs", "/guides/keeper/", `
content/pages/about.md:9:5: error: the site has no page /guides/keeper/ (dead-link)
   9 | The [guide](/guides/keeper/).
     |     ^
     = help: a page's path begins and ends with a slash
`},
		{"dead link without its slash", about, "/guides/keepers/#faqs", "/guides/keepers", `
content/pages/about.md:9:5: error: the site has no page /guides/keepers (dead-link)
   9 | The [guide](/guides/keepers).
     |     ^
     = help: did you mean /guides/keepers/?
`},
		{"dead anchor on another page", about, "#faqs", "#fax", `
content/pages/about.md:9:5: error: the page /guides/keepers/ has no place #fax (dead-anchor)
   9 | The [guide](/guides/keepers/#fax).
     |     ^
`},
		{"dead anchor on the same page", guide, "(#alpha)", "(#omega)", `
content/guides/keepers/guide.md:81:38: error: the page /guides/keepers/ has no place #omega (dead-anchor)
  81 | They keep. See [about](/about/#who), [the first](#omega) and [elsewhere](https://www.alpha.example/)…
     |                                      ^
`},
		{"relative link", about, "/guides/keepers/#faqs", "../guides/keepers/", `
content/pages/about.md:9:5: error: the link "../guides/keepers/" does not begin with a slash (relative-link)
   9 | The [guide](../guides/keepers/).
     |     ^
     = help: write links from the root of the site: /guides/name/
`},
		{"navigation", "content/site.toml", `path = "/about/"`, `path = "/abuot/"`, `
content/site.toml:45:8: error: the site has no page /abuot/ (dead-link)
  45 | path = "/abuot/"
     |        ^^^^^^^
     = help: a page's path begins and ends with a slash
`},
		{"two pages for one path", "content/pages/guides.md", "", "+++\ntitle = \"Guides\"\ndescription = \"Mine.\"\n+++\nText.\n", `
content/pages/guides.md:1:1: error: the path /guides/ is taken by a page or file that every site has (path-conflict)
   1 | +++
     | ^
     = help: rename the file
`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := with(t, tt.file, tt.old, tt.new)
			_, problems := load(t, files)
			problems.Quote(files)
			if got := "\n" + text(problems); got != tt.want {
				t.Errorf("got:%s\nwant:%s", got, tt.want)
			}
		})
	}
}
