package lint

import (
	"testing"

	"shortlist/internal/guide"
)

func TestExpiringClaim(t *testing.T) {
	claim := func(said string) []string { return []string{"`" + said + "` claims what can end on any day"} }
	for text, want := range map[string][]string{
		"It is the only bank with a charter.":                claim("the only"),
		"No other vault opens at night.":                     claim("No other"),
		"In September 2025 it was the only bank.":            nil,
		"It is the only bank. It was founded in 2025.":       claim("the only"),
		"It opens only at night, and the doors are largest.": nil,
	} {
		lib := vaults()
		e := lib.Guides[0].Entry("acme")
		e.Body = guide.Body{Source: text, Origin: guide.Origin{File: "acme.md", Line: 9, Column: 1}}
		check(t, found(lib, expiringClaim), want...)
		e.AsOf = guide.Date{Year: 2025, Month: 9}
		check(t, found(lib, expiringClaim))
	}
}
