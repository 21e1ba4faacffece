package check

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"shortlist/internal/diag"
)

// reader goes through one HTML or SVG file, tag by tag.
type reader struct {
	*page
	at     diag.Span // the current token
	open   []element // those whose end tag is still to come
	within map[string]int

	started                  bool // something other than blanks was seen
	headings                 []diag.Span
	level                    int // of the latest heading
	landmark                 map[string][]diag.Span
	titles                   int
	descriptions, canonicals []diag.Span
	references               []reference
}

// element is an open one.
type element struct {
	name    string
	at      diag.Span
	named   bool // it, or something in it, can be read out
	caption bool // a table that has one, or a label in its stead
	exempt  bool // from having a name, or for a table a caption
	data    bool // a script element that holds JSON
	scrolls bool // what Markdown puts its tables in
	plain   bool // a table as Markdown makes it
	headed  bool // a table that has header cells
}

// reference is an attribute that names ids of the same page.
type reference struct {
	at        diag.Span
	attribute string
	id        string
}

// void elements have no end tag.
var void = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")

// optional end tags may be left out, so their elements cannot be followed by
// tags alone.
var optional = set("html", "head", "body", "li", "dt", "dd", "p", "rt", "rp", "optgroup", "option",
	"colgroup", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")

// spoken elements are announced by their text.
var spoken = set("a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "summary")

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

func (p *page) readMarkup(data []byte) {
	r := &reader{page: p, within: map[string]int{}, landmark: map[string][]diag.Span{}}
	p.ids = map[string]diag.Span{}
	if !utf8.Valid(data) {
		p.add(unreadable, diag.Span{File: outputPrefix + p.name}, "the file is not valid UTF-8", "")
	}
	z := html.NewTokenizer(bytes.NewReader(data))
	next := diag.Span{File: outputPrefix + p.name, Line: 1, Column: 1}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		// The span is taken before the token, which rewrites the buffer when
		// it resolves character references.
		r.at = next
		next = advance(&r.at, z.Raw())
		token := z.Token()
		r.token(z, kind, token)
	}
	r.at = diag.Span{File: outputPrefix + p.name}
	for _, e := range r.open {
		r.add(nesting, e.at, "`<"+e.name+">` is never closed", "")
	}
	if p.html {
		r.whole()
	}
	for _, ref := range r.references {
		if _, ok := p.ids[ref.id]; !ok {
			p.add(deadID, ref.at, fmt.Sprintf("`%s` names the id `%s`, which the page does not have", ref.attribute, ref.id), "")
		}
	}
}

// advance gives a token its width, up to the end of its first line, and
// returns where the next one begins.
func advance(at *diag.Span, raw []byte) diag.Span {
	next := *at
	line := raw
	if i := bytes.IndexByte(raw, '\n'); i >= 0 {
		line = raw[:i]
		next.Line += bytes.Count(raw, []byte{'\n'})
		next.Column = 1 + utf8.RuneCount(raw[bytes.LastIndexByte(raw, '\n')+1:])
	} else {
		next.Column += utf8.RuneCount(raw)
	}
	at.Width = max(utf8.RuneCount(line), 1)
	return next
}

func (r *reader) token(z *html.Tokenizer, kind html.TokenType, t html.Token) {
	switch kind {
	case html.TextToken:
		r.text(t.Data)
	case html.StartTagToken, html.SelfClosingTagToken:
		r.begin()
		if t.Data == "noscript" {
			z.NextIsNotRawText() // its content is what a page shows with scripts off
		}
		r.attributes(t)
		r.start(t)
		r.push(t, kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		r.end(t.Data)
	case html.CommentToken:
		r.add(comment, r.at, "the page contains a comment", "raw HTML that was dropped leaves one, and so does a template")
	case html.DoctypeToken:
		r.started = true
		if !strings.EqualFold(strings.TrimSpace(t.Data), "html") {
			r.add(badDoctype, r.at, "the doctype is not `<!doctype html>`", "")
		}
	}
}

// begin notes the first tag of the file.
func (r *reader) begin() {
	if !r.started && r.html {
		r.add(badDoctype, r.at, "the page does not begin with `<!doctype html>`", "")
	}
	r.started = true
}

func (r *reader) text(s string) {
	if strings.TrimSpace(s) == "" {
		return
	}
	r.begin()
	if n := len(r.open); n > 0 {
		top := &r.open[n-1]
		top.named = true
		switch {
		case top.name == "title" && r.within["svg"] == 0:
			r.title = strings.Join(strings.Fields(s), " ")
		case top.data && !json.Valid([]byte(s)):
			r.add(badData, top.at, "the block of JSON is not valid", "")
		}
	}
	if r.within["code"]+r.within["pre"] == 0 {
		r.marks(s, "the text")
	}
}

// push opens an element that must be closed.
func (r *reader) push(t html.Token, selfClosing bool) {
	if void[t.Data] || optional[t.Data] || selfClosing && r.within["svg"] > 0 {
		return
	}
	e := element{name: t.Data, at: r.at}
	if label, ok := attribute(t, "aria-label"); ok && strings.TrimSpace(label) != "" {
		e.named, e.caption = true, true
	}
	if _, ok := attribute(t, "aria-labelledby"); ok {
		e.named, e.caption = true, true
	}
	role, _ := attribute(t, "role")
	_, isLink := attribute(t, "href")
	e.exempt = role == "presentation" || role == "none" || t.Data == "a" && !isLink
	e.data = t.Data == "script" && isJSON(t)
	if n := len(r.open); n > 0 {
		e.plain = t.Data == "table" && len(t.Attr) == 0 && r.open[n-1].scrolls
	}
	class, _ := attribute(t, "class")
	e.scrolls = t.Data == "div" && class == "scroll"
	r.open = append(r.open, e)
	r.within[t.Data]++
}

// end closes the element of that name and whatever was left open in it.
func (r *reader) end(name string) {
	if void[name] || optional[name] {
		return
	}
	if r.within[name] == 0 {
		r.add(nesting, r.at, "`</"+name+">` closes nothing", "")
		return
	}
	for closed := false; !closed; {
		e := r.open[len(r.open)-1]
		r.open = r.open[:len(r.open)-1]
		r.within[e.name]--
		closed = e.name == name
		if !closed {
			r.add(nesting, e.at, "`<"+e.name+">` is not closed before `</"+name+">`", "")
		}
		r.close(e)
	}
}

func (r *reader) close(e element) {
	if spoken[e.name] && !e.named && !e.exempt && r.within["template"] == 0 { // which scripts fill
		r.add(nameless, e.at, "`<"+e.name+">` has no text", "give it text, an image with alt, or an aria-label")
	}
	if e.data && !e.named {
		r.add(badData, e.at, "the block of JSON is empty", "")
	}
	if e.name == "table" && !e.caption && !e.exempt && !(e.plain && e.headed) {
		r.add(tableHeaders, e.at, "the table has no caption", "give it one, or an aria-labelledby that names its heading")
	}
	if n := len(r.open); n > 0 && e.named {
		r.open[n-1].named = true
	}
}

func attribute(t html.Token, name string) (string, bool) {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}
