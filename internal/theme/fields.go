package theme

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"text/template/parse"

	"shortlist/internal/diag"
)

var unknownField = diag.Define(diag.Error, "theme-field", "A template asks a page for something that it does not have.")

// CheckFields reports what a page's template asks of its view and does not
// get, in every branch and in the parts that it calls, at its own line. It is
// done before any page is made, so that a mistake in a branch that is seldom
// taken is found too. A template that cannot be escaped is reported likewise. The
// view is a value of the page's type; it may be zero. A theme does not change, so
// that it is done once for each page.
func (t *Theme) CheckFields(page string, view any) diag.List {
	key := fmt.Sprint(page, " ", reflect.TypeOf(view))
	t.checks.Lock()
	defer t.checks.Unlock()
	found, ok := t.checks.found[key]
	if !ok && !t.checked {
		found = t.checkFields(page, view)
		t.checks.found[key] = found
	}
	return found
}

// checks are what [Theme.CheckFields] found.
type checks struct {
	sync.Mutex
	found map[string]diag.List // by page and type of view
}

func (t *Theme) checkFields(page string, view any) diag.List {
	c := &fieldChecker{page: "pages/" + page + ".html", trees: t.trees[page], sources: t.sources, seen: map[string]bool{}}
	c.call("layout", reflect.TypeOf(view))
	if len(c.problems) == 0 && t.trees[page] != nil {
		t.checkContexts(page, view, &c.problems)
	}
	c.problems.Sort()
	return c.problems
}

// fieldChecker walks templates with the type that dot has at each point. A nil
// type is one that is not known, about which nothing is said.
type fieldChecker struct {
	page     string            // the page's own file
	trees    trees             // of the page
	sources  map[string]string // by file
	seen     map[string]bool   // template and type that were walked
	problems diag.List
	tree     *parse.Tree // that is walked
}

// scope is what a name means: the variables that are visible, with their types.
type scope map[string]reflect.Type

func (s scope) with(name string, t reflect.Type) scope {
	out := scope{name: t}
	for k, v := range s {
		if k != name {
			out[k] = v
		}
	}
	return out
}

func (c *fieldChecker) call(name string, dot reflect.Type) {
	key := fmt.Sprint(name, " ", dot)
	tree := c.trees[name]
	if tree == nil || c.seen[key] {
		return
	}
	c.seen[key] = true
	caller := c.tree
	c.tree = tree
	c.walk(tree.Root, dot, scope{"$": dot})
	c.tree = caller
}

// walk checks a node and returns the scope that holds after it.
func (c *fieldChecker) walk(n parse.Node, dot reflect.Type, vars scope) scope {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return vars
		}
		inner := vars
		for _, child := range n.Nodes {
			inner = c.walk(child, dot, inner)
		}
	case *parse.ActionNode:
		t := c.pipe(n.Pipe, dot, vars)
		for _, v := range n.Pipe.Decl {
			vars = vars.with(v.Ident[0], t)
		}
	case *parse.IfNode:
		t := c.pipe(n.Pipe, dot, vars)
		c.walk(n.List, dot, declare(vars, n.Pipe, t))
		c.walk(n.ElseList, dot, vars)
	case *parse.WithNode:
		t := c.pipe(n.Pipe, dot, vars)
		c.walk(n.List, t, declare(vars, n.Pipe, t))
		c.walk(n.ElseList, dot, vars)
	case *parse.RangeNode:
		elem := element(c.pipe(n.Pipe, dot, vars))
		inner := vars
		if d := n.Pipe.Decl; len(d) == 2 {
			inner = inner.with(d[0].Ident[0], nil).with(d[1].Ident[0], elem)
		} else {
			inner = declare(vars, n.Pipe, elem)
		}
		c.walk(n.List, elem, inner)
		c.walk(n.ElseList, dot, vars)
	case *parse.TemplateNode:
		var t reflect.Type
		if n.Pipe != nil {
			t = c.pipe(n.Pipe, dot, vars)
		}
		if c.trees[n.Name] == nil && n.Name == "main" { // which layouts call, and pages lack
			at := diag.Span{File: "templates/" + c.page, Line: 1}
			at.Text, _, _ = strings.Cut(c.sources[c.page], "\n")
			c.problems.Add(unknownField, at, "the page does not define `main`", `the layout puts it into its frame: write {{define "main"}} ... {{end}} around the page`)
		} else if c.trees[n.Name] == nil {
			c.add(n, "no template is called `"+n.Name+"`", "a site's own file takes the place of ours whole: define in it what ours defines")
		}
		c.call(n.Name, t)
	}
	return vars
}

func declare(vars scope, pipe *parse.PipeNode, t reflect.Type) scope {
	for _, v := range pipe.Decl {
		vars = vars.with(v.Ident[0], t)
	}
	return vars
}

// pipe checks a pipeline and returns the type of its value.
func (c *fieldChecker) pipe(p *parse.PipeNode, dot reflect.Type, vars scope) reflect.Type {
	var t reflect.Type
	for _, command := range p.Cmds {
		types := make([]reflect.Type, len(command.Args))
		for i, arg := range command.Args {
			types[i] = c.value(arg, dot, vars)
		}
		t = types[0]
	}
	if len(p.Cmds) > 1 {
		return nil
	}
	return t
}

func (c *fieldChecker) value(n parse.Node, dot reflect.Type, vars scope) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.fields(n, dot, n.Ident)
	case *parse.VariableNode:
		return c.fields(n, vars[n.Ident[0]], n.Ident[1:])
	case *parse.ChainNode:
		return c.fields(n, c.value(n.Node, dot, vars), n.Field)
	case *parse.PipeNode:
		return c.pipe(n, dot, vars)
	}
	return nil
}

// fields follows a chain of names from a type.
func (c *fieldChecker) fields(n parse.Node, t reflect.Type, names []string) reflect.Type {
	for _, name := range names {
		if t == nil {
			return nil
		}
		if m, ok := t.MethodByName(name); ok {
			t = m.Type.Out(0)
			continue
		}
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() == reflect.Interface {
			return nil
		}
		if t.Kind() != reflect.Struct {
			c.report(n, fmt.Sprintf("a %s has no field %s", t.Kind(), name))
			return nil
		}
		f, ok := t.FieldByName(name)
		if !ok || !f.IsExported() {
			c.report(n, fmt.Sprintf("%s has no field %s", t.Name(), name))
			return nil
		}
		t = f.Type
	}
	return t
}

// element is the type of what a range runs over.
func element(t reflect.Type) reflect.Type {
	if t == nil {
		return nil
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map:
		return t.Elem()
	}
	return nil
}

func (c *fieldChecker) report(n parse.Node, message string) {
	c.add(n, message, "internal/site says what each page offers")
}

func (c *fieldChecker) add(n parse.Node, message, hint string) {
	c.problems.Add(unknownField, c.span(n), message, hint)
}

// span is where a node stands in its file, as it was written.
func (c *fieldChecker) span(n parse.Node) diag.Span {
	// Where: "pages/home.html:3:12".
	location, _ := c.tree.ErrorContext(n)
	file, rest, _ := strings.Cut(location, ":")
	var line, column int
	if _, err := fmt.Sscanf(rest, "%d:%d", &line, &column); err != nil {
		line, column = 0, 0
	}
	at := diag.Span{File: "templates/" + file, Line: line, Column: column + 1, Width: len(n.String())}
	if lines := strings.Split(c.sources[file], "\n"); line >= 1 && line <= len(lines) {
		at.Text = lines[line-1]
	}
	return at
}
