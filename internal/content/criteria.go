package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	badRubric = diag.Define(diag.Error, "rubric",
		"A rubric is not pairs of a score and a text, from high to low.")
	badPoints = diag.Define(diag.Error, "points",
		"A measured criterion's points are not pairs of a rising figure and a score.")
	criterionForm = diag.Define(diag.Error, "criterion-form",
		"A criterion has a unit but no points to measure by.")
	tooManyCriteria = diag.Define(diag.Error, "criteria-count",
		"A guide or an edition has more than 100 criteria.")
)

// maxCriteria bounds what is done once for each pair of criteria, and the scores
// that each entry of an edition may lack.
const maxCriteria = 100

// criteria opens the criteria of a guide or an edition; none after a problem.
func (f *fields) criteria() []*fields {
	list := f.tables("criteria", "criterion", required)
	if len(list) <= maxCriteria {
		return list
	}
	f.r.report(tooManyCriteria, list[maxCriteria].t.Span, fmt.Sprintf("there are %d criteria", len(list)),
		fmt.Sprintf("keep those that matter: there may be %d", maxCriteria))
	for _, t := range list {
		t.open = true // nobody reads them
	}
	return nil
}

// readCriteria also reports whether every criterion has an id.
func (f *fields) readCriteria() ([]guide.Criterion, bool) {
	var criteria []guide.Criterion
	known, seen := true, map[string]bool{}
	list := f.criteria()
	weights := newWeighing(list)
	priced := ""
	for _, t := range list {
		c := guide.Criterion{ID: t.id(seen), Name: t.text("name", required), Origin: origin(t.t.Span)}
		known = known && c.ID != ""
		c.Weight, c.Parts = weights.read(t, c.ID)
		c.About = t.inline("about", optional)
		c.Rubric = t.readRubric()
		c.Unit = t.unit()
		c.Curve = t.readPoints()
		t.readPriced(&c, &priced)
		if t.has("unit") && !t.has("points") {
			f.r.report(criterionForm, t.at("unit"), "a unit needs points to measure by",
				"add `points = [[figure, score], ...]`, or remove `unit`")
		}
		criteria = append(criteria, c)
	}
	if len(list) == 0 {
		return nil, false
	}
	for k, w := range weights.full(f.r, list[0].t.Span) {
		criteria[k].Weight = w
	}
	return criteria, known
}

// readPriced reads whether a criterion is scored by the price that counts; by is the
// id of the one that is already.
func (t *fields) readPriced(c *guide.Criterion, by *string) {
	c.Prices = t.bool("prices")
	if !c.Prices {
		return
	}
	message, hint := "", ""
	switch {
	case !t.has("points"):
		message, hint = "prices need points to be scored by", "add `points = [[figure, score], ...]`"
	case !t.has("unit"):
		message, hint = "prices need a unit, since a dollar is not a euro", "add `unit = \"USD\"`"
	case *by != "":
		message, hint = fmt.Sprintf("`%s` is scored by the price that counts already", *by), "leave `prices = true` on one criterion"
	default:
		*by = c.ID
		return
	}
	c.Prices = false
	t.r.report(criterionForm, t.at("prices"), message, hint)
}

// pairs returns the two halves of each item of a list of pairs, and whether every
// item is a pair. Only the first that is none is reported: who writes one list
// without inner brackets has made one mistake.
func (f *fields) pairs(name string, rule *diag.Rule, hint string) (out [][2]*front.Value, ok bool) {
	v := f.find(name, optional, "")
	if v == nil {
		return nil, true
	}
	items := f.r.items(v, name)
	ok = len(items) > 0
	for _, item := range items {
		switch {
		case item.Kind == front.Array && len(item.Items) == 2:
			out = append(out, [2]*front.Value(item.Items))
			continue
		case !ok:
		case item.Kind != front.Array:
			f.r.wrongType(item, name, "a list of pairs", hint)
		default:
			f.r.report(rule, item.Span, fmt.Sprintf("a line of `%s` has %d parts, not two", name, len(item.Items)), hint)
		}
		ok = false
	}
	return out, ok
}

// readRubric reads [[10, "..."], [7, "..."]].
func (f *fields) readRubric() []guide.Anchor {
	var rubric []guide.Anchor
	falls := true
	pairs, _ := f.pairs("rubric", badRubric, `write a score and what earns it: [10, "..."]`)
	for _, pair := range pairs {
		score, ok := f.r.score(pair[0], "rubric")
		text := f.r.inline(pair[1], "rubric")
		if !ok {
			continue
		}
		if n := len(rubric); n > 0 && score >= rubric[n-1].Score && falls { // turned round it is one mistake
			falls = false
			f.r.report(badRubric, pair[0].Span, fmt.Sprintf("score %s does not fall below %s, the one before it", score, rubric[n-1].Score),
				"write the rubric from the highest score down")
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
	var curve guide.Curve
	rises := true
	pairs, ok := f.pairs("points", badPoints, "write a figure and its score: [25, 6]")
	for _, pair := range pairs {
		figure, read := f.r.figure(pair[0], "points")
		score, scored := f.r.score(pair[1], "points")
		if !read || !scored {
			ok = false
			continue
		}
		if n := len(curve); n > 0 && figure <= curve[n-1].Figure && rises {
			rises = false
			f.r.report(badPoints, pair[0].Span, fmt.Sprintf("figure %s does not rise above %s, the one before it", figure, curve[n-1].Figure),
				"write the points from the lowest figure up")
		}
		curve = append(curve, guide.CurvePoint{Figure: figure, Score: score})
	}
	ok = ok && rises
	switch {
	case ok && len(pairs) == 1:
		f.r.report(badPoints, f.at("points"), "one point makes no scale", "give at least two points")
	case ok && len(pairs) > 1 && flat(curve):
		f.r.report(badPoints, f.at("points"), fmt.Sprintf("every figure scores %s, so the criterion tells nobody apart", curve[0].Score),
			"give the points different scores")
	}
	if !ok {
		return someCurve
	}
	return curve
}

// flat reports whether all points have one score.
func flat(c guide.Curve) bool {
	for _, p := range c {
		if p.Score != c[0].Score {
			return false
		}
	}
	return true
}
