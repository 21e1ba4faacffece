package bench

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"shortlist/internal/build"
	"shortlist/internal/site"
	"shortlist/internal/testrun"
)

// asked are the searches: what people type, from one letter to whole questions,
// about what the publication has.
func (p Publication) asked() []string {
	g, h := p.guide(p.Guides/2), p.guide(p.Guides/3)
	name := func(g guideText, entry int) string { return providerName(g.entries[entry].provider) }
	slip := func(s string) string {
		return s[:len(s)/2-1] + s[len(s)/2:len(s)/2+1] + s[len(s)/2-1:len(s)/2] + s[len(s)/2+1:]
	}
	word := func(s string) string { return strings.ToLower(strings.Fields(s)[0]) }
	out := []string{
		name(g, 0), name(h, 3), name(g, 0) + " vs " + name(g, 1), word(name(h, 0)) + " vs " + word(name(h, 1)),
		word(name(g, 2)) + " " + word(name(g, 3)), name(g, 0) + " price", word(name(h, 4)) + " fees", "cheapest", "lowest fees",
		g.title, h.title, g.criteria[0].name, h.criteria[4].name, "best on " + g.criteria[1].name, g.questions[0].question, h.questions[3].question,
		"which is better " + name(g, 0) + " or " + name(g, 1), "who has the lowest price for asia", "how much does " + name(g, 1) + " cost",
		"the of and to", "providers", "asia", "what", word(g.title) + " asia", word(g.title) + " providers for " + word(h.title) + " houses",
		slip(word(name(g, 0))), slip(word(h.title)), slip(word(name(h, 1))) + " price", g.entries[0].award, h.entries[2].audience[0],
		"best " + word(g.title) + " providers in asia with low fees and good " + word(g.criteria[0].name), "insurer", "broker " + word(g.title), "x", "zzzz qqqq",
		g.lead[0][:60], h.advice[1][:90], g.checklist[0],
	}
	for _, typed := range []string{g.title, name(g, 0)} {
		for end := 1; end < min(len(typed), 6); end++ {
			out = append(out, typed[:end])
		}
	}
	return out
}

// TestQueries asks the script itself what readers fetch, of a publication of ten guides
// or of -guides, and holds it to its bounds.
func TestQueries(t *testing.T) {
	testrun.Needs(t, "node")
	p := Sized(5 * max(*guides, 10))
	planned, report := build.Plan(build.Options{Site: p.tree(), Now: now})
	if planned == nil {
		t.Fatal(report.Problems)
	}
	files := map[string]string{}
	total, largest := 0, 0
	for _, part := range planned.Parts() {
		var b bytes.Buffer
		if err := planned.Render(&b, part); err != nil {
			t.Fatal(err)
		}
		files[strings.TrimSuffix(path.Base(part.Path), ".json")] = b.String()
		total, largest = total+b.Len(), max(largest, b.Len())
	}
	manifest, bytes := manifestOf(t, planned)
	t.Logf("%d files of %d bytes, the largest of %d; the search page has %d", len(files), total, largest, bytes)
	asked := p.asked()
	var rows []fetched
	for i, a := range ask(t, manifest, files, asked) {
		r := fetched{query: asked[i], took: a.Took, files: len(a.Read), found: len(a.Docs)}
		if len(a.Shown) > 0 {
			r.first = a.Shown[0][0]
		}
		for _, name := range a.Read {
			r.bytes += len(files[name])
			r.wire += compressed(files[name])
		}
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b fetched) int { return b.bytes - a.bytes })
	for _, r := range rows {
		t.Logf("%6d bytes (%6d compressed) in %2d files, %5.1f ms: %q finds %d, first %q", r.bytes, r.wire, r.files, r.took, r.query, r.found, r.first)
	}
	if rows[0].bytes > 60_000 || largest > 30_000 {
		t.Errorf("a query costs %d bytes, and the largest file has %d", rows[0].bytes, largest)
	}
}

type fetched struct {
	query, first              string
	bytes, wire, files, found int
	took                      float64
}

func compressed(text string) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.Len()
}

// manifestOf reads from the search page what its script does.
func manifestOf(t *testing.T, planned *site.Site) (map[string]string, int) {
	for _, p := range planned.Pages() {
		if p.Path != "/search/" {
			continue
		}
		var b bytes.Buffer
		if err := planned.Render(&b, p); err != nil {
			t.Fatal(err)
		}
		size, data := b.Len(), map[string]string{}
		for z := html.NewTokenizer(&b); z.Next() != html.ErrorToken; {
			if token := z.Token(); token.Data == "form" {
				for _, a := range token.Attr {
					data[strings.TrimPrefix(a.Key, "data-")] = a.Val
				}
			}
		}
		return data, size
	}
	t.Fatal("there is no search page")
	return nil, 0
}

// reply is what the script of the tests of export/search answers.
type reply struct {
	Docs  []int
	Shown [][3]string
	Read  []string
	Took  float64
}

func ask(t *testing.T, manifest, files map[string]string, asked []string) []reply {
	source, err := os.ReadFile("../../static/search.js")
	if err != nil {
		t.Fatal(err)
	}
	pairs := make([][2]string, len(asked))
	for i, q := range asked {
		pairs[i] = [2]string{q, ""}
	}
	in, err := json.Marshal(map[string]any{"script": string(source), "texts": []string{}, "manifest": manifest, "files": files, "queries": pairs})
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", "../export/search/testdata/script.mjs")
	command.Stdin, command.Stderr = bytes.NewReader(in), os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var answer struct{ Answers []reply }
	if err := json.Unmarshal(out, &answer); err != nil {
		t.Fatal(err)
	}
	return answer.Answers
}
