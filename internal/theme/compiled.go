package theme

import (
	"reflect"
	"sync"
	"sync/atomic"
)

// compiled is a template for one type of dot. The library finds each field by its
// name and calls each escaper by reflection, every time; a page of comparisons took
// half of its time for that. What a template asks of a type is always the same, so
// it is found once.
//
// html/template still decides how each value is escaped: its escaped trees are what
// is compiled. Where a tree has anything that is not known here, its pages are made
// by the library, and so is a page at which something unusual turns up, a nil
// pointer, say: the library words the mistake.
type compiled struct {
	steps steps
	slots int // of variables
}

// step writes a part of a page. It is false where the library must make the page.
type step func(x *execution, dot reflect.Value) bool

type steps []step

func (s steps) run(x *execution, dot reflect.Value) bool {
	for _, step := range s {
		if !step(x, dot) {
			return false
		}
	}
	return true
}

// execution is one page while it is made.
type execution struct {
	out   []byte
	vars  []reflect.Value
	base  int // of the variables of the template that is executed
	depth int
	late  *atomic.Bool
}

// executions are used again: a page is up to some hundred kilobytes.
var executions = sync.Pool{New: func() any { return new(execution) }}

func (x *execution) begin(late *atomic.Bool) {
	clear(x.vars)
	*x = execution{out: x.out[:0], vars: x.vars[:0], late: late}
}

// deepest is how deep calls of templates may go here. Those that call themselves
// without an end are left to the library, which says so.
const deepest = 200

func (c *compiled) run(x *execution, dot reflect.Value) bool {
	if x.late.Load() || x.depth == deepest || len(x.out) > maxPage {
		return false
	}
	before := x.base
	x.base = len(x.vars)
	x.depth++
	for range c.slots {
		x.vars = append(x.vars, reflect.Value{})
	}
	x.vars[x.base] = dot
	if !c.steps.run(x, dot) {
		return false
	}
	clear(x.vars[x.base:])
	x.vars = x.vars[:x.base]
	x.base = before
	x.depth--
	return true
}
