package report_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	_ "shortlist/internal/lint" // whose rules the content accepts
	"shortlist/internal/report"
)

// TestGuideIsPlain walks the type of a report: it holds no functions, interfaces
// and hidden fields, and what it points to is its own and not the library's.
func TestGuideIsPlain(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(at string, x reflect.Type)
	walk = func(at string, x reflect.Type) {
		if seen[x] {
			return
		}
		seen[x] = true
		switch x.Kind() {
		case reflect.Func, reflect.Chan, reflect.Interface, reflect.UnsafePointer, reflect.Float32, reflect.Float64:
			t.Errorf("%s is a %s", at, x.Kind())
		case reflect.Pointer:
			switch x.Elem() {
			case reflect.TypeFor[guide.Heading](), reflect.TypeFor[guide.Block]():
				// parts of the same parsed body
			case reflect.TypeFor[guide.Attribute]():
				return // taken out of a requirement: TestGuideSurvives
			default:
				if x.Elem().PkgPath() != "shortlist/internal/report" {
					t.Errorf("%s points to %s", at, x.Elem())
				}
			}
			walk(at, x.Elem())
		case reflect.Slice, reflect.Array, reflect.Map:
			if x.Kind() == reflect.Map {
				walk(at, x.Key())
			}
			walk(at, x.Elem())
		case reflect.Struct:
			for i := range x.NumField() {
				f := x.Field(i)
				// A type's hidden fields are lost when it is encoded. Those of a
				// ranking are what Plain takes out, which the round trip shows.
				if !f.IsExported() {
					if !strings.HasPrefix(x.String(), "rank.") {
						t.Errorf("%s.%s is hidden", at, f.Name)
					}
					continue
				}
				walk(at+"."+f.Name, f.Type)
			}
		}
	}
	walk("report.Guide", reflect.TypeFor[report.Guide]())
}

// TestGuideSurvives loads and compiles the guides of this repository twice: equal
// inputs give equal reports, also after a trip through an encoding.
func TestGuideSurvives(t *testing.T) {
	now := time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)
	compiled := func() (out []report.Guide) {
		lib, problems := content.Load(os.DirFS("../.."), content.Options{Now: now})
		if lib == nil {
			t.Fatal(problems)
		}
		for _, g := range lib.Guides {
			out = append(out, report.Compile(g, report.Sketch(g, lib.Site.Regions), report.Inputs{Regions: lib.Site.Regions, Ties: lib.Relationships}))
		}
		random := rand.New(rand.NewPCG(7, 7))
		for _, s := range []shape{
			{entries: 1, criteria: 1, step: 100},
			{entries: 3, criteria: 3, step: 50, open: 60, parts: true, measured: true, stress: 1000, grain: 25, unknown: guide.Low},
		} {
			g := made(random, s)
			out = append(out, report.Compile(g, report.Sketch(g, nil), report.Inputs{}))
		}
		return out
	}
	first, second := compiled(), compiled()
	for i := range first {
		if !reflect.DeepEqual(first[i], second[i]) {
			t.Errorf("%s: two reports of equal inputs differ", first[i].Slug)
		}
		text, err := json.Marshal(first[i])
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), `"Attribute":{`) {
			t.Errorf("%s: a requirement points to the guide's attribute", first[i].Slug)
		}
		var back report.Guide
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back, first[i]) {
			t.Errorf("%s: JSON gives another report back", first[i].Slug)
		}
		// gob has no empty slices beside absent ones, so the two are compared in print.
		var stream bytes.Buffer
		var fromGob report.Guide
		if err := gob.NewEncoder(&stream).Encode(first[i]); err != nil {
			t.Fatal(err)
		}
		if err := gob.NewDecoder(&stream).Decode(&fromGob); err != nil {
			t.Fatal(err)
		}
		if again, err := json.Marshal(fromGob); err != nil || withoutEmpty(again) != withoutEmpty(text) {
			t.Errorf("%s: gob gives another report back (%v)", first[i].Slug, err)
		}
	}
}

func withoutEmpty(text []byte) string { return strings.ReplaceAll(string(text), "[]", "null") }
