package internal_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// source is the program as it is written. It is read without compiling it, so
// that the rules can be shown to fail on a program that is not real.
type source struct {
	module   string // its path, as go.mod has it
	files    []file // in the order of their paths
	requires []require
}

type file struct {
	path    string // from the module's root
	test    bool
	text    string
	tree    *ast.File
	set     *token.FileSet
	imports []string
	uses    []use
}

// use is what a rule may forbid, at its place.
type use struct{ what, where string }

// require is one dependency of go.mod; those of one block stand together.
type require struct {
	path, comment string
	block         int
	indirect      bool
}

func (f file) pkg() string { return path.Dir(f.path) }

// named is what the package is to be called: like its folder.
func (f file) named() string { return path.Base(f.pkg()) }

func (f file) at(n ast.Node) string {
	return fmt.Sprintf("%s:%d", f.path, f.set.Position(n.Pos()).Line)
}

func fault(where, format string, args ...any) string {
	return where + ": " + fmt.Sprintf(format, args...)
}

// read parses go.mod and every Go file but fixtures and what tools installed.
func read(tree fs.FS) (*source, error) {
	s := &source{}
	mod, err := fs.ReadFile(tree, "go.mod")
	if err != nil {
		return nil, err
	}
	s.readModule(string(mod))
	return s, fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (entry.Name() == "testdata" || entry.Name() == "node_modules" || strings.HasPrefix(entry.Name(), ".")):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		return s.readFile(tree, name)
	})
}

var requirement = regexp.MustCompile(`^(?:require )?\s*(\S+\.\S+) v\S+(?: // (.*))?$`)

func (s *source) readModule(text string) {
	block := 0
	for line := range strings.Lines(text) {
		if name, ok := strings.CutPrefix(line, "module "); ok {
			s.module = strings.TrimSpace(name)
		}
		if strings.HasPrefix(line, "require") {
			block++
		}
		if m := requirement.FindStringSubmatch(strings.TrimRight(line, "\n")); m != nil {
			s.requires = append(s.requires, require{m[1], m[2], block, strings.HasPrefix(m[2], "indirect")})
		}
	}
}

func (s *source) readFile(tree fs.FS, name string) error {
	data, err := fs.ReadFile(tree, name)
	if err != nil {
		return err
	}
	f := file{path: name, test: strings.HasSuffix(name, "_test.go"), text: string(data), set: token.NewFileSet()}
	if f.tree, err = parser.ParseFile(f.set, name, data, parser.ParseComments|parser.SkipObjectResolution); err != nil {
		return err
	}
	called := map[string]string{} // from the name in this file to the path
	for _, spec := range f.tree.Imports {
		target, _ := strconv.Unquote(spec.Path.Value)                         // it has been parsed
		if below, ours := strings.CutPrefix(target+"/", s.module+"/"); ours { // whatever it is called
			target = strings.TrimSuffix("./"+below, "/")
		}
		f.imports = append(f.imports, target)
		f.uses = append(f.uses, use{"import " + target, f.path})
		called[path.Base(target)] = target
		if spec.Name != nil {
			called[spec.Name.Name] = target
		}
	}
	ast.Inspect(f.tree, func(n ast.Node) bool {
		if what := f.use(n, called); what != "" {
			f.uses = append(f.uses, use{what, f.at(n)})
		}
		return true
	})
	s.files = append(s.files, f)
	return nil
}

// use names a piece of syntax that a rule may forbid.
func (f *file) use(n ast.Node, called map[string]string) string {
	switch n := n.(type) {
	case *ast.SelectorExpr:
		if x, ok := n.X.(*ast.Ident); ok && called[x.Name] != "" {
			return "use " + called[x.Name] + "." + n.Sel.Name
		}
	case *ast.CallExpr:
		if s, ok := n.Fun.(*ast.SelectorExpr); ok && slices.Contains(f.imports, "os") || ok && slices.Contains(f.imports, "./internal/folder") {
			return "call " + s.Sel.Name
		}
	case *ast.Ident:
		if slices.Contains([]string{"float32", "float64", "complex64", "complex128"}, n.Name) {
			return "float"
		}
	case *ast.BasicLit:
		if n.Kind == token.FLOAT || n.Kind == token.IMAG {
			return "float"
		}
	case *ast.GoStmt:
		return "goroutine"
	case *ast.MapType:
		id, named := n.Value.(*ast.Ident)
		_, literal := n.Value.(*ast.InterfaceType)
		if literal || named && id.Name == "any" {
			return "map of any"
		}
	}
	return ""
}

// program returns the files that are compiled into the command.
func (s *source) program() []file {
	return slices.DeleteFunc(slices.Clone(s.files), func(f file) bool { return f.test })
}
