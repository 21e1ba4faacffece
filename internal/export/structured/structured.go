// Package structured states what a page says for search engines and other
// programs: JSON-LD in the vocabulary of schema.org.
//
// A page has one Graph and gets one block of it. The site fills in plain
// values, each fact once; the nodes, their identifiers and the links between
// them are made here, so that no link leads nowhere and no two nodes say
// different things of one page:
//
//	WebSite ── publisher ──► Organization ◄── publisher ── Article, Review
//	   ▲ isPartOf                               │      ▲ creator
//	WebPage ── mainEntity ──► Article ──────────┘      │
//	   │ breadcrumb             │ mainEntity           │
//	BreadcrumbList            ItemList ◄── about ── Dataset
//
// # Decisions
//
// A rating is a critic's: a Review with a Rating by the publication's authors.
// There is no AggregateRating, which is for the votes of many.
//
// Figures that readers see are strings exactly as the page prints them. The
// only numbers are counts, positions and pixels. So no later step can
// shorten 4.50 to 4.5.
//
// The position of a ranking's item is the rank that the page prints: equal
// totals share one (1, 2, 2, 4). The order of the items is the page's.
//
// An answer is plain text, although search engines would take some HTML: what
// a page shows has chips, anchors and addresses that mean nothing elsewhere,
// and text can be compared with the page's by anybody. See Question.
//
// A date that is known to the month stays a month ("2025-09"), as ISO 8601
// allows. A day would be made up.
package structured

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Graph is what one page states. Site, Publisher and Page are needed on every
// page; what is nil or empty is left out.
//
// Every URL is absolute; that of the site and of a page ends in a slash. A
// text is plain: no markup, no citations.
type Graph struct {
	Site      Site
	Publisher Publisher
	Page      Page
	Article   *Article
	Ranking   *Ranking
	Questions []Question
	Dataset   *Dataset
	Reviews   []Review
}

// document is the block.
type document struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

// reference stands for a node of the graph.
type reference struct {
	ID string `json:"@id"`
}

// JSON is the block, without the script element around it. The bytes may stand
// in that element as they are: <, >, & and the line separators of Unicode are
// escaped. The same graph gives the same bytes.
//
// It fails, naming every fault, where a node lacks what its type needs, where
// two nodes would have one identifier, and where a review's score is no figure
// from 0 to 10.
func (g Graph) JSON() ([]byte, error) {
	b := &builder{graph: g, ids: map[string]bool{}}
	b.site()
	b.page()
	b.article()
	b.ranking()
	b.questions()
	b.dataset()
	b.reviews()
	if len(b.faults) > 0 {
		return nil, fmt.Errorf("structured data of %s: %s", g.Page.URL, strings.Join(b.faults, ", "))
	}
	return json.Marshal(document{"https://schema.org", b.nodes})
}

// builder collects the nodes of a graph.
type builder struct {
	graph  Graph
	nodes  []any
	ids    map[string]bool
	faults []string
}

// add puts a node into the graph.
func (b *builder) add(id string, node any) {
	b.claim(id)
	b.nodes = append(b.nodes, node)
}

// claim records that an identifier is taken.
func (b *builder) claim(id string) {
	if b.ids[id] {
		b.faults = append(b.faults, "two nodes called "+id)
	}
	b.ids[id] = true
}

// need records that a property must not be empty, and returns it.
func (b *builder) need(kind, property, value string) string {
	if value == "" {
		b.faults = append(b.faults, kind+" without "+property)
	}
	return value
}

// some records that a property must have a value at all.
func (b *builder) some(kind, property string, count int) {
	if count == 0 {
		b.faults = append(b.faults, kind+" without "+property)
	}
}

// Identifiers are addresses that lead to the thing where the page has an
// anchor for it: #ranking and #faqs are sections of a guide. The others begin with
// a capital, as no heading's id does, so that no question has one of them.
func (b *builder) websiteID() string   { return b.graph.Site.URL + "#website" }
func (b *builder) publisherID() string { return b.graph.Site.URL + "#publisher" }
func (b *builder) pageID() string      { return b.graph.Page.URL }

// on names a node of the page. It is relative to the page's address, which a
// reader of JSON-LD in HTML puts before it: a page has many. On a page that is
// shown at any address it is not.
func (b *builder) on(name string) string {
	if b.graph.Page.Anywhere {
		return b.graph.Page.URL + "#" + name
	}
	return "#" + name
}
