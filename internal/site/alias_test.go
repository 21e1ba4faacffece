package site

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/diag"
)

// aliases adds old paths to pages of the fixture: file, then the list in TOML.
func aliases(t *testing.T, pairs ...string) fstest.MapFS {
	t.Helper()
	files := tree(t, "testdata/site.txtar")
	for i := 0; i < len(pairs); i += 2 {
		file := files[pairs[i]]
		if file == nil {
			t.Fatalf("the fixture has no %s", pairs[i])
		}
		file.Data = []byte(strings.Replace(string(file.Data), "+++\n", "+++\naliases = ["+pairs[i+1]+"]\n", 1))
	}
	return files
}

const (
	keepers = "content/guides/keepers/guide.md"
	about   = "content/pages/about.md"
	alpha   = "content/providers/alpha.md"
	team    = "content/authors/team.md"
)

// reversed are the redirects of comparisons the other way round, which come last.
const reversed = `/a/b/guides/keepers/compare/beta-vs-alpha/ /a/b/guides/keepers/compare/alpha-vs-beta/ 301
/a/b/guides/keepers/compare/gamma-vs-beta/ /a/b/guides/keepers/compare/beta-vs-gamma/ 301
/a/b/guides/keepers/compare/gamma-vs-alpha/ /a/b/guides/keepers/compare/alpha-vs-gamma/ 301
`

func TestAliases(t *testing.T) {
	s, problems := load(t, aliases(t, keepers, `"/old/keepers/", "/Keepers-2024/"`, about, `"/who/"`, alpha, `"/providers/a/"`, team, `"/desk/"`))
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for from, to := range map[string]string{
		"/old/keepers/": "/guides/keepers/", "/Keepers-2024/": "/guides/keepers/", "/who/": "/about/",
		"/providers/a/": "/providers/alpha/", "/desk/": "/authors/team/",
	} {
		page := render(t, s, from)
		for _, want := range []string{
			`<meta name="robots" content="noindex">`, `<link rel="canonical" href="https://journal.example/a/b` + to + `">`,
			`<meta http-equiv="refresh" content="0; url=/a/b` + to + `">`, `<a href="/a/b` + to + `">`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s:\n%s", from, want, page)
			}
		}
	}
	want := `/a/b/old/keepers/ /a/b/guides/keepers/ 301
/a/b/Keepers-2024/ /a/b/guides/keepers/ 301
/a/b/providers/a/ /a/b/providers/alpha/ 301
/a/b/desk/ /a/b/authors/team/ 301
/a/b/who/ /a/b/about/ 301
/a/b/guides/keepers/compare/a-vs-beta/ /a/b/guides/keepers/compare/alpha-vs-beta/ 301
/a/b/guides/keepers/compare/a-vs-gamma/ /a/b/guides/keepers/compare/alpha-vs-gamma/ 301
` + reversed + `/a/b/guides/keepers/compare/beta-vs-a/ /a/b/guides/keepers/compare/alpha-vs-beta/ 301
/a/b/guides/keepers/compare/gamma-vs-a/ /a/b/guides/keepers/compare/alpha-vs-gamma/ 301
`
	if diff := cmp.Diff(want, render(t, s, "/_redirects")); diff != "" {
		t.Error(diff)
	}
	for _, file := range []string{"/sitemap.xml", "/llms.txt", "/_headers"} {
		if got := render(t, s, file); strings.Contains(got, "/who/") || strings.Contains(got, "/old/") {
			t.Errorf("%s speaks of an old path:\n%s", file, got)
		}
	}
}

// TestGuideTakesItsEditionsAlong changes a guide's slug: what was cited, and what
// programs ask for, is still found from its old address.
func TestGuideTakesItsEditionsAlong(t *testing.T) {
	s, problems := load(t, aliases(t, keepers, `"/guides/guards/", "/guides/old/guards/", "/guards/"`))
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	want := `/a/b/guides/guards/ /a/b/guides/keepers/ 301
/a/b/guides/old/guards/ /a/b/guides/keepers/ 301
/a/b/guards/ /a/b/guides/keepers/ 301
` + reversed + "/a/b/guides/guards/* /a/b/guides/keepers/:splat 301\n"
	if diff := cmp.Diff(want, render(t, s, "/_redirects")); diff != "" {
		t.Error(diff)
	}
	page := render(t, s, "/guides/guards/editions/2025-08/")
	if want := `<meta http-equiv="refresh" content="0; url=/a/b/guides/keepers/editions/2025-08/">`; !strings.Contains(page, want) {
		t.Errorf("the old address of an edition lacks %s:\n%s", want, page)
	}
}

