package check

import (
	"fmt"
	"mime"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"shortlist/internal/diag"
)

// start looks at what a start tag means by itself.
func (r *reader) start(t html.Token) {
	r.linksOf(t)
	switch t.Data {
	case "html":
		if lang, _ := attribute(t, "lang"); !language.MatchString(lang) {
			r.add(noLanguage, r.at, fmt.Sprintf("`<html>` has no valid lang: %q", lang), "")
		}
	case "base":
		r.add(deadLink, r.at, "`<base>` changes where every link of the page leads", "write each link in full")
	case "title":
		if r.within["svg"] == 0 {
			r.titles++
			r.titleAt = r.at
		}
	case "meta":
		r.meta(t)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.heading(int(t.Data[1] - '0'))
	case "header", "main", "footer":
		// A header or footer of a part of the page is no landmark.
		parts := r.within["article"] + r.within["section"] + r.within["aside"] + r.within["nav"]
		if t.Data == "main" || parts+r.within["main"] == 0 {
			r.landmark[t.Data] = append(r.landmark[t.Data], r.at)
		}
	case "img", "area":
		r.image(t)
	case "input":
		if kind, _ := attribute(t, "type"); strings.EqualFold(kind, "image") {
			r.image(t)
		}
	case "caption":
		if n := len(r.open); n > 0 {
			r.open[n-1].caption = true
		}
	case "th":
		if n := len(r.open); n > 0 {
			r.open[n-1].headed = true
		}
		switch scope, _ := attribute(t, "scope"); scope {
		case "row", "col", "rowgroup", "colgroup":
		default:
			r.add(tableHeaders, r.at, fmt.Sprintf("a header cell has no valid scope: %q", scope), "use row, col, rowgroup or colgroup")
		}
	case "time":
		if at, _ := attribute(t, "datetime"); !isTime(at) {
			r.add(badTime, r.at, fmt.Sprintf("`<time>` has no valid datetime: %q", at), "use 2025, 2025-09, 2025-09-12 or 2025-09-12T08:30:00Z")
		}
	case "style":
		if r.html {
			r.add(inline, r.at, "the page contains a `<style>`", "put it into the style sheet")
		}
	case "script":
		if _, ok := attribute(t, "src"); !ok && !isJSON(t) {
			r.add(inline, r.at, "the page contains an inline script", "put it into a file, and its data into data- attributes")
		}
	}
}

func (r *reader) meta(t html.Token) {
	content, _ := attribute(t, "content")
	if name, _ := attribute(t, "name"); strings.EqualFold(name, "description") {
		r.descriptions = append(r.descriptions, r.at)
		if strings.TrimSpace(content) == "" {
			r.add(description, r.at, "the description is empty", "")
		}
	}
	if equiv, _ := attribute(t, "http-equiv"); strings.EqualFold(equiv, "refresh") {
		r.stub = true
		r.link(t, "content", refreshTarget(content), false)
	}
	switch property, _ := attribute(t, "property"); property {
	case "og:url", "og:image":
		r.link(t, "content", content, false)
	}
}

func (r *reader) heading(level int) {
	if level == 1 {
		r.headings = append(r.headings, r.at)
	}
	if level > r.level+1 {
		message := fmt.Sprintf("`<h%d>` follows `<h%d>`", level, r.level)
		if r.level == 0 {
			message = fmt.Sprintf("the first heading is `<h%d>`", level)
		}
		r.add(headingOrder, r.at, message, fmt.Sprintf("the next level is `<h%d>`", r.level+1))
	}
	r.level = level
}

func (r *reader) image(t html.Token) {
	alt, ok := attribute(t, "alt")
	if !ok {
		r.add(noAlt, r.at, "`<"+t.Data+">` has no alt", "an image that says nothing has alt=\"\"")
	}
	if n := len(r.open); n > 0 && strings.TrimSpace(alt) != "" {
		r.open[n-1].named = true
	}
}

