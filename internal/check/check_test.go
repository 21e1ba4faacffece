package check_test

import (
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/check"
	"shortlist/internal/diag"
)

// home, guide and the rest are a site without a fault; each case spoils one
// thing in it.
const home = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Home</title>
<meta name="description" content="Ranked guides.">
<link rel="canonical" href="https://research.example.com/a/b/">
<link rel="stylesheet" href="/a/b/assets/site.css">
<link rel="alternate" type="application/atom+xml" href="feed.xml">
<script src="/a/b/assets/site.js" defer></script>
<script type="application/ld+json">{"name":"x"}</script>
</head>
<body>
<header><a href="/a/b/" aria-label="Home"><img src="/a/b/assets/mark.svg" alt=""></a></header>
<main aria-labelledby="top-heading">
<h1 id="top-heading">Guides</h1>
<p>Last seen <time datetime="2025-09">September 2025</time>, 100 % <code>{{.}} %!d(x)</code>
<h2>First</h2>
<a href="guides/x/#why">Why</a> <a href="https://elsewhere.example/">out</a> <a href="#top">up</a>
<img src="assets/mark.svg" srcset="assets/mark.svg 1x, /a/b/assets/big,1.svg 2x" alt="A mark">
<table>
<caption>Scores</caption>
<tr><th scope="col">Name
<tr><td>1
</table>
<article><header>Inner</header><footer>Inner</footer></article>
<form action="/a/b/search/"><label for="q">Search</label><input id="q" name="q"></form>
<noscript><a href="guides/x/">No script</a></noscript>
</main>
<footer><svg role="img" aria-label="Line"><title>Line</title><path d="M0 0"/></svg></footer>
</body>
</html>
`

const guidePage = `<!doctype html>
<html lang="en">
<head>
<title>Guide</title>
<meta name="description" content="A guide.">
<link rel="canonical" href="https://research.example.com/a/b/guides/x/">
</head>
<body>
<header></header>
<main>
<h1>Guide</h1>
<h2 id="why">Why</h2>
<a href="../../">Home</a>
</main>
<footer></footer>
</body>
</html>
`

const stub = `<!doctype html>
<html lang="en">
<title>Moved</title>
<link rel="canonical" href="https://research.example.com/a/b/guides/x/">
<meta http-equiv="refresh" content="0; url=/a/b/guides/x/">
<a href="/a/b/guides/x/">Moved</a>
</html>
`

const notFound = `<!doctype html>
<html lang="en">
<title>Not found</title>
<header></header>
<main><h1>Not found</h1><a href="/a/b/">Home</a></main>
<footer></footer>
</html>
`

const style = `@charset "utf-8";
/* url(gone.svg) */
body { background: url("mark.svg"); mask: url(#m) }
`

func site() map[string]string {
	return map[string]string{
		"index.html":           home,
		"guides/x/index.html":  guidePage,
		"old/index.html":       stub,
		"404.html":             notFound,
		"search/index.html":    strings.NewReplacer("Guide<", "Search<", "guides/x", "search", "../../", "../").Replace(guidePage),
		"feed.xml":             "<feed/>",
		"assets/site.css":      style,
		"assets/site.js":       "",
		"assets/mark.svg":      `<svg xmlns="http://www.w3.org/2000/svg"><style>path{fill:red}</style><path id="m" d="M0 0"/></svg>`,
		"assets/big,1.svg":     `<svg></svg>`,
		"assets/site.css.gz":   "\xff",
		"assets/picture.avif":  "\xff",
		"guides/x/ranking.csv": "a,b\n",
	}
}

func tree(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func lines(problems diag.List) []string {
	out := []string{}
	for _, p := range problems {
		out = append(out, fmt.Sprintf("%s:%d:%d %s: %s", p.Span.File, p.Span.Line, p.Span.Column, p.Rule.Name, p.Message))
	}
	return out
}

// cases spoil one place: file, what stands there, what stands there instead,
// and the one finding that follows, if any.
var cases = []struct{ file, old, with, want string }{
	{"index.html", "Ranked guides", "\xff", `:0:0 page-unreadable: the file is not valid UTF-8`},
	{"404.html", "", "", `:0:0 page-missing: the output has no "404.html"`},

	{"index.html", `href="guides/x/"`, `href="guides/y/"`, `:28:11 page-link: <a href> leads nowhere: "guides/y/"`},
	{"index.html", `href="guides/x/"`, `href="guides/x"`, `:28:11 page-link: <a href> leads nowhere: "guides/x"`},
	{"index.html", `href="guides/x/"`, `href=""`, `:28:11 page-link: <a href> is empty`},
	{"index.html", `href="guides/x/"`, `href="https:///x"`, `:28:11 page-link: <a href> names no host: "https:///x"`},
	{"index.html", `href="guides/x/"`, `href="%zz"`, `:28:11 page-link: <a href> is not an address: "%zz"`},
	{"index.html", `href="guides/x/"`, `href="https://research.example.com/a/b/gone/"`, `:28:11 page-link: <a href> leads nowhere: "https://research.example.com/a/b/gone/"`},
	{"index.html", `action="/a/b/search/"`, `action="/a/b/find/"`, `:27:1 page-link: <form action> leads nowhere: "/a/b/find/"`},
	{"index.html", `assets/mark.svg 1x`, `assets/gone.svg 1x`, `:20:1 page-link: <img srcset> leads nowhere: "assets/gone.svg"`},
	{"index.html", `/a/b/assets/big,1.svg`, `/a/b/assets/big,2.svg`, `:20:1 page-link: <img srcset> leads nowhere: "/a/b/assets/big,2.svg"`},
	{"index.html", `href="feed.xml"`, `href="feed.json"`, `:9:1 page-link: <link href> leads nowhere: "feed.json"`},
	{"index.html", `<meta charset`, `<base href="/"><meta charset`, `:4:1 page-link: "<base>" changes where every link of the page leads`},
	{"old/index.html", `url=/a/b/guides/x/`, `url=/a/b/guides/y/`, `:5:1 page-link: <meta content> leads nowhere: "/a/b/guides/y/"`},
	{"404.html", `href="/a/b/"`, `href="./"`, `:5:25 page-link: <a href> is relative: "./"`},
	{"assets/site.css", `"mark.svg"`, `'gone.svg'`, `:3:20 page-link: url leads nowhere: "gone.svg"`},
	{"index.html", `x/#why`, `x/#who`, `:19:1 page-fragment: <a href> leads to "/a/b/guides/x/", which has no id "who"`},
	{"index.html", `#top"`, `#bottom"`, `:19:78 page-fragment: <a href> leads to "/a/b/", which has no id "bottom"`},
	{"index.html", `src="assets/mark.svg" srcset`, `src="assets/mark.svg#n" srcset`, `:20:1 page-fragment: <img src> leads to "/a/b/assets/mark.svg", which has no id "n"`},
	{"index.html", `href="guides/x/"`, `href="/guides/x/"`, `:28:11 page-base: <a href> leads out of the site: "/guides/x/"`},
	{"index.html", `href="guides/x/"`, `href="../../../"`, `:28:11 page-base: <a href> leads out of the site: "../../../"`},
	{"index.html", `/a/b/assets/site.js`, `https://cdn.example/site.js`, `:10:1 page-origin: <script src> asks another origin: "https://cdn.example/site.js"`},
	{"index.html", `/a/b/assets/site.css`, `//cdn.example/site.css`, `:8:1 page-origin: <link href> asks another origin: "//cdn.example/site.css"`},
	{"index.html", `action="/a/b/search/"`, `action="https://list.example/"`, `:27:1 page-origin: <form action> asks another origin: "https://list.example/"`},
	{"assets/site.css", `@charset "utf-8";`, `@import "https://fonts.example/f.css";`, `:1:1 page-origin: url asks another origin: "https://fonts.example/f.css"`},
	{"index.html", `for="q"`, `for="p"`, `:27:29 page-reference: "for" names the id "p", which the page does not have`},
	{"index.html", `"top-heading">`, `"top-heading gone">`, `:15:1 page-reference: "aria-labelledby" names the id "gone", which the page does not have`},
	{"index.html", `<h2>`, `<h2 id="top-heading">`, `:18:1 page-id: the id "top-heading" stands twice, first at 16:1`},
	{"index.html", `<h2>`, `<h2 id="">`, `:18:1 page-id: the id "" is empty or contains blanks`},

	{"index.html", "<!doctype html>", "", `:2:1 page-doctype: the page does not begin with "<!doctype html>"`},
	{"index.html", "<!doctype html>", `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">`, `:1:1 page-doctype: the doctype is not "<!doctype html>"`},
	{"index.html", ` lang="en"`, ``, `:2:1 page-language: "<html>" has no valid lang: ""`},
	{"index.html", ` lang="en"`, ` lang="e_n"`, `:2:1 page-language: "<html>" has no valid lang: "e_n"`},
	{"index.html", `<title>Home</title>`, ``, `:0:0 page-title: the page has 0 titles, the last ""`},
	{"index.html", `<title>Home`, `<title> `, `:5:1 page-title: the page has 1 titles, the last ""`},
	{"index.html", `<title>Home`, `<title>Guide`, `:5:1 page-title-unique: the title "Guide" is that of "/a/b/guides/x/" too`},
	{"index.html", `<meta name="description" content="Ranked guides.">`, ``, `:0:0 page-description: the page has no description`},
	{"index.html", `Ranked guides.`, ``, `:6:1 page-description: the description is empty`},
	{"guides/x/index.html", `<link rel="canonical" href="https://research.example.com/a/b/guides/x/">`, ``, `:0:0 page-canonical: the page has no canonical address`},
	{"guides/x/index.html", `href="https://research.example.com/a/b/guides/x/"`, `href="/a/b/guides/x/"`, `:6:1 page-canonical: the canonical address "/a/b/guides/x/" is not absolute`},
	{"guides/x/index.html", `href="https://research.example.com/a/b/guides/x/"`, `href="https://other.example/a/b/guides/x/"`, `:6:1 page-canonical: the canonical address "https://other.example/a/b/guides/x/" is not on https://research.example.com, as the home page's is`},
	{"guides/x/index.html", `/guides/x/">`, `/guides/x/?q">`, `:6:1 page-canonical: the canonical address "https://research.example.com/a/b/guides/x/?q" has a query or a fragment`},
	{"old/index.html", `/guides/x/">`, `/guides/y/">`, `:4:1 page-link: <link href> leads nowhere: "https://research.example.com/a/b/guides/y/"`},

	{"guides/x/index.html", `<h1>Guide</h1>`, `<h1>Guide</h1><h1>Again</h1>`, `:11:15 page-main-heading: the page has a second "<h1>"`},
	{"guides/x/index.html", `<h2 id="why">Why</h2>`, `<h3 id="why">Why</h3>`, `:12:1 page-heading-order: "<h3>" follows "<h1>"`},
	{"guides/x/index.html", `<h1>Guide`, `<h2>First</h2><h1>Guide`, `:11:1 page-heading-order: the first heading is "<h2>"`},
	{"guides/x/index.html", `<footer></footer>`, ``, `:0:0 page-landmarks: the page has no "<footer>"`},
	{"guides/x/index.html", `<header></header>`, `<header></header><header></header>`, `:9:18 page-landmarks: the page has a second "<header>"`},
	{"guides/x/index.html", `>Why<`, `><`, `:12:1 page-name: "<h2>" has no text`},
	{"index.html", ` aria-label="Home"`, ``, `:14:9 page-name: "<a>" has no text`},
	{"index.html", ` alt="A mark"`, ``, `:20:1 page-alt: "<img>" has no alt`},
	{"index.html", `<caption>Scores</caption>`, ``, `:21:1 page-table: the table has no caption`},
	{"index.html", "<table>\n<caption>Scores</caption>", `<table aria-labelledby="top-heading">`, ``},
	{"index.html", "<table>\n<caption>Scores</caption>\n<tr><th scope=\"col\">Name\n<tr><td>1\n</table>",
		`<div class="scroll"><table><tr><th scope="col">Name<tr><td>1</table></div>`, ``},
	{"index.html", "<table>\n<caption>Scores</caption>\n<tr><th scope=\"col\">Name\n<tr><td>1\n</table>",
		`<div class="scroll"><table><tr><td>Name<tr><td>1</table></div>`, `:21:21 page-table: the table has no caption`},
	{"index.html", "<table>\n<caption>Scores</caption>\n<tr><th scope=\"col\">Name\n<tr><td>1\n</table>",
		`<div class="scroll"><table class="x"><tr><th scope="col">Name<tr><td>1</table></div>`, `:21:21 page-table: the table has no caption`},
	{"index.html", ` scope="col"`, ``, `:23:5 page-table: a header cell has no valid scope: ""`},
	{"index.html", `datetime="2025-09"`, `datetime="2025-9"`, `:17:14 page-time: "<time>" has no valid datetime: "2025-9"`},
	{"index.html", `datetime="2025-09"`, `datetime="2025-02-30"`, `:17:14 page-time: "<time>" has no valid datetime: "2025-02-30"`},

	{"index.html", `</article>`, `</article></article>`, `:26:64 page-nesting: "</article>" closes nothing`},
	{"index.html", `</article>`, `<div></article>`, `:26:54 page-nesting: "<div>" is not closed before "</article>"`},
	{"404.html", "</html>\n", "<div>", `:7:1 page-nesting: "<div>" is never closed`},
	{"404.html", "</html>\n", "<div/>", `:7:1 page-nesting: "<div>" is never closed`},
	{"index.html", `<article>`, `<article style="color:red">`, `:26:1 page-inline: "<article>" has a style attribute`},
	{"index.html", `<article>`, `<article onclick="x()">`, `:26:1 page-inline: "<article>" has the event handler onclick`},
	{"index.html", `</head>`, `<style>p{}</style></head>`, `:12:1 page-inline: the page contains a "<style>"`},
	{"index.html", `<script src="/a/b/assets/site.js" defer>`, `<script>1`, `:10:1 page-inline: the page contains an inline script`},
	{"index.html", `href="guides/x/"`, `href="javascript:x()"`, `:28:11 page-inline: <a href> is a script`},
	{"index.html", `{"name":"x"}`, `{"name":}`, `:11:1 page-data: the block of JSON is not valid`},
	{"index.html", `{"name":"x"}`, ``, `:11:1 page-data: the block of JSON is empty`},
	{"index.html", `href="https://elsewhere.example/"`, `href="#top" title="#ZgotmplZ"`, `:19:33 page-leftover: the attribute title contains "ZgotmplZ"`},
	{"index.html", `>First<`, `>&lt;no value&gt;<`, `:18:5 page-leftover: the text contains "<no value>"`},
	{"index.html", `>First<`, `>%!d(string=one)<`, `:18:5 page-leftover: the text contains "%!d("`},
	{"index.html", `>First<`, `>%!(EXTRA int=1)<`, `:18:5 page-leftover: the text contains "%!("`},
	{"index.html", `href="https://elsewhere.example/"`, `href="https://elsewhere.example/%25!d%28"`, `:19:33 page-leftover: the attribute href contains "%25!d%28"`},
	{"index.html", `>First<`, `>{{.Title}}<`, `:18:5 page-leftover: the text contains "{{"`},
	{"index.html", `>First<`, `>100%! and more<`, ``},
	{"index.html", "Ranked guides.", "Fünf\t\U0001F600\">\n<!-- x --><meta name=\"x", `:7:1 page-comment: the page contains a comment`},
	{"index.html", `>First<`, ">Fünf\t\U0001F600<!-- x --><", `:18:11 page-comment: the page contains a comment`},
}

func TestSiteIsClean(t *testing.T) {
	if diff := cmp.Diff([]string{}, lines(check.Site(tree(site()), "/a/b/"))); diff != "" {
		t.Error(diff)
	}
}

func TestOneFault(t *testing.T) {
	for _, c := range cases {
		t.Run(c.file+" "+c.with, func(t *testing.T) {
			files := site()
			if c.old == "" {
				delete(files, c.file)
			} else {
				if !strings.Contains(files[c.file], c.old) {
					t.Fatalf("%s does not contain %q", c.file, c.old)
				}
				files[c.file] = strings.Replace(files[c.file], c.old, c.with, 1)
			}
			got := lines(check.Site(tree(files), "/a/b/"))
			for i := range got {
				got[i] = strings.ReplaceAll(strings.TrimPrefix(got[i], "public/"+c.file), "`", `"`)
			}
			want := []string{}
			if c.want != "" {
				want = append(want, c.want)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestEveryRuleHasACase looks for the rules of this package; the tests of the
// audit build a site, so those of the whole program are defined here.
func TestEveryRuleHasACase(t *testing.T) {
	for _, rule := range diag.Rules() {
		covered := false
		for _, c := range cases {
			covered = covered || strings.Contains(c.want, " "+rule.Name+": ")
		}
		for _, x := range disagreements {
			covered = covered || slices.ContainsFunc(x.want, func(w string) bool { return strings.Contains(w, " "+rule.Name+": ") })
		}
		for _, x := range spoilings {
			covered = covered || slices.ContainsFunc(x.want, func(w string) bool { return strings.Contains(w, " "+rule.Name+": ") })
		}
		for _, x := range leaks {
			covered = covered || x.leaks && rule.Name == "audit-held"
		}
		ours := strings.HasPrefix(rule.Name, "page-") || strings.HasPrefix(rule.Name, "audit-")
		if ours && !covered {
			t.Errorf("no case shows the rule %s", rule.Name)
		}
	}
}

func TestLinksAtTheRoot(t *testing.T) {
	files := site()
	for name := range files {
		files[name] = strings.ReplaceAll(files[name], "/a/b/", "/")
	}
	for _, base := range []string{"/", ""} {
		if diff := cmp.Diff([]string{}, lines(check.Site(tree(files), base))); diff != "" {
			t.Errorf("base %q: %s", base, diff)
		}
	}
	if got := check.Site(tree(files), "/a/b/"); len(got) == 0 {
		t.Error("a site without its base path passes under it")
	}
}

// A finding quotes its line, but not a page that is one long line.
func TestQuotedLine(t *testing.T) {
	files := site()
	files["index.html"] = strings.Replace(home, "<h2>First", "<h2></h2><h2>First", 1)
	got := check.Site(tree(files), "/a/b/")
	if len(got) != 1 || got[0].Span.Text != "<h2></h2><h2>First</h2>" || got[0].Span.Width != 4 {
		t.Errorf("got %+v", got)
	}
	files["index.html"] = strings.Replace(home, "<h2>First", "<h2></h2><h2>"+strings.Repeat("First", 1000), 1)
	got = check.Site(tree(files), "/a/b/")
	if len(got) != 1 || got[0].Span.Text != "" {
		t.Errorf("got %+v", got)
	}
}

func TestName(t *testing.T) {
	files := site()
	files["guides/x/index.html"] = strings.Replace(guidePage, "../../", "../../..", 1)
	files["index.html"] = strings.Replace(home, "<h2>First", "<h2></h2><h2>First", 1)
	got := check.Site(tree(files), "/a/b/")
	check.Name(got, func(file string) (from, by string) {
		if file == "guides/x/index.html" {
			return "content/guides/x/guide.md", "templates/pages/guide.html"
		}
		return "", ""
	})
	hints := []string{}
	for _, p := range got {
		hints = append(hints, p.Hint)
	}
	want := []string{
		"every internal address begins with `/a/b/`; the page is made from `content/guides/x/guide.md` by `templates/pages/guide.html`",
		"give it text, an image with alt, or an aria-label",
	}
	if diff := cmp.Diff(want, hints); diff != "" {
		t.Error(diff)
	}
}

type unreadable struct{ fs.FS }

func (u unreadable) Open(name string) (fs.File, error) {
	if name == "guides/x/index.html" {
		return nil, os.ErrPermission
	}
	return u.FS.Open(name)
}

func TestUnreadable(t *testing.T) {
	files := site()
	files["index.html"] = strings.Replace(home, "/#why", "/", 1)
	got := lines(check.Site(unreadable{tree(files)}, "/a/b/"))
	want := []string{"public/guides/x/index.html:0:0 page-unreadable: the file cannot be read: permission denied"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	got = lines(check.Site(fstest.MapFS{}, "/"))
	if len(got) != 2 || !strings.Contains(got[0], "404.html") || !strings.Contains(got[1], "index.html") {
		t.Errorf("an empty output gives %q", got)
	}
}

// The order of the findings does not depend on which page was read first.
func TestDeterministic(t *testing.T) {
	files := site()
	for i := range 50 {
		files[fmt.Sprintf("p%02d/index.html", i)] = strings.ReplaceAll(guidePage, "../../", "gone/")
	}
	var want []string
	for _, procs := range []int{1, 4} {
		before := runtime.GOMAXPROCS(procs)
		got := lines(check.Site(tree(files), "/a/b/"))
		runtime.GOMAXPROCS(before)
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" || len(got) != 100 {
			t.Errorf("%d findings, %s", len(got), diff)
		}
	}
}

// No bytes make the reader fail, and it reads each page to its end.
func FuzzMarkup(f *testing.F) {
	for _, s := range []string{home, guidePage, stub, notFound, "<svg/><p><a></svg>", "<!doctype", "</", "<table><th>", "<title>", "<script type=application/json>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		lines := strings.Count(page, "\n") + 1
		for _, p := range check.Site(tree(map[string]string{"index.html": page, "404.html": notFound, "x.css": page}), "/") {
			if p.Span.Line < 0 || p.Span.Line > lines && p.Span.File == "public/index.html" {
				t.Errorf("%+v is outside a page of %d lines", p, lines)
			}
		}
	})
}

func BenchmarkSite(b *testing.B) {
	files := site()
	row := `<tr><th scope="row"><a href="../x/#why">Evertas</a><td>8.5<td>7<td>Best for <em>dedicated</em> cover &amp; more` + "\n"
	body := strings.Replace(guidePage, "</main>", "<table><caption>x</caption>"+strings.Repeat(row, 300)+"</table></main>", 1)
	for i := range 200 {
		files[fmt.Sprintf("guides/g%d/index.html", i)] = strings.Replace(body, "<title>Guide", fmt.Sprintf("<title>Guide %d", i), 1)
	}
	fsys := tree(files)
	size := 0
	for _, data := range files {
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if got := check.Site(fsys, "/a/b/"); len(got) != 0 {
			b.Fatal(lines(got)[0])
		}
	}
}
