// Package dataset writes a ranking for other programs: ranking.json,
// ranking.csv, and the JSON Schema that describes the former.
//
// Both hold every input and every result, so that whoever doubts the order can
// compute it again from the file alone; the tests of this package do so, with
// arithmetic of their own. Three rules make that possible:
//
//   - What is computed with is an integer in the unit that its description
//     names: weights in parts of their sum, shares of weight in basis points,
//     scores in hundredths, totals as the sum of weight times score.
//     There is no floating point in the file.
//   - What people read stands beside it as a string, exactly as the pages
//     print it: "8.275", "25".
//   - A figure in a unit of its own (a fee in basis points, the number of an
//     attribute) is a JSON number with the decimals that its author wrote.
//
// A text that was written in Markdown goes out as plain text, without its
// citations. The sources of a score stand beside the score.
//
// # Versions
//
// A document says which version of the format it is. Within a version fields
// may be added, so a reader skips what it does not know; a field that goes or
// changes its meaning makes a new version.
//
// Version 2 states each weight exactly, as parts of a sum that stands beside it:
// the basis points that version 1 ranked by are rounded where a guide weighs in
// thirds. A place says whether it is provisional, how it is numbered, and which
// ranks it likely has and never leaves; its share and likely ranks are left out
// where there are no draws, which version 1 stated as 0.
package dataset

import (
	_ "embed"
	"encoding/json"
	"io"
	"shortlist/internal/report"
	"strconv"
	"strings"
	"sync"
)

// Version is the version of the format that this package writes.
const Version = 2

// SchemaPath is where a site serves the schema, below its base URL.
const SchemaPath = "schema/ranking.json"

//go:embed ranking.schema.json
var schema string

// New makes the document of a guide's ranking, in the published order or in that
// of another view. The base URL is absolute and ends in a slash.
func New(g *report.Guide, baseURL string) Document {
	return Document{
		Schema:   baseURL + SchemaPath,
		Version:  Version,
		Guide:    about(g, baseURL),
		View:     Perspective{Weights: g.View.Weights, Lens: g.View.Lens, OwnWeights: g.View.Own, Region: g.View.Region, LeftOut: g.View.LeftOut},
		Method:   method(g),
		Criteria: criteria(g),
		Lenses:   lenses(g),
		UseCases: useCases(g),
		Regions:  regions(g),

		Attributes: attributes(g),
		Entries:    entries(g),
		Apart:      apart(g),

		Places:        places(g),
		Pairs:         pairs(g),
		Tiers:         tiers(g),
		ActingWeights: actingWeights(g),
		ResearchQueue: researchQueue(g),
		Corrections:   corrected(g),
	}
}

// JSON writes the document, indented, with a line feed at its end. The same
// document gives the same bytes. The only errors are those of w.
func JSON(w io.Writer, d Document) error { return indented(w, d) }

// indented writes a value. The encoder keeps what it indents in, larger than most files.
func indented(w io.Writer, d any) error {
	e := indenters.Get().(*indenter)
	e.Writer = w
	err := e.encoder.Encode(d)
	e.Writer = nil
	if err == nil { // it fails for ever after a write that failed
		indenters.Put(e)
	}
	return err
}

type indenter struct {
	io.Writer
	encoder *json.Encoder
}

var indenters = sync.Pool{New: func() any {
	e := &indenter{}
	e.encoder = json.NewEncoder(e)
	e.encoder.SetEscapeHTML(false)
	e.encoder.SetIndent("", "  ")
	return e
}}

// Schema is the JSON Schema (draft 2020-12) of the documents, as a site serves
// it; the base URL is absolute and ends in a slash.
func Schema(baseURL string) []byte {
	const id = `"$id": `
	return []byte(strings.Replace(schema, id+strconv.Quote("/"+SchemaPath), id+strconv.Quote(baseURL+SchemaPath), 1))
}
