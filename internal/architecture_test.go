// Package internal_test holds the program to its import rules and to how a
// package is laid out. The first table says who may import whom; README.md
// draws it.
package internal_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ours lists every package below internal/, and which of them it may import:
// "export/*" stands for all below export. A package in two lines has both.
const ours = `
diag            -
guide           -
markdown        guide
rank            -
leftover        -
folder          -
content/front   diag markdown
scaffold        content content/front guide
photo           markdown
pipeline        -
content         content/front diag guide leftover markdown photo rank report/table
report/address  guide
report/table    guide rank
report/sentence guide rank report/table
report          guide markdown rank report/*
lint            diag guide rank report report/*
theme           diag leftover
page            guide markdown photo report report/* theme export/*
export/*        guide markdown rank report report/*
export/hosting  manifest
site            diag photo guide report report/* page export/* theme
manifest        -
verify          manifest
deploy          manifest verify export/hosting
output          diag folder manifest
build           diag guide content rank report lint theme page export/* site output manifest
check           diag
rename          content/front diag markdown
history         guide rank report report/* content
bench           -
testrun         -
serve           build diag folder guide leftover export/hosting site
`

// outside lists every dependency, with the packages that may import it;
// "tests" stands for the tests of any package.
const outside = `
codeberg.org/go-fonts/liberation        export/picture
codeberg.org/go-fonts/stix              export/picture
github.com/BurntSushi/toml              content/front content tests
github.com/agnivade/levenshtein         content
github.com/andybalholm/brotli           check output
github.com/fsnotify/fsnotify            serve
github.com/gofrs/flock                  folder
github.com/google/go-cmp                tests
github.com/owenrumney/go-sarif/v3       tests
github.com/rivo/uniseg                  cmd/shortlist
github.com/rogpeppe/go-internal         tests cmd/shortlist
github.com/santhosh-tekuri/jsonschema/v6 tests
github.com/schollz/progressbar/v3       cmd/shortlist
github.com/spf13/cobra                  cmd/shortlist
github.com/tdewolff/minify/v2           theme tests
github.com/tdewolff/parse/v2            theme
github.com/tetratelabs/wazero           photo
github.com/toml-lang/toml-test/v2       tests
github.com/yuin/goldmark                markdown
golang.org/x/image                      export/picture photo
golang.org/x/net                        check content tests
golang.org/x/sync                       build content verify tests
golang.org/x/sys                        folder
golang.org/x/term                       cmd/shortlist
golang.org/x/text                       content export/search markdown output
pgregory.net/rapid                      tests
`

// forbidden are the rules about what a file of the program may use. A use is
// "import PATH", "use PACKAGE.NAME" for a name of the standard library, "call
// NAME" in a file that imports os, or a word for a piece of syntax.
var forbidden = []struct {
	name    string
	in      string // the packages that the rule is about
	notIn   string // of these, the ones that it leaves alone
	use     string
	allowed string // of these uses, the ones that it leaves alone
	message string
}{
	{"only a few packages know the operating system", `.`, `^(internal/(folder|output|history|serve|verify|deploy|testrun)|cmd/.*)$`,
		`^import (os(/.*)?|path/filepath|syscall(/.*)?|net(/http(/.*)?|/smtp|/rpc(/.*)?)?|plugin|unsafe|golang\.org/x/sys(/.*)?)$`, ``,
		"files come in through fs.FS and bytes go out through io.Writer"},
	{"only folder opens files", `.`, `^internal/folder$`,
		`^use (os\.(Open|OpenFile|OpenRoot|OpenInRoot|Root|DirFS|Create|CreateTemp|ReadFile|ReadDir|WriteFile|NewFile|Mkdir|MkdirAll|MkdirTemp|Rename|Remove|RemoveAll|Symlink|Link|Truncate|Chmod|Chown|Lchown|Chtimes|Chdir|CopyFS)|path/filepath\.(Walk|WalkDir|Glob)|io/ioutil\..*|golang\.org/x/sys/unix\..*|syscall\.(Open|Openat|Creat|Mknod|Mkfifo|Mkdir|Rename|Renameat|Link|Symlink|Unlink|Rmdir|Truncate|Syscall|RawSyscall|Syscall6))$`, ``,
		"files are opened by package folder, under its rule"},
	{"only output writes", `.`, `^internal/(folder|output)$`,
		`^call (Move|Make|Unmake|CopyFile|WriteFile|WriteAt|Create|CreateTemp|OpenFile|Mkdir|MkdirAll|MkdirTemp|Rename|Remove|RemoveAll|Symlink|Link|Truncate|Chmod|Chown|Lchown|Chtimes|CopyFS)$`, ``,
		"only output writes files"},
	{"only cmd reads the clock", `.`, `^cmd/`, `^use time\.(Now|Since|Until|Local)$`, ``,
		"the clock is read once, in cmd, and no zone is the machine's"},
	{"nothing is random", `.`, `^internal/folder$`, `^import (math/rand|math/rand/v2|crypto/rand)$`, ``,
		"two builds of one tree are byte-identical"},
	{"rank is exact and pure", `^internal/(rank|guide)$`, ``,
		`^(import (time|runtime)|use math\..*|float|goroutine)$`, `^use math\.(MaxInt|MinInt|MaxUint)\d*$`,
		"figures are integers, the same on every machine"},
	{"views are typed", `^internal/(page|site|theme)$`, ``, `^map of any$`, ``,
		"templates get typed views, in which a missing field is an error"},
}

