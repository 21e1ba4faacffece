package theme

import (
	"reflect"
	"text/template/parse"
)

// compiler compiles the templates of a set.
type compiler struct {
	tree func(name string) *parse.Tree // escaped
	done map[string]map[reflect.Type]*compiled
}

// template compiles a template for a type of dot, nil where it cannot. One that
// calls itself is taken to be possible; the caller of all is nil if it is not.
func (c *compiler) template(name string, dot reflect.Type) *compiled {
	if known, ok := c.done[name][dot]; ok {
		return known
	}
	tree := c.tree(name)
	if tree == nil || tree.Root == nil {
		return nil
	}
	if c.done[name] == nil {
		c.done[name] = map[reflect.Type]*compiled{}
	}
	out := &compiled{slots: 1}
	c.done[name][dot] = out
	f := &frame{compiler: c, template: out}
	var ok bool
	if out.steps, ok = f.list(tree.Root, dot, slots{"$": {0, dot}}); !ok {
		c.done[name][dot] = nil
		return nil
	}
	return out
}

// frame is a template while it is compiled.
type frame struct {
	*compiler
	template *compiled
}

// slots are the variables that are visible, with their types.
type slots map[string]slot

type slot struct {
	at  int
	typ reflect.Type // nil when it is not known
}

// with adds a variable.
func (f *frame) with(s slots, name string, t reflect.Type) (slots, int) {
	at := f.template.slots
	f.template.slots++
	out := slots{name: {at, t}}
	for k, v := range s {
		if k != name {
			out[k] = v
		}
	}
	return out, at
}

func (f *frame) list(l *parse.ListNode, dot reflect.Type, vars slots) (steps, bool) {
	var all steps
	if l == nil {
		return nil, true
	}
	for _, n := range l.Nodes {
		var s step
		var ok bool
		switch n := n.(type) {
		case *parse.TextNode:
			if text := string(n.Text); text != "" {
				all = append(all, func(x *execution, _ reflect.Value) bool {
					x.out = append(x.out, text...)
					return true
				})
			}
			continue
		case *parse.CommentNode:
			continue
		case *parse.ActionNode:
			s, vars, ok = f.action(n, dot, vars)
		case *parse.IfNode:
			s, ok = f.branch(&n.BranchNode, false, dot, vars)
		case *parse.WithNode:
			s, ok = f.branch(&n.BranchNode, true, dot, vars)
		case *parse.RangeNode:
			s, ok = f.loop(n, dot, vars)
		case *parse.TemplateNode:
			s, ok = f.call(n, dot, vars)
		}
		if !ok {
			return nil, false
		}
		all = append(all, s)
	}
	return all, true
}

// action sets a variable, or writes a value as its escapers say.
func (f *frame) action(n *parse.ActionNode, dot reflect.Type, vars slots) (step, slots, bool) {
	p := n.Pipe
	value, ok := f.command(p.Cmds[0], dot, vars)
	if !ok || p.IsAssign || len(p.Decl) > 1 {
		return nil, vars, false
	}
	if len(p.Decl) == 1 {
		if len(p.Cmds) > 1 {
			return nil, vars, false
		}
		inner, at := f.with(vars, p.Decl[0].Ident[0], value.typ)
		return func(x *execution, dot reflect.Value) bool {
			v, ok := value.of(x, dot)
			x.vars[x.base+at] = v
			return ok
		}, inner, ok
	}
	write, ok := writer(p.Cmds[1:], value.typ)
	return func(x *execution, dot reflect.Value) bool {
		v, ok := value.of(x, dot)
		return ok && write(x, v)
	}, vars, ok
}

// single is the value of a pipeline that has one command.
func (f *frame) single(p *parse.PipeNode, dot reflect.Type, vars slots) (value, slots, int, bool) {
	if len(p.Cmds) != 1 || p.IsAssign || len(p.Decl) > 1 {
		return value{}, vars, 0, false
	}
	v, ok := f.command(p.Cmds[0], dot, vars)
	at := -1
	if ok && len(p.Decl) == 1 {
		vars, at = f.with(vars, p.Decl[0].Ident[0], v.typ)
	}
	return v, vars, at, ok
}

func (f *frame) branch(n *parse.BranchNode, dots bool, dot reflect.Type, vars slots) (step, bool) {
	value, inner, at, ok := f.single(n.Pipe, dot, vars)
	if !ok {
		return nil, false
	}
	in := dot
	if dots {
		in = value.typ
	}
	yes, ok := f.list(n.List, in, inner)
	no, also := f.list(n.ElseList, dot, inner)
	return func(x *execution, dot reflect.Value) bool {
		v, ok := value.of(x, dot)
		if !ok {
			return false
		}
		if at >= 0 {
			x.vars[x.base+at] = v
		}
		if !truth(v) {
			return no.run(x, dot)
		}
		if dots {
			dot = v
		}
		return yes.run(x, dot)
	}, ok && also
}

func (f *frame) loop(n *parse.RangeNode, dot reflect.Type, vars slots) (step, bool) {
	p := n.Pipe
	if len(p.Cmds) != 1 || p.IsAssign {
		return nil, false
	}
	list, ok := f.command(p.Cmds[0], dot, vars)
	if !ok || list.typ == nil || list.typ.Kind() != reflect.Slice {
		return nil, false
	}
	elem := list.typ.Elem()
	inner, index, at := vars, -1, -1
	switch len(p.Decl) {
	case 2:
		inner, index = f.with(inner, p.Decl[0].Ident[0], whole)
		inner, at = f.with(inner, p.Decl[1].Ident[0], elem)
	case 1:
		inner, at = f.with(inner, p.Decl[0].Ident[0], elem)
	}
	each, ok := f.list(n.List, elem, inner)
	none, also := f.list(n.ElseList, dot, vars)
	return func(x *execution, dot reflect.Value) bool {
		v, ok := list.of(x, dot)
		if !ok {
			return false
		}
		if v.Len() == 0 {
			return none.run(x, dot)
		}
		for i := range v.Len() {
			dot := v.Index(i)
			if index >= 0 {
				x.vars[x.base+index] = reflect.ValueOf(i)
			}
			if at >= 0 {
				x.vars[x.base+at] = dot
			}
			if !each.run(x, dot) || x.late.Load() || len(x.out) > maxPage {
				return false
			}
		}
		return true
	}, ok && also
}

func (f *frame) call(n *parse.TemplateNode, dot reflect.Type, vars slots) (step, bool) {
	if n.Pipe == nil {
		called := f.compiler.template(n.Name, nil)
		return func(x *execution, _ reflect.Value) bool { return called.run(x, reflect.Value{}) }, called != nil
	}
	if len(n.Pipe.Decl) > 0 {
		return nil, false
	}
	value, _, _, ok := f.single(n.Pipe, dot, vars)
	if !ok || value.typ == nil {
		return nil, false
	}
	called := f.compiler.template(n.Name, value.typ)
	return func(x *execution, dot reflect.Value) bool {
		v, ok := value.of(x, dot)
		return ok && called.run(x, v)
	}, called != nil
}
