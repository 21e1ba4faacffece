package structured

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"shortlist/internal/guide"
)

// texts draws what an author, or an attacker, might write. Nothing is empty,
// which is a fault of its own.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringN(1, 40, -1),
		rapid.SampledFrom([]string{
			"</script>", "</SCRIPT\t>", "<!--", "<!-- <script>", "]]>", "&lt;/script&gt;", "\u2028", "\u2029", "\x00", "\xff</script", "\"", `\`, "\u202e",
		}),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 1, 20), func(b []byte) string { return string(b) }),
	)
}

// full draws a page that has everything, in any words.
func full(t *rapid.T) Graph {
	text := func(name string) string { return texts().Draw(t, name) }
	authors := []Author{{Kind: guide.Person, Name: text("author"), URL: text("author.url"), Website: text("author.website")}}
	return Graph{
		Site:      Site{URL: "https://a.example/", Name: text("site"), Description: text("site.description"), Language: text("language")},
		Publisher: Publisher{Name: text("publisher"), URL: text("publisher.url"), Logo: text("logo")},
		Page: Page{
			URL: "https://a.example/p/", Name: text("page"), Description: text("description"), Image: Image{text("image"), 1, 1},
			Published: september, Parents: []Crumb{{text("crumb"), text("crumb.url")}},
		},
		Article:   &Article{Section: text("section"), Topics: []string{text("topic")}, Authors: authors},
		Ranking:   &Ranking{Name: text("ranking"), Places: []Place{{1, text("place"), text("place.url")}}},
		Questions: []Question{{"q" + text("question.url"), text("question"), text("answer")}},
		Dataset: &Dataset{
			Name: text("dataset"), Description: text("dataset.description"), License: text("license"), Method: text("method"),
			Files: []File{{text("file"), text("media type")}}, Variables: []Variable{{text("variable"), text("about"), text("unit")}},
		},
		Reviews: []Review{{
			URL: "r" + text("review.url"), Subject: Subject{Name: text("subject"), Page: text("subject.page"), Website: text("website")},
			Name: text("award"), Body: text("why"), Authors: authors, Score: "9.99", Published: september,
		}},
	}
}

// TestScriptSafe puts any words into a page, reads the page as a browser does,
// and finds the very block in its one script, and the very words in the block,
// but for bytes that are no text.
func TestScriptSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := full(t)
		data, err := g.JSON()
		if err != nil {
			t.Fatal(err)
		}
		block := string(data)
		if strings.ContainsAny(block, "<>&\u2028\u2029") || !utf8.ValidString(block) || !json.Valid(data) {
			t.Fatalf("not safe in a script: %q", block)
		}
		again, err := g.JSON()
		if err != nil || string(again) != block {
			t.Fatal("the same graph gives other bytes")
		}
		script, after := inBrowser(t, `<script type="application/ld+json">`+block+`</script><p>after</p>`)
		if diff := cmp.Diff(block, script); diff != "" || after != "after" {
			t.Fatalf("a browser reads another block, and then %q (-want +got):\n%s", after, diff)
		}
		var doc document
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		want := strings.ToValidUTF8(g.Questions[0].Answer, "")
		if got := strings.ReplaceAll(answerOf(doc), "\ufffd", ""); got != strings.ReplaceAll(want, "\ufffd", "") {
			t.Fatalf("the answer %q is read as %q", want, got)
		}
	})
}

// inBrowser returns the text of the script and of the paragraph after it.
func inBrowser(t *rapid.T, page string) (script, after string) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode && n.Data == "script":
			script += n.FirstChild.Data
		case n.Type == html.ElementNode && n.Data == "p":
			after += n.FirstChild.Data
		}
	}
	return script, after
}

func answerOf(doc document) string {
	text := ""
	for _, n := range doc.Graph {
		walk(n, func(n node) {
			if n["@type"] == "Answer" {
				text, _ = n["text"].(string)
			}
		})
	}
	return text
}
