package check_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
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
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","@id":"#us","name":"x"}</script>
</head>
<body>
<header><a href="/a/b/" aria-label="Home"><img src="/a/b/assets/mark.svg" alt=""></a></header>
<main aria-labelledby="top-heading">
<h1 id="top-heading">Guides</h1>
<p>Last seen <time datetime="2025-09">September 2025</time>, 100 % <code>{{.}} %!d(x)</code>
<h2>First</h2>
<a href="guides/x/#why">Why</a> <a href="https://elsewhere.example/">out</a> <a href="#top">up</a> <a href="search/">Find</a>
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
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Article","@id":"#article","headline":"Guide","publisher":{"@id":"https://research.example.com/a/b/#us"},"about":{"@id":"https://elsewhere.example/#it"},"mainEntityOfPage":{"@id":"https://research.example.com/a/b/guides/x/"}},
{"@type":["BreadcrumbList"],"itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://research.example.com/a/b/"},{"@type":"ListItem","position":2,"name":"Guide"}]},{"@type":"Question","name":"Why?","acceptedAnswer":{"@type":"Answer","text":"So."},"isPartOf":{"@id":"#article"}}]}</script>
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

const feed = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>https://research.example.com/a/b/never-a-page</id>
<link href="https://research.example.com/a/b/feed.xml"/>
<entry><link href="https://research.example.com/a/b/guides/x/"/><content type="html">&lt;a href="https://research.example.com/a/b/guides/x/#why"&gt;x&lt;/a&gt;</content></entry></feed>
`

const twin = "# Guide\n\nSee [home](https://research.example.com/a/b/) and [why](./#why \"Why\")[^1], `[code](/gone/)`.\n\n```\n[more](/gone/)\n```\n\n[^1]: A note.\n"

func packed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(text)) // into memory
	_ = w.Close()
	return b.String()
}

func site() map[string]string {
	return map[string]string{
		"index.html":           home,
		"guides/x/index.html":  guidePage,
		"old/index.html":       stub,
		"404.html":             notFound,
		"search/index.html":    strings.NewReplacer("Guide<", "Search<", "guides/x", "search", "../../", "../").Replace(guidePage),
		"feed.xml":             feed,
		"feed.json":            `{"items":[{"id":"https://research.example.com/a/b/1","url":"https://research.example.com/a/b/guides/x/","content_html":"<p><a href=\"https://research.example.com/a/b/#top-heading\">x</a>"}]}`,
		"sitemap.xml":          `<urlset><url><loc>https://research.example.com/a/b/</loc></url><url><loc>https://research.example.com/a/b/guides/x/</loc></url></urlset>`,
		"guides/x/index.md":    twin,
		"llms.txt":             "- [Guide](https://research.example.com/a/b/guides/x/index.md): a guide\n",
		"robots.txt":           "User-agent: *\nSitemap: https://research.example.com/a/b/sitemap.xml\n",
		"_redirects":           "/a/b/older/ /a/b/guides/x/ 301\n/a/b/p/* /a/b/:splat 301\n",
		"proof.html":           "proof-of-ownership: 12345",
		"assets/site.css":      style,
		"assets/site.js":       "",
		"assets/mark.svg":      `<svg xmlns="http://www.w3.org/2000/svg"><style>path{fill:red}</style><path id="m" d="M0 0"/></svg>`,
		"assets/big,1.svg":     `<svg></svg>`,
		"assets/site.css.gz":   packed(style),
		"assets/data.tar.gz":   "\xff",
		"assets/picture.avif":  "\xff",
		"guides/x/ranking.csv": "a,https://research.example.com/a/b/guides/x/\n",
	}
}

