package internal_test

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
)

func (h *house) planned() (faults []string) {
	for _, p := range h.packages() {
		if _, ok := plan[p]; !ok {
			faults = append(faults, fault(p, "the package is not in the plan: give it a line in internal/architecture_test.go, or a home in a package that is"))
		}
	}
	return faults
}

func (h *house) imports() (faults []string) {
	for _, f := range h.files {
		r, ok := plan[f.pkg()]
		if !ok && f.pkg() != "internal" {
			continue // planned reports it
		}
		for _, target := range f.imports {
			ours, outside, name := h.kind(target)
			switch {
			case ours && !f.test && !slices.ContainsFunc(r.ours, func(p string) bool { return matches(p, name) }):
				faults = append(faults, fault(f.path, "may not import %s", name))
			case outside && !slices.ContainsFunc(allowed(r, f.test), func(m string) bool { return inModule(name, m) }):
				faults = append(faults, fault(f.path, "may not import %s", name))
			}
		}
	}
	return faults
}

func allowed(r room, test bool) []string {
	if test {
		return append(slices.Clone(r.outside), forTests...)
	}
	return r.outside
}

// machinery is whatever reaches beyond the process.
var machinery = regexp.MustCompile(`^(os(/.*)?|path/filepath|syscall(/.*)?|net(/http(/.*)?|/smtp|/rpc(/.*)?)?|plugin|unsafe|golang\.org/x/sys(/.*)?)$`)

func (h *house) machine() (faults []string) {
	for _, f := range h.program() {
		for _, target := range f.imports {
			if machinery.MatchString(target) && !plan[f.pkg()].machine {
				faults = append(faults, fault(f.path, "imports %s: files come in through fs.FS and bytes go out through io.Writer", target))
			}
		}
	}
	return faults
}

// opening is what opens, lists or changes files by their path. Package folder has
// the one rule for that; whatever else does it, by any of these packages, goes
// round the rule.
var opening = map[string]*regexp.Regexp{
	"os": regexp.MustCompile(`^(Open|OpenFile|OpenRoot|OpenInRoot|Root|DirFS|Create|CreateTemp|ReadFile|ReadDir|WriteFile|NewFile|Mkdir|MkdirAll|MkdirTemp` +
		`|Rename|Remove|RemoveAll|Symlink|Link|Truncate|Chmod|Chown|Lchown|Chtimes|Chdir|CopyFS)$`),
	"path/filepath":         regexp.MustCompile(`^(Walk|WalkDir|Glob)$`),
	"io/ioutil":             regexp.MustCompile(`.`),
	"syscall":               regexp.MustCompile(`^(Open|Openat|Creat|Mknod|Mkfifo|Mkdir|Rename|Renameat|Link|Symlink|Unlink|Rmdir|Truncate|Syscall|RawSyscall|Syscall6)$`),
	"golang.org/x/sys/unix": regexp.MustCompile(`.`),
}

func (h *house) opens() (faults []string) {
	for _, f := range h.program() {
		if f.pkg() == "internal/folder" {
			continue
		}
		f.selectors(func(n *ast.SelectorExpr, x string) {
			for of, names := range opening {
				if x != "" && x == f.called(of) && names.MatchString(n.Sel.Name) {
					faults = append(faults, fault(f.at(n), "uses %s.%s: files are opened by package folder, under its rule", path.Base(of), n.Sel.Name))
				}
			}
		})
	}
	return faults
}

// writing is what changes a file system, as a function of os or as a method of
// os.Root, os.File and folder.Folder.
var writing = regexp.MustCompile(`^(Move|Make|Unmake|CopyFile|WriteFile|WriteAt|Create|CreateTemp|OpenFile|Mkdir|MkdirAll|MkdirTemp|Rename|Remove|RemoveAll|Symlink|Link|Truncate|Chmod|Chown|Lchown|Chtimes|CopyFS)$`)

func (h *house) writes() (faults []string) {
	for _, f := range h.program() {
		if f.pkg() == "internal/output" || f.pkg() == "internal/folder" || f.called("os") == "" && f.called("shortlist/internal/folder") == "" {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if s, ok := call.Fun.(*ast.SelectorExpr); ok && writing.MatchString(s.Sel.Name) {
				faults = append(faults, fault(f.at(call), "calls %s: only output writes files", s.Sel.Name))
			}
			return true
		})
	}
	return faults
}

