package check_test

import (
	"context"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"shortlist/internal/build"
	"shortlist/internal/check"
	"shortlist/internal/output"
)

// keepers is a small site with one of everything: two criteria, a lens, use
// cases, regions and two editions; and what the audit says of it as it is.
var keepers = sync.OnceValues(func() (map[string]string, []string) {
	archive, err := txtar.ParseFile("../site/testdata/site.txtar")
	if err != nil {
		panic(err)
	}
	content := fstest.MapFS{}
	for _, f := range archive.Files {
		content[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	pages := &output.Memory{}
	r, err := build.Run(context.Background(), build.Options{Site: content, Now: time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC), Sink: pages})
	if err != nil || !r.Published {
		panic(r.Problems)
	}
	files := map[string]string{}
	_ = fs.WalkDir(pages.FS(), ".", func(name string, d fs.DirEntry, _ error) error {
		if data, err := fs.ReadFile(pages.FS(), name); err == nil && !d.IsDir() {
			files[name] = string(data)
		}
		return nil
	})
	return files, audited(check.Audit(tree(files), r.Base))
})

const (
	keepersPath = "guides/keepers/index.html"
	methodPath  = "guides/keepers/methodology/index.html"
	pairPath    = "guides/keepers/compare/alpha-vs-beta/index.html"
	lensPath    = "guides/keepers/lens/cheap/index.html"
	asiaPath    = "guides/keepers/for/asia/index.html"
	apacPath    = "guides/keepers/in/apac/index.html"
)

// spoilings make one surface of the keepers say something else: the file, a
// pattern, what the first match becomes, and the findings that follow. End tags
// and quotes, which pages may do without, are no part of what is meant.
var spoilings = []struct {
	what, file, pattern, with string
	want                      []string
}{
	// the guide against its data
	{"table's score", keepersPath, `(<td class="?s5"?>)8\.5`, "${1}9.5", []string{
		pairPath + ` audit-score: the table of scores gives Alpha & Sons "8.5" on Safety, the comparison table "9.5"`,
		`guides/keepers/index.md audit-score: the Markdown twin's table gives Alpha & Sons "8.5" on Safety, the comparison table "9.5"`,
		methodPath + ` audit-score: the table of reasons gives Alpha & Sons "8.5" on Safety, the comparison table "9.5"`,
		`guides/keepers/ranking.csv audit-score: ranking.csv gives Alpha & Sons "8.5" on Safety, the comparison table "9.5"`,
		`guides/keepers/ranking.json audit-score: ranking.json gives Alpha & Sons "8.5" on Safety, the comparison table "9.5"`}},
	{"json score", "guides/keepers/ranking.json", `"low": "6",`, `"low": "5",`, []string{
		`guides/keepers/ranking.json audit-score: ranking.json gives Beta "5–9" on Safety, the comparison table "6–9"`}},
	{"json weight", "guides/keepers/ranking.json", `"weight_percent": "80"`, `"weight_percent": "81"`, []string{
		"guides/keepers/ranking.json audit-weight: ranking.json gives Safety the weight 81 %, the comparison table 80 %"}},
	{"json award", "guides/keepers/ranking.json", `"award": "Best bank"`, `"award": "Best shop"`, []string{
		`guides/keepers/ranking.json audit-fact: ranking.json says "Best shop" of Beta under Award, the comparison table "Best bank"`}},
	{"csv score", "guides/keepers/ranking.csv", `600,900,750,Best bank`, `600,950,750,Best bank`, []string{
		`guides/keepers/ranking.csv audit-score: ranking.csv gives Beta "6–9.5" on Safety, the comparison table "6–9"`}},
	{"csv unknown", "guides/keepers/ranking.csv", `0,1000,500,600`, `100,1000,500,600`, []string{
		`guides/keepers/ranking.csv audit-score: ranking.csv gives Beta "1–10" on Fee, the comparison table "not published"`}},
	{"csv weight", "guides/keepers/ranking.csv", `2000,2000,2000,8000`, `2050,2050,2050,8000`, []string{
		"guides/keepers/ranking.csv audit-weight: ranking.csv gives Fee the weight 20.5 %, the comparison table 20 %"}},
	{"csv award", "guides/keepers/ranking.csv", `Best bank`, `Best shop`, []string{
		`guides/keepers/ranking.csv audit-fact: ranking.csv says "Best shop" of Beta under Award, the comparison table "Best bank"`}},
	{"csv criterion", "guides/keepers/ranking.csv", `fee\.low`, `fees.low`, []string{
		`guides/keepers/ranking.csv audit-data: ranking.csv cannot be read: it has no columns for "fee"`}},
	{"twin score", "guides/keepers/index.md", `\| 6–9 \|`, `| 6–8 |`, []string{
		`guides/keepers/index.md audit-score: the Markdown twin's table gives Beta "6–8" on Safety, the comparison table "6–9"`}},
	{"twin weight", "guides/keepers/index.md", `Safety \(80 %\)`, `Safety (70 %)`, []string{
		"guides/keepers/index.md audit-weight: the Markdown twin's table gives Safety the weight 70 %, the comparison table 80 %"}},
	{"twin award", "guides/keepers/index.md", `\| Best bank \|`, `| Best shop |`, []string{
		`guides/keepers/index.md audit-fact: the Markdown twin's table says "Best shop" of Beta under Award, the comparison table "Best bank"`}},
	{"twin entry's award", "guides/keepers/index.md", `\*Best bank\*`, `*Best shop*`, []string{
		`guides/keepers/index.md audit-fact: the Markdown twin's entries says "Best shop" of Beta under Award, the comparison table "Best bank"`}},
	{"twin fact", "guides/keepers/index.md", `\| 12\.5 million \|`, `| 13.5 million |`, []string{
		`guides/keepers/index.md audit-fact: the Markdown twin's table says "13.5 million" of Alpha & Sons under Limit, the comparison table "12.5 million"`}},
	{"answer's award", keepersPath, `(<span class="?figure"?>7\.0</span> <span class="?award"?>)Best bank`, "${1}Best shop", []string{
		keepersPath + ` audit-fact: the answer says "Best shop" of Beta under Award, the comparison table "Best bank"`}},
	{"entry's award", keepersPath, `(<p class="?award"?>)Best bank`, "${1}Best shop", []string{
		keepersPath + ` audit-fact: the entry list says "Best shop" of Beta under Award, the comparison table "Best bank"`}},
	{"entry's score", keepersPath, `(<article id="?beta"?.*?class="?figure"?[^>]*>)7\.0`, "${1}7.1", []string{
		keepersPath + " audit-score: the entry list gives Beta the score 7.1, the comparison table 7.0"}},
	{"entry's rank", keepersPath, `(<article id="?beta"?.*?class="?numeral"?[^>]*>)2`, "${1}3", []string{
		keepersPath + " audit-rank: the entry list gives Beta the rank 3, the comparison table 2"}},
	{"entries in the contents", keepersPath, `(<nav class="?contents"?.*?<a href="?#ranking"?>[^<]*</a>)`,
		`${1}<ol><li><a href="#beta">2. Beta</a><li><a href="#alpha">1. Alpha &amp; Sons</a><li><a href="#gamma">3. Gamma</a></ol>`, []string{
			keepersPath + " audit-order: the contents has Beta where the comparison table has Alpha & Sons"}},
	{"criteria", keepersPath, `(<dt>Safety <b class="?figure"?>)80`, "${1}75", []string{
		keepersPath + " audit-weight: the list of criteria gives Safety the weight 75 %, the comparison table 80 %"}},
	{"ranks by edition", keepersPath, `(Beta(?:</th>)?<td class="?number"?>)1st`, "${1}2nd", []string{
		keepersPath + " audit-rank: the column August 2025 gives Beta the rank 2, the edition's table 1"}},

	// the page of the method
	{"method's weight", methodPath, `(Safety(?:</th>)?<td>)80`, "${1}79", []string{
		methodPath + " audit-weight: the table of weights gives Safety the weight 79 %, the comparison table 80 %"}},
	{"method's rank", methodPath, `(<td>)2((?:</td>)?<th scope="?row"?><a href="[^"]*#beta)`, "${1}3${2}", []string{
		methodPath + " audit-rank: the table of ranks gives Beta the rank 3, the comparison table 2"}},
	{"method's range", methodPath, `(#beta"?>Beta</a>(?:</th>)?<td>)1–3`, "${1}1–2", []string{
		methodPath + ` audit-fact: the table of ranks says "1–2" of Beta under Keeps to, ranking.json "1–3"`}},
	{"method's share", methodPath, `(<td>)\d+((?:</td>)?<td data-label)`, "${1}99${2}", []string{
		methodPath + ` audit-fact: the table of ranks says "99" of Alpha & Sons under First, of 100, ranking.json "88"`}},
	{"method's score", methodPath, `(<td class="?s5"?>)6–9`, "${1}6–8", []string{
		methodPath + ` audit-score: the table of reasons gives Beta "6–8" on Safety, the comparison table "6–9"`}},
	{"method's part", methodPath, `(6–9(?:</td>)?<td>)6`, "${1}6.5", []string{
		methodPath + ` audit-fact: the sum says "6.5" of Beta under Adds: Safety, ranking.json "6"`}},
	{"method's total", methodPath, `(Total(?:</th>)?<td>(?:</td>)?<td>)7(\.0)?`, "${1}7.5", []string{
		methodPath + ` audit-fact: the sum says "7.5" of Beta under Total, ranking.json "7"`}},
	{"method's heading", methodPath, `(<h3 id="?beta"?><span class="?numeral"?>)2`, "${1}3", []string{
		methodPath + " audit-rank: the list of headings gives Beta the rank 3, the comparison table 2"}},
	{"method's name", methodPath, `(<h3 id="?beta"?>.*?>)Beta<`, "${1}Better<", []string{
		methodPath + " audit-name: the list of headings calls `beta` \"Better\", the comparison table \"Beta\""}},

	// comparisons
	{"pair's rank", pairPath, `(<li><span class="?numeral"?>)2`, "${1}3", []string{
		pairPath + " audit-rank: the answer gives Beta the rank 3, the comparison table 2"}},
	{"pair's score", pairPath, `(Beta</a> <span class="?figure"?>)7\.0`, "${1}7.1", []string{
		pairPath + " audit-score: the answer gives Beta the score 7.1, the comparison table 7.0"}},
	{"pair's award", pairPath, `(<span class="?award"?>)Best bank`, "${1}Best shop", []string{
		pairPath + ` audit-fact: the answer says "Best shop" of Beta under Award, the comparison table "Best bank"`}},
	{"pair's cell", pairPath, `(<td class="?s5"?>)6–9`, "${1}6–8", []string{
		pairPath + ` audit-score: the table of scores gives Beta "6–8" on Safety, the comparison table "6–9"`}},
	{"pair's weight", pairPath, `(<small>)80`, "${1}81", []string{
		pairPath + " audit-weight: the table of scores gives Safety the weight 81 %, the comparison table 80 %"}},
	{"pair's total", pairPath, `(Total(?:</th>)?<td>8\.5(?:</td>)?<td>)7\.0`, "${1}7.2", []string{
		pairPath + ` audit-fact: the table of scores says "7.2" of Beta under Total, ranking.json "7"`}},
	{"pair's fact", pairPath, `(Regions(?:</th>)?<td>)Global`, "${1}Asia", []string{
		pairPath + ` audit-fact: the table of facts says "Asia" of Alpha & Sons under Regions, the comparison table "Global"`}},
	{"pair's column", pairPath, `(<th scope="?col"?>)Beta`, "${1}Better", []string{
		pairPath + " audit-name: the answer calls `beta` \"Beta\", and no column of a table is called so"}},

	// lenses, use cases, regions
	{"lens's score", lensPath, `(#beta"?>Beta</a>(?:</th>)?<td class="?total"?>)5\.3`, "${1}5.4", []string{
		lensPath + " audit-score: the table gives Beta the score 5.4, ranking.json under `cheap` 5.3"}},
	{"lens's rank", lensPath, `(<td class="?rank"?>)2`, "${1}3", []string{
		lensPath + " audit-rank: the table gives Beta the rank 3, ranking.json under `cheap` 2"}},
	{"lens's rank in the guide", lensPath, `(<td class="?number"?>)2nd`, "${1}3rd", []string{
		lensPath + " audit-rank: the column of ranks in the guide gives Beta the rank 3, the comparison table 2"}},
	{"lens's name", lensPath, `(#beta"?>)Beta`, "${1}Better", []string{
		lensPath + " audit-name: the table calls `beta` \"Better\", the comparison table \"Beta\""}},
	{"lens's weight", lensPath, `(Safety(?:</th>)?<td>)10`, "${1}12", []string{
		lensPath + " audit-weight: the table of weights gives Safety the weight 12 %, ranking.json under `cheap` 10 %"}},
	{"lens's weight in the guide", lensPath, `(<td>10[^<]*(?:</td>)?<td>)80`, "${1}82", []string{
		lensPath + " audit-weight: the column of weights in the guide gives Safety the weight 82 %, the comparison table 80 %"}},
	{"lens without an entry", lensPath, `<tr><td class="?rank"?>3.*?(</tbody>|</table>)`, "${1}", []string{
		lensPath + " audit-missing: the table lacks Gamma, which the comparison table has"}},
	{"lens nobody knows", "guides/keepers/ranking.json", `"id": "cheap"`, `"id": "dear"`, []string{
		lensPath + " audit-missing: ranking.json has no weights for `cheap`"}},
	{"use case's pick", asiaPath, `(<span class="?figure"?>)8\.5`, "${1}8.6", []string{
		asiaPath + " audit-score: the pick gives Alpha & Sons the score 8.6, ranking.json under `asia` 8.5"}},
	{"use case's award", asiaPath, `(<span class="?award"?>)Best`, "${1}Worst", []string{
		asiaPath + ` audit-fact: the pick says "Worst for safety" of Alpha & Sons under Award, the comparison table "Best for safety"`}},
	{"use case's score", asiaPath, `(<td class="?total"?>)8\.5`, "${1}8.6", []string{
		asiaPath + " audit-score: the table gives Alpha & Sons the score 8.6, ranking.json under `asia` 8.5"}},
	{"region's score", apacPath, `(<td class="?total"?>)8\.5`, "${1}8.6", []string{
		apacPath + " audit-score: the table gives Alpha & Sons the score 8.6, ranking.json under `apac` 8.5"}},
	{"region's rank", apacPath, `(<td class="?rank"?>)1`, "${1}2", []string{
		apacPath + " audit-rank: the table gives Alpha & Sons the rank 2, ranking.json under `apac` 1"}},
	{"region's name", apacPath, `(#alpha"?>)Alpha`, "${1}Alfa", []string{
		apacPath + " audit-name: the table calls `alpha` \"Alfa & Sons\", the comparison table \"Alpha & Sons\""}},

	// editions and what feeds tell of them
	{"first edition", "guides/keepers/changes.xml", `1 Beta, 2 Alpha &amp; Sons`, `1 Alpha &amp; Sons, 2 Beta`, []string{
		`guides/keepers/changes.json audit-fact: changes.json says "… first edition: 1 Beta, 2 Alpha & …" of "https://journal.example/a/b/guides/keepers/editions/2025-08/", changes.xml "… first edition: 1 Alpha & Sons, 2 …"`,
		`guides/keepers/changes.xml audit-rank: changes.xml lists "1 Alpha & Sons, 2 …", the edition's page "1 Beta, 2 Alpha & …"`}},
	{"move from", "guides/keepers/changes.xml", `Beta: 1st to 2nd`, `Beta: 3rd to 2nd`, []string{
		`guides/keepers/changes.json audit-fact: changes.json says "… to 3rd. Beta: 1st to 2nd, because …" of "https://journal.example/a/b/guides/keepers/editions/2025-09/", changes.xml "… to 3rd. Beta: 3rd to 2nd, because …"`,
		"guides/keepers/changes.xml audit-rank: changes.xml gives Beta the rank 3, the edition's table 1"}},
	{"move to", "guides/keepers/changes.json", `Beta: 1st to 2nd`, `Beta: 1st to 3rd`, []string{
		`guides/keepers/changes.json audit-fact: changes.json says "… Beta: 1st to 3rd, because the score …" of "https://journal.example/a/b/guides/keepers/editions/2025-09/", changes.xml "… Beta: 1st to 2nd, because the score …"`,
		"guides/keepers/changes.json audit-rank: changes.json gives Beta the rank 3, the edition's table 2"}},
	{"edition's title", "guides/keepers/changes.json", `August 2025 edition"`, `July 2025 edition"`, []string{
		"guides/keepers/changes.json audit-name: changes.json calls `/a/b/guides/keepers/editions/2025-08/` \"Best Keepers (2025), July 2025 edition\", the page itself \"Best Keepers (2025), August 2025 edition\""}},
	{"edition untold", "guides/keepers/changes.json", `editions/2025-08/"`, `"`, []string{
		`guides/keepers/changes.json audit-missing: changes.json lacks "https://journal.example/a/b/guides/keepers/editions/2025-08/", which changes.xml has`,
		"guides/keepers/changes.json audit-missing: changes.json lacks Alpha & Sons, which the comparison table has",
		"guides/keepers/changes.json audit-missing: changes.json lacks Beta, which the comparison table has",
		"guides/keepers/changes.json audit-missing: changes.json lacks Gamma, which the comparison table has",
		"guides/keepers/changes.json audit-name: changes.json calls `/a/b/guides/keepers/` \"Best Keepers (2025), August 2025 edition\", the page itself \"Best Keepers (2025)\"",
		"guides/keepers/editions/2025-08/index.html audit-missing: changes.json does not tell of this edition"}},
	{"edition's table", "guides/keepers/editions/2025-08/index.html", `<table.*</table>`, "", []string{
		"guides/keepers/editions/2025-08/index.html audit-missing: the edition states no ranking"}},

	// lists of pages
	{"feeds", "feed.json", `Best newcomer`, `Best of all`, []string{
		`feed.json audit-fact: feed.json says "… Gamma 5.0: Best of all Three keepers, …" of "https://journal.example/a/b/guides/keepers/", feed.xml "… Gamma 5.0: Best newcomer Three keepers, ranked."`}},
	{"hub's question", "faq/index.html", `(<li><a href="?[^">]*#[^">]*"?>)[^<]*`, "${1}What else?", []string{
		`faq/index.html audit-name: the page calls "/a/b/guides/keepers/#what-is-a-keeper" "What else?", the page itself "What is a keeper?"`}},
	{"hub lacks a question", "faq/index.html", `<li><a href="?[^">]*#[^">]*"?>[^<]*</a>`, "<li>", []string{
		"faq/index.html audit-missing: the page lacks the question \"What is a keeper?\" of `/a/b/guides/keepers/`"}},
	{"search's list", "search/index.html", `(<li><a href="?[^">]*/providers/beta/"?>)Beta`, "${1}Better", []string{
		`search/index.html audit-name: the page calls "/a/b/providers/beta/" "Better", the page itself "Beta"`}},
	{"search's list lacks one", "search/index.html", `<li><a href="?[^">]*/providers/beta/"?>Beta</a>`, "<li>", []string{
		"search/index.html audit-missing: the page lacks `/a/b/providers/beta/`"}},
	{"twin's title", "articles/keys/index.md", `# What keys`, `# What locks`, []string{
		`articles/keys/index.md audit-name: the Markdown twin is headed "What locks are", the page "What keys are"`}},
	{"overview", "llms.txt", `- \[Beta\][^\n]*\n`, ``, []string{
		"llms.txt audit-missing: llms.txt lacks `/a/b/providers/beta/`"}},
	{"sitemap lacks", "sitemap.xml", `<url><loc>https://journal.example/a/b/providers/beta/.*?</url>`, ``, []string{
		"providers/beta/index.html audit-missing: the sitemap lacks this page"}},
	{"sitemap's stub", "sitemap.xml", `compare/alpha-vs-beta/`, `compare/beta-vs-alpha/`, []string{
		`sitemap.xml audit-missing: sitemap.xml lists "https://journal.example/a/b/guides/keepers/compare/beta-vs-alpha/", which only leads elsewhere`}},
	{"sitemap's page", "sitemap.xml", `/providers/beta/`, `/providers/better/`, []string{
		"providers/beta/index.html audit-missing: the sitemap lacks this page",
		`sitemap.xml audit-missing: sitemap.xml lists "https://journal.example/a/b/providers/better/", which is not a page of the site`}},
	{"image", keepersPath, `"url":"https://journal.example/a/b/guides/keepers/card.png"`, `"url":"https://journal.example/a/b/guides/keepers/map.png"`, []string{
		keepersPath + ` audit-jsonld: in the JSON-LD the url "https://journal.example/a/b/guides/keepers/map.png" of a node of the type ImageObject is not there`}},
	{"headline", keepersPath, `"headline":"Best Keepers`, `"headline":"Worst Keepers`, []string{
		keepersPath + ` audit-name: the Article in JSON-LD is headed "Worst Keepers (2025)", the page "Best Keepers (2025)"`}},
	{"shared title", keepersPath, `("?og:title"? content="?)Best`, "${1}Worst", []string{
		keepersPath + ` audit-name: shared links are called "Worst Keepers (2025)", the page "Best Keepers (2025)"`}},
	{"twin untold", keepersPath, `<link rel="?alternate"? type="?text/markdown"?[^>]*>`, ``, []string{
		keepersPath + " audit-missing: the page does not lead to its Markdown twin"}},
}

func TestAuditSpoiled(t *testing.T) {
	files, before := keepers()
	for _, x := range spoilings {
		t.Run(x.what, func(t *testing.T) {
			pattern := regexp.MustCompile("(?s)" + x.pattern)
			at := pattern.FindStringSubmatchIndex(files[x.file])
			if at == nil {
				t.Fatalf("%s does not match %s", x.file, x.pattern)
			}
			spoiled := maps.Clone(files)
			spoiled[x.file] = files[x.file][:at[0]] + string(pattern.ExpandString(nil, x.with, files[x.file], at)) + files[x.file][at[1]:]
			got := slices.DeleteFunc(audited(check.Audit(tree(spoiled), "/a/b/")), func(line string) bool { return slices.Contains(before, line) })
			if diff := cmp.Diff(x.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
