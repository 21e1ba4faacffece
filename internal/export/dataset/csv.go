package dataset

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// CSV writes the order as a table for spreadsheets: RFC 4180, UTF-8, lines that
// end in CR LF.
//
// The first record names the columns. Three of them belong to each criterion:
// ID.low, ID.high and ID.published, the ends of the score and what it counts
// as, in hundredths. The second record begins with "weight" and holds the
// criterion's weight over each of its three columns, and under
// total what the weights come to, so that a total is the sum of weight times
// ID.published over the criteria, from the file alone; with ID.low and ID.high
// for total_low and total_high. Each further record is a place, in order; then
// come the entries that take none, which have the word "withdrawn" or
// "not-recommended" for a rank.
//
// Behind the award stand the facts of the entry: its kind, its role, the date as of
// which they are stated (empty where nothing is said), the ids of the regions that
// it lists with the note on who is eligible, its fees, where somebody has a price the
// one that counts (its figure or why there is none, the other end of a range, unit,
// what it is for, the plan and the date) and all of them in words, fact.ID for each attribute (a
// list is joined by semicolons, what is not established is empty), a column with the
// name of each fact that the site states of providers ("provider: Founded", with the
// unit of a number: "provider: Length (mm)"), and the sources of its scores, each once; one that is the front page of its site says so. Last
// stand what has become of the provider (or why the entry takes no place) with its
// date and its note, and a commercial tie of the publisher with it.
//
// A text that a spreadsheet would take for a formula (it begins with =, +, -
// or @) has an apostrophe before it. The only errors are those of w.
func CSV(w io.Writer, d Document) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	records := [][]string{
		{"rank", "provider", "name", "total", "score", "total_low", "total_high", "best", "worst", "best_unknown", "worst_unknown",
			"best_settled", "worst_settled", "completeness", "share", "stress_basis_points",
			"numeral", "provisional", "best_likely", "worst_likely", "best_never", "worst_never", "grain", "min_known_basis_points"},
	}
	weights := make([]string, len(records[0]))
	weights[0], weights[slices.Index(records[0], "total")] = "weight", strconv.Itoa(d.Method.WeightSum)
	records = append(records, weights)
	for _, criterion := range d.Criteria {
		weight := strconv.Itoa(criterion.Weight)
		for _, column := range []string{".low", ".high", ".published"} {
			records[0] = append(records[0], criterion.ID+column)
			records[1] = append(records[1], weight)
		}
	}
	records[0] = append(records[0], "award", "kind", "role", "as_of", "regions", "regions_note", "fees")
	priced, stated := d.priced(), d.stated()
	if priced {
		records[0] = append(records[0], priceColumns...)
	}
	for _, a := range d.Attributes {
		records[0] = append(records[0], "fact."+a.ID)
	}
	for _, f := range stated {
		records[0] = append(records[0], text(f.column()))
	}
	records[0] = append(records[0], "sources", "status", "status_date", "status_note", "commercial_tie")
	for len(records[1]) < len(records[0]) {
		records[1] = append(records[1], "")
	}
	entries := make(map[string]*Entry, len(d.Entries))
	for i := range d.Entries {
		entries[d.Entries[i].Provider] = &d.Entries[i]
	}
	for _, p := range d.Places {
		record := []string{strconv.Itoa(p.Rank), text(p.Provider), text(p.Name), strconv.Itoa(p.Total), p.Score}
		for _, n := range []int{p.TotalLow, p.TotalHigh, p.Range.Best, p.Range.Worst, p.RangeUnknown.Best, p.RangeUnknown.Worst,
			p.RangeSettled.Best, p.RangeSettled.Worst, p.Completeness} {
			record = append(record, strconv.Itoa(n))
		}
		share, best, worst := "", "", "" // where there are no draws
		if d.Method.Draws.Made {
			share, best, worst = strconv.Itoa(*p.Share), strconv.Itoa(p.RangeLikely.Best), strconv.Itoa(p.RangeLikely.Worst)
		}
		record = append(record, share, strconv.Itoa(d.Method.Stress), p.Numeral, strconv.FormatBool(p.Provisional), best, worst,
			strconv.Itoa(p.RangeNever.Best), strconv.Itoa(p.RangeNever.Worst), strconv.Itoa(d.Method.Grain), strconv.Itoa(d.Method.MinKnown))
		e := entries[p.Provider]
		for _, s := range e.Scores {
			record = append(record, strconv.Itoa(s.Low), strconv.Itoa(s.High), s.Published.String())
		}
		record = append(record, text(p.Award), text(e.Kind), e.Role, e.AsOf, text(strings.Join(e.Regions, "; ")), text(e.RegionsNote), text(e.Fees))
		if priced {
			record = append(record, priceCells(e)...)
		}
		for _, a := range d.Attributes {
			record = append(record, text(cell(e.Attributes[a.ID])))
		}
		for _, f := range stated {
			record = append(record, text(f.of(e)))
		}
		records = append(records, append(append(record, text(cited(e))), statusCells(e.Status, e.Tie)...))
	}
	for _, a := range d.Apart {
		record := make([]string, len(records[0]))
		record[0], record[1], record[2] = a.Verdict.Kind, text(a.Provider), text(a.Name)
		record[slices.Index(records[0], "kind")] = text(a.Kind)
		copy(record[len(record)-4:], statusCells(&a.Verdict, a.Tie))
		records = append(records, record)
	}
	return c.WriteAll(records)
}

// statusCells are the last cells of a record: a status with its date and its note, and a
// commercial tie.
func statusCells(s *Status, t *Tie) []string {
	out := []string{"", "", "", ""}
	if s != nil {
		out = []string{s.Kind, s.Date, text(s.Note), ""}
	}
	if t != nil {
		out[3] = text(t.Kind + ": " + t.Note)
	}
	return out
}

// cell is an attribute's value in one cell.
func cell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []string:
		return strings.Join(v, "; ")
	case map[string]json.Number: // a figure that is not known to the point
		if from, ok := v["from"]; ok {
			return "from " + from.String()
		}
		return v["low"].String() + "–" + v["high"].String()
	}
	return fmt.Sprint(value)
}

// cited are the sources of an entry's scores, in their order.
func cited(e *Entry) string {
	var out []string
	for _, s := range e.Scores {
		for _, source := range s.Sources {
			said := source.Title + ", " + source.URL
			if source.HomePage {
				said += " (home page)"
			}
			if source.Accessed != "" {
				said += ", read " + source.Accessed
			}
			if !slices.Contains(out, said) {
				out = append(out, said)
			}
		}
	}
	return strings.Join(out, "; ")
}

// text guards a cell against being taken for a formula: OWASP, "CSV injection".
// The wide signs are what some spreadsheets in East Asian settings take for
// the narrow ones.
func text(s string) string {
	if strings.IndexAny(strings.TrimLeft(s, " \t\r\n\u00a0"), "=+-@＝＋－＠") == 0 || strings.IndexAny(s, "\t\r\n") == 0 {
		return "'" + s
	}
	return s
}
