package content

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

var (
	emptyValue = diag.Define(diag.Error, "empty-value",
		"A text or list is empty; leave the key out instead.")
	textCharacter = diag.Define(diag.Error, "text-character",
		"A text of one line has a line break, or a character that cannot be seen.")
	citationInText = diag.Define(diag.Error, "citation-in-text",
		"A citation stands in a field of plain text, which would print it as it is.")
	unknownChoice = diag.Define(diag.Error, "unknown-choice",
		"A value is not one of those that the key allows.")
	duplicateValue = diag.Define(diag.Error, "duplicate-value",
		"A list names the same thing twice.")
	repeatedID = diag.Define(diag.Error, "repeated-id",
		"Two things that are told apart by their ids have the same id.")
)

// written reads a text that is not empty; "" after a problem.
func (r *reader) written(v *front.Value, name string) string {
	if v.Kind != front.String {
		hint := "write text between quotes"
		if v.Raw != "" {
			hint = fmt.Sprintf("put it between quotes: \"%s\"", v.Raw)
		}
		r.wrongType(v, name, "a string", hint)
		return ""
	}
	if strings.TrimSpace(v.Text) == "" {
		r.report(emptyValue, v.Span, fmt.Sprintf("`%s` is empty", name), "write something, or leave it out")
		return ""
	}
	return v.Text
}

// text reads one line of plain text; "" after a problem.
func (r *reader) text(v *front.Value, name string) string {
	text := r.written(v, name)
	unseen, c := markdown.FirstUnseen(text)
	broken := strings.IndexAny(text, "\t\r\n")
	switch {
	case broken >= 0 && (unseen < 0 || broken < unseen):
		message := fmt.Sprintf("`%s` has a line break", name)
		if text[broken] == '\t' {
			message = fmt.Sprintf("`%s` has the character U+0009, which cannot be seen", name)
		}
		r.report(textCharacter, v.TextSpan(broken, 1), message, "write one line of plain text")
		return ""
	case unseen >= 0:
		r.report(textCharacter, v.TextSpan(unseen, 1), fmt.Sprintf("`%s` has the character U+%04X, which cannot be seen", name, c), "write one line of plain text")
		return ""
	}
	// What an edition holds was plain text when it was frozen.
	if i := strings.Index(text, "[@"); i >= 0 && r.noun != "edition" {
		citation, _, _ := strings.Cut(text[i:], "]")
		r.report(citationInText, v.TextSpan(i, utf8.RuneCountInString(citation)+1), fmt.Sprintf("`%s` is plain text, and has a citation in it", name),
			"cite where prose can stand: in the body, or in a field such as `why` or `fees`")
		return ""
	}
	return text
}

func (f *fields) text(name string, n need) string {
	if v := f.find(name, n, `"..."`); v != nil {
		return f.r.text(v, name)
	}
	return ""
}

// inline reads one line of Markdown with citations.
func (r *reader) inline(v *front.Value, name string) guide.Inline {
	source := r.written(v, name)
	if source == "" {
		return guide.Inline{}
	}
	line := markdown.ParseLine(source)
	for _, m := range line.Mistakes {
		r.report(bodyRule(m.Rule), v.TextSpan(m.Start, width(source, m.Start, m.End)), m.Message, inString(m.Hint, v))
	}
	for _, c := range line.Citations {
		r.cite(source, c, v.TextSpan)
	}
	return guide.Inline{Source: source, Prose: line.Prose, Origin: origin(v.TextSpan(0, 1))}
}

