package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync/atomic"
	"text/template/parse"
	"time"
)

// A site's own templates are programs, and may come from a stranger. They can do
// no input or output, but they can loop, and so could occupy a machine for ever. A
// page that takes longer or becomes larger than any page is given up.
const (
	maxTime  = 5 * time.Second // a page takes milliseconds
	maxPage  = 64 << 20        // bytes
	maxValue = 8 << 20         // bytes that one call of printf, print or println may make
)

// TooMuch says that a template was given up.
type TooMuch struct{ Page, Bound string }

func (e *TooMuch) Error() string {
	return fmt.Sprintf("the template was given up after %s: a loop in it, or in a part that it uses, does not end", e.Bound)
}

// bounded is the writer of one page. The templates write to it, if only nothing,
// wherever they could loop (see guard), so that a loop ends with its refusal.
type bounded struct {
	w    io.Writer
	page string
	left int
	late atomic.Bool
}

func (b *bounded) Write(p []byte) (int, error) {
	switch b.left -= len(p); {
	case b.late.Load():
		return 0, &TooMuch{b.page, maxTime.String()}
	case b.left < 0:
		return 0, &TooMuch{b.page, "64 MiB"}
	case len(p) == 0:
		return 0, nil
	}
	return b.w.Write(p)
}

// execute fills a page's template within a time.
func (s *set) execute(w io.Writer, page string, view any, within time.Duration) error {
	b := &bounded{w: w, page: page, left: maxPage}
	timer := time.AfterFunc(within, func() { b.late.Store(true) })
	defer timer.Stop()
	if c := s.compiled(page, view); c != nil {
		x := executions.Get().(*execution)
		defer executions.Put(x)
		x.begin(&b.late)
		if c.run(x, reflect.ValueOf(view)) {
			_, err := b.Write(x.out)
			return err
		}
	}
	return s.all.ExecuteTemplate(b, s.layout[page], view)
}

// guard puts an empty text at the beginning of a template, which may call itself,
// and of every loop in it. An empty text is written like any other.
func guard(tree *parse.Tree) {
	eachNode(tree.Root, func(n parse.Node) {
		if loop, ok := n.(*parse.RangeNode); ok {
			begin(loop.List)
		}
	})
	begin(tree.Root)
}

func begin(l *parse.ListNode) {
	empty := &parse.TextNode{NodeType: parse.NodeText, Pos: l.Pos}
	l.Nodes = append([]parse.Node{empty}, l.Nodes...)
}

// functions are those of templates that make texts of texts, and in a loop double
// one with each turn.
var functions = template.FuncMap{
	"print":   func(args ...any) (string, error) { return small(fmt.Sprint(args...)) },
	"println": func(args ...any) (string, error) { return small(fmt.Sprintln(args...)) },
	"printf":  func(format string, args ...any) (string, error) { return small(fmt.Sprintf(format, args...)) },
}

func small(s string) (string, error) {
	if len(s) > maxValue {
		return "", errors.New("it makes a text of more than 8 MiB")
	}
	return s, nil
}
