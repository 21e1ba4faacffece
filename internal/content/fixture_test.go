package content

import (
	"errors"
	"fmt"
	"io/fs"

	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"shortlist/internal/diag"
)

// A fixture is a txtar file that changes the site of testdata/base.txtar. Its
// sections are whole files, or edits:
//
//	-- edit content/pages/about.md --
//	-title = "About"
//	+titel = "About"
//
// takes the lines with a minus, which must stand there once and together, and
// puts those with a plus in their place; lines of several edits are separated by
// an empty one. In added lines {{x*40}} is x forty times, and {{u+202e}} a
// character by its number. The comment holds the expected findings, each a line
// as the program prints it with its help below, and these instructions:
//
//	now 2026-03-01          the day of the load (2025-10-01)
//	drafts                  load drafts too
//	remove PATH             a file or folder that is not there
//	crlf PATH, bom PATH     the file as another editor saves it
//	symlink PATH TARGET     a symbolic link
//	unreadable PATH         a file that cannot be opened
type fixture struct {
	files   fstest.MapFS
	tree    fs.FS
	options Options
	want    []string // place, severity, message, rule; then the hint
}

func baseSite(t testing.TB) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	return files
}

var today = time.Date(2025, 10, 1, 12, 0, 0, 0, time.UTC)

func readFixture(t *testing.T, name string) fixture {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	fx := fixture{files: baseSite(t), options: Options{Now: today}}
	fx.tree = fx.files
	for _, f := range a.Files {
		if path, ok := strings.CutPrefix(f.Name, "edit "); ok {
			fx.files[path] = &fstest.MapFile{Data: edit(t, fx.files[path], string(f.Data)), Mode: 0o644}
			continue
		}
		fx.files[f.Name] = &fstest.MapFile{Data: []byte(expand(t, string(f.Data))), Mode: 0o644}
	}
	for line := range strings.Lines(string(a.Comment)) {
		fx.instruct(t, strings.TrimSuffix(line, "\n"))
	}
	return fx
}

func (fx *fixture) instruct(t *testing.T, line string) {
	t.Helper()
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "now":
		day, err := time.Parse(time.DateOnly, rest)
		if err != nil {
			t.Fatal(err)
		}
		fx.options.Now = day
	case "drafts":
		fx.options.Drafts = true
	case "remove":
		n := len(fx.files)
		for path := range fx.files {
			if path == rest || strings.HasPrefix(path, rest+"/") {
				delete(fx.files, path)
			}
		}
		if n == len(fx.files) {
			t.Fatalf("nothing to remove at %s", rest)
		}
	case "crlf":
		fx.files[rest].Data = []byte(strings.ReplaceAll(string(fx.files[rest].Data), "\n", "\r\n"))
	case "bom":
		fx.files[rest].Data = append([]byte("\ufeff"), fx.files[rest].Data...)
	case "symlink":
		path, target, _ := strings.Cut(rest, " ")
		fx.files[path] = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink | 0o777}
	case "unreadable":
		fx.tree = locked{fx.files, rest}
	default:
		if strings.HasPrefix(line, "content") || strings.HasPrefix(line, "help: ") {
			fx.want = append(fx.want, line)
		}
	}
}

// locked is a tree with one file that cannot be opened.
type locked struct {
	fstest.MapFS
	path string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.path {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("permission denied")}
	}
	return l.MapFS.Open(name)
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == l.path {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("permission denied")}
	}
	return l.MapFS.ReadDir(name)
}

// edit applies a fixture's edits to a file.
func edit(t *testing.T, file *fstest.MapFile, edits string) []byte {
	t.Helper()
	if file == nil {
		t.Fatal("the fixture edits a file that the base does not have")
	}
	text := string(file.Data)
	for hunk := range strings.SplitSeq(edits, "\n\n") {
		var taken, put strings.Builder
		for line := range strings.Lines(strings.TrimRight(hunk, "\n") + "\n") {
			switch line[0] {
			case '-':
				taken.WriteString(line[1:])
			case '+':
				put.WriteString(expand(t, line[1:]))
			default:
				t.Fatalf("a line of an edit begins with neither - nor +: %q", line)
			}
		}
		if n := strings.Count(text, taken.String()); n != 1 || taken.Len() == 0 {
			t.Fatalf("these lines stand there %d times:\n%s", n, taken.String())
		}
		text = strings.Replace(text, taken.String(), put.String(), 1)
	}
	return []byte(text)
}

