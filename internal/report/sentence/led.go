package sentence

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

// Led says who came first over a guide's editions, the oldest first: "Evertas
// has led since September 2025" or "Coincover took first place from Evertas in
// January 2026". It is empty without editions or places.
func Led(editions []*guide.Edition) string {
	if len(editions) == 0 || len(editions[len(editions)-1].Entries) == 0 {
		return ""
	}
	last := editions[len(editions)-1].Entries[0]
	since := len(editions) - 1
	for since > 0 && len(editions[since-1].Entries) > 0 && editions[since-1].Entries[0].Provider == last.Provider {
		since--
	}
	when := editions[since].Date.Words()
	if since == 0 || len(editions[since-1].Entries) == 0 {
		return fmt.Sprintf("%s has led since %s", last.Name, when)
	}
	return fmt.Sprintf("%s took first place from %s in %s", last.Name, editions[since-1].Entries[0].Name, when)
}

// Order names an edition's places: "1 Evertas, – Marsh (provisional)".
func Order(e *guide.Edition) string {
	places := make([]string, len(e.Entries))
	for i, p := range rank.Rank(table.Edition(e)).Places {
		x := e.Entries[i] // which stand in that order
		places[i] = fmt.Sprintf("%d %s", x.Rank, x.Name)
		if p.Provisional {
			places[i] = "– " + x.Name + " (provisional)"
		}
	}
	return strings.Join(places, ", ")
}
