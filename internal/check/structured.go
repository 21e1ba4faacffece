package check

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"shortlist/internal/diag"
)

// needs is what a node of a type has to state for search engines to make use of
// it, by their own documentation: Google's "Structured data that Google Search
// supports" and, where it says nothing, the definition at schema.org. Of names
// that are parted by a bar one is enough. A type that is not here needs nothing.
var needs = map[string][]string{
	"AggregateRating": {"ratingValue", "ratingCount|reviewCount"},
	"Answer":          {"text"},
	"BreadcrumbList":  {"itemListElement"},
	"DataDownload":    {"contentUrl"},
	"Dataset":         {"name", "description"},
	"FAQPage":         {"mainEntity"},
	"HowTo":           {"name", "step"},
	"ImageObject":     {"contentUrl|url"},
	"ItemList":        {"itemListElement"},
	"ListItem":        {"position"},
	"Offer":           {"price|priceSpecification"},
	"Person":          {"name"},
	"Product":         {"name"},
	"Question":        {"name", "acceptedAnswer|suggestedAnswer"},
	"Rating":          {"ratingValue"},
	"Review":          {"itemReviewed", "author", "reviewRating"},
	"VideoObject":     {"name", "thumbnailUrl", "uploadDate"},
	"WebSite":         {"name", "url"},
}

// kinds are the types that need what another one needs.
func init() {
	for _, t := range []string{"Article", "NewsArticle", "BlogPosting", "TechArticle", "AnalysisNewsArticle", "ReviewNewsArticle", "Report"} {
		needs[t] = []string{"headline|name"}
	}
	for _, t := range []string{"Organization", "Corporation", "NewsMediaOrganization", "LocalBusiness", "FinancialService"} {
		needs[t] = []string{"name"}
	}
}

// json reads a block of data in a page.
func (r *reader) json(e *element) {
	text := strings.TrimSpace(string(e.text))
	if text == "" {
		r.add(badData, e.at, "the block of JSON is empty", "")
		return
	}
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		r.add(badData, e.at, "the block of JSON is not valid: "+err.Error(), "")
		return
	}
	if e.linked {
		s := structured{r.document, e.at}
		s.block(value)
	}
}

// structured goes through a block of JSON-LD.
type structured struct {
	*document
	at diag.Span
}

func (s structured) fault(format string, values ...any) {
	s.add(badNode, s.at, "in the JSON-LD "+fmt.Sprintf(format, values...), "")
}

func (s structured) block(value any) {
	roots, many := value.([]any)
	if !many {
		roots = []any{value}
	}
	for _, root := range roots {
		t, ok := root.(map[string]any)
		if !ok {
			s.fault("a block is no object")
			continue
		}
		context, named := t["@context"].(string)
		switch {
		case t["@context"] == nil:
			s.fault("a block has no @context")
		case named && !strings.Contains(context, "schema.org"):
			continue // another vocabulary
		}
		s.value(t)
	}
}

func (s structured) value(value any) {
	switch v := value.(type) {
	case map[string]any:
		s.node(v)
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if key != "@context" {
				s.value(v[key])
			}
		}
	case []any:
		for _, item := range v {
			s.value(item)
		}
	}
}

func (s structured) node(t map[string]any) {
	id, _ := t["@id"].(string)
	if id != "" {
		s.identify(id, len(t) == 1)
	}
	for _, kind := range texts(t["@type"]) {
		for _, need := range needs[kind] {
			if !slices.ContainsFunc(strings.Split(need, "|"), func(key string) bool { return !empty(t[key]) }) {
				s.fault("a node of the type %s has no %s", kind, strings.ReplaceAll(need, "|", " or "))
			}
		}
		if kind == "BreadcrumbList" {
			s.trail(t)
		}
	}
	for _, key := range []string{"url", "contentUrl", "thumbnailUrl", "item", "image", "logo", "mainEntityOfPage"} {
		for _, written := range texts(t[key]) {
			s.lead(link{at: s.at, from: "the " + key + " in the JSON-LD", written: written})
		}
	}
}

// identify takes an id for that of a node that is defined here or, where it is
// all that is said, for a reference to one of any page. Those of other sites are
// theirs.
func (s structured) identify(id string, reference bool) {
	before := len(s.arrivals)
	s.lead(link{at: s.at, from: "the JSON-LD", written: id, meaning: node})
	if len(s.arrivals) == before || reference {
		return
	}
	a := s.arrivals[before]
	s.arrivals = s.arrivals[:before]
	s.nodes = append(s.nodes, nodeID(a.file, a.fragment))
}

// trail looks at breadcrumbs: numbered from 1, named, and each but the last one
// leading somewhere.
func (s structured) trail(t map[string]any) {
	items, _ := t["itemListElement"].([]any)
	for i, value := range items {
		item, _ := value.(map[string]any)
		target, _ := item["item"].(map[string]any)
		name, _ := item["name"].(string)
		if name == "" {
			name, _ = target["name"].(string)
		}
		switch position := fmt.Sprint(item["position"]); {
		case name == "":
			s.fault("the breadcrumb %d has no name", i+1)
		case position != fmt.Sprint(i+1):
			s.fault("the breadcrumb %q has the position %s, not %d", name, position, i+1)
		case empty(item["item"]) && i < len(items)-1:
			s.fault("the breadcrumb %q leads nowhere", name)
		}
	}
}

// texts are the strings of a value, which may be one or a list.
func texts(value any) (out []string) {
	switch v := value.(type) {
	case string:
		out = append(out, v)
	case []any:
		for _, item := range v {
			if s, ok := item.(string); ok {
				out = append(out, s)
			}
		}
	}
	return out
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
