package content

import (
	"reflect"
	"testing"
	"testing/fstest"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// fuzzFile loads arbitrary bytes as one file of the base site: that never panics,
// and gives problems in their places, or a library that is valid.
func fuzzFile(f *testing.F, path string) {
	base := baseSite(f)
	f.Add(base[path].Data)
	for _, seed := range []string{"", "+++", "+++\n+++\n", "\xff\xfe", "+++\n[scores]\nx = 1\n+++\n",
		"+++\naward = \"a\"\naudience = [\"b\"]\n[scores.mass]\nlow = 1\nhigh = 2\n[[scores.x]]\n+++\n[@a] ::b",
		"+++\nextra.a = 1\naccept = 1\nsources = [1]\nalternatives = [{}]\n+++\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := fstest.MapFS{}
		for name, file := range base {
			files[name] = file
		}
		files[path] = &fstest.MapFile{Data: data, Mode: 0o644}
		lib, list := Load(files, Options{Now: today})
		if (lib == nil) != (list.Count(diag.Error) > 0) {
			t.Fatalf("library %v with %d errors", lib, list.Count(diag.Error))
		}
		for _, p := range list {
			if p.Rule == nil || p.Message == "" || p.Span.File == "" || p.Span.Line < 0 {
				t.Errorf("malformed finding %+v", p)
			}
			checkSpan(t, files, p.Span)
		}
		if lib != nil {
			checkValid(t, lib)
		}
	})
}

func FuzzLoadEntry(f *testing.F)    { fuzzFile(f, "content/guides/tents/entries/cedar.md") }
func FuzzLoadGuide(f *testing.F)    { fuzzFile(f, "content/guides/tents/guide.md") }
func FuzzLoadSite(f *testing.F)     { fuzzFile(f, "content/site.toml") }
func FuzzLoadProvider(f *testing.F) { fuzzFile(f, "content/providers/birch.md") }

// checkValid holds a library against what package guide promises of it.
func checkValid(t *testing.T, lib *guide.Library) {
	t.Helper()
	for _, g := range lib.Guides {
		if g.Title == "" || g.Noun.One == "" || len(g.Authors) == 0 || len(g.Entries) == 0 || !g.Dates.Updated.Valid() {
			t.Errorf("guide %+v", g)
		}
		weights := make([]guide.Weight, len(g.Criteria))
		for i, c := range g.Criteria {
			weights[i] = c.Weight
		}
		checkWhole(t, weights)
		for _, l := range g.Lenses {
			checkWhole(t, l.Weights)
		}
		for _, u := range g.UseCases {
			if u.Weights != nil {
				checkWhole(t, u.Weights)
			}
		}
		for _, e := range g.Editions {
			if again, list := DecodeEdition(EditionPath(g.Slug, e.Date), EncodeEdition(e)); !reflect.DeepEqual(again, e) {
				t.Errorf("edition %+v comes back as %+v, %v", e, again, list)
			}
		}
		for _, e := range g.Entries {
			if e.Provider == nil || e.Award.IsZero() || len(e.Audience) == 0 || len(e.Scores) != len(g.Criteria) {
				t.Errorf("entry %+v", e)
			}
			for _, s := range e.Scores {
				if s.Low < 0 || s.Low > s.High || s.High > guide.MaxScore || (s.State == guide.Exact) != (s.Low == s.High) {
					t.Errorf("score %+v", s)
				}
			}
			for _, c := range e.Body.Citations {
				for _, id := range c.IDs {
					if e.Source(id) == nil {
						t.Errorf("citation of %s", id)
					}
				}
			}
		}
	}
}

func checkWhole(t *testing.T, weights []guide.Weight) {
	t.Helper()
	sum := guide.Weight(0)
	for _, w := range weights {
		sum += w
	}
	if sum != guide.FullWeight {
		t.Errorf("weights %v sum to %s", weights, sum)
	}
}