func (h *house) clock() (faults []string) {
	for _, f := range h.program() {
		if strings.HasPrefix(f.path, "cmd/") {
			continue
		}
		f.selectors(func(n *ast.SelectorExpr, x string) {
			if x != "" && x == f.called("time") && slices.Contains([]string{"Now", "Since", "Until", "Local"}, n.Sel.Name) {
				faults = append(faults, fault(f.at(n), "uses time.%s: the clock is read once, in cmd, and no zone is the machine's", n.Sel.Name))
			}
		})
	}
	return faults
}

func (h *house) random() (faults []string) {
	for _, f := range h.program() {
		if f.pkg() == "internal/folder" {
			continue // names of temporary files
		}
		for _, target := range f.imports {
			if target == "math/rand" || target == "math/rand/v2" || target == "crypto/rand" {
				faults = append(faults, fault(f.path, "imports %s: two builds of one tree are byte-identical", target))
			}
		}
	}
	return faults
}

// rank keeps the packages that the order is computed in exact: integers only,
// and nothing that differs from machine to machine. Package guide holds the
// figures, so it is held to the same.
func (h *house) rank() (faults []string) {
	for _, f := range h.program() {
		if f.pkg() != "internal/rank" && f.pkg() != "internal/guide" {
			continue
		}
		for _, target := range f.imports {
			if target == "time" || target == "runtime" {
				faults = append(faults, fault(f.path, "imports %s", target))
			}
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if slices.Contains([]string{"float32", "float64", "complex64", "complex128"}, n.Name) {
					faults = append(faults, fault(f.at(n), "uses %s: figures are integers", n.Name))
				}
			case *ast.BasicLit:
				if n.Kind == token.FLOAT || n.Kind == token.IMAG {
					faults = append(faults, fault(f.at(n), "uses the constant %s: figures are integers", n.Value))
				}
			case *ast.GoStmt:
				faults = append(faults, fault(f.at(n), "starts a goroutine"))
			}
			return true
		})
		f.selectors(func(n *ast.SelectorExpr, x string) {
			limit := strings.HasPrefix(n.Sel.Name, "MaxInt") || strings.HasPrefix(n.Sel.Name, "MinInt") || strings.HasPrefix(n.Sel.Name, "MaxUint")
			if x != "" && x == f.called("math") && !limit {
				faults = append(faults, fault(f.at(n), "uses math.%s: figures are integers", n.Sel.Name))
			}
		})
	}
	return faults
}

// views looks for maps of anything where templates are filled: a field that is
// missing in a map is silence, one that is missing in a struct is an error.
func (h *house) views() (faults []string) {
	for _, f := range h.program() {
		if f.pkg() != "internal/site" && f.pkg() != "internal/theme" {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			m, ok := n.(*ast.MapType)
			if !ok {
				return true
			}
			id, named := m.Value.(*ast.Ident)
			_, literal := m.Value.(*ast.InterfaceType)
			if literal || named && id.Name == "any" {
				faults = append(faults, fault(f.at(n), "uses a map of anything: templates get typed views"))
			}
			return true
		})
	}
	return faults
}

func (h *house) comments() (faults []string) {
	for _, p := range h.packages() {
		home, opening := path.Base(p)+".go", "Package "+path.Base(p)+" "
		if strings.HasPrefix(p, "cmd/") {
			home, opening = "main.go", "Command "+path.Base(p)+" "
		}
		found := false
		for _, f := range h.program() {
			switch {
			case f.pkg() != p || f.tree.Doc == nil:
			case path.Base(f.path) != home:
				faults = append(faults, fault(f.path, "the package comment belongs in %s", home))
			default:
				found = true
				if !strings.HasPrefix(f.tree.Doc.Text(), opening) {
					faults = append(faults, fault(f.path, "the package comment does not begin with %q", opening))
				}
			}
		}
		if !found {
			faults = append(faults, fault(p, "%s has no package comment", home))
		}
	}
	return faults
}

