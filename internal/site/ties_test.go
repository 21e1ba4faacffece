package site

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

	"shortlist/internal/content"
	"shortlist/internal/theme"
	"shortlist/static"
	"shortlist/templates"
)

// seen reads a page as a visitor does, from the top: what it reports is where the
// name of a provider is read before the tie is told, and each paid link
// that is not marked or stands before the disclosure.
type seen struct {
	name, tie string // of the provider; a phrase of what is told
	told      bool
	faults    []string
}

func (s *seen) node(n *html.Node) {
	if n.Type == html.ElementNode {
		switch n.Data {
		case "head", "script", "style", "template":
			return
		case "a":
			href, rel := attr(n, "href"), attr(n, "rel")
			if strings.Contains(href, "/join") && (rel != "sponsored nofollow" || !s.told) {
				s.faults = append(s.faults, fmt.Sprintf("the paid link %s has rel=%q, told before: %v", href, rel, s.told))
			}
		case "aside":
			if strings.Contains(inner(n), s.tie) {
				s.told = true
			}
		}
	}
	if n.Type == html.TextNode && !s.told && strings.Contains(n.Data, s.name) {
		s.faults = append(s.faults, fmt.Sprintf("%q names it before the tie is told", strings.TrimSpace(n.Data)))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.node(c)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func inner(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(inner(c))
	}
	return b.String()
}

// faults are what is wrong with a file of a site on which a provider of that name
// has a tie.
func faults(t *testing.T, path, data, name, tie string) []string {
	t.Helper()
	before := func(text string) []string {
		at, told := strings.Index(text, name), strings.Index(text, tie)
		if at >= 0 && (told < 0 || told > at && strings.Index(text, "\n") < at) {
			return []string{"it names it before the tie is told: " + text[max(0, at-60):at]}
		}
		return nil
	}
	switch {
	case strings.HasSuffix(path, "/") || strings.HasSuffix(path, ".html"):
		root, err := html.Parse(strings.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		s := seen{name: name, tie: tie}
		s.node(root)
		return s.faults
	case strings.HasSuffix(path, ".md"), path == "/llms.txt":
		return before(strings.NewReplacer(`\`, "").Replace(data)) // the title alone may come first
	case strings.HasSuffix(path, ".xml") && strings.Contains(data, "<feed"):
		var f struct {
			Entries []struct {
				Title   string `xml:"title"`
				Summary string `xml:"summary"`
				Content string `xml:"content"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal([]byte(data), &f); err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, e := range f.Entries {
			out = append(append(out, before(e.Summary)...), before(html.UnescapeString(e.Content))...)
		}
		return out
	case strings.HasSuffix(path, "feed.json"), strings.HasSuffix(path, "changes.json"):
		var f struct {
			Items []struct {
				Summary string `json:"summary"`
				HTML    string `json:"content_html"`
				Text    string `json:"content_text"`
			} `json:"items"`
		}
		if err := json.Unmarshal([]byte(data), &f); err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, e := range f.Items {
			out = append(append(append(out, before(e.Summary)...), before(html.UnescapeString(e.HTML))...), before(e.Text)...)
		}
		return out
	case strings.HasSuffix(path, "ranking.json"):
		if strings.Contains(data, name) && !strings.Contains(data, `"commercial_tie"`) {
			return []string{"it does not tell of the tie"}
		}
	case strings.HasSuffix(path, "ranking.csv"):
		if strings.Contains(data, name) && !strings.Contains(data, "client: ") {
			return []string{"it does not tell of the tie"}
		}
	}
	return nil
}

// TestTiesAreToldFirst reads every file of a site with a tie: none names the provider
// before it tells of the tie. The names are a word, one with marks that HTML and
// Markdown write in other ways, and one that is part of another's.
func TestTiesAreToldFirst(t *testing.T) {
	for _, name := range []string{"Beta", "B’éta & Co", "Alpha Gamma"} {
		files := tree(t, "testdata/site.txtar")
		file := files["content/providers/beta.md"]
		file.Data = []byte(strings.Replace(string(file.Data), `"Beta"`, `"`+name+`"`, 1))
		s, problems := load(t, files)
		if len(problems) > 0 {
			t.Fatal(text(problems))
		}
		tie := name + " is a client of"
		naming := 0
		for _, p := range s.Pages() {
			if p.Open != nil || strings.HasSuffix(p.Path, ".png") || p.kind == "stub" {
				continue
			}
			data := render(t, s, p.Path)
			for _, fault := range faults(t, p.Path, data, name, tie) {
				t.Errorf("%s: %s: %s", name, p.Path, fault)
			}
			if !strings.HasSuffix(p.Path, "/") || !strings.Contains(data, `<aside class="ties"`) {
				continue
			}
			naming++
			// The reader of this test is no more lenient than it says.
			start := strings.Index(data, `<aside class="ties"`)
			end := start + strings.Index(data[start:], "</aside>") + len("</aside>")
			if len(faults(t, p.Path, data[:start]+data[end:], name, tie)) == 0 {
				t.Errorf("%s: %s tells of a tie with nobody whom it names", name, p.Path)
			}
		}
		if naming < 12 {
			t.Errorf("%s: only %d pages tell of the tie", name, naming)
		}
		for _, p := range s.Parts() {
			var rows strings.Builder
			if err := p.render(&rows); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(rows.String(), "/providers/beta/") && !strings.Contains(rows.String(), tie) {
				t.Errorf("%s: results lead to it and do not tell of the tie: %s", name, p.Path)
			}
		}
	}
}

// TestNoTieIsToldOfOthers: a page that does not name the provider says nothing, and a
// site without ties says nothing anywhere.
func TestNoTieIsToldOfOthers(t *testing.T) {
	s := small(t)
	for _, path := range []string{"/404.html", "/about/", "/articles/keys/", "/authors/team/"} {
		if strings.Contains(render(t, s, path), `class="ties"`) {
			t.Errorf("%s tells of a tie", path)
		}
	}
	files := tree(t, "testdata/site.txtar")
	delete(files, "content/relationships.toml")
	s, _ = load(t, files)
	for _, p := range s.Pages() {
		if p.Open == nil && strings.HasSuffix(p.Path, "/") && strings.Contains(render(t, s, p.Path), `class="ties"`) {
			t.Errorf("%s tells of a tie that there is not", p.Path)
		}
	}
}

// TestLayoutThatHidesTies: a layout of the site's own that leaves them out, or puts
// them behind the name, is its author's mistake, and no page comes of it.
func TestLayoutThatHidesTies(t *testing.T) {
	layout, err := fs.ReadFile(templates.FS, "layout.html")
	if err != nil {
		t.Fatal(err)
	}
	const told = `{{- with .Ties}}{{template "ties" .}}{{end}}`
	without := strings.Replace(string(layout), told, "", 1)
	behind := strings.Replace(without, "</main>", told+"</main>", 1)
	for _, own := range []string{without, behind} {
		th, problems := theme.Load(theme.Overlay(fstest.MapFS{"layout.html": {Data: []byte(own)}}, templates.FS), static.FS)
		if len(problems) > 0 || own == string(layout) {
			t.Fatal(text(problems))
		}
		lib, _ := content.Load(tree(t, "testdata/site.txtar"), content.Options{Now: time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)})
		s, _ := New(lib, th)
		refused(t, s)
	}
}

func refused(t *testing.T, s *Site) {
	t.Helper()
	found := false
	for _, p := range s.Pages() {
		if p.Path != "/providers/beta/" {
			continue
		}
		found = true
		var b strings.Builder
		if err := s.Render(&b, p); err == nil || !strings.Contains(err.Error(), "templates/layout.html: a page names a provider with a commercial tie") || b.Len() > 0 {
			t.Errorf("%v, %d bytes", err, b.Len())
		}
	}
	if !found {
		t.Error("the site has no page of the provider")
	}
}