// inString is a hint of package markdown, whose backslashes are doubled for a
// string in which one begins an escape.
func inString(hint string, v *front.Value) string {
	if v.Escapes() {
		return strings.ReplaceAll(hint, `\`, `\\`)
	}
	return hint
}

func (f *fields) inline(name string, n need) guide.Inline {
	if v := f.find(name, n, `"..."`); v != nil {
		return f.r.inline(v, name)
	}
	return guide.Inline{}
}

// cite remembers the ids of a citation, each with its own place.
func (r *reader) cite(source string, c guide.Citation, at func(offset, width int) diag.Span) {
	from := c.Start
	for _, id := range c.IDs {
		start := from
		if i := strings.Index(source[from:c.End], "@"+id); i >= 0 {
			start = from + i + 1
			from = start + len(id)
		}
		r.cited = append(r.cited, citation{id, at(start, utf8.RuneCountInString(id))})
	}
}

// width is how many code points of the first line lie between two offsets.
func width(source string, start, end int) int {
	part, _, _ := strings.Cut(source[start:max(start, end)], "\n")
	return max(1, utf8.RuneCountInString(part))
}

// texts reads a list of one-line texts.
func (f *fields) texts(name string, n need) []ref {
	v := f.find(name, n, `["..."]`)
	if v == nil {
		return nil
	}
	items := f.r.items(v, name)
	var out []ref
	for _, item := range items {
		if s := f.r.text(item, name); s != "" {
			out = append(out, ref{s, item.Span})
		}
	}
	return f.r.unique(out, "`"+name+"`:")
}

// items reads a list, which must not be empty.
func (r *reader) items(v *front.Value, name string) []*front.Value {
	if v.Kind != front.Array {
		hint := ""
		if v.Kind == front.String {
			hint = "put it between brackets"
		}
		r.wrongType(v, name, "a list", hint)
		return nil
	}
	if len(v.Items) == 0 {
		r.report(emptyValue, v.Span, fmt.Sprintf("`%s` is empty", name), "write something, or leave it out")
	}
	return v.Items
}

func (f *fields) bool(name string) bool {
	v := f.find(name, optional, "")
	if v == nil {
		return false
	}
	return f.r.bool(v, name)
}

func (r *reader) bool(v *front.Value, name string) bool {
	if v.Kind != front.Bool {
		r.wrongType(v, name, "true or false", "write it without quotes: true or false")
	}
	return v.Bool
}

// choice reads a text that must be one of a few: the first when the key is not
// given, "" after a problem.
func choice[T ~string](f *fields, name string, n need, allowed ...T) T {
	v := f.find(name, n, fmt.Sprintf("%q", allowed[0]))
	if f.keys != nil {
		for _, a := range allowed {
			f.last().Choices = append(f.last().Choices, string(a))
		}
	}
	if v == nil {
		return allowed[0]
	}
	return oneOf(f.r, v, name, allowed...)
}

// oneOf reads a text that must be one of a few; "" after a problem.
func oneOf[T ~string](r *reader, v *front.Value, name string, allowed ...T) T {
	got := r.text(v, name)
	list := make([]string, len(allowed))
	for i, a := range allowed {
		if got == string(a) {
			return a
		}
		list[i] = string(a)
	}
	if got != "" {
		r.badChoice(v, name, list)
	}
	return ""
}

func (r *reader) badChoice(v *front.Value, name string, allowed []string) {
	r.report(unknownChoice, v.Span, fmt.Sprintf("`%s` cannot be `%s`", name, v.Text),
		didYouMean(v.Text, allowed, "write one of: "+strings.Join(allowed, ", ")))
}

// id reads the id of one of several things; seen holds those before it. It is ""
// after a problem: one that is there already was meant to be another.
func (f *fields) id(seen map[string]bool) string {
	v := f.find("id", required, `"..."`)
	if v == nil {
		return ""
	}
	id := f.r.text(v, "id")
	if id == "" {
		return ""
	}
	if message, hint := checkSlug(id); message != "" {
		f.r.report(badSlug, v.Span, message, hint)
		return ""
	}
	if seen[id] {
		f.r.report(repeatedID, v.Span, fmt.Sprintf("another %s has the id `%s`", f.noun, id), "choose another id")
		return ""
	}
	seen[id] = true
	return id
}

// slugs reads a list of slugs.
func (f *fields) slugs(name string, n need) []ref {
	var out []ref
	for _, x := range f.texts(name, n) {
		if message, hint := checkSlug(x.name); message != "" {
			f.r.report(badSlug, x.at, message, hint)
			continue
		}
		out = append(out, x)
	}
	return out
}
