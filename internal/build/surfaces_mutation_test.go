package build_test

import (
	"encoding/json"
	"maps"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"shortlist/internal/check"
	"shortlist/internal/diag"
)

// mutations are what the program could print wrongly, one for each thing that
// the auditor of earlier versions compared (its rule stands in the last column:
// rank, score, weight, fact, name, order, missing, data, jsonld, answer): the
// site and file, a pattern, and what its first match becomes. Each must be found
// by disagreements or, where it shows on one page alone, by package check.
var mutations = []struct{ what, site, file, pattern, with, rule string }{
	{"csv score", "vaults", "guides/vaults/ranking.csv", `,7\.8,`, `,7.9,`, "score"},
	{"csv total", "vaults", "guides/vaults/ranking.csv", `,7200000,7\.2,`, `,7300000,7.2,`, "score"},
	{"csv rank", "vaults", "guides/vaults/ranking.csv", `\n2,birch`, "\n1,birch", "rank"},
	{"csv name", "vaults", "guides/vaults/ranking.csv", `,Cedar,`, `,Cedar Ltd,`, "name"},
	{"csv column", "vaults", "guides/vaults/ranking.csv", `provider,`, `firm,`, "data"},
	{"csv gone", "vaults", "guides/vaults/ranking.csv", ``, ``, "jsonld missing"},
	{"json score", "vaults", "guides/vaults/ranking.json", `"score": "4\.6"`, `"score": "4.7"`, "score"},
	{"json rank", "vaults", "guides/vaults/ranking.json", `"rank": 3`, `"rank": 4`, "rank"},
	{"json form", "vaults", "guides/vaults/ranking.json", `"rank": 3`, `"rank": "3"`, "data"},
	{"twin table", "vaults", "guides/vaults/index.md", `\| 2 \| Birch \| 7\.2 \|`, `| 2 | Birch | 7.3 |`, "score"},
	{"twin name", "vaults", "guides/vaults/index.md", `\| 2 \| Birch \|`, `| 2 | Beech |`, "name"},
	{"twin order", "vaults", "guides/vaults/index.md", `### 1\. Alder\n\n\*Best for thick doors\* Score: 7\.8`, "### 1. Birch\n\n*Best for thick doors* Score: 7.8", "fact missing rank score"},
	{"twin entry", "vaults", "guides/vaults/index.md", `Score: 4\.6 out`, `Score: 4.5 out`, "score"},
	{"answer", "vaults", "guides/vaults/index.html", `<a href="#alder">Alder</a></span> <span><span class="figure">7\.8`, `<a href="#alder">Alder</a></span> <span class="figure">8`, "score"},
	{"answer's place", "vaults", "guides/vaults/index.html", `<a href="#alder">Alder</a></span> <span><span class="figure">7\.8`, `<a href="#elder">Elder</a></span> <span class="figure">7.8`, "missing"},
	{"item's name", "vaults", "guides/vaults/index.html", `"position":3,"name":"Cedar"`, `"position":3,"name":"Cedars"`, "name"},
	{"item's position", "vaults", "guides/vaults/index.html", `"position":3,"name":"Cedar"`, `"position":2,"name":"Cedar"`, "rank"},
	{"item gone", "vaults", "guides/vaults/index.html", `,\{"@type":"ListItem","position":3,"name":"Cedar","url":"https://vaults\.example\.com/guides/vaults/#cedar"\}`, ``, "jsonld missing"},
	{"table gone", "vaults", "guides/vaults/index.html", `id="comparison"`, `id="comparing"`, "missing"},
	{"provider's rank", "vaults", "providers/alder/index.html", `<span class="numeral">1<`, `<span class="numeral">2<`, "rank"},
	{"provider's count", "vaults", "providers/alder/index.html", `of 3</span>`, `of 4</span>`, "rank"},
	{"provider's guide", "vaults", "providers/alder/index.html", `#alder">Best Vaults \(2025\)`, `#alder">Best Vaults (2024)`, "name"},
	{"review", "vaults", "providers/alder/index.html", `"ratingValue":"7\.8"`, `"ratingValue":"8.7"`, "score"},
	{"review's place", "vaults", "providers/alder/index.html", `"url":"https://vaults\.example\.com/guides/vaults/#alder"`, `"url":"https://vaults.example.com/guides/vaults/#birch"`, "missing"},
	{"provider's twin", "vaults", "providers/alder/index.md", `1 of 3, with 7\.8`, `1 of 3, with 7.7`, "score"},
	{"home", "vaults", "index.html", `<span class="figure">7\.8`, `<span class="figure">7.6`, "score"},
	{"Atom score", "vaults", "feed.xml", `Birch&lt;/a&gt; 7\.2`, `Birch&lt;/a&gt; 7.4`, "fact score"},
	{"Atom rank", "vaults", "feed.xml", `&lt;li value=&#34;2&#34;`, `&lt;li value=&#34;1&#34;`, "rank"},
	{"Atom title", "vaults", "feed.xml", `<title>Best Vaults \(2025\)<`, `<title>Best Vaults<`, "name"},
	{"Atom form", "vaults", "feed.xml", `</feed>`, ``, "data"},
	{"JSON feed", "vaults", "feed.json", `Cedar</a> 4\.6`, `Cedar</a> 6.4`, "fact score"},
	{"overview", "vaults", "llms.txt", `\[Alder\]`, `[Elder]`, "name"},
	{"search rank", "vaults", "search/index/", `2 of 3 in`, `3 of 3 in`, "rank"},
	{"search name", "vaults", "search/index/", `"0Birch",`, `"0Beech",`, "name"},
	{"search question", "vaults", "search/index/", `"0Do I need a vault\?",`, `"0Do I need two?",`, "name"},
	{"search page", "vaults", "search/index/", `"0/providers/birch/"`, `"0/providers/beech/"`, "missing"},
	{"answer's text", "vaults", "guides/vaults/index.html", `"text":"Only if you`, `"text":"Only if they`, "answer"},
	{"question", "vaults", "guides/vaults/index.html", `"name":"Do I need`, `"name":"Do they need`, "answer"},
	{"question gone", "vaults", "guides/vaults/index.html", `<h3 id="do-i-need-a-vault">`, `<h3 id="do-they">`, "answer missing"},
	{"type", "vaults", "providers/alder/index.html", `"@type":"Review"`, `"@type":"AggregateRating"`, "jsonld missing"},
	{"property", "vaults", "providers/alder/index.html", `,"bestRating":"10"`, ``, "jsonld"},
	{"reference", "vaults", "providers/alder/index.html", `"publisher":\{"@id":"https://vaults\.example\.com/#publisher"\},"datePublished"`, `"publisher":{"@id":"https://vaults.example.com/#us"},"datePublished"`, "jsonld"},
	{"context", "vaults", "providers/alder/index.html", `"@context":"https://schema\.org"`, `"@context":"http://schema.org"`, "jsonld"},
	{"breadcrumb", "vaults", "providers/alder/index.html", `"position":2`, `"position":1`, "jsonld"},
	{"table's score", "keepers", "guides/keepers/index.html", `(<td class="?s5"?[^>]*>)8\.5`, "${1}9.5", "score"},
	{"json score", "keepers", "guides/keepers/ranking.json", `"low": "6",`, `"low": "5",`, "score"},
	{"json weight", "keepers", "guides/keepers/ranking.json", `"published_weight_printed": "80`, `"published_weight_printed": "81`, "weight"},
	{"json award", "keepers", "guides/keepers/ranking.json", `"award": "Best bank"`, `"award": "Best shop"`, "fact"},
	{"csv score", "keepers", "guides/keepers/ranking.csv", `600,900,750,Best bank`, `600,950,750,Best bank`, "score"},
	{"csv unknown", "keepers", "guides/keepers/ranking.csv", `0,1000,500,600`, `100,1000,500,600`, "score"},
	{"csv weight", "keepers", "guides/keepers/ranking.csv", `2000,2000,2000,8000`, `2050,2050,2050,8000`, "weight"},
	{"csv award", "keepers", "guides/keepers/ranking.csv", `Best bank`, `Best shop`, "fact"},
	{"csv criterion", "keepers", "guides/keepers/ranking.csv", `fee\.low`, `fees.low`, "data"},
	{"twin score", "keepers", "guides/keepers/index.md", `\| 6–9 \|`, `| 6–8 |`, "score"},
	{"twin weight", "keepers", "guides/keepers/index.md", `Safety \(80\x{a0}%\)`, "Safety (70\u00a0%)", "weight"},
	{"twin award", "keepers", "guides/keepers/index.md", `\| Best bank \|`, `| Best shop |`, "fact"},
	{"twin entry's award", "keepers", "guides/keepers/index.md", `\*Best bank\*`, `*Best shop*`, "fact"},
	{"twin fact", "keepers", "guides/keepers/index.md", `\| 12\.5 million \|`, `| 13.5 million |`, "fact"},
	{"answer's award", "keepers", "guides/keepers/index.html", `(<span class="?figure"?>7\.0</span><small>/10</small></span> <span class="?award"?>)Best bank`, "${1}Best shop", "fact"},
	{"entry's award", "keepers", "guides/keepers/index.html", `(<p class="?award"?>)Best bank`, "${1}Best shop", "fact"},
	{"entry's score", "keepers", "guides/keepers/index.html", `(<article id="?beta"?.*?class="?figure"?[^>]*>)7\.0`, "${1}7.1", "score"},
	{"entry's rank", "keepers", "guides/keepers/index.html", `(<article id="?beta"?.*?class="?numeral"?[^>]*>)–`, "${1}2", "rank"},
	{"entries in the contents", "keepers", "guides/keepers/index.html", `(<nav class="?contents"?.*?<a href="?#ranking"?>[^<]*</a>)`, `${1}<ol><li><a href="#beta">2. Beta</a><li><a href="#alpha">1. Alpha &amp; Sons</a><li><a href="#gamma">3. Gamma</a></ol>`, "order"},
	{"criteria", "keepers", "guides/keepers/index.html", `(<dt>Safety <b class="?figure"?>)80`, "${1}75", "weight"},
	{"ranks by edition", "keepers", "guides/keepers/index.html", `(Beta(?:</th>)?<td class="?number"?>)1st`, "${1}2nd", "rank"},
	{"method's weight", "keepers", "guides/keepers/methodology/index.html", `(Safety <small class="estimate">estimate</small>(?:</th>)?<td>)80`, "${1}79", "weight"},
	{"method's rank", "keepers", "guides/keepers/methodology/index.html", `(<td>)–((?:</td>)?<th scope="?row"?><a href="[^"]*#beta)`, "${1}2${2}", "rank"},
	{"method's range", "keepers", "guides/keepers/methodology/index.html", `(#beta"?>Beta</a> <span class="?doubt"?>provisional</span>(?:</th>)?<td>\S+(?:</td>)?<td>)1–3`, "${1}1–2", "fact"},
	{"method's likely", "keepers", "guides/keepers/methodology/index.html", `(#beta"?>Beta</a> <span class="?doubt"?>provisional</span>(?:</th>)?<td>)\d[–\d]*`, "${1}4", "fact"},
	{"method's share", "keepers", "guides/keepers/methodology/index.html", `(<td data-label="First, of 100">)\d+`, "${1}99", "fact"},
	{"method's score", "keepers", "guides/keepers/methodology/index.html", `(<td class="?s5[^>]*>)6–9`, "${1}6–8", "score"},
	{"method's part", "keepers", "guides/keepers/methodology/index.html", `(6–9(?:</td>)?<td>)6`, "${1}6.5", "fact"},
	{"method's total", "keepers", "guides/keepers/methodology/index.html", `(Total(?:</th>)?<td>(?:</td>)?<td>)7(\.0)?`, "${1}7.5", "fact"},
	{"method's heading", "keepers", "guides/keepers/methodology/index.html", `(<h3 id="?beta"?><span class="?numeral"?>)–`, "${1}2", "rank"},
	{"method's name", "keepers", "guides/keepers/methodology/index.html", `(<h3 id="?beta"?>.*?>)Beta<`, "${1}Better<", "name"},
	{"pair's rank", "keepers", "guides/keepers/compare/alpha-vs-beta/index.html", `(<li><span class="?numeral"?>)–`, "${1}2", "rank"},
	{"pair's score", "keepers", "guides/keepers/compare/alpha-vs-beta/index.html", `(Beta</a> <span class="?doubt"?>provisional</span></span> <span class="?figure"?>)7\.0`, "${1}7.1", "score"},
	{"pair's award", "keepers", "guides/keepers/compare/alpha-vs-beta/index.html", `(<span class="?award"?>)Best bank`, "${1}Best shop", "fact"},
	{"pair's cell", "keepers", "guides/keepers/compare/alpha-vs-beta/index.html", `(<td class="?s5[^>]*>)6–9`, "${1}6–8", "score"},
	{"pair's weight", "keepers", "guides/keepers/compare/alpha-vs-beta/index.html", `(<small>)80`, "${1}81", "weight"},
	{"pair's total", "keepers", "guides/keepers/compare/alpha-vs-beta/index.html", `(Total(?:</th>)?<td>8\.5(?:</td>)?<td>)7\.0`, "${1}7.2", "fact"},
	{"pair's fact", "keepers", "guides/keepers/compare/alpha-vs-beta/index.html", `(Regions(?:</th>)?<td>)Global`, "${1}Asia", "fact"},
	{"pair's column", "keepers", "guides/keepers/compare/alpha-vs-beta/index.html", `(<th scope="?col"?>)Beta`, "${1}Better", "name"},
	{"lens's score", "keepers", "guides/keepers/lens/cheap/index.html", `(#beta"?>Beta</a> <span class="?doubt"?>provisional</span>(?:</th>)?<td class="?total"?>)5\.3`, "${1}5.4", "score"},
	{"lens's rank", "keepers", "guides/keepers/lens/cheap/index.html", `(<td class="?rank"?>)–`, "${1}2", "rank"},
	{"lens's rank in the guide", "keepers", "guides/keepers/lens/cheap/index.html", `(<td class="?number"?>)2nd`, "${1}3rd", "rank"},
	{"lens's name", "keepers", "guides/keepers/lens/cheap/index.html", `(#beta"?>)Beta`, "${1}Better", "name"},
	{"lens's weight", "keepers", "guides/keepers/lens/cheap/index.html", `(Safety(?:</th>)?<td>)10`, "${1}12", "weight"},
	{"lens's weight in the guide", "keepers", "guides/keepers/lens/cheap/index.html", `(<td>10[^<]*(?:</td>)?<td>)80`, "${1}82", "weight"},
	{"lens without an entry", "keepers", "guides/keepers/lens/cheap/index.html", `<tr><td class="?rank"?>–(?:</td>)?<th[^>]*><a href="[^"]*#gamma.*?(</tbody>|</table>)`, "${1}", "missing"},
	{"lens nobody knows", "keepers", "guides/keepers/ranking.json", `"id": "cheap"`, `"id": "dear"`, "missing"},
	{"use case's pick", "keepers", "guides/keepers/for/asia/index.html", `(<span class="?figure"?>)8\.5`, "${1}8.6", "score"},
	{"use case's award", "keepers", "guides/keepers/for/asia/index.html", `(<span class="?award"?>)Best`, "${1}Worst", "fact"},
	{"use case's score", "keepers", "guides/keepers/for/asia/index.html", `(<td class="?total"?>)8\.5`, "${1}8.6", "score"},
	{"region's score", "keepers", "guides/keepers/in/apac/index.html", `(<td class="?total"?>)8\.5`, "${1}8.6", "score"},
	{"region's rank", "keepers", "guides/keepers/in/apac/index.html", `(<td class="?rank"?>)1`, "${1}2", "rank"},
	{"region's name", "keepers", "guides/keepers/in/apac/index.html", `(#alpha"?>)Alpha`, "${1}Alfa", "name"},
	{"first edition", "keepers", "guides/keepers/changes.xml", `1 Beta, 2 Alpha &amp; Sons`, `1 Alpha &amp; Sons, 2 Beta`, "fact rank"},
	{"move from", "keepers", "guides/keepers/changes.xml", `Beta: 1st to 2nd`, `Beta: 3rd to 2nd`, "fact rank"},
	{"move to", "keepers", "guides/keepers/changes.json", `Beta: 1st to 2nd`, `Beta: 1st to 3rd`, "fact rank"},
	{"edition's title", "keepers", "guides/keepers/changes.json", `August 2025 edition"`, `July 2025 edition"`, "name"},
	{"edition untold", "keepers", "guides/keepers/changes.json", `editions/2025-08/"`, `"`, "missing name"},
	{"edition's table", "keepers", "guides/keepers/editions/2025-08/index.html", `<table.*</table>`, "", "missing"},
	{"feeds", "keepers", "feed.json", `Best newcomer`, `Best of all`, "fact"},
	{"hub's question", "keepers", "faq/index.html", `(<li><a href="?[^">]*#[^">]*"?>)[^<]*`, "${1}What else?", "name"},
	{"hub lacks a question", "keepers", "faq/index.html", `<li><a href="?[^">]*#[^">]*"?>[^<]*</a>`, "<li>", "missing"},
	{"search's list", "keepers", "search/index.html", `(<li><a href="?[^">]*/providers/beta/"?>)Beta`, "${1}Better", "name"},
	{"search's list lacks one", "keepers", "search/index.html", `<li><a href="?[^">]*/providers/beta/"?>Beta</a>`, "<li>", "missing"},
	{"twin's title", "keepers", "articles/keys/index.md", `# What keys`, `# What locks`, "name"},
	{"overview", "keepers", "llms.txt", `- \[Beta\][^\n]*\n`, ``, "missing"},
	{"sitemap lacks", "keepers", "sitemap-providers.xml", `<url><loc>https://journal.example/a/b/providers/beta/.*?</url>`, ``, "missing"},
	{"sitemap's stub", "keepers", "sitemap-comparisons.xml", `compare/alpha-vs-beta/`, `compare/beta-vs-alpha/`, "missing"},
	{"sitemap's page", "keepers", "sitemap-providers.xml", `/providers/beta/`, `/providers/better/`, "missing"},
	{"image", "keepers", "guides/keepers/index.html", `"url":"https://journal.example/a/b/guides/keepers/card.png"`, `"url":"https://journal.example/a/b/guides/keepers/map.png"`, "jsonld"},
	{"headline", "keepers", "guides/keepers/index.html", `"headline":"Best Keepers`, `"headline":"Worst Keepers`, "name"},
	{"shared title", "keepers", "guides/keepers/index.html", `("?og:title"? content="?)Best`, "${1}Worst", "name"},
	{"twin untold", "keepers", "guides/keepers/index.html", `<link rel="?alternate"? type="?text/markdown"?[^>]*>`, ``, "missing"},
}

