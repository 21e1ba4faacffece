package markdown

import (
	"shortlist/internal/guide"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func addSeeds(f *testing.F) {
	for _, c := range mistakes {
		f.Add(strings.NewReplacer("‹", "", "›", "").Replace(c.source))
	}
	for _, source := range clean {
		f.Add(source)
	}
	f.Add(body)
	f.Add("Table: *a*\n\nb|c\n-|-\n")
	f.Add("a\n:::quote[b *c* [@d]]\n- e\n  :::\n:::\n:::note\n[^1]: f\n:::x\n:::\n")
	f.Add("::video[a *b*]{url=https://c.org/?d=e still=\"f g.jpg\"}\n\n::video[\\]\"]{still=/h url=\"http://i\"}\n::video")
	f.Add("a\r\n=\r\n\t- b\n\f[^1]\n\n[^1]:\n\tx\n>\t\t[@a")
	f.Add("- a | b\n  -|-\n  `\\|` | [^1]\n\n[^1]: > ## c {#d}\n")
}

func FuzzParse(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, source string) {
		d := Parse(source)
		checkMistakes(t, source, d.Mistakes)
		checkDocument(t, source, d)
		o := Options{Shift: 1, Prefix: "p-", Cite: cite}
		var b strings.Builder
		fragments := []guide.Prose{d.Whole}
		for _, p := range d.Parts {
			fragments = append(fragments, p.Content)
			for _, q := range p.Questions {
				fragments = append(fragments, q.Answer)
			}
		}
		for i, fragment := range fragments {
			var one strings.Builder
			if err := HTML(&one, fragment, o); err != nil {
				t.Fatal(err)
			}
			checkHTML(t, one.String())
			if i > 0 {
				b.WriteString(one.String())
			}
			if text := Text(fragment); strings.ContainsAny(text, "\n\t") {
				t.Errorf("the text %q is not one line", text)
			}
		}
		if len(d.Mistakes) == 0 {
			checkIDs(t, b.String())
		}
	})
}

func FuzzParseLine(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, source string) {
		l := ParseLine(source)
		checkMistakes(t, source, l.Mistakes)
		var b strings.Builder
		if err := HTML(&b, l.Prose, Options{Cite: cite}); err != nil {
			t.Fatal(err)
		}
		for _, element := range checkHTML(t, b.String()) {
			if !slices.Contains([]string{"em", "strong", "del", "code", "a", "span", "img", "br"}, element.Data) {
				t.Errorf("<%s> in a line", element.Data)
			}
		}
		if strings.TrimSpace(source) != "" && len(l.Mistakes) == 0 && strings.Contains(Text(l.Prose), "\n") {
			t.Errorf("the text %q is not one line", Text(l.Prose))
		}
	})
}

func checkMistakes(t *testing.T, source string, mistakes []Mistake) {
	t.Helper()
	for i, m := range mistakes {
		if m.Start < 0 || m.End < m.Start || m.End > len(source) {
			t.Errorf("%+v lies outside a source of %d bytes", m, len(source))
		}
		if i > 0 && m.Start < mistakes[i-1].Start {
			t.Errorf("%+v is out of order", m)
		}
		if !slices.ContainsFunc(Rules, func(r Rule) bool { return r.Name == m.Rule }) {
			t.Errorf("%+v has a rule that is not listed", m)
		}
	}
}

// checkDocument holds the positions against the source.
func checkDocument(t *testing.T, source string, d *Document) {
	t.Helper()
	for _, c := range d.Citations {
		if s := source[c.Start:c.End]; !strings.HasPrefix(s, "[@") || !strings.HasSuffix(s, "]") {
			t.Errorf("the citation %v stands at %q", c.IDs, s)
		}
	}
	for _, l := range d.Links {
		if s := source[l.Start:l.End]; s == "" || !strings.Contains(source, "::video") && (strings.IndexByte("[!<", s[0]) < 0 || strings.IndexByte(")]>", s[len(s)-1]) < 0) {
			t.Errorf("the link to %q stands at %q", l.Destination, s)
		}
	}
	for _, b := range d.Blocks {
		if !strings.HasPrefix(source[b.Offset:], "::"+b.Name) {
			t.Errorf("the block %s stands at %.20q", b.Name, source[b.Offset:])
		}
	}
	for _, h := range d.Headings {
		if !isSlug(h.ID) || h.Offset > 0 && source[h.Offset-1] != '\n' {
			t.Errorf("the heading %+v", h)
		}
	}
	questions := 0
	for _, p := range d.Parts {
		questions += len(p.Questions)
	}
	if questions != len(d.Questions) {
		t.Errorf("%d questions in the parts, %d in all", questions, len(d.Questions))
	}
}

var attributes = map[string]string{ // by element
	"a": "class href title role aria-label", "img": "src alt title", "ol": "start class", "section": "role", "li": "id value",
	"th": "scope class", "td": "class", "div": "class tabindex", "pre": "tabindex", "span": "class title", "p": "class", "aside": "class role", "figure": "class", "code": "class", "sup": "id",
	"h1": "id", "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id",
}

var plain = strings.Fields("em strong del ul figcaption caption blockquote hr br table thead tbody tr")

// checkHTML parses what was written: only our elements and attributes, no unsafe
// address, and every element closed, so that the tree is written as it was read.
func checkHTML(t *testing.T, written string) (elements []*html.Node) {
	t.Helper()
	tokens := html.NewTokenizer(strings.NewReader(written))
	var open []string
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			break
		}
		token := tokens.Token()
		switch kind {
		case html.StartTagToken:
			elements = append(elements, &html.Node{Data: token.Data, Attr: token.Attr})
			if !slices.Contains([]string{"img", "br", "hr"}, token.Data) {
				open = append(open, token.Data)
			}
			allowed, known := attributes[token.Data]
			if !known && !slices.Contains(plain, token.Data) {
				t.Errorf("<%s> in %q", token.Data, written)
			}
			for _, a := range token.Attr {
				if !slices.Contains(strings.Fields(allowed), a.Key) {
					t.Errorf("%s on <%s> in %q", a.Key, token.Data, written)
				}
				if rule, _, _ := checkLink(a.Val, a.Key == "src"); rule != "" && (a.Key == "href" || a.Key == "src") {
					t.Errorf("%s=%q in %q", a.Key, a.Val, written)
				}
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Errorf("</%s> closes %v in %q", token.Data, open, written)
				return elements
			}
			open = open[:len(open)-1]
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("%q in %q", token.String(), written)
		}
	}
	if len(open) > 0 {
		t.Errorf("%v is not closed in %q", open, written)
	}
	return elements
}

// checkIDs holds that no id is there twice, and that links to footnotes lead
// somewhere, when the parts of a document stand on one page.
func checkIDs(t *testing.T, written string) {
	t.Helper()
	seen := map[string]bool{}
	elements := checkHTML(t, written)
	for _, e := range elements {
		for _, a := range e.Attr {
			if a.Key == "id" {
				if seen[a.Val] {
					t.Errorf("the id %q is there twice in %q", a.Val, written)
				}
				seen[a.Val] = true
			}
		}
	}
	for _, e := range elements {
		for _, a := range e.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "#p-fn") && !seen[a.Val[1:]] {
				t.Errorf("%s leads nowhere in %q", a.Val, written)
			}
		}
	}
}