func tree(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

// siteOf checks files as a build would have them read.
func siteOf(pages fs.FS, base string) diag.List {
	return checked(pages, check.Options{BaseURL: "https://research.example.com" + base})
}

func checked(pages fs.FS, o check.Options) diag.List {
	c := check.New(o)
	err := fs.WalkDir(pages, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(pages, name)
		c.Read(name, data)
		return err
	})
	if err != nil {
		panic(err)
	}
	return c.Problems()
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
	{"index.html", `href="feed.xml"`, `href="feed.rss"`, `:9:1 page-link: <link href> leads nowhere: "feed.rss"`},
	{"index.html", `<meta charset`, `<base href="/"><meta charset`, `:4:1 page-link: "<base>" changes where every link of the page leads`},
	{"old/index.html", `url=/a/b/guides/x/`, `url=/a/b/guides/y/`, `:5:1 page-link: <meta content> leads nowhere: "/a/b/guides/y/"`},
	{"404.html", `href="/a/b/"`, `href="./"`, `:5:25 page-link: <a href> is relative: "./"`},
	{"index.html", `x/#why`, `x/#who`, `:19:1 page-fragment: <a href> leads to "/a/b/guides/x/", which has no id "who"`},
	{"index.html", `#top"`, `#bottom"`, `:19:78 page-fragment: <a href> leads to "/a/b/", which has no id "bottom"`},
	{"index.html", `src="assets/mark.svg" srcset`, `src="assets/mark.svg#n" srcset`, `:20:1 page-fragment: <img src> leads to "/a/b/assets/mark.svg", which has no id "n"`},
	{"index.html", `href="guides/x/"`, `href="/guides/x/"`, `:28:11 page-base: <a href> leads out of the site: "/guides/x/"`},
	{"index.html", `href="guides/x/"`, `href="../../../"`, `:28:11 page-base: <a href> leads out of the site: "../../../"`},
	{"index.html", `/a/b/assets/site.js`, `https://cdn.example/site.js`, `:10:1 page-origin: <script src> asks another origin: "https://cdn.example/site.js"`},
	{"index.html", `/a/b/assets/site.css`, `//cdn.example/site.css`, `:8:1 page-origin: <link href> asks another origin: "//cdn.example/site.css"`},
	{"index.html", `action="/a/b/search/"`, `action="https://list.example/"`, `:27:1 page-origin: <form action> asks another origin: "https://list.example/"`},
	{"index.html", `"top-heading">`, `"top-heading gone">`, `:15:1 page-reference: "aria-labelledby" names the id "gone", which the page does not have`},
	{"index.html", `<h2>`, `<h2 id="top-heading">`, `:18:1 page-id: the id "top-heading" stands twice`},
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
	{"old/index.html", `/guides/x/">`, `/guides/y/">`, `:4:1 page-link: <link href> leads nowhere: "https://research.example.com/a/b/guides/y/"`},

	{"guides/x/index.html", `<h1>Guide</h1>`, `<h1>Guide</h1><h1>Again</h1>`, `:13:15 page-main-heading: the page has a second "<h1>"`},
	{"guides/x/index.html", `<h2 id="why">Why</h2>`, `<h3 id="why">Why</h3>`, `:14:1 page-heading-order: "<h3>" follows "<h1>"`},
	{"guides/x/index.html", `<h1>Guide`, `<h3>First</h3><h1>Guide`, `:13:1 page-heading-order: the first heading is "<h3>"`},
	{"guides/x/index.html", `>Why<`, `><`, `:14:1 page-name: "<h2>" has no text`},
	{"index.html", ` aria-label="Home"`, ``, `:14:9 page-name: "<a>" has no text`},
	{"index.html", ` alt="A mark"`, ``, `:20:1 page-alt: "<img>" has no alt: "assets/mark.svg"`},
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
	{"index.html", `href="https://elsewhere.example/"`, `href="#top" title="#ZgotmplZ"`, `:19:33 page-leftover: the attribute title contains "ZgotmplZ"`},
	{"index.html", `>First<`, `>&lt;no value&gt;<`, `:18:5 page-leftover: the text contains "<no value>"`},
	{"index.html", `>First<`, `>%!d(string=one)<`, `:18:5 page-leftover: the text contains "%!d("`},
	{"index.html", `>First<`, `>%!(EXTRA int=1)<`, `:18:5 page-leftover: the text contains "%!("`},
	{"index.html", `href="https://elsewhere.example/"`, `href="https://elsewhere.example/%25!d%28"`, `:19:33 page-leftover: the attribute href contains "%25!d%28"`},
	{"index.html", `>First<`, `>{{.Title}}<`, `:18:5 page-leftover: the text contains "{{"`},
	{"index.html", `>First<`, `>100%! and more<`, ``},
}

