package lint

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// vaults is a small library: four entries, three criteria, a lens and regions.
// The published order is bolt, core, acme, dune.
func vaults() *guide.Library {
	global := &guide.Region{ID: guide.Everywhere, Name: "Global"}
	us := &guide.Region{ID: "us", Name: "United States"}
	apac := &guide.Region{ID: "apac", Name: "Asia-Pacific"}
	sg := &guide.Region{ID: "sg", Name: "Singapore", Within: apac}
	g := &guide.Guide{
		Slug:   "vaults",
		Noun:   guide.Noun{One: "bank vault", Many: "bank vaults"},
		Stress: 1000,
		Criteria: []guide.Criterion{
			{ID: "scale", Name: "Scale and liquidity", Weight: 4000, Origin: guide.Origin{File: "guide.md", Line: 4, Column: 1}},
			{ID: "security", Name: "Security", Weight: 3000, Origin: guide.Origin{File: "guide.md", Line: 9, Column: 1}},
			{ID: "costs", Name: "Costs", Weight: 3000, Origin: guide.Origin{File: "guide.md", Line: 14, Column: 1}},
		},
		Lenses: []guide.Lens{
			{ID: "security-first", Name: "Security first", Weights: []guide.Weight{2000, 6000, 2000}},
			{ID: "thrift", Name: "Cost clarity first", Weights: []guide.Weight{1000, 1000, 8000}},
		},
		Origin: guide.Origin{File: "guide.md", Line: 1, Column: 1},
	}
	lib := &guide.Library{Guides: []*guide.Guide{g}, Site: guide.Publication{Regions: []*guide.Region{global, us, apac, sg}}}
	entry := func(name string, region *guide.Region, scores ...guide.Assessment) {
		file := strings.ToLower(name) + ".md"
		p := &guide.Provider{Slug: strings.ToLower(name), Name: name + " Vault", Kind: "bank"}
		e := &guide.Entry{Guide: g, Provider: p, Regions: []*guide.Region{region}, Scores: scores,
			Origin: guide.Origin{File: file, Line: 1, Column: 1}}
		for k := range e.Scores {
			e.Scores[k].Origin = guide.Origin{File: file, Line: 8 + k, Column: 1}
		}
		lib.Providers = append(lib.Providers, p)
		g.Entries = append(g.Entries, e)
	}
	entry("Acme", global, exact(900), exact(600), exact(400))
	entry("Bolt", us, exact(700), exact(900), exact(600))
	entry("Core", apac, exact(600), exact(800), ranged(500, 800))
	entry("Dune", sg, exact(500), unknown, exact(800))
	return lib
}

var unknown = guide.Assessment{High: guide.MaxScore}

func exact(s guide.Score) guide.Assessment { return ranged(s, s) }

func ranged(low, high guide.Score) guide.Assessment {
	a := guide.Assessment{State: guide.Ranged, Low: low, High: high, Why: guide.Inline{Source: "As measured."}}
	if low == high {
		a.State = guide.Exact
	}
	return a
}

// found is the messages of one rule, sorted as they are shown.
func found(lib *guide.Library, rule *diag.Rule) []string {
	list := Library(lib)
	list.Sort()
	var out []string
	for _, p := range list {
		if p.Rule == rule {
			out = append(out, p.Message)
		}
	}
	return out
}

func check(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// said is a finding as it is printed, with how wide it is.
func said(list diag.List) string {
	var b strings.Builder
	for _, p := range list {
		s := p.Span
		fmt.Fprintf(&b, "%s:%d:%d+%d: %s: %s (%s)\n  help: %s\n", s.File, s.Line, s.Column, s.Width, p.Rule.Severity, p.Message, p.Rule.Name, p.Hint)
	}
	return b.String()
}

var today = time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)

// load loads a site that has no mistakes and lints it.
func load(t testing.TB, tree fstest.MapFS) (*guide.Library, diag.List) {
	t.Helper()
	lib, list := content.Load(tree, content.Options{Now: today})
	if lib == nil {
		t.Fatal(said(list))
	}
	list = Library(lib)
	list.Quote(tree)
	list.Sort()
	return lib, list
}

