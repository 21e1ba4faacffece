package check

import (
	"fmt"
	"mime"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"

	"shortlist/internal/diag"
)

// start looks at what a start tag means by itself.
func (r *reader) start(t html.Token) {
	r.linksOf(t)
	role, _ := attribute(t, "role")
	switch t.Data {
	case "html":
		if lang, _ := attribute(t, "lang"); !language.MatchString(lang) {
			r.add(noLanguage, r.at, fmt.Sprintf("`<html>` has no valid lang: %q", lang), "")
		}
	case "base":
		r.add(deadLink, r.at, "`<base>` changes where every link of the page leads", "write each link in full")
	case "title":
		if r.drawings() == 0 {
			r.titles++
			r.page.titleAt = r.at
		}
	case "meta":
		r.meta(t)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if role == "" || role == "heading" {
			r.heading(int(t.Data[1] - '0'))
		}
	case "main":
		if _, hidden := attribute(t, "hidden"); !hidden {
			r.main = append(r.main, r.at)
		}
	case "img", "area":
		r.image(t)
	case "input", "select", "textarea":
		r.field(t)
	case "time":
		if at, ok := attribute(t, "datetime"); ok && !isTime(strings.TrimSpace(at)) {
			r.add(badTime, r.at, fmt.Sprintf("`<time>` has no valid datetime: %q", at), "use 2025, 2025-09, 2025-09-12 or 2025-09-12T08:30:00Z")
		}
	case "style":
		if r.page.html && r.drawings() == 0 {
			r.add(inline, r.at, "the page contains a `<style>`", "put it into the style sheet")
		}
	case "script":
		if _, ok := attribute(t, "src"); !ok && runs(t) {
			r.add(inline, r.at, "the page contains an inline script", "put it into a file, and its data into data- attributes")
		}
	}
	if level, _ := attribute(t, "aria-level"); role == "heading" && t.Data[0] != 'h' {
		if n, err := strconv.Atoi(level); err == nil && n >= 1 && n <= 6 {
			r.heading(n)
		}
	}
}

func (r *reader) meta(t html.Token) {
	content, _ := attribute(t, "content")
	switch name, _ := attribute(t, "name"); strings.ToLower(name) {
	case "description":
		r.descriptions = append(r.descriptions, r.at)
		if strings.TrimSpace(content) == "" {
			r.add(description, r.at, "the description is empty", "")
		}
	case "robots":
		r.page.hidden = r.page.hidden || strings.Contains(strings.ToLower(content), "noindex")
	}
	if equiv, _ := attribute(t, "http-equiv"); strings.EqualFold(equiv, "refresh") {
		if to := refreshTarget(content); to != "" {
			r.page.stub = true
			r.lead(link{at: r.at, from: "<meta content>", written: to, follows: true})
		}
	}
	switch property, _ := attribute(t, "property"); property {
	case "og:url", "og:image":
		r.lead(link{at: r.at, from: "<meta content>", written: content})
	}
}

func (r *reader) heading(level int) {
	if r.within["template"] > 0 {
		return
	}
	if level == 1 {
		r.headings = append(r.headings, r.at)
	}
	// A page may begin with a heading of its navigation.
	if above := max(r.level, 1); level > above+1 {
		message := fmt.Sprintf("`<h%d>` follows `<h%d>`", level, r.level)
		if r.level == 0 {
			message = fmt.Sprintf("the first heading is `<h%d>`", level)
		}
		r.add(headingOrder, r.at, message, fmt.Sprintf("the next level is `<h%d>`", above+1))
	}
	r.level = level
}

func (r *reader) image(t html.Token) {
	alt, ok := attribute(t, "alt")
	_, leads := attribute(t, "href")
	if !ok && !labelledByItself(t) && !unheard(t) && r.within["template"] == 0 && (t.Data != "area" || leads) {
		src, _ := attribute(t, "src")
		r.add(noAlt, r.at, fmt.Sprintf("`<%s>` has no alt: %q", t.Data, src), "an image that says nothing has alt=\"\"")
	}
	if n := len(r.open); n > 0 && (strings.TrimSpace(alt) != "" || labelledByItself(t)) {
		r.open[n-1].named = true
	}
}

// attributes looks at what any element may carry.
func (r *reader) attributes(t html.Token) {
	inert := r.within["template"] > 0 // no part of the page yet
	for _, a := range t.Attr {
		r.failed(a.Val, "the attribute "+a.Key)
		switch {
		case a.Key == "id" && !inert:
			r.id(a.Val)
		case a.Key == "name" && t.Data == "a" && a.Val != "" && !inert:
			if _, ok := r.ids[a.Val]; !ok {
				r.ids[a.Val] = r.at // what links once led to
			}
		case a.Key == "style" && r.page.html:
			r.add(inline, r.at, "`<"+t.Data+">` has a style attribute", "give it a class")
		case len(a.Key) > 2 && strings.HasPrefix(a.Key, "on"):
			r.add(inline, r.at, fmt.Sprintf("`<%s>` has the event handler %s", t.Data, a.Key), "attach it in a script file")
		case refers(t, a.Key) && !inert:
			for id := range strings.FieldsSeq(a.Val) {
				r.refersTo = append(r.refersTo, reference{r.at, a.Key, id})
			}
		}
	}
}

