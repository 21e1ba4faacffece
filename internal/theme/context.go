package theme

import (
	"errors"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"text/template/parse"

	"shortlist/internal/diag"
)

// checkContexts reports a template that html/template cannot escape: a tag that
// is left open, branches that end in different places of the markup. It finds out
// when it first executes a template, which would be in the middle of a build; so
// each page begins to be executed once, as it was written, with a view that may be
// zero: what is minified may hide a mistake, and has other lines.
func (t *Theme) checkContexts(page string, view any, problems *diag.List) {
	if written := t.written(); escaped(written.all, written.layout[page], view) == nil {
		return
	}
	name, fault := t.opener(page, view)
	at := t.lineAt(t.trees[page][name].Root)
	if fault.Node != nil {
		at = t.lineAt(fault.Node)
	}
	message, _, _ := strings.Cut(fault.Description, ": {") // the state of its machine
	problems.Add(broken, at, message, "what a template or branch opens, a tag or a quote, it must close")
}

// opener finds the template at fault. What one leaves open may only show in
// another, or at the end of the page; so the parts are looked at by themselves
// before what calls them, and the layout, which calls all, comes last.
func (t *Theme) opener(page string, view any) (name string, fault *template.Error) {
	order := func(name string) string {
		switch name {
		case "layout":
			return "2"
		case "main":
			return "1"
		}
		return "0" + name
	}
	names := slices.SortedFunc(maps.Keys(t.trees[page]), func(a, b string) int { return strings.Compare(order(a), order(b)) })
	for _, name = range names {
		if fault = t.escape(page, name, view); fault != nil {
			break
		}
	}
	return name, fault
}

// escape escapes one of a page's templates as they were written.
func (t *Theme) escape(page, name string, view any) *template.Error {
	set, err := alone(t.trees[page]) // escaping changes a template for good
	if err != nil {
		return nil
	}
	return escaped(set, name, view)
}

// escaped begins to execute a template, and returns why it could not be escaped.
// That comes first; what would be written is refused at once, so that a loop has no
// time to go on.
func escaped(set *template.Template, name string, view any) *template.Error {
	var fault *template.Error
	errors.As(set.ExecuteTemplate(refusing{}, name, view), &fault)
	return fault
}

// refusing is a writer that takes nothing, not even nothing.
type refusing struct{}

func (refusing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// lineAt is the line of a file, as it was written, where a node stands.
func (t *Theme) lineAt(n parse.Node) diag.Span {
	at := (&fieldChecker{sources: t.sources}).span(n)
	at.Column, at.Width = 0, 0
	return at
}
