package check

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"shortlist/internal/diag"
)

// reader goes through one HTML or SVG file, tag by tag.
type reader struct {
	*document
	at     diag.Span // the current token
	open   []element // those whose end tag is still to come
	within map[string]int
	ids    map[string]diag.Span

	started      bool // something other than blanks was seen
	main         []diag.Span
	level        int // of the latest heading
	headings     []diag.Span
	titles       int
	descriptions []diag.Span
	canonicals   []diag.Span
	refersTo     []reference
	fields       []field
	labelled     map[string]bool // ids that labels are for
}

// element is an open one.
type element struct {
	name   string
	at     diag.Span
	text   []byte
	named  bool // it, or something in it, can be read out
	exempt bool // from having a name
	data   bool // a script element that holds JSON
	linked bool // one that holds JSON-LD
	spoken bool // announced by its text
}

// reference is an attribute that names ids of the same page.
type reference struct {
	at        diag.Span
	attribute string
	id        string
}

// void elements have no end tag.
var void = set("area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")

// unclosed elements may be left without an end tag, so they cannot be followed
// by tags alone.
var unclosed = set("html", "head", "body", "li", "dt", "dd", "p", "rb", "rt", "rtc", "rp", "optgroup", "option",
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

// readMarkup reads a page or a drawing. An HTML file without a tag is none: the
// proof of ownership that a search engine asks for is one word.
func (d *document) readMarkup() {
	isHTML := strings.HasSuffix(d.name, ".html")
	if isHTML && !bytes.ContainsRune(d.data, '<') {
		return
	}
	d.page = &page{html: isHTML}
	r := &reader{document: d, within: map[string]int{}, ids: map[string]diag.Span{}, labelled: map[string]bool{}}
	if !utf8.Valid(d.data) {
		d.add(unreadable, d.whole(), "the file is not valid UTF-8", "")
	}
	z := html.NewTokenizer(bytes.NewReader(d.data))
	next := diag.Span{File: outputPrefix + d.name, Line: 1, Column: 1}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		// The span is taken before the token, which rewrites the buffer when
		// it resolves character references.
		r.at = next
		next = advance(&r.at, z.Raw())
		r.token(z, kind, z.Token())
	}
	r.at = d.whole()
	for i := range r.open {
		r.add(nesting, r.open[i].at, "`<"+r.open[i].name+">` is never closed", "")
	}
	if isHTML {
		r.end()
	}
	for _, ref := range r.refersTo {
		if _, ok := r.ids[ref.id]; !ok {
			r.add(deadID, ref.at, fmt.Sprintf("`%s` names the id `%s`, which the page does not have", ref.attribute, ref.id), "")
		}
	}
	for id := range r.ids {
		d.page.ids = append(d.page.ids, hash(id))
	}
	slices.Sort(d.page.ids)
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
		r.close(t.Data)
	case html.CommentToken:
		if strings.Contains(t.Data, "raw HTML omitted") {
			r.add(leftover, r.at, "HTML that was written here was left out", "")
		}
	case html.DoctypeToken:
		r.started = true
		if !strings.EqualFold(strings.TrimSpace(t.Data), "html") && !strings.Contains(t.Data, "about:legacy-compat") && r.page.html {
			r.add(badDoctype, r.at, "the doctype is not `<!doctype html>`", "")
		}
	}
}

// begin notes the first tag of the file.
func (r *reader) begin() {
	if !r.started && r.page.html {
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
		if top.name == "title" && r.drawings() == 0 {
			r.page.title = strings.Join(strings.Fields(s), " ")
		}
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if e := &r.open[i]; e.data || e.spoken && r.site.named != nil {
			e.text = append(e.text, s...)
		}
	}
	if r.within["code"]+r.within["pre"]+r.within["script"]+r.within["style"]+r.within["textarea"] == 0 {
		r.failed(s, "the text")
	}
}

func (r *reader) drawings() int { return r.within["svg"] + r.within["math"] }

// push opens an element that must be closed.
func (r *reader) push(t html.Token, selfClosing bool) {
	if void[t.Data] || unclosed[t.Data] || selfClosing && r.drawings() > 0 || selfClosing && !r.page.html {
		return
	}
	e := element{name: t.Data, at: r.at, spoken: spoken[t.Data], named: labelledByItself(t)}
	role, _ := attribute(t, "role")
	_, isLink := attribute(t, "href")
	e.exempt = role == "presentation" || role == "none" || t.Data == "a" && !isLink || unheard(t)
	e.data = t.Data == "script" && isJSON(t)
	kind, _ := attribute(t, "type")
	e.linked = e.data && strings.Contains(kind, "ld+json")
	r.open = append(r.open, e)
	r.within[t.Data]++
}

// close closes the element of that name and whatever was left open in it.
func (r *reader) close(name string) {
	if void[name] || unclosed[name] {
		return
	}
	if r.within[name] == 0 {
		r.add(nesting, r.at, "`</"+name+">` closes nothing", "")
		return
	}
	for closed := false; !closed; {
		last := len(r.open) - 1
		e := &r.open[last]
		r.within[e.name]--
		closed = e.name == name
		if !closed {
			r.add(nesting, e.at, "`<"+e.name+">` is not closed before `</"+name+">`", "")
		}
		r.closed(e)
		if last > 0 && e.named {
			r.open[last-1].named = true
		}
		r.open = r.open[:last]
	}
}

func (r *reader) closed(e *element) {
	switch {
	case e.data:
		r.json(e)
	case e.spoken && !e.named && !e.exempt && r.within["template"] == 0: // which scripts fill
		r.add(nameless, e.at, "`<"+e.name+">` has no text", "give it text, an image with alt, or an aria-label")
	case e.spoken && r.site.named != nil && e.name[0] == 'h':
		if title := strings.Join(strings.Fields(string(e.text)), " "); r.site.named.has(title) {
			r.document.headings = append(r.document.headings, folded(title))
		}
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

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
