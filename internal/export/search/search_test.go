package search

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

var thousand = sync.OnceValue(func() *Index { return New(site(1000), nil) })

func TestGolden(t *testing.T) {
	ix := New(slices.Values(small()), commonWords("en"))
	var b bytes.Buffer
	fmt.Fprintf(&b, "%+v\n", ix.Manifest)
	for _, s := range ix.Shards {
		fmt.Fprintf(&b, "\n%s\n%s\n", s.Name, strings.ReplaceAll(string(s.Data), `","`, "\",\n\""))
	}
	if *update {
		if err := os.WriteFile("testdata/small.txt", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/small.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}

// TestEveryWordIsFound looks for words of each document, and for their first
// letters.
func TestEveryWordIsFound(t *testing.T) {
	docs := slices.Collect(site(6))
	ix := New(slices.Values(docs), nil)
	var queries [][2]string
	var want []string
	for i := range docs {
		for w := range levelsOf(&docs[i]) {
			if len(queries) < 300 {
				for _, query := range []string{w, w[:1], w[:min(3, len(w))]} {
					queries, want = append(queries, [2]string{query, ""}), append(want, docs[i].Path)
				}
			}
		}
	}
	_, answers := script(t, ix, nil, queries)
	for i, a := range answers {
		if !slices.Contains(paths(ix, a.Docs), want[i]) {
			t.Fatalf("%q does not find %s", queries[i][0], want[i])
		}
	}
}

// TestMuchOfAWord looks for a word that more documents have than its list.
func TestMuchOfAWord(t *testing.T) {
	var docs []Doc
	for i := range longestList + 500 {
		title := "Vault " + strings.Repeat("x", i%7) + fmt.Sprint(i)
		docs = append(docs, Doc{Item: Item{Guide, title, fmt.Sprintf("/%d/", i), ""}, Text: Text{Bodies: []string{title}}})
	}
	rare := &docs[longestList+100]
	rare.Text.Titles = []string{"Evertas"}
	ix := New(slices.Values(docs), nil)
	_, answers := script(t, ix, nil, [][2]string{{"vault", ""}, {"vault evertas", ""}, {"vault nothing", ""}})
	if a := answers[0]; !a.More || len(a.Docs) < shortList || a.Docs[0] != longestList+100 && a.Docs[0] != 0 {
		t.Errorf("vault finds %d, more %v, first %d", len(a.Docs), a.More, a.Docs[0])
	}
	if a := answers[1]; len(a.Docs) == 0 || paths(ix, a.Docs)[0] != rare.Path {
		t.Errorf("vault evertas finds %v", first(paths(ix, a.Docs)))
	}
	if a := answers[2]; !a.Partly || len(a.Docs) == 0 {
		t.Errorf("vault nothing finds %d, partly %v", len(a.Docs), a.Partly)
	}
}

// keystroke is what the first letters that a reader types may cost on a site of
// 1,000 guides, in bytes, uncompressed: the files of the index, and what the first
// results show. The manifest is in the page.
const keystroke, inPage = 40_000, 30_000

// TestKeystroke types every letter and digit, and words and beginnings of words as
// they come.
func TestKeystroke(t *testing.T) {
	ix := thousand()
	manifest, total, size := 0, 0, map[string]int{}
	for _, parts := range [][]Part{ix.Manifest.Words, ix.Manifest.Prefixes, ix.Manifest.Slips} {
		for _, p := range parts {
			manifest += len(p.Begins) + len(p.Name) + 1
		}
	}
	for _, s := range ix.Shards {
		total += len(s.Data)
		size[strings.TrimSuffix(s.Name, ".json")] = len(s.Data)
		if len(s.Data) > 30_000 {
			t.Errorf("%s has %d bytes", s.Name, len(s.Data))
		}
	}
	t.Logf("%d documents, %d files of %d bytes in all; manifest %d bytes", len(ix.Items), len(ix.Shards), total, manifest)
	if manifest > inPage {
		t.Errorf("the page carries %d bytes of the index", manifest)
	}
	var queries [][2]string
	for _, c := range "abcdefghijklmnopqrstuvwxyz0123456789" {
		queries = append(queries, [2]string{string(c), ""})
	}
	for d := range site(1) {
		for _, w := range Words(d.Title)[:1] {
			queries = append(queries, [2]string{w, ""}, [2]string{w[:min(2, len(w))], ""}, [2]string{w[:min(4, len(w))], ""})
		}
	}
	_, answers := script(t, ix, nil, queries)
	worst, query := 0, ""
	for i, a := range answers {
		cost := 0
		for _, name := range a.Read {
			cost += size[name]
		}
		if cost > worst {
			worst, query = cost, queries[i][0]
		}
	}
	if t.Logf("the dearest is %q: %d bytes", query, worst); worst > keystroke {
		t.Errorf("typing %q costs %d bytes: more than %d", query, worst, keystroke)
	}
}

func TestDeterminism(t *testing.T) {
	one, two := New(site(30), nil), New(site(30), nil)
	if !reflect.DeepEqual(one, two) {
		t.Error("two indexes of one site differ")
	}
}

// TestAnEditRenamesLittle edits what an edited score changes: what is said of a
// provider, and which providers are compared.
func TestAnEditRenamesLittle(t *testing.T) {
	before, names := New(site(100), nil), map[string]bool{}
	for _, s := range before.Shards {
		names[s.Name] = true
	}
	docs, at := slices.Collect(site(100)), 500
	for docs[at].Kind != Comparison {
		at++
	}
	extra := docs[at]
	extra.Path += "2"
	docs = slices.Insert(docs, at, extra)
	for i := range docs {
		if docs[i].Kind == Provider && i%7 == 0 {
			docs[i].Note = "1 of 10"
			break
		}
	}
	after, renamed := New(slices.Values(docs), nil), 0
	for _, s := range after.Shards {
		if !names[s.Name] {
			renamed++
		}
	}
	if t.Logf("%d of %d files have another name", renamed, len(after.Shards)); renamed == 0 || renamed > len(after.Shards)/6 {
		t.Errorf("%d of %d files have another name", renamed, len(after.Shards))
	}
}

func TestNothingToIndex(t *testing.T) {
	for name, docs := range map[string][]Doc{"nothing": nil, "no words": {{Item: Item{Title: "—", Path: "/x/"}}}} {
		_, answers := script(t, New(slices.Values(docs), nil), nil, [][2]string{{"", ""}, {"  ", ""}, {"a", ""}, {"abcde b", ""}})
		for i, a := range answers {
			if len(a.Docs) != 0 {
				t.Errorf("%s: query %d finds %v", name, i, a.Docs)
			}
		}
	}
}

func TestShort(t *testing.T) {
	long := strings.Repeat("ab cd, ", 40)
	for note, want := range map[string]string{
		"": "", "A note.": "A note.", strings.Repeat("é", noteSize): strings.Repeat("é", noteSize),
		long:                            strings.Repeat("ab cd, ", 17)[:len("ab cd, ")*17-2] + " …",
		strings.Repeat("漢", noteSize+1): strings.Repeat("漢", noteSize) + " …",
	} {
		if got := short(note); got != want {
			t.Errorf("short(%q) = %q, want %q", note, got, want)
		}
	}
}

func BenchmarkNew1000(b *testing.B) {
	docs := slices.Collect(site(1000))
	for b.Loop() {
		New(slices.Values(docs), nil)
	}
}
