package content

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var figureForm = diag.Define(diag.Error, "figure-form",
	"A figure is not one value, a range from low to high, or a least value.")

var currencyCode = regexp.MustCompile(`^[A-Z]{3}$`)

// unit reads what figures are in: a word of the author's, or the code of a currency,
// and what each is for.
func (f *fields) unit() guide.Unit {
	u := UnitOf(f.r.language, f.text("unit", optional), f.text("per", optional))
	if f.has("per") && !f.has("unit") {
		f.r.report(missingKey, f.at("per"), "`per` has no `unit`", "add what the figures are in: unit = \"USD\"")
	}
	return u
}

// UnitOf is a unit as a language writes it. Three capitals that are the code of a
// currency get its sign: "$" for USD, in English. What no table knows is written as
// it is, behind the figure.
func UnitOf(tag, name, per string) guide.Unit {
	u := guide.Unit{Name: name, Per: per, Local: localOf(tag)}
	if money, err := currency.ParseISO(name); err == nil && currencyCode.MatchString(name) {
		sign := message.NewPrinter(language.Make(tag)).Sprint(currency.Symbol(money))
		if last, _ := utf8.DecodeLastRuneInString(sign); unicode.IsLetter(last) {
			sign += "\u00a0"
		}
		u.Before = sign
		u.Cents, _ = currency.Standard.Rounding(money)
	}
	return u
}

// localOf is how a language writes numbers: as it writes one with all that there is
// to see.
func localOf(tag string) guide.Local {
	shown := message.NewPrinter(language.Make(tag)).Sprint(number.Decimal(1234567890.5))
	digits := func(r rune) bool { return r >= '0' && r <= '9' }
	parts := strings.FieldsFunc(shown, digits)
	groups := strings.FieldsFunc(shown, func(r rune) bool { return !digits(r) })
	if len(parts) < 2 || len(groups) < 3 {
		return guide.Local{}
	}
	return guide.Local{Comma: parts[0], Point: parts[len(parts)-1], Group: len(groups[len(groups)-3])}
}

// figureOf reads a value that says more of itself: { value = 5, as_of = "2025-09" },
// { low = 5, high = 7 }, { from = 5 }; of other types, what it is and where it can be
// looked up.
func (f *fields) figureOf(a *guide.Attribute, at *front.Value) (guide.Value, bool) {
	held := guide.Value{Origin: origin(at.Span)}
	asOf := f.asOf()
	url := f.url("url", optional)
	ok := true
	switch v := f.find("value", optional, ""); {
	case a.Type == guide.Number:
		held.Number, held.High, held.From, ok = f.bounds(v, at.Span)
	case v == nil:
		f.r.report(missingKey, at.Span, fmt.Sprintf("`%s` has no `value`", a.ID), "add `value = ...`")
		ok = false
	case v.Kind == front.Inline:
		f.r.wrongType(v, "value", "a value of the type "+string(a.Type), "")
		ok = false
	default:
		held, ok = f.attributeValue(a, v)
	}
	held.AsOf, held.URL = asOf, url
	return held, ok
}

// bounds reads what is known of a figure: value, low and high, or from.
func (f *fields) bounds(value *front.Value, at diag.Span) (low, high guide.Figure, from, ok bool) {
	l, h, least := f.find("low", optional, ""), f.find("high", optional, ""), f.find("from", optional, "")
	read := func(v *front.Value, name string) guide.Figure {
		n, good := f.r.figure(v, name)
		ok = ok && good
		return n
	}
	ok = true
	switch {
	case value != nil && l == nil && h == nil && least == nil:
		low = read(value, "value")
		return low, low, false, ok
	case least != nil && value == nil && l == nil && h == nil:
		low = read(least, "from")
		return low, low, true, ok
	case l != nil && h != nil && value == nil && least == nil:
		low, high = read(l, "low"), read(h, "high")
		if ok && low > high {
			f.r.report(rangeOrder, l.Span, fmt.Sprintf("low %s is above high %s", l.Raw, h.Raw), "swap them")
			ok = false
		}
		return low, high, false, ok
	}
	f.r.report(figureForm, at, "a figure is one of three things", "write { value = 5 }, { low = 5, high = 7 } or { from = 5 }")
	return 0, 0, false, false
}