func TestMutationsAreFound(t *testing.T) {
	type site struct {
		files  map[string]string
		base   string
		parsed map[string]*html.Node
	}
	day := time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)
	sites := map[string]site{}
	for name, address := range map[string]string{"keepers": "https://journal.example/a/b/", "vaults": "https://vaults.example.com/"} {
		files, _ := finished(t, os.DirFS("../../cmd/shortlist/testdata/site"), day)
		if name == "keepers" {
			files, _ = finished(t, keepers(t), day)
		}
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		clean := &oracle{files: files, base: u.Path, parsed: map[string]*html.Node{}}
		if found := append(clean.compare(), faults(files, address)...); len(found) > 0 {
			t.Fatalf("before: %q", found)
		}
		sites[name] = site{files, address, clean.parsed}
	}
	for _, m := range mutations {
		t.Run(m.site+": "+m.what, func(t *testing.T) {
			t.Parallel()
			s := sites[m.site]
			file := m.file
			if strings.HasSuffix(file, "/") { // the shard of the search that has the text
				for _, name := range slices.Sorted(maps.Keys(s.files)) {
					if strings.HasPrefix(name, m.file) && regexp.MustCompile(m.pattern).MatchString(plainRows(s.files[name])) {
						file = name
					}
				}
			}
			files := maps.Clone(s.files)
			if strings.HasSuffix(m.file, "/") {
				files[file] = plainRows(files[file])
			}
			if m.pattern == "" {
				delete(files, file)
			} else {
				pattern := regexp.MustCompile("(?s)" + m.pattern)
				at := pattern.FindStringSubmatchIndex(files[file])
				if at == nil {
					t.Fatalf("%s does not match %s", file, m.pattern)
				}
				files[file] = files[file][:at[0]] + string(pattern.ExpandString(nil, m.with, files[file], at)) + files[file][at[1]:]
			}
			u, _ := url.Parse(s.base) // it was parsed above
			spoiled := &oracle{files: files, base: u.Path, parsed: maps.Clone(s.parsed)}
			delete(spoiled.parsed, file)
			if len(spoiled.compare()) == 0 && len(faults(files, s.base)) == 0 {
				t.Error("nobody notices")
			}
		})
	}
}

// plainRows writes a part of the search that shows documents so that no row repeats
// what stands before it; nothing for another part.
func plainRows(text string) string {
	var cells []string
	for _, row := range searchRows(text) {
		cells = append(cells, "0"+row[0], "0"+row[1], "0"+row[2])
	}
	data, err := json.Marshal(cells)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// faults are what package check finds.
func faults(files map[string]string, address string) (out []string) {
	c := check.New(check.Options{BaseURL: address})
	for name, text := range files {
		c.Read(name, []byte(text))
	}
	for _, p := range c.Problems().Only(diag.Error) {
		out = append(out, p.Message)
	}
	return out
}
