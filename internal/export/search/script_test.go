package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"shortlist/internal/testrun"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// vectors are what Go and the script must agree on, written down.
type vectors struct {
	Words []struct {
		Text  string   `json:"text"`
		Words []string `json:"words"`
	} `json:"words"`
	Small []struct { // searches of the small index
		Query  string   `json:"query"`
		Region string   `json:"region"`
		Found  []string `json:"found"` // titles, in order
	} `json:"small"`
}

func readVectors(t *testing.T) (v vectors) {
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestWordVectors(t *testing.T) {
	for _, x := range readVectors(t).Words {
		if diff := cmp.Diff(x.Words, append([]string{}, Words(x.Text)...)); diff != "" {
			t.Errorf("words of %q: %s", x.Text, diff)
		}
	}
}

// answer is what testdata/script.mjs says of a query.
type answer struct {
	Docs    []int       `json:"docs"`
	Partly  bool        `json:"partly"`
	More    bool        `json:"more"`
	Shown   [][3]string `json:"shown"`
	Read    []string    `json:"read"`
	Instead []string    `json:"instead"`
}

// script asks static/search.js itself, which is the only reader of the index.
// Node is among what `make test` installs.
func script(t *testing.T, ix *Index, texts []string, queries [][2]string) (words [][]string, answers []answer) {
	t.Helper()
	testrun.Needs(t, "node")
	source, err := os.ReadFile("../../../static/search.js")
	if err != nil {
		t.Fatal(err)
	}
	tokens := func(parts []Part) string {
		var b strings.Builder
		for _, p := range parts {
			b.WriteString(p.Begins + p.Name + " ")
		}
		return b.String()
	}
	m, files := &ix.Manifest, map[string]string{}
	for _, s := range ix.Shards {
		files[strings.TrimSuffix(s.Name, ".json")] = string(s.Data)
	}
	in, err := json.Marshal(map[string]any{
		"script": string(source), "texts": append([]string{}, texts...), "files": files, "queries": append([][2]string{}, queries...),
		"manifest": map[string]string{
			"words": tokens(m.Words), "prefixes": tokens(m.Prefixes), "slips": tokens(m.Slips),
			"rows": strings.Join(m.Rows, " "), "common": strings.Join(m.Common, " "), "size": fmt.Sprint(len(ix.Items)),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", "testdata/script.mjs")
	command.Stdin, command.Stderr = bytes.NewReader(in), os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var said struct {
		Words   [][]string
		Answers []answer
	}
	if err := json.Unmarshal(out, &said); err != nil {
		t.Fatal(err)
	}
	return said.Words, said.Answers
}

func paths(ix *Index, docs []int) []string {
	var out []string
	for _, doc := range docs {
		out = append(out, ix.Items[doc].Path)
	}
	return out
}

func TestScriptVectors(t *testing.T) {
	v := readVectors(t)
	var texts []string
	var queries [][2]string
	for _, x := range v.Words {
		texts = append(texts, x.Text)
	}
	for _, x := range v.Small {
		queries = append(queries, [2]string{x.Query, x.Region})
	}
	ix := New(slices.Values(small()), commonWords("en"))
	words, answers := script(t, ix, texts, queries)
	for i, x := range v.Words {
		if diff := cmp.Diff(x.Words, words[i]); diff != "" {
			t.Errorf("words of %q: %s", x.Text, diff)
		}
	}
	for i, x := range v.Small {
		found := []string{}
		for _, doc := range answers[i].Docs {
			found = append(found, ix.Items[doc].Title)
		}
		if diff := cmp.Diff(x.Found, found); diff != "" {
			t.Errorf("%q in %q: %s", x.Query, x.Region, diff)
		}
	}
}

// TestScriptReadsTheSameWords asks for characters of every alphabet.
func TestScriptReadsTheSameWords(t *testing.T) {
	var texts []string
	for first := rune(0); first < 0x30000; first += 0x400 {
		var apart, together strings.Builder
		for c := first; c < first+0x400; c++ {
			if settledRune(c) {
				apart.WriteString(string(c) + " ")
				together.WriteRune(c)
			}
		}
		texts = append(texts, apart.String(), together.String())
	}
	words, _ := script(t, New(slices.Values(small()), nil), texts, nil)
	for i, text := range texts {
		if diff := cmp.Diff(Words(text), words[i]); diff != "" && len(Words(text))+len(words[i]) > 0 {
			t.Errorf("characters from %#x on: %s", i/2*0x400, diff)
		}
	}
}

// TestScriptFindsWhatIsDefined compares whole answers, order included, with those
// of a search that has no index: what people type, letter by letter, words of
// titles, wrong letters.
func TestScriptFindsWhatIsDefined(t *testing.T) {
	docs := slices.Collect(site(24))
	ix := New(slices.Values(docs), commonWords("en"))
	if len(ix.Manifest.Words) < 5 || len(ix.Manifest.Prefixes) < 5 || len(ix.Manifest.Slips) < 5 {
		t.Fatalf("the index is too small to test: %+v", ix.Manifest)
	}
	d := define(docs, ix)
	random := rand.New(rand.NewPCG(3, 4))
	pick := func() string {
		words := Words(docs[random.IntN(len(docs))].Title)
		return words[random.IntN(len(words))]
	}
	var queries [][2]string
	for range testrun.Some(5, 15) {
		typed := pick()
		for range random.IntN(6) {
			typed += " " + pick()
		}
		region := []string{"", "", "", "eu", "nowhere"}[random.IntN(5)]
		for end := 1; end < len(typed); end += 1 + random.IntN(4) {
			queries = append(queries, [2]string{typed[:end], region})
		}
		w := []byte(pick())
		switch i := random.IntN(len(w)); random.IntN(3) {
		case 0:
			w = slices.Delete(w, i, i+1)
		case 1:
			w = slices.Insert(w, i, 'x')
		default:
			w[i], w[max(0, i-1)] = w[max(0, i-1)], w[i]
		}
		queries = append(queries, [2]string{typed, region}, [2]string{string(w), ""}, [2]string{string(w) + " " + pick(), region})
	}
	_, answers := script(t, ix, nil, queries)
	for i, q := range queries {
		want, partly := d.find(q[0], q[1])
		if got := paths(ix, answers[i].Docs); !slices.Equal(got, want) || partly != answers[i].Partly {
			t.Errorf("%q in %q finds %d %v, want %d %v; %v %v", q[0], q[1], len(got), first(got), len(want), first(want), partly, answers[i].Partly)
		}
		for k, row := range answers[i].Shown {
			if item := ix.Items[answers[i].Docs[k]]; row != [3]string{item.Title, item.Path, short(item.Note)} {
				t.Errorf("%+v is shown as %q", item, row)
			}
		}
	}
}

func first(list []string) []string { return list[:min(5, len(list))] }

// TestScriptSize keeps the script small: most readers search never or once.
func TestScriptSize(t *testing.T) {
	source, err := os.ReadFile("../../../static/search.js")
	if err != nil {
		t.Fatal(err)
	}
	if t.Logf("%d bytes", len(source)); len(source) > 10_000 {
		t.Errorf("static/search.js has %d bytes, more than 10,000", len(source))
	}
}
