package content

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	unknownAttribute = diag.Define(diag.Error, "unknown-attribute",
		"An entry or use case names an attribute that the guide does not have.")
	attributeForm = diag.Define(diag.Error, "attribute-form",
		"An attribute has a unit or choices that its type does not take.")
)

// readAttributes also reports whether every attribute has an id.
func (f *fields) readAttributes() ([]guide.Attribute, bool) {
	return f.kinds("attributes", "attribute", "an attribute")
}

// readFactKinds reads which facts the site states of providers.
func (f *fields) readFactKinds() ([]guide.Attribute, bool) { return f.kinds("facts", "fact", "a fact") }

// kinds reads what values there are to give.
func (f *fields) kinds(name, noun, one string) ([]guide.Attribute, bool) {
	var attributes []guide.Attribute
	known := true
	seen := map[string]bool{}
	for _, t := range f.tables(name, noun, optional) {
		a := guide.Attribute{ID: t.id(seen), Name: t.text("name", required), Origin: origin(t.t.Span)}
		known = known && a.ID != ""
		a.Type = choice(t, "type", required, guide.YesNo, guide.Text, guide.Number, guide.Choice, guide.Items)
		a.About = t.inline("about", optional)
		a.Unit = t.unit()
		a.Choices = names(t.texts("choices", optional))
		if t.has("unit") && a.Type != "" && a.Type != guide.Number {
			f.r.report(attributeForm, t.at("unit"), fmt.Sprintf("%s of type %s has no unit", one, a.Type),
				"remove `unit`, or write type = \"number\"")
		}
		if t.has("choices") && a.Type != "" && a.Type != guide.Choice && a.Type != guide.Items {
			f.r.report(attributeForm, t.at("choices"), fmt.Sprintf("%s of type %s has no choices", one, a.Type),
				"remove `choices`, or write type = \"choice\"")
		}
		attributes = append(attributes, a)
	}
	return attributes, known
}

// attribute finds the attribute that a key of a table names; nil after a problem.
func (file *guideFile) attribute(t *fields, k *front.Key) *guide.Attribute {
	if a := file.guide.Attribute(k.Name); a != nil {
		return a
	}
	if file.broken() || !file.attributesKnown || t.slipped(k) {
		return nil
	}
	var ids []string
	for _, a := range file.guide.Attributes {
		ids = append(ids, a.ID)
	}
	otherwise := "the guide has no attributes; add it to [[attributes]] in guide.md"
	if len(ids) > 0 {
		otherwise = "its attributes: " + strings.Join(ids, ", ")
	}
	t.r.report(unknownAttribute, k.Span, fmt.Sprintf("the guide has no attribute `%s`", k.Name), didYouMean(k.Name, ids, otherwise))
	return nil
}

// attributeValue reads an entry's value of an attribute, and reports whether it
// was of its type.
//
// A value may say more of itself, in braces: when it held, and where it can be
// looked up.
func (f *fields) attributeValue(a *guide.Attribute, v *front.Value) (guide.Value, bool) {
	r := f.r
	value := guide.Value{Origin: origin(v.Span)}
	ok := true
	if v.Kind == front.Inline {
		return f.in(v.Table, "value").figureOf(a, v)
	}
	switch a.Type {
	case "": // its type could not be read
		return value, false
	case guide.YesNo:
		value.YesNo = r.bool(v, a.ID)
		ok = v.Kind == front.Bool
	case guide.Number:
		value.Number, ok = r.figure(v, a.ID)
		value.High = value.Number
	case guide.Items:
		value.Items = r.attributeTexts(a, v)
		ok = len(value.Items) > 0
	default:
		value.Text = r.attributeText(a, v)
		ok = value.Text != ""
	}
	return value, ok
}

// attributeText reads one text, which must be one of the choices if there are any.
func (r *reader) attributeText(a *guide.Attribute, v *front.Value) string {
	text := r.text(v, a.ID)
	if text != "" && len(a.Choices) > 0 && !slices.Contains(a.Choices, text) {
		r.badChoice(v, a.ID, a.Choices)
		return ""
	}
	return text
}

func (r *reader) attributeTexts(a *guide.Attribute, v *front.Value) []string {
	var out []ref
	for _, item := range r.items(v, a.ID) {
		if text := r.attributeText(a, item); text != "" {
			out = append(out, ref{text, item.Span})
		}
	}
	return names(r.unique(out, "`"+a.ID+"`:"))
}
