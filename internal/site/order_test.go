package site

import (
	"os"
	"regexp"
	"shortlist/internal/report/address"
	"slices"
	"strings"
	"testing"
)

// The orders that were published before this program existed.
var published = map[string]string{
	"custody-insurance":     "evertas coincover marsh aon munich-re lloyds canopius relm breach chainproof",
	"institutional-custody": "coinbase-prime fidelity-digital-assets bitgo anchorage-digital bny-mellon gemini komainu zodia sygnum hex-trust",
}

var (
	articleID = regexp.MustCompile(`<article id="([^"]+)"`)
	rowAnchor = regexp.MustCompile(`<th scope="row"><a href="#([^"]+)"`)
)

// TestPublishedOrder computes the order of the real guides, and finds it in the
// entries, in the table and in what was published.
func TestPublishedOrder(t *testing.T) {
	s, problems := load(t, os.DirFS("../.."))
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for slug, want := range published {
		page := render(t, s, address.Guide(slug))
		ranking := between(t, page, `<section id="ranking"`, `<section id="`)
		table := between(t, page, `<section id="comparison"`, `</table>`)
		for name, got := range map[string][]string{"entries": all(articleID, ranking), "rows": all(rowAnchor, table)} {
			if !slices.Equal(got, strings.Fields(want)) {
				t.Errorf("%s, %s: %q\nwant %s", slug, name, got, want)
			}
		}
	}
}

// between cuts a page from one text to the next one of another.
func between(t *testing.T, page, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, from)
	if !ok {
		t.Fatalf("the page has no %s", from)
	}
	part, _, _ := strings.Cut(rest, to)
	return part
}

func all(re *regexp.Regexp, s string) []string {
	var out []string
	for _, m := range re.FindAllStringSubmatch(s, -1) {
		out = append(out, m[1])
	}
	return out
}
