package check

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"shortlist/internal/diag"
)

// field is one of a form that needs a label.
type field struct {
	at       diag.Span
	name, id string
}

// labelledByItself reports whether an element says how it is read out.
func labelledByItself(t html.Token) bool {
	for _, a := range t.Attr {
		switch a.Key {
		case "aria-label", "aria-labelledby", "title":
			if strings.TrimSpace(a.Val) != "" {
				return true
			}
		}
	}
	return false
}

// unheard reports whether an element is kept from those who hear the page.
func unheard(t html.Token) bool {
	for _, a := range t.Attr {
		if a.Key == "hidden" || a.Key == "inert" || a.Key == "aria-hidden" && a.Val == "true" {
			return true
		}
	}
	return false
}

// field remembers one that has to have a label. Buttons are named by what they
// say.
func (r *reader) field(t html.Token) {
	kind, _ := attribute(t, "type")
	switch kind = strings.ToLower(kind); {
	case t.Data != "input":
	case kind == "hidden" || kind == "submit" || kind == "reset":
		return
	case kind == "image":
		r.image(t)
		return
	case kind == "button":
		if value, _ := attribute(t, "value"); strings.TrimSpace(value) == "" && !labelledByItself(t) {
			r.add(nameless, r.at, "`<input>` of the type button has no value", "")
		}
		return
	}
	if r.within["template"]+r.within["label"] > 0 || labelledByItself(t) || unheard(t) {
		return
	}
	id, _ := attribute(t, "id")
	r.fields = append(r.fields, field{r.at, t.Data, id})
}

// unlabelled reports the fields that no label is for.
func (r *reader) unlabelled() {
	for _, ref := range r.refersTo {
		if ref.attribute == "for" {
			r.labelled[ref.id] = true
		}
	}
	for _, f := range r.fields {
		if f.id == "" || !r.labelled[f.id] {
			r.add(noLabel, f.at, fmt.Sprintf("`<%s>` has no label", f.name), "give it a `<label for>` with its id, or an aria-label")
		}
	}
}

// refers reports whether an attribute holds ids of the same page. What a closed
// control would open, a script may still have to make.
func refers(t html.Token, key string) bool {
	switch key {
	case "aria-labelledby", "aria-describedby", "aria-details", "aria-owns", "aria-flowto", "aria-errormessage", "popovertarget", "commandfor":
		return true
	case "aria-controls":
		expanded, _ := attribute(t, "aria-expanded")
		return expanded != "false"
	case "for":
		return t.Data == "label" || t.Data == "output"
	case "headers":
		return t.Data == "td" || t.Data == "th"
	case "list":
		return t.Data == "input"
	case "form":
		return t.Data != "form"
	}
	return false
}
