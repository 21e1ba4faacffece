package structured

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestGolden compares each block, indented, with the one that was looked at.
func TestGolden(t *testing.T) {
	for _, p := range pages() {
		t.Run(p.name, func(t *testing.T) {
			data, err := p.graph.JSON()
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := json.Indent(&b, data, "", "  "); err != nil {
				t.Fatal(err)
			}
			b.WriteByte('\n')
			file := filepath.Join("testdata", p.name+".json")
			if *update {
				if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Errorf("differs from %s (-want +got):\n%s", file, diff)
			}
		})
	}
}

// required is what a node of each type must have: what the search engines that
// read the type ask for or advise, and what our own surfaces compare.
var required = map[string][]string{
	"Organization":   {"@id", "name", "url"},
	"Person":         {"@id", "name", "url"},
	"Service":        {"@id", "name", "url"},
	"WebSite":        {"@id", "url", "name", "inLanguage", "publisher"},
	"WebPage":        {"@id", "url", "name", "inLanguage", "isPartOf"},
	"BreadcrumbList": {"@id", "itemListElement"},
	"ListItem":       {"position", "name"},
	"Article": {"@id", "headline", "description", "image", "datePublished", "dateModified", "author", "publisher",
		"mainEntityOfPage"},
	"ImageObject":   {"url", "width", "height"},
	"ItemList":      {"@id", "name", "itemListOrder", "numberOfItems", "itemListElement"},
	"FAQPage":       {"@id", "mainEntity"},
	"Question":      {"@id", "name", "acceptedAnswer"},
	"Answer":        {"text"},
	"Dataset":       {"@id", "name", "description", "url", "creator", "distribution", "isAccessibleForFree", "inLanguage"},
	"DataDownload":  {"encodingFormat", "contentUrl"},
	"PropertyValue": {"name"},
	"Review":        {"@id", "url", "itemReviewed", "reviewRating", "author", "publisher", "datePublished", "inLanguage"},
	"Rating":        {"ratingValue", "bestRating", "worstRating"},
}

// node is any object of a block, as a reader sees it.
type node = map[string]any

// walk calls back for each object in a value.
func walk(v any, visit func(node)) {
	switch v := v.(type) {
	case node:
		visit(v)
		for _, value := range v {
			walk(value, visit)
		}
	case []any:
		for _, value := range v {
			walk(value, visit)
		}
	}
}

func parse(t testing.TB, g Graph) node {
	t.Helper()
	data, err := g.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var doc node
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestRequired holds every node of every type to what its type needs, and the
// pages together to state every type in the table, and no other: above all no
// AggregateRating.
func TestRequired(t *testing.T) {
	stated := map[string]bool{}
	for _, p := range pages() {
		walk(parse(t, p.graph), func(n node) {
			kind, _ := n["@type"].(string)
			properties, known := required[kind]
			switch {
			case kind == "" && n["@context"] == "https://schema.org", kind == "" && len(n) == 1 && n["@id"] != nil:
				return // the block itself, or a reference
			case !known:
				t.Errorf("%s: a node of the type %q, which is not in the table", p.name, kind)
			}
			stated[kind] = true
			for _, property := range properties {
				switch value := n[property].(type) {
				case nil:
					t.Errorf("%s: %s without %s", p.name, kind, property)
				case string:
					if value == "" {
						t.Errorf("%s: %s with an empty %s", p.name, kind, property)
					}
				case []any:
					if len(value) == 0 {
						t.Errorf("%s: %s with no %s", p.name, kind, property)
					}
				}
			}
			if kind == "ListItem" && n["item"] == nil && n["url"] == nil {
				t.Errorf("%s: an item that leads nowhere", p.name)
			}
		})
	}
	for kind := range required {
		if !stated[kind] {
			t.Errorf("no page states a %s", kind)
		}
	}
}

// TestLinks follows every reference to a node of the same graph.
func TestLinks(t *testing.T) {
	for _, p := range pages() {
		doc := parse(t, p.graph)
		ids := map[any]bool{}
		for _, n := range doc["@graph"].([]any) {
			ids[n.(node)["@id"]] = true
		}
		references := 0
		walk(doc, func(n node) {
			if len(n) == 1 && n["@id"] != nil {
				references++
				if !ids[n["@id"]] {
					t.Errorf("%s: a reference to %v, which is not in the graph", p.name, n["@id"])
				}
			}
		})
		if references == 0 {
			t.Errorf("%s: nothing is linked", p.name)
		}
	}
}

// TestSays reads back what the page prints: ranks, names and scores.
func TestSays(t *testing.T) {
	var places, scores []string
	walk(parse(t, guidePage()), func(n node) {
		if n["@type"] != "ItemList" {
			return
		}
		for _, item := range n["itemListElement"].([]any) {
			i := item.(node)
			places = append(places, fmt.Sprint(i["position"], " ", i["name"]))
		}
	})
	walk(parse(t, providerPage()), func(n node) {
		if n["@type"] == "Rating" {
			scores = append(scores, fmt.Sprint(n["ratingValue"], " of ", n["worstRating"], " to ", n["bestRating"]))
		}
	})
	slices.Sort(scores)
	if diff := cmp.Diff([]string{"1 Evertas", "2 Marsh", "2 Munich Re", "4 Lloyd’s & Co. <London>"}, places); diff != "" {
		t.Errorf("the ranking (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"10.0 of 0 to 10", "8.50 of 0 to 10"}, scores); diff != "" {
		t.Errorf("the scores (-want +got):\n%s", diff)
	}
}

// TestAnswers reads back the answers, character by character.
func TestAnswers(t *testing.T) {
	want := guidePage().Questions
	var got []Question
	walk(parse(t, guidePage()), func(n node) {
		if n["@type"] == "FAQPage" {
			for _, q := range n["mainEntity"].([]any) {
				q := q.(node)
				got = append(got, Question{guidePage().Page.URL + q["@id"].(string), q["name"].(string), q["acceptedAnswer"].(node)["text"].(string)})
			}
		}
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the answers (-want +got):\n%s", diff)
	}
}

// TestEmptyRanking leaves out an order without places, and every link to it.
func TestEmptyRanking(t *testing.T) {
	g := guidePage()
	g.Ranking = &Ranking{Name: "Nobody serves this region"}
	data, err := g.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "ItemList") || strings.Contains(string(data), "#ranking") {
		t.Errorf("an order without places is stated: %s", data)
	}
}

func BenchmarkJSON(b *testing.B) {
	for _, p := range pages() {
		b.Run(p.name, func(b *testing.B) {
			size := 0
			for b.Loop() {
				data, err := p.graph.JSON()
				if err != nil {
					b.Fatal(err)
				}
				size = len(data)
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}
