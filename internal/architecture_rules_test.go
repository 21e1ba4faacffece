package internal_test

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"
)

// imports holds every import against the two tables. Tests may import any
// package of ours.
func (s *source) imports() (faults []string) {
	packages, mayImport := table(ours)
	modules, importers := table(outside)
	for _, f := range s.files {
		pkg, below := strings.CutPrefix(f.pkg(), "internal/")
		if !f.test && !slices.Contains([]string{"cmd/shortlist", "content", "templates", "static"}, pkg) && !(below && matches(packages, pkg)) {
			faults = append(faults, fault(f.path, "package %s has no line in internal/architecture_test.go", pkg))
			continue
		}
		var targets []string
		for _, name := range packages {
			if matches([]string{name}, pkg) {
				targets = append(targets, mayImport[name]...)
			}
		}
		for _, target := range f.imports {
			name, isOurs := strings.CutPrefix(target, "./internal/")
			allowed := !isOurs || f.test || f.pkg() == "cmd/shortlist" || matches(targets, name)
			if first, _, _ := strings.Cut(target, "/"); first != "." && strings.Contains(first, ".") {
				allowed = slices.ContainsFunc(modules, func(m string) bool {
					return inModule(target, m) && (slices.Contains(importers[m], pkg) || f.test && slices.Contains(importers[m], "tests"))
				})
			}
			if !allowed {
				faults = append(faults, fault(f.path, "may not import %s", strings.TrimPrefix(target, "./")))
			}
		}
	}
	return faults
}

func inModule(target, module string) bool {
	return target == module || strings.HasPrefix(target, module+"/")
}

func (s *source) comments() (faults []string) {
	found := map[string]bool{}
	for _, f := range s.program() {
		home, opening := f.named()+".go", "Package "+f.named()+" "
		if strings.HasPrefix(f.pkg(), "cmd/") {
			home, opening = "main.go", "Command "+path.Base(f.pkg())+" "
		}
		found[f.pkg()] = found[f.pkg()] || f.tree.Doc != nil && path.Base(f.path) == home
		switch {
		case f.tree.Doc == nil:
		case path.Base(f.path) != home:
			faults = append(faults, fault(f.path, "the package comment belongs in %s", home))
		case !strings.HasPrefix(f.tree.Doc.Text(), opening):
			faults = append(faults, fault(f.path, "the package comment does not begin with %q", opening))
		}
	}
	for pkg, ok := range found {
		if !ok {
			faults = append(faults, fault(pkg, "has no package comment"))
		}
	}
	return faults
}

// sayNothing are names that do not say what is inside.
var sayNothing = regexp.MustCompile(`^(utils?|common|helpers?|types?|models?|misc|base|shared|lib|core|internal|tools|stuff|support)$`)

func (s *source) names() (faults []string) {
	for _, f := range s.program() {
		name := f.tree.Name.Name
		if name != "main" && name != f.named() {
			faults = append(faults, fault(f.path, "package %s is not named like its folder", name))
		}
		if sayNothing.MatchString(name) || sayNothing.MatchString(strings.TrimSuffix(path.Base(f.path), ".go")) {
			faults = append(faults, fault(f.path, "the name does not say what is inside"))
		}
	}
	return faults
}

// predeclared keeps what Go itself names (any, clear, max ...) to that meaning. Fields
// and methods, which are always named with what they belong to, are free.
func (s *source) predeclared() (faults []string) {
	for _, f := range s.files {
		declares := func(names ...*ast.Ident) {
			for _, name := range names {
				if types.Universe.Lookup(name.Name) != nil {
					faults = append(faults, fault(f.at(name), "%s is a name of Go itself", name.Name))
				}
			}
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					if name, ok := left.(*ast.Ident); ok && n.Tok == token.DEFINE {
						declares(name)
					}
				}
			case *ast.RangeStmt:
				for _, left := range []ast.Expr{n.Key, n.Value} {
					if name, ok := left.(*ast.Ident); ok && n.Tok == token.DEFINE {
						declares(name)
					}
				}
			case *ast.ValueSpec:
				declares(n.Names...)
			case *ast.TypeSpec:
				declares(n.Name)
			case *ast.FuncDecl:
				if n.Recv == nil {
					declares(n.Name)
				}
			case *ast.FuncType:
				for _, field := range slices.Concat(n.Params.List, results(n)) {
					declares(field.Names...)
				}
			}
			return true
		})
	}
	return faults
}

func results(f *ast.FuncType) []*ast.Field {
	if f.Results == nil {
		return nil
	}
	return f.Results.List
}

func (s *source) lengths() (faults []string) {
	for _, f := range s.program() {
		if lines := strings.Count(f.text, "\n"); lines > 300 {
			faults = append(faults, fault(f.path, "has %d lines, more than 300: part it by what it holds", lines))
		}
	}
	return faults
}

var embedLine = regexp.MustCompile(`^(//.*\n)+package \w+\n\nimport "embed"\n\n(//.*\n)*//go:embed .*\nvar \w+ embed\.FS\n$`)

// embeds keeps code out of the folders that a site has of its own.
func (s *source) embeds() (faults []string) {
	for _, f := range s.program() {
		if name := f.pkg(); (name == "content" || name == "templates" || name == "static") && (f.path != path.Join(name, f.named()+".go") || !embedLine.MatchString(f.text)) {
			faults = append(faults, fault(f.path, "holds more than the embed line, or is not the one file named like its folder"))
		}
	}
	return faults
}

var toDo = regexp.MustCompile(`\b(` + "TO" + `DO|` + "FIX" + `ME|` + "XX" + `X|` + "HA" + `CK)\b`)

func (s *source) leftovers() (faults []string) {
	for _, f := range s.files {
		for _, group := range f.tree.Comments {
			if word := toDo.FindString(group.Text()); word != "" {
				faults = append(faults, fault(f.at(group), "%s: do it, or file it as an issue", word))
			}
		}
	}
	return faults
}

func (s *source) reasons() (faults []string) {
	for _, r := range s.requires {
		_, used := s.users(r.path)
		switch {
		case r.indirect && used:
			faults = append(faults, fault("go.mod", "%s is imported here and still called indirect: give its reason instead", r.path))
		case !r.indirect && !used:
			faults = append(faults, fault("go.mod", "%s is imported by nothing here: drop it, or run go mod tidy", r.path))
		case !r.indirect && r.comment == "":
			faults = append(faults, fault("go.mod", "%s has no reason beside it", r.path))
		}
	}
	return faults
}

// users reports whether the program, and whether anything, imports a module.
func (s *source) users(module string) (program, used bool) {
	for _, f := range s.files {
		if slices.ContainsFunc(f.imports, func(target string) bool { return inModule(target, module) }) {
			program, used = program || !f.test, true
		}
	}
	return program, used
}

// apart keeps what only tests use in a block of its own, so that a reader of
// go.mod sees what the program is made of.
func (s *source) apart() (faults []string) {
	ofProgram := map[int]bool{}
	for _, r := range s.requires {
		program, _ := s.users(r.path)
		ofProgram[r.block] = ofProgram[r.block] || program && !r.indirect
	}
	for _, r := range s.requires {
		if program, used := s.users(r.path); used && !program && !r.indirect && ofProgram[r.block] {
			faults = append(faults, fault("go.mod", "%s is only for tests and stands among the dependencies of the program", r.path))
		}
	}
	return faults
}