// expand writes out {{x*40}} and {{u+202e}}.
func expand(t *testing.T, s string) string {
	t.Helper()
	for {
		before, rest, found := strings.Cut(s, "{{")
		if !found {
			return s
		}
		code, after, _ := strings.Cut(rest, "}}")
		if hex, ok := strings.CutPrefix(code, "u+"); ok {
			n, err := strconv.ParseUint(hex, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			s = before + string(rune(n)) + after
			continue
		}
		if hex, ok := strings.CutPrefix(code, "byte "); ok {
			n, err := strconv.ParseUint(hex, 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			s = before + string([]byte{byte(n)}) + after
			continue
		}
		i := strings.LastIndexByte(code, '*')
		n, err := strconv.Atoi(code[i+1:])
		if err != nil {
			t.Fatal(err)
		}
		s = before + strings.Repeat(strings.ReplaceAll(code[:i], `\n`, "\n"), n) + after
	}
}

// said is a finding as the fixtures write it.
func said(p diag.Problem) []string {
	place := p.Span.File
	if p.Span.Line > 0 {
		place += fmt.Sprintf(":%d:%d", p.Span.Line, p.Span.Column)
	}
	out := []string{fmt.Sprintf("%s: %s: %s (%s)", place, p.Rule.Severity, p.Message, p.Rule.Name)}
	if p.Hint != "" {
		out = append(out, "help: "+p.Hint)
	}
	return out
}

func fixtures(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	return names
}

// TestFixtures loads each fixture and expects exactly the findings in its
// comment: one mistake, one problem, at its line and column.
func TestFixtures(t *testing.T) {
	for _, folder := range []string{"problems", "traps"} {
		for _, name := range fixtures(t, folder) {
			t.Run(folder+"/"+strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
				fx := readFixture(t, name)
				lib, list := Load(fx.tree, fx.options)
				var got []string
				for _, p := range list {
					got = append(got, said(p)...)
					checkSpan(t, fx.files, p.Span)
				}
				if !slices.Equal(got, fx.want) {
					t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(fx.want, "\n"))
				}
				if (lib == nil) != (list.Count(diag.Error) > 0) {
					t.Errorf("library %v with %d errors", lib, list.Count(diag.Error))
				}
				if _, again := Load(fx.tree, fx.options); !slices.Equal(again, list) {
					t.Errorf("a second load finds something else: %v", again)
				}
			})
		}
	}
}

// checkSpan holds a finding's place against the file: the line is shown as it
// is, and the marked columns lie in it.
func checkSpan(t *testing.T, files fstest.MapFS, s diag.Span) {
	t.Helper()
	if s.Line == 0 {
		return
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(files[s.File].Data), "\ufeff"), "\r\n", "\n")
	line := []rune(strings.Split(text, "\n")[s.Line-1])
	if s.Text != string(line) && !strings.Contains(s.Text, "\ufffd") {
		t.Errorf("line %d is shown as %q, but is %q", s.Line, s.Text, string(line))
	}
	if s.Column < 1 || s.Width < 1 || s.Column-1+s.Width > len(line)+1 {
		t.Errorf("columns %d+%d do not lie in line %d, %q", s.Column, s.Width, s.Line, string(line))
	}
}

// TestEveryRuleHasAFixture: every rule that this package or one below it defines
// has a fixture with that one mistake, in a file of its name.
func TestEveryRuleHasAFixture(t *testing.T) {
	alone := map[string]bool{}
	for _, name := range fixtures(t, "problems") {
		fx := readFixture(t, name)
		var headlines []string
		for _, line := range fx.want {
			if !strings.HasPrefix(line, "help: ") {
				headlines = append(headlines, line)
			}
		}
		if len(headlines) != 1 {
			t.Errorf("%s: expects %d findings, not one", name, len(headlines))
			continue
		}
		rule := strings.TrimSuffix(headlines[0][strings.LastIndexByte(headlines[0], '(')+1:], ")")
		if base := strings.TrimSuffix(filepath.Base(name), ".txtar"); base != rule && !strings.HasPrefix(base, rule+"~") {
			t.Errorf("%s: is about %s, so call it %s.txtar or %s~something.txtar", name, rule, rule, rule)
		}
		if diag.Lookup(rule) == nil {
			t.Errorf("%s: there is no rule %s", name, rule)
		}
		alone[rule] = true
	}
	for _, rule := range diag.Rules() {
		if !alone[rule.Name] {
			t.Errorf("the rule %s has no fixture in testdata/problems", rule.Name)
		}
	}
}
