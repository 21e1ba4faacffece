package check_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"shortlist/internal/check"
)

// TestAuditGarbage spoils one file of the small site in many ways, the others
// staying as they are, so that every comparison has something to trip over.
func TestAuditGarbage(t *testing.T) {
	whole := sample(t)
	files := tree(whole)
	r := rand.New(rand.NewPCG(4, 7))
	for range 40 {
		for _, name := range []string{"index.html", guidePath, alderPath, guideCSV, guideJSON, guideTwin, "providers/alder/index.md", "feed.xml", "feed.json", "llms.txt"} {
			data := spoiled(r, whole[name])
			files[name] = &fstest.MapFile{Data: data}
			func() {
				defer func() {
					if fault := recover(); fault != nil {
						t.Fatalf("%s: %v\n%s", name, fault, data)
					}
				}()
				check.Audit(files, "/")
			}()
			files[name] = &fstest.MapFile{Data: []byte(whole[name])}
		}
	}
}

// spoiled changes, cuts out and repeats stretches of a file.
func spoiled(r *rand.Rand, text string) []byte {
	data := []byte(text)
	for range 1 + r.IntN(12) {
		at := r.IntN(len(data))
		end := min(at+1+r.IntN(120), len(data))
		switch r.IntN(3) {
		case 0:
			data[at] = byte(r.IntN(256))
		case 1:
			if len(data) > 400 {
				data = fmt.Appendf(nil, "%s%s", data[:at], data[end:])
			}
		case 2:
			data = fmt.Appendf(nil, "%s%s", data[:end], data[at:])
		}
	}
	return data
}

// TestAuditGarbageOfAll does the same to the pages and files that only the
// larger site has.
func TestAuditGarbageOfAll(t *testing.T) {
	whole, _ := keepers()
	files := tree(whole)
	r := rand.New(rand.NewPCG(5, 7))
	for range 8 {
		for _, name := range []string{
			keepersPath, methodPath, pairPath, lensPath, asiaPath, apacPath, "guides/keepers/editions/2025-08/index.html", "guides/keepers/ranking.json",
			"guides/keepers/changes.xml", "guides/keepers/changes.json", "sitemap.xml", "faq/index.html", "search/index.html",
		} {
			data := spoiled(r, whole[name])
			files[name] = &fstest.MapFile{Data: data}
			func() {
				defer func() {
					if fault := recover(); fault != nil {
						t.Fatalf("%s: %v\n%s", name, fault, data)
					}
				}()
				check.Audit(files, "/a/b/")
			}()
			files[name] = &fstest.MapFile{Data: []byte(whole[name])}
		}
	}
}

func FuzzAudit(f *testing.F) {
	f.Add("search/index/x/p0.json", `{"top":[[],[1],[1,"a"],[1,2,3,4],null]}`)
	f.Add("search/index/x/d0.json", `[[],["a"],["a","/"],null]`)
	f.Add(guidePath, `<script type="application/ld+json">[1,{"@type":["a"],"@graph":{"@id":3}}]</script><table id=comparison><tr><th scope=row><a>`)
	f.Add(guideCSV, "rank,provider,name,total,score\n1,a,'=b,9000000,9.0\n")
	f.Add(guideJSON, `{"places":[{"provider":"a","rank":-1,"total":-5,"score":"1.0000000"},null]}`)
	f.Add(guideTwin, "| Rank | Provider | Score |\n| 1 | a\\| | 2 |\n### 1. a\n\n Score: 2 out of 10.\n")
	f.Add("feed.xml", `<feed><entry><link href="/a/b/guides/x/"/><content>&lt;ol&gt;&lt;li&gt;</content></entry></feed>`)
	f.Add("feed.json", `{"items":[{"url":"/a/b/guides/x/","content_html":"<ol><li value=1><a href='#'>"},null]}`)
	f.Add("guides/x/methodology/index.html", `<section id=s><h3 id=a>1 A</h3><table><tr><th scope=col>Criterion<th scope=col>Score<th scope=col>Adds<tr><th scope=row>Total<td>`)
	f.Add("guides/x/compare/a-vs-b/index.html", `<ul class=answer><li><a href="/a/b/guides/x/#a">A</a></ul><table><tr><th scope=col>Criterion<th scope=col>A<tr><th>`)
	f.Add("guides/x/lens/l/index.html", `<table><tr><th scope=col>Rank<tr><td class=rank>1<th scope=row><a href="/a/b/guides/x/#a">A</a><td class=total>`)
	f.Add("guides/x/changes.xml", `<feed><entry><link href="/a/b/guides/x/editions/2025-01/"/><summary>A: 1st to 2nd</summary></entry></feed>`)
	f.Add("sitemap.xml", "<loc>/a/b/guides/x/</loc>")
	f.Add("llms.txt", "- [a](/a/b/guides/x/index.md): b\n- [](:)\n")
	f.Fuzz(func(t *testing.T, name, data string) {
		if !fs.ValidPath(name) || strings.ContainsRune(name, 0) {
			t.Skip()
		}
		files := fstest.MapFS{"index.html": &fstest.MapFile{Data: []byte(home)}, name: &fstest.MapFile{Data: []byte(data)}}
		check.Audit(files, "/a/b/")
		check.Held(files, "/a/b/", []string{"/guides/x/", "A title of words", data})
	})
}
