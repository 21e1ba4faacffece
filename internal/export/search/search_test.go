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
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

var thousand = sync.OnceValue(func() *Index { return New(site(1000)) })

func TestGolden(t *testing.T) {
	ix := New(slices.Values(small()))
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

// TestEveryWordIsFound looks for each word of each document, and for its first
// letters.
func TestEveryWordIsFound(t *testing.T) {
	docs := inOrder(slices.Collect(site(12)))
	ix := New(slices.Values(docs))
	if len(ix.Manifest.Pages) < 5 || len(ix.Manifest.Prefixes) < 5 {
		t.Fatalf("the index is too small to test: %+v", ix.Manifest)
	}
	r := newReader(t, ix)
	found := map[string]map[int]int{}
	finds := func(query string, doc int) bool {
		if found[query] == nil {
			found[query] = r.scores(query, true)
		}
		return found[query][doc] > 0
	}
	for i, d := range docs {
		if ix.Items[i] != d.Item {
			t.Fatalf("document %d is %+v, want %+v", i, ix.Items[i], d.Item)
		}
		for _, texts := range d.Text.fields() {
			for _, w := range Words(strings.Join(texts, " ")) {
				for _, query := range []string{w, w[:1], w[:min(3, len(w))]} {
					if !finds(query, i) {
						t.Fatalf("%q does not find %q", query, d.Title)
					}
				}
			}
		}
	}
}

// TestReaderFindsWhatIsDefined compares whole answers, order included, with
// those of a search that has no index.
func TestReaderFindsWhatIsDefined(t *testing.T) {
	docs := inOrder(slices.Collect(site(12)))
	r := newReader(t, New(slices.Values(docs)))
	vocabulary := []string{}
	for _, d := range docs {
		vocabulary = append(vocabulary, Words(d.Title+" "+d.Note)...)
	}
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 3).Draw(rt, "words")
		if n := len(words); n > 0 {
			words[n-1] = words[n-1][:rapid.IntRange(1, len(words[n-1])).Draw(rt, "typed")]
		}
		query, region := strings.Join(words, " "), rapid.SampledFrom([]string{"", "", "eu", "sg", "nowhere"}).Draw(rt, "region")
		got, want := r.find(query, region), defined(docs, query, region)
		if !slices.Equal(got, want) {
			rt.Fatalf("%q in %q finds %v, want %v", query, region, got, want)
		}
		for i, item := range r.shows(got) {
			d := docs[got[i]]
			if item.Title != d.Title || item.Path != d.Path || item.Note != short(d.Note) {
				rt.Fatalf("document %d is shown as %+v", got[i], item)
			}
		}
	})
}

// keystroke is what the first letter that a reader types may cost on a site of
// 1,000 guides, in bytes, uncompressed: the manifest in the page, the files of
// the index, and what the first results show.
const keystroke = 30_000

// TestKeystroke types every letter and digit and, which need not be as cheap
// but is, words and beginnings of words as they come.
func TestKeystroke(t *testing.T) {
	ix := thousand()
	manifest := len(strings.Join(ix.Manifest.Pages, " ")) + len(strings.Join(ix.Manifest.Prefixes, " "))
	total := 0
	for _, s := range ix.Shards {
		total += len(s.Data)
	}
	t.Logf("%d documents, %d files of %d bytes in all; manifest %d bytes", len(ix.Items), len(ix.Shards), total, manifest)
	letters := strings.Split("abcdefghijklmnopqrstuvwxyz0123456789", "")
	var typed []string
	for d := range site(2) {
		for _, w := range Words(d.Title) {
			typed = append(typed, w, w[:min(2, len(w))], w[:min(4, len(w))])
		}
	}
	for name, queries := range map[string][]string{"first letter": letters, "word": typed} {
		r, worst, query, files := newReader(t, ix), 0, "", 0
		for _, q := range queries {
			r.forget()
			r.shows(r.find(q, ""))
			if cost := r.cost(); cost > worst {
				worst, query, files = cost, q, len(r.fetched)
			}
		}
		t.Logf("the dearest %s is %q: %d bytes in %d files", name, query, worst, files)
		if manifest+worst > keystroke {
			t.Errorf("typing %q costs %d bytes, and the manifest %d: more than %d", query, worst, manifest, keystroke)
		}
	}
}

func TestDeterminism(t *testing.T) {
	one, two := New(site(30)), New(site(30))
	if !reflect.DeepEqual(one, two) {
		t.Error(cmp.Diff(one, two))
	}
	docs := slices.Collect(site(30))
	docs[3].Text.Bodies = append(docs[3].Text.Bodies, "another")
	if other := New(slices.Values(docs)); other.Manifest.Digest == one.Manifest.Digest {
		t.Error("another index has the same digest")
	}
}

func TestNothingToIndex(t *testing.T) {
	for name, docs := range map[string][]Doc{"nothing": nil, "no words": {{Item: Item{Title: "—", Path: "/x/"}}}} {
		r := newReader(t, New(slices.Values(docs)))
		for _, query := range []string{"", "  ", "a", "a b"} {
			if got := r.find(query, ""); len(got) != 0 {
				t.Errorf("%s: %q finds %v", name, query, got)
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
		New(slices.Values(docs))
	}
}