func site(t testing.TB) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for _, f := range a.Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return tree
}

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds a list against a file.
func golden(t *testing.T, name string, list diag.List) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(said(list)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), said(list)); diff != "" {
		t.Error(diff + "if this is right, run go test ./internal/lint -update")
	}
}

// TestPlaces loads a site with one finding of each rule, and more where the
// place is of another sort, and holds each place against the file.
func TestPlaces(t *testing.T) {
	_, list := load(t, site(t))
	golden(t, "testdata/site.golden", list)
	reported := map[*diag.Rule]bool{}
	for _, p := range list {
		reported[p.Rule] = true
		runes := []rune(p.Span.Text)
		if p.Span.Column-1+p.Span.Width > len(runes) {
			t.Errorf("%s: the columns do not lie in %q", p.Message, p.Span.Text)
			continue
		}
		marked := string(runes[p.Span.Column-1:][:p.Span.Width])
		switch p.Rule {
		case awardClaim, proseContradictsRank:
			if !strings.Contains(p.Message, "says `"+marked) {
				t.Errorf("%q is marked for %s", marked, p.Message)
			}
		case scoreWithoutReason, placeholderText:
			if !strings.Contains(p.Message, "`"+marked+"`") {
				t.Errorf("%q is marked for %s", marked, p.Message)
			}
		case idleCriterion:
			if marked != "[[criteria]]" {
				t.Errorf("%q is marked for %s", marked, p.Message)
			}
		default:
			if marked != "+++" {
				t.Errorf("%q is marked for %s", marked, p.Message)
			}
		}
	}
	for _, rule := range rules {
		if !reported[rule] {
			t.Errorf("the site has no finding of %s", rule.Name)
		}
	}
}

var rules = []*diag.Rule{awardClaim, idleCriterion, inseparableTop, mixedKinds, placeholderText, proseContradictsRank, scoreWithoutReason}

// TestRules holds the names, which stand in the [accept] tables of content, and
// the severities: an error could not be accepted.
func TestRules(t *testing.T) {
	var got []string
	for _, rule := range rules {
		got = append(got, rule.Name+" "+rule.Severity.String())
	}
	check(t, got, "award-claim warning", "idle-criterion advice", "inseparable-top advice", "mixed-kinds advice", "placeholder-text warning",
		"prose-contradicts-rank warning", "score-without-reason warning")
}

// TestAccepted accepts each rule in the file of its first finding: that finding
// is gone and counted, those of other files and rules stay.
func TestAccepted(t *testing.T) {
	_, all := load(t, site(t))
	for _, rule := range rules {
		t.Run(rule.Name, func(t *testing.T) {
			tree := site(t)
			i := slices.IndexFunc(all, func(p diag.Problem) bool { return p.Rule == rule })
			file := all[i].Span.File
			var want []string
			gone := 0
			for _, p := range all {
				if p.Rule == rule && p.Span.File == file {
					gone++
				} else {
					want = append(want, p.Span.File+p.Rule.Name+p.Message)
				}
			}
			// The last +++ ends the front matter.
			text := string(tree[file].Data)
			end := strings.LastIndex(text, "+++\n")
			tree[file].Data = []byte(text[:end] + "\n[accept]\n" + rule.Name + " = \"as intended\"\n" + text[end:])
			lib, list := load(t, tree)
			var got []string
			for _, p := range list {
				got = append(got, p.Span.File+p.Rule.Name+p.Message)
			}
			if !slices.Equal(got, want) {
				t.Error(cmp.Diff(want, got))
			}
			if len(lib.Accepted) != 1 || lib.Accepted[0].Count != gone {
				t.Errorf("%d findings are gone, but counted are %+v", gone, lib.Accepted)
			}
		})
	}
}

// TestTheRealContent holds the findings on the site's own content, so that one
// that comes or goes is noticed.
func TestTheRealContent(t *testing.T) {
	lib, list := content.Load(os.DirFS("../.."), content.Options{Now: today})
	if lib == nil {
		t.Fatal(said(list))
	}
	list = Library(lib)
	list.Sort()
	golden(t, "testdata/content.golden", list)
}

func BenchmarkLibrary(b *testing.B) {
	lib, list := content.Load(os.DirFS("../.."), content.Options{Now: today})
	if lib == nil {
		b.Fatal(said(list))
	}
	for b.Loop() {
		Library(lib)
	}
}
