package report_test

import (
	"os"
	"reflect"
	"testing"
	"time"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// TestEveryFieldIsFrozen changes each field of the model of an entry and of its
// provider by itself: what readers see of it is frozen, so that a comparison of two
// editions tells it. A new field has to be frozen, or stand here with a reason.
func TestEveryFieldIsFrozen(t *testing.T) {
	lib, list := content.Load(os.DirFS("../.."), content.Options{Now: time.Date(2025, 9, 30, 0, 0, 0, 0, time.UTC)})
	if lib == nil {
		t.Fatal(list)
	}
	g := lib.Guides[0]
	freeze := func(g *guide.Guide) *guide.Edition {
		return table.Freeze(g, rank.Rank(table.Published(g)), g.Dates.Updated, report.Plain)
	}
	before := freeze(g)
	said := guide.Inline{Source: "x", Prose: guide.Prose{Nodes: []guide.Node{{Kind: guide.KindText, Text: "another thing"}}}}
	other := map[reflect.Type]any{
		reflect.TypeFor[string]():              "another thing",
		reflect.TypeFor[guide.Role]():          guide.AddOn,
		reflect.TypeFor[guide.Inline]():        said,
		reflect.TypeFor[[]string]():            []string{"another thing"},
		reflect.TypeFor[[]guide.Inline]():      []guide.Inline{said},
		reflect.TypeFor[[]guide.Alternative](): []guide.Alternative{{Provider: &guide.Provider{Name: "another thing"}}},
		reflect.TypeFor[[]*guide.Region]():     []*guide.Region{{ID: "x", Name: "another thing"}},
		reflect.TypeFor[guide.Date]():          guide.Date{Year: 1999, Month: 1},
		reflect.TypeFor[[]*guide.Source]():     []*guide.Source{{ID: "x", Title: "another thing", URL: "https://x.example/"}},
		reflect.TypeFor[guide.Status]():        guide.Status{Kind: guide.Closed, Date: guide.Date{Year: 2025, Month: 8}, Note: said},
		reflect.TypeFor[guide.Body](): guide.Body{Document: guide.Document{Parts: []guide.Part{{Content: guide.Prose{Nodes: []guide.Node{
			{Kind: guide.KindParagraph, Children: said.Prose.Nodes}}}}}}},
		reflect.TypeFor[map[string]guide.Value](): map[string]guide.Value{g.Attributes[0].ID: {Text: "another thing", Items: []string{"another thing"}, YesNo: true}},
		reflect.TypeFor[[]guide.Stated]():         []guide.Stated{{Name: "Founded", Words: "another thing"}},
		reflect.TypeFor[[]guide.Price]():          []guide.Price{{Missing: guide.OnRequest, Counts: true}},
		reflect.TypeFor[[]guide.Assessment]():     make([]guide.Assessment, len(g.Criteria)),
	}
	not := map[string]string{
		"Entry.Guide": "a way back", "Entry.Verdict": "decides whether it is among the entries at all", "Entry.Draft": "a draft is in no edition that is published", "Entry.Provider": "the fields of the provider follow", "Entry.Extra": "the site's own", "Entry.Origin": "no reader sees it",
		"Provider.Slug": "stands for the provider", "Provider.Former": "the same", "Entry.Corrections": "are told by themselves", "Provider.Corrections": "the same", "Provider.Domains": "no reader sees it", "Provider.AsOf": "of the profile, which is no part of a guide",
		"Provider.Logo": "a picture, which says nothing in words", "Provider.Aliases": "addresses", "Provider.Body": "the profile, which is no part of a guide", "Provider.Extra": "the site's own", "Provider.Origin": "no reader sees it",
	}
	try := func(of reflect.Value, name string) {
		for i := range of.NumField() {
			field := name + "." + of.Type().Field(i).Name
			if not[field] != "" {
				continue
			}
			value, known := other[of.Field(i).Type()]
			if !known {
				t.Errorf("%s is a %s: say here what else it may be, or why it is not frozen", field, of.Field(i).Type())
				continue
			}
			was := reflect.New(of.Field(i).Type()).Elem()
			was.Set(of.Field(i))
			of.Field(i).Set(reflect.ValueOf(value))
			if sentence.Changes(before, freeze(g)).None() {
				t.Errorf("%s has changed, and no reader of the changes is told", field)
			}
			of.Field(i).Set(was)
		}
	}
	e := g.Entries[0]
	try(reflect.ValueOf(e).Elem(), "Entry")
	try(reflect.ValueOf(e.Provider).Elem(), "Provider")
	if !sentence.Changes(before, freeze(g)).None() {
		t.Error("the guide was not put back")
	}
}
