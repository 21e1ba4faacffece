package check

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"shortlist/internal/diag"
)

// Feeds, sitemaps, data files and Markdown name pages, too. Nothing is known of
// what they are for: an address of this site has to lead somewhere, wherever it
// stands. That of another element or key is left alone: an id that looks like an
// address need not be one.

// ours reports whether a text is an absolute address of the site.
func (d *document) ours(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, d.own.scheme+"://") && !strings.ContainsAny(text, " \t\n<>\"{}|\\^`")
}

func (d *document) mentions(at diag.Span, where, text string, m meaning) {
	if d.ours(text) {
		d.lead(link{at: at, from: where, written: text, meaning: m})
	}
}

func (d *document) readXML() {
	z := xml.NewDecoder(bytes.NewReader(d.data))
	z.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var open []string
	var text strings.Builder
	for {
		line, column := z.InputPos()
		at := diag.Span{File: outputPrefix + d.name, Line: line, Column: column, Width: 1}
		token, err := z.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			d.add(unreadable, d.whole(), "the file cannot be read as XML: "+err.Error(), "")
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
			text.Reset()
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					d.mentions(at, "<"+t.Name.Local+" "+a.Name.Local+">", a.Value, optional)
				}
			}
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			name := open[len(open)-1]
			within := ""
			if open = open[:len(open)-1]; len(open) > 0 {
				within = open[len(open)-1]
			}
			d.element(at, within, name, text.String())
			text.Reset()
		}
	}
}

// element looks at the text of one that has no others in it.
func (d *document) element(at diag.Span, within, name, text string) {
	switch name {
	case "id", "guid":
	case "content", "description", "encoded", "summary":
		d.hypertext(at, "<"+name+">", text)
	case "loc":
		m := optional
		if within == "url" {
			m = listing
		}
		d.mentions(at, "<loc>", text, m)
	default:
		d.mentions(at, "<"+name+">", text, optional)
	}
}

// hypertext follows the links of HTML that stands in a feed.
func (d *document) hypertext(at diag.Span, where, text string) {
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range z.Token().Attr {
				if a.Key == "href" || a.Key == "src" {
					d.mentions(at, where, a.Val, optional)
				}
			}
		}
	}
}

func (d *document) readJSON() {
	var value any
	if err := json.Unmarshal(d.data, &value); err != nil {
		d.add(unreadable, d.whole(), "the file cannot be read as JSON: "+err.Error(), "")
		return
	}
	d.jsonValue("", value)
}

func (d *document) jsonValue(key string, value any) {
	switch v := value.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			d.jsonValue(k, v[k])
		}
	case []any:
		for _, item := range v {
			d.jsonValue(key, item)
		}
	case string:
		switch key {
		case "id", "@id", "$id", "$schema":
		case "content_html":
			d.hypertext(d.whole(), "content_html", v)
		default:
			d.mentions(d.whole(), "`"+key+"`", v, optional)
		}
	}
}

// The code of a Markdown text, which is not read, and what links in it are.
var (
	fence        = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	codeSpan     = regexp.MustCompile("`[^`]+`|``.+?``")
	markdownLink = regexp.MustCompile(`\]\(\s*<?((?:\\.|[^()<>\s\\]|\([^()\s]*\))+)|^ {0,3}\[[^\]^][^\]]*\]:\s*<?([^\s>]+)|(https?://[^\s<>"\])]+)`)
	escaped      = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
)

// readMarkdown follows the links of a Markdown text.
func (d *document) readMarkdown() {
	fenced := ""
	for i, line := range strings.Split(string(d.data), "\n") {
		if m := fence.FindStringSubmatch(line); m != nil {
			switch {
			case fenced == "":
				fenced = m[1]
			case strings.HasPrefix(m[1], fenced):
				fenced = ""
			}
			continue
		}
		if fenced != "" {
			continue
		}
		if !strings.Contains(line, "](") && !strings.Contains(line, "]:") && !strings.Contains(line, "://") {
			continue // which is sooner known than what the expressions look for
		}
		line = codeSpan.ReplaceAllStringFunc(line, func(s string) string { return strings.Repeat(" ", len(s)) })
		for _, m := range markdownLink.FindAllStringSubmatchIndex(line, -1) {
			at := diag.Span{File: outputPrefix + d.name, Line: i + 1, Column: len([]rune(line[:m[0]])) + 1, Width: len([]rune(line[m[0]:m[1]]))}
			switch {
			case m[2] >= 0:
				d.lead(link{at: at, from: "a link", written: escaped.ReplaceAllString(line[m[2]:m[3]], "$1")})
			case m[4] >= 0:
				d.lead(link{at: at, from: "a link", written: line[m[4]:m[5]]})
			default:
				d.mentions(at, "an address", strings.TrimRight(line[m[6]:m[7]], ".,;:!?*_'"), optional)
			}
		}
	}
}

var plainAddress = regexp.MustCompile(`https?://[^\s<>"'\\{}|,;)\]]+`)

// readPlain follows what looks like an address in a text without markup.
func (d *document) readPlain() {
	for i, line := range strings.Split(string(d.data), "\n") {
		for _, m := range plainAddress.FindAllStringIndex(line, -1) {
			at := diag.Span{File: outputPrefix + d.name, Line: i + 1, Column: len([]rune(line[:m[0]])) + 1, Width: len([]rune(line[m[0]:m[1]]))}
			d.mentions(at, "an address", strings.TrimRight(line[m[0]:m[1]], ".:!?"), optional)
		}
	}
}

// readRedirects reads lines of "from to status": a link to the first is none to
// nowhere, and the second must be there.
func (d *document) readRedirects() {
	for i, line := range strings.Split(string(d.data), "\n") {
		words := strings.Fields(line)
		if len(words) < 2 || strings.HasPrefix(words[0], "#") || strings.ContainsAny(words[0]+words[1], "*:") && !d.ours(words[1]) {
			continue // a comment, or a pattern
		}
		at := diag.Span{File: outputPrefix + d.name, Line: i + 1, Column: 1, Width: len([]rune(line))}
		if rel, ok := strings.CutPrefix(words[0], d.site.base.path); ok {
			d.moved = append(d.moved, path.Clean(fileAt(rel)))
		}
		d.lead(link{at: at, from: "a redirect", written: words[1]})
	}
}
