package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	weightsSum = diag.Define(diag.Error, "weights-sum",
		"Weights that make up the whole do not sum to 100.")
	badRubric = diag.Define(diag.Error, "rubric",
		"A rubric is not pairs of a score and a text, from high to low.")
	badPoints = diag.Define(diag.Error, "points",
		"A measured criterion's points are not pairs of a rising figure and a score.")
	criterionForm = diag.Define(diag.Error, "criterion-form",
		"A criterion has a unit but no points to measure by.")
)

// readCriteria also reports whether every criterion has an id.
func (f *fields) readCriteria() ([]guide.Criterion, bool) {
	var criteria []guide.Criterion
	sum, summable, known := guide.Weight(0), true, true
	seen := map[string]bool{}
	list := f.tables("criteria", "criterion", required)
	for _, t := range list {
		c := guide.Criterion{ID: t.id(seen), Name: t.text("name", required), Origin: origin(t.t.Span)}
		known = known && c.ID != ""
		weight, ok := t.readWeight()
		summable = summable && ok
		sum += weight
		c.Weight = weight
		c.About = t.inline("about", optional)
		c.Rubric = t.readRubric()
		c.Unit = t.text("unit", optional)
		c.Curve = t.readPoints()
		if t.has("unit") && !t.has("points") {
			f.r.report(criterionForm, t.at("unit"), "a unit needs points to measure by",
				"add `points = [[figure, score], ...]`, or remove `unit`")
		}
		criteria = append(criteria, c)
	}
	if len(list) == 0 {
		if v := f.find("criteria", optional, ""); v != nil && v.Kind == front.Array && len(v.Items) == 0 {
			f.r.report(emptyValue, v.Span, "`criteria` is empty", "write [[criteria]] before each criterion")
		}
		return nil, false
	}
	if summable && sum != guide.FullWeight {
		f.r.reportSum(list[0].t.Span, "the weights of the criteria", sum, "they must sum to 100")
	}
	return criteria, known
}

func (f *fields) readWeight() (guide.Weight, bool) {
	v := f.find("weight", required, "10")
	if v == nil {
		return 0, false
	}
	w, ok := f.r.percent(v, "weight", "weight")
	if ok && w == 0 {
		f.r.report(percentRange, v.Span, "weight 0 gives the criterion no part in the order", "give it a weight, or remove the criterion")
		ok = false
	}
	return w, ok
}

func (r *reader) reportSum(at diag.Span, what string, sum guide.Weight, goal string) {
	gap := guide.FullWeight - sum
	hint := fmt.Sprintf("add %s", gap)
	if gap < 0 {
		hint = fmt.Sprintf("take %s off", -gap)
	}
	r.report(weightsSum, at, fmt.Sprintf("%s sum to %s", what, sum), hint+": "+goal)
}

// pairs returns the two halves of each item of a list of pairs.
func (f *fields) pairs(name string, rule *diag.Rule, hint string) [][2]*front.Value {
	v := f.find(name, optional, "")
	if v == nil {
		return nil
	}
	var out [][2]*front.Value
	for _, item := range f.r.items(v, name) {
		if item.Kind != front.Array {
			f.r.wrongType(item, name, "a list of pairs", hint)
			return nil
		}
		if len(item.Items) != 2 {
			f.r.report(rule, item.Span, fmt.Sprintf("a line of `%s` has %d parts, not two", name, len(item.Items)), hint)
			return nil
		}
		out = append(out, [2]*front.Value(item.Items))
	}
	return out
}

// readRubric reads [[10, "..."], [7, "..."]].
func (f *fields) readRubric() []guide.Anchor {
	var rubric []guide.Anchor
	for _, pair := range f.pairs("rubric", badRubric, `write a score and what earns it: [10, "..."]`) {
		score, ok := f.r.score(pair[0], "rubric")
		text := f.r.inline(pair[1], "rubric")
		if !ok {
			return nil
		}
		if n := len(rubric); n > 0 && score >= rubric[n-1].Score {
			f.r.report(badRubric, pair[0].Span, fmt.Sprintf("score %s does not fall below %s, the one before it", score, rubric[n-1].Score),
				"write the rubric from the highest score down")
			return nil
		}
		rubric = append(rubric, guide.Anchor{Score: score, Text: text})
	}
	return rubric
}

// someCurve stands for points that could not be read: the criterion is measured
// all the same.
var someCurve = guide.Curve{{}}

// readPoints reads [[5, 10], [25, 6], [50, 0]].
func (f *fields) readPoints() guide.Curve {
	const hint = "write a figure and its score: [25, 6]"
	var curve guide.Curve
	pairs := f.pairs("points", badPoints, hint)
	for _, pair := range pairs {
		figure, ok := f.r.figure(pair[0], "points")
		score, scored := f.r.score(pair[1], "points")
		if !ok || !scored {
			return someCurve
		}
		if n := len(curve); n > 0 && figure <= curve[n-1].Figure {
			f.r.report(badPoints, pair[0].Span, fmt.Sprintf("figure %s does not rise above %s, the one before it", figure, curve[n-1].Figure),
				"write the points from the lowest figure up")
			return someCurve
		}
		curve = append(curve, guide.CurvePoint{Figure: figure, Score: score})
	}
	if len(pairs) == 1 {
		f.r.report(badPoints, f.at("points"), "one point makes no scale", "give at least two points")
	}
	if len(pairs) == 0 && f.has("points") {
		return someCurve
	}
	return curve
}