// more are faults of what only search engines, screen readers or programs read.
var more = []struct{ file, old, with, want string }{
	{"assets/mark.svg", `fill:red`, `fill:url("gone.svg")`, ``},
	{"assets/more.css", "", `p { mask: url("gone.svg") }`, `:1:11 page-link: url leads nowhere: "gone.svg"`},
	{"assets/more.css", "", `@import "https://fonts.example/f.css";`, `:1:1 page-origin: url asks another origin: "https://fonts.example/f.css"`},
	{"assets/site.css.gz", "", packed("p{}"), `:0:0 page-compressed: it stands for "assets/site.css" and holds something else`},
	{"assets/site.css.br", "", "no brotli", `:0:0 page-compressed: it stands for "assets/site.css" and cannot be unpacked`},
	{"404.html.gz", "", packed(notFound), ``},

	{"search/index.html", `<h2 id="why">`, `<label for="r">R</label><h2 id="why">`, `:14:1 page-reference: "for" names the id "r", which the page does not have`},
	{"search/index.html", `<h2 id="why">`, `<input name="q" placeholder="Words"><h2 id="why">`, `:14:1 page-label: "<input>" has no label`},
	{"search/index.html", `<h2 id="why">`, `<select id="s"></select><h2 id="why">`, `:14:1 page-label: "<select>" has no label`},
	{"search/index.html", `<h2 id="why">`, `<label>Words <input></label><input type="hidden"><input type="submit"><textarea aria-label="Words"></textarea><h2 id="why">`, ``},
	{"search/index.html", `<h2 id="why">`, `<template><p><label></label><input id="why"></p></template><h2 id="why">`, ``},
	{"search/index.html", `<h2 id="why">`, `<button aria-controls="later" aria-expanded="false">More</button><h2 id="why">`, ``},
	{"search/index.html", `<h2 id="why">`, `<button aria-controls="later">More</button><h2 id="why">`, `:14:1 page-reference: "aria-controls" names the id "later", which the page does not have`},
	{"search/index.html", `<h2 id="why">`, `<my-card><slot name="x"></slot></my-card><math><mi/></math><p>A<p>B<!-- kept --><time>today</time><h2 id="why">`, ``},
	{"search/index.html", `<h2 id="why">`, `<a href="#filter=open">Open</a><h2 id="why">`, ``},
	{"search/index.html", `<h2 id="why">`, `<!-- raw HTML omitted --><h2 id="why">`, `:14:1 page-leftover: HTML that was written here was left out`},
	{"search/index.html", `<main>`, `<nav><h2>Pages</h2></nav><main>`, ``},
	{"search/index.html", `<main>`, `<div>`, `:0:0 page-main: the page has no "<main>"|:12:1 page-nesting: "<div>" is never closed|:16:1 page-nesting: "</main>" closes nothing`},
	{"search/index.html", `<main>`, `<main hidden></main><main>`, ``},
	{"search/index.html", `<main>`, `<main></main><main>`, `:12:14 page-main: the page has a second "<main>"`},

	{"search/index.html", `<link rel="canonical"`, `<link rel="canonical" href="https://research.example.com/a/b/"><link rel="canonical"`, `:6:64 page-canonical: the page has a second canonical address`},
	{"search/index.html", `"https://research.example.com/a/b/search/">`, `"/a/b/search/">`, `:6:1 page-canonical: the canonical address "/a/b/search/" is not the absolute address of a page`},
	{"search/index.html", `"https://research.example.com/a/b/search/">`, `"https://mirror.example/search/">`, ``},
	{"search/index.html", `<title>Search`, `<title>Guide`, `:4:1 page-title-unique: the title "Guide" is that of "/a/b/guides/x/" too`},
	{"search/index.html", `<title>Search`, `<meta name="robots" content="noindex"><title>Guide`, ``},
	{"lonely/index.html", "", lonely, `:0:0 page-orphan: no links lead from the home page to this page`},
	{"old/index.html", `refresh" content="0; url=/a/b/guides/x/"`, `refresh" content="300"`, `:0:0 page-description: the page has no description|:0:0 page-main: the page has no "<main>"|:0:0 page-main-heading: the page has no "<h1>"`},

	{"guides/x/index.html", `"headline":"Guide"`, `"headline":" "`, `:7:1 page-structured: in the JSON-LD a node of the type Article has no headline or name`},
	{"guides/x/index.html", `"text":"So."`, `"text":""`, `:7:1 page-structured: in the JSON-LD a node of the type Answer has no text`},
	{"guides/x/index.html", `a/b/#us`, `a/b/#them`, `:7:1 page-structured: the JSON-LD refers to "https://research.example.com/a/b/#them", which no page defines`},
	{"guides/x/index.html", `{"@id":"#article"}`, `{"@id":"#report"}`, `:7:1 page-structured: the JSON-LD refers to "#report", which no page defines`},
	{"guides/x/index.html", `"position":2`, `"position":3`, `:7:1 page-structured: in the JSON-LD the breadcrumb "Guide" has the position 3, not 2`},
	{"guides/x/index.html", `"name":"Home","item":"https://research.example.com/a/b/"`, `"name":"Home"`, `:7:1 page-structured: in the JSON-LD the breadcrumb "Home" leads nowhere`},
	{"guides/x/index.html", `"item":"https://research.example.com/a/b/"`, `"item":"https://research.example.com/a/b/c/"`, `:7:1 page-link: the item in the JSON-LD leads nowhere: "https://research.example.com/a/b/c/"`},
	{"guides/x/index.html", `"@context":"https://schema.org",`, ``, `:7:1 page-structured: in the JSON-LD a block has no @context`},
	{"guides/x/index.html", `"@context":"https://schema.org"`, `"@context":"https://vocabulary.example"`, ``},
	{"guides/x/index.html", `"@type":"Article"`, `"@type":"Airline"`, ``},
	{"search/index.html", `</head>`, `<script type="application/json">{"a":}</script></head>`, `:9:1 page-data: the block of JSON is not valid: invalid character '}' looking for beginning of value`},
	{"search/index.html", `</head>`, `<script type="application/json"></script></head>`, `:9:1 page-data: the block of JSON is empty`},
	{"search/index.html", `</head>`, `<script type="text/x-template"><p>{{.}}</script></head>`, ``},

	{"feed.xml", `href="https://research.example.com/a/b/guides/x/"/>`, `href="https://research.example.com/a/b/guides/y/"/>`, `:4:8 page-link: <link href> leads nowhere: "https://research.example.com/a/b/guides/y/"`},
	{"feed.xml", `x/#why"`, `x/#who"`, `:4:160 page-fragment: <content> leads to "/a/b/guides/x/", which has no id "who"`},
	{"feed.xml", `</feed>`, ``, `:0:0 page-unreadable: the file cannot be read as XML: XML syntax error on line 5: unexpected EOF`},
	{"sitemap.xml", `guides/x/`, `old/`, `:1:111 page-sitemap: <loc> lists "https://research.example.com/a/b/old/", which only leads elsewhere or is not to be listed`},
	{"feed.json", `x/","content`, `y/","content`, `:0:0 page-link: "url" leads nowhere: "https://research.example.com/a/b/guides/y/"`},
	{"feed.json", `#top-heading`, `#bottom`, `:0:0 page-fragment: content_html leads to "/a/b/", which has no id "bottom"`},
	{"feed.json", `]}`, `]`, `:0:0 page-unreadable: the file cannot be read as JSON: unexpected end of JSON input`},
	{"guides/x/index.md", `[why](./#why "Why")`, `[why](./#who "Why")`, `:3:55 page-fragment: a link leads to "/a/b/guides/x/", which has no id "who"`},
	{"guides/x/index.md", `A note.`, "A note: https://research.example.com/a/b/gone/.", `:9:15 page-link: an address leads nowhere: "https://research.example.com/a/b/gone/"`},
	{"llms.txt", `index.md`, `index.txt`, `:1:9 page-link: a link leads nowhere: "https://research.example.com/a/b/guides/x/index.txt"`},
	{"robots.txt", `sitemap.xml`, `map.xml`, `:2:10 page-link: an address leads nowhere: "https://research.example.com/a/b/map.xml"`},
	{"_redirects", `/guides/x/`, `/guides/y/`, `:1:1 page-link: a redirect leads nowhere: "/a/b/guides/y/"`},
	{"index.html", `<a href="#top">`, `<a href="older/">Older</a><a href="#top">`, ``},
	{"guides/x/ranking.csv", `guides/x/`, `guides/y/`, `:1:3 page-link: an address leads nowhere: "https://research.example.com/a/b/guides/y/"`},
	{"index.html", `<a href="#top">`, `<a href="https://research.example.com/company/">Us</a><a href="/about-us/">Us</a><a href="#top">`, ``},
	{"index.html", `<a href="#top">`, `<a href="HTTPS://Research.Example.com/a/b/guides/x/">X</a><a href="#top">`, ``},
}

