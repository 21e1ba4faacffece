package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// house is the source of the program, read without compiling it, so that the
// rules can be shown to fail on a house that is not real.
type house struct {
	module   string
	files    []file // in the order of their paths
	requires []require
}

// file is one Go file.
type file struct {
	path    string // from the module's root
	test    bool
	lines   int
	tree    *ast.File
	set     *token.FileSet
	imports []string
}

// pkg is the folder of a file, from the module's root.
func (f file) pkg() string { return path.Dir(f.path) }

func (f file) at(n ast.Node) string {
	return f.path + ":" + strconv.Itoa(f.set.Position(n.Pos()).Line)
}

// require is one dependency of go.mod.
type require struct {
	path     string
	line     int
	block    int
	comment  string
	indirect bool
}

// read parses go.mod and every Go file; those of other modules and fixtures
// are not ours.
func read(tree fs.FS) (*house, error) {
	h := &house{}
	mod, err := fs.ReadFile(tree, "go.mod")
	if err != nil {
		return nil, err
	}
	h.readModule(string(mod))
	err = fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (entry.Name() == "testdata" || entry.Name() == "node_modules" || strings.HasPrefix(entry.Name(), ".")):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		return h.readFile(tree, name)
	})
	slices.SortFunc(h.files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	return h, err
}

func (h *house) readFile(tree fs.FS, name string) error {
	source, err := fs.ReadFile(tree, name)
	if err != nil {
		return err
	}
	f := file{path: name, test: strings.HasSuffix(name, "_test.go"), set: token.NewFileSet()}
	f.lines = strings.Count(string(source), "\n")
	f.tree, err = parser.ParseFile(f.set, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	for _, spec := range f.tree.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		f.imports = append(f.imports, target)
	}
	h.files = append(h.files, f)
	return nil
}

// readModule reads the module's name and its requirements.
func (h *house) readModule(text string) {
	block, inside := 0, false
	for i, line := range strings.Split(text, "\n") {
		code, comment, _ := strings.Cut(line, "//")
		fields := strings.Fields(code)
		switch {
		case len(fields) == 0:
			continue
		case fields[0] == "module":
			h.module = fields[1]
			continue
		case fields[0] == "require":
			block++
			inside = len(fields) > 1 && fields[1] == "("
			fields = fields[1:]
			if inside {
				continue
			}
		case fields[0] == ")":
			inside = false
			continue
		case !inside:
			continue
		}
		comment = strings.TrimSpace(comment)
		_, indirect := strings.CutPrefix(comment, "indirect")
		h.requires = append(h.requires, require{fields[0], i + 1, block, comment, indirect})
	}
}

// kind sorts an import path: ours (as a path from the module's root), outside,
// or neither, which is the standard library.
func (h *house) kind(target string) (ours, outside bool, name string) {
	if rest, ok := strings.CutPrefix(target, h.module+"/"); ok {
		return true, false, rest
	}
	first, _, _ := strings.Cut(target, "/")
	return false, strings.Contains(first, "."), target
}

// program returns the files that are compiled into the command.
func (h *house) program() []file {
	return slices.DeleteFunc(slices.Clone(h.files), func(f file) bool { return f.test })
}

// packages returns the folders that hold Go files of the program.
func (h *house) packages() []string {
	var out []string
	for _, f := range h.program() {
		out = append(out, f.pkg())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inModule reports whether an import path is in a module.
func inModule(target, module string) bool {
	return target == module || strings.HasPrefix(target, module+"/")
}

// selectors calls f for every x.Name in a file, with x as written when it is a
// plain name.
func (f file) selectors(visit func(n *ast.SelectorExpr, x string)) {
	ast.Inspect(f.tree, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			x := ""
			if id, ok := s.X.(*ast.Ident); ok {
				x = id.Name
			}
			visit(s, x)
		}
		return true
	})
}

// called returns the name under which a file knows a package, "" if it does
// not import it.
func (f file) called(target string) string {
	for _, spec := range f.tree.Imports {
		if p, _ := strconv.Unquote(spec.Path.Value); p == target {
			if spec.Name != nil {
				return spec.Name.Name
			}
			return path.Base(target)
		}
	}
	return ""
}
