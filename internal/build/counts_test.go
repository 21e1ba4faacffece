package build_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report"
	"shortlist/internal/report/table"
	"shortlist/internal/testrun"
)

// TestEachThingOnce builds the content of this repository with a program that
// counts how often each of its blocks runs. Each body and each line is parsed
// once. Each table is ranked once for the pages; before that, package content
// ranks each edition to check it, and package lint each guide, and whatever an
// award or a criterion makes it look at.
func TestEachThingOnce(t *testing.T) {
	if !testrun.Thorough() {
		t.Skip("builds the program once more: in `make test`, which sets THOROUGH")
	}
	const day = "2025-10-01"
	ran := countRuns(t, []string{"markdown", "rank", "lint"}, "build", "--quiet", "--now", day)
	now, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	load := func(held bool) *guide.Library {
		lib, problems := content.Load(os.DirFS("../.."), content.Options{Now: now, Drafts: held, Expired: held})
		if lib == nil {
			t.Fatal(problems)
		}
		return lib
	}
	all := texts{bodies: map[guide.Origin]bool{}, lines: map[guide.Origin]bool{}, seen: map[uintptr]bool{}}
	all.gather(reflect.ValueOf(load(true)))
	if got, want := ran["markdown.Parse"], len(all.bodies); got != want {
		t.Errorf("%d bodies were parsed %d times", want, got)
	}
	if got, want := ran["markdown.ParseLine"], len(all.lines); got != want {
		t.Errorf("%d lines were parsed %d times", want, got)
	}
	lib := load(false)
	different, checks := 0, ran["lint.figures.againstFirst"]+ran["lint.figures.sameWithout"]+ran["lint.holdAgainst"]
	for _, g := range lib.Guides {
		different += len(tables(g, lib.Site.Regions))
		checks += 1 + len(g.Editions)
	}
	if got := ran["rank.Rank"]; got < different || got > different+checks {
		t.Errorf("%d tables were ranked %d times, %d of them to check content", different, got, checks)
	}
	t.Logf("%d bodies, %d lines, %d tables; Rank ran %d times, %d of them to check content", len(all.bodies), len(all.lines), different, ran["rank.Rank"], checks)
}

// tables are those that a guide's pages rank by, each that differs once.
func tables(g *guide.Guide, regions []*guide.Region) []rank.Table {
	outline := report.Sketch(g, regions)
	all := []rank.Table{table.Published(g)}
	if slices.ContainsFunc(outline.Ranking.Places, func(p rank.Place) bool { return p.Low < p.High }) {
		all = append(all, outline.Ranking.Settled())
	}
	for i := range g.Lenses {
		all = append(all, table.Lens(g, &g.Lenses[i]))
	}
	for i := range g.UseCases {
		all = append(all, table.UseCase(g, &g.UseCases[i]))
		if added := table.AddOns(g, &g.UseCases[i]); len(added.Entries) > 0 {
			all = append(all, added)
		}
	}
	for _, r := range outline.Regions {
		for _, way := range []guide.Reach{guide.Named, guide.Wider, guide.Worldwide} {
			if entries := table.Reaching(g, r, way); len(entries) > 0 {
				all = append(all, table.Table(g, nil, entries))
			}
		}
	}
	for _, e := range g.Editions {
		all = append(all, table.Edition(e))
	}
	var out []rank.Table
	for _, x := range all {
		if !slices.ContainsFunc(out, func(y rank.Table) bool { return reflect.DeepEqual(x, y) }) {
			out = append(out, x)
		}
	}
	return out
}

// texts are the places of all prose of a library.
type texts struct {
	bodies, lines map[guide.Origin]bool
	seen          map[uintptr]bool // pointers
}

func (x *texts) gather(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !x.seen[v.Pointer()] {
			x.seen[v.Pointer()] = true
			x.gather(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			x.gather(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			x.gather(v.MapIndex(key))
		}
	case reflect.Struct:
		switch text := v.Interface().(type) {
		case guide.Inline:
			if !text.IsZero() {
				x.lines[text.Origin] = true
			}
		case guide.Body:
			x.bodies[text.Origin] = true
			for _, b := range text.Blocks {
				if b.Title != "" { // a line in a body: "{ranking[In short]}"
					x.lines[text.At(b.Offset)] = true
				}
			}
		default:
			for i := range v.NumField() {
				x.gather(v.Field(i))
			}
		}
	}
}

// countRuns makes the program anew with counters in some packages, runs it on the
// content of this repository, and returns how often each function of those
// packages ran.
func countRuns(t *testing.T, packages []string, args ...string) map[string]int {
	t.Helper()
	temp := t.TempDir()
	program, site, counts, listing := filepath.Join(temp, "shortlist"), filepath.Join(temp, "site"), filepath.Join(temp, "counts"), filepath.Join(temp, "counts.txt")
	if err := os.CopyFS(filepath.Join(site, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(counts, 0o777); err != nil {
		t.Fatal(err)
	}
	counted := "shortlist/cmd/shortlist"
	for _, p := range packages {
		counted += ",shortlist/internal/" + p
	}
	for _, command := range [][]string{
		{"go", "build", "-cover", "-covermode=count", "-coverpkg=" + counted, "-o", program, "shortlist/cmd/shortlist"},
		append(append([]string{program}, args...), "--site", site, "--out", filepath.Join(temp, "public")),
		{"go", "tool", "covdata", "textfmt", "-i", counts, "-o", listing},
	} {
		c := exec.Command(command[0], command[1:]...)
		c.Env = append(os.Environ(), "GOCOVERDIR="+counts)
		if said, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", command, err, said)
		}
	}
	blocks, err := os.ReadFile(listing)
	if err != nil {
		t.Fatal(err)
	}
	ran := map[string]int{}
	for _, p := range packages {
		for begin, name := range functions(t, p) {
			i := bytes.Index(blocks, []byte(begin))
			if i < 0 {
				continue // without a statement
			}
			line, _, _ := bytes.Cut(blocks[i:], []byte("\n"))
			n, err := strconv.Atoi(string(line[bytes.LastIndexByte(line, ' ')+1:]))
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			ran[path.Base(p)+"."+name] += n
		}
	}
	return ran
}

// functions are the names of a package's functions by the place at which the
// first block of each begins, as the counters write it.
func functions(t *testing.T, name string) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, err := filepath.Glob("../" + name + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil && !strings.HasSuffix(file, "_test.go") {
				at := set.Position(f.Body.Lbrace)
				out[fmt.Sprintf("shortlist/internal/%s/%s:%d.%d,", name, filepath.Base(file), at.Line, at.Column)] = receiver(f) + f.Name.Name
			}
		}
	}
	return out
}

func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	at := f.Recv.List[0].Type
	if pointer, ok := at.(*ast.StarExpr); ok {
		at = pointer.X
	}
	return fmt.Sprint(at) + "."
}
