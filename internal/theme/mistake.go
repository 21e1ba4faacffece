package theme

import (
	"errors"
	"path"
	"regexp"
	texttemplate "text/template"

	"shortlist/internal/diag"
)

var failing = diag.Define(diag.Error, "theme-page", "A template fails, or does not come to an end, while a page is made by it.")

var untold = diag.Define(diag.Error, "theme-ties", "A template of the site's own leaves out the commercial ties that a page has to tell first.")

// Untold is the mistake of a layout that does not tell a page's commercial ties.
func Untold() error {
	const message = "a page names a provider with a commercial tie, and does not tell it first"
	return newMistake(untold, "layout.html", message, `put {{with .Ties}}{{template "ties" .}}{{end}} before everything that names a provider`, errors.New(message))
}

// Mistake is the error of a page whose template could not be filled. Whoever wrote
// the template can correct it; the machine has not failed.
type Mistake struct {
	Problem diag.Problem
	err     error
}

func (m *Mistake) Error() string { return m.Problem.Span.File + ": " + m.Problem.Message }
func (m *Mistake) Unwrap() error { return m.err }

// executed takes the words of the library apart: "template: pages/faq.html:5:28:
// executing ...". The place is that in the minified text, so that only the file
// is told; the words quote what failed.
var executed = regexp.MustCompile(`(?s)^template: ([^:]+):[0-9:]+ (.*)$`)

// mistake tells a template that failed from a writer that did.
func mistake(page string, err error) error {
	file, message := "pages/"+page+".html", ""
	if much, ok := errors.AsType[*TooMuch](err); ok {
		message = much.Error()
	} else if e, ok := errors.AsType[texttemplate.ExecError](err); ok {
		message = e.Error()
		if m := executed.FindStringSubmatch(message); m != nil {
			file, message = m[1], m[2]
		}
		message = asWritten(page, message)
	} else {
		return err
	}
	return newMistake(failing, file, message, "nothing was made by it: correct the template", err)
}

func newMistake(rule *diag.Rule, file, message, hint string, err error) *Mistake {
	return &Mistake{diag.Problem{Rule: rule, Span: diag.Span{File: path.Join("templates", file)}, Message: message, Hint: hint}, err}
}