const lonely = `<!doctype html><html lang="en"><title>Lonely</title><meta name="description" content="Nobody knows."><main><h1>Lonely</h1></main></html>`

func TestSiteIsClean(t *testing.T) {
	if diff := cmp.Diff([]string{}, lines(siteOf(tree(site()), "/a/b/"))); diff != "" {
		t.Error(diff)
	}
}

func TestOneFault(t *testing.T) {
	for _, c := range slices.Concat(cases, more) {
		t.Run(c.file+" "+c.with, func(t *testing.T) {
			files := site()
			switch {
			case c.old == "" && c.with == "":
				delete(files, c.file)
			case c.old == "":
				files[c.file] = c.with
			default:
				if !strings.Contains(files[c.file], c.old) {
					t.Fatalf("%s does not contain %q", c.file, c.old)
				}
				files[c.file] = strings.Replace(files[c.file], c.old, c.with, 1)
			}
			got := lines(siteOf(tree(files), "/a/b/"))
			for i := range got {
				got[i] = strings.ReplaceAll(strings.TrimPrefix(got[i], "public/"+c.file), "`", `"`)
			}
			want := []string{}
			if c.want != "" {
				want = strings.Split(c.want, "|")
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEveryRuleHasACase(t *testing.T) {
	for _, rule := range diag.Rules() {
		covered := rule.Name == "page-held" || rule.Name == "page-held-title" // held_test.go
		for _, c := range slices.Concat(cases, more) {
			covered = covered || strings.Contains(c.want, " "+rule.Name+": ")
		}
		if strings.HasPrefix(rule.Name, "page-") && !covered {
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
		if diff := cmp.Diff([]string{}, lines(siteOf(tree(files), base))); diff != "" {
			t.Errorf("base %q: %s", base, diff)
		}
	}
	if got := siteOf(tree(files), "/a/b/"); len(got) == 0 {
		t.Error("a site without its base path passes under it")
	}
}

// A finding quotes its line, but not a page that is one long line.
func TestQuotedLine(t *testing.T) {
	files := site()
	files["index.html"] = strings.Replace(home, "<h2>First", "<h2></h2><h2>First", 1)
	got := siteOf(tree(files), "/a/b/")
	if len(got) != 1 || got[0].Span.Text != "<h2></h2><h2>First</h2>" || got[0].Span.Width != 4 {
		t.Errorf("got %+v", got)
	}
	files["index.html"] = strings.Replace(home, "<h2>First", "<h2></h2><h2>"+strings.Repeat("First", 1000), 1)
	got = siteOf(tree(files), "/a/b/")
	if len(got) != 1 || got[0].Span.Text != "" {
		t.Errorf("got %+v", got)
	}
}

func TestName(t *testing.T) {
	files := site()
	files["guides/x/index.html"] = strings.Replace(guidePage, "../../", "../../..", 1)
	files["index.html"] = strings.Replace(home, "<h2>First", "<h2></h2><h2>First", 1)
	got := siteOf(tree(files), "/a/b/")
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

func TestNothing(t *testing.T) {
	got := lines(siteOf(fstest.MapFS{}, "/"))
	if len(got) != 2 || !strings.Contains(got[0], "404.html") || !strings.Contains(got[1], "index.html") {
		t.Errorf("an empty output gives %q", got)
	}
}

// TestOrder: files come in any order and at once, and one fault of many pages is
// told once, at the first of them.
func TestOrder(t *testing.T) {
	files := site()
	for i := range 50 {
		files[fmt.Sprintf("p%02d/index.html", i)] = strings.NewReplacer("../../", "/a/b/gone/", "<title>Guide", fmt.Sprintf("<title>Guide %d", i),
			"<h1>Guide</h1>", "<h1></h1>", "guides/x/", fmt.Sprintf("p%02d/", i)).Replace(guidePage)
	}
	names := slices.Sorted(maps.Keys(files))
	want := []string{
		"public/p00/index.html:0:0 page-orphan: no links lead from the home page to this page",
		"public/p00/index.html:13:1 page-name: `<h1>` has no text",
		`public/p00/index.html:15:1 page-link: <a href> leads nowhere: "/a/b/gone/"`,
	}
	for seed := range uint64(8) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		c := check.New(check.Options{BaseURL: "https://research.example.com/a/b/"})
		var group sync.WaitGroup
		for half := range slices.Chunk(names, len(names)/2+1) {
			group.Go(func() {
				for _, name := range half {
					c.Read(name, []byte(files[name]))
				}
			})
		}
		group.Wait()
		got := c.Problems()
		if diff := cmp.Diff(want, lines(got)); diff != "" {
			t.Fatal(diff)
		}
		for _, p := range got {
			if !strings.HasSuffix(p.Hint, "so it is in `public/p01/index.html`, `public/p02/index.html`, `public/p03/index.html` and 46 more") {
				t.Errorf("hint: %s", p.Hint)
			}
		}
	}
}

// No bytes make the reader fail, and it reads each page to its end.
func FuzzRead(f *testing.F) {
	for _, s := range []string{home, guidePage, stub, notFound, "<svg/><p><a></svg>", "<!doctype", "</", "<table><th>", "<title>", "<script type=application/json>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		lines := strings.Count(page, "\n") + 1
		for _, p := range siteOf(tree(map[string]string{"index.html": page, "404.html": notFound, "x.css": page, "x.xml": page, "x.json": page, "x.md": page,
			"x.txt": page, "_redirects": page, "x.txt.gz": page, "x.txt.br": page, "x.svg": page}), "/") {
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
		if got := siteOf(fsys, "/a/b/"); len(got) != 0 {
			b.Fatal(lines(got)[0])
		}
	}
}
