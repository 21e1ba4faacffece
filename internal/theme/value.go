package theme

import (
	"reflect"
	"slices"
	"text/template/parse"
)

// value is an expression of a template.
type value struct {
	typ reflect.Type // nil when it is not known: then it only serves as a condition
	of  func(x *execution, dot reflect.Value) (reflect.Value, bool)
}

var whole = reflect.TypeFor[int]()

// command compiles a command that is no escaper.
func (f *frame) command(c *parse.CommandNode, dot reflect.Type, vars slots) (value, bool) {
	if name, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return f.function(name.Ident, c.Args[1:], dot, vars)
	}
	if len(c.Args) > 1 { // a method with arguments
		return value{}, false
	}
	return f.operand(c.Args[0], dot, vars)
}

func (f *frame) operand(n parse.Node, dot reflect.Type, vars slots) (value, bool) {
	switch n := n.(type) {
	case *parse.DotNode:
		return value{dot, func(_ *execution, dot reflect.Value) (reflect.Value, bool) { return dot, true }}, dot != nil
	case *parse.FieldNode:
		get, t, ok := chain(dot, n.Ident)
		return value{t, func(_ *execution, dot reflect.Value) (reflect.Value, bool) { return get(dot) }}, ok
	case *parse.VariableNode:
		s, known := vars[n.Ident[0]]
		get, t, ok := chain(s.typ, n.Ident[1:])
		return value{t, func(x *execution, _ reflect.Value) (reflect.Value, bool) { return get(x.vars[x.base+s.at]) }}, known && ok
	case *parse.NumberNode:
		v := reflect.ValueOf(int(n.Int64))
		return value{whole, func(*execution, reflect.Value) (reflect.Value, bool) { return v, true }}, n.IsInt && int64(int(n.Int64)) == n.Int64
	case *parse.PipeNode:
		v, _, at, ok := f.single(n, dot, vars)
		return v, ok && at < 0
	}
	return value{}, false
}

// function compiles those functions of the library that decide conditions. Any
// other is left to the library.
func (f *frame) function(name string, args []parse.Node, dot reflect.Type, vars slots) (value, bool) {
	var all []value
	for _, a := range args {
		v, ok := f.operand(a, dot, vars)
		if !ok {
			return value{}, false
		}
		all = append(all, v)
	}
	switch {
	case name == "not" && len(all) == 1:
		return value{reflect.TypeFor[bool](), func(x *execution, dot reflect.Value) (reflect.Value, bool) {
			v, ok := all[0].of(x, dot)
			return no[ok && truth(v)], ok
		}}, true
	case ordered[name] != nil && len(all) == 2 && all[0].typ == whole && all[1].typ == whole:
		return compare(ordered[name], all[0], all[1]), true
	case name == "index" && len(all) == 2 && all[0].typ != nil && all[0].typ.Kind() == reflect.Slice && all[1].typ == whole:
		return elementOf(all[0], all[1]), true
	case (name == "and" || name == "or") && len(all) > 0:
		until := name == "or" // the first value that is true, or the last of all
		t := all[0].typ
		if slices.ContainsFunc(all, func(v value) bool { return v.typ != t }) {
			t = nil
		}
		return value{t, func(x *execution, dot reflect.Value) (reflect.Value, bool) {
			var v reflect.Value
			for _, a := range all {
				var ok bool
				if v, ok = a.of(x, dot); !ok {
					return v, false
				}
				if truth(v) == until {
					break
				}
			}
			return v, true
		}}, true
	}
	return value{}, false
}

// ordered are the comparisons of whole numbers.
var ordered = map[string]func(a, b int64) bool{
	"eq": func(a, b int64) bool { return a == b },
	"ne": func(a, b int64) bool { return a != b },
	"lt": func(a, b int64) bool { return a < b },
	"le": func(a, b int64) bool { return a <= b },
	"gt": func(a, b int64) bool { return a > b },
	"ge": func(a, b int64) bool { return a >= b },
}

// compare compiles a comparison.
func compare(holds func(a, b int64) bool, a, b value) value {
	return value{reflect.TypeFor[bool](), func(x *execution, dot reflect.Value) (reflect.Value, bool) {
		one, ok := a.of(x, dot)
		two, also := b.of(x, dot)
		if !ok || !also {
			return one, false
		}
		return no[!holds(one.Int(), two.Int())], true
	}}
}

// elementOf compiles the look at one element of a list.
func elementOf(list, index value) value {
	return value{list.typ.Elem(), func(x *execution, dot reflect.Value) (reflect.Value, bool) {
		v, ok := list.of(x, dot)
		i, also := index.of(x, dot)
		if !ok || !also || i.Int() < 0 || i.Int() >= int64(v.Len()) {
			return v, false
		}
		return v.Index(int(i.Int())), true
	}}
}

// no is the opposite.
var no = map[bool]reflect.Value{true: reflect.ValueOf(false), false: reflect.ValueOf(true)}

// chain compiles a chain of names. A type that is not known has no fields, nor has
// an interface or a map, which are looked into by the library.
func chain(t reflect.Type, names []string) (func(reflect.Value) (reflect.Value, bool), reflect.Type, bool) {
	if t == nil {
		return nil, nil, false
	}
	if len(names) == 0 {
		return func(v reflect.Value) (reflect.Value, bool) { return v, true }, t, t.Kind() != reflect.Interface
	}
	var ways []func(reflect.Value) (reflect.Value, bool)
	for _, name := range names {
		way, next, ok := field(t, name)
		if !ok || next.Kind() == reflect.Interface {
			return nil, nil, false
		}
		ways, t = append(ways, way), next
	}
	if len(ways) == 1 {
		return ways[0], t, true
	}
	return func(v reflect.Value) (reflect.Value, bool) {
		for _, way := range ways {
			var ok bool
			if v, ok = way(v); !ok {
				return v, false
			}
		}
		return v, true
	}, t, true
}

// field compiles one name: a method, else a field.
func field(t reflect.Type, name string) (func(reflect.Value) (reflect.Value, bool), reflect.Type, bool) {
	if m, ok := t.MethodByName(name); ok {
		if m.Type.NumIn() != 1 || m.Type.NumOut() != 1 || t.Kind() == reflect.Pointer {
			return nil, nil, false
		}
		return func(v reflect.Value) (reflect.Value, bool) { return v.Method(m.Index).Call(nil)[0], true }, m.Type.Out(0), true
	}
	to := t
	if t.Kind() == reflect.Pointer {
		to = t.Elem()
	}
	if _, ok := reflect.PointerTo(to).MethodByName(name); ok || to.Kind() != reflect.Struct {
		return nil, nil, false
	}
	f, ok := to.FieldByName(name)
	if !ok || !f.IsExported() {
		return nil, nil, false
	}
	if within := to; len(f.Index) > 1 { // embedded pointers may be nil
		for _, i := range f.Index[:len(f.Index)-1] {
			if within = within.Field(i).Type; within.Kind() != reflect.Struct {
				return nil, nil, false
			}
		}
	}
	direct, index := len(f.Index) == 1, f.Index[0]
	return func(v reflect.Value) (reflect.Value, bool) {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		if direct {
			return v.Field(index), true
		}
		return v.FieldByIndex(f.Index), true
	}, f.Type, true
}

// truth is what a value is as a condition.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Struct:
		return true
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	}
	return !v.IsZero() // a number, a bool, or what may be nil
}
