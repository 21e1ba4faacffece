package search

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
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

func TestVectors(t *testing.T) {
	v := readVectors(t)
	for _, x := range v.Words {
		if diff := cmp.Diff(x.Words, append([]string{}, Words(x.Text)...)); diff != "" {
			t.Errorf("words of %q: %s", x.Text, diff)
		}
	}
	ix := New(slices.Values(small()))
	r := newReader(t, ix)
	for _, x := range v.Small {
		if diff := cmp.Diff(x.Found, titles(ix, r.find(x.Query, x.Region))); diff != "" {
			t.Errorf("%q in %q: %s", x.Query, x.Region, diff)
		}
	}
}

func titles(ix *Index, docs []int) []string {
	out := []string{}
	for _, doc := range docs {
		out = append(out, ix.Items[doc].Title)
	}
	return out
}

// question and answer are what testdata/script.mjs reads and writes.
type question struct {
	Script   string            `json:"script"`
	Texts    []string          `json:"texts"`
	Pages    []string          `json:"pages"`
	Prefixes []string          `json:"prefixes"`
	Files    map[string]string `json:"files"`
	Queries  [][2]string       `json:"queries"`
}

type answer struct {
	Words [][]string `json:"words"`
	Found [][]int    `json:"found"`
}

// script asks static/search.js itself. Node is among what `make test` installs.
func script(t *testing.T, ix *Index, texts []string, queries [][2]string) (a answer) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed here")
	}
	source, err := os.ReadFile("../../../static/search.js")
	if err != nil {
		t.Fatal(err)
	}
	q := question{Script: string(source), Texts: texts, Pages: ix.Manifest.Pages, Prefixes: ix.Manifest.Prefixes, Files: map[string]string{}, Queries: queries}
	for _, s := range ix.Shards {
		q.Files[strings.TrimSuffix(s.Name, ".json")] = string(s.Data)
	}
	in, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", "testdata/script.mjs")
	command.Stdin, command.Stderr = bytes.NewReader(in), os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &a); err != nil {
		t.Fatal(err)
	}
	return a
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
	ix := New(slices.Values(small()))
	a := script(t, ix, texts, queries)
	for i, x := range v.Words {
		if diff := cmp.Diff(x.Words, a.Words[i]); diff != "" {
			t.Errorf("words of %q: %s", x.Text, diff)
		}
	}
	for i, x := range v.Small {
		if diff := cmp.Diff(x.Found, titles(ix, a.Found[i])); diff != "" {
			t.Errorf("%q in %q: %s", x.Query, x.Region, diff)
		}
	}
}

// TestScriptFindsTheSame asks both readers for what people type, letter by
// letter, on an index of many pages, and for words of every alphabet.
func TestScriptFindsTheSame(t *testing.T) {
	docs := inOrder(slices.Collect(site(60)))
	ix := New(slices.Values(docs))
	r := newReader(t, ix)
	random := rand.New(rand.NewPCG(3, 4))
	var queries [][2]string
	for range 40 {
		words := Words(docs[random.IntN(len(docs))].Title)
		typed := words[random.IntN(len(words))] + " " + words[random.IntN(len(words))]
		region := []string{"", "eu", "nowhere"}[random.IntN(3)]
		for end := 1; end <= len(typed); end += 2 {
			queries = append(queries, [2]string{typed[:end], region})
		}
	}
	var texts []string
	for first := rune(0); first < 0x30000; first += 0x400 {
		var b strings.Builder
		for c := first; c < first+0x400; c++ {
			if settledRune(c) {
				b.WriteRune(c)
				b.WriteByte(' ')
			}
		}
		texts = append(texts, b.String())
	}
	a := script(t, ix, texts, queries)
	for i, q := range queries {
		if want := r.find(q[0], q[1]); !slices.Equal(a.Found[i], want) {
			t.Errorf("%q in %q finds %v, and in Go %v", q[0], q[1], a.Found[i], want)
		}
	}
	for i, text := range texts {
		if diff := cmp.Diff(Words(text), a.Words[i]); diff != "" && len(Words(text))+len(a.Words[i]) > 0 {
			t.Errorf("characters from %#x on: %s", i*0x400, diff)
		}
	}
}

// The served script is small enough to be sent as it was written.
func TestScriptSize(t *testing.T) {
	source, err := os.ReadFile("../../../static/search.js")
	if err != nil {
		t.Fatal(err)
	}
	if t.Logf("%d bytes", len(source)); len(source) > 5000 {
		t.Errorf("static/search.js has %d bytes, more than 5000", len(source))
	}
}