func (r *reader) id(id string) {
	if id == "" || strings.ContainsAny(id, " \t\n\f\r") {
		r.add(badID, r.at, fmt.Sprintf("the id %q is empty or contains blanks", id), "")
		return
	}
	if first, ok := r.ids[id]; ok {
		r.add(badID, r.at, fmt.Sprintf("the id `%s` stands twice", id), fmt.Sprintf("it stands first at %d:%d", first.Line, first.Column))
		return
	}
	r.ids[id] = r.at
}

// end looks at what only shows at the end of a page. A page that only sends the
// reader elsewhere needs no more than a title.
func (r *reader) end() {
	if r.titles != 1 || r.page.title == "" {
		at := r.page.titleAt
		at.File = r.at.File
		r.add(noTitle, at, fmt.Sprintf("the page has %d titles, the last %q", r.titles, r.page.title), "")
	}
	for _, at := range r.canonicals[min(1, len(r.canonicals)):] {
		r.add(canonical, at, "the page has a second canonical address", "")
	}
	for _, at := range r.descriptions[min(1, len(r.descriptions)):] {
		r.add(description, at, "the page has a second description", "")
	}
	if r.page.stub {
		return
	}
	r.unlabelled()
	if len(r.descriptions) == 0 && !r.page.hidden && r.name != notFound {
		r.add(description, r.at, "the page has no description", "")
	}
	one := func(rule *diag.Rule, what string, found []diag.Span) {
		if len(found) == 0 {
			r.add(rule, r.at, "the page has no "+what, "")
		}
		for _, at := range found[min(1, len(found)):] {
			r.add(rule, at, "the page has a second "+what, "")
		}
	}
	one(mainHeading, "`<h1>`", r.headings)
	one(landmark, "`<main>`", r.main)
}

// language is the shape of a language tag, such as en or pt-BR.
var language = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

// isTime reports whether a page may say so when something is.
func isTime(s string) bool {
	if calendar.MatchString(s) {
		if _, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)]); err != nil {
			return false
		}
	}
	return datetime.MatchString(s)
}

var calendar = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)

// datetime is what the HTML standard takes for a time: years, months, days,
// days without a year, weeks, moments, times of day, zones and durations.
var datetime = func() *regexp.Regexp {
	const (
		month = `(0[1-9]|1[0-2])`
		day   = `(0[1-9]|[12]\d|3[01])`
		clock = `([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?`
		zone  = `(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)`
	)
	return regexp.MustCompile(`^(\d{4,}(-` + month + `(-` + day + `([T ]` + clock + zone + `?)?)?)?|` + month + `-` + day +
		`|\d{4,}-W(0[1-9]|[1-4]\d|5[0-3])|` + clock + `|` + zone + `|P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d{1,3})?S)?)?)$`)
}()

// isJSON reports whether a script element holds data, which no policy blocks
// because nothing runs it.
func isJSON(t html.Token) bool {
	kind, _ := attribute(t, "type")
	kind, _, _ = mime.ParseMediaType(kind)
	return kind == "application/json" || kind == "application/ld+json"
}

// runs reports whether a browser runs a script element.
func runs(t html.Token) bool {
	kind, _ := attribute(t, "type")
	switch kind = strings.ToLower(strings.TrimSpace(kind)); kind {
	case "", "module", "importmap", "speculationrules":
		return true
	}
	return strings.HasSuffix(kind, "javascript") || strings.HasSuffix(kind, "ecmascript")
}

// failures are what html/template, fmt and an unfinished template leave in a
// page: an address that was refused, a value that was not there, a verb that
// did not fit, a delimiter that was not read. In an address they stand escaped.
var failures = regexp.MustCompile(`ZgotmplZ|<no value>|%3[Cc]no%20value%3[Ee]|(?:%|%25)![a-zA-Z]?(?:\(|%28)|\{\{|%7[Bb]%7[Bb]`)

// failed reports what a failed template or format left in a text.
func (r *reader) failed(s, where string) {
	if !strings.ContainsAny(s, "%{<") && !strings.Contains(s, "ZgotmplZ") {
		return
	}
	if found := failures.FindString(s); found != "" {
		r.add(leftover, r.at, fmt.Sprintf("%s contains %q", where, found), "a template or format failed; in prose, write it as `code`")
	}
}
