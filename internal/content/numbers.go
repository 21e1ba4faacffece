package content

import (
	"fmt"
	"regexp"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	badNumber = diag.Define(diag.Error, "number",
		"A number is not plain digits with a decimal point, or is too large.")
	tooManyDecimals = diag.Define(diag.Error, "decimals",
		"A number has more decimals than are kept.")
	percentRange = diag.Define(diag.Error, "percent-range",
		"A weight, the stress or min_known is not a share between 0 and 100 percent.")
	scoreRange = diag.Define(diag.Error, "score-range",
		"A score is not between 0 and 10.")
)

// What is kept of a number.
const (
	weightDecimals = 2
	scoreDecimals  = 2
	figureDecimals = 6
)

// withCommas is a number as it is printed, with thousands apart.
var withCommas = regexp.MustCompile(`^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)

var plainDecimal = regexp.MustCompile(`^[+-]?[0-9][0-9_]*(\.[0-9_]+)?$`)

// number reads a number as an integer count of its last kept decimal; what is
// how it is called in a message: "score", "weight".
func (r *reader) number(v *front.Value, name, what string, places int) (int64, bool) {
	if v.Kind != front.Integer && v.Kind != front.Float {
		hint := "write a number"
		switch {
		case v.Kind != front.String:
		case plainDecimal.MatchString(v.Text):
			hint = "write it without quotes: " + v.Text
		case withCommas.MatchString(v.Text):
			hint = "write it without quotes and commas: " + strings.ReplaceAll(v.Text, ",", "")
		}
		r.wrongType(v, name, "a number", hint)
		return 0, false
	}
	if !plainDecimal.MatchString(v.Raw) {
		r.report(badNumber, v.Span, fmt.Sprintf("%s %s is not a plain decimal number", what, v.Raw),
			"write it with digits and a decimal point: 12.5")
		return 0, false
	}
	n, ok := guide.ParseDecimal(v.Raw, places)
	if !ok {
		_, decimals, _ := strings.Cut(strings.TrimRight(strings.ReplaceAll(v.Raw, "_", ""), "0"), ".")
		switch {
		case len(decimals) > places:
			r.report(tooManyDecimals, v.Span, fmt.Sprintf("%s %s has more than %s", what, v.Raw, inWords[places]),
				"round it")
		case places == figureDecimals:
			r.report(badNumber, v.Span, fmt.Sprintf("%s %s is too large", what, v.Raw), "use a larger unit")
		default:
			r.report(badNumber, v.Span, fmt.Sprintf("%s %s is too large", what, v.Raw), "check its digits")
		}
		return 0, false
	}
	return n, true
}

var inWords = map[int]string{0: "a whole number", 1: "one decimal", 2: "two decimals", 6: "six decimals"}

// score reads a score out of 10.
func (r *reader) score(v *front.Value, name string) (guide.Score, bool) {
	n, ok := r.number(v, name, "score", scoreDecimals)
	if !ok {
		return 0, false
	}
	where := ""
	switch {
	case n < 0:
		where = "below 0"
	case n > int64(guide.MaxScore):
		where = "above 10"
	default:
		return guide.Score(n), true
	}
	r.report(scoreRange, v.Span, fmt.Sprintf("score %s is %s", v.Raw, where), "scores run from 0 to 10")
	return 0, false
}

// percent reads a share of 100 as basis points.
func (r *reader) percent(v *front.Value, name, what string) (guide.Weight, bool) {
	n, ok := r.number(v, name, what, weightDecimals)
	if !ok {
		return 0, false
	}
	if n < 0 || n > int64(guide.FullWeight) {
		where := "below 0"
		if n > 0 {
			where = "above 100"
		}
		r.report(percentRange, v.Span, fmt.Sprintf("%s %s is %s", what, v.Raw, where), "percentages run from 0 to 100")
		return 0, false
	}
	return guide.Weight(n), true
}

// figure reads a raw figure in millionths of its unit.
func (r *reader) figure(v *front.Value, name string) (guide.Figure, bool) {
	n, ok := r.number(v, name, "figure", figureDecimals)
	if ok && (guide.Figure(n) > guide.MaxFigure || guide.Figure(n) < -guide.MaxFigure) {
		r.report(badNumber, v.Span, fmt.Sprintf("figure %s is too large", v.Raw), "use a larger unit")
		ok = false
	}
	return guide.Figure(n), ok
}