func TestAliasProblems(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files fs.FS
		want  string
	}{
		{"its own path", aliases(t, about, `"/old/", "/about/"`), `
content/pages/about.md:2:21: error: the alias /about/ is the page's own path (alias-loop)
   2 | aliases = ["/old/", "/about/"]
     |                     ^^^^^^^^^
     = help: remove it
`},
		{"its own path in capitals", aliases(t, about, `"/About/"`), `
content/pages/about.md:2:12: error: the alias /About/ is the page's own path (capitals aside, which not every host tells apart) (alias-loop)
   2 | aliases = ["/About/"]
     |            ^^^^^^^^^
     = help: remove it
`},
		{"another page's path", aliases(t, about, `"/guides/keepers/"`), `
content/pages/about.md:2:12: error: the alias /guides/keepers/ is the path of content/guides/keepers/guide.md (alias-shadowed)
   2 | aliases = ["/guides/keepers/"]
     |            ^^^^^^^^^^^^^^^^^^
     = help: readers who come there would not be sent on: remove the alias, or rename what takes it
`},
		{"a comparison, in capitals", aliases(t, about, `"/guides/keepers/compare/ALPHA-vs-beta/"`), `
content/pages/about.md:2:12: error: the alias /guides/keepers/compare/ALPHA-vs-beta/ is the path of content/guides/keepers/entries/alpha.md (capitals aside, which not every host tells apart) (alias-shadowed)
   2 | aliases = ["/guides/keepers/compare/ALPHA-vs-beta/"]
     |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     = help: readers who come there would not be sent on: remove the alias, or rename what takes it
`},
		{"below a file", aliases(t, about, `"/404.html/old/", "/_headers/"`), `
content/pages/about.md:2:12: error: the alias /404.html/old/ lies below /404.html of content/site.toml, which is a file (alias-shadowed)
   2 | aliases = ["/404.html/old/", "/_headers/"]
     |            ^^^^^^^^^^^^^^^^
     = help: readers who come there would not be sent on: remove the alias, or rename what takes it
content/pages/about.md:2:30: error: the alias /_headers/ lies below /_headers of content/site.toml, which is a file (alias-shadowed)
   2 | aliases = ["/404.html/old/", "/_headers/"]
     |                              ^^^^^^^^^^^^
     = help: readers who come there would not be sent on: remove the alias, or rename what takes it
`},
		{"where a folder is needed", aliases(t, about, `"/x/index.html/", "/x/"`), `
content/pages/about.md:2:30: error: the alias /x/ is a file where /x/index.html/ of content/pages/about.md needs a folder (alias-shadowed)
   2 | aliases = ["/x/index.html/", "/x/"]
     |                              ^^^^^
     = help: readers who come there would not be sent on: remove the alias, or rename what takes it
`},
		{"one alias, two pages", aliases(t, keepers, `"/old/"`, about, `"/old/"`), `
content/pages/about.md:2:12: error: the alias /old/ is given in content/guides/keepers/guide.md:2 as well (alias-repeated)
   2 | aliases = ["/old/"]
     |            ^^^^^^^
     = help: keep the one whose page shows what stood there
`},
		{"one alias twice", aliases(t, about, `"/old/", "/OLD/"`), `
content/pages/about.md:2:21: error: the alias /OLD/ is given in content/pages/about.md:2 as well (capitals aside, which not every host tells apart) (alias-repeated)
   2 | aliases = ["/old/", "/OLD/"]
     |                     ^^^^^^^
     = help: keep the one whose page shows what stood there
`},
		{"two pages would send readers in a circle", aliases(t, alpha, `"/about/"`, about, `"/providers/alpha/"`), `
content/pages/about.md:2:12: error: the alias /providers/alpha/ is the path of content/providers/alpha.md (alias-shadowed)
   2 | aliases = ["/providers/alpha/"]
     |            ^^^^^^^^^^^^^^^^^^^
     = help: readers who come there would not be sent on: remove the alias, or rename what takes it
content/providers/alpha.md:2:12: error: the alias /about/ is the path of content/pages/about.md (alias-shadowed)
   2 | aliases = ["/about/"]
     |            ^^^^^^^^^
     = help: readers who come there would not be sent on: remove the alias, or rename what takes it
`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := load(t, tt.files)
			problems.Quote(tt.files)
			if got := "\n" + text(problems); got != tt.want {
				t.Errorf("got:%s\nwant:%s", got, tt.want)
			}
		})
	}
}

// TestStaleLink has a page link to where another one once was.
func TestStaleLink(t *testing.T) {
	files := aliases(t, keepers, `"/old/keepers/"`)
	page := files[about]
	page.Data = []byte(strings.Replace(string(page.Data), "(/guides/keepers/#faqs)", "(/old/keepers/?from=about#faqs)", 1))
	_, problems := load(t, files)
	problems.Quote(files)
	want := `
content/pages/about.md:9:5: warning: the page /old/keepers/ has moved to /guides/keepers/ (stale-link)
   9 | The [guide](/old/keepers/?from=about#faqs).
     |     ^
     = help: write /guides/keepers/?from=about#faqs
`
	if got := "\n" + text(problems); got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
}

// TestMoreAliasesThanHostsRead has 2,003 of them.
func TestMoreAliasesThanHostsRead(t *testing.T) {
	var list []string
	for i := range 2003 {
		list = append(list, fmt.Sprintf("%q", fmt.Sprintf("/old/%04d/", i)))
	}
	s, problems := load(t, aliases(t, keepers, strings.Join(list[:1000], ", "), about, strings.Join(list[1000:], ", ")))
	if len(problems) != 1 || problems[0].Rule.Name != "alias-unread" || problems[0].Rule.Severity != diag.Advice ||
		problems[0].Span.File != about || problems[0].Span.Line != 2 ||
		problems[0].Message != "hosts read 2000 of the 2003 aliases of the site as redirects: not /old/2000/, the first of the others" {
		t.Errorf("problems:\n%s", text(problems))
	}
	if n := strings.Count(render(t, s, "/_redirects"), "\n"); n != 2000 {
		t.Errorf("%d redirects", n)
	}
	render(t, s, "/old/2002/")
}
