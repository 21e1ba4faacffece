package theme

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"sync"
	"text/template/parse"
)

// trees are parsed templates by the name they are called by.
type trees map[string]*parse.Tree

// parseTrees parses the templates of a file.
func parseTrees(file, source string) (trees, error) {
	parsed, err := template.New(file).Funcs(functions).Parse(source)
	if err != nil {
		return nil, err
	}
	all := trees{}
	for _, t := range parsed.Templates() {
		all[t.Name()] = t.Tree
	}
	return all, nil
}

// add adds those of another file. As everywhere in templates, the later one of a
// name counts, unless it is empty.
func (t trees) add(more trees) {
	for name, tree := range more {
		if t[name] == nil || !parse.IsEmptyTree(tree.Root) {
			t[name] = tree
		}
	}
}

func (t trees) copy() trees {
	all := trees{}
	for name, tree := range t {
		all[name] = tree.Copy()
	}
	return all
}

// set holds the templates of all pages, those that they share once: a set for each
// page would have each escape the whole of what they share. What a page defines, and
// what leads to it ("main", and the layout that calls it), is called by a name of
// the page's own.
type set struct {
	all    *template.Template
	shared trees
	calls  map[string][]string // of each shared template, those that it calls
	layout map[string]string   // by page

	compiling sync.Mutex
	compiler  compiler
	entries   sync.Map // entry to *compiled, nil where the library makes the page
}

// entry is a page for a type of view.
type entry struct {
	page string
	view reflect.Type
}

// compiled is the layout of a page for its view, nil where there is none.
func (s *set) compiled(page string, view any) *compiled {
	key := entry{page, reflect.TypeOf(view)}
	if c, ok := s.entries.Load(key); ok {
		return c.(*compiled)
	}
	s.compiling.Lock()
	defer s.compiling.Unlock()
	var c *compiled
	if escaped(s.all, s.layout[page], view) == nil { // which also escapes it
		c = s.compiler.template(s.layout[page], key.view)
	}
	s.entries.Store(key, c)
	return c
}

// tree is an escaped template, nil where there is none.
func (s *set) tree(name string) *parse.Tree {
	if t := s.all.Lookup(name); t != nil {
		return t.Tree
	}
	return nil
}

func newSet(shared trees) *set {
	s := &set{all: template.New("").Funcs(functions), shared: shared, calls: map[string][]string{}, layout: map[string]string{}}
	for name, tree := range shared {
		eachCall(tree.Root, func(call *parse.TemplateNode) { s.calls[name] = append(s.calls[name], call.Name) })
		s.put(name, tree.Copy()) // which escaping changes
	}
	s.compiler = compiler{tree: s.tree, done: map[string]map[reflect.Type]*compiled{}}
	return s
}

func (s *set) put(name string, tree *parse.Tree) {
	guard(tree)
	template.Must(s.all.AddParseTree(name, tree)) // fails for a set that was executed
}

// addPage adds a page with the templates that its file defines.
func (s *set) addPage(page string, defined trees) {
	own := trees{}
	for name, tree := range defined {
		if s.shared[name] == nil || !parse.IsEmptyTree(tree.Root) {
			own[name] = tree
		}
	}
	for more := true; more; {
		more = false
		for name, calls := range s.calls {
			for _, call := range calls {
				if own[call] != nil && own[name] == nil {
					own[name], more = s.shared[name].Copy(), true
				}
			}
		}
	}
	s.layout[page] = "layout"
	for name, tree := range own {
		eachCall(tree.Root, func(call *parse.TemplateNode) {
			if own[call.Name] != nil {
				call.Name = ownName(page, call.Name)
			}
		})
		if name == "layout" {
			s.layout[page] = ownName(page, name)
		}
		s.put(ownName(page, name), tree)
	}
}

// ownName is what a page's own template is called by in the set of all, and
// asWritten gives a message about it the name that its author knows.
func ownName(page, name string) string { return page + ": " + name }

func asWritten(page, message string) string { return strings.ReplaceAll(message, `"`+page+": ", `"`) }

// eachCall visits the calls of other templates.
func eachCall(l *parse.ListNode, visit func(*parse.TemplateNode)) {
	eachNode(l, func(n parse.Node) {
		if call, ok := n.(*parse.TemplateNode); ok {
			visit(call)
		}
	})
}

// eachNode visits the nodes of a template, those in branches and loops too.
func eachNode(l *parse.ListNode, visit func(parse.Node)) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		visit(n)
		var inner *parse.BranchNode
		switch n := n.(type) {
		case *parse.RangeNode:
			inner = &n.BranchNode
		case *parse.IfNode:
			inner = &n.BranchNode
		case *parse.WithNode:
			inner = &n.BranchNode
		default:
			continue
		}
		eachNode(inner.List, visit)
		eachNode(inner.ElseList, visit)
	}
}

// alone is a set of one page, with line numbers as its author sees them.
func alone(page trees) (*template.Template, error) {
	all := template.New("").Funcs(functions)
	for name, tree := range page {
		tree = tree.Copy()
		guard(tree)
		if _, err := all.AddParseTree(name, tree); err != nil {
			return nil, fmt.Errorf("theme: %w", err)
		}
	}
	return all, nil
}