// buckets are names that say nothing of what is inside.
var buckets = []string{"util", "utils", "common", "helper", "helpers", "type", "types", "model", "models", "misc",
	"base", "shared", "lib", "core", "internal", "tools", "stuff", "support"}

func (h *house) names() (faults []string) {
	for _, f := range h.program() {
		name := f.tree.Name.Name
		if name != "main" && name != path.Base(f.pkg()) {
			faults = append(faults, fault(f.path, "package %s is not named like its folder", name))
		}
		if slices.Contains(buckets, name) || slices.Contains(buckets, strings.TrimSuffix(path.Base(f.path), ".go")) {
			faults = append(faults, fault(f.path, "the name does not say what is inside"))
		}
	}
	slices.Sort(faults)
	return slices.Compact(faults)
}

const maxLines = 300

func (h *house) lengths() (faults []string) {
	for _, f := range h.program() {
		if f.lines > maxLines {
			faults = append(faults, fault(f.path, "has %d lines, more than %d: part it by what it holds", f.lines, maxLines))
		}
	}
	return faults
}

// embeds keeps code out of the folders that a site may replace file by file.
func (h *house) embeds() (faults []string) {
	for _, f := range h.program() {
		if f.pkg() != "templates" && f.pkg() != "static" {
			continue
		}
		if path.Base(f.path) != f.pkg()+".go" {
			faults = append(faults, fault(f.path, "the only Go file here is %s.go", f.pkg()))
		}
		variables := 0
		for _, d := range f.tree.Decls {
			g, ok := d.(*ast.GenDecl)
			switch {
			case ok && g.Tok == token.IMPORT:
			case ok && g.Tok == token.VAR:
				for _, spec := range g.Specs {
					variables += len(spec.(*ast.ValueSpec).Names)
				}
			default:
				faults = append(faults, fault(f.at(d), "holds more than the embed line"))
			}
		}
		if variables != 1 || !slices.Equal(f.imports, []string{"embed"}) {
			faults = append(faults, fault(f.path, "holds more or less than one variable and the import of embed"))
		}
	}
	return faults
}

var toDo = regexp.MustCompile(`\b(` + "TO" + `DO|` + "FIX" + `ME|` + "XX" + `X|` + "HA" + `CK)\b`)

func (h *house) leftovers() (faults []string) {
	for _, f := range h.files {
		for _, group := range f.tree.Comments {
			for _, c := range group.List {
				if mark := toDo.FindString(c.Text); mark != "" {
					faults = append(faults, fault(f.at(c), "%s: do it, or file it as an issue", mark))
				}
			}
		}
	}
	return faults
}

func (h *house) reasons() (faults []string) {
	for _, r := range h.requires {
		if _, used := h.users(r.path); !r.indirect && !used {
			faults = append(faults, fault("go.mod", "%s is imported by nothing here: drop it, or run go mod tidy", r.path))
		}
		if !r.indirect && r.comment == "" {
			faults = append(faults, fault("go.mod", "%s has no reason beside it", r.path))
		}
		if program, used := h.users(r.path); r.indirect && (program || used) {
			faults = append(faults, fault("go.mod", "%s is imported here and still called indirect: give its reason instead", r.path))
		}
	}
	return faults
}

// users reports whether the program, and whether anything at all, imports a
// module.
func (h *house) users(module string) (program, any bool) {
	for _, f := range h.files {
		for _, target := range f.imports {
			if inModule(target, module) {
				any = true
				program = program || !f.test
			}
		}
	}
	return program, any
}

// apart keeps what only tests use in a block of its own, so that a reader of
// go.mod sees what the program is made of.
func (h *house) apart() (faults []string) {
	inProgram := map[int]bool{}
	for _, r := range h.requires {
		if program, _ := h.users(r.path); program && !r.indirect {
			inProgram[r.block] = true
		}
	}
	for _, r := range h.requires {
		if program, used := h.users(r.path); used && !program && !r.indirect && inProgram[r.block] {
			faults = append(faults, fault("go.mod", "%s is only for tests and stands among the dependencies of the program", r.path))
		}
	}
	return faults
}
