package theme

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// places are the kinds of places in a page at which values stand. What html/template
// does there is not repeated here: each is a template of its own, made by the library
// and used for all but the plainest values.
var places = []struct {
	around string // of which %s is the value
	kind   kind
}{
	{"%s", inText},
	{`<a title="%s"></a>`, inText},
	{`<title>%s</title>`, inText},
	{`<a href="%s"></a>`, inAddress},
	{`<a href="#%s"></a>`, inFragment},
	{`<meta content="0; url=%s">`, inAddress},
}

// kind is what a place takes as it is.
type kind int

const (
	inText     kind = iota // all but the characters of which markup is made
	inAddress              // a plain path, or an address that begins with http
	inFragment             // letters, digits and a few signs
)

// place is a place with what the library does there.
type place struct {
	kind          kind
	before, after string
	made          *template.Template
}

// known are the places by the escapers that the library puts there.
var known = sync.OnceValue(func() map[string]*place {
	all := map[string]*place{}
	for _, p := range places {
		t := template.Must(template.New("").Parse(fmt.Sprintf(p.around, "{{.}}")))
		if t.Execute(new(bytes.Buffer), "") != nil {
			continue
		}
		before, after, _ := strings.Cut(p.around, "%s")
		for _, n := range t.Tree.Root.Nodes {
			if n, ok := n.(*parse.ActionNode); ok {
				if key := escapers(n.Pipe.Cmds[1:]); all[key] == nil {
					all[key] = &place{p.kind, before, after, t}
				}
			}
		}
	}
	return all
})

func escapers(commands []*parse.CommandNode) string {
	var key strings.Builder
	for _, c := range commands {
		key.WriteString(c.String() + " ")
	}
	return key.String()
}

// writer writes values of a type as some escapers say.
func writer(commands []*parse.CommandNode, t reflect.Type) (func(x *execution, v reflect.Value) bool, bool) {
	p := known()[escapers(commands)]
	if p == nil || t == nil {
		return nil, false
	}
	other := func(x *execution, v reflect.Value) bool {
		var b bytes.Buffer
		if p.made.Execute(&b, v.Interface()) != nil {
			return false
		}
		made := b.Bytes()
		x.out = append(x.out, made[len(p.before):len(made)-len(p.after)]...)
		return true
	}
	switch {
	case t == reflect.TypeFor[template.HTML]() && p.before == "":
		return func(x *execution, v reflect.Value) bool {
			x.out = append(x.out, v.String()...)
			return true
		}, true
	case t == reflect.TypeFor[string]():
		return func(x *execution, v reflect.Value) bool {
			s := v.String()
			if !p.kind.plain(s) {
				if p.kind != inText {
					return other(x, v)
				}
				x.out = appendEscaped(x.out, s)
				return true
			}
			x.out = append(x.out, s...)
			return true
		}, true
	case t == reflect.TypeFor[int]() && p.kind == inText:
		return func(x *execution, v reflect.Value) bool {
			x.out = strconv.AppendInt(x.out, v.Int(), 10)
			return true
		}, true
	}
	return other, true
}

// plain reports whether a text stays as it is.
func (k kind) plain(s string) bool {
	from := 0
	if k == inAddress {
		switch {
		case s == "" || s[0] == '/':
		case strings.HasPrefix(s, "https://"):
			from = len("https:")
		case strings.HasPrefix(s, "http://"):
			from = len("http:")
		default:
			return false
		}
	}
	for i := from; i < len(s); i++ {
		if staying[s[i]]&(1<<k) == 0 {
			return false
		}
	}
	return true
}

// staying says of each byte in which kinds of places it stays as it is.
var staying = func() (all [256]uint8) {
	for i := range all {
		c := byte(i)
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if letter || strings.IndexByte("-._~", c) >= 0 {
			all[i] |= 1<<inFragment | 1<<inAddress
		}
		if strings.IndexByte("/#?=", c) >= 0 {
			all[i] |= 1 << inAddress
		}
		if marks[c] == "" {
			all[i] |= 1 << inText
		}
	}
	return all
}()

// marks are how html/template writes the characters that markup is made of.
var marks = [256]string{0: "\ufffd", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

func appendEscaped(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		if mark := marks[s[i]]; mark != "" {
			out = append(append(out, s[from:i]...), mark...)
			from = i + 1
		}
	}
	return append(out, s[from:]...)
}