// layout are the rules about how the source is laid out.
var layout = []struct {
	name  string
	check func(*source) []string
}{
	{"imports follow the rules", (*source).imports},
	{"packages say what they are for", (*source).comments},
	{"names say what is inside", (*source).names},
	{"names of Go keep their meaning", (*source).predeclared},
	{"files are short", (*source).lengths},
	{"embedding packages only embed", (*source).embeds},
	{"nothing is left to do", (*source).leftovers},
	{"dependencies give their reason", (*source).reasons},
	{"dependencies of tests stand apart", (*source).apart},
}

func TestArchitecture(t *testing.T) {
	s, err := read(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for name, faults := range s.faults() {
		for _, fault := range faults {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// TestTables keeps the tables themselves sound: no line is about a package or a
// dependency that there is not.
func TestTables(t *testing.T) {
	packages, mayImport := table(ours)
	modules, importers := table(outside)
	for _, name := range packages {
		for _, target := range mayImport[name] {
			covers := func(line string) bool { return matches([]string{target}, line) || matches([]string{line}, target) }
			if target != "-" && !slices.ContainsFunc(packages, covers) {
				t.Errorf("%s may import %s, which has no line", name, target)
			}
		}
	}
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range modules {
		if !strings.Contains(string(mod), "\t"+name+" v") {
			t.Errorf("%s is not in go.mod", name)
		}
		for _, importer := range importers[name] {
			if importer != "tests" && importer != "cmd/shortlist" && !matches(packages, importer) {
				t.Errorf("%s may be imported by %s, which has no line", name, importer)
			}
		}
	}
}

// faults returns what is wrong, by the rule.
func (s *source) faults() map[string][]string {
	all := map[string][]string{}
	for _, r := range layout {
		all[r.name] = r.check(s)
	}
	for _, r := range forbidden {
		in, notIn, use, allowed := regexp.MustCompile(r.in), regexp.MustCompile(r.notIn), regexp.MustCompile(r.use), regexp.MustCompile(r.allowed)
		all[r.name] = nil
		for _, f := range s.program() {
			if !in.MatchString(f.pkg()) || r.notIn != "" && notIn.MatchString(f.pkg()) {
				continue
			}
			for _, u := range f.uses {
				if use.MatchString(u.what) && (r.allowed == "" || !allowed.MatchString(u.what)) {
					all[r.name] = append(all[r.name], fault(u.where, "%s: %s", u.what, r.message))
				}
			}
		}
	}
	return all
}

// table reads lines of a name and what may go with it.
func table(text string) (names []string, with map[string][]string) {
	with = map[string][]string{}
	for line := range strings.Lines(text) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] != "#" {
			names = append(names, fields[0])
			with[fields[0]] = append(with[fields[0]], fields[1:]...)
		}
	}
	return names, with
}

// matches reports whether a package is one of those meant.
func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		below, wild := strings.CutSuffix(p, "*")
		return p == name || wild && strings.HasPrefix(name, below)
	})
}
