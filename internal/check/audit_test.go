package check_test

import (
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/build"
	"shortlist/internal/check"
	"shortlist/internal/diag"
	"shortlist/internal/output"
)

// finished builds a site into memory.
func finished(t testing.TB, folder string, drafts bool) (map[string]string, build.Report) {
	t.Helper()
	pages := &output.Memory{}
	r, err := build.Run(t.Context(), build.Options{Site: os.DirFS(folder), Now: time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC), Drafts: drafts, Sink: pages})
	if err != nil || !r.Published {
		t.Fatalf("%s is not built: %v, %v", folder, err, r.Problems)
	}
	files := map[string]string{}
	err = fs.WalkDir(pages.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(pages.FS(), name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, r
}

var built sync.Map // of folders

// sample is a copy of a small site: one guide, of Alder, Birch and Cedar.
func sample(t testing.TB) map[string]string {
	t.Helper()
	const folder = "../../cmd/shortlist/testdata/site"
	if _, ok := built.Load(folder); !ok {
		files, _ := finished(t, folder, false)
		built.Store(folder, files)
	}
	files, _ := built.Load(folder)
	return maps.Clone(files.(map[string]string))
}

func audited(problems diag.List) []string {
	out := []string{}
	for _, p := range problems {
		out = append(out, strings.TrimPrefix(p.Span.File, "public/")+" "+p.Rule.Name+": "+p.Message)
	}
	return out
}

// disagreements make one surface of the small site say something else: the
// file, what it says, what it says instead, and the findings that follow.
// A file that ends in a slash is the one file below it that has the text.
var disagreements = []struct {
	what, file, old, with string
	want                  []string
}{
	{"csv score", guideCSV, ",7.8,", ",7.9,", []string{
		guideCSV + " audit-score: ranking.csv gives Alder the score 7.9, the comparison table 7.8"}},
	{"csv total", guideCSV, ",7200000,7.2,", ",7300000,7.2,", []string{
		guideCSV + " audit-score: the total in ranking.csv gives Birch the score 7.3, the comparison table 7.2"}},
	{"csv rank", guideCSV, "\n2,birch", "\n1,birch", []string{
		guideCSV + " audit-rank: ranking.csv gives Birch the rank 1, the comparison table 2"}},
	{"csv name", guideCSV, ",Cedar,", ",Cedar Ltd,", []string{
		guideCSV + " audit-name: ranking.csv calls `cedar` \"Cedar Ltd\", the comparison table \"Cedar\""}},
	{"csv column", guideCSV, "provider,", "firm,", []string{guideCSV + ` audit-data: ranking.csv cannot be read: it has no column "provider"`}},
	{"csv gone", guideCSV, "", "", []string{
		guidePath + " audit-missing: the guide has no ranking.csv",
		"guides/vaults/methodology/index.html" + ` audit-jsonld: in the JSON-LD the contentUrl "https://vaults.example.com/guides/vaults/ranking.csv" of a node of the type DataDownload is not there`}},
	{"json score", guideJSON, `"score": "4.6"`, `"score": "4.7"`, []string{
		guideJSON + " audit-score: ranking.json gives Cedar the score 4.7, the comparison table 4.6"}},
	{"json rank", guideJSON, `"rank": 3`, `"rank": 4`, []string{
		guideJSON + " audit-rank: ranking.json gives Cedar the rank 4, the comparison table 3"}},
	{"json form", guideJSON, `"rank": 3`, `"rank": "3"`, []string{
		guideJSON + " audit-data: ranking.json cannot be read: json: cannot unmarshal string into Go struct field .Places.Rank of type int"}},
	{"twin table", guideTwin, "| 2 | Birch | 7.2 |", "| 2 | Birch | 7.3 |", []string{
		guideTwin + " audit-score: the Markdown twin's table gives Birch the score 7.3, the comparison table 7.2"}},
	{"twin name", guideTwin, "| 2 | Birch |", "| 2 | Beech |", []string{
		guideTwin + " audit-name: the Markdown twin's table calls `birch` \"Beech\", the comparison table \"Birch\""}},
	{"twin order", guideTwin, "### 1. Alder\n\n*Best for thick doors* Score: 7.8", "### 1. Birch\n\n*Best for thick doors* Score: 7.8", []string{
		guideTwin + ` audit-fact: the Markdown twin's entries says "Best for thick doors" of Birch under Award, the comparison table "Best for small budgets"`,
		guideTwin + " audit-missing: the Markdown twin's entries has Birch twice",
		guideTwin + " audit-missing: the Markdown twin's entries lacks Alder, which the comparison table has",
		guideTwin + " audit-rank: the Markdown twin's entries gives Birch the rank 1, the comparison table 2",
		guideTwin + " audit-score: the Markdown twin's entries gives Birch the score 7.8, the comparison table 7.2"}},
	{"twin entry", guideTwin, "Score: 4.6 out", "Score: 4.5 out", []string{
		guideTwin + " audit-score: the Markdown twin's entries gives Cedar the score 4.5, the comparison table 4.6"}},
	{"answer", guidePath, `<a href="#alder">Alder</a> <span class="figure">7.8`, `<a href="#alder">Alder</a> <span class="figure">8`, []string{
		guidePath + " audit-score: the answer gives Alder the score 8, the comparison table 7.8"}},
	{"answer's place", guidePath, `<a href="#alder">Alder</a> <span class="figure">7.8`, `<a href="#elder">Elder</a> <span class="figure">7.8`, []string{
		guidePath + " audit-missing: the answer has Elder, which the comparison table lacks",
		guidePath + " audit-missing: the answer lacks Alder, which the comparison table has"}},
	{"item's name", guidePath, `"position":3,"name":"Cedar"`, `"position":3,"name":"Cedars"`, []string{
		guidePath + " audit-name: the ItemList in JSON-LD calls `cedar` \"Cedars\", the comparison table \"Cedar\""}},
	{"item's position", guidePath, `"position":3,"name":"Cedar"`, `"position":2,"name":"Cedar"`, []string{
		guidePath + " audit-rank: the ItemList in JSON-LD gives Cedar the rank 2, the comparison table 3"}},
	{"item gone", guidePath, `,{"@type":"ListItem","position":3,"name":"Cedar","url":"https://vaults.example.com/guides/vaults/#cedar"}`, ``, []string{
		guidePath + " audit-jsonld: the ItemList in JSON-LD has 2 items, and its numberOfItems is 3",
		guidePath + " audit-missing: the ItemList in JSON-LD lacks Cedar, which the comparison table has"}},
	{"table gone", guidePath, `id="comparison"`, `id="comparing"`, []string{guidePath + " audit-missing: the comparison table states no ranking"}},

	{"provider's rank", alderPath, `<span class="numeral">1<`, `<span class="numeral">2<`, []string{
		alderPath + " audit-rank: the provider's page gives Alder the rank 2, the comparison table 1"}},
	{"provider's count", alderPath, `of 3</span>`, `of 4</span>`, []string{
		alderPath + " audit-rank: the provider's page ranks 4 entries in `vaults`, the comparison table 3"}},
	{"provider's guide", alderPath, `#alder">Best Vaults (2025)`, `#alder">Best Vaults (2024)`, []string{
		alderPath + " audit-name: the provider's page calls `vaults` \"Best Vaults (2024)\", the guide \"Best Vaults (2025)\""}},
	{"review", alderPath, `"ratingValue":"7.8"`, `"ratingValue":"8.7"`, []string{
		alderPath + " audit-score: the Review in JSON-LD gives Alder the score 8.7, the comparison table 7.8"}},
	{"review's place", alderPath, `"url":"https://vaults.example.com/guides/vaults/#alder"`, `"url":"https://vaults.example.com/guides/vaults/#birch"`, []string{
		alderPath + " audit-missing: the JSON-LD has no Review for `vaults`, where the provider is listed",
		alderPath + ` audit-missing: the Review in JSON-LD is at "https://vaults.example.com/guides/vaults/#birch", which is not the provider's place in a guide`}},
	{"provider's twin", "providers/alder/index.md", "1 of 3, with 7.8", "1 of 3, with 7.7", []string{
		"providers/alder/index.md audit-score: the Markdown twin gives Alder the score 7.7, the comparison table 7.8"}},
	{"home", "index.html", `<span class="figure">7.8`, `<span class="figure">7.6`, []string{
		"index.html audit-score: the list of `vaults` gives Alder the score 7.6, the comparison table 7.8"}},

	{"Atom score", "feed.xml", "Birch&lt;/a&gt; 7.2", "Birch&lt;/a&gt; 7.4", []string{
		`feed.json audit-fact: feed.json says "… thick doors Birch 7.2: Best for small …" of "https://vaults.example.com/guides/vaults/", feed.xml "… thick doors Birch 7.4: Best for small …"`,
		"feed.xml audit-score: feed.xml gives Birch the score 7.4, the comparison table 7.2"}},
	{"Atom rank", "feed.xml", "&lt;li value=&#34;2&#34;", "&lt;li value=&#34;1&#34;", []string{
		"feed.xml audit-rank: feed.xml gives Birch the rank 1, the comparison table 2"}},
	{"Atom title", "feed.xml", "<title>Best Vaults (2025)<", "<title>Best Vaults<", []string{
		"feed.xml audit-name: feed.xml calls `/guides/vaults/` \"Best Vaults\", the page itself \"Best Vaults (2025)\""}},
	{"Atom form", "feed.xml", "</feed>", "", []string{"feed.xml audit-data: feed.xml cannot be read: XML syntax error on line 28: unexpected EOF"}},
	{"JSON feed", "feed.json", `Cedar</a> 4.6`, `Cedar</a> 6.4`, []string{
		`feed.json audit-fact: feed.json says "… small budgets Cedar 6.4: Best for looks …" of "https://vaults.example.com/guides/vaults/", feed.xml "… small budgets Cedar 4.6: Best for looks …"`,
		"feed.json audit-score: feed.json gives Cedar the score 6.4, the comparison table 4.6"}},
	{"overview", "llms.txt", "[Alder]", "[Elder]", []string{
		"llms.txt audit-name: llms.txt calls `/providers/alder/` \"Elder\", the page itself \"Alder\""}},
	{"search rank", "search/index/", "2 of 3 in", "3 of 3 in", []string{
		" audit-rank: the search index gives Birch the rank 3, the comparison table 2"}},
	{"search name", "search/index/", `["Birch",`, `["Beech",`, []string{
		" audit-name: the search index calls `/providers/birch/` \"Beech\", the page itself \"Birch\""}},
	{"search question", "search/index/", `["Do I need a vault?",`, `["Do I need two?",`, []string{
		" audit-name: the search index calls `/guides/vaults/#do-i-need-a-vault` \"Do I need two?\", the page itself \"Do I need a vault?\""}},
	{"search page", "search/index/", `"/providers/birch/"`, `"/providers/beech/"`, []string{
		"providers/birch/index.html audit-missing: the search index lacks this page",
		" audit-missing: the search index has \"/providers/beech/\", which is not on the site"}},

	{"answer's text", guidePath, `"text":"Only if you`, `"text":"Only if they`, []string{
		guidePath + ` audit-answer: to "Do I need a vault?" the JSON-LD answers "Only if they have something to …", the page "Only if you have something to …"`}},
	{"question", guidePath, `"name":"Do I need`, `"name":"Do they need`, []string{
		guidePath + ` audit-answer: the JSON-LD asks "Do they need a vault?", the page "Do I need a vault?"`}},
	{"question gone", guidePath, `<h3 id="do-i-need-a-vault">`, `<h3 id="do-they">`, []string{
		"faq/index.html audit-missing: the page lacks the question \"Do I need a vault?\" of `/guides/vaults/`",
		guidePath + ` audit-answer: the JSON-LD has the question "Do I need a vault?", which the page does not show`,
		guidePath + ` audit-answer: the page shows the question "Do I need a vault?", which the JSON-LD does not have`,
		"search/index/d0.json" + ` audit-missing: the search index has "/guides/vaults/#do-i-need-a-vault", which is not on the site`}},
	{"citation", guidePath, `<p>Only if you have something`, `<p>Only if you <a class="chip" href="#comparison">x.com<span> +1</span></a> have something`, nil},
	{"type", alderPath, `"@type":"Review"`, `"@type":"AggregateRating"`, []string{
		alderPath + ` audit-jsonld: the JSON-LD has a node of the type "AggregateRating", which the site does not use`,
		alderPath + " audit-missing: the JSON-LD has no Review for `vaults`, where the provider is listed"}},
	{"property", alderPath, `,"bestRating":"10"`, ``, []string{
		alderPath + " audit-jsonld: in the JSON-LD a node of the type Rating has no bestRating"}},
	{"reference", alderPath, `"publisher":{"@id":"https://vaults.example.com/#publisher"},"datePublished"`, `"publisher":{"@id":"https://vaults.example.com/#us"},"datePublished"`, []string{
		alderPath + ` audit-jsonld: the JSON-LD refers to "https://vaults.example.com/#us", which no page defines`}},
	{"context", alderPath, `"@context":"https://schema.org"`, `"@context":"http://schema.org"`, []string{
		alderPath + ` audit-jsonld: the JSON-LD has the context "http://schema.org"`}},
	{"breadcrumb", alderPath, `"position":2`, `"position":1`, []string{
		alderPath + ` audit-jsonld: in the JSON-LD the breadcrumb "Providers" has the position 1, not 2`}},

	{"short title", alderPath, `<title>Alder – Vault Weekly<`, `<title>Alder<`, []string{
		alderPath + ` audit-title: the title "Alder" has 5 characters, less than 10`}},
	{"long title", alderPath, `<title>Alder`, `<title>Alder` + strings.Repeat(" and more", 12), []string{
		alderPath + ` audit-title: the title "Alder` + strings.Repeat(" and more", 12) + `" has 113 characters, more than 100`}},
	{"short description", alderPath, `content="Who Alder is, and where it stands in Best Vaults (2025)."`, `content="A vault."`, []string{
		alderPath + ` audit-description: the description "A vault." has 8 characters, less than 15`}},
	{"long description", alderPath, `content="Who Alder is`, `content="Who Alder is` + strings.Repeat(" and was", 20), []string{
		alderPath + ` audit-description: the description has 216 characters, more than 200`}},
	{"same description", alderPath, `content="Who Alder is, and where it stands in Best Vaults (2025)."`, `content="Three vaults, ranked by strength and price."`, []string{
		alderPath + ` audit-description: the description "Three vaults, ranked by strength and price." is that of ` + "`/guides/vaults/` too"}},
	{"orphan", "lonely/index.html", "", "<title>A page that nobody knows</title><h1>Lonely</h1>", []string{
		"lonely/index.html audit-orphan: no links lead from the home page to this page"}},
}

const (
	guidePath = "guides/vaults/index.html"
	guideCSV  = "guides/vaults/ranking.csv"
	guideJSON = "guides/vaults/ranking.json"
	guideTwin = "guides/vaults/index.md"
	alderPath = "providers/alder/index.html"
)

var index = regexp.MustCompile(`search/index/[0-9a-f]+/`)

func TestAuditFinds(t *testing.T) {
	for _, x := range disagreements {
		t.Run(x.what, func(t *testing.T) {
			files := sample(t)
			file := x.file
			if strings.HasSuffix(file, "/") {
				for _, name := range slices.Sorted(maps.Keys(files)) {
					if strings.HasPrefix(name, x.file) && strings.Contains(files[name], x.old) && strings.Contains(name, "/d") {
						file = name
					}
				}
			}
			switch {
			case x.old == "" && x.with == "":
				delete(files, file)
			case x.old != "" && !strings.Contains(files[file], x.old):
				t.Fatalf("%s does not contain %q", file, x.old)
			default:
				files[file] = strings.Replace(files[file], x.old, x.with, 1)
			}
			want := []string{}
			for _, w := range x.want {
				if strings.HasPrefix(w, " ") {
					w = "search/index/d0.json" + w
				}
				want = append(want, w)
			}
			got := audited(check.Audit(tree(files), "/"))
			for i := range got { // the folder of the search index is named after its content
				got[i] = index.ReplaceAllString(got[i], "search/index/")
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAuditClean: the small site has no fault, at the root and below a path;
// nor has the real one.
func TestAuditClean(t *testing.T) {
	if diff := cmp.Diff([]string{}, audited(check.Audit(tree(sample(t)), "/"))); diff != "" {
		t.Error(diff)
	}
	files, r := finished(t, "../..", false)
	began := time.Now()
	if diff := cmp.Diff([]string{}, audited(check.Audit(tree(files), r.Base))); diff != "" {
		t.Error(diff)
	}
	t.Logf("%d files in %v", len(files), time.Since(began))
}