// attributes looks at what any element may carry.
func (r *reader) attributes(t html.Token) {
	for _, a := range t.Attr {
		r.marks(a.Val, "the attribute "+a.Key)
		switch {
		case a.Key == "id":
			r.id(a.Val)
		case a.Key == "style":
			r.add(inline, r.at, "`<"+t.Data+">` has a style attribute", "give it a class")
		case len(a.Key) > 2 && strings.HasPrefix(a.Key, "on"):
			r.add(inline, r.at, fmt.Sprintf("`<%s>` has the event handler %s", t.Data, a.Key), "attach it in a script file")
		case refers(t.Data, a.Key):
			for id := range strings.FieldsSeq(a.Val) {
				r.references = append(r.references, reference{r.at, a.Key, id})
			}
		}
	}
}

// refers reports whether an attribute holds ids of the same page.
func refers(element, key string) bool {
	switch key {
	case "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns",
		"aria-flowto", "aria-errormessage", "aria-activedescendant", "popovertarget":
		return true
	case "for":
		return element == "label" || element == "output"
	case "headers":
		return element == "td" || element == "th"
	case "list":
		return element == "input"
	case "form":
		return element != "form"
	}
	return false
}

func (r *reader) id(id string) {
	if id == "" || strings.ContainsAny(id, " \t\n\f\r") {
		r.add(badID, r.at, fmt.Sprintf("the id %q is empty or contains blanks", id), "")
		return
	}
	if first, ok := r.ids[id]; ok {
		r.add(badID, r.at, fmt.Sprintf("the id `%s` stands twice, first at %d:%d", id, first.Line, first.Column), "")
		return
	}
	r.ids[id] = r.at
}

// whole looks at what only shows at the end of a page. A page that only sends
// the reader elsewhere needs no more than a title and the canonical address,
// and the page for what is not found has no address of its own.
func (r *reader) whole() {
	one := func(rule *diag.Rule, what string, found []diag.Span) {
		if len(found) == 0 {
			r.add(rule, r.at, "the page has no "+what, "")
		}
		for _, at := range found[min(1, len(found)):] {
			r.add(rule, at, "the page has a second "+what, "")
		}
	}
	if r.titles != 1 || r.title == "" {
		at := r.titleAt
		at.File = r.at.File
		r.add(noTitle, at, fmt.Sprintf("the page has %d titles, the last %q", r.titles, r.title), "")
	}
	notFound := r.name == "404.html"
	if !notFound || len(r.canonicals) > 0 {
		one(canonical, "canonical address", r.canonicals)
	}
	if r.stub {
		return
	}
	if !notFound || len(r.descriptions) > 0 {
		one(description, "description", r.descriptions)
	}
	one(mainHeading, "`<h1>`", r.headings)
	for _, name := range []string{"header", "main", "footer"} {
		one(landmarks, "`<"+name+">`", r.landmark[name])
	}
}

// language is the shape of a language tag, such as en or pt-BR.
var language = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// isTime accepts the forms of a datetime that pages use: years, months, days
// and moments. Durations, weeks and yearless dates do not occur.
func isTime(s string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly, time.RFC3339} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// isJSON reports whether a script element holds data, which no policy blocks
// because nothing runs it.
func isJSON(t html.Token) bool {
	kind, _ := attribute(t, "type")
	kind, _, _ = mime.ParseMediaType(kind)
	return kind == "application/json" || kind == "application/ld+json"
}

// failures are what html/template, fmt and an unfinished template leave in a
// page: an address that was refused, a value that was not there, a verb that
// did not fit, a delimiter that was not read. In an address they stand escaped.
var failures = regexp.MustCompile(`ZgotmplZ|<no value>|%3[Cc]no%20value%3[Ee]|(?:%|%25)![a-zA-Z]?(?:\(|%28)|\{\{|%7[Bb]%7[Bb]`)

func (r *reader) marks(s, where string) {
	if found := failures.FindString(s); found != "" {
		r.add(leftover, r.at, fmt.Sprintf("%s contains %q", where, found), "a template or format failed; in prose, write it as `code`")
	}
}
