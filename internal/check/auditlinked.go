package check

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// needs is what each type of structured data has to state. A type that is not
// here is not one that the site uses: above all no AggregateRating, since the
// scores are a critic's and not an average of readers'.
var needs = map[string][]string{
	"Answer":         {"text"},
	"Article":        {"headline", "description", "image", "datePublished", "dateModified", "author", "publisher"},
	"BreadcrumbList": {"itemListElement"},
	"DataDownload":   {"contentUrl", "encodingFormat"},
	"Dataset":        {"name", "description", "url", "creator", "distribution"},
	"FAQPage":        {"mainEntity"},
	"ImageObject":    {"url", "width", "height"},
	"ItemList":       {"name", "itemListOrder", "numberOfItems", "itemListElement"},
	"ListItem":       {"position", "name"},
	"Organization":   {"name", "url"},
	"Person":         {"name", "url"},
	"PropertyValue":  {"name"},
	"Question":       {"name", "acceptedAnswer"},
	"Rating":         {"ratingValue", "bestRating", "worstRating"},
	"Review":         {"itemReviewed", "reviewRating", "author", "datePublished"},
	"Service":        {"name", "url"},
	"WebPage":        {"url", "name", "isPartOf"},
	"WebSite":        {"url", "name", "publisher"},
}

// thing is a node of JSON-LD.
type thing map[string]any

