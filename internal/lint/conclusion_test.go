package lint

import (
	"testing"

	"shortlist/internal/guide"
)

// advised is the vaults with three use cases. Acme serves the world, Bolt the
// United States, Core Asia-Pacific, Dune Singapore; Dune is an add-on. Insured are
// Bolt and Dune.
func advised(body string, headings ...guide.Heading) *guide.Library {
	lib := vaults()
	g := lib.Guides[0]
	g.Attributes = []guide.Attribute{{ID: "insured", Name: "Insured", Type: guide.YesNo}}
	insured := guide.Requirement{Attribute: &g.Attributes[0], YesNo: true}
	regions := lib.Site.Regions
	g.UseCases = []guide.UseCase{
		{ID: "america", Name: "Insured vault in America", Regions: regions[1:2], Requires: []guide.Requirement{insured}},
		{ID: "asia", Name: "Vault in Asia", Regions: regions[2:3]},
		{ID: "jewels", Name: "Box for jewels and watches", AddOn: &guide.AddOnNeed{Requires: []guide.Requirement{insured}}},
	}
	for _, slug := range []string{"bolt", "dune"} {
		g.Entry(slug).Attributes = map[string]guide.Value{"insured": {YesNo: true}}
	}
	g.Entry("dune").Role = guide.AddOn
	g.Body = guide.Body{Source: body, Origin: guide.Origin{File: "guide.md", Line: 20, Column: 1}}
	g.Body.Headings = headings
	return lib
}

func TestConclusion(t *testing.T) {
	const (
		notAcme = "the conclusion names Acme Vault for `Insured vault in America`, which does not take it: Insured not established"
		notCore = "the conclusion names Core Vault for `Insured vault in America`, which does not take it: not listed for United States and Insured not established"
		pick    = "the conclusion names Acme Vault for `Vault in Asia`, and the pick is Core Vault"
	)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"In America, begin with Bolt.", nil},
		{"In America, begin with Bolt or Acme.", []string{notAcme}},
		{"For clients in the US who want insured vaults in America, take Core.", []string{notCore}},
		{"In Asia, take Acme.", []string{pick}},
		{"In Asia, take Core or Acme.", nil},
		{"In Asia, take Core, and in America Core.", []string{notCore}},
		{"In Asia, take Core, who works with Bolt.", nil},
		{"In America, Acme is not for you.", nil},       // denied
		{"In Asia, a dune or a core is no vault.", nil}, // no names
		{"For jewels, add Dune.", nil},                  // an add-on that the use case asks for
		{"For jewels, take Acme.", []string{"the conclusion names Acme Vault for `Box for jewels and watches`, and the pick is Bolt Vault"}},
		{"In Asia, add Dune.", []string{"the conclusion names Dune Vault for `Vault in Asia`, which does not take it: lists Singapore, which is only a part of Asia-Pacific"}},
		{"Take Bolt.", nil}, // of no use case
	} {
		body := "## Conclusion\n\n" + c.text + "\n"
		lib := advised(body, guide.Heading{Level: 2, Text: "Conclusion"})
		t.Run(c.text, func(t *testing.T) { check(t, found(lib, proseAgainstPick), c.want...) })
	}
}

// Only what sums up is held against the picks, up to the next heading.
func TestConclusionHeading(t *testing.T) {
	const said = "In America, begin with Acme and Bolt.\n"
	for text, want := range map[string]int{"Conclusion": 1, "Our verdict": 1, "How to choose": 0} {
		body := "## " + text + "\n\n" + said + "\n## Sources\n\n" + said
		lib := advised(body, guide.Heading{Level: 2, Text: text},
			guide.Heading{Level: 2, Text: "Sources", Offset: len("## " + text + "\n\n" + said + "\n")})
		n := 0
		for _, p := range Library(lib) {
			if p.Rule == proseAgainstPick {
				n++
				if p.Span.Line != 22 {
					t.Errorf("%s: in line %d", text, p.Span.Line)
				}
			}
		}
		if n != want {
			t.Errorf("%s: %d findings, want %d", text, n, want)
		}
	}
}