func (t thing) text(key string) string {
	switch v := t[key].(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}

// things are the nodes below a property, in order.
func (t thing) things(key string) (out []thing) {
	switch v := t[key].(type) {
	case map[string]any:
		out = append(out, v)
	case []any:
		for _, item := range v {
			if node, ok := item.(map[string]any); ok {
				out = append(out, node)
			}
		}
	}
	return out
}

// visit calls f for every node below a value, in order.
func visit(value any, f func(thing)) {
	switch v := value.(type) {
	case map[string]any:
		f(v)
		for _, key := range slices.Sorted(maps.Keys(v)) {
			visit(v[key], f)
		}
	case []any:
		for _, item := range v {
			visit(item, f)
		}
	}
}

// all are the nodes of one type in a page's blocks.
func (s *sheet) all(kind string) (out []thing) {
	visit(s.blocks, func(t thing) {
		if t.text("@type") == kind {
			out = append(out, t)
		}
	})
	return out
}

// itemList is the ranking as structured data states it.
func (s *sheet) itemList() (out []place) {
	for _, list := range s.all("ItemList") {
		for _, item := range list.things("itemListElement") {
			out = append(out, place{id: fragmentOf(item.text("url")), name: item.text("name"), rank: item.text("position")})
		}
	}
	return out
}

// linked holds a page's structured data to what its types need.
func (a *audit) linked(s *sheet) {
	defined := s.nodes()
	for _, block := range s.blocks {
		root, ok := block.(map[string]any)
		if !ok {
			a.add(auditJSONLD, s.name, "the JSON-LD is no object")
			continue
		}
		if context := thing(root).text("@context"); context != "https://schema.org" {
			a.add(auditJSONLD, s.name, "the JSON-LD has the context %q", context)
		}
		visit(root, func(t thing) { a.node(s, t, defined) })
	}
}

// nodes are the ids of those that a page says something of.
func (s *sheet) nodes() map[string]bool {
	defined := map[string]bool{}
	visit(s.blocks, func(t thing) {
		if id := t.text("@id"); t["@type"] != nil && id != "" {
			defined[id] = true
			if strings.HasPrefix(id, "#") { // of this page
				defined[s.canonical+id] = true
			}
		}
	})
	return defined
}

func (a *audit) node(s *sheet, t thing, defined map[string]bool) {
	kind := t.text("@type")
	id := t.text("@id")
	switch {
	case t["@type"] == nil && id != "" && len(t) == 1:
		if file, _ := a.target(s.name, id); !defined[id] && (file == s.name || a.sheets[file] == nil || !a.sheets[file].nodes()[id]) {
			a.add(auditJSONLD, s.name, "the JSON-LD refers to %q, which no page defines", id)
		}
		return
	case t["@type"] == nil && t["@graph"] != nil:
		return
	case t["@type"] == nil:
		a.add(auditJSONLD, s.name, "the JSON-LD has a node without a type")
		return
	}
	properties, known := needs[kind]
	if !known {
		a.add(auditJSONLD, s.name, "the JSON-LD has a node of the type %q, which the site does not use", kind)
	}
	for _, property := range properties {
		if empty(t[property]) {
			a.add(auditJSONLD, s.name, "in the JSON-LD a node of the type %s has no %s", kind, property)
		}
	}
	for _, property := range []string{"url", "contentUrl", "item"} {
		address := t.text(property)
		if file, _ := a.target(s.name, address); address != "" && file != "" && !a.there(file) {
			a.add(auditJSONLD, s.name, "in the JSON-LD the %s %q of a node of the type %s is not there", property, address, kind)
		}
	}
	switch kind {
	case "Article":
		if headline := t.text("headline"); headline != s.heading && s.heading != "" {
			a.add(auditName, s.name, "the Article in JSON-LD is headed %q, the page %q", headline, s.heading)
		}
	case "ListItem":
		if empty(t["item"]) && empty(t["url"]) {
			a.add(auditJSONLD, s.name, "in the JSON-LD the item %q leads nowhere", t.text("name"))
		}
	case "ItemList":
		if n := strconv.Itoa(len(t.things("itemListElement"))); t.text("numberOfItems") != n {
			a.add(auditJSONLD, s.name, "the ItemList in JSON-LD has %s items, and its numberOfItems is %s", n, t.text("numberOfItems"))
		}
	case "BreadcrumbList":
		for i, item := range t.things("itemListElement") {
			if item.text("position") != strconv.Itoa(i+1) {
				a.add(auditJSONLD, s.name, "in the JSON-LD the breadcrumb %q has the position %s, not %d", item.text("name"), item.text("position"), i+1)
			}
		}
	}
}

// there reports whether the site has a file.
func (a *audit) there(file string) bool {
	_, found := slices.BinarySearch(a.names, file)
	return found
}

func empty(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

// answers compares the questions of structured data with those that are shown.
func (a *audit) answers(s *sheet) {
	stated := map[string]bool{}
	for _, q := range s.all("Question") {
		id := fragmentOf(q.text("@id"))
		stated[id] = true
		i := slices.IndexFunc(s.questions, func(x shown) bool { return x.id == id })
		if i < 0 {
			a.add(auditAnswer, s.name, "the JSON-LD has the question %q, which the page does not show", q.text("name"))
			continue
		}
		on := s.questions[i]
		if name := strings.Join(strings.Fields(q.text("name")), " "); name != on.question {
			a.add(auditAnswer, s.name, "the JSON-LD asks %q, the page %q", name, on.question)
		}
		var said string
		for _, answer := range q.things("acceptedAnswer") {
			said = strings.Join(strings.Fields(answer.text("text")), " ")
		}
		if said != on.answer {
			json, page := apart(said, on.answer)
			a.add(auditAnswer, s.name, "to %q the JSON-LD answers %q, the page %q", on.question, json, page)
		}
	}
	for _, q := range s.questions {
		if q.faq && !stated[q.id] {
			a.add(auditAnswer, s.name, "the page shows the question %q, which the JSON-LD does not have", q.question)
		}
	}
}

// apart cuts two long texts down to the words around where they part.
func apart(a, b string) (string, string) {
	x, y := strings.Fields(a), strings.Fields(b)
	at := 0
	for at < len(x) && at < len(y) && x[at] == y[at] {
		at++
	}
	around := func(words []string) string {
		from, to := max(at-3, 0), min(at+4, len(words))
		from = min(from, to)
		out := strings.Join(words[from:to], " ")
		if from > 0 {
			out = "… " + out
		}
		if to < len(words) {
			out += " …"
		}
		return out
	}
	return around(x), around(y)
}
